/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_SCAN_TRIE_H
#define TL_SCAN_TRIE_H

#include "base/image.h"

/* A trie over word ids: a path from the root spells the words of a pattern. Values are the
 * caller's numbers, several may end at one node. Built by adding, then read-only. */
typedef struct tl_trie tl_trie;

enum { TL_TRIE_ROOT = 0 };

#define TL_TRIE_NONE UINT32_MAX

tl_trie *tl_trie_new(void);

/* Adds a built one to an image, and takes it from there; NULL if it is not there. */
void tl_trie_save(const tl_trie *trie, tl_image_writer *writer);
tl_trie *tl_trie_open(const tl_image *image);
void tl_trie_free(tl_trie *trie);

/* The node that `word` leads to from `node`; new if there is none. */
uint32_t tl_trie_add_step(tl_trie *trie, uint32_t node, uint32_t word);

/* Makes `word` lead from `node` to `child`, a node that there is. Returns false if it leads to
 * another one already. */
bool tl_trie_add_shortcut(tl_trie *trie, uint32_t node, uint32_t word, uint32_t child);

void tl_trie_add_value(tl_trie *trie, uint32_t node, uint32_t value);

/* Makes steps from the root fast, of words below `word_count`; nothing is added afterwards. */
void tl_trie_build(tl_trie *trie, uint32_t word_count);

/* The node that `word` leads to from `node`, or TL_TRIE_NONE. */
uint32_t tl_trie_step(const tl_trie *trie, uint32_t node, uint32_t word);

/* True if some word leads on from the node. */
bool tl_trie_goes_on(const tl_trie *trie, uint32_t node);

/* Walks the values that end at `node`, in order of addition: start with TL_TRIE_NONE; returns the
 * next cursor, or TL_TRIE_NONE at the end. */
uint32_t tl_trie_next_value(const tl_trie *trie, uint32_t node, uint32_t cursor, uint32_t *value);

#endif
