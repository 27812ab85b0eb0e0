/* SPDX-License-Identifier: MPL-2.0 */
/* Candidates as such: their variants, their order, and what the termbase has already. Invariant:
 * they depend on the counts alone, so that merged counts give the candidates of the whole. */
#include "engine/candidates.h"

#include "base/alloc.h"
#include "base/array.h"
#include "scan/lists.h"
#include "text/capitals.h"
#include "text/key.h"

#include <stdlib.h>

enum { LEAST_SCORE = 100 };

void
tl_candidates_clear(tl_candidates *candidates)
{
    for (size_t i = 0; i < candidates->count; i++) {
        free(candidates->items[i].variants);
    }
    free(candidates->items);
    tl_arena_clear(&candidates->arena);
    *candidates = (tl_candidates){0};
}

tl_candidate *
tl_candidate_add(tl_candidates *candidates, tl_candidate_kind kind)
{
    candidates->items = tl_array_reserve(candidates->items, &candidates->capacity,
                                         candidates->count + 1, sizeof *candidates->items);
    candidates->items[candidates->count] = (tl_candidate){.kind = kind};
    return &candidates->items[candidates->count++];
}

/* -- variants --------------------------------------------------------------------------------- */

static tl_variant *
variant_of(tl_candidates *candidates, tl_candidate *candidate, tl_str text)
{
    for (size_t i = 0; i < candidate->count; i++) {
        if (tl_str_equal(candidate->variants[i].text, text)) {
            return &candidate->variants[i];
        }
    }
    candidate->variants = tl_array_reserve(candidate->variants, &candidate->capacity,
                                           candidate->count + 1, sizeof *candidate->variants);
    candidate->variants[candidate->count] =
        (tl_variant){.text = tl_arena_copy(&candidates->arena, text)};
    return &candidate->variants[candidate->count++];
}

static int
compare_places(const tl_count_place *a, const tl_count_place *b)
{
    int order = tl_str_compare(a->path, b->path);
    order = order ? order : (a->line > b->line) - (a->line < b->line);
    return order ? order : (a->column > b->column) - (a->column < b->column);
}

static void
keep_example(tl_variant *variant, const tl_count_place *place)
{
    size_t at = variant->example_count;
    while (at > 0 && compare_places(place, &variant->examples[at - 1]) < 0) {
        at--;
    }
    if (at == TL_COUNT_PLACES ||
        (at > 0 && compare_places(place, &variant->examples[at - 1]) == 0)) {
        return;
    }
    variant->example_count += variant->example_count < TL_COUNT_PLACES;
    for (size_t i = variant->example_count - 1; i > at; i--) {
        variant->examples[i] = variant->examples[i - 1];
    }
    variant->examples[at] = *place;
}

void
tl_candidate_count(tl_candidates *candidates, tl_candidate *candidate, tl_str text,
                   const tl_count *count)
{
    tl_variant *variant = variant_of(candidates, candidate, text);
    variant->places += count->places;
    variant->files = count->files > variant->files ? count->files : variant->files;
    for (size_t i = 0; i < count->example_count; i++) {
        keep_example(variant, &count->examples[i]);
    }
}

static int
compare_variants(const void *left, const void *right)
{
    const tl_variant *a = left, *b = right;
    int order = (a->places < b->places) - (a->places > b->places);
    return order ? order : tl_str_compare(a->text, b->text);
}

/* -- phrases ---------------------------------------------------------------------------------- */

bool
tl_phrase_split(tl_str text, tl_phrase_words *phrase)
{
    tl_str rest = text, word;
    phrase->text = text;
    phrase->count = 0;
    while (tl_str_split(&rest, ' ', &word)) {
        if (phrase->count == TL_PHRASE_WORDS || word.len == 0) {
            return false;
        }
        phrase->words[phrase->count++] = word;
    }
    return phrase->count > 0;
}

tl_str
tl_phrase_slice(const tl_phrase_words *phrase, size_t first, size_t end)
{
    if (first >= end) {
        return TL_STR("");
    }
    tl_str last = phrase->words[end - 1];
    return (tl_str){phrase->words[first].ptr,
                    (size_t)(last.ptr + last.len - phrase->words[first].ptr)};
}

bool
tl_phrase_has(tl_str text, tl_list list)
{
    tl_phrase_words phrase;
    tl_key key;
    for (size_t i = 0; tl_phrase_split(text, &phrase) && i < phrase.count; i++) {
        tl_str rest = phrase.words[i], part;
        while (tl_str_split(&rest, '-', &part)) {
            if (tl_list_has(list, tl_key_of(part, &key))) {
                return true;
            }
        }
    }
    return false;
}

/* -- order ------------------------------------------------------------------------------------ */

static int
compare_candidates(const void *left, const void *right)
{
    const tl_candidate *a = left, *b = right;
    int order = (a->score < b->score) - (a->score > b->score);
    order = order ? order : (a->kind > b->kind) - (a->kind < b->kind);
    order = order ? order : tl_str_compare(a->acronym, b->acronym);
    return order ? order : tl_str_compare(a->variants[0].text, b->variants[0].text);
}

static void
collect_known(const termlint_checker *checker, tl_map *known, tl_arena *arena)
{
    const tl_termbase *termbase = &checker->terms->termbase;
    for (size_t i = 0; i < termbase->term_count; i++) {
        tl_key key;
        tl_str text = tl_key_of(tl_termbase_term(termbase, i)->text, &key);
        tl_map_add(known, tl_arena_copy(arena, text), arena);
    }
}

/* The best expansions of acronyms are no bodies of their own. */
static void
collect_expansions(const tl_candidates *candidates, tl_map *known, tl_arena *arena)
{
    for (size_t i = 0; i < candidates->count; i++) {
        const tl_candidate *candidate = &candidates->items[i];
        if (candidate->kind == TL_CANDIDATE_ACRONYM && candidate->count) {
            tl_key key;
            tl_str text = tl_key_of(candidate->variants[0].text, &key);
            tl_map_add(known, tl_arena_copy(arena, text), arena);
        }
    }
}

static bool
is_in(const tl_map *forms, tl_str text)
{
    tl_key key;
    return tl_map_get(forms, tl_key_of(text, &key)) != NULL;
}

/* True if the candidate says too little, or what the termbase or another one says. */
static bool
is_dropped(const tl_candidate *candidate, const tl_map *known, const tl_map *expansions)
{
    if (candidate->count == 0 || candidate->score < LEAST_SCORE ||
        is_in(known, candidate->variants[0].text) || is_in(known, candidate->acronym)) {
        return true;
    }
    return candidate->kind == TL_CANDIDATE_BODY && candidate->count == 1 &&
           is_in(expansions, candidate->variants[0].text);
}

static void
drop_some(tl_candidates *candidates, const termlint_checker *checker)
{
    tl_map known = {0}, expansions = {0};
    size_t kept = 0;
    collect_known(checker, &known, &candidates->arena);
    collect_expansions(candidates, &expansions, &candidates->arena);
    for (size_t i = 0; i < candidates->count; i++) {
        tl_candidate *candidate = &candidates->items[i];
        if (is_dropped(candidate, &known, &expansions)) {
            free(candidate->variants);
        } else {
            candidates->items[kept++] = *candidate;
        }
    }
    candidates->count = kept;
    tl_map_clear(&known);
    tl_map_clear(&expansions);
}

void
tl_candidates_find(tl_candidates *candidates, const tl_counts *counts,
                   const termlint_checker *checker)
{
    tl_discovering d = {.candidates = candidates,
                        .counts = tl_counts_sorted(counts),
                        .count = counts->map.count,
                        .checker = checker,
                        .cluster = tl_cluster_new(),
                        .given = tl_given_new()};
    tl_discover_people(&d);
    tl_discover_bodies(&d);
    for (size_t i = 0; i < candidates->count; i++) {
        tl_candidate *candidate = &candidates->items[i];
        if (candidate->count > 1) {
            qsort(candidate->variants, candidate->count, sizeof *candidate->variants,
                  compare_variants);
        }
    }
    drop_some(candidates, checker);
    if (candidates->count > 1) {
        qsort(candidates->items, candidates->count, sizeof *candidates->items, compare_candidates);
    }
    tl_given_free(d.given);
    tl_cluster_free(d.cluster);
    free(d.counts);
}
