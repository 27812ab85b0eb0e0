/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_CORPUS_CIRCLE_H
#define TL_CORPUS_CIRCLE_H

#include "corpus/accord.h"

/* Inside corpus/ only: the company that one spelling keeps, filed so that nobody has to look at all
 * of it. */

/* A place of a spelling under a key of the name beside it. */
typedef struct tl_filed_place {
    uint64_t key;
    const tl_sighting *sighting;
} tl_filed_place;

typedef struct tl_circle {
    tl_filed_place *named;   /* owned, by key: places with another part of the name, under all its
                                keys */
    tl_filed_place *unnamed; /* owned, by key: of all places one for each initial and title */
    size_t named_count, unnamed_count;
} tl_circle;

/* The circle of a suspect, one of the two on trial; to be cleared. */
tl_circle tl_circle_draw(const tl_trial *t, uint32_t suspect);
void tl_circle_clear(tl_circle *c);

/* The best accord of a place with those of the circle that have such a name beside them. Any other
 * name is a clash. */
tl_accord tl_circle_accord_by_name(const tl_trial *t, const tl_sighting *place, tl_str part,
                                   const tl_circle *c);

/* The best accord of one place with any place of the other spelling. */
tl_accord tl_circle_best_accord(const tl_trial *t, const tl_sighting *place, const tl_circle *c);

#endif
