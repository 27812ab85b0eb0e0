/* SPDX-License-Identifier: MPL-2.0 */
/* Which language a Cyrillic name is in, as far as its letters tell, and which scheme of a series is
 * for that language. A name that could be Russian counts as Russian. */
#include "romanize/romanize.h"

#include "base/utf8.h"
#include "romanize/letters.h"

/* What tells a language: one of these letters, and one of those as well if there are any. The first
 * row that fits counts. */
static const struct {
    const char *language;
    tl_str letters, others;
} telling[] = {
    {"tg", TL_STR_INIT("ҷӣӯ"), TL_STR_INIT("")},   {"az", TL_STR_INIT("ҝҹ"), TL_STR_INIT("")},
    {"az", TL_STR_INIT("ј"), TL_STR_INIT("әөүһ")}, {"ro", TL_STR_INIT("ӂ"), TL_STR_INIT("")},
    {"kk", TL_STR_INIT("әұһ"), TL_STR_INIT("")},   {"uz", TL_STR_INIT("ў"), TL_STR_INIT("қғҳ")},
    {"uz", TL_STR_INIT("ҳ"), TL_STR_INIT("")},     {"kk", TL_STR_INIT("қғ"), TL_STR_INIT("")},
    {"ky", TL_STR_INIT("ңөү"), TL_STR_INIT("")},   {"be", TL_STR_INIT("ў"), TL_STR_INIT("")},
    {"uk", TL_STR_INIT("ґєїі"), TL_STR_INIT("")},
};

/* Endings of Russian letters that Russian does not spell so. */
static const tl_str ukrainian_endings[] = {TL_STR_INIT("ський"), TL_STR_INIT("цький"),
                                           TL_STR_INIT("зький")};

/* Reads the letter at *at, composed with a mark behind it, in lower case into `bytes`; empty if it
 * is not Cyrillic. */
static tl_str
next_letter(tl_str text, size_t *at, char *bytes)
{
    uint8_t letter = tl_cyrillic_letter(tl_utf8_next(text, at));
    size_t behind = *at;
    uint32_t mark = behind < text.len ? tl_utf8_next(text, &behind) : 0;
    if (letter && tl_is_combining(mark)) {
        letter = tl_cyrillic_compose(letter, mark);
        *at = behind;
    }
    return (tl_str){bytes, letter ? tl_cyrillic_encode(letter, bytes) : 0};
}

static bool
is_one_of(tl_str letter, tl_str letters)
{
    return letter.len > 0 && tl_str_find(letters, letter, 0) < letters.len;
}

static bool
has_letter(tl_str text, tl_str letters)
{
    char bytes[TL_UTF8_MAX];
    for (size_t at = 0; at < text.len;) {
        if (is_one_of(next_letter(text, &at, bytes), letters)) {
            return true;
        }
    }
    return false;
}

static bool
has_ukrainian_ending(tl_str cyrillic)
{
    tl_str word;
    while (tl_str_split(&cyrillic, ' ', &word)) {
        for (size_t i = 0; i < sizeof ukrainian_endings / sizeof *ukrainian_endings; i++) {
            if (tl_cyrillic_ends_with(word, ukrainian_endings[i])) {
                return true;
            }
        }
    }
    return false;
}

/* True if some ў stands where Belarusian has none, not behind a vowel. */
static bool
has_uzbek_u(tl_str cyrillic)
{
    bool behind_vowel = false;
    char bytes[TL_UTF8_MAX];
    for (size_t at = 0; at < cyrillic.len;) {
        tl_str letter = next_letter(cyrillic, &at, bytes);
        if (is_one_of(letter, TL_STR("ў")) && !behind_vowel) {
            return true;
        }
        behind_vowel = is_one_of(letter, TL_STR("аеёіоуыэюя"));
    }
    return false;
}

static const char *
language_of(tl_str cyrillic)
{
    if (has_uzbek_u(cyrillic)) {
        return "uz";
    }
    for (size_t i = 0; i < sizeof telling / sizeof *telling; i++) {
        if (has_letter(cyrillic, telling[i].letters) &&
            (telling[i].others.len == 0 || has_letter(cyrillic, telling[i].others))) {
            return telling[i].language;
        }
    }
    return has_ukrainian_ending(cyrillic) ? "uk" : "ru";
}

const tl_scheme *
tl_scheme_for(const tl_scheme *house, tl_str cyrillic)
{
    return tl_scheme_in_language(house, tl_str_from(language_of(cyrillic)));
}

const tl_scheme *
tl_scheme_in_language(const tl_scheme *house, tl_str language)
{
    size_t count;
    const tl_scheme *schemes = tl_schemes(&count);
    tl_str series = tl_str_from(house->series);
    for (size_t i = 0; i < count && series.len; i++) {
        if (tl_str_equal(tl_str_from(schemes[i].series), series) &&
            tl_str_equal(tl_str_from(schemes[i].language), language)) {
            return &schemes[i];
        }
    }
    return house;
}
