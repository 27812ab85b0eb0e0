/* SPDX-License-Identifier: MPL-2.0 */
/* Holds a Cyrillic first letter against a Latin one: by all the schemes, and by what given names
 * are written with where a language has forms of its own for them. */
#include "rules/initials.h"

#include "base/utf8.h"
#include "romanize/romanize.h"
#include "text/compare.h"
#include "text/key.h"

/* Each Cyrillic letter with what else names begin with that begin so: Фёдор, Theodore; Яков, James;
 * Елена, Helen; Джон, John. */
static const struct {
    tl_str cyrillic, latin;
} customs[] = {
    {TL_STR_INIT("в"), TL_STR_INIT("wb")},    {TL_STR_INIT("г"), TL_STR_INIT("hj")},
    {TL_STR_INIT("д"), TL_STR_INIT("jg")},    {TL_STR_INIT("е"), TL_STR_INIT("ejyhi")},
    {TL_STR_INIT("ж"), TL_STR_INIT("jgz")},   {TL_STR_INIT("и"), TL_STR_INIT("ijyeh")},
    {TL_STR_INIT("й"), TL_STR_INIT("yji")},   {TL_STR_INIT("к"), TL_STR_INIT("kcq")},
    {TL_STR_INIT("м"), TL_STR_INIT("n")},     {TL_STR_INIT("о"), TL_STR_INIT("ah")},
    {TL_STR_INIT("у"), TL_STR_INIT("uwo")},   {TL_STR_INIT("ф"), TL_STR_INIT("fpt")},
    {TL_STR_INIT("х"), TL_STR_INIT("khcxj")}, {TL_STR_INIT("ц"), TL_STR_INIT("tcz")},
    {TL_STR_INIT("ч"), TL_STR_INIT("ct")},    {TL_STR_INIT("ш"), TL_STR_INIT("sc")},
    {TL_STR_INIT("щ"), TL_STR_INIT("sc")},    {TL_STR_INIT("э"), TL_STR_INIT("eah")},
    {TL_STR_INIT("ю"), TL_STR_INIT("yijuh")}, {TL_STR_INIT("я"), TL_STR_INIT("yija")},
};

static tl_str
first_letter(tl_str key)
{
    size_t end = 0;
    if (key.len) {
        tl_utf8_next(key, &end);
    }
    return tl_str_slice(key, 0, end);
}

static bool
is_custom(tl_str cyrillic, char latin)
{
    for (size_t i = 0; i < sizeof customs / sizeof *customs; i++) {
        if (tl_str_equal(customs[i].cyrillic, cyrillic)) {
            return tl_str_find_byte(customs[i].latin, latin, 0) < customs[i].latin.len;
        }
    }
    return false;
}

bool
tl_is_other_initial(tl_str cyrillic, tl_str latin, tl_arena *scratch)
{
    tl_key first, second, third;
    tl_str from = first_letter(tl_key_of(cyrillic, &first));
    tl_str to = first_letter(tl_key_of(latin, &second));
    size_t count;
    const tl_scheme *schemes = tl_schemes(&count);
    if (from.len == 0 || to.len != 1 || is_custom(from, to.ptr[0])) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        tl_str written = tl_scheme_romanize(&schemes[i], from, scratch);
        if (tl_str_equal(first_letter(tl_key_of(written, &third)), to)) {
            return false;
        }
    }
    return true;
}
