/* SPDX-License-Identifier: MPL-2.0 */
/* Turns the links of all documents into lists by word. There are many, of small numbers, so
 * they are put in order by counting. Knows numbers only. */
#include "corpus/neighbours.h"

#include "base/alloc.h"

#include <stdlib.h>
#include <string.h>

/* Two words that stand together, seen from one of them. */
typedef struct meeting {
    uint32_t word, beside;
} meeting;

typedef struct meetings {
    meeting *items; /* owned */
    size_t count;
} meetings;

void
tl_neighbours_clear(tl_neighbours *neighbours)
{
    free(neighbours->begin);
    free(neighbours->beside);
    free(neighbours->is_common);
    *neighbours = (tl_neighbours){0};
}

static void
add_meeting(meetings *all, const tl_neighbours_request *request, uint32_t word, uint32_t beside)
{
    if (request->wanted[word]) {
        all->items[all->count++] = (meeting){word, tl_disjoint_leader(request->one, beside)};
    }
}

static meetings
collect_meetings(const tl_neighbours_request *request)
{
    size_t total = 0;
    for (size_t i = 0; i < request->tally->count; i++) {
        total += request->tally->documents[i].link_count;
    }
    meetings all = {.items = tl_alloc_zero(2 * total + 1, sizeof *all.items)};
    for (size_t i = 0; i < request->tally->count; i++) {
        const tl_tally_document *document = &request->tally->documents[i];
        const uint32_t *ids = request->ids + request->id_begin[i];
        for (size_t k = 0; k < document->link_count; k++) {
            uint32_t a = ids[document->links[k].first], b = ids[document->links[k].second];
            add_meeting(&all, request, a, b);
            add_meeting(&all, request, b, a);
        }
    }
    return all;
}

static uint32_t
number_of(const meeting *item, bool by_word)
{
    return by_word ? item->word : item->beside;
}

/* Orders them by one of their numbers, which are below `limit`; those of one number stay as they
 * were. */
static void
order_meetings(meetings *all, bool by_word, size_t limit)
{
    size_t *end = tl_alloc_zero(limit + 1, sizeof *end);
    meeting *ordered = tl_alloc_zero(all->count + 1, sizeof *ordered);
    for (size_t i = 0; i < all->count; i++) {
        end[number_of(&all->items[i], by_word) + 1]++;
    }
    for (size_t i = 0; i < limit; i++) {
        end[i + 1] += end[i];
    }
    for (size_t i = 0; i < all->count; i++) {
        ordered[end[number_of(&all->items[i], by_word)]++] = all->items[i];
    }
    free(end);
    free(all->items);
    all->items = ordered;
}

void
tl_neighbours_find(tl_neighbours *neighbours, const tl_neighbours_request *request)
{
    size_t words = request->one->count, word = 0, kept = 0;
    meetings all = collect_meetings(request);
    order_meetings(&all, false, words);
    order_meetings(&all, true, words);
    neighbours->begin = tl_alloc_zero(words + 1, sizeof *neighbours->begin);
    neighbours->beside = tl_alloc_zero(all.count + 1, sizeof *neighbours->beside);
    neighbours->is_common = tl_alloc_zero(all.count + 1, sizeof *neighbours->is_common);
    for (size_t i = 0; i < all.count; i++) {
        while (word <= all.items[i].word) {
            neighbours->begin[word++] = kept;
        }
        if (i == 0 || memcmp(&all.items[i], &all.items[i - 1], sizeof *all.items) != 0) {
            neighbours->beside[kept++] = all.items[i].beside;
        }
    }
    while (word <= words) {
        neighbours->begin[word++] = kept;
    }
    free(all.items);
}

bool
tl_neighbours_next_common(const tl_neighbours *neighbours, uint32_t a, uint32_t b, tl_common *place)
{
    const size_t *begin = neighbours->begin;
    const uint32_t *beside = neighbours->beside;
    size_t of_a = place->of_a ? place->of_a : begin[a], of_b = place->of_b ? place->of_b : begin[b];
    while (of_a < begin[a + 1] && of_b < begin[b + 1]) {
        uint32_t in_a = beside[of_a], in_b = beside[of_b];
        of_a += in_a <= in_b;
        of_b += in_b <= in_a;
        if (in_a == in_b) {
            *place = (tl_common){of_a, of_b};
            return true;
        }
    }
    return false;
}

bool
tl_neighbours_are_common(const tl_neighbours *neighbours, uint32_t word, uint32_t leader)
{
    size_t low = neighbours->begin[word], end = neighbours->begin[word + 1], high = end;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (neighbours->beside[middle] < leader) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < end && neighbours->beside[low] == leader && neighbours->is_common[low];
}
