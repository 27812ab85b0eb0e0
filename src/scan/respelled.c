/* SPDX-License-Identifier: MPL-2.0 */
/* Finds the people whom a Cyrillic word may name. Names are filed by their consonants, which case
 * endings and most respellings leave alone; the few that a word then shares a key with are declined
 * and compared form by form, so that the form that is meant comes with the name. */
#include "scan/respelled.h"

#include "base/alloc.h"
#include "base/array.h"
#include "base/utf8.h"
#include "romanize/respelling.h"
#include "scan/index.h"
#include "scan/name_form.h"
#include "text/key.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_COMPARED = 64 }; /* namesakes of one key; a termbase with more has them all alike */

void
tl_respelled_names_build(tl_respelled_names *names, const tl_index *index)
{
    for (size_t i = 0; i < index->person_count; i++) {
        uint64_t keys[TL_RESPELLING_NAME_KEYS];
        size_t count = tl_respelling_name_keys(tl_index_person_at(index, i)->family, keys);
        names->items = tl_array_reserve(names->items, &names->capacity, names->count + count,
                                        sizeof *names->items);
        for (size_t k = 0; k < count; k++) {
            names->items[names->count++] = (tl_radix_item){.key = keys[k], .value = (uint32_t)i};
        }
    }
    tl_radix_sort(names->items, names->count);
    tl_filter_init(&names->filter, names->count);
    for (size_t i = 0; i < names->count; i++) {
        tl_filter_add(&names->filter, names->items[i].key);
    }
}

static const tl_image_part parts[] = {
    TL_IMAGE_ARRAY("res.name", tl_respelled_names, items, count),
    TL_FILTER_IMAGE("res.filt", tl_respelled_names, filter),
};

enum { PARTS = sizeof parts / sizeof *parts };

void
tl_respelled_names_save(const tl_respelled_names *names, tl_image_writer *writer)
{
    tl_image_add_parts(writer, parts, PARTS, names);
}

bool
tl_respelled_names_open(tl_respelled_names *names, const tl_image *image)
{
    *names = (tl_respelled_names){.is_mapped = true};
    return tl_image_find_parts(image, parts, PARTS, names) && tl_filter_is_sound(&names->filter);
}

void
tl_respelled_names_clear(tl_respelled_names *names)
{
    if (!names->is_mapped) {
        free(names->items);
        tl_filter_clear(&names->filter);
    }
    *names = (tl_respelled_names){0};
}

/* The first name with this key or a greater one. */
static size_t
first_of_key(const tl_respelled_names *names, uint64_t key)
{
    size_t low = 0, high = names->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (names->items[middle].key < key) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

/* The bytes that all forms begin with. */
static size_t
common_stem(const tl_inflected_word *forms)
{
    tl_str stem = forms->count ? forms->forms[0].text : TL_STR("");
    for (size_t i = 1; i < forms->count; i++) {
        size_t at = 0, same = 0;
        tl_str text = forms->forms[i].text;
        while (at < stem.len && at < text.len) {
            size_t other = at;
            if (tl_utf8_next(stem, &at) != tl_utf8_next(text, &other)) {
                break;
            }
            same = at;
        }
        stem = tl_str_slice(stem, 0, same);
    }
    return stem.len;
}

/* The word without as many letters at its end as its form has behind the stem, so many bytes. */
static tl_str
stem_of(tl_str word, tl_str form, size_t stem)
{
    size_t ending = tl_utf8_length(tl_str_slice(form, stem, form.len));
    size_t end = word.len;
    while (ending-- && end > 0) {
        tl_utf8_previous(word, &end);
    }
    return tl_str_slice(word, 0, end);
}

void
tl_declined_names_clear(tl_declined_names *names)
{
    free(names->items);
    tl_arena_clear(&names->arena);
    *names = (tl_declined_names){0};
}

static tl_str
key_of_stem(const struct tl_declined_name *name, tl_arena *arena)
{
    tl_key key;
    tl_str first = name->forms.count ? name->forms.forms[0].text : TL_STR("");
    return tl_arena_copy(arena, tl_key_of(tl_str_slice(first, 0, name->stem), &key));
}

static const struct tl_declined_name *
declined_name(const tl_index *index, uint32_t number, tl_declined_names *declined)
{
    const tl_person *person = tl_index_person_at(index, number);
    if (declined->items == NULL) {
        declined->items = tl_alloc_zero(index->person_count, sizeof *declined->items);
    }
    struct tl_declined_name *name = &declined->items[number];
    if (name->forms.count == 0) {
        name->forms = tl_family_forms(person->entry->name, person->family, &declined->arena);
        name->stem = common_stem(&name->forms);
        name->stem_key = key_of_stem(name, &declined->arena);
        declined->count++;
    }
    return name;
}

/* True if the word is plainly one of the forms, letter for letter, which is told much sooner than
 * what differs. Nothing is left out of a key that is as long as the word. */
static bool
is_form(tl_str word, const struct tl_declined_name *name, tl_respelled *found)
{
    tl_key word_key, form_key;
    tl_str key = tl_key_of(word, &word_key);
    bool may_be = key.len == word.len && tl_str_starts_with(key, name->stem_key);
    for (size_t i = 0; i < name->forms.count && may_be; i++) {
        tl_str form = name->forms.forms[i].text;
        if (form.len == key.len && tl_str_equal(tl_key_of(form, &form_key), key)) {
            found->cost = 0;
            found->meant = form;
            return true;
        }
    }
    return false;
}

/* Compares the word with all forms of a person's family name; false if it is none of them. */
static bool
compare_forms(tl_str word, const struct tl_declined_name *name, tl_arena *arena,
              tl_respelled *found)
{
    const tl_inflected_word *forms = &name->forms;
    if (is_form(word, name, found)) {
        found->stem = tl_arena_copy(arena, stem_of(word, found->meant, name->stem));
        return true;
    }
    if (forms->count == 0 ||
        tl_respelling_excludes(word, tl_str_slice(forms->forms[0].text, 0, name->stem))) {
        return false;
    }
    found->cost = TL_RESPELLING_NONE;
    for (size_t i = 0; i < forms->count && found->cost > 0; i++) {
        uint32_t cost = tl_respelling_cost_within(word, forms->forms[i].text, found->cost - 1);
        if (cost != TL_RESPELLING_NONE) {
            found->cost = cost;
            found->meant = forms->forms[i].text;
        }
    }
    if (found->cost == TL_RESPELLING_NONE) {
        return false;
    }
    found->stem = tl_arena_copy(arena, stem_of(word, found->meant, name->stem));
    return true;
}

static int
compare_found(const void *left, const void *right)
{
    const tl_respelled *a = left, *b = right;
    if (a->cost != b->cost) {
        return a->cost < b->cost ? -1 : 1;
    }
    return (a->person > b->person) - (a->person < b->person);
}

static bool
has_person(const tl_respelled *items, size_t count, const tl_person *person)
{
    for (size_t i = 0; i < count; i++) {
        if (items[i].person == person) {
            return true;
        }
    }
    return false;
}

static bool
is_in_language(const tl_person *person, tl_str language)
{
    return tl_str_equal(tl_language_primary(person->entry->language), language);
}

/* Compares the word with all names that share one of its keys; they are not yet in order. */
static size_t
compare_names_of_keys(const tl_index *index, tl_str language, tl_str word,
                      tl_declined_names *declined, tl_respelled found[MOST_COMPARED])
{
    const tl_respelled_names *names = &index->respelled;
    uint64_t keys[TL_RESPELLING_WORD_KEYS];
    size_t key_count = tl_respelling_word_keys(word, keys), compared = 0, count = 0;
    for (size_t k = 0; k < key_count; k++) {
        if (!tl_filter_may_have(&names->filter, keys[k])) {
            continue;
        }
        for (size_t i = first_of_key(names, keys[k]);
             i < names->count && names->items[i].key == keys[k] && compared < MOST_COMPARED; i++) {
            const uint32_t number = names->items[i].value;
            const tl_person *person = tl_index_person_at(index, number);
            if (person && is_in_language(person, language) && !has_person(found, count, person)) {
                const struct tl_declined_name *name = declined_name(index, number, declined);
                compared++;
                found[count].person = person;
                count += compare_forms(word, name, &declined->arena, &found[count]);
            }
        }
    }
    return count;
}

const tl_respelled *
tl_respelled_find(const tl_index *index, tl_str language, tl_str word, tl_declined_names *declined,
                  size_t *count)
{
    tl_respelled found[MOST_COMPARED];
    *count = compare_names_of_keys(index, language, word, declined, found);
    if (*count == 0) {
        return NULL;
    }
    qsort(found, *count, sizeof found[0], compare_found);
    tl_respelled *kept = tl_arena_alloc(&declined->arena, *count, sizeof *kept);
    memcpy(kept, found, *count * sizeof *kept);
    return kept;
}
