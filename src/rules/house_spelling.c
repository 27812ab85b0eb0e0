/* SPDX-License-Identifier: MPL-2.0 */
/* How the house writes the names of a text: by its scheme, or by the one that belongs with it for
 * another language, without apostrophes, with the capitals of the text. */
#include "rules/house_spelling.h"

#include "base/utf8.h"
#include "morph/base_name.h"
#include "text/capitals.h"
#include "text/script.h"

#include <string.h>

/* «Римский-Корсаков»: each part of a name has its capital, but where `like` has none. */
tl_str
tl_house_capitals(tl_pass *pass, tl_str word, tl_str like)
{
    tl_str rest = word, part, out = {NULL, 0}, model = like, shown = like;
    if (tl_capitals_only(like)) {
        return tl_capitals_raise_all(pass->arena, word);
    }
    while (tl_str_split(&rest, '-', &part)) {
        bool has_model = tl_str_split(&model, '-', &shown);
        bool is_small = out.len && has_model && !tl_capitals_begin(shown);
        tl_str raised = is_small ? part : tl_capitals_raise_first(pass->arena, part);
        out = out.len
                  ? tl_arena_format(pass->arena, "%.*s-%.*s", TL_STR_ARGS(out), TL_STR_ARGS(raised))
                  : raised;
    }
    return out;
}

static tl_str
without_apostrophes(tl_arena *arena, tl_str text)
{
    char *out = tl_arena_alloc(arena, text.len + 1, 1);
    size_t length = 0;
    for (size_t at = 0, next = 0; at < text.len; at = next) {
        uint32_t letter = tl_utf8_next(text, &next);
        if (tl_script_of(letter) != TL_SCRIPT_NONE || letter == '-') {
            memcpy(out + length, text.ptr + at, next - at);
            length += next - at;
        }
    }
    return (tl_str){out, length};
}

/* How the house writes a Cyrillic name: as one of the language of the text, if that is no Russian
 * one; else the letters tell. */
const tl_scheme *
tl_house_scheme(const tl_pass *pass, tl_str base)
{
    const tl_scheme *house = pass->index->house;
    tl_str language = pass->unit->source.language;
    bool tells = tl_script_of_language(language) == TL_SCRIPT_CYRILLIC &&
                 !tl_str_equal(language, tl_str_from(house->language));
    return tells ? tl_scheme_in_language(house, language) : tl_scheme_for(house, base);
}

/* A Cyrillic name in base form as the house writes it; without apostrophes, which hardly anybody
 * writes in running text. */
tl_str
tl_house_form(tl_pass *pass, tl_str base, tl_str like)
{
    const tl_scheme *scheme = tl_house_scheme(pass, base);
    tl_str written = tl_scheme_romanize(scheme, base, pass->arena);
    return tl_house_capitals(pass, without_apostrophes(pass->arena, written), like);
}

/* -ий and -ый may be y in any scheme. */
static bool
fits_with_y(const tl_scheme *scheme, tl_str base, tl_str latin)
{
    static const tl_str endings[] = {TL_STR_INIT("ий"), TL_STR_INIT("ый")};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        if (tl_str_ends_with(base, endings[i]) && latin.len > 1 &&
            (latin.ptr[latin.len - 1] | 0x20) == 'y') {
            return tl_scheme_fits(scheme, tl_str_slice(base, 0, base.len - endings[i].len),
                                  tl_str_slice(latin, 0, latin.len - 1));
        }
    }
    return false;
}

static bool
is_part_in_house_style(tl_pass *pass, tl_str form, char gender, tl_str latin)
{
    tl_base_names bases = tl_base_names_of(form, gender, pass->scratch);
    for (size_t i = 0; i < bases.count; i++) {
        const tl_scheme *scheme = tl_house_scheme(pass, bases.items[i]);
        if (tl_scheme_fits(scheme, bases.items[i], latin) ||
            fits_with_y(scheme, bases.items[i], latin)) {
            return true;
        }
    }
    return false;
}

/* True if the house writes some name so of which `form` may be a form: each of its parts. */
bool
tl_is_house_form(tl_pass *pass, tl_str form, char gender, tl_str latin)
{
    tl_str first, second;
    while (tl_str_split(&form, '-', &first) && tl_str_split(&latin, '-', &second)) {
        if (!is_part_in_house_style(pass, first, gender, second)) {
            return false;
        }
    }
    return true;
}
