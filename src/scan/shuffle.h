/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_SCAN_SHUFFLE_H
#define TL_SCAN_SHUFFLE_H

#include "scan/pattern.h"

/* The terms of several words, to be found whatever the order of their content words: what is
 * neither an article nor a preposition nor a conjunction. Names of people are not among them, nor
 * is a term with punctuation inside. Built once, then read-only and shared between threads. */
typedef struct tl_shuffle_set tl_shuffle_set;

enum { TL_SHUFFLE_MAX_WORDS = 12 }; /* content words of a term */

/* What a vocabulary word is to shuffled terms. Words that have a form in common are of one class,
 * so that a word of the text, whatever it is a form of, has a single class. */
typedef struct tl_shuffle_class {
    uint64_t code;    /* the key of a set of words is the sum of the codes of their classes */
    uint32_t lengths; /* bit n: a term of n content words has a word of this class */
} tl_shuffle_class;

/* Adds the function words to a vocabulary that has no word yet: their ids come first. */
void tl_shuffle_add_function_words(tl_vocabulary *vocabulary);

/* The set of all patterns, which are built and outlive it. */
tl_shuffle_set *tl_shuffle_set_new(const tl_pattern_set *patterns);

/* Adds one to an image, and takes it from there; NULL if it is not there. */
void tl_shuffle_set_save(const tl_shuffle_set *set, tl_image_writer *writer);
tl_shuffle_set *tl_shuffle_set_open(const tl_image *image);
void tl_shuffle_set_free(tl_shuffle_set *set);

/* The class of a vocabulary word; lengths is 0 for one that no such term has. */
const tl_shuffle_class *tl_shuffle_class_of(const tl_shuffle_set *set, uint32_t word);

bool tl_shuffle_is_function_word(const tl_shuffle_set *set, uint32_t word);

/* A function word that any term may have or lack, not only one that is listed with it: "of",
 * "the". */
bool tl_shuffle_is_free_word(const tl_shuffle_set *set, uint32_t word);

/* The patterns with this key, in order of the termbase, *count of them; NULL if there are none. */
const uint32_t *tl_shuffle_find(const tl_shuffle_set *set, uint64_t key, size_t *count);

#endif
