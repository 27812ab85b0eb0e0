/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_READERS_TRACKING_H
#define TL_READERS_TRACKING_H

#include "readers/xml.h"
#include "report/diag.h"

/* Tracking the changes of one part: finds the edits of its bytes that mark them as such. */
typedef struct tl_tracking {
    tl_document *document;  /* its source is the part, which is UTF-8 */
    const tl_edit *changes; /* as in tl_rewrite; in order */
    size_t count;
    bool *is_refused; /* for each change: it cannot be tracked */
    tl_str date;
    tl_edit *edits; /* owned array; texts in the document's arena */
    size_t edit_count, edit_capacity;
} tl_tracking;

void tl_tracking_add(tl_tracking *tracking, tl_range range, tl_str text);

/* The change that `offset` lies in, or a number behind the last. */
size_t tl_tracking_at(const tl_tracking *tracking, uint32_t offset);

/* How the formats track changes. */
bool tl_docx_track(tl_tracking *tracking, tl_error *error);
bool tl_odt_track(tl_tracking *tracking, tl_error *error);

#endif
