/* SPDX-License-Identifier: MPL-2.0 */
/* Two words are one edit from each other only if they share what is left of them when one letter,
 * or none, is left out. So each acronym is kept under the hashes of all that is left of it, sorted,
 * and a question looks up those of the word it asks for; what is found is measured, so that equal
 * hashes cannot deceive. The order of addition is that of the termbase and never shows otherwise.
 */
#include "scan/acronyms.h"

#include "base/array.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "scan/pattern.h"
#include "text/compare.h"
#include "text/distance.h"
#include "text/key.h"
#include "text/words.h"

#include <stdlib.h>

enum { SHORTEST = 4, MOST_LEFTOVERS = TL_DISTANCE_LONGEST + 1 };

typedef struct tl_near_key {
    uint64_t hash;
    uint32_t term;
} near_key;

static const tl_image_part parts[] = {
    TL_IMAGE_ARRAY("acr.term", tl_acronyms, terms, count),
    TL_IMAGE_ARRAY("acr.keys", tl_acronyms, keys, key_count),
    TL_FILTER_IMAGE("acr.filt", tl_acronyms, filter),
};

enum { PARTS = sizeof parts / sizeof *parts };

void
tl_acronyms_save(const tl_acronyms *acronyms, tl_image_writer *writer)
{
    tl_image_add_parts(writer, parts, PARTS, acronyms);
}

bool
tl_acronyms_open(tl_acronyms *acronyms, const tl_termbase *termbase, const tl_image *image)
{
    *acronyms = (tl_acronyms){.termbase = termbase, .is_mapped = true};
    return tl_image_find_parts(image, parts, PARTS, acronyms) &&
           tl_filter_is_sound(&acronyms->filter);
}

void
tl_acronyms_clear(tl_acronyms *acronyms)
{
    if (!acronyms->is_mapped) {
        free(acronyms->terms);
        free(acronyms->keys);
        tl_filter_clear(&acronyms->filter);
    }
    *acronyms = (tl_acronyms){0};
}

static bool
is_one_word_of_capitals(tl_str text)
{
    size_t at = 0, letters = 0;
    while (at < text.len) {
        uint32_t letter = tl_utf8_next(text, &at);
        if (tl_letter_lower(letter) == letter) {
            return false;
        }
        letters++;
    }
    return letters > 1;
}

/* The hashes of the key and of all that is left of it without one letter; returns how many. A key
 * that is too long for a distance has none. */
static size_t
leftovers(tl_str key, uint64_t hashes[MOST_LEFTOVERS])
{
    uint32_t letters[TL_DISTANCE_LONGEST];
    size_t count = 0;
    for (size_t at = 0; at < key.len; count++) {
        if (count == TL_DISTANCE_LONGEST) {
            return 0;
        }
        letters[count] = tl_utf8_next(key, &at);
    }
    for (size_t left_out = 0; left_out <= count; left_out++) {
        uint64_t hash = 0;
        for (size_t i = 0; i < count; i++) {
            hash = i == left_out ? hash : tl_hash_pair(hash, letters[i]);
        }
        hashes[left_out] = hash;
    }
    return count + 1;
}

void
tl_acronyms_add(tl_acronyms *acronyms, const tl_term *term)
{
    tl_key bytes;
    uint64_t hashes[MOST_LEFTOVERS];
    if (!tl_term_is_good(term) || tl_utf8_length(term->text) < SHORTEST ||
        !is_one_word_of_capitals(term->text)) {
        return;
    }
    size_t count = leftovers(tl_key_of(term->text, &bytes), hashes);
    acronyms->keys = tl_array_reserve(acronyms->keys, &acronyms->key_capacity,
                                      acronyms->key_count + count, sizeof *acronyms->keys);
    for (size_t i = 0; i < count; i++) {
        acronyms->keys[acronyms->key_count++] = (near_key){hashes[i], (uint32_t)acronyms->count};
    }
    acronyms->terms = tl_array_reserve(acronyms->terms, &acronyms->capacity, acronyms->count + 1,
                                       sizeof *acronyms->terms);
    acronyms->terms[acronyms->count++] = term->number;
}

static int
compare_keys(const void *left, const void *right)
{
    const near_key *a = left, *b = right;
    if (a->hash != b->hash) {
        return a->hash < b->hash ? -1 : 1;
    }
    return (a->term > b->term) - (a->term < b->term);
}

/* The term of a key; NULL if an image has none. */
static const tl_term *
term_of(const tl_acronyms *acronyms, const near_key *key)
{
    uint32_t number = key->term < acronyms->count ? acronyms->terms[key->term] : UINT32_MAX;
    bool is_there = number < acronyms->termbase->term_count;
    return is_there ? tl_termbase_term(acronyms->termbase, number) : NULL;
}

/* Two letters alike leave the same behind, and so do two acronyms alike, of which the first counts:
 * what says nothing new is dropped. */
static void
drop_repeated_keys(tl_acronyms *acronyms)
{
    size_t kept = 0;
    for (size_t i = 0; i < acronyms->key_count; i++) {
        const near_key *key = &acronyms->keys[i], *last = kept ? &acronyms->keys[kept - 1] : NULL;
        bool is_repeated =
            last && last->hash == key->hash &&
            tl_str_equal(term_of(acronyms, last)->text, term_of(acronyms, key)->text);
        if (!is_repeated) {
            acronyms->keys[kept++] = *key;
        }
    }
    acronyms->key_count = kept;
}

void
tl_acronyms_build(tl_acronyms *acronyms)
{
    if (acronyms->key_count > 1) {
        qsort(acronyms->keys, acronyms->key_count, sizeof *acronyms->keys, compare_keys);
    }
    drop_repeated_keys(acronyms);
    tl_filter_init(&acronyms->filter, acronyms->key_count);
    for (size_t i = 0; i < acronyms->key_count; i++) {
        tl_filter_add(&acronyms->filter, acronyms->keys[i].hash);
    }
}

/* The first key of that hash, or where it would stand. */
static size_t
find_keys(const tl_acronyms *acronyms, uint64_t hash)
{
    size_t low = 0, high = acronyms->key_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (acronyms->keys[middle].hash < hash) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

/* The nearest acronym so far. */
typedef struct choice {
    tl_str key; /* of what is asked for */
    const tl_term *nearest;
    bool has_length, tied;
} choice;

static void
consider(choice *chosen, const tl_term *term)
{
    tl_key bytes;
    if (term == NULL) {
        return;
    }
    tl_str key = tl_key_of(term->text, &bytes);
    bool has_length = key.len == chosen->key.len;
    if (tl_edit_distance(chosen->key, key, 1) != 1 || (chosen->has_length && !has_length)) {
        return;
    }
    if (chosen->nearest == NULL || (has_length && !chosen->has_length)) {
        chosen->nearest = term;
        chosen->has_length = has_length;
        chosen->tied = false;
        return;
    }
    chosen->tied = chosen->tied || !tl_str_equal(term->text, chosen->nearest->text);
    if (term->number < chosen->nearest->number) {
        chosen->nearest = term;
    }
}

const tl_term *
tl_acronyms_nearest(const tl_acronyms *acronyms, tl_str text)
{
    tl_key bytes;
    uint64_t hashes[MOST_LEFTOVERS];
    choice chosen = {.key = tl_key_of(text, &bytes)};
    size_t count = acronyms->key_count ? leftovers(chosen.key, hashes) : 0;
    for (size_t i = 0; i < count; i++) {
        if (!tl_filter_may_have(&acronyms->filter, hashes[i])) {
            continue;
        }
        size_t at = find_keys(acronyms, hashes[i]);
        for (; at < acronyms->key_count && acronyms->keys[at].hash == hashes[i]; at++) {
            consider(&chosen, term_of(acronyms, &acronyms->keys[at]));
        }
    }
    return chosen.tied ? NULL : chosen.nearest;
}
