/* SPDX-License-Identifier: MPL-2.0 */
/* Candidates as such: their forms and their order. Invariant: the order depends on what is in them
 * alone, so that merged counts give the candidates of the whole. */
#include "discover/candidate.h"

#include "base/array.h"

#include <stdlib.h>

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

void
tl_candidates_sort_variants(tl_candidates *candidates)
{
    for (size_t i = 0; i < candidates->count; i++) {
        tl_candidate *candidate = &candidates->items[i];
        if (candidate->count > 1) {
            qsort(candidate->variants, candidate->count, sizeof *candidate->variants,
                  compare_variants);
        }
    }
}

static int
compare_candidates(const void *left, const void *right)
{
    const tl_candidate *a = left, *b = right;
    int order = (a->score < b->score) - (a->score > b->score);
    order = order ? order : (a->kind > b->kind) - (a->kind < b->kind);
    order = order ? order : tl_str_compare(a->acronym, b->acronym);
    return order ? order : tl_str_compare(a->variants[0].text, b->variants[0].text);
}

void
tl_candidates_sort(tl_candidates *candidates)
{
    if (candidates->count > 1) {
        qsort(candidates->items, candidates->count, sizeof *candidates->items, compare_candidates);
    }
}
