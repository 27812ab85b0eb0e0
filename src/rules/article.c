/* SPDX-License-Identifier: MPL-2.0 */
/* Knows by the letters how an English word begins to the ear, which the article before it goes by.
 */
#include "rules/article.h"

#include "text/capitals.h"

#include <string.h>

/* Beginnings whose first letter misleads: a silent h, a vowel that sounds like "you" or "won". */
static bool
has_misleading_letter(tl_str word)
{
    static const tl_str beginnings[] = {
        TL_STR_INIT("hour"), TL_STR_INIT("hono"), TL_STR_INIT("honest"), TL_STR_INIT("heir"),
        TL_STR_INIT("eu"),   TL_STR_INIT("uni"),  TL_STR_INIT("use"),    TL_STR_INIT("usu"),
        TL_STR_INIT("uti"),  TL_STR_INIT("one"),  TL_STR_INIT("once"),   TL_STR_INIT("ubiq"),
    };
    for (size_t i = 0; i < sizeof beginnings / sizeof beginnings[0]; i++) {
        tl_str begin = tl_str_slice(word, 0, beginnings[i].len);
        if (tl_str_equal_ascii_nocase(begin, beginnings[i])) {
            return true;
        }
    }
    return false;
}

static bool
begins_with_vowel_sound(tl_str text)
{
    static const char letters[] = "AEIOUaeiou", letter_names[] = "AEFHILMNORSX";
    tl_str first = tl_str_slice(text, 0, tl_str_find_byte(text, ' ', 0));
    if (!tl_capitals_only(first) && has_misleading_letter(first)) {
        return first.ptr[0] == 'h' || first.ptr[0] == 'H';
    }
    const char *set = tl_capitals_only(first) ? letter_names : letters;
    return first.len && strchr(set, first.ptr[0]) != NULL;
}

/* "a CSCO body" may not become "a OSCE body": the article would have to change with it. */
bool
tl_article_still_fits(const tl_pass *pass, const tl_hit *hit, tl_str replacement)
{
    return !tl_scan_has_article(pass->scan, hit->first) ||
           begins_with_vowel_sound(replacement) ==
               begins_with_vowel_sound(tl_pass_text(pass, hit->range));
}
