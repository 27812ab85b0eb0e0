/* SPDX-License-Identifier: MPL-2.0 */
/* The letters of Russian and English, in NFC UTF-8. Knows their case and ё; every other letter is
 * passed through. A letter and its other case have the same number of bytes. */
#include "morph/letters.h"

#include "base/utf8.h"

#include <string.h>

enum {
    CAPITAL_A = 0x410,
    CAPITAL_YA = 0x42F,
    SMALL_A = 0x430,
    SMALL_YA = 0x44F,
    CAPITAL_YO = 0x401,
    SMALL_YO = 0x451,
    SMALL_YE = 0x435,
};

static bool
is_capital(uint32_t letter)
{
    return (letter >= 'A' && letter <= 'Z') || (letter >= CAPITAL_A && letter <= CAPITAL_YA) ||
           letter == CAPITAL_YO;
}

static bool
is_small(uint32_t letter)
{
    return (letter >= 'a' && letter <= 'z') || (letter >= SMALL_A && letter <= SMALL_YA) ||
           letter == SMALL_YO;
}

static uint32_t
lower(uint32_t letter)
{
    if (letter == CAPITAL_YO) {
        return SMALL_YO;
    }
    return is_capital(letter) ? letter + 0x20 : letter;
}

static uint32_t
upper(uint32_t letter)
{
    if (letter == SMALL_YO) {
        return CAPITAL_YO;
    }
    return is_small(letter) ? letter - 0x20 : letter;
}

tl_capitals
tl_capitals_of(tl_str word)
{
    size_t capitals = 0;
    bool small = false, first = false;
    for (size_t at = 0; at < word.len;) {
        bool at_start = at == 0;
        uint32_t letter = tl_utf8_next(word, &at);
        capitals += is_capital(letter);
        small |= is_small(letter);
        first |= at_start && is_capital(letter);
    }
    if (capitals >= 2 && !small) {
        return TL_CAPITALS_ALL;
    }
    return first ? TL_CAPITALS_FIRST : TL_CAPITALS_NONE;
}

tl_str
tl_letters_fold(tl_str word, tl_folded *folded)
{
    folded->len = word.len <= sizeof folded->bytes ? word.len : 0;
    for (size_t at = 0; at < folded->len;) {
        size_t begin = at;
        uint32_t letter = tl_utf8_next(word, &at), small = lower(letter);
        if (small == SMALL_YO) {
            small = SMALL_YE;
        }
        if (small == letter) {
            memcpy(folded->bytes + begin, word.ptr + begin, at - begin);
        } else {
            tl_utf8_encode(small, folded->bytes + begin);
        }
    }
    return (tl_str){folded->bytes, folded->len};
}

void
tl_letters_raise(char *text, size_t len, bool first_only)
{
    tl_str str = {text, len};
    for (size_t at = 0; at < len;) {
        size_t begin = at;
        uint32_t letter = tl_utf8_next(str, &at);
        if (is_small(letter)) {
            tl_utf8_encode(upper(letter), text + begin);
        }
        if (first_only) {
            return;
        }
    }
}

bool
tl_letters_russian(tl_str word)
{
    for (size_t at = 0; at < word.len;) {
        uint32_t letter = lower(tl_utf8_next(word, &at));
        if (letter == SMALL_YO || (letter >= SMALL_A && letter <= SMALL_YA)) {
            return true;
        }
    }
    return false;
}

static bool
is_vowel(uint32_t letter)
{
    switch (letter) {
    case 0x430: /* а */
    case 0x435: /* е */
    case 0x438: /* и */
    case 0x43E: /* о */
    case 0x443: /* у */
    case 0x44B: /* ы */
    case 0x44D: /* э */
    case 0x44E: /* ю */
    case 0x44F: /* я */ return true;
    default: return false;
    }
}

size_t
tl_letters_syllables(tl_str folded)
{
    size_t count = 0;
    for (size_t at = 0; at < folded.len;) {
        count += is_vowel(tl_utf8_next(folded, &at));
    }
    return count;
}
