/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_CORPUS_SIGHTINGS_H
#define TL_CORPUS_SIGHTINGS_H

#include "corpus/suspects.h"
#include "report/report.h"
#include "scan/scan.h"

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

/* Who sees places in one document. */
typedef struct tl_onlooker {
    tl_given *given; /* given names, to be found by their spellings */
    /* Adds to the drafts what is told of a word, if it is; true if it is silenced there. */
    bool (*draft)(void *context, const tl_scan *scan, uint32_t word, tl_report *drafts);
    void *context; /* of that */
} tl_onlooker;

void tl_sightings_clear(tl_sightings *sightings);

/* Adds the places of suspects in a scan, but for names that its termbase has. */
void tl_sightings_add(tl_sightings *sightings, const tl_suspects *suspects, const tl_scan *scan,
                      const tl_onlooker *onlooker);

#endif
