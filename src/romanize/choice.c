/* SPDX-License-Identifier: MPL-2.0 */
/* Which language a Cyrillic name is in, as far as its letters tell, and which scheme of a series is
 * for that language. A name that could be Russian counts as Russian. */
#include "romanize/romanize.h"

#include "base/utf8.h"
#include "romanize/letters.h"

#include <utf8proc.h>

/* What tells a language: one of these letters, and one of those as well if there are any. The first
 * row that fits counts. */
static const struct {
    const char *language;
    tl_str letters, others;
} telling[] = {
    {"tg", TL_STR_INIT("ҷӣӯ"), TL_STR_INIT("")},  {"kk", TL_STR_INIT("әұһ"), TL_STR_INIT("")},
    {"uz", TL_STR_INIT("ў"), TL_STR_INIT("қғҳ")}, {"uz", TL_STR_INIT("ҳ"), TL_STR_INIT("")},
    {"kk", TL_STR_INIT("қғ"), TL_STR_INIT("")},   {"ky", TL_STR_INIT("ңөү"), TL_STR_INIT("")},
    {"be", TL_STR_INIT("ў"), TL_STR_INIT("")},    {"uk", TL_STR_INIT("ґєїі"), TL_STR_INIT("")},
};

/* Endings of Russian letters that Russian does not spell so. */
static const tl_str ukrainian_endings[] = {TL_STR_INIT("ський"), TL_STR_INIT("цький"),
                                           TL_STR_INIT("зький")};

static bool
has_letter(tl_str text, tl_str letters)
{
    for (size_t at = 0; at < text.len;) {
        char bytes[TL_UTF8_MAX];
        utf8proc_int32_t point = (utf8proc_int32_t)tl_utf8_next(text, &at);
        size_t length = tl_utf8_encode((uint32_t)utf8proc_tolower(point), bytes);
        if (tl_str_find(letters, (tl_str){bytes, length}, 0) < letters.len) {
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

static const char *
language_of(tl_str cyrillic)
{
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
    size_t count;
    const tl_scheme *schemes = tl_schemes(&count);
    tl_str language = tl_str_from(language_of(cyrillic)), series = tl_str_from(house->series);
    for (size_t i = 0; i < count && series.len; i++) {
        if (tl_str_equal(tl_str_from(schemes[i].series), series) &&
            tl_str_equal(tl_str_from(schemes[i].language), language)) {
            return &schemes[i];
        }
    }
    return house;
}
