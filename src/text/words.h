/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_TEXT_WORDS_H
#define TL_TEXT_WORDS_H

#include "base/str.h"

/* Words: the unit that terms are made of and that the scanner walks over.
 *
 * Boundaries are those of UAX #29 with this tailoring:
 *   - a hyphen (any dash-like hyphen, U+2011 too) always separates: a compound is its parts, the
 *     gap says that a hyphen stood between them;
 *   - a soft hyphen, a zero-width character or a combining mark never separates and is no letter;
 *     behind the last letter, marks belong to the word and ignorables to the gap;
 *   - an apostrophe (' ’ ʼ ʹ ` and kin, two of them too) or a middle dot between letters joins, but
 *     the possessive 's (’s) and a bare ' after s at the end of a word are cut off and kept as
 *     TL_WORD_POSSESSIVE; where a single quotation was opened on the same line, a bare ' after s is
 *     its end instead;
 *   - a full stop between letters separates (initials "V.A.Name"), and so does all other
 *     punctuation, between digits too ("13.30", "1,000", "snake_case");
 *   - letters of all scripts and digits that touch are one word ("MILEX2023", "5G"; "2-й" is
 *     2 + й), but each ideograph, Hiragana, Thai or like letter is one.
 *
 * The key of a word is its letters and digits folded: NFC and NFD alike, lower case (Unicode simple
 * case folding), ё → е, Latin and Greek letters without their marks, ligatures, Roman numerals and
 * full-width forms as plain letters, apostrophes and ignorables dropped; й ї ў ґ are letters of
 * their own. Two words with one key differ at most in case, marks, apostrophes and ignorables. */

typedef enum tl_gap {
    TL_GAP_NONE,   /* nothing between (first word of the text, or e.g. the two halves of a name) */
    TL_GAP_SPACE,  /* white space, NBSP, at most one line break */
    TL_GAP_HYPHEN, /* one hyphen, with or without white space or a line break after it */
    TL_GAP_DOT,    /* a full stop, perhaps white space: initials, "St. Petersburg" */
    TL_GAP_QUOTE,  /* quotation marks or a bracket, with or without white space */
    TL_GAP_SLASH,
    TL_GAP_AMPERSAND,
    TL_GAP_COMMA,
    TL_GAP_OTHER,     /* any other punctuation, or a mixture */
    TL_GAP_PARAGRAPH, /* two line breaks or more */
} tl_gap;

enum {
    TL_WORD_CAPITALISED = 1 << 0, /* the first letter is upper or title case */
    TL_WORD_ALL_CAPS = 1 << 1,    /* two letters or more, none lower case */
    TL_WORD_HAS_UPPER = 1 << 2,   /* an upper-case letter somewhere */
    TL_WORD_HAS_DIGIT = 1 << 3,
    TL_WORD_HAS_LETTER = 1 << 4,
    TL_WORD_PLAIN = 1 << 5,      /* the key is just the bytes in lower case: nothing was dropped */
    TL_WORD_POSSESSIVE = 1 << 6, /* 's, ’s or s' was cut off; `tail` says how many bytes */
    /* First of the text, after . ! ? … and white space (but not the full stop of an initial or a
     * common abbreviation), after a paragraph break, after a line break behind a colon. */
    TL_WORD_SENTENCE_START = 1 << 7,
    /* Part of a URL, bare domain, mail address or file name: scheme://…, www.…, a@b.c, <scheme:…>,
     * and what has a full stop between two letters or more on each side, the right ones lower case
     * ("Report.docx"; if Cyrillic, a top-level domain) or all upper case and short ("CMD.EXE");
     * an @handle, a #tag, a path (/srv/press/en, ~/en, C:\en). */
    TL_WORD_NOT_TEXT = 1 << 8,
    /* Of these, what the bytes of a word tell by themselves. */
    TL_WORD_BY_ITSELF = (1 << 6) - 1,
};

typedef struct tl_word {
    tl_range range;   /* bytes of the text, without the possessive */
    uint64_t hash;    /* of the key: tl_words_hash_join(a, b) is the hash of the keys joined */
    uint32_t letters; /* of the key: tl_words_letters() */
    uint16_t length;  /* code points in the key; UINT16_MAX stands for more, too */
    uint16_t flags;   /* TL_WORD_… */
    uint8_t scripts;  /* set of tl_script of its letters */
    uint8_t gap;      /* tl_gap between the previous word and this one */
    uint8_t tail;     /* bytes of the possessive behind range.end */
    uint32_t card;    /* its number in the lexicon; 0: it has none */
} tl_word;

/* The words of one text, in order. All-zero is empty; reused from text to text. */
typedef struct tl_words {
    tl_word *items;
    size_t count;
    size_t capacity;
    struct tl_lexicon *lexicon; /* of one thread (text/lexicon.h), borrowed; or NULL */
} tl_words;

/* Frees the words, and forgets the lexicon. */
void tl_words_clear(tl_words *words);

/* Replaces the contents by the words of `text`: well-formed UTF-8 of less than 4 GiB. One pass,
 * linear; no allocation but the growth of the array. */
void tl_words_find(tl_words *words, tl_str text);

/* Writes the key of one word to `out`, which has room for word.len * 3 bytes; returns its length.
 * tl_words_hash(key) equals tl_word.hash. */
size_t tl_words_key(tl_str word, char *out);

/* The first letters of the key of a word that is TL_WORD_PLAIN, `most` of them at most; returns how
 * many. */
size_t tl_words_plain_letters(tl_str word, uint32_t *letters, size_t most);

/* The hash of a key (folded letters): a polynomial, of which the low bits are weak, so mix it
 * (tl_hash_mix) before taking some of them. */
uint64_t tl_words_hash(tl_str key);

/* Which letters a key has, a bit for each; several share a bit, but none of one alphabet. */
uint32_t tl_words_letters(tl_str key);

/* The hash of the key `a` followed by the key `b`, of `b_length` code points. */
uint64_t tl_words_hash_join(uint64_t a, uint64_t b, size_t b_length);

#endif
