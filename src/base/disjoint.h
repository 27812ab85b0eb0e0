/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_BASE_DISJOINT_H
#define TL_BASE_DISJOINT_H

#include "base/arena.h"

/* Disjoint sets of the numbers below `count`: at first each is one of its own. The least number of
 * a set leads it, so that the order of unions tells nothing. */
typedef struct tl_disjoint {
    uint32_t *parent; /* in the arena; those that lead are their own */
    size_t count;
} tl_disjoint;

static inline tl_disjoint
tl_disjoint_new(size_t count, tl_arena *arena)
{
    tl_disjoint sets = {tl_arena_alloc(arena, count, sizeof *sets.parent), count};
    for (size_t i = 0; i < count; i++) {
        sets.parent[i] = (uint32_t)i;
    }
    return sets;
}

/* The number that leads the set of another. */
static inline uint32_t
tl_disjoint_leader(const tl_disjoint *sets, uint32_t of)
{
    uint32_t *parent = sets->parent;
    while (parent[of] != of) {
        parent[of] = parent[parent[of]]; /* halves the way for who comes next */
        of = parent[of];
    }
    return of;
}

static inline void
tl_disjoint_unite(tl_disjoint *sets, uint32_t a, uint32_t b)
{
    uint32_t of_a = tl_disjoint_leader(sets, a), of_b = tl_disjoint_leader(sets, b);
    sets->parent[of_a > of_b ? of_a : of_b] = of_a > of_b ? of_b : of_a;
}

#endif
