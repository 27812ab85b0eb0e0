/* SPDX-License-Identifier: MPL-2.0 */
/* A map from word forms to the words of terms. Forms are collected unsorted, then sorted by hash
 * and laid out once: an open-addressing table of hashes, each slot naming a run of postings, behind
 * a Bloom filter of three bits in one 64-bit block. That a hash stands for the very key is not
 * checked here: the scanner compares every match with the text before it believes it. */
#include "scan/vocabulary.h"

#include "base/alloc.h"
#include "base/array.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "text/compare.h"
#include "text/words.h"

#include <stdlib.h>
#include <string.h>

enum { FORMS_PER_FILTER_BLOCK = 4, LONGEST_WORD = 1024 };

typedef struct form {
    uint64_t hash;
    tl_posting posting;
} form;

typedef struct slot {
    uint64_t hash;
    uint32_t first; /* 1 + index of the first posting; 0: free */
    uint32_t count;
} slot;

struct tl_vocabulary {
    uint32_t word_count;
    uint64_t *known; /* open addressing: hash of a key → its word; while building */
    uint32_t *known_words;
    size_t known_mask;
    form *forms; /* while building */
    size_t form_count, form_capacity;
    char *surfaces; /* NUL-terminated forms, one after the other; offset 0 is the empty one */
    size_t surfaces_length, surfaces_capacity;
    tl_posting *postings;
    size_t posting_count;
    slot *slots;
    size_t slot_mask;
    uint64_t *filter;
    size_t filter_mask;
};

tl_vocabulary *
tl_vocabulary_new(void)
{
    tl_vocabulary *vocabulary = tl_alloc_zero(1, sizeof *vocabulary);
    vocabulary->surfaces = tl_array_reserve(NULL, &vocabulary->surfaces_capacity, 1, 1);
    vocabulary->surfaces[0] = '\0';
    vocabulary->surfaces_length = 1;
    return vocabulary;
}

void
tl_vocabulary_free(tl_vocabulary *vocabulary)
{
    if (vocabulary == NULL) {
        return;
    }
    free(vocabulary->known);
    free(vocabulary->known_words);
    free(vocabulary->forms);
    free(vocabulary->surfaces);
    free(vocabulary->postings);
    free(vocabulary->slots);
    free(vocabulary->filter);
    free(vocabulary);
}

static uint64_t
hash_of_surface(tl_str surface)
{
    char key[LONGEST_WORD * 3];
    tl_str clipped = tl_str_slice(surface, 0, LONGEST_WORD);
    return tl_words_hash((tl_str){key, tl_words_key(clipped, key)});
}

/* The place of `hash` among the known words, or the free one where it belongs. A hash of 0 would
 * look free, so it is moved aside. */
static size_t
find_known(const tl_vocabulary *vocabulary, uint64_t hash)
{
    size_t at = (size_t)tl_hash_mix(hash) & vocabulary->known_mask;
    while (vocabulary->known[at] != 0 && vocabulary->known[at] != hash) {
        at = (at + 1) & vocabulary->known_mask;
    }
    return at;
}

static void
grow_known(tl_vocabulary *vocabulary)
{
    uint64_t *old = vocabulary->known;
    uint32_t *old_words = vocabulary->known_words;
    size_t old_size = old ? vocabulary->known_mask + 1 : 0;
    size_t size = old ? old_size * 2 : 1024;
    vocabulary->known = tl_alloc_zero(size, sizeof *vocabulary->known);
    vocabulary->known_words = tl_alloc_zero(size, sizeof *vocabulary->known_words);
    vocabulary->known_mask = size - 1;
    for (size_t i = 0; i < old_size; i++) {
        if (old[i] != 0) {
            size_t at = find_known(vocabulary, old[i]);
            vocabulary->known[at] = old[i];
            vocabulary->known_words[at] = old_words[i];
        }
    }
    free(old);
    free(old_words);
}

static void
push_form(tl_vocabulary *vocabulary, uint64_t hash, tl_posting posting)
{
    vocabulary->forms = tl_array_reserve(vocabulary->forms, &vocabulary->form_capacity,
                                         vocabulary->form_count + 1, sizeof *vocabulary->forms);
    vocabulary->forms[vocabulary->form_count++] = (form){.hash = hash, .posting = posting};
}

uint32_t
tl_vocabulary_add_word(tl_vocabulary *vocabulary, tl_str surface)
{
    if (vocabulary->known == NULL || (size_t)vocabulary->word_count * 2 >= vocabulary->known_mask) {
        grow_known(vocabulary);
    }
    uint64_t hash = hash_of_surface(surface);
    size_t at = find_known(vocabulary, hash ? hash : 1);
    if (vocabulary->known[at] == 0) {
        vocabulary->known[at] = hash ? hash : 1;
        vocabulary->known_words[at] = vocabulary->word_count;
        push_form(vocabulary, hash,
                  (tl_posting){.word = vocabulary->word_count, .kinds = TL_INFLECTION_NONE});
        vocabulary->word_count++;
    }
    return vocabulary->known_words[at];
}

/* Keeps the form in lower case: its capitals are those of the term it stands in. */
static uint32_t
add_surface(tl_vocabulary *vocabulary, tl_str surface)
{
    size_t begin = vocabulary->surfaces_length, most = surface.len * 2 + TL_UTF8_MAX;
    if (begin + most > UINT32_MAX) {
        tl_out_of_memory();
    }
    vocabulary->surfaces =
        tl_array_reserve(vocabulary->surfaces, &vocabulary->surfaces_capacity, begin + most, 1);
    char *out = vocabulary->surfaces + begin;
    for (size_t at = 0; at < surface.len;) {
        out += tl_utf8_encode(tl_letter_lower(tl_utf8_next(surface, &at)), out);
    }
    *out++ = '\0';
    vocabulary->surfaces_length = (size_t)(out - vocabulary->surfaces);
    return (uint32_t)begin;
}

void
tl_vocabulary_add_form(tl_vocabulary *vocabulary, uint32_t word, tl_str surface, uint16_t cells,
                       uint16_t kind)
{
    tl_posting posting = {.word = word, .cells = cells, .kinds = kind};
    posting.surface = add_surface(vocabulary, surface);
    push_form(vocabulary, hash_of_surface(surface), posting);
}

uint32_t
tl_vocabulary_word_count(const tl_vocabulary *vocabulary)
{
    return vocabulary->word_count;
}

static int
compare_forms(const void *left, const void *right)
{
    const form *a = left, *b = right;
    if (a->hash != b->hash) {
        return a->hash < b->hash ? -1 : 1;
    }
    if (a->posting.word != b->posting.word) {
        return a->posting.word < b->posting.word ? -1 : 1;
    }
    return (a->posting.surface > b->posting.surface) - (a->posting.surface < b->posting.surface);
}

static bool
is_same_form(const tl_vocabulary *vocabulary, const form *a, const form *b)
{
    return a->hash == b->hash && a->posting.word == b->posting.word &&
           strcmp(vocabulary->surfaces + a->posting.surface,
                  vocabulary->surfaces + b->posting.surface) == 0;
}

/* Merges the forms, sorted, that are one: returns how many are left. */
static size_t
merge_forms(tl_vocabulary *vocabulary)
{
    size_t kept = 0;
    for (size_t i = 0; i < vocabulary->form_count; i++) {
        form *last = kept ? &vocabulary->forms[kept - 1] : NULL;
        if (last && is_same_form(vocabulary, last, &vocabulary->forms[i])) {
            last->posting.cells |= vocabulary->forms[i].posting.cells;
            last->posting.kinds |= vocabulary->forms[i].posting.kinds;
        } else {
            vocabulary->forms[kept++] = vocabulary->forms[i];
        }
    }
    return kept;
}

static size_t
power_of_two_from(size_t least)
{
    size_t power = 64;
    while (power < least) {
        power *= 2;
    }
    return power;
}

static uint64_t
filter_bits(uint64_t mixed)
{
    return UINT64_C(1) << (mixed & 63) | UINT64_C(1) << (mixed >> 6 & 63) |
           UINT64_C(1) << (mixed >> 12 & 63);
}

static uint64_t
spread(uint64_t hash)
{
    hash *= UINT64_C(0x9e3779b97f4a7c15);
    return hash ^ hash >> 32;
}

static void
insert_run(tl_vocabulary *vocabulary, uint64_t hash, size_t first, size_t count)
{
    uint64_t mixed = spread(hash);
    vocabulary->filter[mixed >> 18 & vocabulary->filter_mask] |= filter_bits(mixed);
    size_t at = (size_t)mixed & vocabulary->slot_mask;
    while (vocabulary->slots[at].first != 0) {
        at = (at + 1) & vocabulary->slot_mask;
    }
    vocabulary->slots[at] =
        (slot){.hash = hash, .first = (uint32_t)(first + 1), .count = (uint32_t)count};
}

void
tl_vocabulary_build(tl_vocabulary *vocabulary)
{
    if (vocabulary->form_count > 1) { /* the array of none is NULL, which qsort() refuses */
        qsort(vocabulary->forms, vocabulary->form_count, sizeof *vocabulary->forms, compare_forms);
    }
    size_t count = merge_forms(vocabulary);
    size_t slots = power_of_two_from(count * 2);
    vocabulary->postings = tl_alloc_zero(count, sizeof *vocabulary->postings);
    vocabulary->posting_count = count;
    vocabulary->slots = tl_alloc_zero(slots, sizeof *vocabulary->slots);
    vocabulary->slot_mask = slots - 1;
    size_t blocks = power_of_two_from(count / FORMS_PER_FILTER_BLOCK);
    vocabulary->filter = tl_alloc_zero(blocks, sizeof *vocabulary->filter);
    vocabulary->filter_mask = blocks - 1;
    for (size_t i = 0; i < count;) {
        size_t end = i;
        for (; end < count && vocabulary->forms[end].hash == vocabulary->forms[i].hash; end++) {
            vocabulary->postings[end] = vocabulary->forms[end].posting;
        }
        insert_run(vocabulary, vocabulary->forms[i].hash, i, end - i);
        i = end;
    }
    free(vocabulary->forms);
    free(vocabulary->known);
    free(vocabulary->known_words);
    vocabulary->forms = NULL;
    vocabulary->known = NULL;
    vocabulary->known_words = NULL;
}

const tl_posting *
tl_vocabulary_find(const tl_vocabulary *vocabulary, uint64_t hash, size_t *count)
{
    uint64_t mixed = spread(hash), bits = filter_bits(mixed);
    *count = 0;
    if ((vocabulary->filter[mixed >> 18 & vocabulary->filter_mask] & bits) != bits) {
        return NULL;
    }
    size_t at = (size_t)mixed & vocabulary->slot_mask;
    for (; vocabulary->slots[at].first != 0; at = (at + 1) & vocabulary->slot_mask) {
        if (vocabulary->slots[at].hash == hash) {
            *count = vocabulary->slots[at].count;
            return &vocabulary->postings[vocabulary->slots[at].first - 1];
        }
    }
    return NULL;
}

const tl_posting *
tl_vocabulary_postings(const tl_vocabulary *vocabulary, size_t *count)
{
    *count = vocabulary->posting_count;
    return vocabulary->postings;
}

tl_str
tl_vocabulary_surface(const tl_vocabulary *vocabulary, const tl_posting *posting)
{
    return tl_str_from(vocabulary->surfaces + posting->surface);
}
