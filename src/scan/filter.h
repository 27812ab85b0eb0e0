/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_SCAN_FILTER_H
#define TL_SCAN_FILTER_H

#include "base/str.h"

/* A Bloom filter of hashes: three bits of one block each, so that a question costs one load however
 * many hashes there are. It never denies what was added; of what was not, it lets about one in a
 * hundred pass. */
typedef struct tl_filter {
    uint64_t *blocks; /* owned; a power of two of them */
    size_t mask;
} tl_filter;

/* An empty filter with room for `count` hashes. */
void tl_filter_init(tl_filter *filter, size_t count);
void tl_filter_clear(tl_filter *filter);

void tl_filter_add(tl_filter *filter, uint64_t hash);

/* Spreads a hash of text/words.h, whose low bits are poor, over all bits. */
static inline uint64_t
tl_filter_spread(uint64_t hash)
{
    hash *= UINT64_C(0x9e3779b97f4a7c15);
    return hash ^ hash >> 32;
}

static inline uint64_t
tl_filter_bits(uint64_t spread)
{
    return UINT64_C(1) << (spread & 63) | UINT64_C(1) << (spread >> 6 & 63) |
           UINT64_C(1) << (spread >> 12 & 63);
}

static inline bool
tl_filter_may_have(const tl_filter *filter, uint64_t hash)
{
    uint64_t spread = tl_filter_spread(hash), bits = tl_filter_bits(spread);
    return (filter->blocks[spread >> 18 & filter->mask] & bits) == bits;
}

#endif
