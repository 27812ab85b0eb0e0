/* SPDX-License-Identifier: MPL-2.0 */
/* Places by hash, one for each word: no chains and no probing, since what is lost is only worked
 * out again. */
#include "scan/slots.h"

#include "base/alloc.h"
#include "scan/filter.h"

#include <stdlib.h>
#include <string.h>

enum { FIRST_SLOTS = 1 << 6, GROWTH = 4 };

static char *
slot_of(const tl_slots *slots, uint64_t hash, size_t size)
{
    return slots->items + (tl_filter_spread(hash) & (slots->count - 1)) * size;
}

static void
grow(tl_slots *slots, size_t size)
{
    tl_slots old = *slots;
    slots->count = old.count ? old.count * GROWTH : FIRST_SLOTS;
    slots->items = tl_alloc_zero(slots->count, size);
    slots->used = 0;
    for (size_t i = 0; i < old.count; i++) {
        uint64_t hash;
        memcpy(&hash, old.items + i * size, sizeof hash);
        if (hash) {
            memcpy(slot_of(slots, hash, size), old.items + i * size, size);
            slots->used++;
        }
    }
    free(old.items);
}

void *
tl_slots_at(tl_slots *slots, uint64_t hash, size_t size, size_t most)
{
    uint64_t found;
    if (slots->used * 2 >= slots->count && slots->count < most) {
        grow(slots, size);
    }
    char *slot = slot_of(slots, hash, size);
    memcpy(&found, slot, sizeof found);
    slots->used += found == 0;
    return slot;
}

void
tl_slots_clear(tl_slots *slots)
{
    free(slots->items);
    *slots = (tl_slots){0};
}
