/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_SCAN_VOCABULARY_H
#define TL_SCAN_VOCABULARY_H

#include "base/str.h"
#include "morph/inflect.h"
#include "scan/filter.h"

/* The words that terms are made of, found by every form in which a text may show them. Built once,
 * then read-only and shared between threads.
 *
 * A word is known by the hash of its key (text/words.h), so words that differ only in capitals or
 * marks are one word here; how a term writes it is the term's business. A lookup probes a Bloom
 * filter first and the table only when that hits: its cost does not grow with the number of words.
 */

typedef struct tl_posting {
    uint32_t word;    /* dense id of the vocabulary word */
    uint32_t surface; /* an inflected form as it is written in lower case; 0 for the base form */
    uint16_t cells;   /* grammatical cells (morph/inflect.h) that the form stands for */
    uint16_t kinds;   /* which kinds of inflection give it: TL_INFLECTION_…, and TL_POSTING_… */
} tl_posting;

/* A word of a term accepts the postings of its own kind of inflection only. */
enum {
    TL_INFLECTION_NONE = 1 << 0,   /* the base form */
    TL_INFLECTION_TERM = 1 << 1,   /* head noun, agreeing adjective */
    TL_INFLECTION_FAMILY = 1 << 2, /* parts of a person's name */
    TL_INFLECTION_GIVEN = 1 << 3,
    TL_INFLECTION_POSSESSIVE = 1 << 4, /* a possessive inside a term, its apostrophe elsewhere */
    TL_POSTING_JOINED = 1 << 5,        /* no inflection: two words of a term, written as one */
    TL_POSTING_LAST = 1 << 6,          /* no inflection either: the last of a run of postings */
    TL_POSTING_BEGINS = 1 << 7,        /* on the first of a run: a word of it may begin a pattern */
};

typedef struct tl_vocabulary tl_vocabulary;

tl_vocabulary *tl_vocabulary_new(void);

/* Adds a built one to an image, and takes it from there; NULL if it is not there. */
void tl_vocabulary_save(const tl_vocabulary *vocabulary, tl_image_writer *writer);
tl_vocabulary *tl_vocabulary_open(const tl_image *image);
void tl_vocabulary_free(tl_vocabulary *vocabulary);

/* Asks memory for what adding a word or form with this hash will look at. */
void tl_vocabulary_prefetch(const tl_vocabulary *vocabulary, uint64_t hash);

/* The id of the word whose key has the hash; new if it has not been seen. */
uint32_t tl_vocabulary_add_word(tl_vocabulary *vocabulary, uint64_t hash);

/* The id of the word that two words make whose joined keys have the hash; `which` tells several
 * such words apart, counting from 0 without gaps. No such word is one of tl_vocabulary_add_word().
 */
uint32_t tl_vocabulary_add_joined(tl_vocabulary *vocabulary, uint64_t hash, unsigned which);

/* A further form of `word`, of less than 512 bytes: no text has a longer word that is meant to be
 * found. Adding one again is harmless. */
void tl_vocabulary_add_form(tl_vocabulary *vocabulary, uint32_t word, tl_str surface,
                            uint16_t cells, uint16_t kind);

/* Further forms of `word`: all but the base form, which is the first. Faster than one by one. */
void tl_vocabulary_add_forms(tl_vocabulary *vocabulary, uint32_t word,
                             const tl_inflected_word *inflected, uint16_t kind);

uint32_t tl_vocabulary_word_count(const tl_vocabulary *vocabulary);

/* The postings of one vocabulary word under one key: they stand side by side. */
typedef struct tl_form_run {
    const tl_posting *first; /* NULL: none */
    uint32_t count;
} tl_form_run;

/* The first run of the postings that a lookup gave (NULL: there is none), and the next ones. */
tl_form_run tl_form_run_first(const tl_posting *postings);
tl_form_run tl_form_run_next(tl_form_run run);

/* Makes the vocabulary ready for lookups; nothing is added afterwards. `begins` tells by word
 * whether it may begin a pattern. */
void tl_vocabulary_build(tl_vocabulary *vocabulary, const bool *begins);

/* The postings under the hash of a key, in order of words, the last of them marked as such;
 * borrowed. NULL if there are none. */
const tl_posting *tl_vocabulary_find(const tl_vocabulary *vocabulary, uint64_t hash);

enum { TL_VOCABULARY_BATCH = 64 };

/* The same for `count` hashes, TL_VOCABULARY_BATCH at most; faster than one by one. */
void tl_vocabulary_find_many(const tl_vocabulary *vocabulary, const uint64_t *hashes, size_t count,
                             const tl_posting **found);

/* Walks over all keys of a vocabulary that is built: start with *cursor 0. Gives the postings under
 * the next key, *count of them; NULL behind the last. */
const tl_posting *tl_vocabulary_next(const tl_vocabulary *vocabulary, size_t *cursor,
                                     size_t *count);

/* All postings, in the order of that walk. */
const tl_posting *tl_vocabulary_postings(const tl_vocabulary *vocabulary, size_t *count);

/* The form of a posting in lower case, NUL-terminated; empty for a base form. */
tl_str tl_vocabulary_surface(const tl_vocabulary *vocabulary, const tl_posting *posting);

#endif
