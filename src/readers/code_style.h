/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_READERS_CODE_STYLE_H
#define TL_READERS_CODE_STYLE_H

#include "base/str.h"

/* Whether a style of a word processor is that of code, by its name or id: those that are built into
 * Word and LibreOffice and that pandoc writes, and what people call their own. Blanks, hyphens, and
 * the ways in which formats encode them, do not count, nor does letter case. */
bool tl_is_code_style(tl_str name);

#endif
