/* SPDX-License-Identifier: MPL-2.0 */
/* Geometric growth for the growable arrays of all layers. Knows element sizes, not elements: what
 * an array holds, and what has to be freed with it, is its owner's business. Growing moves the
 * items, so pointers into them do not survive it. */
#include "base/array.h"

#include "base/alloc.h"

#include <string.h>

void *
tl_array_reserve(void *items, size_t *capacity, size_t needed, size_t size)
{
    if (needed <= *capacity) {
        return items;
    }
    size_t grown = *capacity < 8 ? 8 : *capacity;
    while (grown < needed) {
        grown = grown > SIZE_MAX / 2 ? needed : grown * 2;
    }
    *capacity = grown;
    return tl_realloc(items, grown, size);
}

size_t
tl_array_first_above(const void *items, size_t count, size_t size, size_t field, uint32_t value)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        uint32_t found;
        memcpy(&found, (const char *)items + middle * size + field, sizeof found);
        if (found > value) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low;
}
