/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_RULES_RIVAL_WORDS_H
#define TL_RULES_RIVAL_WORDS_H

#include "rules/pass.h"

/* Which words of a document come where others are missing. Words are told apart by how they begin:
 * the cases of one are one, and so are most of its derivatives. */

/* A word of a text. */
typedef struct tl_rooted_word {
    uint64_t root;
    tl_range range;
    bool is_content; /* no function word, and not too short to be one that means something */
} tl_rooted_word;

typedef struct tl_rooted_words {
    const tl_rooted_word *items; /* each root once */
    size_t count;
} tl_rooted_words;

/* How many texts have each root. All-zero is empty; everything is in the arena of the document. */
typedef struct tl_root_count {
    uint64_t root; /* 0: free */
    uint32_t texts;
} tl_root_count;

typedef struct tl_root_counts {
    tl_root_count *slots; /* a power of two of them */
    size_t count, size;
    uint32_t texts; /* counted */
} tl_root_counts;

/* The words of a text in the script of its language, in `arena`. */
tl_rooted_words tl_rooted_words_of(const tl_scan *scan, tl_arena *arena);
tl_rooted_words tl_rooted_words_copy(const tl_rooted_words *words, tl_arena *arena);

void tl_root_counts_add(tl_root_counts *counts, const tl_rooted_words *words, tl_arena *arena);
void tl_root_counts_join(tl_root_counts *counts, const tl_root_counts *more, tl_arena *arena);
uint32_t tl_root_counts_of(const tl_root_counts *counts, uint64_t root);

#endif
