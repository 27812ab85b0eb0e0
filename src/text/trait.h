/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_TEXT_TRAIT_H
#define TL_TEXT_TRAIT_H

#include "base/utf8.h"

/* Internal to text/: all that the search for words must know of one code point, in 32 bits, so that
 * a letter costs one load. The bits of the letters of a word are simply united.
 *
 *   bits 0–15   the folded letter or digit, if it is a single code point of the BMP
 *   bits 16–26  TL_TRAIT_…
 *   bits 27–31  tl_trait_class */

typedef uint32_t tl_trait;

enum {
    TL_TRAIT_FOLDED = 0xFFFF,
    TL_TRAIT_UPPER = 1 << 16, /* a title-case letter is both upper and lower */
    TL_TRAIT_DIGIT = 1 << 17,
    TL_TRAIT_LETTER = 1 << 18,
    TL_TRAIT_WORD = TL_TRAIT_LETTER | TL_TRAIT_DIGIT,
    TL_TRAIT_LOWER = 1 << 19,
    TL_TRAIT_FLAGS = 14,        /* shifted by this, UPPER, DIGIT and LETTER are TL_WORD_HAS_… */
    TL_TRAIT_SCRIPT = 20,       /* bits 20–23: tl_script */
    TL_TRAIT_CHANGED = 1 << 24, /* the key has something else than its lower case */
    TL_TRAIT_COMPLEX = 1 << 25, /* bits 0–15 do not tell the key: see fold.h */
    TL_TRAIT_SINGLE = 1 << 26, /* a word of its own (UAX #29 joins it to no letter): ideographs … */
    TL_TRAIT_CLASS = 27,
};

typedef enum tl_trait_class {
    /* May go on with a word. */
    TL_CLASS_WORD,       /* letters and digits */
    TL_CLASS_MARK,       /* combining marks */
    TL_CLASS_IGNORABLE,  /* soft hyphen, zero-width and format characters */
    TL_CLASS_APOSTROPHE, /* joins letters, and is a quotation mark elsewhere */
    TL_CLASS_MODIFIER,   /* ʼ ʹ ʻ …: as an apostrophe, but never a quotation mark */
    TL_CLASS_JOINER,     /* middle dot and kin: joins letters, and is punctuation elsewhere */
    /* Ends a word. */
    TL_CLASS_SPACE,
    TL_CLASS_LINE_BREAK,
    TL_CLASS_PARAGRAPH, /* U+2029 */
    TL_CLASS_HYPHEN,
    TL_CLASS_DASH,
    TL_CLASS_DOT,
    TL_CLASS_STOP, /* ! ? … */
    TL_CLASS_COMMA,
    TL_CLASS_COLON,
    TL_CLASS_QUOTE, /* quotation marks and brackets */
    TL_CLASS_SLASH,
    TL_CLASS_AMPERSAND,
    TL_CLASS_AT,
    TL_CLASS_OTHER,
} tl_trait_class;

/* The traits of any code point, worked out from the Unicode database. Slow. */
tl_trait tl_trait_compute(uint32_t code_point);

/* What tl_trait_compute() gives, tabulated by the build: the alphabets that our texts are written
 * in (two bytes of UTF-8 at most), and General Punctuation. */
enum {
    TL_TRAIT_ALPHABETS = 0x600,
    TL_TRAIT_PUNCTUATION = 0x2000,
    TL_TRAIT_PUNCTUATION_COUNT = 0x70,
};
extern const tl_trait tl_trait_alphabets[TL_TRAIT_ALPHABETS];
extern const tl_trait tl_trait_punctuation[TL_TRAIT_PUNCTUATION_COUNT];

static inline tl_trait
tl_trait_of(uint32_t code_point)
{
    if (code_point < TL_TRAIT_ALPHABETS) {
        return tl_trait_alphabets[code_point];
    }
    if (code_point - TL_TRAIT_PUNCTUATION < TL_TRAIT_PUNCTUATION_COUNT) {
        return tl_trait_punctuation[code_point - TL_TRAIT_PUNCTUATION];
    }
    return tl_trait_compute(code_point);
}

/* The traits of a code point of one byte; of any other byte those of a letter, for which it may
 * stand. */
static inline tl_trait
tl_trait_of_byte(char byte)
{
    return (unsigned char)byte < 0x80 ? tl_trait_alphabets[(unsigned char)byte] : 0;
}

/* True for the first byte of a code point of the alphabets that has two bytes. */
static inline bool
tl_trait_is_wide(unsigned char byte)
{
    enum { FIRST = 0xC0, BEYOND = 0xC0 | TL_TRAIT_ALPHABETS >> 6 };
    return byte >= FIRST && byte < BEYOND;
}

/* The traits of such a code point. */
static inline tl_trait
tl_trait_of_wide(const unsigned char *bytes)
{
    return tl_trait_alphabets[(bytes[0] & 0x1Fu) << 6 | (bytes[1] & 0x3Fu)];
}

/* The traits of the code point at `bytes`, of which there are two at least; 0 if it is beyond the
 * alphabets. */
static inline tl_trait
tl_trait_of_alphabet(const unsigned char *bytes)
{
    return bytes[0] < 0x80              ? tl_trait_alphabets[bytes[0]]
           : tl_trait_is_wide(bytes[0]) ? tl_trait_of_wide(bytes)
                                        : 0;
}

/* The traits of the code point at *at, which is less than text.len; moves *at behind it. */
static inline tl_trait
tl_trait_next(tl_str text, size_t *at)
{
    unsigned char byte = (unsigned char)text.ptr[*at];
    if (byte < 0x80) {
        *at += 1;
        return tl_trait_alphabets[byte];
    }
    return tl_trait_of(tl_utf8_next(text, at));
}

static inline tl_trait_class
tl_trait_class_of(tl_trait trait)
{
    return (tl_trait_class)(trait >> TL_TRAIT_CLASS);
}

#endif
