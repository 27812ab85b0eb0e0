/* SPDX-License-Identifier: MPL-2.0 */
/* Endings by which names are known that no list has. Only those that ordinary words rarely have. */
#include "engine/family_name.h"

#include "base/utf8.h"

enum { LONG_FAMILY_NAME = 6 }; /* letters, half as many bytes at least */

static bool
ends_with_one(tl_str key, const tl_str *endings, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (tl_str_ends_with(key, endings[i])) {
            return true;
        }
    }
    return false;
}

tl_script
tl_language_of_word(tl_str word)
{
    size_t at = 0;
    return word.len ? tl_script_of(tl_utf8_next(word, &at)) : TL_SCRIPT_NONE;
}

bool
tl_is_family_name(tl_str key)
{
    static const tl_str endings[] = {
        TL_STR_INIT("ov"),    TL_STR_INIT("ev"),    TL_STR_INIT("ova"),  TL_STR_INIT("eva"),
        TL_STR_INIT("sky"),   TL_STR_INIT("skiy"),  TL_STR_INIT("skii"), TL_STR_INIT("skaya"),
        TL_STR_INIT("skaia"), TL_STR_INIT("enko"),  TL_STR_INIT("dze"),  TL_STR_INIT("shvili"),
        TL_STR_INIT("chuk"),  TL_STR_INIT("tchuk"), TL_STR_INIT("yuk"),  TL_STR_INIT("iuk"),
        TL_STR_INIT("ов"),    TL_STR_INIT("ев"),    TL_STR_INIT("ова"),  TL_STR_INIT("ева"),
        TL_STR_INIT("ский"),  TL_STR_INIT("ская"),  TL_STR_INIT("енко"), TL_STR_INIT("дзе"),
        TL_STR_INIT("швили"), TL_STR_INIT("чук"),
    };
    bool cyrillic = tl_language_of_word(key) == TL_SCRIPT_CYRILLIC;
    return key.len >= (cyrillic ? 2 * LONG_FAMILY_NAME : LONG_FAMILY_NAME) &&
           ends_with_one(key, endings, sizeof endings / sizeof *endings);
}

bool
tl_is_patronymic(tl_str key)
{
    static const tl_str endings[] = {
        TL_STR_INIT("vich"), TL_STR_INIT("vna"),  TL_STR_INIT("vych"), TL_STR_INIT("вич"),
        TL_STR_INIT("вича"), TL_STR_INIT("вичу"), TL_STR_INIT("виче"), TL_STR_INIT("вичем"),
        TL_STR_INIT("вна"),  TL_STR_INIT("вны"),  TL_STR_INIT("вне"),  TL_STR_INIT("вну"),
        TL_STR_INIT("вной"), TL_STR_INIT("вн"),
    };
    return ends_with_one(key, endings, sizeof endings / sizeof *endings);
}
