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

/* Writes `word` to `out` (word.len bytes) with the letters of Russian and English in lower case and
 * ё as е; all other bytes stay, so that offsets in the two are the same. */
void tl_letters_fold(tl_str word, char *out);

/* The reverse for `len` bytes of Russian or English letters: capitals, or only the first one. */
void tl_letters_raise(char *text, size_t len, bool first_only);

/* True if a Russian letter is in `word`. */
bool tl_letters_russian(tl_str word);

/* The number of Russian vowels in a folded word. */
size_t tl_letters_syllables(tl_str folded);

#endif
