/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_BASE_NUMBER_MAP_H
#define TL_BASE_NUMBER_MAP_H

#include "base/arena.h"
#include "base/hash.h"

/* A hash map from numbers to numbers other than 0. An all-zero map is empty and ready for use; its
 * memory is in the arena that it is given, always the same one. */
typedef struct tl_number_map {
    struct tl_number_slot {
        uint64_t key;
        uint32_t value; /* 0: free */
    } * slots;          /* a power of two; at least half of them are free */
    size_t size, count;
} tl_number_map;

/* Makes room for one more. */
void tl_number_map_reserve(tl_number_map *map, tl_arena *arena);

static inline struct tl_number_slot *
tl_number_map_slot(const tl_number_map *map, uint64_t key)
{
    size_t slot = (size_t)tl_hash_mix(key) & (map->size - 1);
    while (map->slots[slot].value && map->slots[slot].key != key) {
        slot = (slot + 1) & (map->size - 1);
    }
    return &map->slots[slot];
}

/* The value of a key, 0 if it has none. */
static inline uint32_t
tl_number_map_get(const tl_number_map *map, uint64_t key)
{
    return map->size ? tl_number_map_slot(map, key)->value : 0;
}

/* Sets the value of a key that has none to `value`, which is not 0. Returns what it had: 0 if the
 * key is new. */
static inline uint32_t
tl_number_map_add(tl_number_map *map, uint64_t key, uint32_t value, tl_arena *arena)
{
    if ((map->count + 1) * 2 > map->size) {
        tl_number_map_reserve(map, arena);
    }
    struct tl_number_slot *slot = tl_number_map_slot(map, key);
    if (slot->value) {
        return slot->value;
    }
    *slot = (struct tl_number_slot){key, value};
    map->count++;
    return 0;
}

/* The same, but for the value of a key that has one, which is replaced. */
static inline uint32_t
tl_number_map_put(tl_number_map *map, uint64_t key, uint32_t value, tl_arena *arena)
{
    uint32_t before = tl_number_map_add(map, key, value, arena);
    if (before) {
        tl_number_map_slot(map, key)->value = value;
    }
    return before;
}

#endif
