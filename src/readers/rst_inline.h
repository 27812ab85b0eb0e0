/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_READERS_RST_INLINE_H
#define TL_READERS_RST_INLINE_H

#include "source/builder.h"

/* Adds the text of a range of reStructuredText without its inline markup: emphasis joins, literals,
 * roles that are code, references and the targets of links are objects. */
void tl_rst_add_inline(tl_builder *builder, tl_range range);

#endif
