/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_DISCOVER_PHRASE_WORDS_H
#define TL_DISCOVER_PHRASE_WORDS_H

#include "scan/given.h"
#include "scan/lists.h"

/* One phrase of the counts, in words. All is borrowed from its text. */
enum { TL_PHRASE_WORDS = 16 };

typedef struct tl_phrase_words {
    tl_str text;
    tl_str words[TL_PHRASE_WORDS]; /* parted by spaces */
    size_t count;
} tl_phrase_words;

/* False if the phrase has no words or too many. */
bool tl_phrase_split(tl_str text, tl_phrase_words *phrase);

/* The text of words [first, end). */
tl_str tl_phrase_slice(const tl_phrase_words *phrase, size_t first, size_t end);

/* True if one of the words, or of the parts of a hyphenated one, is of the list. */
bool tl_phrase_has(tl_str text, tl_list list);

/* Where the name of a person begins in a phrase and where it ends; the words before are a title. */
typedef struct tl_phrase_name {
    size_t first, end; /* first == end: there is none */
} tl_phrase_name;

/* A name is a known given name with a capitalised word behind it, or a word that ends as a Russian
 * family name with one before it. */
tl_phrase_name tl_phrase_find_name(tl_given *given, const tl_phrase_words *phrase);

#endif
