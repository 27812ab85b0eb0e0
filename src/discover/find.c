/* SPDX-License-Identifier: MPL-2.0 */
/* From counts to candidates: people, bodies and acronyms are found each in a file of their own;
 * what the termbase has already, or another candidate says, is dropped here. Invariant: the
 * candidates depend on the counts alone, so that merged counts give those of the whole. */
#include "discover/find.h"

#include "text/key.h"

#include <stdlib.h>

enum { LEAST_SCORE = 100 };

static void
collect_known(const tl_termbase *termbase, tl_map *known, tl_arena *arena)
{
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
drop_some(tl_candidates *candidates, const tl_termbase *termbase)
{
    tl_map known = {0}, expansions = {0};
    size_t kept = 0;
    collect_known(termbase, &known, &candidates->arena);
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
tl_candidates_find(tl_candidates *candidates, const tl_counts *counts, const tl_termbase *known)
{
    tl_discovering d = {.candidates = candidates,
                        .counts = tl_counts_sorted(counts),
                        .count = counts->map.count,
                        .cluster = tl_cluster_new(),
                        .given = tl_given_new()};
    tl_discover_people(&d);
    tl_discover_bodies(&d);
    tl_candidates_sort_variants(candidates);
    drop_some(candidates, known);
    tl_candidates_sort(candidates);
    tl_given_free(d.given);
    tl_cluster_free(d.cluster);
    free(d.counts);
}
