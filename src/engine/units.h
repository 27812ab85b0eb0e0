/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_ENGINE_UNITS_H
#define TL_ENGINE_UNITS_H

#include "source/document.h"
#include "text/date.h"

/* The order in which the texts of a run are visited: those of one bilingual unit follow each other,
 * sources first; else as they stand in the documents. */

typedef struct tl_visit {
    const tl_segment *segment;
    tl_period date;
    size_t number; /* from 1, as the texts stand in the documents */
    size_t group;  /* the same for all texts of a unit; of no other text */
} tl_visit;

typedef struct tl_visits {
    tl_visit *items; /* in the arena */
    size_t count;
} tl_visits;

/* The visits to the segments of `count` documents that are checked together, document by document;
 * dates[i] are those of the segments of document i. Unit numbers count through all of them. */
tl_visits tl_visits_plan(const tl_document *documents, const tl_period *const *dates, size_t count,
                         tl_arena *arena);

/* The number of the visit behind the unit, or the text without one, that begins with `first`. */
size_t tl_visits_group_end(const tl_visit *visits, size_t count, size_t first);

/* The number of the visit behind the passage of a long document that begins with `first`: whole
 * units with `bytes` bytes of text or little more. */
size_t tl_visits_passage_end(const tl_visits *visits, size_t first, size_t bytes);

#endif
