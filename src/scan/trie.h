/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_SCAN_TRIE_H
#define TL_SCAN_TRIE_H

#include "base/str.h"

/* A trie over word ids: a path from the root spells the words of a pattern. Values are the
 * caller's numbers, several may end at one node. Built by adding, then read-only. */
typedef struct tl_trie tl_trie;

enum { TL_TRIE_ROOT = 0 };

#define TL_TRIE_NONE UINT32_MAX

tl_trie *tl_trie_new(void);
void tl_trie_free(tl_trie *trie);

void tl_trie_add(tl_trie *trie, const uint32_t *words, size_t count, uint32_t value);

/* The node that `word` leads to from `node`, or TL_TRIE_NONE. */
uint32_t tl_trie_step(const tl_trie *trie, uint32_t node, uint32_t word);

/* Walks the values that end at `node`, in order of addition: start with TL_TRIE_NONE; returns the
 * next cursor, or TL_TRIE_NONE at the end. */
uint32_t tl_trie_next_value(const tl_trie *trie, uint32_t node, uint32_t cursor, uint32_t *value);

#endif
