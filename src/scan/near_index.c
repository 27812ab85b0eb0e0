/* SPDX-License-Identifier: MPL-2.0 */
/* The deletion neighbourhood of a set of keys. Two words at most d edits apart have beginnings of
 * equal length that become equal when at most d letters are taken out of each; so keys with one
 * beginning are a group, filed under every residue of it, and a word is looked up under every
 * residue of its own. A bucket names groups, with eight bits of the residue's hash to tell most of
 * the wrong ones; what is left is compared letter by letter. Nothing here is weighted. */
#include "scan/near_filing.h"
#include "scan/residues.h"

#include "base/utf8.h"
#include "text/distance.h"
#include "text/words.h"

#include <stdlib.h>

enum { MAX_FOUND = 512 /* groups that one word is compared with */ };

static const tl_image_part parts[] = {
    TL_IMAGE_ARRAY("nea.keys", tl_near_index, keys, count),
    TL_IMAGE_ARRAY("nea.text", tl_near_index, bytes.ptr, bytes.len),
    TL_IMAGE_ARRAY("nea.grou", tl_near_index, groups, group_ends),
    TL_IMAGE_ARRAY("nea.buck", tl_near_index, buckets, bucket_ends),
    TL_IMAGE_ARRAY("nea.entr", tl_near_index, entries, entry_count),
    TL_IMAGE_ARRAY("nea.alon", tl_near_index, alone, alone_count),
};

enum { PARTS = sizeof parts / sizeof *parts };

unsigned
tl_near_limit(size_t letters)
{
    return letters < TL_NEAR_SHORTEST ? 0 : letters < TL_TWO_EDITS_FROM ? 1 : 2;
}

void
tl_near_index_save(const tl_near_index *index, tl_image_writer *writer)
{
    tl_image_add_parts(writer, parts, PARTS, index);
}

tl_near_index *
tl_near_index_open(const tl_image *image)
{
    tl_near_index *index = tl_near_index_new();
    index->is_mapped = true;
    bool is_there = tl_image_find_parts(image, parts, PARTS, index);
    index->group_count = index->group_ends ? index->group_ends - 1 : 0;
    index->bucket_shift = tl_near_shift_of(index->bucket_ends - 1);
    index->alone_shift = tl_near_shift_of(index->alone_count);
    if (!is_there || index->bucket_shift == 0 || index->alone_shift == 0) {
        tl_near_index_free(index);
        return NULL;
    }
    return index;
}

void
tl_near_index_free(tl_near_index *index)
{
    if (index && !index->is_mapped) {
        tl_buf_clear(&index->bytes);
        free(index->keys);
        free(index->groups);
        free(index->buckets);
        free(index->entries);
        free(index->alone);
    }
    free(index);
}

/* The groups that share a residue with the word. */
typedef struct found_groups {
    uint32_t items[MAX_FOUND];
    size_t count;
} found_groups;

static void
add_group(found_groups *found, uint32_t group)
{
    for (size_t i = 0; i < found->count; i++) {
        if (found->items[i] == group) {
            return;
        }
    }
    if (found->count < MAX_FOUND) {
        found->items[found->count++] = group;
    }
}

static void
find_groups(const tl_near_index *index, const tl_beginning *word, unsigned limit,
            found_groups *found)
{
    uint64_t hashes[TL_MAX_RESIDUES];
    size_t count = tl_residues_of(word, limit, hashes);
    for (size_t i = 0; i < count; i++) {
        size_t bucket = hashes[i] >> index->bucket_shift;
        size_t end = index->buckets[bucket + 1];
        end = end < index->entry_count ? end : index->entry_count;
        for (size_t at = index->buckets[bucket]; at < end; at++) {
            if ((index->entries[at] & ~(uint32_t)(TL_MAX_GROUPS - 1)) ==
                tl_near_tag_of(hashes[i])) {
                add_group(found, index->entries[at] & (TL_MAX_GROUPS - 1));
            }
        }
    }
}

/* The best matches so far, in order. */
typedef struct best_matches {
    tl_near_match *items;
    size_t count, capacity;
} best_matches;

static bool
is_better(const tl_near_match *a, const tl_near_match *b)
{
    return a->edits != b->edits ? a->edits < b->edits : a->id < b->id;
}

static void
add_match(best_matches *best, tl_near_match match)
{
    size_t at = best->count;
    if (at == best->capacity) {
        if (at == 0 || !is_better(&match, &best->items[at - 1])) {
            return;
        }
        at--;
    } else {
        best->count++;
    }
    for (; at > 0 && is_better(&match, &best->items[at - 1]); at--) {
        best->items[at] = best->items[at - 1];
    }
    best->items[at] = match;
}

/* A word that is looked up. */
typedef struct asked_key {
    tl_str key;
    size_t letters;
    uint32_t letter_set;
} asked_key;

static bool
has_more_than(uint32_t set, unsigned limit)
{
    for (; limit > 0; limit--) {
        set &= set - 1;
    }
    return set != 0;
}

/* What lengths and letters say, cheaper than a comparison: an edit makes a word longer or shorter
 * by one at most, and brings one letter at most that the other has not. */
static bool
may_be_near(const asked_key *asked, const tl_filed_key *filed, unsigned limit)
{
    return asked->letters <= filed->letters + limit && filed->letters <= asked->letters + limit &&
           !has_more_than(asked->letter_set & ~filed->letter_set, limit) &&
           !has_more_than(filed->letter_set & ~asked->letter_set, limit);
}

static void
compare_group(const tl_near_index *index, uint32_t group, const asked_key *asked,
              best_matches *best)
{
    size_t end = group < index->group_count ? index->groups[group + 1] : 0;
    end = end < index->count ? end : index->count;
    for (size_t i = end ? index->groups[group] : 0; i < end; i++) {
        const tl_filed_key *filed = &index->keys[i];
        unsigned limit = tl_near_limit(filed->letters);
        if (may_be_near(asked, filed, limit)) {
            tl_str other = tl_near_key_of(index, filed);
            unsigned edits = tl_edit_distance(asked->key, other, limit);
            if (edits > 0 && edits <= limit) {
                add_match(best, (tl_near_match){.key = other,
                                                .id = filed->id,
                                                .edits = edits,
                                                .is_alone = filed->is_alone != 0});
            }
        }
    }
}

static bool
passes_filter(const tl_near_index *index, const tl_beginning *word, unsigned limit)
{
    uint64_t hashes[TL_MAX_RESIDUES];
    size_t count = tl_residues_of(word, limit, hashes);
    for (size_t i = 0; i < count; i++) {
        if (tl_near_block_has(index->alone[hashes[i] >> index->alone_shift], hashes[i])) {
            return true;
        }
    }
    return false;
}

bool
tl_near_index_may_have_alone(const tl_near_index *index, tl_str key)
{
    tl_beginning word = tl_beginning_of(key);
    return tl_near_index_may_begin_alone(index, &word, tl_utf8_length(key));
}

bool
tl_near_index_may_begin_alone(const tl_near_index *index, const tl_beginning *word, size_t letters)
{
    return passes_filter(index, word, 2) ||
           (letters <= TL_TWO_EDITS_FROM && passes_filter(index, word, 1));
}

size_t
tl_near_index_find(const tl_near_index *index, tl_str key, tl_near_match *matches, size_t capacity)
{
    best_matches best = {.items = matches, .capacity = capacity};
    found_groups found = {.count = 0};
    asked_key asked = {.key = key, .letters = tl_utf8_length(key)};
    if (asked.letters + 1 < TL_NEAR_SHORTEST || asked.letters > TL_NEAR_LONGEST) {
        return 0;
    }
    asked.letter_set = tl_words_letters(key);
    tl_beginning word = tl_beginning_of(key);
    if (asked.letters <= TL_TWO_EDITS_FROM) {
        find_groups(index, &word, 1, &found);
    }
    find_groups(index, &word, 2, &found);
    for (size_t i = 0; i < found.count; i++) {
        compare_group(index, found.items[i], &asked, &best);
    }
    return best.count;
}
