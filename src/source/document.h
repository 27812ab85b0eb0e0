/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_SOURCE_DOCUMENT_H
#define TL_SOURCE_DOCUMENT_H

#include "base/arena.h"
#include "source/source.h"

/* What a reader makes of a source: segments of text, each with a map back to the bytes it came
 * from. Two coordinate systems, never mixed: *segment offsets* count bytes of a segment's text,
 * *source offsets* bytes of the file. tl_segment_locate() is the only bridge. */

typedef enum tl_segment_role {
    TL_ROLE_PARAGRAPH,
    TL_ROLE_HEADING,
    TL_ROLE_CELL,
    TL_ROLE_NOTE,
} tl_segment_role;

/* A run of segment text that maps to a run of source bytes. A verbatim piece is the same bytes on
 * both sides; the bytes of any other piece (an entity, a line break of the markup) map as a whole
 * and cannot be edited in part. Pieces are in order and cover the text. */
typedef struct tl_piece {
    tl_range text;
    tl_range source;
    bool verbatim;
} tl_piece;

typedef enum tl_side { TL_SIDE_NONE, TL_SIDE_SOURCE, TL_SIDE_TARGET } tl_side;

typedef struct tl_segment {
    tl_str text;       /* UTF-8; borrowed from the source or the document's arena */
    tl_source *origin; /* whose bytes the pieces name; set when the segment is added */
    const tl_piece *pieces;
    size_t piece_count;
    tl_str language; /* BCP 47, empty: not known to the reader */
    tl_segment_role role;
    tl_side side;   /* of a bilingual unit */
    uint32_t unit;  /* number of the bilingual unit, from 0 */
    tl_str unit_id; /* its id in the file, or empty */
    tl_str context; /* what tells units with equal sources apart (msgctxt), or empty */
} tl_segment;

/* Two languages, BCP 47; both empty: none were named. */
typedef struct tl_language_pair {
    tl_str source, target;
} tl_language_pair;
/* A comment of the format, in which a suppression (engine/suppress.h) may stand. */
typedef struct tl_comment {
    tl_range range; /* source bytes, with or without the marks that open and close it */
    tl_range next; /* what the "next line" behind it is; empty: the line below the comment's last */
} tl_comment;

/* A part of a file that is an archive, a source of its own. */
typedef struct tl_file_part {
    tl_source source;
    tl_str entry; /* its name in the archive */
    struct tl_file_part *next;
} tl_file_part;

typedef struct tl_document {
    tl_source *source;   /* borrowed; what segments are added from: the file, or while a reader of
                          * archives is at work the part at hand */
    tl_file_part *parts; /* in the arena, the last one first */
    tl_arena arena;
    tl_segment *segments; /* owned array */
    size_t count, capacity;
    tl_language_pair wanted; /* borrowed; of a file in more languages a reader takes these two */
    tl_comment *comments;    /* owned array, in order; only those that may hold a suppression */
    size_t comment_count, comment_capacity;
    tl_str date; /* ISO 8601 date that the format gives (front matter), or empty */
} tl_document;

void tl_document_init(tl_document *document, tl_source *source);
void tl_document_clear(tl_document *document);

/* A part of the archive that the document's source is, called FILE!ENTRY; `bytes`, which live as
 * long as the document, are to be decoded by the caller. It is read by making it the document's
 * source for a while. */
tl_file_part *tl_document_add_part(tl_document *document, tl_str entry, tl_str bytes);

/* Appends a segment of the document's source, copied as a struct; what it points to lives as long
 * as the document. */
void tl_document_add(tl_document *document, const tl_segment *segment);

/* Whether the segment is one of the document's. */
bool tl_document_has(const tl_document *document, const tl_segment *segment);

/* Appends a segment whose text is the source bytes of `range`, as they are; returns it, borrowed
 * until the next one is added. */
tl_segment *tl_document_add_verbatim(tl_document *document, tl_range range, tl_segment_role role);

/* Notes a comment if it may hold a suppression. Returns it, borrowed until the next one is noted,
 * for the reader to say what its `next` is; NULL if there is nothing in it. */
tl_comment *tl_document_add_comment(tl_document *document, tl_range range);

/* The source range of a segment range: from the first source byte of its first character to the
 * last of its last. *editable (unless NULL) is set to whether every piece it touches is verbatim
 * and the source range is contiguous with the text, so that a replacement of the bytes is a
 * replacement of the text. An empty range is a place before the character at its begin, or at the
 * end of the text. A range is clamped to the text; a segment without pieces has only 0–0. */
tl_range tl_segment_locate(const tl_segment *segment, tl_range range, bool *editable);

/* The text of a segment range for a reader: what stands for an object (U+FFFC) as the file has it,
 * "%s". Borrowed, or in the arena. */
tl_str tl_segment_show(const tl_segment *segment, tl_range range, tl_arena *arena);

#endif
