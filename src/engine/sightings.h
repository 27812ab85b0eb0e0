/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_ENGINE_SIGHTINGS_H
#define TL_ENGINE_SIGHTINGS_H

#include "engine/checker.h"
#include "engine/suspects.h"

/* Where suspects stand, and in what company. Strings are keys (text/words.h). */
typedef struct tl_sighting {
    uint32_t suspect;
    uint32_t draft;     /* of the list's drafts: its place, with no message yet, and the edit that
                           would put one letter there */
    uint64_t paragraph; /* the same for the same place in a repeated paragraph */
    tl_str before, behind, title;                    /* empty: none */
    uint32_t initial;                                /* small letter; 0: none */
    bool is_given, before_is_given, behind_is_given; /* a known given name */
    bool is_silenced;                                /* it counts, but is not told of */
} tl_sighting;

typedef struct tl_sightings {
    tl_arena arena;
    tl_report drafts;
    tl_sighting *items; /* owned array, in order of the documents */
    size_t count, capacity;
} tl_sightings;

void tl_sightings_clear(tl_sightings *sightings);

/* Which document is read again, and who is looked for. */
typedef struct tl_sightings_request {
    const tl_suspects *suspects;
    const tl_tally *tally;
    size_t document; /* its number in the tally */
    tl_source *source;
} tl_sightings_request;

/* Reads one document again. Names of the worker's termbase are passed over. */
void tl_sightings_read(tl_sightings *sightings, const tl_sightings_request *request,
                       termlint_worker *worker);

#endif
