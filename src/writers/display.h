/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_WRITERS_DISPLAY_H
#define TL_WRITERS_DISPLAY_H

#include "base/buf.h"

/* Foreign text on a terminal: made safe as by base/shown.h, and how wide it then is. */

/* One character as it is displayed. */
typedef struct tl_cell {
    tl_str bytes;
    uint32_t code_point;
    bool is_ill_formed; /* `bytes` are no UTF-8 */
    size_t width;       /* in columns of a terminal, of the escape if there is one; 0 for marks */
} tl_cell;

/* The character at *at, which is less than str.len; moves *at behind it. */
static inline tl_cell tl_display_next(tl_str str, size_t *at);

/* The same for what is not printable ASCII; tl_display_next() asks it. */
tl_cell tl_display_next_other(tl_str str, size_t *at);

void tl_display_add_cell(tl_buf *out, const tl_cell *cell);

/* The columns that tl_shown_add() takes. */
size_t tl_display_width(tl_str str);

static inline tl_cell
tl_display_next(tl_str str, size_t *at)
{
    char byte = str.ptr[*at];
    if (byte < ' ' || byte > '~') {
        return tl_display_next_other(str, at);
    }
    *at += 1;
    return (tl_cell){.bytes = {str.ptr + *at - 1, 1}, .code_point = (uint32_t)byte, .width = 1};
}

#endif
