/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_ENGINE_CANDIDATES_H
#define TL_ENGINE_CANDIDATES_H

#include "engine/checker.h"
#include "engine/counts.h"
#include "romanize/cluster.h"
#include "scan/lists.h"

/* What a termbase could hold, read from the counts of a corpus. */

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

/* Finds all candidates. What the checker's termbase has is left out. */
void tl_candidates_find(tl_candidates *candidates, const tl_counts *counts,
                        const termlint_checker *checker);
void tl_candidates_clear(tl_candidates *candidates);

/* -- for the files that find them ------------------------------------------------------------- */

/* One phrase of the counts, in words. */
enum { TL_PHRASE_WORDS = 16 };

typedef struct tl_phrase_words {
    tl_str text;
    tl_str words[TL_PHRASE_WORDS]; /* parted by spaces */
    size_t count;
} tl_phrase_words;

bool tl_phrase_split(tl_str text, tl_phrase_words *phrase);

/* The text of words [first, end). */
tl_str tl_phrase_slice(const tl_phrase_words *phrase, size_t first, size_t end);

/* All that the finding shares. */
typedef struct tl_discovering {
    tl_candidates *candidates;
    const tl_count **counts; /* in order */
    size_t count;
    const termlint_checker *checker;
    tl_cluster *cluster;
    tl_given *given;
} tl_discovering;

tl_candidate *tl_candidate_add(tl_candidates *candidates, tl_candidate_kind kind);

/* Adds the places of `count` to the variant with this text. */
void tl_candidate_count(tl_candidates *candidates, tl_candidate *candidate, tl_str text,
                        const tl_count *count);

/* Where the name of a person begins in a phrase and where it ends; the words before are a title. */
typedef struct tl_phrase_name {
    size_t first, end; /* first == end: there is none */
} tl_phrase_name;

tl_phrase_name tl_phrase_find_name(const tl_discovering *d, const tl_phrase_words *phrase);

bool tl_phrase_has(tl_str text, tl_list list);

/* People, and the titles that they are given (engine/discover_people.c). */
void tl_discover_people(const tl_discovering *d);

/* Bodies and acronyms (engine/discover_bodies.c). */
void tl_discover_bodies(const tl_discovering *d);

#endif
