/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_BASE_SHOWN_H
#define TL_BASE_SHOWN_H

#include "base/buf.h"

/* Foreign text where a person reads it: nothing in it may steer a terminal, break the line or turn
 * the direction of what follows. */

/* True for controls (C0, DEL, C1), line and paragraph separators and bidirectional controls. */
bool tl_shown_is_unsafe(uint32_t code_point);

/* Appends what is not safe as <U+202E>, bytes that are no UTF-8 as <0x9B>, all else as it is. */
void tl_shown_add(tl_buf *out, tl_str str);

#endif
