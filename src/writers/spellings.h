/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_WRITERS_SPELLINGS_H
#define TL_WRITERS_SPELLINGS_H

#include "report/report.h"

/* Concepts with all their spellings in the checked documents, good and bad, for a report. */

/* How often a spelling stands in one document. */
typedef struct tl_spelling_count {
    tl_str path;
    size_t count;
} tl_spelling_count;

typedef struct tl_spelling {
    tl_str concept, form; /* of a bad one as it was written, white space made one space */
    tl_severity severity; /* TL_SEVERITY_OFF: a good form */
    size_t total;
    const tl_spelling_count *counts; /* in order of paths */
    size_t count;
} tl_spelling;

typedef struct tl_spellings {
    tl_arena arena;
    tl_spelling *items; /* in order of concepts, of each the most frequent first */
    size_t count;
} tl_spellings;

/* Gathers them from a finished report: only concepts that some finding is about. */
void tl_spellings_gather(tl_spellings *spellings, const tl_report *report);
void tl_spellings_clear(tl_spellings *spellings);

#endif
