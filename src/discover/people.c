/* SPDX-License-Identifier: MPL-2.0 */
/* People in the counts: which part of a phrase is a name, which names are one person's, by which
 * titles a person is called. Cyrillic names are read in the nominative only; in other cases they
 * help to find the original of a Latin name. */
#include "base/alloc.h"
#include "base/array.h"
#include "discover/cyrillic_names.h"
#include "discover/find.h"
#include "discover/phrase_words.h"
#include "morph/base_name.h"
#include "morph/inflect.h"
#include "romanize/respelled_pairs.h"
#include "scan/lists.h"
#include "text/key.h"
#include "text/script.h"

#include <stdlib.h>

enum {
    SCORE_VARIANTS = 1000, /* a person with several spellings */
    SCORE_TITLES = 750,
    SCORE_PERSON = 300,
    SCORE_ONCE = 100,
    MOST_COUNTED = 99,
    GIVEN_COST = 31,
    RESPELLED_COST = 45,
};

/* -- people ----------------------------------------------------------------------------------- */

typedef struct title {
    tl_str text;
    const tl_count *count;
} title;

/* One way to write one person's name. */
typedef struct person {
    tl_str text, given, family; /* as written */
    const tl_count **counts;    /* owned array */
    size_t count, capacity;
    title *titles; /* owned array */
    size_t title_count, title_capacity;
    uint64_t places;
    uint32_t given_group, family_group;
} person;

typedef struct people {
    const tl_discovering *d;
    tl_map by_text; /* text → 1 + number */
    person *items;  /* owned array */
    size_t count, capacity;
    tl_cyrillic_names *cyrillic;
} people;

static person *
person_of(people *p, const tl_phrase_words *phrase, tl_phrase_name name)
{
    tl_arena *arena = &p->d->candidates->arena;
    tl_str text = tl_phrase_slice(phrase, name.first, name.end);
    uintptr_t number = (uintptr_t)tl_map_get(&p->by_text, text);
    if (number == 0) {
        p->items = tl_array_reserve(p->items, &p->capacity, p->count + 1, sizeof *p->items);
        text = tl_arena_copy(arena, text);
        p->items[p->count] = (person){.text = text,
                                      .given = tl_arena_copy(arena, phrase->words[name.first]),
                                      .family = tl_arena_copy(arena, phrase->words[name.end - 1])};
        number = ++p->count;
        tl_map_add(&p->by_text, text, (void *)number); /* a number in place of a pointer */
    }
    return &p->items[number - 1];
}

static void
add_title(people *p, person *holder, tl_str text, const tl_count *count)
{
    if (!tl_phrase_has(text, TL_LIST_TITLES)) {
        return;
    }
    holder->titles = tl_array_reserve(holder->titles, &holder->title_capacity,
                                      holder->title_count + 1, sizeof *holder->titles);
    holder->titles[holder->title_count++] =
        (title){tl_arena_copy(&p->d->candidates->arena, text), count};
}

static void
add_mention(person *named, const tl_count *count)
{
    named->counts =
        tl_array_reserve(named->counts, &named->capacity, named->count + 1, sizeof *named->counts);
    named->counts[named->count++] = count;
    named->places += count->places;
}

/* False for a Cyrillic name in another case than the nominative, which is kept as an original. */
static bool
is_in_nominative(people *p, const tl_phrase_words *phrase, tl_phrase_name name)
{
    tl_str given = phrase->words[name.first];
    if (tl_script_of_word(given) != TL_SCRIPT_CYRILLIC) {
        return true;
    }
    tl_cyrillic_names_add(p->cyrillic, given, phrase->words[name.end - 1]);
    uint16_t cells = tl_given_cells(p->d->given, given);
    return cells == 0 || (cells & 1u << TL_CASE_NOM);
}

static void
read_phrase(people *p, const tl_count *count)
{
    tl_phrase_words phrase;
    if (!tl_phrase_split(count->text, &phrase)) {
        return;
    }
    tl_phrase_name name = tl_phrase_find_name(p->d->given, &phrase);
    if (name.end > name.first && is_in_nominative(p, &phrase, name)) {
        person *named = person_of(p, &phrase, name);
        add_mention(named, count);
        add_title(p, named, tl_phrase_slice(&phrase, 0, name.first), count);
    }
}

/* "Ivan Petrov, Chairman of the Board" and the other way round. */
static void
read_apposition(people *p, const tl_count *count)
{
    tl_phrase_words first, second;
    size_t tab = tl_str_find_byte(count->text, '\t', 0);
    if (!tl_phrase_split(tl_str_slice(count->text, 0, tab), &first) ||
        !tl_phrase_split(tl_str_slice(count->text, tab + 1, count->text.len), &second)) {
        return;
    }
    tl_phrase_name in_first = tl_phrase_find_name(p->d->given, &first);
    tl_phrase_name in_second = tl_phrase_find_name(p->d->given, &second);
    bool named_first = in_first.end > in_first.first,
         named_second = in_second.end > in_second.first;
    if (named_first && !named_second) {
        add_title(p, person_of(p, &first, in_first), second.text, count);
    } else if (named_second && !named_first && in_second.first == 0) {
        add_title(p, person_of(p, &second, in_second), first.text, count);
    }
}

/* -- whose names are one ---------------------------------------------------------------------- */

static uint32_t
first_of(const uint32_t *first, uint32_t word)
{
    while (first[word] != word) {
        word = first[word];
    }
    return word;
}

static void
unite(uint32_t *first, tl_cluster_pair pair)
{
    uint32_t a = first_of(first, pair.a), b = first_of(first, pair.b);
    first[a > b ? a : b] = a > b ? b : a;
}

static bool
is_well_known(tl_str family)
{
    tl_key key;
    return tl_list_has(TL_LIST_SURNAMES, tl_key_of(family, &key));
}

/* Cyrillic family names in two spellings, but not two that many people are called. */
static void
unite_respelled(const tl_str *words, uint32_t count, uint32_t *first)
{
    tl_arena arena = {0};
    tl_cluster_pairs pairs = tl_respelled_pairs_find(words, count, RESPELLED_COST, &arena);
    for (size_t i = 0; i < pairs.count; i++) {
        if (!is_well_known(words[pairs.items[i].a]) || !is_well_known(words[pairs.items[i].b])) {
            unite(first, pairs.items[i]);
        }
    }
    tl_arena_clear(&arena);
}

/* Numbers words so that those that may be one name have one number. */
static void
group_words(const people *p, bool given, uint32_t limit)
{
    tl_map numbers = {0};
    tl_arena arena = {0};
    tl_str *words = tl_alloc_zero(p->count + 1, sizeof *words);
    uint32_t *first = tl_alloc_zero(p->count + 1, sizeof *first);
    uint32_t count = 0;
    for (size_t i = 0; i < p->count; i++) {
        tl_str word = given ? p->items[i].given : p->items[i].family;
        if (tl_map_add(&numbers, word, (void *)(uintptr_t)(count + 1)) == NULL) {
            first[count] = count;
            words[count++] = word;
        }
    }
    tl_cluster_pairs pairs = tl_cluster_find(p->d->cluster, words, count, &arena);
    for (size_t i = 0; i < pairs.count; i++) {
        if (pairs.items[i].cost <= limit) {
            unite(first, pairs.items[i]);
        }
    }
    if (!given) {
        unite_respelled(words, count, first);
    }
    for (size_t i = 0; i < p->count; i++) {
        tl_str word = given ? p->items[i].given : p->items[i].family;
        uint32_t number = (uint32_t)(uintptr_t)tl_map_get(&numbers, word) - 1;
        *(given ? &p->items[i].given_group : &p->items[i].family_group) = first_of(first, number);
    }
    free(words);
    free(first);
    tl_map_clear(&numbers);
    tl_arena_clear(&arena);
}

static int
compare_people(const void *left, const void *right)
{
    const person *a = left, *b = right;
    int order = (a->family_group > b->family_group) - (a->family_group < b->family_group);
    order = order ? order : (a->given_group > b->given_group) - (a->given_group < b->given_group);
    return order ? order : tl_str_compare(a->text, b->text);
}

static bool
are_one(const person *a, const person *b)
{
    return a->family_group == b->family_group && a->given_group == b->given_group;
}

/* -- candidates ------------------------------------------------------------------------------- */

/* The spellings of one person. */
typedef struct group {
    person *items;
    size_t count;
} group;

static const person *
most_frequent(const group *g)
{
    const person *best = &g->items[0];
    for (size_t i = 1; i < g->count; i++) {
        best = g->items[i].places > best->places ? &g->items[i] : best;
    }
    return best;
}

static void
add_person(const people *p, const group *g)
{
    tl_candidates *candidates = p->d->candidates;
    tl_candidate *candidate = tl_candidate_add(candidates, TL_CANDIDATE_PERSON);
    uint64_t places = 0;
    for (size_t i = 0; i < g->count; i++) {
        for (size_t k = 0; k < g->items[i].count; k++) {
            tl_candidate_count(candidates, candidate, g->items[i].text, g->items[i].counts[k]);
        }
        places += g->items[i].places;
    }
    const person *best = most_frequent(g);
    candidate->cyrillic = tl_cyrillic_names_find(p->cyrillic, best->given, best->family,
                                                 &candidates->arena, &candidate->is_guess);
    uint32_t counted = places < MOST_COUNTED ? (uint32_t)places : MOST_COUNTED;
    candidate->score = (candidate->count > 1 ? SCORE_VARIANTS
                        : places > 1         ? SCORE_PERSON
                                             : SCORE_ONCE) +
                       counted;
}

/* True if two titles have a word in common that is no article or preposition. */
static bool
share_a_word(tl_str a, tl_str b)
{
    tl_phrase_words first, second;
    tl_key one, other;
    if (!tl_phrase_split(a, &first) || !tl_phrase_split(b, &second)) {
        return false;
    }
    for (size_t i = 0; i < first.count * second.count; i++) {
        tl_str word = tl_key_of(first.words[i / second.count], &one);
        if (!tl_list_has(TL_LIST_FUNCTIONS, word) &&
            tl_str_equal(word, tl_key_of(second.words[i % second.count], &other))) {
            return true;
        }
    }
    return false;
}

static bool
goes_with(const tl_candidate *candidate, tl_str text)
{
    for (size_t i = 0; i < candidate->count; i++) {
        if (share_a_word(candidate->variants[i].text, text)) {
            return true;
        }
    }
    return candidate->count == 0;
}

static uint64_t
places_of(const tl_candidate *candidate)
{
    uint64_t places = 0;
    for (size_t i = 0; i < candidate->count; i++) {
        places += candidate->variants[i].places;
    }
    return places;
}

/* Titles of one person that have words in common are one title in several forms. */
static void
add_titles_like(const people *p, const group *g, const title *seed)
{
    tl_candidates *candidates = p->d->candidates;
    tl_candidate *candidate = tl_candidate_add(candidates, TL_CANDIDATE_TITLE);
    candidate->holder = most_frequent(g)->text;
    tl_candidate_count(candidates, candidate, seed->text, seed->count);
    for (size_t i = 0; i < g->count; i++) {
        for (size_t k = 0; k < g->items[i].title_count; k++) {
            title *other = &g->items[i].titles[k];
            if (other != seed && other->count && goes_with(candidate, other->text)) {
                tl_candidate_count(candidates, candidate, other->text, other->count);
                other->count = NULL;
            }
        }
    }
    uint64_t places = places_of(candidate);
    uint32_t counted = places < MOST_COUNTED ? (uint32_t)places : MOST_COUNTED;
    candidate->score = (candidate->count > 1 ? SCORE_TITLES
                        : places > 1         ? SCORE_ONCE * 2
                                             : 0) +
                       counted;
}

static void
add_titles(const people *p, const group *g)
{
    for (size_t i = 0; i < g->count; i++) {
        for (size_t k = 0; k < g->items[i].title_count; k++) {
            title *seed = &g->items[i].titles[k];
            if (seed->count) {
                add_titles_like(p, g, seed);
                seed->count = NULL;
            }
        }
    }
}

static void
clear(people *p)
{
    for (size_t i = 0; i < p->count; i++) {
        free(p->items[i].counts);
        free(p->items[i].titles);
    }
    free(p->items);
    tl_map_clear(&p->by_text);
    tl_cyrillic_names_free(p->cyrillic);
}

void
tl_discover_people(const tl_discovering *d)
{
    people p = {.d = d, .cyrillic = tl_cyrillic_names_new(d->cluster, d->given)};
    for (size_t i = 0; i < d->count; i++) {
        if (d->counts[i]->kind <= TL_COUNTED_OPENING) {
            read_phrase(&p, d->counts[i]);
        } else if (d->counts[i]->kind == TL_COUNTED_APPOSITION) {
            read_apposition(&p, d->counts[i]);
        }
    }
    group_words(&p, true, GIVEN_COST);
    group_words(&p, false, TL_COST_LIKELY);
    if (p.count) {
        qsort(p.items, p.count, sizeof *p.items, compare_people);
    }
    for (size_t begin = 0, end; begin < p.count; begin = end) {
        end = begin + 1;
        while (end < p.count && are_one(&p.items[begin], &p.items[end])) {
            end++;
        }
        group g = {&p.items[begin], end - begin};
        add_person(&p, &g);
        add_titles(&p, &g);
    }
    clear(&p);
}
