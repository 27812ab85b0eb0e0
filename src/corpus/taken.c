/* SPDX-License-Identifier: MPL-2.0 */
/* Sorts the places of findings, which may lie within each other, so that one question is answered
 * by the last that begins before: it knows how far any of them reaches. */
#include "corpus/taken.h"

#include "base/alloc.h"

#include <stdlib.h>

typedef struct tl_taken_place taken_place;

static int
compare_places(const void *left, const void *right)
{
    const taken_place *a = left, *b = right;
    int order = tl_str_compare(a->path, b->path);
    return order ? order : (a->range.begin > b->range.begin) - (a->range.begin < b->range.begin);
}

tl_taken
tl_taken_of(const tl_report *report)
{
    tl_taken taken = {.items = tl_alloc_zero(report->count + 1, sizeof *taken.items),
                      .count = report->count};
    for (size_t i = 0; i < taken.count; i++) {
        const tl_diag diag = tl_report_at(report, i);
        taken.items[i] = (taken_place){.path = diag.path, .range = diag.range};
    }
    qsort(taken.items, taken.count, sizeof *taken.items, compare_places);
    for (size_t i = 0; i < taken.count; i++) {
        taken_place *now = &taken.items[i];
        bool goes_on = i > 0 && tl_str_equal(now[-1].path, now->path);
        now->reach = goes_on && now[-1].reach > now->range.end ? now[-1].reach : now->range.end;
    }
    return taken;
}

void
tl_taken_clear(tl_taken *taken)
{
    free(taken->items);
    *taken = (tl_taken){0};
}

/* How many stand before the end of the place, or in paths before its own. */
static size_t
count_before(const tl_taken *taken, const tl_diag *place)
{
    size_t low = 0, high = taken->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const taken_place *at = &taken->items[middle];
        int order = tl_str_compare(at->path, place->path);
        if (order < 0 || (order == 0 && at->range.begin < place->range.end)) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

bool
tl_taken_has(const tl_taken *taken, const tl_diag *place)
{
    size_t count = count_before(taken, place);
    const taken_place *last = count ? &taken->items[count - 1] : NULL;
    return last && tl_str_equal(last->path, place->path) && last->reach > place->range.begin;
}
