/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_TERMBASE_TABLE_H
#define TL_TERMBASE_TABLE_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/error.h"
#include "termbase/formats.h"
#include "termbase/row_groups.h"

/* Tables of comma- or tab-separated values after RFC 4180, and what the columns of a termbase in
 * that form are. A termbase is a table of terms, one a row, with the columns below; a glossary is a
 * table of concepts, with a column for each language. */

typedef struct tl_cell {
    tl_str text;           /* without quotes */
    uint32_t line, column; /* from 1, where it begins; columns in code points */
} tl_cell;

typedef struct tl_table {
    tl_str path, bytes;
    char delimiter;
    tl_problem_list *problems;
    tl_arena *arena; /* of the texts of quoted cells */
    size_t at;       /* the next byte */
    uint32_t line, column;
    tl_cell *cells; /* owned array: the row that was read last */
    size_t count, capacity;
    tl_row row;         /* where that row is */
    bool failed;        /* a quotation without end: the rest is unread */
    bool has_no_quotes; /* quotation marks are letters */
} tl_table;

/* Begins to read; all arguments are borrowed until tl_table_clear(). */
void tl_table_open(tl_table *table, tl_str path, tl_str bytes, char delimiter);
void tl_table_clear(tl_table *table);

/* Reads the next row that is not empty into table->cells; false at the end. */
bool tl_table_next(tl_table *table);

/* Reads a row that has been read before; the next one is that behind it. */
void tl_table_read_again(tl_table *table, const tl_row *row);

/* Adds a cell, in quotes if it needs them. */
void tl_table_add_cell(tl_buf *out, tl_str text, char delimiter);

typedef enum tl_column_level {
    TL_COLUMN_PLACE,   /* says where a term stands: which concept, language, status */
    TL_COLUMN_CONCEPT, /* a key of the concept */
    TL_COLUMN_NAME,    /* a key of a person's entry */
    TL_COLUMN_TERM,    /* a key of the term */
} tl_column_level;

typedef enum tl_column_id {
    TL_COLUMN_ID,
    TL_COLUMN_TYPE,
    TL_COLUMN_PART_OF,
    TL_COLUMN_SUBJECT,
    TL_COLUMN_DEFINITION,
    TL_COLUMN_CONCEPT_SEVERITY,
    TL_COLUMN_CONCEPT_NOTE,
    TL_COLUMN_CONCEPT_SOURCE,
    TL_COLUMN_LANG,
    TL_COLUMN_STATUS,
    TL_COLUMN_TEXT,
    TL_COLUMN_USE,
    TL_COLUMN_CASE,
    TL_COLUMN_SEVERITY,
    TL_COLUMN_FROM,
    TL_COLUMN_UNTIL,
    TL_COLUMN_NOTE,
    TL_COLUMN_SOURCE,
    TL_COLUMN_FAMILY,
    TL_COLUMN_GIVEN,
    TL_COLUMN_PATRONYMIC,
    TL_COLUMN_GENDER,
    TL_COLUMN_COUNT,
} tl_column_id;

typedef struct tl_column {
    tl_str name; /* in the header */
    tl_str key;  /* of the termbase */
    tl_column_level level;
} tl_column;

extern const tl_column tl_columns[TL_COLUMN_COUNT];

/* The column of a name in a header, in any letter case, or TL_COLUMN_COUNT. */
tl_column_id tl_column_named(tl_str name);

/* True if bytes begin with the header of a table of terms or with what OmegaT writes; a table of
 * pairs may be a document. */
bool tl_table_begins(tl_str beginning, char delimiter);

/* Reads and writes a table as a row of formats.c does. */
void tl_table_read(tl_load *load, tl_termbase_file *file, tl_str bytes, char delimiter);
void tl_table_write(const tl_termbase *termbase, tl_buf *out, tl_dropped *dropped, char delimiter);

#endif
