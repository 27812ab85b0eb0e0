/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_READERS_UNIT_H
#define TL_READERS_UNIT_H

#include "source/builder.h"

/* The texts of bilingual units, built one after another. What is no text in them (message.h) is
 * left out, so the same message reads the same in all formats. */
typedef struct tl_unit_builder {
    tl_builder text; /* gathers; a reader adds to it and sets its language */
    tl_builder read; /* without what is no text */
} tl_unit_builder;

void tl_unit_builder_init(tl_unit_builder *builder, tl_document *document);
void tl_unit_builder_clear(tl_unit_builder *builder);

/* What has been gathered since the last text ended; borrowed until more is. */
tl_str tl_unit_builder_text(const tl_unit_builder *builder);

/* Ends the text and appends it to the document as the side of a unit; one without a word is none.
 * `id` is borrowed for as long as the document lives. */
void tl_unit_builder_end(tl_unit_builder *builder, tl_side side, uint32_t unit, tl_str id);

/* Forgets the text. */
void tl_unit_builder_drop(tl_unit_builder *builder);

#endif
