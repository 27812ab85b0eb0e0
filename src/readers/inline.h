/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_READERS_INLINE_H
#define TL_READERS_INLINE_H

#include "readers/unit.h"

/* The elements that stand among the characters of a bilingual text: those of XLIFF 1.2, XLIFF 2 and
 * TMX 1.4, which share many names and agree on what they mean, and some of the vendors'. */

typedef enum tl_inline {
    TL_INLINE_TEXT,    /* its content is text, which joins what is before and behind it */
    TL_INLINE_CODE,    /* its content is native code, but for the text of a <sub> */
    TL_INLINE_NESTED,  /* <sub>: its content is a text of its own */
    TL_INLINE_SKIPPED, /* its content is not for translation, or was deleted */
} tl_inline;

/* Says what the content of an element is that begins within a text, and adds what the element
 * itself is: a line break, an object, or nothing. */
tl_inline tl_inline_begin(const tl_element *element, tl_unit_builder *builder);

#endif
