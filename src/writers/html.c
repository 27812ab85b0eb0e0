/* SPDX-License-Identifier: MPL-2.0 */
/* One self-contained page for those who decide how things are spelled: the findings by document,
 * each with the text around it, and a table of concepts with all their spellings, how often each is
 * used and how it is spread over the documents. No script, nothing loaded; whatever a text or a
 * file name holds is text on the page, and controls in it are shown by their names. */
#include "base/shown.h"
#include "writers/display.h"
#include "writers/html_style.h"
#include "writers/spellings.h"
#include "writers/writers.h"
#include "writers/xml_text.h"

enum {
    CONTEXT = 160,     /* bytes of the line shown on either side of a text */
    MOST_PLACES = 200, /* documents listed for one spelling */
};

/* Text for a reader: what cannot be seen or would turn the line is shown by name. */
static void
add_text(tl_buf *out, tl_str text)
{
    size_t at = 0, plain = 0;
    while (at < text.len) {
        size_t before = at;
        tl_cell cell = tl_display_next(text, &at);
        bool is_space =
            cell.code_point == '\t' || cell.code_point == '\n' || cell.code_point == '\r';
        if (cell.is_ill_formed || (tl_shown_is_unsafe(cell.code_point) && !is_space)) {
            tl_xml_add_text(out, tl_str_slice(text, plain, before));
            tl_buf name = {0};
            tl_display_add_cell(&name, &cell);
            tl_buf_add_cstr(out, "<span class=\"control\">");
            tl_xml_add_text(out, tl_str_slice(tl_buf_str(&name), 1, name.len - 1));
            tl_buf_add_cstr(out, "</span>");
            tl_buf_clear(&name);
            plain = at;
        }
    }
    tl_xml_add_text(out, tl_str_slice(text, plain, text.len));
}

static void
add_element(tl_buf *out, const char *open, tl_str text, const char *close)
{
    tl_buf_add_cstr(out, open);
    add_text(out, text);
    tl_buf_add_cstr(out, close);
}

static bool
is_inside_character(tl_str text, size_t at)
{
    return at < text.len && ((unsigned char)text.ptr[at] & 0xC0u) == 0x80u;
}

/* The line of a finding with its text marked. */
static void
add_context(tl_buf *out, const tl_diag *diag)
{
    tl_str line = diag->line_text;
    tl_range text = tl_diag_text_in_line(diag);
    size_t begin = text.begin > CONTEXT ? text.begin - CONTEXT : 0;
    size_t end = line.len - text.end > CONTEXT ? text.end + CONTEXT : line.len;
    while (is_inside_character(line, begin)) {
        begin++;
    }
    while (is_inside_character(line, end)) {
        end--;
    }
    bool is_cut = begin > 0 || diag->is_cut;
    add_element(out, is_cut ? "<blockquote>…" : "<blockquote>",
                tl_str_slice(line, begin, text.begin), "");
    add_element(out, "<mark>", tl_str_at(line, text), "</mark>");
    add_element(out, "", tl_str_slice(line, text.end, end),
                end < line.len ? "…</blockquote>" : "</blockquote>");
}

static void
add_suggestions(tl_buf *out, const tl_diag *diag)
{
    for (size_t i = 0; i < diag->suggestion_count; i++) {
        add_element(out, i ? ", <ins>" : "<p>→ <ins>", diag->suggestions[i], "</ins>");
    }
    tl_buf_add_cstr(out, diag->suggestion_count ? "</p>" : "");
}

static void
add_finding(tl_buf *out, const tl_diag *diag, tl_columns columns)
{
    const char *severity = tl_severity_name(diag->severity);
    tl_position at = tl_diag_begin(diag, columns);
    tl_buf_add_format(out,
                      "<li class=\"%s\"><p><span class=\"place\">%u:%u</span> "
                      "<span class=\"tag %s\">%s</span> ",
                      severity, at.line, at.column, severity, severity);
    add_element(out, "", diag->message, "");
    add_element(out, " <span class=\"soft\">", diag->rule, "</span></p>");
    add_context(out, diag);
    add_suggestions(out, diag);
    if (diag->explanation.len) {
        add_element(out, "<p class=\"soft\">", diag->explanation, "</p>");
    }
    tl_buf_add_cstr(out, "</li>\n");
}

static void
write_finding(const tl_diag *diag, const tl_diag *before, const tl_write_options *options,
              tl_buf *out)
{
    if (before == NULL || !tl_str_equal(before->path, diag->path)) {
        tl_buf_add_cstr(out, before ? "</ol></section>\n" : "");
        add_element(out, "<section class=\"card\"><h3>", diag->path, "</h3><ol>\n");
    }
    add_finding(out, diag, options->columns);
}

/* -- spellings -------------------------------------------------------------------------------- */

/* A bar as long as the spelling is frequent beside the concept's other ones, a part a document. */
static void
add_bar(tl_buf *out, const tl_spelling *spelling, size_t most)
{
    tl_buf_add_cstr(out, "<div class=\"bar\">");
    for (size_t i = 0; i < spelling->count; i++) {
        const tl_spelling_count *count = &spelling->counts[i];
        tl_buf_add_format(out, "<i style=\"width:%zu%%\" title=\"", count->count * 100 / most);
        tl_xml_add_text(out, count->path);
        tl_buf_add_format(out, ": %zu\"></i>", count->count);
    }
    tl_buf_add_cstr(out, "</div>");
}

static void
add_places(tl_buf *out, const tl_spelling *spelling)
{
    tl_buf_add_format(out, "<details><summary>%zu document%s</summary><ul>", spelling->count,
                      spelling->count == 1 ? "" : "s");
    for (size_t i = 0; i < spelling->count && i < MOST_PLACES; i++) {
        add_element(out, "<li>", spelling->counts[i].path, "");
        tl_buf_add_format(out, " (%zu)</li>", spelling->counts[i].count);
    }
    tl_buf_add_cstr(out, spelling->count > MOST_PLACES ? "<li>…</li></ul></details>"
                                                       : "</ul></details>");
}

static void
add_spelling(tl_buf *out, const tl_spelling *spelling, size_t most)
{
    bool is_good = spelling->severity == TL_SEVERITY_OFF;
    tl_buf_add_format(out, "<tr class=\"%s\">",
                      is_good ? "good" : tl_severity_name(spelling->severity));
    add_element(out, "<td class=\"form\">", spelling->form, "</td>");
    tl_buf_add_format(out, "<td class=\"number\">%zu</td><td>", spelling->total);
    add_bar(out, spelling, most);
    add_places(out, spelling);
    tl_buf_add_cstr(out, "</td></tr>\n");
}

/* A body of the table for each concept. */
static void
add_spellings(tl_buf *out, const tl_report *report)
{
    tl_spellings all;
    tl_spellings_gather(&all, report);
    tl_buf_add_cstr(out, all.count ? "<h2>Spellings</h2>\n<div class=\"card\"><table><thead>"
                                     "<tr><th>Spelling</th><th>Uses</th>"
                                     "<th>Spread over documents</th></tr></thead>\n"
                                   : "");
    for (size_t i = 0, most = 1; i < all.count; i++) {
        const tl_spelling *spelling = &all.items[i];
        if (i == 0 || !tl_str_equal(spelling->concept, all.items[i - 1].concept)) {
            most = spelling->total; /* the most frequent one comes first */
            tl_buf_add_cstr(out, i ? "</tbody>\n" : "");
            add_element(out, "<tbody><tr><th colspan=\"3\">", spelling->concept, "</th></tr>\n");
        }
        add_spelling(out, spelling, most);
    }
    tl_buf_add_cstr(out, all.count ? "</tbody></table></div>\n" : "");
    tl_spellings_clear(&all);
}

/* -- the page --------------------------------------------------------------------------------- */

static void
add_count(tl_buf *out, size_t count, const char *noun)
{
    tl_buf_add_format(out, "<li><b>%zu</b>%s%s</li>", count, noun, count == 1 ? "" : "s");
}

static void
add_problems(tl_buf *out, const tl_report *report)
{
    const tl_problem_list *problems = &report->problems;
    if (problems->kept) {
        tl_buf_add_cstr(out, "<h2>Not checked</h2>\n<ul class=\"card\">");
        for (size_t i = 0; i < problems->kept; i++) {
            add_element(out, "<li>", tl_str_from(problems->items[i].message), "</li>\n");
        }
        tl_buf_add_cstr(out, "</ul>\n");
    }
}

static void
begin(const tl_report *report, const tl_write_options *options, tl_buf *out)
{
    tl_buf_add_cstr(out, "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
                         "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n"
                         "<title>termlint report</title>\n<style>\n");
    tl_buf_add_cstr(out, tl_html_style);
    tl_buf_add_cstr(out, "</style></head><body>\n<header><h1>Terms and names</h1>\n");
    tl_buf_add_format(out, "<p class=\"soft\">checked by termlint %s</p>\n<ul class=\"counts\">",
                      options->version);
    add_count(out, report->files, "document");
    add_count(out, report->by_severity[TL_SEVERITY_ERROR], "error");
    add_count(out, report->by_severity[TL_SEVERITY_WARNING], "warning");
    add_count(out, report->by_severity[TL_SEVERITY_SUGGESTION], "suggestion");
    tl_buf_add_cstr(out, "</ul></header>\n<main>\n");
    add_problems(out, report);
    add_spellings(out, report);
    tl_buf_add_cstr(out, "<h2>Documents</h2>\n");
}

static void
end(const tl_report *report, const tl_write_options *options, tl_buf *out)
{
    (void)options;
    tl_buf_add_cstr(out, report->count ? "</ol></section>\n" : "<p>Nothing was found.</p>\n");
    tl_buf_add_cstr(out, "</main></body></html>\n");
}

const tl_writer tl_writer_html = {
    .id = "html",
    .summary = "one page for a browser: findings by document, spellings with their counts",
    .wants_usage = true,
    .begin = begin,
    .finding = write_finding,
    .end = end,
};
