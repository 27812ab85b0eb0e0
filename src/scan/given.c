/* SPDX-License-Identifier: MPL-2.0 */
/* The index of Latin spellings is the build's; that of Cyrillic forms is made letter by letter, as
 * names are looked up that begin with it. The names are those of every scanner, but an index that
 * all shared would have to be locked, or be made by each run whether it is wanted or not.
 * Invariant: all forms of a name begin with one letter (tests/unit/test_lists.c). */
#include "scan/given.h"

#include "base/alloc.h"
#include "base/map.h"
#include "base/utf8.h"
#include "morph/inflect.h"
#include "romanize/given_names.h"
#include "romanize/respelling.h"
#include "text/key.h"
#include "text/script.h"

#include <stdlib.h>
#include <string.h>

enum { LONGEST_KEPT = 64, MOST_KEPT = 8, LETTERS = 64 };

struct tl_given {
    char last[LONGEST_KEPT]; /* what was asked last: of many namesakes each asks for the same */
    size_t last_length;      /* 0: nothing that is kept */
    tl_name_match matches[MOST_KEPT];
    size_t count;
    tl_map forms;          /* keys of case forms → given_form; of names that begin with… */
    bool letters[LETTERS]; /* one of these; of others nobody has asked */
    tl_arena arena;        /* of the forms */
};

tl_given *
tl_given_new(void)
{
    return tl_alloc_zero(1, sizeof(tl_given));
}

void
tl_given_free(tl_given *given)
{
    if (given) {
        tl_map_clear(&given->forms);
        tl_arena_clear(&given->arena);
        free(given);
    }
}

static void
look_up(tl_given *given, tl_str latin)
{
    given->count =
        tl_name_index_find(tl_given_name_index(), latin, TL_COST_SAME, given->matches, MOST_KEPT);
    given->last_length = latin.len <= LONGEST_KEPT ? latin.len : 0;
    if (given->last_length) {
        memcpy(given->last, latin.ptr, latin.len);
    }
}

size_t
tl_given_find(tl_given *given, tl_str latin, tl_name_match *matches, size_t capacity)
{
    if (capacity > MOST_KEPT) {
        return tl_name_index_find(tl_given_name_index(), latin, TL_COST_SAME, matches, capacity);
    }
    if (given->last_length == 0 ||
        !tl_str_equal(latin, (tl_str){given->last, given->last_length})) {
        look_up(given, latin);
    }
    size_t count = given->count < capacity ? given->count : capacity;
    memcpy(matches, given->matches, count * sizeof *matches);
    return count;
}

/* A name that a form belongs to. */
typedef struct form_name {
    size_t id;
    const struct form_name *next;
} form_name;

typedef struct given_form {
    uint16_t cells;
    const form_name *names;
} given_form;

static void
add_form(tl_given *given, size_t id, tl_str form, uint16_t cells)
{
    tl_key key;
    given_form *known = tl_map_get(&given->forms, tl_key_of(form, &key));
    cells &= TL_CELLS_SINGULAR; /* in the plural Пётр would be the family name Петров */
    if (cells == 0) {
        return;
    }
    if (known == NULL) {
        known = tl_arena_alloc(&given->arena, 1, sizeof *known);
        tl_map_add(&given->forms, tl_arena_copy(&given->arena, tl_key_of(form, &key)), known);
    }
    form_name *name = tl_arena_alloc(&given->arena, 1, sizeof *name);
    *name = (form_name){.id = id, .next = known->names};
    known->names = name;
    known->cells |= cells;
}

/* What all forms of a name begin with. */
static size_t
first_letter(tl_str key)
{
    size_t at = 0;
    return key.len ? tl_utf8_next(key, &at) % LETTERS : 0;
}

static bool
begins_with(tl_str name, size_t letter)
{
    tl_key key;
    return first_letter(tl_key_of(name, &key)) == letter;
}

static void
add_forms_of_letter(tl_given *given, size_t letter)
{
    size_t count;
    const tl_given_name *names = tl_given_names(&count);
    tl_arena scratch = {NULL};
    for (size_t i = 0; i < count; i++) {
        if (!begins_with(tl_str_from(names[i].cyrillic), letter)) {
            continue;
        }
        char gender = names[i].gender == 'b' ? '\0' : names[i].gender;
        tl_inflected_word word =
            tl_inflect_name(tl_str_from(names[i].cyrillic), TL_PART_GIVEN, gender, &scratch);
        for (size_t k = 0; k < word.count; k++) {
            uint16_t all = TL_CELLS_ALL;
            add_form(given, i, word.forms[k].text, word.inflects ? word.forms[k].cells : all);
        }
        tl_arena_reset(&scratch);
    }
    tl_arena_clear(&scratch);
}

static const given_form *
find_form(tl_given *given, tl_str cyrillic)
{
    tl_key bytes;
    tl_str key = tl_key_of(cyrillic, &bytes);
    size_t letter = first_letter(key);
    if (!given->letters[letter]) {
        given->letters[letter] = true;
        add_forms_of_letter(given, letter);
    }
    return tl_map_get(&given->forms, key);
}

uint16_t
tl_given_cells(tl_given *given, tl_str cyrillic)
{
    const given_form *form = find_form(given, cyrillic);
    return form ? form->cells : 0;
}

/* True if name `id` of the list is `own`, or of one group with it; groups stand side by side. */
static bool
is_in_group(size_t id, tl_str own)
{
    size_t count;
    const tl_given_name *names = tl_given_names(&count);
    size_t first = id, group = names[id].group;
    while (first > 0 && names[first - 1].group == group) {
        first--;
    }
    for (size_t i = first; own.len && i < count && names[i].group == group; i++) {
        if (tl_keys_equal(tl_str_from(names[i].cyrillic), own)) {
            return true;
        }
    }
    return false;
}

static tl_given_kind
relate_cyrillic(tl_given *given, tl_str word, tl_str own)
{
    const given_form *form = find_form(given, word);
    for (const form_name *name = form ? form->names : NULL; name; name = name->next) {
        if (is_in_group(name->id, own)) {
            return TL_GIVEN_SAME;
        }
    }
    return form ? TL_GIVEN_OTHER : TL_GIVEN_UNKNOWN;
}

static tl_given_kind
relate_latin(tl_given *given, tl_str word, tl_str own)
{
    tl_name_match matches[MOST_KEPT];
    size_t found = tl_given_find(given, word, matches, MOST_KEPT);
    for (size_t i = 0; i < found; i++) {
        if (is_in_group(matches[i].id, own)) {
            return TL_GIVEN_SAME;
        }
    }
    return found ? TL_GIVEN_OTHER : TL_GIVEN_UNKNOWN;
}

/* True if a group begins with name `id`, and it is not that of `own`: Алёна, which may be short for
 * Елена, is a name of its own too. */
static bool
heads_other_group(size_t id, tl_str own)
{
    size_t count;
    const tl_given_name *names = tl_given_names(&count);
    bool is_head = id == 0 || names[id - 1].group != names[id].group;
    return is_head && !is_in_group(id, own);
}

bool
tl_given_is_respelled(tl_given *given, tl_str latin, tl_str own)
{
    tl_name_match matches[MOST_KEPT];
    size_t count, found = tl_given_find(given, latin, matches, MOST_KEPT);
    const tl_given_name *names = tl_given_names(&count);
    for (size_t i = 0; i < found; i++) {
        if (heads_other_group(matches[i].id, own)) {
            return false;
        }
    }
    for (size_t i = 0; i < found; i++) {
        if (is_in_group(matches[i].id, own) &&
            tl_respelling_cost(tl_str_from(names[matches[i].id].cyrillic), own) <=
                TL_RESPELLING_SURE) {
            return true;
        }
    }
    return false;
}

bool
tl_given_may_be_other(tl_given *given, tl_str cyrillic, tl_str own)
{
    const given_form *form = find_form(given, cyrillic);
    for (const form_name *name = form ? form->names : NULL; name; name = name->next) {
        if (heads_other_group(name->id, own)) {
            return true;
        }
    }
    return false;
}

tl_given_kind
tl_given_relate(tl_given *given, tl_str word, tl_str own)
{
    size_t at = 0;
    bool cyrillic = word.len && tl_script_of(tl_utf8_next(word, &at)) == TL_SCRIPT_CYRILLIC;
    return cyrillic ? relate_cyrillic(given, word, own) : relate_latin(given, word, own);
}
