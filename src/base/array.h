/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_BASE_ARRAY_H
#define TL_BASE_ARRAY_H

#include <stddef.h>

/* Growable arrays are three plain fields of their owner: items, count, capacity. */

/* Returns `items`, moved if need be, with room for at least `needed` elements of `size` bytes;
 * updates *capacity. The result belongs to the caller, who frees it with free(). Growth is
 * geometric, so appending n elements one by one costs O(n). */
void *tl_array_reserve(void *items, size_t *capacity, size_t needed, size_t size);

#endif
