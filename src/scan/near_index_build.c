/* SPDX-License-Identifier: MPL-2.0 */
/* Collects keys and sorts them into groups: those of one beginning and one limit. Runs once;
 * nothing is looked up here. */
#include "scan/near_filing.h"
#include "scan/residues.h"

#include "base/alloc.h"
#include "base/array.h"
#include "base/hash.h"
#include "base/radix.h"
#include "base/utf8.h"
#include "text/words.h"

#include <stdlib.h>

tl_near_index *
tl_near_index_new(void)
{
    return tl_alloc_zero(1, sizeof(tl_near_index));
}

tl_near_letters
tl_near_letters_of(tl_str key)
{
    return (tl_near_letters){.set = tl_words_letters(key), .count = (uint32_t)tl_utf8_length(key)};
}

/* Bytes of the letters that a key is filed under. */
static size_t
head_length(tl_str key)
{
    size_t at = 0;
    for (size_t letters = 0; at < key.len && letters < TL_BEGINNING; letters++) {
        for (at++; at < key.len && ((unsigned char)key.ptr[at] & 0xC0) == 0x80;) {
            at++;
        }
    }
    return at;
}

void
tl_near_index_add(tl_near_index *index, tl_str key, tl_near_letters letters, uint32_t id,
                  bool is_alone)
{
    size_t offset = index->bytes.len;
    if (letters.count < TL_NEAR_SHORTEST || letters.count > TL_NEAR_LONGEST ||
        key.len > UINT8_MAX || offset + key.len > UINT32_MAX) {
        return;
    }
    tl_buf_add(&index->bytes, key);
    index->keys =
        tl_array_reserve(index->keys, &index->capacity, index->count + 1, sizeof *index->keys);
    index->keys[index->count++] = (tl_filed_key){.offset = (uint32_t)offset,
                                                 .id = id,
                                                 .length = (uint8_t)key.len,
                                                 .letters = (uint8_t)letters.count,
                                                 .head = (uint8_t)head_length(key),
                                                 .is_alone = is_alone,
                                                 .letter_set = letters.set};
}

static tl_str
head_of(const tl_near_index *index, const tl_filed_key *filed)
{
    return (tl_str){index->bytes.ptr + filed->offset, filed->head};
}

/* What brings the keys of a group together is a hash of their beginning and limit. */
static void
sort_keys(tl_near_index *index)
{
    tl_radix_item *order = tl_alloc_zero(index->count, sizeof *order);
    for (size_t i = 0; i < index->count; i++) {
        const tl_filed_key *filed = &index->keys[i];
        uint64_t hash = tl_hash_bytes(head_of(index, filed)) + tl_near_limit(filed->letters);
        order[i] = (tl_radix_item){.key = hash, .value = (uint32_t)i};
    }
    tl_radix_sort(order, index->count);
    tl_filed_key *sorted = tl_alloc_zero(index->count, sizeof *sorted);
    for (size_t i = 0; i < index->count; i++) {
        sorted[i] = index->keys[order[i].value];
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

void
tl_near_index_build(tl_near_index *index)
{
    sort_keys(index);
    make_groups(index);
    tl_near_index_file_groups(index);
}
