/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_DISCOVER_CANDIDATE_H
#define TL_DISCOVER_CANDIDATE_H

#include "discover/counts.h"

/* What a termbase could hold, with the forms that a corpus has of it. */

typedef enum tl_candidate_kind {
    TL_CANDIDATE_PERSON,
    TL_CANDIDATE_BODY, /* an organisation, a document, an event: a name of several words */
    TL_CANDIDATE_TITLE,
    TL_CANDIDATE_ACRONYM, /* with what it is short for */
} tl_candidate_kind;

/* One form, with where it stands. */
typedef struct tl_variant {
    tl_str text;
    uint64_t places, files;
    tl_count_place examples[TL_COUNT_PLACES];
    size_t example_count;
} tl_variant;

typedef struct tl_candidate {
    tl_candidate_kind kind;
    tl_variant *variants; /* the most frequent first; of an acronym its expansions */
    size_t count, capacity;
    tl_str acronym;  /* or empty */
    tl_str holder;   /* of a title: whose; or empty */
    tl_str cyrillic; /* of a person; or empty */
    bool is_guess;   /* the Cyrillic form is worked out, not read */
    uint32_t score;
} tl_candidate;

typedef struct tl_candidates {
    tl_arena arena;
    tl_candidate *items; /* owned array; the likeliest first */
    size_t count, capacity;
} tl_candidates;

void tl_candidates_clear(tl_candidates *candidates);

/* A candidate with no form yet; good until the next is added. */
tl_candidate *tl_candidate_add(tl_candidates *candidates, tl_candidate_kind kind);

/* Adds the places of `count` to the variant with this text. */
void tl_candidate_count(tl_candidates *candidates, tl_candidate *candidate, tl_str text,
                        const tl_count *count);

/* Puts the forms of each candidate in order, the most frequent first. */
void tl_candidates_sort_variants(tl_candidates *candidates);

/* Puts the candidates in order, the likeliest first. */
void tl_candidates_sort(tl_candidates *candidates);

#endif
