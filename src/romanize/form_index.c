/* SPDX-License-Identifier: MPL-2.0 */
/* Finds names by the spellings of their forms in other languages: an index of the forms, each of
 * which knows its name and its own cost. Knows no letters.
 * Invariant: a form's id in the index is its place among the forms. */
#include "romanize/language_form.h"

#include "base/alloc.h"
#include "base/array.h"

#include <stdlib.h>

enum { MOST_FORM_MATCHES = 64, DEAREST = TL_COST_LIKELY - TL_FORM_FEE };

typedef struct named_form {
    uint32_t name, cost;
} named_form;

struct tl_form_index {
    tl_name_index *spellings;
    named_form *forms;
    size_t count, capacity;
    uint32_t name; /* the one being added */
};

tl_form_index *
tl_form_index_new(void)
{
    tl_form_index *index = tl_alloc_zero(1, sizeof *index);
    index->spellings = tl_name_index_new();
    return index;
}

void
tl_form_index_free(tl_form_index *index)
{
    if (index) {
        tl_name_index_free(index->spellings);
        free(index->forms);
        free(index);
    }
}

static void
add_form(void *context, tl_str text, uint32_t cost, const char *language)
{
    tl_form_index *index = context;
    (void)language;
    if (cost > DEAREST) {
        return;
    }
    index->forms =
        tl_array_reserve(index->forms, &index->capacity, index->count + 1, sizeof *index->forms);
    tl_name_index_add(index->spellings, text, (uint32_t)index->count);
    index->forms[index->count++] = (named_form){.name = index->name, .cost = cost};
}

void
tl_form_index_add(tl_form_index *index, tl_str cyrillic, uint32_t id)
{
    index->name = id;
    tl_language_forms_each(cyrillic, add_form, index);
}

void
tl_form_index_build(tl_form_index *index)
{
    tl_name_index_build(index->spellings);
}

/* Adds a match, or lowers the cost of that of the same name; how many there are then. */
static size_t
take(tl_name_match match, tl_name_match *matches, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (matches[i].id == match.id) {
            matches[i].cost = match.cost < matches[i].cost ? match.cost : matches[i].cost;
            return count;
        }
    }
    matches[count] = match;
    return count + 1;
}

static int
compare_matches(const void *left, const void *right)
{
    const tl_name_match *a = left, *b = right;
    int order = (a->cost > b->cost) - (a->cost < b->cost);
    return order ? order : (a->id > b->id) - (a->id < b->id);
}

size_t
tl_form_index_find(const tl_form_index *index, tl_str latin, tl_name_match *matches,
                   size_t capacity)
{
    tl_name_match found[MOST_FORM_MATCHES], names[MOST_FORM_MATCHES];
    size_t count = 0, found_count = tl_name_index_find(index->spellings, latin, DEAREST, found,
                                                       MOST_FORM_MATCHES);
    for (size_t i = 0; i < found_count; i++) {
        const named_form *form = &index->forms[found[i].id];
        uint32_t cost = found[i].cost + form->cost + TL_FORM_FEE;
        if (cost <= TL_COST_LIKELY) {
            count = take((tl_name_match){.id = form->name, .cost = cost}, names, count);
        }
    }
    if (count > 1) {
        qsort(names, count, sizeof *names, compare_matches);
    }
    count = count < capacity ? count : capacity;
    for (size_t i = 0; i < count; i++) {
        matches[i] = names[i];
    }
    return count;
}
