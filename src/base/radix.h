/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_BASE_RADIX_H
#define TL_BASE_RADIX_H

#include <stddef.h>
#include <stdint.h>

typedef struct tl_radix_item {
    uint64_t key;
    uint32_t value;
} tl_radix_item;

/* Sorts by key; equal keys stay in the order that they have. Takes time in proportion to `count`,
 * and as much memory again while it runs. */
void tl_radix_sort(tl_radix_item *items, size_t count);

#endif
