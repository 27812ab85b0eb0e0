/* SPDX-License-Identifier: MPL-2.0 */
/* References between concepts, once all of them are known: whom `part_of:` and `person:` name, and
 * whether the wholes are a forest. Knows nothing of files or terms. Linear in the number of
 * references; looking for the id that was meant has a budget, since it is not. */
#include "termbase/load.h"

#include "base/buf.h"

#include <stdlib.h>

enum { COMPARISON_BUDGET = 2000000, SHOWN_IN_CYCLE = 5 };

typedef struct near_ids {
    tl_str *ids; /* in the run arena; made when first wanted */
    size_t left; /* of the budget of comparisons */
} near_ids;

static tl_str
nearest_id(tl_load *load, near_ids *near, tl_str id)
{
    const tl_map *by_id = &load->termbase->by_id;
    if (by_id->count > near->left || tl_load_is_full(load)) {
        return (tl_str){NULL, 0};
    }
    near->left -= by_id->count;
    if (near->ids == NULL) {
        near->ids = tl_arena_alloc(&load->run, by_id->count, sizeof *near->ids);
        for (size_t i = 0; i < by_id->count; i++) {
            near->ids[i] = by_id->entries[i].key;
        }
    }
    return tl_nearest(id, near->ids, by_id->count);
}

static void
report_unknown(tl_load *load, const tl_reference *reference, near_ids *near)
{
    const char *what = reference->is_part_of ? "concept" : "person";
    tl_str meant = nearest_id(load, near, reference->id);
    tl_place place = reference->place;
    if (meant.len) {
        tl_problem_add(load->problems, place.path, place.line, place.column,
                       "unknown %s “%.*s”, did you mean “%.*s”", what,
                       TL_STR_ARGS(tl_clip(reference->id)), TL_STR_ARGS(meant));
    } else {
        tl_problem_add(load->problems, place.path, place.line, place.column,
                       "unknown %s “%.*s”, want the id of one in this termbase", what,
                       TL_STR_ARGS(tl_clip(reference->id)));
    }
}

/* A concept that another file has to have: its id. */
static const tl_concept *
stand_in(tl_load *load, const tl_reference *reference)
{
    tl_concept *concept = tl_arena_alloc(&load->termbase->arena, 1, sizeof *concept);
    concept->id = tl_arena_copy(&load->termbase->arena, reference->id);
    concept->place = reference->place;
    return concept;
}

static void
resolve(tl_load *load, const tl_reference *reference, near_ids *near)
{
    const tl_concept *found = tl_termbase_find(load->termbase, reference->id);
    tl_place place = reference->place;
    if (found == NULL && load->is_part) {
        *reference->target = stand_in(load, reference);
    } else if (found == NULL) {
        report_unknown(load, reference, near);
    } else if (!reference->is_part_of && found->type != TL_TYPE_PERSON) {
        tl_problem_add(load->problems, place.path, place.line, place.column,
                       "concept “%.*s” is of type “%s”, want a person",
                       TL_STR_ARGS(tl_clip(reference->id)), tl_concept_type_name(found->type));
    } else {
        *reference->target = found;
    }
}

/* Reports the cycle that begins and ends at `first`, where its `part_of:` stands. */
static void
report_cycle(tl_load *load, const tl_concept *first, tl_place place)
{
    tl_buf trail = {0};
    size_t length = 0;
    const tl_concept *at = first;
    do {
        if (length < SHOWN_IN_CYCLE) {
            tl_buf_add_format(&trail, "%.*s → ", TL_STR_ARGS(tl_clip(at->id)));
        }
        length++;
        at = at->part_of;
    } while (at != first);
    tl_problem_add(load->problems, place.path, place.line, place.column,
                   "“part_of” cycle %.*s%s%.*s, want a tree", TL_STR_ARGS(tl_buf_str(&trail)),
                   length > SHOWN_IN_CYCLE ? "… → " : "", TL_STR_ARGS(tl_clip(first->id)));
    tl_buf_clear(&trail);
}

static bool
is_stand_in(const tl_load *load, const tl_concept *concept)
{
    return concept->number >= load->termbase->concept_count ||
           load->termbase->concepts[concept->number] != concept;
}

/* Walks from each concept towards the whole. `walks` holds for each concept the number, from 1, of
 * the walk that came by: meeting one's own track is a cycle, any other track was walked before. */
static void
check_cycles(tl_load *load, const tl_reference **part_of, uint32_t *walks)
{
    for (size_t i = 0; i < load->termbase->concept_count; i++) {
        const tl_concept *at = load->termbase->concepts[i];
        uint32_t walk = (uint32_t)i + 1;
        while (at && !is_stand_in(load, at) && walks[at->number] == 0) {
            walks[at->number] = walk;
            at = at->part_of;
        }
        if (at && !is_stand_in(load, at) && walks[at->number] == walk) {
            report_cycle(load, at, part_of[at->number]->place);
        }
    }
}

void
tl_load_check_references(tl_load *load)
{
    size_t count = load->termbase->concept_count;
    near_ids near = {.left = COMPARISON_BUDGET};
    const tl_reference **part_of = tl_arena_alloc(&load->run, count, sizeof(tl_reference *));
    uint32_t *walks = tl_arena_alloc(&load->run, count, sizeof *walks);
    for (size_t i = 0; i < load->reference_count; i++) {
        const tl_reference *reference = &load->references[i];
        resolve(load, reference, &near);
        if (reference->is_part_of) {
            part_of[reference->owner->number] = reference;
        }
    }
    check_cycles(load, part_of, walks);
}
