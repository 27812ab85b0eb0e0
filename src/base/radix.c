/* SPDX-License-Identifier: MPL-2.0 */
/* Sorts by one digit after the other, the least first: after each pass the items are in the order
 * of all digits so far. Digits that all keys share cost nothing. A few items are sorted by
 * insertion, since counting digits would take longer. */
#include "base/radix.h"

#include "base/alloc.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { BITS = 11, VALUES = 1 << BITS, DIGITS = (64 + BITS - 1) / BITS, FEW = 64 };

typedef size_t digit_counts[DIGITS][VALUES];

static size_t
digit_of(uint64_t key, unsigned digit)
{
    return key >> (digit * BITS) & (VALUES - 1);
}

static void
sort_few(tl_radix_item *items, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        tl_radix_item moved = items[i];
        size_t at = i;
        for (; at > 0 && moved.key < items[at - 1].key; at--) {
            items[at] = items[at - 1];
        }
        items[at] = moved;
    }
}

/* Makes counts of one digit the places where its values begin. False if all keys have one value. */
static bool
settle_places(size_t counts[VALUES], size_t count)
{
    size_t at = 0;
    for (size_t value = 0; value < VALUES; value++) {
        size_t here = counts[value];
        if (here == count) {
            return false;
        }
        counts[value] = at;
        at += here;
    }
    return true;
}

static void
sort_by_digit(const tl_radix_item *from, tl_radix_item *to, size_t count, unsigned digit,
              size_t places[VALUES])
{
    for (size_t i = 0; i < count; i++) {
        to[places[digit_of(from[i].key, digit)]++] = from[i];
    }
}

void
tl_radix_sort(tl_radix_item *items, size_t count)
{
    if (count <= FEW) {
        sort_few(items, count);
        return;
    }
    digit_counts *counts = tl_alloc_zero(1, sizeof *counts);
    tl_radix_item *from = items, *to = tl_alloc_zero(count, sizeof *to);
    for (size_t i = 0; i < count; i++) {
        for (unsigned digit = 0; digit < DIGITS; digit++) {
            (*counts)[digit][digit_of(items[i].key, digit)]++;
        }
    }
    for (unsigned digit = 0; digit < DIGITS; digit++) {
        if (settle_places((*counts)[digit], count)) {
            sort_by_digit(from, to, count, digit, (*counts)[digit]);
            tl_radix_item *sorted = to;
            to = from;
            from = sorted;
        }
    }
    if (from != items) {
        memcpy(items, from, count * sizeof *items);
        to = from;
    }
    free(to);
    free(counts);
}
