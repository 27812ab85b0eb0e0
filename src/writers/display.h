/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_WRITERS_DISPLAY_H
#define TL_WRITERS_DISPLAY_H

#include "base/buf.h"

/* Foreign text on a terminal, or anywhere a person reads it: nothing in it may steer the terminal,
 * break the line or turn the direction of what follows. Such characters appear as <U+202E>, bytes
 * that are no UTF-8 as <0x9B>. */

/* True for controls (C0, DEL, C1), line and paragraph separators and bidirectional controls. */
bool tl_display_is_unsafe(uint32_t code_point);

/* One character as it is displayed. */
typedef struct tl_cell {
    tl_str bytes;
    uint32_t code_point;
    bool is_ill_formed; /* `bytes` are no UTF-8 */
    size_t width;       /* in columns of a terminal, of the escape if there is one; 0 for marks */
} tl_cell;

/* The character at *at, which is less than str.len; moves *at behind it. */
tl_cell tl_display_next(tl_str str, size_t *at);

void tl_display_add_cell(tl_buf *out, const tl_cell *cell);
void tl_display_add(tl_buf *out, tl_str str);

/* The columns that tl_display_add() takes. */
size_t tl_display_width(tl_str str);

#endif
