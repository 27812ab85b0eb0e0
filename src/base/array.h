/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_BASE_ARRAY_H
#define TL_BASE_ARRAY_H

#include <stddef.h>
#include <stdint.h>

/* Growable arrays are three plain fields of their owner: items, count, capacity. */

/* Returns `items`, moved if need be, with room for at least `needed` elements of `size` bytes;
 * updates *capacity. The result belongs to the caller, who frees it with free(). Growth is
 * geometric, so appending n elements one by one costs O(n). */
void *tl_array_reserve(void *items, size_t *capacity, size_t needed, size_t size);

/* The number of the first of `count` items of `size` bytes that has more than `value` in its field,
 * a uint32_t at that offset (offsetof) by which the items are in order; `count` if there is none.
 * Takes O(log count). */
size_t tl_array_first_above(const void *items, size_t count, size_t size, size_t field,
                            uint32_t value);

#endif
