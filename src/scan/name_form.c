/* SPDX-License-Identifier: MPL-2.0 */
/* Recognises inflected Cyrillic names by declining the names that they may be, as the entries of
 * the termbase say that they decline. */
#include "scan/name_form.h"

#include "base/utf8.h"
#include "morph/decline.h"
#include "romanize/romanize.h"
#include "text/key.h"
#include "text/script.h"

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

/* The forms that `forms:` gives for a family name replace the generated ones. */
static tl_inflected_word
listed_forms(const tl_person_name *name, tl_str word, tl_arena *arena)
{
    tl_form *forms = tl_arena_alloc(arena, 1 + TL_CASE_COUNT, sizeof *forms);
    size_t count = 1;
    forms[0].text = word;
    for (; count <= name->form_count && count <= TL_CASE_COUNT; count++) {
        uint16_t cell = (uint16_t)(1u << (count - 1));
        forms[count] = (tl_form){name->forms[count - 1], cell, cell, cell};
    }
    return (tl_inflected_word){.forms = forms, .count = count, .inflects = true};
}

char
tl_name_gender_letter(const tl_person_name *name)
{
    char told = name->gender == TL_GENDER_MALE ? 'm' : name->gender == TL_GENDER_FEMALE ? 'f' : 0;
    return told ? told : tl_name_gender(name->family, name->given, name->patronymic);
}

tl_inflected_word
tl_family_forms(const tl_person_name *name, tl_str word, tl_arena *arena)
{
    if (name->form_count && name->decline) {
        return listed_forms(name, word, arena);
    }
    if (!name->decline) {
        tl_form *form = tl_arena_alloc(arena, 1, sizeof *form);
        *form = (tl_form){word, TL_CELLS_ALL, TL_CELLS_ALL, TL_CELLS_ALL};
        return (tl_inflected_word){.forms = form, .count = 1};
    }
    return tl_inflect_name(word, TL_PART_FAMILY, tl_name_gender_letter(name), arena);
}

static bool
is_cyrillic(tl_str word)
{
    size_t at = 0;
    return word.len && tl_script_of(tl_utf8_next(word, &at)) == TL_SCRIPT_CYRILLIC;
}

/* True if the Latin name is what the Cyrillic word is, without a case ending it may have. */
static bool
is_romanized(tl_str word, tl_str latin)
{
    enum { LONGEST_ENDING = 3 };
    size_t end = word.len;
    for (unsigned dropped = 0; dropped <= LONGEST_ENDING && end > 0; dropped++) {
        if (tl_romanize_cost(tl_str_slice(word, 0, end), latin) == 0) {
            return true;
        }
        tl_utf8_previous(word, &end);
    }
    return false;
}

/* True if the word is a name that may be listed in the other script: Shaikhitdinov, Шайхитдинов. */
static bool
is_listed_as(tl_str word, tl_str listed, tl_arena *scratch)
{
    if (is_cyrillic(word) && !is_cyrillic(listed)) {
        return is_romanized(word, listed);
    }
    if (!is_cyrillic(word) && is_cyrillic(listed)) {
        return tl_romanize_cost(listed, word) == 0;
    }
    return tl_is_form_of_name(word, listed, TL_PART_FAMILY, 0, scratch);
}

bool
tl_concept_is_distinct(const tl_concept *concept, tl_str word, tl_arena *scratch)
{
    for (size_t i = 0; i < concept->distinct_count; i++) {
        tl_str rest = concept->distinct[i], part;
        while (tl_str_split(&rest, ' ', &part)) {
            if (is_listed_as(word, part, scratch)) {
                return true;
            }
        }
    }
    return false;
}

bool
tl_concept_has_family(const tl_concept *concept, tl_str word, tl_arena *scratch)
{
    for (size_t i = 0; i < concept->entry_count; i++) {
        const tl_person_name *name = concept->entries[i].name;
        tl_inflected_word forms = {.count = 0};
        if (name && name->family.len && tl_language_is_cyrillic(concept->entries[i].language)) {
            forms = tl_family_forms(name, name->family, scratch);
        }
        for (size_t k = 0; k < forms.count; k++) {
            if (tl_keys_equal(forms.forms[k].text, word)) {
                return true;
            }
        }
    }
    return false;
}

tl_str
tl_hyphenate(tl_str name, tl_arena *arena)
{
    if (tl_str_find_byte(name, ' ', 0) == name.len) {
        return name;
    }
    char *out = tl_arena_alloc(arena, name.len + 1, 1);
    for (size_t i = 0; i < name.len; i++) {
        out[i] = name.ptr[i] == ' ' ? '-' : name.ptr[i];
    }
    return (tl_str){out, name.len};
}
