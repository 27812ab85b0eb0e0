/* SPDX-License-Identifier: MPL-2.0 */
/* Recognises inflected Cyrillic names by declining the names that they may be: few are tried, since
 * a form begins as its name does. */
#include "scan/name_form.h"

#include "base/utf8.h"
#include "scan/lists.h"
#include "text/key.h"

enum { STEM_LETTERS = 2, LONGEST_ENDING = 3 };

bool
tl_is_form_of_name(tl_str word, tl_str name, tl_part part, char gender, tl_arena *scratch)
{
    tl_key first, second;
    tl_str key = tl_key_of(word, &first);
    if (tl_str_equal(key, tl_key_of(name, &second))) {
        return true;
    }
    tl_inflected_word inflected = tl_inflect_name(name, part, gender, scratch);
    for (size_t i = 0; i < inflected.count; i++) {
        if (tl_str_equal(key, tl_key_of(inflected.forms[i].text, &second))) {
            return true;
        }
    }
    return false;
}

/* True if the two begin alike, and neither has more than an ending that the other has not. */
static bool
may_be_form(tl_str key, tl_str name)
{
    size_t end = 0;
    for (size_t i = 0; i < STEM_LETTERS && end < key.len; i++) {
        tl_utf8_next(key, &end);
    }
    size_t a = tl_utf8_length(key), b = tl_utf8_length(name);
    return tl_str_starts_with(name, tl_str_slice(key, 0, end)) &&
           (a > b ? a - b : b - a) <= LONGEST_ENDING;
}

static bool
is_in_group(unsigned group, tl_str name)
{
    size_t count;
    const tl_given_name *names = tl_given_names(&count);
    for (size_t i = 0; i < count; i++) {
        if (names[i].group == group && tl_keys_equal(tl_str_from(names[i].cyrillic), name)) {
            return true;
        }
    }
    return false;
}

bool
tl_is_form_of_given(tl_str word, tl_str own, tl_arena *scratch, bool *is_own)
{
    tl_key first, second;
    size_t count;
    const tl_given_name *names = tl_given_names(&count);
    tl_str key = tl_key_of(word, &first);
    bool is_known = false;
    *is_own = false;
    for (size_t i = 0; i < count && !*is_own; i++) {
        tl_str name = tl_str_from(names[i].cyrillic);
        char gender = names[i].gender == 'b' ? 0 : names[i].gender;
        if (may_be_form(key, tl_key_of(name, &second)) &&
            tl_is_form_of_name(word, name, TL_PART_GIVEN, gender, scratch)) {
            is_known = true;
            *is_own = is_in_group(names[i].group, own);
        }
    }
    return is_known;
}
