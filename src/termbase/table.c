/* SPDX-License-Identifier: MPL-2.0 */
/* Rows and cells after RFC 4180, with either delimiter, and the two formats that are made so. A
 * line may end with CR LF or LF; a cell in quotes may hold delimiters and line breaks, and quotes
 * twice. Knows the places of cells, not what they mean. */
#include "termbase/table.h"

#include "base/array.h"
#include "base/utf8.h"

#include <stdlib.h>

const tl_column tl_columns[TL_COLUMN_COUNT] = {
    [TL_COLUMN_ID] = {TL_STR_INIT("concept"), TL_STR_INIT("id"), TL_COLUMN_PLACE},
    [TL_COLUMN_TYPE] = {TL_STR_INIT("type"), TL_STR_INIT("type"), TL_COLUMN_CONCEPT},
    [TL_COLUMN_PART_OF] = {TL_STR_INIT("part_of"), TL_STR_INIT("part_of"), TL_COLUMN_CONCEPT},
    [TL_COLUMN_SUBJECT] = {TL_STR_INIT("subject"), TL_STR_INIT("subject"), TL_COLUMN_CONCEPT},
    [TL_COLUMN_DEFINITION] = {TL_STR_INIT("definition"), TL_STR_INIT("definition"),
                              TL_COLUMN_CONCEPT},
    [TL_COLUMN_CONCEPT_SEVERITY] = {TL_STR_INIT("concept_severity"), TL_STR_INIT("severity"),
                                    TL_COLUMN_CONCEPT},
    [TL_COLUMN_CONCEPT_NOTE] = {TL_STR_INIT("concept_note"), TL_STR_INIT("note"),
                                TL_COLUMN_CONCEPT},
    [TL_COLUMN_CONCEPT_SOURCE] = {TL_STR_INIT("concept_source"), TL_STR_INIT("source"),
                                  TL_COLUMN_CONCEPT},
    [TL_COLUMN_LANG] = {TL_STR_INIT("lang"), TL_STR_INIT("lang"), TL_COLUMN_PLACE},
    [TL_COLUMN_STATUS] = {TL_STR_INIT("status"), TL_STR_INIT("status"), TL_COLUMN_PLACE},
    [TL_COLUMN_TEXT] = {TL_STR_INIT("term"), TL_STR_INIT("text"), TL_COLUMN_TERM},
    [TL_COLUMN_USE] = {TL_STR_INIT("use"), TL_STR_INIT("use"), TL_COLUMN_TERM},
    [TL_COLUMN_CASE] = {TL_STR_INIT("case"), TL_STR_INIT("case"), TL_COLUMN_TERM},
    [TL_COLUMN_SEVERITY] = {TL_STR_INIT("severity"), TL_STR_INIT("severity"), TL_COLUMN_TERM},
    [TL_COLUMN_FROM] = {TL_STR_INIT("from"), TL_STR_INIT("from"), TL_COLUMN_TERM},
    [TL_COLUMN_UNTIL] = {TL_STR_INIT("until"), TL_STR_INIT("until"), TL_COLUMN_TERM},
    [TL_COLUMN_NOTE] = {TL_STR_INIT("note"), TL_STR_INIT("note"), TL_COLUMN_TERM},
    [TL_COLUMN_SOURCE] = {TL_STR_INIT("source"), TL_STR_INIT("source"), TL_COLUMN_TERM},
    [TL_COLUMN_FAMILY] = {TL_STR_INIT("family"), TL_STR_INIT("family"), TL_COLUMN_NAME},
    [TL_COLUMN_GIVEN] = {TL_STR_INIT("given"), TL_STR_INIT("given"), TL_COLUMN_NAME},
    [TL_COLUMN_PATRONYMIC] = {TL_STR_INIT("patronymic"), TL_STR_INIT("patronymic"), TL_COLUMN_NAME},
    [TL_COLUMN_GENDER] = {TL_STR_INIT("gender"), TL_STR_INIT("gender"), TL_COLUMN_NAME},
};

void
tl_table_open(tl_table *table, tl_str path, tl_str bytes, char delimiter)
{
    tl_str mark = TL_STR("\xef\xbb\xbf");
    size_t begin = tl_str_starts_with(bytes, mark) ? mark.len : 0;
    table->path = path;
    table->bytes = tl_str_slice(bytes, begin, bytes.len);
    table->delimiter = delimiter;
    table->line = table->column = 1;
}

void
tl_table_clear(tl_table *table)
{
    free(table->cells);
}

static bool
is_at(const tl_table *table, char byte)
{
    return table->at < table->bytes.len && table->bytes.ptr[table->at] == byte;
}

static bool
is_at_line_end(const tl_table *table)
{
    bool is_cr = is_at(table, '\r') &&
                 (table->at + 1 == table->bytes.len || table->bytes.ptr[table->at + 1] == '\n');
    return table->at == table->bytes.len || is_at(table, '\n') || is_cr;
}

/* Steps over one character. */
static void
advance(tl_table *table)
{
    if (tl_utf8_next(table->bytes, &table->at) == '\n') {
        table->line++;
        table->column = 1;
    } else {
        table->column++;
    }
}

static void
fail(tl_table *table, const tl_cell *cell, const char *message)
{
    tl_problem_add(table->problems, table->path, cell->line, cell->column, "%s", message);
    table->failed = true;
}

static tl_str
read_bare(tl_table *table)
{
    size_t begin = table->at;
    while (!is_at_line_end(table) && !is_at(table, table->delimiter)) {
        advance(table);
    }
    return tl_str_slice(table->bytes, begin, table->at);
}

/* Many programs write tabs between cells and know no quotes: from the first cell on that is none by
 * RFC 4180 they are letters like any other. */
static tl_str
read_unquoted(tl_table *table, const tl_cell *cell, size_t begin)
{
    table->has_no_quotes = true;
    table->at = begin;
    table->line = cell->line;
    table->column = cell->column;
    return read_bare(table);
}

/* Reads a cell in quotes, standing at the first of them. */
static tl_str
read_quoted(tl_table *table, const tl_cell *cell)
{
    tl_buf text = {0};
    bool closed = false;
    size_t begin = table->at;
    advance(table);
    while (!closed && table->at < table->bytes.len) {
        size_t from = table->at;
        bool is_quote = is_at(table, '"');
        advance(table);
        closed = is_quote && !is_at(table, '"');
        if (is_quote && !closed) {
            advance(table);
        }
        tl_str read = closed ? TL_STR("") : tl_str_slice(table->bytes, from, table->at);
        tl_buf_add(&text, is_quote && !closed ? TL_STR("\"") : read);
    }
    bool is_ended = is_at_line_end(table) || is_at(table, table->delimiter);
    if (table->delimiter == '\t' && !(closed && is_ended)) {
        tl_buf_clear(&text);
        return read_unquoted(table, cell, begin);
    }
    if (!closed) {
        fail(table, cell, "a quotation mark that is never closed, want a second one");
    } else if (!is_ended) {
        fail(table, cell, "text behind a closing quotation mark, want the end of the cell");
    }
    tl_str kept = tl_arena_copy(table->arena, tl_buf_str(&text));
    tl_buf_clear(&text);
    return kept;
}

static void
read_cell(tl_table *table)
{
    tl_cell cell = {.line = table->line, .column = table->column};
    bool is_quoted = is_at(table, '"') && !table->has_no_quotes;
    cell.text = is_quoted ? read_quoted(table, &cell) : read_bare(table);
    table->cells =
        tl_array_reserve(table->cells, &table->capacity, table->count + 1, sizeof *table->cells);
    table->cells[table->count++] = cell;
}

static void
read_row(tl_table *table)
{
    table->count = 0;
    table->row = (tl_row){table->at, table->line, table->has_no_quotes, TL_NO_ROW};
    read_cell(table);
    while (!table->failed && is_at(table, table->delimiter)) {
        advance(table);
        read_cell(table);
    }
    if (is_at(table, '\r')) {
        advance(table);
    }
    if (is_at(table, '\n')) {
        advance(table);
    }
}

static bool
is_empty_row(const tl_table *table)
{
    for (size_t i = 0; i < table->count; i++) {
        if (tl_str_trim(table->cells[i].text).len) {
            return false;
        }
    }
    return true;
}

bool
tl_table_next(tl_table *table)
{
    while (!table->failed && table->at < table->bytes.len) {
        read_row(table);
        if (!table->failed && !is_empty_row(table)) {
            return true;
        }
    }
    return false;
}

void
tl_table_read_again(tl_table *table, const tl_row *row)
{
    table->at = row->at;
    table->line = row->line;
    table->column = 1;
    table->has_no_quotes = row->has_no_quotes;
    table->failed = false; /* that was a row behind this one */
    read_row(table);
}

void
tl_table_add_cell(tl_buf *out, tl_str text, char delimiter)
{
    bool needs_quotes = tl_str_trim(text).len < text.len;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        needs_quotes = needs_quotes || c == delimiter || c == '"' || c == '\n' || c == '\r';
    }
    if (!needs_quotes) {
        tl_buf_add(out, text);
        return;
    }
    tl_buf_add_byte(out, '"');
    for (size_t i = 0; i < text.len; i++) {
        tl_buf_add_cstr(out, text.ptr[i] == '"' ? "\"" : "");
        tl_buf_add_byte(out, text.ptr[i]);
    }
    tl_buf_add_byte(out, '"');
}

static bool
is_begun_by_csv(tl_str beginning)
{
    return tl_table_begins(beginning, ',');
}

static void
read_csv(tl_load *load, tl_termbase_file *file, tl_str bytes)
{
    tl_table_read(load, file, bytes, ',');
}

static void
write_csv(const tl_termbase *termbase, tl_buf *out, tl_dropped *dropped)
{
    tl_table_write(termbase, out, dropped, ',');
}

const tl_termbase_format tl_termbase_format_csv = {
    .id = "csv",
    .summary = "a row for each term, or for each concept with a column for each language",
    .extensions = "csv",
    .is_begun_by = is_begun_by_csv,
    .read = read_csv,
    .write = write_csv,
};

static bool
is_begun_by_tsv(tl_str beginning)
{
    return tl_table_begins(beginning, '\t');
}

static void
read_tsv(tl_load *load, tl_termbase_file *file, tl_str bytes)
{
    tl_table_read(load, file, bytes, '\t');
}

static void
write_tsv(const tl_termbase *termbase, tl_buf *out, tl_dropped *dropped)
{
    tl_table_write(termbase, out, dropped, '\t');
}

const tl_termbase_format tl_termbase_format_tsv = {
    .id = "tsv",
    .summary = "the same with tabs between the cells",
    .extensions = "tsv|tab|txt|utf8",
    .is_begun_by = is_begun_by_tsv,
    .read = read_tsv,
    .write = write_tsv,
};
