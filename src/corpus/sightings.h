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
    tl_number_map given;  /* hash of a word → 1: no given name, 2: one */
    struct tl_seen_text { /* the one looked at last */
        const tl_segment *segment;
        uint64_t hash;
    } text;
    tl_report drafts;
    tl_sighting *items; /* owned array, in order of the documents */
    size_t count, capacity;
} tl_sightings;

/* Who looks at the text at hand. */
typedef struct tl_onlooker {
    const tl_scan *scan; /* its words are enough */
    tl_given *given;     /* given names, to be found by their spellings */
    /* Adds to the drafts what is told of a word, if it is; true if it is silenced there. */
    bool (*draft)(void *context, const tl_scan *scan, uint32_t word, tl_report *drafts);
    void *context; /* of that */
} tl_onlooker;

void tl_sightings_clear(tl_sightings *sightings);

/* Adds the place of a suspect, by the number of the word in the text. */
void tl_sightings_add(tl_sightings *sightings, const tl_onlooker *onlooker, uint32_t word,
                      uint32_t suspect);

#endif
