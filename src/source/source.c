/* SPDX-License-Identifier: MPL-2.0 */
/* The text of a file and the way from an offset in it to a line and a column, and to the file's own
 * bytes. Offsets are what the rest of the program works with; this is the only place that counts
 * lines and columns. A column is counted on from the one that was asked for last if that is in the
 * same line, or from the start of its line, or, where that is far, as the difference of two counts
 * from the start of the text, of which every TALLY_STEP bytes one is kept: so many findings in one
 * line of many megabytes stay cheap. The same counts are the map from a
 * decoded text to its file, where each character, or UTF-16 unit, takes the same number of bytes.
 */
#include "source/source.h"

#include "base/alloc.h"
#include "base/array.h"
#include "base/utf8.h"
#include "source/lines.h"

#include <stdlib.h>

enum { TALLY_STEP = 4096 };

/* What stands before the byte at a multiple of TALLY_STEP. */
struct tl_tally {
    uint32_t code_points;
    uint32_t utf16_units;
};

bool
tl_source_init(tl_source *source, tl_str name, tl_str bytes, tl_error *error)
{
    *source = (tl_source){.name = name};
    if (bytes.len > UINT32_MAX) {
        return tl_error_set(error, "%.*s: file of %zu bytes, the limit is 4 GiB", TL_STR_ARGS(name),
                            bytes.len);
    }
    source->file = source->bytes = bytes;
    return true;
}

void
tl_source_clear(tl_source *source)
{
    tl_buf_clear(&source->decoded);
    free(source->lines);
    free(source->raw);
    free(source->tallies);
    *source = (tl_source){0};
}

uint32_t
tl_source_text_begin(const tl_source *source)
{
    tl_str mark = TL_STR("\xEF\xBB\xBF");
    return tl_str_starts_with(source->bytes, mark) ? (uint32_t)mark.len : 0;
}

void
tl_source_add_raw(tl_source *source, tl_range range)
{
    tl_range *last = source->raw_count ? &source->raw[source->raw_count - 1] : NULL;
    if (last && last->end == range.begin) {
        last->end = range.end;
        return;
    }
    source->raw = tl_array_reserve(source->raw, &source->raw_capacity, source->raw_count + 1,
                                   sizeof *source->raw);
    source->raw[source->raw_count++] = range;
}

bool
tl_source_is_raw(const tl_source *source, uint32_t offset)
{
    size_t low = 0, high = source->raw_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (source->raw[middle].end < offset) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < source->raw_count && source->raw[low].begin <= offset;
}

static void
find_lines(tl_source *source)
{
    size_t capacity = 0;
    tl_lines walk = tl_lines_from(source->bytes, tl_source_text_begin(source));
    tl_range line;
    while (tl_lines_next(&walk, &line)) {
        source->lines = tl_array_reserve(source->lines, &capacity, source->line_count + 1,
                                         sizeof *source->lines);
        source->lines[source->line_count++] = line.begin;
    }
}

/* The number, from 0, of the line in which `offset` stands. */
static size_t
line_at(tl_source *source, uint32_t offset)
{
    if (source->line_count == 0) {
        find_lines(source);
    }
    const uint32_t *lines = source->lines;
    size_t last = source->cursor.line;
    if (lines[last] <= offset && (last + 1 == source->line_count || lines[last + 1] > offset)) {
        return last;
    }
    size_t above = tl_array_first_above(lines, source->line_count, sizeof *lines, 0, offset);
    return above > 0 ? above - 1 : 0;
}

static struct tl_tally
tally(tl_str bytes)
{
    return (struct tl_tally){
        .code_points = (uint32_t)tl_utf8_length(bytes),
        .utf16_units = (uint32_t)tl_utf8_utf16_length(bytes),
    };
}

static struct tl_tally
tally_sum(struct tl_tally a, struct tl_tally b)
{
    return (struct tl_tally){a.code_points + b.code_points, a.utf16_units + b.utf16_units};
}

static void
count_all(tl_source *source)
{
    size_t steps = source->bytes.len / TALLY_STEP;
    source->tallies = tl_alloc_zero(steps + 1, sizeof *source->tallies);
    for (size_t i = 0; i < steps; i++) {
        tl_str step = tl_str_slice(source->bytes, i * TALLY_STEP, (i + 1) * TALLY_STEP);
        source->tallies[i + 1] = tally_sum(source->tallies[i], tally(step));
    }
}

static struct tl_tally
tally_before(tl_source *source, size_t offset)
{
    if (source->tallies == NULL) {
        count_all(source);
    }
    size_t step = offset / TALLY_STEP;
    return tally_sum(source->tallies[step],
                     tally(tl_str_slice(source->bytes, step * TALLY_STEP, offset)));
}

static struct tl_tally
tally_between(tl_source *source, size_t begin, size_t end)
{
    if (end - begin <= TALLY_STEP) {
        return tally(tl_str_slice(source->bytes, begin, end));
    }
    struct tl_tally before = tally_before(source, begin), all = tally_before(source, end);
    return (struct tl_tally){all.code_points - before.code_points,
                             all.utf16_units - before.utf16_units};
}

/* How many bytes of the file that part of the text is. */
static uint32_t
file_bytes(const tl_source *source, struct tl_tally part, uint32_t length)
{
    if (source->decoded.ptr == NULL) {
        return length;
    }
    return source->encoding->form == TL_FORM_BYTES ? part.code_points : 2 * part.utf16_units;
}

tl_range
tl_source_in_file(tl_source *source, tl_range range)
{
    if (source->decoded.ptr == NULL) {
        return range;
    }
    uint32_t begin = source->mark + file_bytes(source, tally_before(source, range.begin), 0);
    uint32_t length =
        file_bytes(source, tally_between(source, range.begin, range.end), range.end - range.begin);
    return (tl_range){begin, begin + length};
}

/* What stands before an offset in its line, counted on from the place that was asked for last if
 * that stands there too. */
static struct tl_tally
tally_in_line(tl_source *source, size_t line, uint32_t offset)
{
    struct tl_source_cursor *last = &source->cursor;
    bool is_behind =
        last->line == line && last->offset >= source->lines[line] && last->offset <= offset;
    uint32_t from = is_behind ? last->offset : source->lines[line];
    struct tl_tally before = {0};
    if (is_behind) {
        before = (struct tl_tally){last->code_points, last->utf16_units};
    }
    if (offset > from) {
        before = tally_sum(before, tally_between(source, from, offset));
    }
    *last = (struct tl_source_cursor){line, offset, before.code_points, before.utf16_units};
    return before;
}

tl_positions
tl_source_positions(tl_source *source, uint32_t offset)
{
    if (offset > source->bytes.len) {
        offset = (uint32_t)source->bytes.len;
    }
    size_t at = line_at(source, offset);
    uint32_t line = (uint32_t)at + 1, begin = source->lines[at];
    struct tl_tally before = tally_in_line(source, at, offset);
    uint32_t length = offset > begin ? offset - begin : 0;
    return (tl_positions){
        .code_points = {line, before.code_points + 1},
        .bytes = {line, file_bytes(source, before, length) + 1},
        .utf16 = {line, before.utf16_units + 1},
    };
}

tl_position
tl_source_position(tl_source *source, uint32_t offset, tl_columns columns)
{
    tl_positions place = tl_source_positions(source, offset);
    switch (columns) {
    case TL_COLUMNS_BYTES: return place.bytes;
    case TL_COLUMNS_UTF16: return place.utf16;
    case TL_COLUMNS_CODE_POINTS: break;
    }
    return place.code_points;
}

tl_str
tl_source_line(tl_source *source, uint32_t line)
{
    line_at(source, 0);
    if (line == 0 || line > source->line_count) {
        return (tl_str){NULL, 0};
    }
    bool is_last = line == source->line_count;
    tl_str bytes = tl_str_slice(source->bytes, source->lines[line - 1],
                                is_last ? source->bytes.len : source->lines[line]);
    if (!is_last && tl_str_ends_with(bytes, TL_STR("\n"))) {
        bytes.len--;
    }
    if (!is_last && tl_str_ends_with(bytes, TL_STR("\r"))) {
        bytes.len--;
    }
    return bytes;
}
