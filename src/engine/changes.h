/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_ENGINE_CHANGES_H
#define TL_ENGINE_CHANGES_H

#include "readers/readers.h"
#include "report/report.h"

/* The findings of a document whose suggestions are to be put in place. */

typedef struct tl_change {
    tl_str path, suggestion; /* of the finding; borrowed from the report */
    tl_range range;          /* of the finding, in bytes of its part */
    uint32_t end;            /* of all that is changed, likewise */
    uint32_t edit_count;
    const tl_edit *edits; /* in the encoding of the file */
    tl_range made; /* where the finding's text stands after all changes, in bytes of its part */
    bool refused;
} tl_change;

typedef struct tl_changes {
    tl_change *items; /* owned array, in order of the report */
    size_t count, capacity;
    tl_arena arena;
    tl_str tracked; /* the date of changes that are tracked, as in tl_rewrite; empty: made */
} tl_changes;

void tl_changes_clear(tl_changes *changes);

/* Adds what a finding suggests, unless its bytes are changed already. Findings are added in the
 * order of a finished report, which lives longer than the changes. */
void tl_changes_add(tl_changes *changes, const tl_diag *diag);

/* The document `bytes`, called `name`, with all changes that are not refused; sets where they are
 * made. Returns how many, 0 after an error. */
size_t tl_changes_make(tl_changes *changes, const char *name, tl_str bytes, tl_buf *out,
                       tl_error *error);

/* The change that a finding of the changed document lies in, or NULL. */
tl_change *tl_changes_at(tl_changes *changes, const tl_diag *diag);

#endif
