/* SPDX-License-Identifier: MPL-2.0 */
/* Open addressing over an array of entries in order of insertion, so that walking a map gives the
 * same order in every run. Nothing is ever removed, and at least half of the slots stay free, so
 * every search ends. */
#include "base/map.h"

#include "base/alloc.h"
#include "base/array.h"
#include "base/hash.h"

#include <stdlib.h>

void
tl_map_clear(tl_map *map)
{
    free(map->entries);
    free(map->slots);
    *map = (tl_map){0};
}

/* The slot that holds `key`, or the free one where it belongs. */
static size_t
find_slot(const tl_map *map, tl_str key, uint64_t hash)
{
    size_t slot = (size_t)hash & (map->slot_count - 1);
    while (map->slots[slot]) {
        const tl_map_entry *entry = &map->entries[map->slots[slot] - 1];
        if (entry->hash == hash && tl_str_equal(entry->key, key)) {
            break;
        }
        slot = (slot + 1) & (map->slot_count - 1);
    }
    return slot;
}

static void
grow_slots(tl_map *map)
{
    size_t count = map->slot_count ? map->slot_count * 2 : 16;
    free(map->slots);
    map->slots = tl_alloc_zero(count, sizeof *map->slots);
    map->slot_count = count;
    for (size_t i = 0; i < map->count; i++) {
        const tl_map_entry *entry = &map->entries[i];
        map->slots[find_slot(map, entry->key, entry->hash)] = (uint32_t)(i + 1);
    }
}

void *
tl_map_get(const tl_map *map, tl_str key)
{
    if (map->count == 0) {
        return NULL;
    }
    uint32_t index = map->slots[find_slot(map, key, tl_hash_bytes(key))];
    return index ? map->entries[index - 1].value : NULL;
}

void *
tl_map_add(tl_map *map, tl_str key, void *value)
{
    if ((map->count + 1) * 2 > map->slot_count) {
        grow_slots(map);
    }
    uint64_t hash = tl_hash_bytes(key);
    size_t slot = find_slot(map, key, hash);
    if (map->slots[slot]) {
        return map->entries[map->slots[slot] - 1].value;
    }
    map->entries =
        tl_array_reserve(map->entries, &map->capacity, map->count + 1, sizeof *map->entries);
    map->entries[map->count++] = (tl_map_entry){.key = key, .hash = hash, .value = value};
    map->slots[slot] = (uint32_t)map->count;
    return NULL;
}
