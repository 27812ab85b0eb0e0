/* SPDX-License-Identifier: MPL-2.0 */
/* Finds spellings of one name among many words: files each under its keys and compares those that
 * share one. What a pair costs is told by cluster.c, and dear; the keys leave few. */
#include "romanize/cluster.h"

#include "base/alloc.h"
#include "base/array.h"
#include "base/number_map.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_COMPARED = 256 }; /* words under one key, the last ones: ten times what texts have */

/* A word under one of its keys. */
typedef struct filed {
    uint32_t word;
    uint32_t before; /* 1 + the number of the one filed before it under this key; 0: none */
} filed;

typedef struct file {
    filed *items; /* owned array */
    size_t count, capacity;
    tl_number_map last; /* key → 1 + the number of the one filed last under it */
    tl_arena arena;     /* of that */
} file;

typedef struct pairs {
    tl_cluster_pair *items; /* owned array */
    size_t count, capacity;
} pairs;

/* Files a word; returns 1 + the number of the one that was filed last under this key, or 0. */
static uint32_t
file_word(file *all, uint64_t key, uint32_t word)
{
    uint32_t number = (uint32_t)all->count + 1;
    uint32_t before = tl_number_map_put(&all->last, key, number, &all->arena);
    all->items = tl_array_reserve(all->items, &all->capacity, number, sizeof *all->items);
    all->items[all->count++] = (filed){.word = word, .before = before};
    return before;
}

static void
add_pair(pairs *found, uint32_t a, uint32_t b)
{
    found->items =
        tl_array_reserve(found->items, &found->capacity, found->count + 1, sizeof *found->items);
    found->items[found->count++] = (tl_cluster_pair){.a = a, .b = b};
}

/* Pairs a word with those before it; `last_met` tells of each with which word it was met last, so
 * that two that share several keys are one pair. */
static void
pair_word(file *all, tl_str text, uint32_t word, uint32_t *last_met, pairs *found)
{
    uint64_t keys[TL_CLUSTER_KEYS_MAX];
    size_t count = tl_cluster_keys(text, keys);
    for (size_t k = 0; k < count; k++) {
        uint32_t at = file_word(all, keys[k], word);
        for (size_t met = 0; at && met < MOST_COMPARED; met++) {
            const filed *other = &all->items[at - 1];
            if (last_met[other->word] != word) {
                last_met[other->word] = word;
                add_pair(found, other->word, word);
            }
            at = other->before;
        }
    }
}

static int
compare_pairs(const void *left, const void *right)
{
    const tl_cluster_pair *a = left, *b = right;
    int order = (a->a > b->a) - (a->a < b->a);
    return order ? order : (a->b > b->b) - (a->b < b->b);
}

static tl_cluster_pairs
in_order(pairs *found, tl_arena *arena)
{
    tl_cluster_pair *items = tl_arena_alloc(arena, found->count, sizeof *items);
    if (found->count) {
        qsort(found->items, found->count, sizeof *found->items, compare_pairs);
        memcpy(items, found->items, found->count * sizeof *items);
    }
    return (tl_cluster_pairs){items, found->count};
}

tl_cluster_pairs
tl_cluster_candidates(const tl_str *words, size_t count, tl_arena *arena)
{
    file all = {0};
    pairs found = {0};
    uint32_t *last_met = tl_alloc_zero(count + 1, sizeof *last_met); /* no word is before word 0 */
    for (size_t i = 0; i < count; i++) {
        pair_word(&all, words[i], (uint32_t)i, last_met, &found);
    }
    tl_cluster_pairs ordered = in_order(&found, arena);
    free(found.items);
    free(last_met);
    free(all.items);
    tl_arena_clear(&all.arena);
    return ordered;
}

tl_cluster_pairs
tl_cluster_find(tl_cluster *cluster, const tl_str *words, size_t count, tl_arena *arena)
{
    tl_cluster_pairs found = tl_cluster_candidates(words, count, arena);
    size_t kept = 0;
    for (size_t i = 0; i < found.count; i++) {
        tl_cluster_pair pair = found.items[i];
        pair.cyrillic = tl_cluster_shared(cluster, words[pair.a], words[pair.b], arena, &pair.cost);
        if (pair.cost <= TL_COST_LIKELY) {
            found.items[kept++] = pair;
        }
    }
    found.count = kept;
    return found;
}
