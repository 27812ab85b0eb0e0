/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_TEXT_COMPARE_H
#define TL_TEXT_COMPARE_H

#include "base/str.h"

/* In what two words with one key (text/words.h) differ: a set of bits, 0 for the same word. NFC and
 * NFD, stress marks, soft hyphens, zero-width characters and the shape of an apostrophe never
 * differ. */
enum {
    TL_DIFFER_CASE_RAISED = 1 << 0,  /* the first letter only: upper in the text, lower expected */
    TL_DIFFER_CASE_LOWERED = 1 << 1, /* the first letter only: lower in the text, upper expected */
    TL_DIFFER_CASE_INSIDE = 1 << 2,  /* another letter */
    TL_DIFFER_MARKS = 1 << 3,        /* diacritics */
    TL_DIFFER_YO = 1 << 4,           /* ё and е */
    TL_DIFFER_APOSTROPHE = 1 << 5,   /* one has an apostrophe where the other has none */
    TL_DIFFER_SCRIPT = 1 << 6,       /* a look-alike of another script */
    TL_DIFFER_KEY = 1 << 7,          /* they have different keys after all */
};

enum {
    TL_DIFFER_CASE = TL_DIFFER_CASE_RAISED | TL_DIFFER_CASE_LOWERED | TL_DIFFER_CASE_INSIDE,
};

unsigned tl_words_differ(tl_str text, tl_str expected);

/* Unicode simple case mappings of one code point. */
uint32_t tl_letter_lower(uint32_t code_point);
uint32_t tl_letter_upper(uint32_t code_point);

#endif
