/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_BASE_MAP_H
#define TL_BASE_MAP_H

#include "base/str.h"

/* A hash map from byte strings to pointers. An all-zero map is empty and ready for use. Keys and
 * values are borrowed: both outlive the map. Iteration is over `entries` in order of insertion. */
typedef struct tl_map_entry {
    tl_str key;
    uint64_t hash;
    void *value;
} tl_map_entry;

typedef struct tl_map {
    tl_map_entry *entries;
    size_t count;
    size_t capacity;
    uint32_t *slots; /* 1 + index into entries, 0 = free; a power of two of them */
    size_t slot_count;
} tl_map;

void tl_map_clear(tl_map *map);

/* The value stored under `key`, or NULL. */
void *tl_map_get(const tl_map *map, tl_str key);

/* Stores `value`, which is not NULL, under `key`. Returns NULL if the key is new, else keeps the
 * value that was there and returns it. */
void *tl_map_add(tl_map *map, tl_str key, void *value);

#endif
