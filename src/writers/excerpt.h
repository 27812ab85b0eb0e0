/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_WRITERS_EXCERPT_H
#define TL_WRITERS_EXCERPT_H

#include "writers/headline.h"

/* Adds the line of a finding and a line of carets below its text, both indented by two spaces; the
 * carets in the colour of the severity. Of a line wider than about a hundred columns only what
 * stands around the text is shown, with … where something is left out. Adds nothing if the finding
 * has no line. */
void tl_excerpt_add(tl_buf *out, const tl_diag *diag, const tl_palette *palette);

#endif
