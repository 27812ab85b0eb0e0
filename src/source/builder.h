/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_SOURCE_BUILDER_H
#define TL_SOURCE_BUILDER_H

#include "base/buf.h"
#include "source/document.h"

/* Puts segments together, one after another, out of runs of source bytes and of text that stands
 * for other bytes (a character reference, a line break of the markup). What the markup leaves out
 * between two pieces needs no piece: that they are not neighbours in the source says it. A segment
 * grows to TL_LONGEST_SEGMENT at most, whatever the file is like, so that what is built upon one
 * stays bounded; a longer text goes on in a further segment. */
typedef struct tl_builder {
    tl_document *document; /* borrowed */
    tl_str language;       /* of the segments to come; borrowed for as long as the document lives */
    tl_segment_role role;  /* likewise */
    tl_buf text;
    tl_piece *pieces; /* owned array */
    size_t count, capacity;
} tl_builder;

enum { TL_LONGEST_SEGMENT = 1024 * 1024 };

void tl_builder_init(tl_builder *builder, tl_document *document);
void tl_builder_clear(tl_builder *builder);

/* Sets the language of the segments to come from what a document says, in any letter case and with
 * "_" for "-"; what is no language tag (BCP 47, primary subtag of two or three letters) or says
 * that the language is undetermined sets none. */
void tl_builder_set_language(tl_builder *builder, tl_str tag);

/* Adds source bytes as they are; joined with the piece before if they are its neighbours. */
void tl_builder_add(tl_builder *builder, tl_range source);

/* Adds text that stands for the bytes of `source`. */
void tl_builder_add_as(tl_builder *builder, tl_str text, tl_range source);

/* Adds what is no text but stands between words (code, a formula, a picture), so that what is on
 * both sides of it is no phrase. */
void tl_builder_add_object(tl_builder *builder, tl_range source);

/* Adds what stands between two lines of one paragraph: white space as it is, a line break for
 * anything else (the mark of a quotation, say); nothing at the begin of a segment. */
void tl_builder_add_break(tl_builder *builder, tl_range source);

/* Where the next piece would have to begin in order to be joined; 0 in an empty segment. */
uint32_t tl_builder_source_end(const tl_builder *builder);

/* Ends the segment and appends it to the document; nothing but white space and objects is dropped.
 * A text that is one run of source bytes is borrowed from them, any other copied. */
void tl_builder_end(tl_builder *builder);

/* Where to cut a run of bytes that is longer than `room`: behind the last white space before the
 * limit, or, where none is near, between two characters. `room` is TL_UTF8_MAX at least. */
uint32_t tl_cut_point(tl_str bytes, tl_range range, uint32_t room);

#endif
