/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_DISCOVER_FIND_H
#define TL_DISCOVER_FIND_H

#include "discover/candidate.h"
#include "romanize/cluster.h"
#include "scan/given.h"
#include "termbase/termbase.h"

/* Finds all candidates in the counts. What the termbase has is left out. */
void tl_candidates_find(tl_candidates *candidates, const tl_counts *counts,
                        const tl_termbase *known);

/* -- for the files that find them ------------------------------------------------------------- */

/* All that the finding shares. */
typedef struct tl_discovering {
    tl_candidates *candidates;
    const tl_count **counts; /* in order */
    size_t count;
    tl_cluster *cluster;
    tl_given *given;
} tl_discovering;

/* People, and the titles that they are given (discover/people.c). */
void tl_discover_people(const tl_discovering *d);

/* Bodies and acronyms (discover/bodies.c). */
void tl_discover_bodies(const tl_discovering *d);

#endif
