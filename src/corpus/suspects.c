/* SPDX-License-Identifier: MPL-2.0 */
/* Puts the words of all documents side by side and finds those that may be one name. Looks at words
 * alone: what stands beside them is read afterwards, in the few documents that have a suspect.
 * Invariant: the result depends on the words and the order of the documents only. */
#include "corpus/suspects.h"

#include "base/alloc.h"
#include "base/array.h"
#include "base/hash.h"
#include "base/map.h"
#include "morph/base_name.h"
#include "romanize/cyrillic_stem.h"
#include "romanize/respelled_pairs.h"
#include "scan/lists.h"
#include "text/key.h"
#include "text/script.h"

#include <stdlib.h>
#include <string.h>

enum {
    ODD_COST = 31, /* Alexander and Aleksandr, in which the last unit is odd */
    SHORTEST_FAMILY = 6,
    RESPELLED_COST = 45, /* Cyrillic: a letter that is confused every day, and a half */
};

void
tl_suspects_clear(tl_suspects *suspects)
{
    tl_arena_clear(&suspects->arena);
    free(suspects->items);
    free(suspects->words);
    tl_filter_clear(&suspects->filter);
    free(suspects->pairs);
    free(suspects->ids);
    free(suspects->id_begin);
    free(suspects->first);
    free(suspects->neighbours);
    *suspects = (tl_suspects){0};
}

/* -- the words of all documents --------------------------------------------------------------- */

typedef struct collection {
    tl_suspects *suspects;
    tl_map stems; /* of Cyrillic words → 1 + number */
    struct met_word {
        uint64_t hash;
        uint32_t suspect; /* from 1; 0: free */
    } * slots;
    size_t size;
} collection;

static size_t
find_slot(const collection *c, uint64_t hash)
{
    size_t slot = (size_t)tl_hash_mix(hash) & (c->size - 1);
    while (c->slots[slot].suspect && c->slots[slot].hash != hash) {
        slot = (slot + 1) & (c->size - 1);
    }
    return slot;
}

static uint32_t
add_suspect(tl_suspects *suspects, tl_str text, bool cyrillic, bool family)
{
    suspects->items = tl_array_reserve(suspects->items, &suspects->capacity, suspects->count + 1,
                                       sizeof *suspects->items);
    suspects->items[suspects->count] =
        (tl_suspect){.text = text, .is_cyrillic = cyrillic, .is_family = family};
    return (uint32_t)suspects->count++;
}

/* The suspect that a word is, a new one unless it is a case form of one. */
static uint32_t
suspect_of(collection *c, tl_str word)
{
    tl_suspects *suspects = c->suspects;
    tl_key key;
    tl_str folded = tl_key_of(word, &key);
    if (tl_script_of_word(word) != TL_SCRIPT_CYRILLIC) {
        return add_suspect(suspects, word, false, tl_sure_family_mark(word));
    }
    tl_str stem = tl_cyrillic_stem(folded);
    uintptr_t number = (uintptr_t)tl_map_get(&c->stems, stem);
    if (number == 0) {
        stem = tl_arena_copy(&suspects->arena, stem);
        number = add_suspect(suspects, stem, true, false) + 1u;
        tl_map_add(&c->stems, stem, (void *)number); /* a number in place of a pointer */
    }
    return (uint32_t)number - 1;
}

static uint32_t
meet_word(collection *c, uint64_t hash, tl_str word)
{
    tl_suspects *suspects = c->suspects;
    size_t slot = find_slot(c, hash);
    if (c->slots[slot].suspect == 0) {
        uint32_t number = suspect_of(c, word);
        suspects->words = tl_array_reserve(suspects->words, &suspects->word_capacity,
                                           suspects->word_count + 1, sizeof *suspects->words);
        suspects->words[suspects->word_count++] = (struct tl_suspect_word){hash, number};
        c->slots[slot] = (struct met_word){hash, number + 1};
    }
    return c->slots[slot].suspect - 1;
}

static size_t
total_words(const tl_tally *tally)
{
    size_t total = 0;
    for (size_t i = 0; i < tally->count; i++) {
        total += tally->documents[i].count;
    }
    return total;
}

static int
compare_words(const void *left, const void *right)
{
    const struct tl_suspect_word *a = left, *b = right;
    return (a->hash > b->hash) - (a->hash < b->hash);
}

static void
collect_words(tl_suspects *suspects, const tl_tally *tally)
{
    collection c = {.suspects = suspects, .size = 64};
    size_t total = total_words(tally), count = 0;
    while (c.size < total * 2) {
        c.size *= 2;
    }
    c.slots = tl_alloc_zero(c.size, sizeof *c.slots);
    suspects->ids = tl_alloc_zero(total + 1, sizeof *suspects->ids);
    suspects->id_begin = tl_alloc_zero(tally->count + 1, sizeof *suspects->id_begin);
    for (size_t i = 0; i < tally->count; i++) {
        const tl_tally_document *document = &tally->documents[i];
        tl_str rest = tl_buf_str(&document->words), word;
        suspects->id_begin[i] = count;
        for (size_t k = 0; k < document->count && tl_str_split(&rest, '\0', &word); k++) {
            suspects->ids[count++] = meet_word(&c, document->hashes[k], word);
        }
    }
    if (suspects->word_count) {
        qsort(suspects->words, suspects->word_count, sizeof *suspects->words, compare_words);
    }
    tl_map_clear(&c.stems);
    free(c.slots);
}

/* Keeps the words of the suspects that have a pair; they stay sorted. Most words that are asked for
 * later are none of them. */
static void
keep_paired(tl_suspects *suspects)
{
    size_t kept = 0;
    for (size_t i = 0; i < suspects->word_count; i++) {
        if (suspects->items[suspects->words[i].suspect].is_paired) {
            suspects->words[kept++] = suspects->words[i];
        }
    }
    suspects->word_count = kept;
    tl_filter_init(&suspects->filter, kept);
    for (size_t i = 0; i < kept; i++) {
        tl_filter_add(&suspects->filter, suspects->words[i].hash);
    }
}

/* -- pairs ------------------------------------------------------------------------------------ */

static void
add_pair(tl_suspects *suspects, tl_cluster_pair pair)
{
    suspects->pairs = tl_array_reserve(suspects->pairs, &suspects->pair_capacity,
                                       suspects->pair_count + 1, sizeof *suspects->pairs);
    suspects->pairs[suspects->pair_count++] = pair;
}

static void
pair_latin(tl_suspects *suspects, tl_cluster *cluster)
{
    tl_str *words = tl_alloc_zero(suspects->count, sizeof *words);
    uint32_t *numbers = tl_alloc_zero(suspects->count, sizeof *numbers);
    size_t count = 0;
    for (size_t i = 0; i < suspects->count; i++) {
        if (!suspects->items[i].is_cyrillic) {
            words[count] = suspects->items[i].text;
            numbers[count++] = (uint32_t)i;
        }
    }
    tl_cluster_pairs found = tl_cluster_find(cluster, words, count, &suspects->arena);
    for (size_t i = 0; i < found.count; i++) {
        tl_cluster_pair pair = found.items[i];
        pair.a = numbers[pair.a];
        pair.b = numbers[pair.b];
        add_pair(suspects, pair);
    }
    free(words);
    free(numbers);
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
    const tl_suspect *items = suspects->items;
    tl_str *words = tl_alloc_zero(suspects->count + 1, sizeof *words);
    for (size_t i = 0; i < suspects->count; i++) {
        words[i] = items[i].is_cyrillic ? items[i].text : TL_STR("");
    }
    tl_cluster_pairs found =
        tl_respelled_pairs_find(words, suspects->count, RESPELLED_COST, &suspects->arena);
    for (size_t i = 0; i < found.count; i++) {
        tl_str a = words[found.items[i].a], b = words[found.items[i].b];
        if (!have_one_skeleton(a, b) && !(is_well_known(a) && is_well_known(b))) {
            add_pair(suspects, found.items[i]);
        }
    }
    free(words);
}

/* Cyrillic stems with one skeleton, each paired with the first of them. */
static void
pair_cyrillic(tl_suspects *suspects)
{
    tl_map skeletons = {0};
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
            tl_map_add(&skeletons, tl_arena_copy(&suspects->arena, skeleton), (void *)(i + 1));
        }
    }
    tl_map_clear(&skeletons);
}

/* True if a dictionary has the word in small letters. */
static bool
is_ordinary(const tl_suspect *suspect, const tl_speller *speller)
{
    tl_key key;
    tl_str word = tl_key_of(suspect->text, &key);
    return !suspect->is_family &&
           speller->ask(speller->context, suspect->is_cyrillic ? TL_STR("ru") : TL_STR("en"), word,
                        true) == TL_KNOWN_YES;
}

/* True if the word ends as romanized family names do, and is nothing that a dictionary knows: then
 * it is one although other words end so, too (Shchukin, and Berlin). */
static bool
is_family_by_exclusion(const tl_suspect *suspect, const tl_speller *speller)
{
    return !suspect->is_cyrillic && suspect->text.len >= SHORTEST_FAMILY &&
           tl_latin_family_mark(suspect->text) &&
           speller->ask(speller->context, TL_STR("en"), suspect->text, false) == TL_KNOWN_NO;
}

/* Tells the family names among words that have a pair. */
static void
tell_families(tl_suspects *suspects, const tl_speller *speller)
{
    for (size_t i = 0; i < suspects->pair_count; i++) {
        tl_suspect *a = &suspects->items[suspects->pairs[i].a];
        tl_suspect *b = &suspects->items[suspects->pairs[i].b];
        a->is_family = a->is_family || is_family_by_exclusion(a, speller);
        b->is_family = b->is_family || is_family_by_exclusion(b, speller);
    }
}

static bool
are_family_names(const tl_suspects *suspects, const tl_cluster_pair *pair)
{
    return suspects->items[pair->a].is_family && suspects->items[pair->b].is_family;
}

/* True for two words that no scheme tells apart but for its choice of letters. Odd spellings are
 * believed of Russian family names only, since other names are odd by themselves. */
static bool
is_worth_reading(const tl_suspects *suspects, const tl_cluster_pair *pair)
{
    return are_family_names(suspects, pair) || suspects->items[pair->a].is_cyrillic ||
           pair->cost <= ODD_COST;
}

/* Drops the pairs of which one word is an ordinary one. */
static void
drop_ordinary(tl_suspects *suspects, const tl_speller *speller)
{
    size_t kept = 0;
    for (size_t i = 0; i < suspects->count; i++) {
        suspects->items[i].is_paired = false;
    }
    for (size_t i = 0; i < suspects->pair_count; i++) {
        tl_suspect *a = &suspects->items[suspects->pairs[i].a];
        tl_suspect *b = &suspects->items[suspects->pairs[i].b];
        if (is_worth_reading(suspects, &suspects->pairs[i]) && !is_ordinary(a, speller) &&
            !is_ordinary(b, speller)) {
            a->is_paired = b->is_paired = true;
            suspects->pairs[kept++] = suspects->pairs[i];
        }
    }
    suspects->pair_count = kept;
}

/* -- neighbours ------------------------------------------------------------------------------- */

static int
compare_neighbours(const void *left, const void *right)
{
    const struct tl_neighbour *a = left, *b = right;
    int order = (a->suspect > b->suspect) - (a->suspect < b->suspect);
    return order ? order : (a->beside > b->beside) - (a->beside < b->beside);
}

static uint32_t
first_of(const tl_suspects *suspects, uint32_t suspect)
{
    while (suspects->first[suspect] != suspect) {
        suspect = suspects->first[suspect];
    }
    return suspect;
}

static void
unite(tl_suspects *suspects, uint32_t a, uint32_t b)
{
    uint32_t of_a = first_of(suspects, a), of_b = first_of(suspects, b);
    suspects->first[of_a > of_b ? of_a : of_b] = of_a > of_b ? of_b : of_a;
}

static void
find_firsts(tl_suspects *suspects)
{
    suspects->first = tl_alloc_zero(suspects->count + 1, sizeof *suspects->first);
    for (uint32_t i = 0; i < suspects->count; i++) {
        suspects->first[i] = i;
    }
    for (size_t i = 0; i < suspects->pair_count; i++) {
        tl_suspect *a = &suspects->items[suspects->pairs[i].a];
        tl_suspect *b = &suspects->items[suspects->pairs[i].b];
        a->is_paired = b->is_paired = true;
        unite(suspects, suspects->pairs[i].a, suspects->pairs[i].b);
    }
}

static void
add_neighbour(tl_suspects *s, uint32_t suspect, uint32_t beside)
{
    if (s->items[suspect].is_paired) {
        s->neighbours = tl_array_reserve(s->neighbours, &s->neighbour_capacity,
                                         s->neighbour_count + 1, sizeof *s->neighbours);
        s->neighbours[s->neighbour_count++] =
            (struct tl_neighbour){.suspect = suspect, .beside = first_of(s, beside)};
    }
}

static void
find_neighbours(tl_suspects *suspects, const tl_tally *tally)
{
    for (size_t i = 0; i < tally->count; i++) {
        const uint32_t *ids = suspects->ids + suspects->id_begin[i];
        const tl_tally_document *document = &tally->documents[i];
        for (size_t k = 0; k < document->link_count; k++) {
            uint32_t a = ids[document->links[k].first], b = ids[document->links[k].second];
            add_neighbour(suspects, a, b);
            add_neighbour(suspects, b, a);
        }
    }
    if (suspects->neighbour_count) {
        qsort(suspects->neighbours, suspects->neighbour_count, sizeof *suspects->neighbours,
              compare_neighbours);
    }
}

/* The number of the first neighbour that is not before the one asked for. */
static size_t
seek_neighbour(const tl_suspects *suspects, uint32_t suspect, uint32_t beside)
{
    struct tl_neighbour asked = {.suspect = suspect, .beside = beside};
    size_t begin = 0, end = suspects->neighbour_count;
    while (begin < end) {
        size_t middle = begin + (end - begin) / 2;
        if (compare_neighbours(&suspects->neighbours[middle], &asked) < 0) {
            begin = middle + 1;
        } else {
            end = middle;
        }
    }
    return begin;
}

/* True for words that stand beside anybody. */
static bool
is_anybodys(const tl_suspects *suspects, uint32_t suspect)
{
    tl_key key;
    tl_str word = tl_key_of(suspects->items[suspect].text, &key);
    return tl_list_has(TL_LIST_ROLES, word) || tl_list_has(TL_LIST_FUNCTIONS, word);
}

/* Marks what both of a pair stand beside; false if there is no such thing. */
static bool
have_company(tl_suspects *suspects, const tl_cluster_pair *pair)
{
    bool found = false;
    struct tl_neighbour *all = suspects->neighbours;
    size_t count = suspects->neighbour_count;
    size_t a = seek_neighbour(suspects, pair->a, 0), b = seek_neighbour(suspects, pair->b, 0);
    while (a < count && b < count && all[a].suspect == pair->a && all[b].suspect == pair->b) {
        uint32_t of_a = all[a].beside, of_b = all[b].beside;
        if (of_a == of_b && !is_anybodys(suspects, of_a)) {
            all[a].is_common = all[b].is_common = true;
            found = true;
        }
        a += of_a <= of_b;
        b += of_b <= of_a;
    }
    return found;
}

/* Drops the pairs that have nobody in common to stand beside. */
static void
drop_strangers(tl_suspects *suspects, const tl_tally *tally)
{
    size_t kept = 0;
    find_firsts(suspects);
    find_neighbours(suspects, tally);
    for (size_t i = 0; i < suspects->pair_count; i++) {
        const tl_cluster_pair *pair = &suspects->pairs[i];
        if (have_company(suspects, pair) || are_family_names(suspects, pair)) {
            suspects->pairs[kept++] = *pair;
        }
    }
    suspects->pair_count = kept;
}

void
tl_suspects_find(tl_suspects *suspects, const tl_tally *tally, tl_cluster *cluster,
                 const tl_speller *speller)
{
    collect_words(suspects, tally);
    pair_latin(suspects, cluster);
    pair_cyrillic(suspects);
    pair_respelled(suspects);
    tell_families(suspects, speller);
    drop_strangers(suspects, tally);
    drop_ordinary(suspects, speller);
    keep_paired(suspects);
}

int64_t
tl_suspects_at(const tl_suspects *suspects, uint64_t hash)
{
    struct tl_suspect_word asked = {.hash = hash};
    const struct tl_suspect_word *found = NULL;
    if (suspects->word_count && tl_filter_may_have(&suspects->filter, hash)) {
        found = bsearch(&asked, suspects->words, suspects->word_count, sizeof asked, compare_words);
    }
    return found ? (int64_t)found->suspect : -1;
}

/* True if that place may tell something of the first of the two. */
static bool
is_wanted(const tl_suspects *suspects, uint32_t suspect, uint32_t beside)
{
    if (!suspects->items[suspect].is_paired) {
        return false;
    }
    uint32_t first = first_of(suspects, beside);
    for (size_t i = seek_neighbour(suspects, suspect, first);
         i < suspects->neighbour_count && suspects->neighbours[i].suspect == suspect &&
         suspects->neighbours[i].beside == first;
         i++) {
        if (suspects->neighbours[i].is_common) {
            return true;
        }
    }
    return false;
}

bool
tl_suspects_in(const tl_suspects *suspects, const tl_tally *tally, size_t number)
{
    const tl_tally_document *document = &tally->documents[number];
    const uint32_t *ids = suspects->ids + suspects->id_begin[number];
    for (size_t i = 0; i < document->count; i++) {
        const tl_suspect *suspect = &suspects->items[ids[i]];
        if (suspect->is_paired && suspect->is_family) {
            return true;
        }
    }
    for (size_t i = 0; i < document->link_count; i++) {
        uint32_t a = ids[document->links[i].first], b = ids[document->links[i].second];
        if (is_wanted(suspects, a, b) || is_wanted(suspects, b, a)) {
            return true;
        }
    }
    return false;
}
