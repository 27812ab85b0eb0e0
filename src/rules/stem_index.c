/* SPDX-License-Identifier: MPL-2.0 */
/* A sorted list of hashes of stems, each with a term whose first word has that stem. The longest
 * term that stands at a word wins, the first in the termbase of equals. */
#include "rules/stem_index.h"

#include "base/hash.h"
#include "morph/inflect.h"
#include "rules/term_words.h"
#include "text/script.h"

#include <stdlib.h>

typedef struct stem_entry {
    uint64_t stem;
    const tl_term *term;
} stem_entry;

struct tl_stem_index {
    tl_str language;
    stem_entry *entries; /* in order of the stem, then of the term */
    size_t count;
    struct tl_stem_index *next; /* of another language */
};

enum { STEMS_OF_WORD = TL_STEMS_MAX + 1, LONGEST_WORD = 255 };

/* The hashes of a word's stems, and of its key. */
static size_t
stems_of(tl_pass *pass, tl_str language, tl_str word, uint64_t hashes[STEMS_OF_WORD])
{
    char key[LONGEST_WORD * 3];
    if (word.len > LONGEST_WORD) {
        return 0;
    }
    tl_stems stems = tl_pass_stems(pass, language, word);
    size_t count = 0;
    hashes[count++] = tl_hash_bytes((tl_str){key, tl_words_key(word, key)});
    for (size_t i = 0; i < stems.count; i++) {
        hashes[count++] = tl_hash_bytes(stems.items[i]);
    }
    return count;
}

static int
compare(const void *left, const void *right)
{
    const stem_entry *a = left, *b = right;
    int order = (a->stem > b->stem) - (a->stem < b->stem);
    return order ? order
                 : (a->term->number > b->term->number) - (a->term->number < b->term->number);
}

static bool
is_wanted(const tl_term *term, tl_str language)
{
    return term && tl_term_is_good(term) && !term->acronym &&
           tl_str_equal_ascii_nocase(tl_language_primary(term->entry->language), language);
}

static void
add_term(tl_pass *pass, struct tl_stem_index *index, const tl_term *term)
{
    tl_words words = {0};
    uint64_t hashes[STEMS_OF_WORD];
    tl_words_find(&words, term->text);
    size_t count = words.count ? stems_of(pass, index->language,
                                          tl_str_at(term->text, words.items[0].range), hashes)
                               : 0;
    for (size_t i = 0; i < count; i++) {
        index->entries[index->count++] = (stem_entry){hashes[i], term};
    }
    tl_words_clear(&words);
}

static struct tl_stem_index *
make_index(tl_pass *pass, tl_str language)
{
    const tl_termbase *termbase = pass->index->termbase;
    struct tl_stem_index *made = tl_arena_alloc(pass->arena, 1, sizeof *made);
    size_t terms = 0;
    made->language = tl_arena_copy(pass->arena, language);
    for (size_t i = 0; i < termbase->term_count; i++) {
        terms += is_wanted(tl_termbase_term(termbase, i), language);
    }
    made->entries = tl_arena_alloc(pass->arena, terms * STEMS_OF_WORD, sizeof *made->entries);
    for (size_t i = 0; i < termbase->term_count; i++) {
        if (is_wanted(tl_termbase_term(termbase, i), language)) {
            add_term(pass, made, tl_termbase_term(termbase, i));
        }
    }
    if (made->count > 1) {
        qsort(made->entries, made->count, sizeof *made->entries, compare);
    }
    return made;
}

static const struct tl_stem_index *
index_for(tl_pass *pass, tl_str language)
{
    pthread_mutex_lock(&pass->shared->lock);
    struct tl_stem_index **place = &pass->shared->stem_indexes;
    while (*place && !tl_str_equal((*place)->language, language)) {
        place = &(*place)->next;
    }
    if (*place == NULL) {
        *place = make_index(pass, language);
    }
    const struct tl_stem_index *found = *place;
    pthread_mutex_unlock(&pass->shared->lock);
    return found;
}

static size_t
lower_bound(const struct tl_stem_index *index, uint64_t stem)
{
    size_t low = 0, high = index->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (index->entries[middle].stem < stem) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

/* How many words of the text from `at` on the term takes; 0: it does not stand there. */
static uint32_t
length_at(tl_pass *pass, const tl_scan *scan, uint32_t at, const tl_term *term)
{
    tl_term_words words = tl_term_words_of(pass, term);
    if (words.count == 0 || at + words.count > scan->words.count) {
        return 0;
    }
    for (size_t i = 0; i < words.count; i++) {
        uint32_t word = at + (uint32_t)i;
        if (tl_scan_hit_at(scan, word) >= 0 || !tl_term_word_fits(pass, scan, word, &words, i)) {
            return 0;
        }
    }
    return (uint32_t)words.count;
}

static tl_stem_hit
longest_at(tl_pass *pass, const struct tl_stem_index *index, const tl_scan *scan, uint32_t at)
{
    tl_stem_hit best = {.first = at};
    uint64_t hashes[STEMS_OF_WORD];
    size_t count = stems_of(pass, index->language, tl_scan_text(scan, at, 1), hashes);
    for (size_t i = 0; i < count; i++) {
        for (size_t k = lower_bound(index, hashes[i]);
             k < index->count && index->entries[k].stem == hashes[i]; k++) {
            uint32_t length = length_at(pass, scan, at, index->entries[k].term);
            if (length > best.count) {
                best.term = index->entries[k].term;
                best.count = length;
            }
        }
    }
    return best;
}

tl_stem_hits
tl_stem_hits_find(tl_pass *pass, const tl_scan *scan)
{
    if (tl_has_paradigms(scan->language)) {
        return (tl_stem_hits){0};
    }
    const struct tl_stem_index *index = index_for(pass, scan->language);
    tl_stem_hit *items = tl_arena_alloc(pass->scratch, scan->words.count, sizeof *items);
    size_t found = 0;
    for (uint32_t at = 0; index->count && at < scan->words.count;) {
        tl_stem_hit hit = {.count = 0};
        if (scan->words.items[at].scripts == scan->script && tl_scan_hit_at(scan, at) < 0) {
            hit = longest_at(pass, index, scan, at);
        }
        if (hit.count) {
            items[found++] = hit;
        }
        at += hit.count ? hit.count : 1;
    }
    return (tl_stem_hits){items, found};
}
