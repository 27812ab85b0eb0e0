/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_READERS_ODT_STYLES_H
#define TL_READERS_ODT_STYLES_H

#include "base/arena.h"
#include "readers/xml.h"

/* The languages that styles give to text (OpenDocument 1.3, part 3, 16.2 and 20.191). */
typedef struct tl_odt_styles {
    struct tl_odt_style *items; /* in the arena, the last one first */
    bool is_in_style;
} tl_odt_styles;

/* Takes what an element says of a style; to be told of the begin and the end of every element. */
void tl_odt_styles_start(tl_odt_styles *styles, const tl_element *element, tl_arena *arena);
void tl_odt_styles_end(tl_odt_styles *styles, const tl_element *element);

/* The language of text of a style, its parents and the default one, or empty. */
tl_str tl_odt_language(const tl_odt_styles *styles, tl_str name);

#endif
