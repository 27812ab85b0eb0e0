/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_SOURCE_SOURCE_H
#define TL_SOURCE_SOURCE_H

#include "base/error.h"
#include "base/str.h"
#include "source/encoding.h"

/* The text of one file under the name by which findings call it. Offsets are those of its UTF-8
 * text, `bytes`; of a file in another encoding that text is a copy, and tl_source_in_file() leads
 * back to the file's own bytes. */
typedef struct tl_source {
    tl_str name;                 /* borrowed */
    tl_str file;                 /* the file as it is; borrowed; less than 4 GiB */
    tl_str bytes;                /* its text: `file` itself or, if it is not UTF-8, `decoded` */
    const tl_encoding *encoding; /* of the file; NULL: not looked at yet */
    tl_buf decoded;              /* owned */
    uint32_t mark;   /* length of the byte order mark, which is in `file` but not in `decoded` */
    uint32_t *lines; /* owned: byte offset of the start of each line; computed on first use */
    size_t line_count;
    tl_range *raw; /* owned array, in order: see tl_source_add_raw() */
    size_t raw_count, raw_capacity;
    struct tl_tally *tallies; /* owned: see source.c; computed when a long line asks for it */
    struct tl_source_cursor { /* the place that was asked for last; all-zero: none was */
        size_t line;          /* from 0 */
        uint32_t offset, code_points, utf16_units; /* and what stands before it in the line */
    } cursor;
} tl_source;

/* Borrows name and bytes, which are taken for UTF-8 as they are. Fails on 4 GiB or more. */
bool tl_source_init(tl_source *source, tl_str name, tl_str bytes, tl_error *error);
void tl_source_clear(tl_source *source);

/* Makes the bytes of a new source its text. Their encoding is told by a byte order mark, else by
 * `asked` (NULL: nobody asked), else by what the file declares (empty: nothing; a name that is not
 * known is an error); else it is UTF-8, or what the bytes surely look like. Fails on bytes that are
 * no text in that encoding, with the file's name and the place. A source whose encoding is known
 * stays as it is. */
bool tl_source_decode(tl_source *source, const tl_encoding *asked, tl_str declared,
                      tl_error *error);

/* Notes that the format gives no byte of the text in `range` a meaning of its own (a CDATA
 * section), so that what is written there needs no escapes. Ranges come in order. */
void tl_source_add_raw(tl_source *source, tl_range range);

/* True for an offset within such a range or at its end. Takes O(log ranges). */
bool tl_source_is_raw(const tl_source *source, uint32_t offset);

/* The range of the file's own bytes that a range of the text is. */
tl_range tl_source_in_file(tl_source *source, tl_range range);

/* Where the text begins: behind a UTF-8 byte order mark if there is one, else 0. The mark belongs
 * to no line: the first character after it stands in line 1, column 1, as editors have it. */
uint32_t tl_source_text_begin(const tl_source *source);

typedef enum tl_columns { TL_COLUMNS_CODE_POINTS, TL_COLUMNS_BYTES, TL_COLUMNS_UTF16 } tl_columns;

/* Line and column of a byte offset, both from 1. */
typedef struct tl_position {
    uint32_t line;
    uint32_t column;
} tl_position;

/* The position of an offset in one unit; one behind the end of the text is the end. The bytes of a
 * line end are columns of their line; columns in bytes are those of the file. Takes O(log lines),
 * however long the line. */
tl_position tl_source_position(tl_source *source, uint32_t offset, tl_columns columns);

/* One offset in each of the units, which costs no more than in one of them. */
typedef struct tl_positions {
    tl_position code_points, bytes, utf16;
} tl_positions;

/* The place of an offset, likewise. Fastest for offsets in order, which need not look at the
 * beginning of a line again. */
tl_positions tl_source_positions(tl_source *source, uint32_t offset);

/* The bytes of line `line` (from 1) without its line end; empty if there is no such line. */
tl_str tl_source_line(tl_source *source, uint32_t line);

#endif
