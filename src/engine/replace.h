/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_ENGINE_REPLACE_H
#define TL_ENGINE_REPLACE_H

#include "readers/readers.h"
#include "report/diag.h"

typedef struct tl_edit_list {
    tl_edit *items; /* owned array */
    size_t count, capacity;
} tl_edit_list;

/* Where edits are wanted. */
typedef struct tl_edit_place {
    const tl_segment *segment;
    tl_range range; /* of its text */
    const tl_reader *reader;
} tl_edit_place;

/* Adds the edits that put `replacement` there, in order and in offsets of the segment's source;
 * texts go to `arena`. What is one run of bytes is replaced as a
 * whole. Where markup stands within, only what differs is replaced, word by word where the words
 * correspond, so that the markup and white space that is none in the file stay as they are. False,
 * the list being as it was, if that would need text to be moved across markup in a format that does
 * not allow it, or if nothing differs. */
bool tl_edits_plan(const tl_edit_place *place, tl_str replacement, tl_arena *arena,
                   tl_edit_list *edits);

#endif
