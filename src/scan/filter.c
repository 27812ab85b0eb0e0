/* SPDX-License-Identifier: MPL-2.0 */
/* How a filter is made: as many blocks as the hashes need, each block 64 bits for about four of
 * them. Questions are answered in the header, since most words of a text ask one and are done. */
#include "scan/filter.h"

#include "base/alloc.h"

#include <stdlib.h>

enum { HASHES_PER_BLOCK = 4, FEWEST_BLOCKS = 64 };

static void
set_shift(tl_filter *filter)
{
    filter->shift = 64;
    for (size_t one = 1; one < filter->count; one *= 2) {
        filter->shift--;
    }
}

void
tl_filter_init(tl_filter *filter, size_t count)
{
    size_t blocks = FEWEST_BLOCKS;
    while (blocks < count / HASHES_PER_BLOCK) {
        blocks *= 2;
    }
    filter->blocks = tl_alloc_zero(blocks, sizeof *filter->blocks);
    filter->count = blocks;
    set_shift(filter);
}

bool
tl_filter_is_sound(tl_filter *filter)
{
    set_shift(filter);
    return filter->count > 1 && (filter->count & (filter->count - 1)) == 0;
}

void
tl_filter_clear(tl_filter *filter)
{
    free(filter->blocks);
    *filter = (tl_filter){0};
}

void
tl_filter_add(tl_filter *filter, uint64_t hash)
{
    uint64_t spread = tl_filter_spread(hash);
    filter->blocks[spread >> filter->shift] |=
        UINT64_C(1) << (spread & 63) | UINT64_C(1) << (spread >> 6 & 63);
}
