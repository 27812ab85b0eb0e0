/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_READERS_UNIT_H
#define TL_READERS_UNIT_H

#include "readers/placeholder.h"
#include "readers/xml.h"

/* The texts of bilingual units, built one after another. What is no text in them (message.h) is
 * left out, so the same message reads the same in all formats. */
typedef struct tl_unit_builder {
    tl_builder text;          /* gathers; a reader adds to it and sets its language */
    tl_builder read;          /* without what is no text */
    tl_placeholder_uses uses; /* of the text being built; a reader sets it where the file says so */
    tl_range point;           /* an inline code of which it is not known yet what it does */
    bool has_point;
} tl_unit_builder;

void tl_unit_builder_init(tl_unit_builder *builder, tl_document *document);
void tl_unit_builder_clear(tl_unit_builder *builder);

/* Adds characters of an XML file. */
void tl_unit_builder_add_run(tl_unit_builder *builder, const tl_run *run);

/* Adds an inline code that may be formatting or stand for a word: between blanks it is an object,
 * next to a letter or digit it is nothing. */
void tl_unit_builder_add_point(tl_unit_builder *builder, tl_range source);

/* What has been gathered since the last text ended; borrowed until more is. */
tl_str tl_unit_builder_text(const tl_unit_builder *builder);

/* Ends the text and appends it to the document as the side of a unit; one without a word is none.
 * `id` is borrowed for as long as the document lives. */
void tl_unit_builder_end(tl_unit_builder *builder, tl_side side, uint32_t unit, tl_str id);

/* Forgets the text. */
void tl_unit_builder_drop(tl_unit_builder *builder);

#endif
