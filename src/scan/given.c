/* SPDX-License-Identifier: MPL-2.0 */
/* Recognises inflected Cyrillic names by declining the names that they may be: few are tried, since
 * a form begins as its name does. */
#include "scan/given.h"

#include "base/utf8.h"
#include "scan/lists.h"
#include "text/words.h"

enum { LONGEST_WORD = 128, STEM_LETTERS = 2, LONGEST_ENDING = 3 };

static tl_str
key_of(tl_str word, char *key)
{
    return (tl_str){key, tl_words_key(tl_str_slice(word, 0, LONGEST_WORD), key)};
}

bool
tl_is_form_of_name(tl_str word, tl_str name, tl_part part, char gender, tl_arena *scratch)
{
    char first[LONGEST_WORD * 3], second[LONGEST_WORD * 3];
    tl_str key = key_of(word, first);
    if (tl_str_equal(key, key_of(name, second))) {
        return true;
    }
    tl_inflected_word inflected = tl_inflect_name(name, part, gender, scratch);
    for (size_t i = 0; i < inflected.count; i++) {
        if (tl_str_equal(key, key_of(inflected.forms[i].text, second))) {
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
group_has(unsigned group, tl_str name)
{
    char first[LONGEST_WORD * 3], second[LONGEST_WORD * 3];
    size_t count;
    const tl_given_name *names = tl_given_names(&count);
    tl_str key = key_of(name, first);
    for (size_t i = 0; i < count; i++) {
        if (names[i].group == group &&
            tl_str_equal(key, key_of(tl_str_from(names[i].cyrillic), second))) {
            return true;
        }
    }
    return false;
}

int32_t
tl_group_of_given(tl_str word, tl_str own, tl_arena *scratch)
{
    char first[LONGEST_WORD * 3], second[LONGEST_WORD * 3];
    size_t count;
    const tl_given_name *names = tl_given_names(&count);
    tl_str key = key_of(word, first);
    int32_t found = -1;
    for (size_t i = 0; i < count; i++) {
        tl_str name = tl_str_from(names[i].cyrillic);
        char gender = names[i].gender == 'b' ? 0 : names[i].gender;
        if (!may_be_form(key, key_of(name, second)) ||
            !tl_is_form_of_name(word, name, TL_PART_GIVEN, gender, scratch)) {
            continue;
        }
        if (group_has(names[i].group, own)) {
            return (int32_t)names[i].group;
        }
        found = (int32_t)names[i].group;
    }
    return found;
}
