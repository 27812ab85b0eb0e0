/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_SCAN_NEAR_INDEX_H
#define TL_SCAN_NEAR_INDEX_H

#include "base/image.h"
#include "scan/residues.h"

/* Finds the keys of a set that are an edit or two from a given one, without looking at them all:
 * words that are near each other become equal when a letter or two are taken out of each, so every
 * key is filed under what is left of its beginning. Built once, then read-only and shared between
 * threads. */
typedef struct tl_near_index tl_near_index;

enum {
    TL_NEAR_SHORTEST = 4, /* letters of a key that is filed; what is found has one less at least */
    TL_NEAR_LONGEST = 64,
};

/* How many edits may lead to a key of so many letters: none below TL_NEAR_SHORTEST, then 1, 2 from
 * seven letters on. */
unsigned tl_near_limit(size_t letters);

tl_near_index *tl_near_index_new(void);

/* Adds a built one to an image, and takes it from there; NULL if it is not there. */
void tl_near_index_save(const tl_near_index *index, tl_image_writer *writer);
tl_near_index *tl_near_index_open(const tl_image *image);
void tl_near_index_free(tl_near_index *index);

/* What is asked of the letters of a key before it is compared. */
typedef struct tl_near_letters {
    uint32_t set; /* tl_words_letters() */
    uint32_t count;
} tl_near_letters;

tl_near_letters tl_near_letters_of(tl_str key);

/* Files `id` under a key (text/words.h) of these letters, which is copied; `is_alone` marks keys
 * that may be asked for alone. */
void tl_near_index_add(tl_near_index *index, tl_str key, tl_near_letters letters, uint32_t id,
                       bool is_alone);

/* Makes the index ready; nothing is added afterwards. */
void tl_near_index_build(tl_near_index *index);

typedef struct tl_near_match {
    tl_str key; /* borrowed from the index */
    uint32_t id;
    uint32_t edits; /* at least 1: the key itself is not near itself */
    bool is_alone;
} tl_near_match;

/* Fills `matches` with the keys within their limit of `key`, at most `capacity`, those with
 * the fewest edits first, then those of the lowest id; returns how many. */
size_t tl_near_index_find(const tl_near_index *index, tl_str key, tl_near_match *matches,
                          size_t capacity);

/* False if no key marked as alone is within its limit of `key`; quicker than to find them. */
bool tl_near_index_may_have_alone(const tl_near_index *index, tl_str key);

/* The same of a key that begins so and has so many letters. */
bool tl_near_index_may_begin_alone(const tl_near_index *index, const tl_beginning *word,
                                   size_t letters);

#endif
