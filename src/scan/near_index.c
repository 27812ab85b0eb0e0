/* SPDX-License-Identifier: MPL-2.0 */
/* The deletion neighbourhood of a set of keys. Two words at most d edits apart have beginnings of
 * equal length that become equal when at most d letters are taken out of each; so keys with one
 * beginning are a group, filed under every residue of it, and a word is looked up under every
 * residue of its own. A bucket names groups, with eight bits of the residue's hash to tell most of
 * the wrong ones; what is left is compared letter by letter. Nothing here is weighted. */
#include "scan/near_index.h"

#include "base/alloc.h"
#include "base/array.h"
#include "base/buf.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "scan/filter.h"
#include "text/distance.h"
#include "text/words.h"

#include <stdlib.h>

enum {
    TWO_EDITS_FROM = 7, /* letters */
    BEGINNING = 8,      /* letters that are filed; all of a shorter key */
    MAX_RESIDUES = 1 + BEGINNING + BEGINNING * (BEGINNING - 1) / 2,
    MAX_GROUPS = 1 << 24, /* the other bits of an entry are of the hash */
    MAX_FOUND = 512,      /* groups that one word is compared with */
};

typedef struct filed_key {
    uint32_t offset; /* of its bytes */
    uint32_t id;
    uint8_t length, letters; /* bytes, code points */
    uint8_t head;            /* bytes of the letters that are filed */
    bool is_alone;
    uint32_t letter_set;
} filed_key;

struct tl_near_index {
    filed_key *keys; /* in groups, once it is built */
    size_t count, capacity;
    tl_buf bytes;     /* of the keys */
    uint32_t *groups; /* the first key of each, and behind the last the count of keys */
    size_t group_count, group_ends; /* the latter is one more, or 0 */
    uint32_t *buckets; /* the first entry of each, and behind the last the count of entries */
    size_t bucket_ends, bucket_mask;
    uint32_t *entries; /* group | eight bits of the residue's hash << 24 */
    size_t entry_count;
    tl_filter alone; /* the residues of groups that have a key marked so */
    bool is_mapped;  /* all of it is an image's */
};

static const tl_image_part parts[] = {
    TL_IMAGE_ARRAY("nea.keys", tl_near_index, keys, count),
    TL_IMAGE_ARRAY("nea.text", tl_near_index, bytes.ptr, bytes.len),
    TL_IMAGE_ARRAY("nea.grou", tl_near_index, groups, group_ends),
    TL_IMAGE_ARRAY("nea.buck", tl_near_index, buckets, bucket_ends),
    TL_IMAGE_ARRAY("nea.entr", tl_near_index, entries, entry_count),
    TL_FILTER_IMAGE("nea.alon", tl_near_index, alone),
};

enum { PARTS = sizeof parts / sizeof *parts };

unsigned
tl_near_limit(size_t letters)
{
    return letters < TL_NEAR_SHORTEST ? 0 : letters < TWO_EDITS_FROM ? 1 : 2;
}

tl_near_index *
tl_near_index_new(void)
{
    return tl_alloc_zero(1, sizeof(tl_near_index));
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
    size_t buckets = index->bucket_ends - 1;
    index->group_count = index->group_ends ? index->group_ends - 1 : 0;
    index->bucket_mask = buckets - 1;
    if (!is_there || index->bucket_ends < 2 || (buckets & index->bucket_mask) != 0 ||
        !tl_filter_is_sound(&index->alone)) {
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
        tl_filter_clear(&index->alone);
    }
    free(index);
}

/* The letters of a word that it is filed under. The hash of letters is their polynomial, so that
 * one of some runs of them comes out of the hashes of all beginnings. */
typedef struct beginning {
    uint32_t letters[BEGINNING];
    uint64_t hashes[BEGINNING + 1]; /* of the first 0, 1, 2 … letters */
    uint64_t powers[BEGINNING + 1];
    size_t length;
} beginning;

static beginning
beginning_of(tl_str key)
{
    static const uint64_t multiplier = UINT64_C(0x9e3779b97f4a7c55);
    beginning found = {.powers = {1}};
    for (size_t next = 0; next < key.len && found.length < BEGINNING;) {
        uint32_t letter = tl_utf8_next(key, &next);
        size_t at = found.length++;
        found.letters[at] = letter;
        found.hashes[at + 1] = found.hashes[at] * multiplier + letter;
        found.powers[at + 1] = found.powers[at] * multiplier;
    }
    return found;
}

/* The hash of `head` with letters [begin, end) behind it. */
static uint64_t
append(const beginning *word, uint64_t head, size_t begin, size_t end)
{
    uint64_t power = word->powers[end - begin];
    return head * power + word->hashes[end] - word->hashes[begin] * power;
}

/* Out of two equal neighbours either may be taken: only the first is. */
static bool
repeats(const beginning *word, size_t at)
{
    return at > 0 && word->letters[at] == word->letters[at - 1];
}

/* The hashes of what is left when up to `limit` letters are taken out, in a space of their own for
 * each limit. */
static size_t
residues_of(const beginning *word, unsigned limit, uint64_t hashes[MAX_RESIDUES])
{
    size_t count = 0, length = word->length;
    hashes[count++] = word->hashes[length];
    for (size_t i = 0; i < length; i++) {
        if (repeats(word, i)) {
            continue;
        }
        hashes[count++] = append(word, word->hashes[i], i + 1, length);
        for (size_t k = i + 1; limit > 1 && k < length; k++) {
            if (k == i + 1 || !repeats(word, k)) {
                uint64_t head = append(word, word->hashes[i], i + 1, k);
                hashes[count++] = append(word, head, k + 1, length);
            }
        }
    }
    for (size_t i = 0; i < count; i++) {
        hashes[i] = tl_hash_mix(hashes[i] + limit);
    }
    return count;
}

/* Bytes of the letters that a key is filed under. */
static size_t
head_length(tl_str key)
{
    size_t at = 0;
    for (size_t letters = 0; at < key.len && letters < BEGINNING; letters++) {
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
    index->keys[index->count++] = (filed_key){.offset = (uint32_t)offset,
                                              .id = id,
                                              .length = (uint8_t)key.len,
                                              .letters = (uint8_t)letters,
                                              .head = (uint8_t)head_length(key),
                                              .is_alone = is_alone,
                                              .letter_set = tl_words_letters(key)};
}

static tl_str
key_of(const tl_near_index *index, const filed_key *filed)
{
    return tl_str_slice(tl_buf_str(&index->bytes), filed->offset,
                        (size_t)filed->offset + filed->length);
}

static tl_str
head_of(const tl_near_index *index, const filed_key *filed)
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
    filed_key *sorted = tl_alloc_zero(index->count, sizeof *sorted);
    for (size_t i = 0; i < index->count; i++) {
        const filed_key *filed = &index->keys[i];
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
share_a_group(const tl_near_index *index, const filed_key *a, const filed_key *b)
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
        if (index->group_count == MAX_GROUPS) {
            index->count = i;
        }
    }
    if (index->group_count) {
        index->groups[index->group_count] = (uint32_t)index->count;
        index->group_ends = index->group_count + 1;
    }
}

static size_t
residues_of_group(const tl_near_index *index, size_t group, uint64_t hashes[MAX_RESIDUES])
{
    const filed_key *first = &index->keys[index->groups[group]];
    beginning word = beginning_of(key_of(index, first));
    return residues_of(&word, tl_near_limit(first->letters), hashes);
}

static uint32_t
tag_of(uint64_t hash)
{
    return (uint32_t)(hash >> 56) << 24;
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
        uint64_t hashes[MAX_RESIDUES];
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
        index->entries[--*end] = residues[i].group | tag_of(residues[i].hash);
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
find_groups(const tl_near_index *index, const beginning *word, unsigned limit, found_groups *found)
{
    uint64_t hashes[MAX_RESIDUES];
    size_t count = residues_of(word, limit, hashes);
    for (size_t i = 0; i < count; i++) {
        size_t bucket = hashes[i] & index->bucket_mask;
        size_t end = index->buckets[bucket + 1];
        end = end < index->entry_count ? end : index->entry_count;
        for (size_t at = index->buckets[bucket]; at < end; at++) {
            if ((index->entries[at] & ~(uint32_t)(MAX_GROUPS - 1)) == tag_of(hashes[i])) {
                add_group(found, index->entries[at] & (MAX_GROUPS - 1));
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
may_be_near(const asked_key *asked, const filed_key *filed, unsigned limit)
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
        const filed_key *filed = &index->keys[i];
        unsigned limit = tl_near_limit(filed->letters);
        if (may_be_near(asked, filed, limit)) {
            tl_str other = key_of(index, filed);
            unsigned edits = tl_edit_distance(asked->key, other, limit);
            if (edits > 0 && edits <= limit) {
                add_match(best, (tl_near_match){.key = other,
                                                .id = filed->id,
                                                .edits = edits,
                                                .is_alone = filed->is_alone});
            }
        }
    }
}

static bool
passes_filter(const tl_near_index *index, const beginning *word, unsigned limit)
{
    uint64_t hashes[MAX_RESIDUES];
    size_t count = residues_of(word, limit, hashes);
    for (size_t i = 0; i < count; i++) {
        if (tl_filter_may_have(&index->alone, hashes[i]) &&
            tl_filter_may_have(&index->alone, ~hashes[i])) {
            return true;
        }
    }
    return false;
}

bool
tl_near_index_may_have_alone(const tl_near_index *index, tl_str key)
{
    beginning word = beginning_of(key);
    return passes_filter(index, &word, 2) ||
           (tl_utf8_length(key) <= TWO_EDITS_FROM && passes_filter(index, &word, 1));
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
    beginning word = beginning_of(key);
    if (asked.letters <= TWO_EDITS_FROM) {
        find_groups(index, &word, 1, &found);
    }
    find_groups(index, &word, 2, &found);
    for (size_t i = 0; i < found.count; i++) {
        compare_group(index, found.items[i], &asked, &best);
    }
    return best.count;
}
