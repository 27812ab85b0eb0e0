/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_SCAN_VOCABULARY_H
#define TL_SCAN_VOCABULARY_H

#include "base/str.h"

/* The words that terms are made of, found by every form in which a text may show them. Built once,
 * then read-only and shared between threads.
 *
 * A word is known by its key (text/words.h), so words that differ only in capitals or marks are one
 * word here; how a term writes it is the term's business. A lookup probes a Bloom filter first and
 * the table only when that hits: its cost does not grow with the number of words. */

typedef struct tl_posting {
    uint32_t word;    /* dense id of the vocabulary word */
    uint32_t surface; /* an inflected form as it is written in lower case; 0 for the base form */
    uint16_t cells;   /* grammatical cells (morph/inflect.h) that the form stands for */
    uint16_t kinds;   /* which kinds of inflection give it: TL_INFLECTION_… */
} tl_posting;

/* A word of a term accepts the postings of its own kind of inflection only. */
enum {
    TL_INFLECTION_NONE = 1 << 0,   /* the base form */
    TL_INFLECTION_TERM = 1 << 1,   /* head noun, agreeing adjective */
    TL_INFLECTION_FAMILY = 1 << 2, /* parts of a person's name */
    TL_INFLECTION_GIVEN = 1 << 3,
};

typedef struct tl_vocabulary tl_vocabulary;

tl_vocabulary *tl_vocabulary_new(void);
void tl_vocabulary_free(tl_vocabulary *vocabulary);

/* The id of the word written `surface`; new if its key has not been seen. */
uint32_t tl_vocabulary_add_word(tl_vocabulary *vocabulary, tl_str surface);

/* A further form of `word`. Adding one again is harmless. */
void tl_vocabulary_add_form(tl_vocabulary *vocabulary, uint32_t word, tl_str surface,
                            uint16_t cells, uint16_t kind);

uint32_t tl_vocabulary_word_count(const tl_vocabulary *vocabulary);

/* Makes the vocabulary ready for lookups; nothing is added afterwards. */
void tl_vocabulary_build(tl_vocabulary *vocabulary);

/* The postings under the hash of a key, *count of them, borrowed; NULL if there are none. */
const tl_posting *tl_vocabulary_find(const tl_vocabulary *vocabulary, uint64_t hash, size_t *count);

/* All postings, those of base forms too. */
const tl_posting *tl_vocabulary_postings(const tl_vocabulary *vocabulary, size_t *count);

/* The form of a posting in lower case, NUL-terminated; empty for a base form. */
tl_str tl_vocabulary_surface(const tl_vocabulary *vocabulary, const tl_posting *posting);

#endif
