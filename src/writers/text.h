/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_WRITERS_TEXT_H
#define TL_WRITERS_TEXT_H

#include "base/buf.h"
#include "report/diag.h"

/* Appends one finding for people: its headline, the line with the text marked, the suggestions and
 * the explanation. */
void tl_text_add_finding(tl_buf *out, const tl_diag *diag, tl_columns columns, bool color);

#endif
