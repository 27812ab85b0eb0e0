/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_SCAN_FILTER_H
#define TL_SCAN_FILTER_H

#include "base/image.h"

/* A Bloom filter of hashes: two bits of one block each, so that a question costs one load however
 * many hashes there are. It never denies what was added; of what was not, it lets about one in a
 * hundred pass. */
typedef struct tl_filter {
    uint64_t *blocks; /* owned, or of an image; a power of two of them */
    size_t count;
    unsigned shift; /* what leaves a spread hash the number of its block */
} tl_filter;

/* An empty filter with room for `count` hashes. */
void tl_filter_init(tl_filter *filter, size_t count);
void tl_filter_clear(tl_filter *filter);

/* The part of an image that a filter is, as a member of `type`; whoever has found it there asks
 * whether it is sound. */
#define TL_FILTER_IMAGE(name, type, member) TL_IMAGE_ARRAY(name, type, member.blocks, member.count)

bool tl_filter_is_sound(tl_filter *filter);

void tl_filter_add(tl_filter *filter, uint64_t hash);

/* Spreads a hash of text/words.h, whose low bits are poor, over all bits. */
static inline uint64_t
tl_filter_spread(uint64_t hash)
{
    hash *= UINT64_C(0x9e3779b97f4a7c15);
    return hash ^ hash >> 32;
}

static inline const uint64_t *
tl_filter_block(const tl_filter *filter, uint64_t spread)
{
    return &filter->blocks[spread >> filter->shift];
}

static inline bool
tl_filter_has_bits(uint64_t block, uint64_t spread)
{
    return block >> (spread & 63) & block >> (spread >> 6 & 63) & 1;
}

static inline bool
tl_filter_may_have(const tl_filter *filter, uint64_t hash)
{
    uint64_t spread = tl_filter_spread(hash);
    return tl_filter_has_bits(*tl_filter_block(filter, spread), spread);
}

#endif
