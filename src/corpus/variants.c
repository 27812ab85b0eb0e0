/* SPDX-License-Identifier: MPL-2.0 */
/* Which spelling of a name is better, where all of them stand, and which places are told of. Works
 * on runs of sorted places, so that it takes time by the number of places, however many names and
 * findings there are. */
#include "corpus/variants.h"

#include "base/alloc.h"
#include "base/array.h"
#include "base/buf.h"
#include "corpus/taken.h"
#include "corpus/wording.h"

#include <stdlib.h>

enum { MOST_PLACES = 100, PLACES_IN_WORDS = 10 };

/* A place that counts, under the group and the spelling that it is of. */
typedef struct place {
    uint32_t group, spelling, sighting;
} place;

typedef struct telling {
    const tl_groups *names;
    tl_arena *arena; /* for what is said of them */
    place *places;   /* owned, sorted */
    size_t place_count;
    tl_taken taken;
    tl_variant_group *groups; /* owned array: names with two spellings that are told of */
    size_t group_count, group_capacity;
    tl_variant_place *told; /* owned array */
    size_t told_count, told_capacity;
} telling;

/* The places [first, end) of one name, those of its better spelling being [best_first, best_end).
 */
typedef struct group {
    size_t first, end, best_first, best_end;
    uint32_t best;
} group;

static int
compare_places(const void *left, const void *right)
{
    const place *a = left, *b = right;
    int order = (a->group > b->group) - (a->group < b->group);
    order = order ? order : (a->spelling > b->spelling) - (a->spelling < b->spelling);
    return order ? order : (a->sighting > b->sighting) - (a->sighting < b->sighting);
}

static void
sort_places(telling *t)
{
    const tl_groups *names = t->names;
    t->places = tl_alloc_zero(names->sightings->count + 1, sizeof *t->places);
    for (size_t i = 0; i < names->sightings->count; i++) {
        uint32_t spelling = names->sightings->items[i].suspect;
        if (names->counts[i]) {
            t->places[t->place_count++] = (place){names->leader[spelling], spelling, (uint32_t)i};
        }
    }
    if (t->place_count) {
        qsort(t->places, t->place_count, sizeof *t->places, compare_places);
    }
}

/* -- groups ----------------------------------------------------------------------------------- */

/* True if spelling `a` is to be preferred to `b`. */
static bool
is_better(const tl_groups *names, uint32_t a, uint32_t b)
{
    if (names->count[a] != names->count[b]) {
        return names->count[a] > names->count[b];
    }
    return names->fits_house[a] != names->fits_house[b] ? names->fits_house[a] : a < b;
}

static size_t
end_of_spelling(const telling *t, size_t first)
{
    size_t end = first;
    while (end < t->place_count && t->places[end].spelling == t->places[first].spelling) {
        end++;
    }
    return end;
}

static void
choose_best(const telling *t, group *g)
{
    g->best = t->places[g->first].spelling;
    for (size_t at = g->first, end; at < g->end; at = end) {
        end = end_of_spelling(t, at);
        uint32_t spelling = t->places[at].spelling;
        if (at == g->first || is_better(t->names, spelling, g->best)) {
            g->best = spelling;
            g->best_first = at;
            g->best_end = end;
        }
    }
}

static tl_diag
draft_of(const telling *t, size_t number)
{
    const tl_sightings *sightings = t->names->sightings;
    return tl_report_at(&sightings->drafts, sightings->items[t->places[number].sighting].draft);
}

/* "Zainetdinov: a.txt:3:5, b.txt:7:1" */
static void
describe_places(const telling *t, size_t first, size_t end, tl_buf *out)
{
    tl_str display = t->names->display[t->places[first].spelling];
    tl_buf_add_format(out, "%s%.*s: ", out->len ? "\n" : "", TL_STR_ARGS(display));
    for (size_t i = first; i < end && i - first < PLACES_IN_WORDS; i++) {
        const tl_diag draft = draft_of(t, i);
        tl_buf_add_format(out, "%s%.*s:%u:%u", i > first ? ", " : "", TL_STR_ARGS(draft.path),
                          draft.begin.line, draft.begin.column);
    }
    if (end - first > PLACES_IN_WORDS) {
        tl_buf_add_format(out, " and %zu more", end - first - PLACES_IN_WORDS);
    }
}

static void
collect_places(const telling *t, const group *g, tl_variant_group *told)
{
    size_t count = g->best_end - g->best_first;
    count = count < MOST_PLACES ? count : MOST_PLACES;
    tl_diag_place *places = tl_arena_alloc(t->arena, count, sizeof *places);
    for (size_t i = 0; i < count; i++) {
        const tl_diag draft = draft_of(t, g->best_first + i);
        places[i] = (tl_diag_place){.path = draft.path,
                                    .text = draft.text,
                                    .begin = draft.begin,
                                    .begin_bytes = draft.begin_bytes,
                                    .begin_utf16 = draft.begin_utf16};
    }
    told->others = places;
    told->other_count = count;
}

static tl_variant_group
describe_group(const telling *t, const group *g)
{
    tl_variant_group told = {.best = g->best};
    tl_buf out = {0};
    for (size_t at = g->first, end; at < g->end; at = end) {
        end = end_of_spelling(t, at);
        describe_places(t, at, end, &out);
    }
    told.explanation = tl_arena_copy(t->arena, tl_buf_str(&out));
    tl_buf_clear(&out);
    collect_places(t, g, &told);
    return told;
}

/* -- what is told ----------------------------------------------------------------------------- */

/* Adds the place to those of the group that was described last, unless a rule has told of it. */
static void
add_place(telling *t, size_t number)
{
    uint32_t sighting = t->places[number].sighting;
    const tl_diag draft = draft_of(t, number);
    if (!t->names->sightings->items[sighting].is_silenced && !tl_taken_has(&t->taken, &draft)) {
        t->told = tl_array_reserve(t->told, &t->told_capacity, t->told_count + 1, sizeof *t->told);
        t->told[t->told_count++] = (tl_variant_place){.path = draft.path,
                                                      .begin = draft.range.begin,
                                                      .sighting = sighting,
                                                      .group = (uint32_t)t->group_count - 1};
    }
}

static void
add_group(telling *t, group *g)
{
    choose_best(t, g);
    if (g->best_end - g->best_first == g->end - g->first) {
        return;
    }
    t->groups =
        tl_array_reserve(t->groups, &t->group_capacity, t->group_count + 1, sizeof *t->groups);
    t->groups[t->group_count++] = describe_group(t, g);
    for (size_t i = g->first; i < g->end; i++) {
        if (t->places[i].spelling != g->best) {
            add_place(t, i);
        }
    }
}

static void
add_groups(telling *t)
{
    for (size_t first = 0, end; first < t->place_count; first = end) {
        end = first + 1;
        while (end < t->place_count && t->places[end].group == t->places[first].group) {
            end++;
        }
        add_group(t, &(group){.first = first, .end = end});
    }
}

void
tl_variants_report(const tl_groups *names, tl_report *report)
{
    tl_arena arena = {0};
    telling t = {.names = names, .arena = &arena, .taken = tl_taken_of(report)};
    sort_places(&t);
    add_groups(&t);
    const tl_variant_list list = {
        .names = names, .groups = t.groups, .places = t.told, .count = t.told_count};
    tl_variants_tell(&list, report);
    free(t.places);
    free(t.groups);
    free(t.told);
    tl_taken_clear(&t.taken);
    tl_arena_clear(&arena);
}
