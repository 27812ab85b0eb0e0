/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_MORPH_LETTERS_H
#define TL_MORPH_LETTERS_H

#include "base/str.h"

/* How a word is written, as far as its forms must be written likewise. */
typedef enum tl_capitals {
    TL_CAPITALS_NONE,
    TL_CAPITALS_FIRST, /* a capital first letter, whatever follows */
    TL_CAPITALS_ALL,   /* two letters or more, none lower case */
} tl_capitals;

tl_capitals tl_capitals_of(tl_str word);

enum { TL_WORD_BYTES = 120 }; /* longer words are not looked up and do not inflect */

/* A word as the lexicons have it. */
typedef struct tl_folded {
    char bytes[TL_WORD_BYTES];
    size_t len;
} tl_folded;

/* The letters of Russian and English in lower case and ё as е; all else stays, so that offsets in
 * the two are the same. Empty if the word is too long. Points into *folded. */
tl_str tl_letters_fold(tl_str word, tl_folded *folded);

/* Puts the Russian and English letters of `text` in capitals, all or only the first. */
void tl_letters_raise(char *text, size_t len, bool first_only);

/* True if a Russian letter is in `word`. */
bool tl_letters_russian(tl_str word);

/* The number of vowels in a folded Russian word. */
size_t tl_letters_syllables(tl_str folded);

#endif
