/* SPDX-License-Identifier: MPL-2.0 */
/* Files keys: sorts them into groups, collects the residues of each and lays their entries out
 * bucket by bucket. Runs once; nothing is looked up here. */
#include "scan/near_filing.h"
#include "scan/residues.h"

#include "base/alloc.h"
#include "base/array.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "text/words.h"

#include <stdlib.h>

tl_near_index *
tl_near_index_new(void)
{
    return tl_alloc_zero(1, sizeof(tl_near_index));
}

/* Bytes of the letters that a key is filed under. */
static size_t
head_length(tl_str key)
{
    size_t at = 0;
    for (size_t letters = 0; at < key.len && letters < TL_BEGINNING; letters++) {
        tl_utf8_next(key, &at);
    }
    return at;
}

void
tl_near_index_add(tl_near_index *index, tl_str key, uint32_t id, bool is_alone)
{
    size_t letters = tl_utf8_length(key), offset = index->bytes.len;
    if (letters < TL_NEAR_SHORTEST || letters > TL_NEAR_LONGEST || key.len > UINT8_MAX ||
        offset + key.len > UINT32_MAX) {
        return;
    }
    tl_buf_add(&index->bytes, key);
    index->keys =
        tl_array_reserve(index->keys, &index->capacity, index->count + 1, sizeof *index->keys);
    index->keys[index->count++] = (tl_filed_key){.offset = (uint32_t)offset,
                                                 .id = id,
                                                 .length = (uint8_t)key.len,
                                                 .letters = (uint8_t)letters,
                                                 .head = (uint8_t)head_length(key),
                                                 .is_alone = is_alone,
                                                 .letter_set = tl_words_letters(key)};
}

static tl_str
head_of(const tl_near_index *index, const tl_filed_key *filed)
{
    return (tl_str){index->bytes.ptr + filed->offset, filed->head};
}

/* What brings the keys of a group together. */
typedef struct sort_key {
    uint64_t hash; /* of the beginning and the limit */
    uint32_t number;
} sort_key;

static int
compare_sort_keys(const void *left, const void *right)
{
    const sort_key *a = left, *b = right;
    return a->hash != b->hash ? (a->hash < b->hash ? -1 : 1)
                              : (a->number > b->number) - (a->number < b->number);
}

static void
sort_keys(tl_near_index *index)
{
    sort_key *order = tl_alloc_zero(index->count, sizeof *order);
    tl_filed_key *sorted = tl_alloc_zero(index->count, sizeof *sorted);
    for (size_t i = 0; i < index->count; i++) {
        const tl_filed_key *filed = &index->keys[i];
        uint64_t hash = tl_hash_bytes(head_of(index, filed)) + tl_near_limit(filed->letters);
        order[i] = (sort_key){.hash = hash, .number = (uint32_t)i};
    }
    if (index->count > 1) {
        qsort(order, index->count, sizeof *order, compare_sort_keys);
    }
    for (size_t i = 0; i < index->count; i++) {
        sorted[i] = index->keys[order[i].number];
    }
    free(order);
    free(index->keys);
    index->keys = sorted;
}

static bool
share_a_group(const tl_near_index *index, const tl_filed_key *a, const tl_filed_key *b)
{
    return tl_near_limit(a->letters) == tl_near_limit(b->letters) &&
           tl_str_equal(head_of(index, a), head_of(index, b));
}

static void
make_groups(tl_near_index *index)
{
    size_t capacity = 0;
    for (size_t i = 0; i < index->count; i++) {
        if (i == 0 || !share_a_group(index, &index->keys[i - 1], &index->keys[i])) {
            index->groups = tl_array_reserve(index->groups, &capacity, index->group_count + 2,
                                             sizeof *index->groups);
            index->groups[index->group_count++] = (uint32_t)i;
        }
        if (index->group_count == TL_MAX_GROUPS) {
            index->count = i;
        }
    }
    if (index->group_count) {
        index->groups[index->group_count] = (uint32_t)index->count;
        index->group_ends = index->group_count + 1;
    }
}

static size_t
residues_of_group(const tl_near_index *index, size_t group, uint64_t hashes[TL_MAX_RESIDUES])
{
    const tl_filed_key *first = &index->keys[index->groups[group]];
    tl_beginning word = tl_beginning_of(tl_near_key_of(index, first));
    return tl_residues_of(&word, tl_near_limit(first->letters), hashes);
}

/* A residue of a group, while the index is built. */
typedef struct filed_residue {
    uint64_t hash;
    uint32_t group;
} filed_residue;

/* All residues of all groups, *count of them; owned by the caller. */
static filed_residue *
collect_residues(const tl_near_index *index, size_t *count)
{
    filed_residue *residues = NULL;
    size_t capacity = 0;
    *count = 0;
    for (size_t group = 0; group < index->group_count; group++) {
        uint64_t hashes[TL_MAX_RESIDUES];
        size_t found = residues_of_group(index, group, hashes);
        residues = tl_array_reserve(residues, &capacity, *count + found, sizeof *residues);
        for (size_t i = 0; i < found; i++) {
            residues[(*count)++] = (filed_residue){.hash = hashes[i], .group = (uint32_t)group};
        }
    }
    return residues;
}

/* Lays the entries out bucket by bucket: how many each has, where it ends, then the entries from
 * its end on, so that it is left with where it begins. */
static void
fill_buckets(tl_near_index *index, const filed_residue *residues, size_t count)
{
    size_t buckets = 64;
    while (buckets < count / 2) {
        buckets *= 2;
    }
    index->bucket_mask = buckets - 1;
    index->bucket_ends = buckets + 1;
    index->entry_count = count;
    index->buckets = tl_alloc_zero(buckets + 1, sizeof *index->buckets);
    index->entries = tl_alloc_zero(count, sizeof *index->entries);
    for (size_t i = 0; i < count; i++) {
        index->buckets[residues[i].hash & index->bucket_mask]++;
    }
    for (size_t i = 0; i < buckets; i++) {
        index->buckets[i + 1] += index->buckets[i];
    }
    for (size_t i = 0; i < count; i++) {
        uint32_t *end = &index->buckets[residues[i].hash & index->bucket_mask];
        index->entries[--*end] = residues[i].group | tl_near_tag_of(residues[i].hash);
    }
}

static bool
has_alone(const tl_near_index *index, size_t group)
{
    for (uint32_t i = index->groups[group]; i < index->groups[group + 1]; i++) {
        if (index->keys[i].is_alone) {
            return true;
        }
    }
    return false;
}

/* A residue is in the filter twice, since one word asks for so many that some would pass by chance.
 * Residues of one group stand together. */
static void
fill_filter(tl_near_index *index, const filed_residue *residues, size_t count)
{
    bool *is_wanted = tl_alloc_zero(index->group_count, sizeof *is_wanted);
    size_t wanted = 0;
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || residues[i].group != residues[i - 1].group) {
            is_wanted[residues[i].group] = has_alone(index, residues[i].group);
        }
        wanted += is_wanted[residues[i].group];
    }
    tl_filter_init(&index->alone, wanted);
    for (size_t i = 0; i < count; i++) {
        if (is_wanted[residues[i].group]) {
            tl_filter_add(&index->alone, residues[i].hash);
            tl_filter_add(&index->alone, ~residues[i].hash);
        }
    }
    free(is_wanted);
}

void
tl_near_index_build(tl_near_index *index)
{
    size_t count;
    sort_keys(index);
    make_groups(index);
    filed_residue *residues = collect_residues(index, &count);
    fill_buckets(index, residues, count);
    fill_filter(index, residues, count);
    free(residues);
}
