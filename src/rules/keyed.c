/* SPDX-License-Identifier: MPL-2.0 */
/* Records by key for rules that judge a document as a whole: open addressing over a list in order
 * of first use, so that what is reported in the end has a fixed order. Old tables stay in the arena
 * when it grows; together they are smaller than the new one. */
#include "rules/keyed.h"

#include "base/hash.h"

#include <string.h>

enum { FIRST_SIZE = 64 };

typedef struct tl_keyed_record {
    const void *key;
    void *data;
} record;

static size_t
find_slot(const tl_keyed *table, const void *key)
{
    size_t slot = (size_t)tl_hash_mix((uint64_t)(uintptr_t)key) & (table->size - 1);
    while (table->slots[slot] && table->records[table->slots[slot] - 1].key != key) {
        slot = (slot + 1) & (table->size - 1);
    }
    return slot;
}

static void
grow(tl_keyed *table, tl_arena *arena)
{
    record *old = table->records;
    table->size = table->size ? table->size * 2 : FIRST_SIZE;
    table->records = tl_arena_alloc(arena, table->size / 2, sizeof *table->records);
    table->slots = tl_arena_alloc(arena, table->size, sizeof *table->slots);
    if (table->count) {
        memcpy(table->records, old, table->count * sizeof *old);
    }
    for (size_t i = 0; i < table->count; i++) {
        table->slots[find_slot(table, table->records[i].key)] = (uint32_t)(i + 1);
    }
}

void *
tl_keyed_get(tl_keyed *table, tl_pass *pass, const void *key, size_t size)
{
    if ((table->count + 1) * 2 > table->size) {
        grow(table, pass->arena);
    }
    size_t slot = find_slot(table, key);
    if (table->slots[slot] == 0) {
        record *added = &table->records[table->count++];
        *added = (record){.key = key, .data = tl_arena_alloc(pass->arena, 1, size)};
        table->slots[slot] = (uint32_t)table->count;
    }
    return table->records[table->slots[slot] - 1].data;
}

void *
tl_keyed_find(const tl_keyed *table, const void *key)
{
    uint32_t number = table->size ? table->slots[find_slot(table, key)] : 0;
    return number ? table->records[number - 1].data : NULL;
}

void *
tl_keyed_at(const tl_keyed *table, size_t index, const void **key)
{
    if (index >= table->count) {
        return NULL;
    }
    if (key) {
        *key = table->records[index].key;
    }
    return table->records[index].data;
}

tl_keyed *
tl_keyed_of(tl_pass *pass)
{
    if (*pass->state == NULL) {
        *pass->state = tl_arena_alloc(pass->arena, 1, sizeof(tl_keyed));
    }
    return *pass->state;
}
