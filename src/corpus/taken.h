/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_CORPUS_TAKEN_H
#define TL_CORPUS_TAKEN_H

#include "report/report.h"

/* Places of which the rules have reported, which know better than a comparison of spellings. */
typedef struct tl_taken {
    struct tl_taken_place { /* owned, by path and beginning */
        tl_str path;        /* borrowed from the report */
        tl_range range;
        uint32_t reach; /* where all up to this one of the path end */
    } * items;
    size_t count;
} tl_taken;

/* Those of all findings of the report, which is not changed meanwhile. */
tl_taken tl_taken_of(const tl_report *report);
void tl_taken_clear(tl_taken *taken);

/* True if some finding covers a part of the place. Takes O(log findings). */
bool tl_taken_has(const tl_taken *taken, const tl_diag *place);

#endif
