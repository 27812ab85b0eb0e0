/* SPDX-License-Identifier: MPL-2.0 */
/* A source line with a span marked below. Both lines are made from the same cells, so that they
 * stay aligned with wide characters, marks and escapes; a tab stays a tab in both, which aligns
 * whatever the width of a tab is. */
#include "writers/excerpt.h"

#include "base/shown.h"
#include "writers/display.h"

enum { COLUMNS = 100, TAB_WIDTH = 8 };

#define ELLIPSIS "…"
#define INDENT "  "

/* The parts of the line that are shown. */
typedef struct layout {
    tl_str before, text, after;
    bool is_cut_left, is_cut_right;
} layout;

/* Columns to reckon with when a line is cut; a tab may take all of its width. */
static size_t
columns_of(const tl_cell *cell)
{
    return cell->code_point == '\t' ? TAB_WIDTH : cell->width;
}

/* The columns of `str`; of a wider one than `most` somewhat more than that. */
static size_t
measure(tl_str str, size_t most)
{
    size_t columns = 0, at = 0;
    while (at < str.len && columns <= most) {
        tl_cell cell = tl_display_next(str, &at);
        columns += columns_of(&cell);
    }
    return columns;
}

/* The longest beginning of `str` that fits into `columns`. */
static tl_str
fit_beginning(tl_str str, size_t columns)
{
    size_t at = 0, used = 0, end = 0;
    while (at < str.len) {
        tl_cell cell = tl_display_next(str, &at);
        used += columns_of(&cell);
        if (used > columns) {
            break;
        }
        end = at;
    }
    return tl_str_slice(str, 0, end);
}

static size_t
skip_marks(tl_str str, size_t at)
{
    size_t next = at;
    while (next < str.len && tl_display_next(str, &next).width == 0) {
        at = next;
    }
    return at;
}

/* The start of a character at or before `at`: ill-formed or not, no other begins within it. */
static size_t
start_of_character(tl_str str, size_t at)
{
    while (at > 0 && ((unsigned char)str.ptr[at] & 0xC0u) == 0x80u) {
        at--;
    }
    return at;
}

/* The longest end of `str` that fits into `columns` and does not begin with the marks of a letter
 * that was cut off. It is looked for in the last bytes, and in ever more of them as long as all
 * that these hold fits. */
static tl_str
fit_end(tl_str str, size_t columns)
{
    size_t at, left, bytes = columns;
    do {
        bytes = 2 * bytes + TAB_WIDTH;
        at = bytes < str.len ? start_of_character(str, str.len - bytes) : 0;
        left = measure(tl_str_slice(str, at, str.len), SIZE_MAX);
    } while (left <= columns && at > 0);
    if (left <= columns) {
        return str;
    }
    while (left > columns) {
        tl_cell cell = tl_display_next(str, &at);
        left -= columns_of(&cell);
    }
    return tl_str_slice(str, skip_marks(str, at), str.len);
}

/* The text first, then as much as there is room for on both sides; what one side does not need goes
 * to the other. */
static layout
lay_out(const tl_diag *diag)
{
    tl_str line = diag->line_text;
    tl_range span = tl_diag_text_in_line(diag);
    tl_str before = tl_str_slice(line, 0, span.begin);
    tl_str text = tl_str_at(line, span);
    tl_str after = tl_str_slice(line, span.end, line.len);

    layout shown = {.text = fit_beginning(text, COLUMNS)};
    bool is_text_cut = shown.text.len < text.len;
    size_t room = COLUMNS - measure(shown.text, COLUMNS), wanted = measure(after, room / 2);
    shown.before = fit_end(before, wanted < room / 2 ? room - wanted : room / 2);
    shown.after = fit_beginning(after, is_text_cut ? 0 : room - measure(shown.before, room));
    shown.is_cut_left = diag->is_cut || shown.before.len < before.len;
    shown.is_cut_right = is_text_cut || shown.after.len < after.len;
    return shown;
}

/* Adds a tab for a tab and `mark` for every other column of `str`; returns the number of marks. */
static size_t
add_marks(tl_buf *out, tl_str str, char mark)
{
    size_t marks = 0, at = 0;
    while (at < str.len) {
        tl_cell cell = tl_display_next(str, &at);
        if (cell.code_point == '\t') {
            tl_buf_add_byte(out, '\t');
            continue;
        }
        for (size_t i = 0; i < cell.width; i++) {
            tl_buf_add_byte(out, mark);
        }
        marks += cell.width;
    }
    return marks;
}

static void
add_text(tl_buf *out, tl_str str)
{
    tl_str rest = str, run;
    while (rest.len > 0 && tl_str_split(&rest, '\t', &run)) {
        tl_shown_add(out, run);
        if (run.ptr + run.len < str.ptr + str.len) {
            tl_buf_add_byte(out, '\t');
        }
    }
}

void
tl_excerpt_add(tl_buf *out, const tl_diag *diag, const tl_palette *palette)
{
    if (diag->line_text.len == 0) {
        return;
    }
    layout shown = lay_out(diag);
    tl_buf_add_cstr(out, shown.is_cut_left ? INDENT ELLIPSIS : INDENT);
    add_text(out, shown.before);
    add_text(out, shown.text);
    add_text(out, shown.after);
    tl_buf_add_cstr(out, shown.is_cut_right ? ELLIPSIS "\n" : "\n");

    tl_buf_add_cstr(out, shown.is_cut_left ? INDENT " " : INDENT);
    add_marks(out, shown.before, ' ');
    tl_buf_add_cstr(out, palette->severity[diag->severity]);
    if (add_marks(out, shown.text, '^') == 0) {
        tl_buf_add_byte(out, '^');
    }
    tl_buf_add_cstr(out, palette->reset);
    tl_buf_add_byte(out, '\n');
}
