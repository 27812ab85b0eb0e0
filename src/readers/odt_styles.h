/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_READERS_ODT_STYLES_H
#define TL_READERS_ODT_STYLES_H

#include "base/arena.h"
#include "base/map.h"
#include "readers/xml.h"

/* What styles say of text (OpenDocument 1.3, part 3, 16.2 and 20.191). All-zero: nothing. */
typedef struct tl_odt_styles {
    tl_map by_name;             /* of styles in the arena */
    tl_str language;            /* of text whose styles name none; empty: none is said */
    struct tl_odt_style *style; /* the one at hand, or NULL */
    bool is_in_default;
} tl_odt_styles;

/* What a style says together with its parents and the default one. */
typedef struct tl_odt_look {
    bool is_code;
    tl_str language; /* empty: none is said */
} tl_odt_look;

void tl_odt_styles_clear(tl_odt_styles *styles);

/* Takes what an element says of a style; to be told of the begin and the end of every element. */
void tl_odt_styles_start(tl_odt_styles *styles, const tl_element *element, tl_arena *arena);
void tl_odt_styles_end(tl_odt_styles *styles, const tl_element *element);

tl_odt_look tl_odt_look_of(const tl_odt_styles *styles, tl_str name);

#endif
