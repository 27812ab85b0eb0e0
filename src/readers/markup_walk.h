/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_READERS_MARKUP_WALK_H
#define TL_READERS_MARKUP_WALK_H

#include "source/builder.h"

/* A walk through a text with light markup in it, whose marks depend on the characters beside them.
 * Text is added to the builder when markup interrupts it. Offsets are those of the source. */
typedef struct tl_markup_walk {
    tl_builder *builder; /* borrowed */
    tl_str bytes;        /* of the source, up to the end of the range */
    size_t begin;        /* of the range */
    size_t at, run;      /* where we are; where the text begins that is still to be added */
} tl_markup_walk;

tl_markup_walk tl_markup_walk_through(tl_builder *builder, tl_range range);

/* The byte at an offset; NUL behind the range. */
char tl_markup_byte(const tl_markup_walk *walk, size_t at);

/* White space, and what is behind the range. */
bool tl_markup_is_space(char c);

/* Letters and digits; of those outside of ASCII all that are no marks of General Punctuation. */
bool tl_markup_is_word(uint32_t c);

/* The character before an offset, within the range, and the one at it; NUL if there is none. */
uint32_t tl_markup_before(const tl_markup_walk *walk, size_t at);
uint32_t tl_markup_behind(const tl_markup_walk *walk, size_t at);

/* Adds the text up to here; more text begins at `next`. */
void tl_markup_flush(tl_markup_walk *walk, size_t next);

/* The same, with an object for what stands from here to `end`, where more text begins. */
void tl_markup_replace(tl_markup_walk *walk, size_t end);

#endif
