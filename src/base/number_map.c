/* SPDX-License-Identifier: MPL-2.0 */
/* Grows maps of numbers: open addressing, twice the room each time. What they had before stays in
 * the arena, as much as they have now in all. */
#include "base/number_map.h"

enum { FIRST_SIZE = 256 };

void
tl_number_map_reserve(tl_number_map *map, tl_arena *arena)
{
    const tl_number_map old = *map;
    map->size = old.size ? old.size * 2 : FIRST_SIZE;
    map->slots = tl_arena_alloc(arena, map->size, sizeof *map->slots);
    for (size_t i = 0; i < old.size; i++) {
        if (old.slots[i].value) {
            *tl_number_map_slot(map, old.slots[i].key) = old.slots[i];
        }
    }
}
