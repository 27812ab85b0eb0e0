/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_READERS_ASCIIDOC_INLINE_H
#define TL_READERS_ASCIIDOC_INLINE_H

#include "source/builder.h"

/* Adds the text of a range of AsciiDoc without its inline markup: formatting joins; monospace,
 * passthroughs, formulas, attribute references and the targets of macros are objects; footnotes
 * are segments of their own, which go to `aside`. */
void tl_asciidoc_add_inline(tl_builder *builder, tl_builder *aside, tl_range range);

#endif
