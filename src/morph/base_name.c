/* SPDX-License-Identifier: MPL-2.0 */
/* Takes endings off names. Nothing is looked up in a lexicon, so some of the bases are names that
 * nobody bears: who asks compares them with a name that stands elsewhere. */
#include "morph/base_name.h"

#include "base/utf8.h"
#include "text/key.h"
#include "text/script.h"

enum {
    SHORTEST_STEM = 4,   /* bytes: two Cyrillic letters */
    SHORTEST_FAMILY = 6, /* letters of a name that is told by its ending alone */
};

static const struct {
    tl_str ending, base;
} endings[] = {
#include "base-endings.inc"
};

static const struct {
    tl_str ending;
    char gender;
} marks[] = {
#include "family-marks.inc"
};

char
tl_family_mark(tl_str base)
{
    size_t longest = 0;
    char gender = 0;
    tl_key key;
    tl_str folded = tl_key_of(base, &key);
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        tl_str ending = marks[i].ending;
        bool fits = folded.len >= ending.len + SHORTEST_STEM && tl_str_ends_with(folded, ending);
        if (fits && ending.len > longest) {
            longest = ending.len;
            gender = marks[i].gender;
        }
    }
    return gender;
}

/* True if the word has one of `count` endings, and `shortest` bytes before it. */
static bool
ends_as(tl_str word, const tl_str *known, size_t count, size_t shortest)
{
    tl_key key;
    tl_str folded = tl_key_of(word, &key);
    for (size_t i = 0; i < count; i++) {
        if (folded.len >= known[i].len + shortest && tl_str_ends_with(folded, known[i])) {
            return true;
        }
    }
    return false;
}

bool
tl_latin_family_mark(tl_str latin)
{
    static const tl_str latin_marks[] = {
#include "latin-marks.inc"
    };
    return ends_as(latin, latin_marks, sizeof latin_marks / sizeof *latin_marks, SHORTEST_STEM / 2);
}

bool
tl_sure_family_mark(tl_str word)
{
    static const tl_str sure_marks[] = {
#include "sure-family-marks.inc"
    };
    size_t at = 0;
    bool is_cyrillic = word.len && tl_script_of(tl_utf8_next(word, &at)) == TL_SCRIPT_CYRILLIC;
    return word.len >= (is_cyrillic ? 2 * SHORTEST_FAMILY : SHORTEST_FAMILY) &&
           ends_as(word, sure_marks, sizeof sure_marks / sizeof *sure_marks, 0);
}

bool
tl_patronymic_mark(tl_str word)
{
    static const tl_str patronymic_marks[] = {
#include "patronymic-marks.inc"
    };
    return ends_as(word, patronymic_marks, sizeof patronymic_marks / sizeof *patronymic_marks, 1);
}

static void
add(tl_base_names *names, tl_str base, char gender)
{
    char mark = tl_family_mark(base);
    bool is_other = gender && (mark == 'm' || mark == 'f') && mark != gender;
    for (size_t i = 0; i < names->count; i++) {
        is_other = is_other || tl_str_equal(names->items[i], base);
    }
    if (!is_other && names->count < TL_BASE_NAMES_MAX) {
        names->items[names->count++] = base;
    }
}

tl_base_names
tl_base_names_of(tl_str word, char gender, tl_arena *arena)
{
    tl_base_names names = {.count = 0};
    tl_key key;
    tl_str form = tl_arena_copy(arena, tl_key_of(word, &key));
    add(&names, form, gender);
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        tl_str ending = endings[i].ending, base = endings[i].base;
        if (form.len >= ending.len + SHORTEST_STEM && tl_str_ends_with(form, ending)) {
            tl_str stem = tl_str_slice(form, 0, form.len - ending.len);
            add(&names, tl_arena_format(arena, "%.*s%.*s", TL_STR_ARGS(stem), TL_STR_ARGS(base)),
                gender);
        }
    }
    if (names.count == 0) {
        names.items[names.count++] = form;
    }
    return names;
}
