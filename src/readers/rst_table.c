/* SPDX-License-Identifier: MPL-2.0 */
/* Tables of reStructuredText. In a grid table the lines of a row are cut at the bars, so that a
 * cell of several lines is one segment; spans are read as the bars show them. In a simple table the
 * columns are those of its border, and each line is cut on its own. */
#include "readers/rst_table.h"

#include "base/array.h"
#include "base/utf8.h"
#include "readers/rst_inline.h"

#include <stdlib.h>

enum { MOST_COLUMNS = 64 };

static tl_range
trimmed(tl_str bytes, tl_range range)
{
    tl_str inner = tl_str_trim(tl_str_at(bytes, range));
    uint32_t begin = inner.len ? (uint32_t)(inner.ptr - bytes.ptr) : range.end;
    return (tl_range){begin, begin + (uint32_t)inner.len};
}

static void
end_cell(tl_builder *builder)
{
    builder->role = TL_ROLE_CELL;
    tl_builder_end(builder);
    builder->role = TL_ROLE_PARAGRAPH;
}

static size_t
count_byte(tl_str text, char byte)
{
    size_t count = 0;
    for (size_t at = tl_str_find_byte(text, byte, 0); at < text.len;
         at = tl_str_find_byte(text, byte, at + 1)) {
        count++;
    }
    return count;
}

static bool
is_grid_border(tl_str line)
{
    return line.len > 2 && line.ptr[0] == '+' && (line.ptr[1] == '-' || line.ptr[1] == '=');
}

/* The lines of a row. */
typedef struct row {
    tl_range *lines; /* owned array */
    size_t count, capacity;
} row;

/* What stands between the bars number `column` and the next of a line; empty if nothing does. */
static tl_range
grid_cell(tl_str bytes, tl_range line, size_t column)
{
    tl_str text = tl_str_at(bytes, line);
    size_t begin = 0;
    for (size_t i = 0; i < column && begin < text.len; i++) {
        begin = tl_str_find_byte(text, '|', begin + 1);
    }
    size_t end = tl_str_find_byte(text, '|', begin + 1);
    tl_range cell = {line.begin + (uint32_t)begin + 1, line.begin + (uint32_t)end};
    return begin < text.len && end < text.len ? trimmed(bytes, cell) : (tl_range){0, 0};
}

static void
end_row(tl_builder *builder, tl_str bytes, row *r, size_t columns)
{
    for (size_t column = 0; column < columns; column++) {
        for (size_t i = 0; i < r->count; i++) {
            tl_range cell = grid_cell(bytes, r->lines[i], column);
            if (cell.begin < cell.end) {
                tl_builder_add_break(builder,
                                     (tl_range){tl_builder_source_end(builder), cell.begin});
                tl_rst_add_inline(builder, cell);
            }
        }
        end_cell(builder);
    }
    r->count = 0;
}

static void
read_grid(tl_builder *builder, tl_lines *lines, size_t columns)
{
    tl_str bytes = builder->document->source->bytes;
    row r = {0};
    tl_lines next = *lines;
    for (tl_range line; tl_lines_next(&next, &line); *lines = next) {
        tl_range inner = trimmed(bytes, line);
        tl_str text = tl_str_at(bytes, inner);
        if (text.len > 0 && text.ptr[0] == '|') {
            r.lines = tl_array_reserve(r.lines, &r.capacity, r.count + 1, sizeof *r.lines);
            r.lines[r.count++] = inner;
        } else if (text.len > 0 && text.ptr[0] == '+') {
            end_row(builder, bytes, &r, columns);
        } else {
            break;
        }
    }
    end_row(builder, bytes, &r, columns);
    free(r.lines);
}

/* Columns by the code points at which they begin. */
typedef struct columns {
    uint32_t begin[MOST_COLUMNS + 1];
    size_t count;
} columns;

static bool
is_simple_border(tl_str line, char mark)
{
    for (size_t i = 0; i < line.len; i++) {
        if (line.ptr[i] != mark && line.ptr[i] != ' ') {
            return false;
        }
    }
    return line.len > 0 && line.ptr[0] == mark;
}

static columns
columns_of(tl_str border)
{
    columns c = {0};
    for (size_t i = 0; i < border.len && c.count < MOST_COLUMNS; i++) {
        if (border.ptr[i] == '=' && (i == 0 || border.ptr[i - 1] == ' ')) {
            c.begin[c.count++] = (uint32_t)i;
        }
    }
    c.begin[c.count] = UINT32_MAX;
    return c;
}

/* Cuts a line that has the indent of the border, in code points from there. */
static void
read_simple_row(tl_builder *builder, const columns *c, tl_range line)
{
    tl_str bytes = builder->document->source->bytes;
    size_t at = line.begin;
    uint32_t place = 0;
    for (size_t column = 0; column < c->count; column++) {
        size_t begin = at;
        while (at < line.end && place < c->begin[column + 1]) {
            tl_utf8_next(bytes, &at);
            place++;
        }
        tl_rst_add_inline(builder, trimmed(bytes, (tl_range){(uint32_t)begin, (uint32_t)at}));
        end_cell(builder);
    }
}

static bool
is_blank_next(tl_lines lines)
{
    tl_range line;
    return !tl_lines_next(&lines, &line) || tl_str_trim(tl_str_at(lines.text, line)).len == 0;
}

static void
read_simple(tl_builder *builder, tl_lines *lines, tl_range border, uint32_t indent)
{
    tl_str bytes = builder->document->source->bytes;
    columns c = columns_of(tl_str_at(bytes, border));
    for (tl_range line; tl_lines_next(lines, &line);) {
        tl_str text = tl_str_trim(tl_str_at(bytes, line));
        if (is_simple_border(text, '=')) {
            if (is_blank_next(*lines)) {
                return;
            }
        } else if (!is_simple_border(text, '-') && text.len > 0) {
            uint32_t begin = (uint32_t)(text.ptr - bytes.ptr), margin = line.begin + indent;
            read_simple_row(builder, &c, (tl_range){begin < margin ? begin : margin, line.end});
        }
    }
}

/* A table ends with a border; else it is none. */
static bool
has_end(tl_lines lines, size_t *no_end)
{
    if (lines.next <= *no_end) {
        return false;
    }
    for (tl_range line; tl_lines_next(&lines, &line);) {
        tl_str text = tl_str_trim(tl_str_at(lines.text, line));
        if (is_simple_border(text, '=') && is_blank_next(lines)) {
            return true;
        }
        if (text.len == 0 && is_blank_next(lines)) {
            break;
        }
    }
    *no_end = lines.next;
    return false;
}

bool
tl_rst_read_table(tl_builder *builder, tl_lines *lines, tl_range first, size_t *no_end)
{
    tl_str bytes = builder->document->source->bytes;
    tl_range border = trimmed(bytes, first);
    tl_str text = tl_str_at(bytes, border);
    if (is_grid_border(text)) {
        size_t bars = count_byte(text, '+');
        if (bars > MOST_COLUMNS || bars < 2) {
            return false;
        }
        read_grid(builder, lines, bars - 1);
        return true;
    }
    bool is_border = is_simple_border(text, '=') && tl_str_find(text, TL_STR("= "), 0) < text.len;
    if (!is_border || !has_end(*lines, no_end)) {
        return false;
    }
    read_simple(builder, lines, border, border.begin - first.begin);
    return true;
}
