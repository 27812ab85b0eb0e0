/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_SOURCE_SOURCE_H
#define TL_SOURCE_SOURCE_H

#include "base/error.h"
#include "base/str.h"

/* The bytes of one file, as they are, under the name by which findings call it. */
typedef struct tl_source {
    tl_str name;     /* borrowed */
    tl_str bytes;    /* borrowed; less than 4 GiB */
    uint32_t *lines; /* owned: byte offset of the start of each line; computed on first use */
    size_t line_count;
    struct tl_tally *tallies; /* owned: see source.c; computed when a long line asks for it */
} tl_source;

/* Borrows name and bytes. Fails on 4 GiB or more. */
bool tl_source_init(tl_source *source, tl_str name, tl_str bytes, tl_error *error);
void tl_source_clear(tl_source *source);

/* Where the text begins: behind a UTF-8 byte order mark if there is one, else 0. The mark belongs
 * to no line: the first character after it stands in line 1, column 1, as editors have it. */
uint32_t tl_source_text_begin(const tl_source *source);

typedef enum tl_columns { TL_COLUMNS_CODE_POINTS, TL_COLUMNS_BYTES, TL_COLUMNS_UTF16 } tl_columns;

/* Line and column of a byte offset, both from 1. */
typedef struct tl_position {
    uint32_t line;
    uint32_t column;
} tl_position;

/* The position of a byte offset; one behind the end of the file is the end. The bytes of a line
 * end are columns of their line. Takes O(log lines), however long the line. */
tl_position tl_source_position(tl_source *source, uint32_t offset, tl_columns columns);

/* The bytes of line `line` (from 1) without its line end; empty if there is no such line. */
tl_str tl_source_line(tl_source *source, uint32_t line);

#endif
