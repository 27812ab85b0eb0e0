/* SPDX-License-Identifier: MPL-2.0 */
/* The format for people at a terminal: for each finding its headline, the line with the text
 * marked, the suggestions and the explanation; at the end a summary. */
#include "writers/text.h"

#include "base/shown.h"
#include "writers/display.h"
#include "writers/excerpt.h"
#include "writers/headline.h"

/* The end of the white space at `at` if it has a line end, else `at`. */
static size_t
line_break_end(tl_str text, size_t at)
{
    size_t end = at;
    bool broken = false;
    while (end < text.len && tl_str_find_byte(TL_STR(" \t\r\n"), text.ptr[end], 0) < 4) {
        broken = broken || text.ptr[end] == '\n' || text.ptr[end] == '\r';
        end++;
    }
    return broken ? end : at;
}

/* Where a suggestion runs over a line end, a space is shown. */
static void
add_suggestion(tl_buf *out, tl_str suggestion)
{
    size_t at = 0;
    while (at < suggestion.len) {
        size_t end = line_break_end(suggestion, at);
        if (end > at) {
            tl_buf_add_byte(out, ' ');
            at = end;
        } else {
            tl_cell cell = tl_display_next(suggestion, &at);
            tl_display_add_cell(out, &cell);
        }
    }
}

static void
add_suggestions(tl_buf *out, const tl_diag *diag)
{
    for (size_t i = 0; i < diag->suggestion_count; i++) {
        const char *label = diag->suggestion_count == 1 ? "  suggestion: " : "  suggestions: ";
        tl_buf_add_cstr(out, i == 0 ? label : ", ");
        add_suggestion(out, diag->suggestions[i]);
    }
    if (diag->suggestion_count > 0) {
        tl_buf_add_byte(out, '\n');
    }
}

static void
add_explanation(tl_buf *out, const tl_diag *diag)
{
    tl_str rest = diag->explanation, line;
    while (rest.len > 0 && tl_str_split(&rest, '\n', &line)) {
        tl_buf_add_cstr(out, "  = ");
        tl_shown_add(out, line);
        tl_buf_add_byte(out, '\n');
    }
}

static void
add_count(tl_buf *out, size_t count, const char *noun, const char *separator)
{
    tl_buf_add_format(out, "%zu %s%s%s", count, noun, count == 1 ? "" : "s", separator);
}

static void
add_summary(tl_buf *out, const tl_report *report)
{
    add_count(out, report->files, "file", " checked: ");
    add_count(out, report->by_severity[TL_SEVERITY_ERROR], "error", ", ");
    add_count(out, report->by_severity[TL_SEVERITY_WARNING], "warning", ", ");
    add_count(out, report->by_severity[TL_SEVERITY_SUGGESTION], "suggestion", "\n");
}

void
tl_text_add_finding(tl_buf *out, const tl_diag *diag, tl_columns columns, bool color)
{
    const tl_palette *palette = color ? &tl_palette_terminal : &tl_palette_none;
    tl_headline_add(out, diag, columns, palette);
    tl_buf_add_byte(out, '\n');
    tl_excerpt_add(out, diag, palette);
    add_suggestions(out, diag);
    add_explanation(out, diag);
}

static void
write_finding(const tl_diag *diag, const tl_diag *before, const tl_write_options *options,
              tl_buf *out)
{
    tl_buf_add_cstr(out, before ? "\n" : "");
    tl_text_add_finding(out, diag, options->columns, options->color);
}

static void
end(const tl_report *report, const tl_write_options *options, tl_buf *out)
{
    if (!options->quiet) {
        tl_buf_add_cstr(out, report->count > 0 ? "\n" : "");
        add_summary(out, report);
    }
}

const tl_writer tl_writer_text = {
    .id = "text",
    .summary = "for people: the line with the text marked, suggestions, a summary",
    .human = true,
    .finding = write_finding,
    .end = end,
};
