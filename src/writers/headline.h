/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_WRITERS_HEADLINE_H
#define TL_WRITERS_HEADLINE_H

#include "writers/writers.h"

/* What to print around the parts of a finding; empty strings where nothing is coloured. */
typedef struct tl_palette {
    const char *path;
    const char *severity[TL_SEVERITY_ERROR + 1];
    const char *rule;
    const char *reset;
} tl_palette;

extern const tl_palette tl_palette_none;
extern const tl_palette tl_palette_terminal;

/* Adds "path:line:col: severity: message [rule]" without a line end: the form that editors and
 * compilers' log readers take (GNU Coding Standards, 4.4). */
void tl_headline_add(tl_buf *out, const tl_diag *diag, tl_columns columns,
                     const tl_palette *palette);

#endif
