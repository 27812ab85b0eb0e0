/* SPDX-License-Identifier: MPL-2.0 */
/* Puts the segments of a bilingual unit side by side, wherever a reader or two documents have them.
 * Knows sides and unit numbers only. A unit is visited where its first segment stands, so a file
 * without units is visited from top to bottom. */
#include "engine/units.h"

#include <stdlib.h>

static size_t
count_segments(const tl_document *documents, size_t count)
{
    size_t segments = 0;
    for (size_t i = 0; i < count; i++) {
        segments += documents[i].count;
    }
    return segments;
}

static size_t
count_units(const tl_document *documents, size_t count)
{
    size_t units = 0;
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < documents[i].count; k++) {
            const tl_segment *segment = &documents[i].segments[k];
            units = segment->side != TL_SIDE_NONE && segment->unit >= units
                        ? (size_t)segment->unit + 1
                        : units;
        }
    }
    return units;
}

/* The group of a segment: the number, from 1, of the visit at which its unit was met first. */
static size_t
group_of(const tl_segment *segment, size_t visit, size_t *first_of_unit)
{
    if (segment->side == TL_SIDE_NONE) {
        return visit;
    }
    size_t *first = &first_of_unit[segment->unit];
    *first = *first ? *first : visit;
    return *first;
}

static int
compare(const void *left, const void *right)
{
    const tl_visit *a = left, *b = right;
    int order = (a->group > b->group) - (a->group < b->group);
    order = order ? order
                  : (a->segment->side > b->segment->side) - (a->segment->side < b->segment->side);
    return order ? order : (a->number > b->number) - (a->number < b->number);
}

tl_visits
tl_visits_plan(const tl_document *documents, const tl_period *const *dates, size_t count,
               tl_arena *arena)
{
    size_t units = count_units(documents, count);
    tl_visits visits = {
        .items = tl_arena_alloc(arena, count_segments(documents, count), sizeof *visits.items)};
    size_t *first_of_unit = tl_arena_alloc(arena, units, sizeof *first_of_unit);
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < documents[i].count; k++) {
            tl_visit *visit = &visits.items[visits.count++];
            visit->segment = &documents[i].segments[k];
            visit->date = dates[i][k];
            visit->number = visits.count;
            visit->group = group_of(visit->segment, visit->number, first_of_unit);
        }
    }
    if (units && visits.count > 1) {
        qsort(visits.items, visits.count, sizeof *visits.items, compare);
    }
    return visits;
}

size_t
tl_visits_group_end(const tl_visit *visits, size_t count, size_t first)
{
    size_t end = first + 1;
    while (end < count && visits[end].group == visits[first].group) {
        end++;
    }
    return end;
}

size_t
tl_visits_passage_end(const tl_visits *visits, size_t first, size_t bytes)
{
    size_t end = first;
    for (size_t taken = 0; end < visits->count && taken < bytes;) {
        size_t begin = end;
        end = tl_visits_group_end(visits->items, visits->count, begin);
        for (size_t i = begin; i < end; i++) {
            taken += visits->items[i].segment->text.len;
        }
    }
    return end;
}
