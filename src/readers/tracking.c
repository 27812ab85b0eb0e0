/* SPDX-License-Identifier: MPL-2.0 */
/* The changes of one part of an office document, and the edits that mark them as tracked. How a
 * format marks them is told by docx_track.c and odt_track.c. */
#include "readers/tracking.h"

#include "base/array.h"

void
tl_tracking_add(tl_tracking *tracking, tl_range range, tl_str text)
{
    tracking->edits = tl_array_reserve(tracking->edits, &tracking->edit_capacity,
                                       tracking->edit_count + 1, sizeof *tracking->edits);
    tracking->edits[tracking->edit_count++] = (tl_edit){.range = range, .text = text};
}

size_t
tl_tracking_at(const tl_tracking *tracking, uint32_t offset)
{
    size_t at = tl_array_first_above(tracking->changes, tracking->count, sizeof *tracking->changes,
                                     offsetof(tl_edit, range.end), offset);
    bool is_in = at < tracking->count && tracking->changes[at].range.begin <= offset;
    return is_in ? at : tracking->count;
}
