/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_ROMANIZE_CLUSTER_H
#define TL_ROMANIZE_CLUSTER_H

#include "romanize/romanize.h"

/* Which Latin words are spellings of one Cyrillic name that nobody has named: a and b are, if some
 * Cyrillic word may be written as either. Costs are those of an English text: what the English
 * family does not write counts double the price of a step outside the family. */

/* Working memory, of one thread. */
typedef struct tl_cluster tl_cluster;

tl_cluster *tl_cluster_new(void);
void tl_cluster_free(tl_cluster *cluster);

/* The Cyrillic word that both words may spell at least cost, the sum of the two, in lower case and
 * in `arena`; of several equally cheap ones that with the likeliest Russian letters. Empty if that
 * would cost more than TL_COST_POSSIBLE. With a = b it is a guess at the original of a name. */
tl_str tl_cluster_shared(tl_cluster *cluster, tl_str a, tl_str b, tl_arena *arena, uint32_t *cost);

enum { TL_CLUSTER_KEYS_MAX = 8 };

/* Words that share none of these keys are no spellings of one name at a cost that matters; words
 * that share one may be. Fills `keys`, sorted and distinct; returns how many: none for what is no
 * Latin word of two sounds or more. */
size_t tl_cluster_keys(tl_str latin, uint64_t keys[TL_CLUSTER_KEYS_MAX]);

/* Two of the words that were asked about. */
typedef struct tl_cluster_pair {
    uint32_t a, b; /* a < b */
    uint32_t cost;
    tl_str cyrillic; /* in the arena */
} tl_cluster_pair;

typedef struct tl_cluster_pairs {
    tl_cluster_pair *items; /* in order of a and b, in the arena */
    size_t count;
} tl_cluster_pairs;

/* All pairs of the words, which have distinct letters, that share a key: neither their cost nor
 * their Cyrillic word is told. Grows with the words, not with their square: of very many under one
 * key only those that come shortly after each other are paired. */
tl_cluster_pairs tl_cluster_candidates(const tl_str *words, size_t count, tl_arena *arena);

/* All pairs of the words that may spell one name at a cost of at most TL_COST_LIKELY. */
tl_cluster_pairs tl_cluster_find(tl_cluster *cluster, const tl_str *words, size_t count,
                                 tl_arena *arena);

#endif
