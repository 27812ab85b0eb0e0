/* SPDX-License-Identifier: MPL-2.0 */
/* Knows how the characters of a word become numbered letters: case, precomposed and combining
 * marks, apostrophes, hyphens and look-alikes of the other script. The tables come from
 * gen_edges.py, so that the edges were folded in the same way. Nothing is allocated. */
#include "romanize/letters.h"

#include "base/utf8.h"
#include "text/script.h"

#include <string.h>

enum { BASE_I = 'i' - 'a' + 1, DOT_ABOVE = 0x0307 };
enum { INVERTED_BREVE_BELOW = 0x035c, LAST_DOUBLE_MARK = 0x0362 }; /* ties between two letters */

bool
tl_is_hyphen(uint32_t point)
{
    return point == '-' || (point >= 0x2010 && point <= 0x2013);
}

/* Apostrophes, primes and other modifier letters, soft hyphens, zero-width characters. */
static bool
is_ignorable(uint32_t point)
{
    return point == '\'' || point == '`' || point == '"' || point == 0x00ad || point == 0x00b4 ||
           (point >= 0x02b0 && point <= 0x02ff) || (point >= 0x2018 && point <= 0x201f) ||
           (point >= 0x2032 && point <= 0x2036) || (point >= 0x200b && point <= 0x200d) ||
           point == 0x2060 || point == 0xfeff || (point >= 0xfe20 && point <= 0xfe2f);
}

bool
tl_is_combining(uint32_t point)
{
    return point >= TL_COMBINING_FIRST && point < TL_COMBINING_FIRST + TL_COMBINING_SPAN;
}

uint8_t
tl_cyrillic_letter(uint32_t point)
{
    return point >= TL_CYRILLIC_FIRST && point < TL_CYRILLIC_FIRST + TL_CYRILLIC_SPAN
               ? tl_cyrillic_codes[point - TL_CYRILLIC_FIRST]
               : 0;
}

uint8_t
tl_cyrillic_compose(uint8_t letter, uint32_t mark)
{
    for (size_t i = 0; i < tl_cyrillic_composition_count; i++) {
        const tl_composition *row = &tl_cyrillic_compositions[i];
        if (row->letter == letter && row->mark == mark) {
            return row->composed;
        }
    }
    return letter;
}

bool
tl_cyrillic_fold(tl_cyrillic *word, tl_str text)
{
    word->count = 0;
    for (size_t at = 0; at < text.len;) {
        uint32_t point = tl_utf8_next(text, &at);
        uint8_t letter = tl_is_hyphen(point) ? TL_LETTER_HYPHEN : tl_cyrillic_letter(point);
        if (letter == 0 && tl_is_combining(point) && word->count > 0) {
            uint8_t *last = &word->letters[word->count - 1];
            *last = tl_cyrillic_compose(*last, point);
            continue;
        }
        if (letter == 0 && is_ignorable(point)) {
            continue;
        }
        if (letter == 0) {
            letter = tl_cyrillic_letter(tl_script_lookalike(point, TL_SCRIPT_CYRILLIC));
        }
        if (letter == 0 || word->count == TL_NAME_MAX) {
            return false;
        }
        word->letters[word->count++] = letter;
    }
    return word->count > 0;
}

bool
tl_cyrillic_ends_with(tl_str word, tl_str ending)
{
    tl_cyrillic a, b;
    if (!tl_cyrillic_fold(&a, word) || !tl_cyrillic_fold(&b, ending) || a.count < b.count) {
        return false;
    }
    return memcmp(a.letters + a.count - b.count, b.letters, b.count) == 0;
}

/* The row of a Latin letter or hyphen; all 0 for anything else. */
static tl_latin_fold_row
latin_row(uint32_t point)
{
    if (point >= 'a' && point <= 'z') {
        return (tl_latin_fold_row){.first = (uint8_t)(point - 'a' + 1)};
    }
    if (point >= 'A' && point <= 'Z') {
        return (tl_latin_fold_row){.first = (uint8_t)(point - 'A' + 1)};
    }
    if (tl_is_hyphen(point)) {
        return (tl_latin_fold_row){.first = TL_BASE_HYPHEN};
    }
    if (point >= TL_LATIN_FIRST && point < TL_LATIN_FIRST + TL_LATIN_SPAN) {
        return tl_latin_folds[point - TL_LATIN_FIRST];
    }
    if (point >= TL_ADDITIONAL_FIRST && point < TL_ADDITIONAL_FIRST + TL_ADDITIONAL_SPAN) {
        return tl_latin_additional_folds[point - TL_ADDITIONAL_FIRST];
    }
    return (tl_latin_fold_row){0};
}

static bool
append(tl_latin *word, uint8_t base, uint8_t mark, tl_range range)
{
    if (word->count == TL_NAME_MAX) {
        return false;
    }
    word->letters[word->count] = (tl_latin_letter){base, mark};
    word->begin[word->count] = (uint16_t)range.begin;
    word->end[word->count] = (uint16_t)range.end;
    word->count++;
    word->marked |= mark != 0;
    return true;
}

/* Puts a combining mark on the last letter; two marks are as good as an unknown one. */
static void
add_mark(tl_latin *word, uint32_t point, size_t end)
{
    if (word->count == 0 || (point >= INVERTED_BREVE_BELOW && point <= LAST_DOUBLE_MARK)) {
        return;
    }
    tl_latin_letter *last = &word->letters[word->count - 1];
    if (last->base == BASE_I && point == DOT_ABOVE) {
        return; /* the lower case of İ */
    }
    last->mark = last->mark ? TL_MARK_SEVERAL : tl_combining_marks[point - TL_COMBINING_FIRST];
    word->end[word->count - 1] = (uint16_t)end;
    word->marked = true;
}

bool
tl_latin_fold(tl_latin *word, tl_str text)
{
    bool has_latin = false;
    word->text = text;
    word->count = 0;
    word->marked = false;
    if (text.len > UINT16_MAX) {
        return false;
    }
    for (size_t at = 0; at < text.len;) {
        tl_range range = {.begin = (uint32_t)at};
        uint32_t point = tl_utf8_next(text, &at);
        range.end = (uint32_t)at;
        if (tl_is_combining(point)) {
            add_mark(word, point, at);
            continue;
        }
        tl_latin_fold_row row = latin_row(point);
        if (row.first == 0 && is_ignorable(point)) {
            continue;
        }
        has_latin |= row.first != 0 && row.first != TL_BASE_HYPHEN;
        if (row.first == 0) {
            row = latin_row(tl_script_lookalike(point, TL_SCRIPT_LATIN));
        }
        if (row.first == 0 || !append(word, row.first, row.first_mark, range) ||
            (row.second && !append(word, row.second, row.second_mark, range))) {
            return false;
        }
    }
    return has_latin;
}

size_t
tl_cyrillic_encode(uint8_t letter, char *out)
{
    return tl_utf8_encode(tl_cyrillic_letters[letter], out);
}

/* Reads a text letter by letter. */
struct cursor {
    tl_str text;
    size_t at;
    uint8_t pending; /* the second letter of a ligature; 0: none */
};

/* The base of the next letter; 0 at the end. What is no Latin letter comes as its code point, so
 * that a space or a digit equals itself only. */
static uint32_t
next_base(struct cursor *cursor)
{
    uint8_t pending = cursor->pending;
    cursor->pending = 0;
    while (pending == 0 && cursor->at < cursor->text.len) {
        uint32_t point = tl_utf8_next(cursor->text, &cursor->at);
        if (is_ignorable(point) || tl_is_combining(point)) {
            continue;
        }
        tl_latin_fold_row row = latin_row(point);
        cursor->pending = row.second;
        return row.first && row.first != TL_BASE_OTHER ? row.first : point;
    }
    return pending;
}

bool
tl_latin_same_letters(tl_str left, tl_str right)
{
    struct cursor a = {.text = left}, b = {.text = right};
    uint32_t base;
    do {
        base = next_base(&a);
        if (base != next_base(&b)) {
            return false;
        }
    } while (base);
    return true;
}

bool
tl_latin_same_marks(tl_str left, tl_str right)
{
    tl_latin a, b;
    if (!tl_latin_fold(&a, left) || !tl_latin_fold(&b, right) || a.count != b.count) {
        return false;
    }
    return memcmp(a.letters, b.letters, a.count * sizeof *a.letters) == 0;
}
