/* SPDX-License-Identifier: MPL-2.0 */
/* Which words may be one name by their letters: Latin ones that share a key, Cyrillic ones that
 * share a skeleton or are respelled. Asks nothing that costs much, since of most pairs nobody will
 * want to know more. */
#include "corpus/suspects.h"

#include "base/alloc.h"
#include "base/array.h"
#include "base/map.h"
#include "romanize/cyrillic_stem.h"
#include "romanize/respelled_pairs.h"
#include "scan/lists.h"
#include "text/key.h"

#include <stdlib.h>
#include <string.h>

enum { RESPELLED_COST = 45 }; /* a letter that is confused every day, and a half */

static void
add_pair(tl_suspects *suspects, tl_cluster_pair pair)
{
    suspects->pairs = tl_array_reserve(suspects->pairs, &suspects->pair_capacity,
                                       suspects->pair_count + 1, sizeof *suspects->pairs);
    suspects->pairs[suspects->pair_count++] = pair;
}

/* The texts by number, empty for those in other letters; to be freed. */
static tl_str *
texts_in(const tl_suspects *suspects, bool is_cyrillic)
{
    tl_str *texts = tl_alloc_zero(suspects->count + 1, sizeof *texts);
    for (size_t i = 0; i < suspects->count; i++) {
        if (suspects->items[i].is_cyrillic == is_cyrillic) {
            texts[i] = suspects->items[i].text;
        }
    }
    return texts;
}

static void
pair_latin(tl_suspects *suspects)
{
    tl_arena arena = {0};
    tl_str *texts = texts_in(suspects, false);
    tl_cluster_pairs found = tl_cluster_candidates(texts, suspects->count, &arena);
    for (size_t i = 0; i < found.count; i++) {
        add_pair(suspects, found.items[i]);
    }
    free(texts);
    tl_arena_clear(&arena);
}

/* Cyrillic stems with one skeleton, each paired with the first of them. */
static void
pair_cyrillic(tl_suspects *suspects)
{
    tl_map skeletons = {0};
    tl_arena arena = {0};
    for (size_t i = 0; i < suspects->count; i++) {
        tl_str stem = suspects->items[i].text;
        char out[sizeof(tl_key)];
        if (!suspects->items[i].is_cyrillic || stem.len > sizeof out) {
            continue;
        }
        tl_str skeleton = {out, tl_cyrillic_skeleton(stem, out)};
        uintptr_t first = (uintptr_t)tl_map_get(&skeletons, skeleton);
        if (first) {
            add_pair(suspects, (tl_cluster_pair){.a = (uint32_t)first - 1, .b = (uint32_t)i});
        } else {
            tl_map_add(&skeletons, tl_arena_copy(&arena, skeleton), (void *)(i + 1));
        }
    }
    tl_map_clear(&skeletons);
    tl_arena_clear(&arena);
}

/* The endings of family names that tl_cyrillic_stem() takes off. */
static bool
is_well_known(tl_str stem)
{
    static const char *const endings[] = {"", "о", "ий", "ый", "ой", "а", "й", "ь"};
    char bytes[sizeof(tl_key)];
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
        tl_str ending = tl_str_from(endings[i]);
        size_t length = stem.len + ending.len;
        if (length <= sizeof bytes) {
            memcpy(bytes, stem.ptr, stem.len);
            memcpy(bytes + stem.len, ending.ptr, ending.len);
            if (tl_list_has(TL_LIST_SURNAMES, (tl_str){bytes, length})) {
                return true;
            }
        }
    }
    return false;
}

static bool
have_one_skeleton(tl_str a, tl_str b)
{
    char of_a[sizeof(tl_key)], of_b[sizeof(tl_key)];
    return a.len <= sizeof of_a && b.len <= sizeof of_b &&
           tl_str_equal((tl_str){of_a, tl_cyrillic_skeleton(a, of_a)},
                        (tl_str){of_b, tl_cyrillic_skeleton(b, of_b)});
}

/* Cyrillic stems that may be spellings of one name, but for two that many people are called. */
static void
pair_respelled(tl_suspects *suspects)
{
    tl_arena arena = {0};
    tl_str *texts = texts_in(suspects, true);
    tl_cluster_pairs found =
        tl_respelled_pairs_find(texts, suspects->count, RESPELLED_COST, &arena);
    for (size_t i = 0; i < found.count; i++) {
        tl_str a = texts[found.items[i].a], b = texts[found.items[i].b];
        if (!have_one_skeleton(a, b) && !(is_well_known(a) && is_well_known(b))) {
            add_pair(suspects, found.items[i]);
        }
    }
    free(texts);
    tl_arena_clear(&arena);
}

void
tl_suspects_pair(tl_suspects *suspects)
{
    pair_latin(suspects);
    pair_cyrillic(suspects);
    pair_respelled(suspects);
}
