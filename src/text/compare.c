/* SPDX-License-Identifier: MPL-2.0 */
/* Names the differences between a word of the text and the word that was expected. Works on the
 * letters alone: both words are brought to NFC, ignorable characters and stress marks dropped, and
 * then compared letter by letter. Only matches come here, so this need not be fast. */
#include "text/compare.h"

#include "base/utf8.h"
#include "text/script.h"
#include "text/words.h"

#include <stdlib.h>

#include <utf8proc.h>

enum {
    MAX_LETTERS = 256,
    SHARP_S = 0xDF, /* ß, in capitals SS */
    YO_SMALL = 0x451,
    YE_SMALL = 0x435,
    STRESS_GRAVE = 0x300,
    STRESS_ACUTE = 0x301
};

uint32_t
tl_letter_lower(uint32_t code_point)
{
    return (uint32_t)utf8proc_tolower((utf8proc_int32_t)code_point);
}

uint32_t
tl_letter_upper(uint32_t code_point)
{
    return (uint32_t)utf8proc_toupper((utf8proc_int32_t)code_point);
}

/* é → e; Cyrillic letters with a mark of their own (й, ї, ў) are letters and stay. */
static uint32_t
without_mark(uint32_t code_point)
{
    if (tl_script_of(code_point) == TL_SCRIPT_CYRILLIC) {
        return code_point;
    }
    utf8proc_int32_t parts[8];
    int boundary = 0;
    utf8proc_ssize_t count = utf8proc_decompose_char((utf8proc_int32_t)code_point, parts, 8,
                                                     UTF8PROC_DECOMPOSE, &boundary);
    return count > 0 && count <= 8 ? (uint32_t)parts[0] : code_point;
}

static bool
is_apostrophe(uint32_t c)
{
    switch (c) {
    case '\'':
    case '`':
    case 0xB4:  /* acute accent */
    case 0x2B9: /* modifier prime */
    case 0x2BA: /* modifier double prime */
    case 0x2BB:
    case 0x2BC:
    case 0x2BD:
    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0x2032:
    case 0x2033: return true;
    default: return false;
    }
}

static bool
is_stress(uint32_t c)
{
    return c == STRESS_GRAVE || c == STRESS_ACUTE;
}

/* The letters of a word in NFC, without what the key ignores but for apostrophes. A stress mark
 * that composed with nothing is dropped. */
static size_t
letters_of(tl_str word, uint32_t *letters)
{
    utf8proc_uint8_t *composed = NULL;
    utf8proc_ssize_t length =
        utf8proc_map((const utf8proc_uint8_t *)word.ptr, (utf8proc_ssize_t)word.len, &composed,
                     UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_IGNORE);
    size_t count = 0, at = 0;
    tl_str text = {(const char *)composed, length > 0 ? (size_t)length : 0};
    while (at < text.len && count < MAX_LETTERS) {
        uint32_t c = tl_utf8_next(text, &at);
        if (!is_stress(c)) {
            letters[count++] = is_apostrophe(c) ? '\'' : c;
        }
    }
    free(composed);
    return count;
}

static bool
is_yo_pair(uint32_t a, uint32_t b)
{
    return (a == YO_SMALL && b == YE_SMALL) || (a == YE_SMALL && b == YO_SMALL);
}

static unsigned
letter_difference(uint32_t text, uint32_t expected, bool is_first)
{
    unsigned difference = 0;
    uint32_t a = tl_letter_lower(text), b = tl_letter_lower(expected);
    if ((text == a) != (expected == b)) {
        difference = !is_first   ? TL_DIFFER_CASE_INSIDE
                     : text == a ? TL_DIFFER_CASE_LOWERED
                                 : TL_DIFFER_CASE_RAISED;
    }
    if (a == b) {
        return difference;
    }
    if (is_yo_pair(a, b)) {
        return difference | TL_DIFFER_YO;
    }
    if (without_mark(a) == without_mark(b)) {
        return difference | TL_DIFFER_MARKS;
    }
    tl_script script = tl_script_of(expected);
    uint32_t alike = tl_script_lookalike(text, script);
    if (script != tl_script_of(text) && alike && tl_letter_lower(alike) == b) {
        return difference | TL_DIFFER_SCRIPT;
    }
    return difference | TL_DIFFER_KEY;
}

unsigned
tl_words_differ(tl_str text, tl_str expected)
{
    uint32_t a[MAX_LETTERS], b[MAX_LETTERS];
    size_t a_count = letters_of(text, a), b_count = letters_of(expected, b);
    unsigned differences = 0;
    size_t i = 0, j = 0;
    while (i < a_count && j < b_count) {
        if ((a[i] == '\'') != (b[j] == '\'')) {
            differences |= TL_DIFFER_APOSTROPHE;
            i += a[i] == '\'';
            j += b[j] == '\'';
            continue;
        }
        bool is_sharp_s =
            b[j] == SHARP_S && i + 1 < a_count && a[i] == 'S' && a[i + 1] == 'S'; /* WEISS */
        differences |= is_sharp_s ? TL_DIFFER_CASE_INSIDE : letter_difference(a[i], b[j], i == 0);
        i += 1 + is_sharp_s;
        j++;
    }
    for (; i < a_count || j < b_count; i++, j++) {
        bool is_mark = (i < a_count && a[i] == '\'') || (j < b_count && b[j] == '\'');
        differences |= is_mark ? TL_DIFFER_APOSTROPHE : TL_DIFFER_KEY;
    }
    if (differences & TL_DIFFER_KEY) { /* letters that fold to several (ß, æ) lose the step */
        char first[MAX_LETTERS * 12], second[MAX_LETTERS * 12];
        bool same = text.len < MAX_LETTERS * 4 && expected.len < MAX_LETTERS * 4 &&
                    tl_str_equal((tl_str){first, tl_words_key(text, first)},
                                 (tl_str){second, tl_words_key(expected, second)});
        return same ? TL_DIFFER_MARKS : TL_DIFFER_KEY;
    }
    return differences;
}
