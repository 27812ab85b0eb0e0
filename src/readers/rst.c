/* SPDX-License-Identifier: MPL-2.0 */
/* reStructuredText, block by block: what a line is follows from how it begins and how far it is
 * indented. Titles, paragraphs, lists, fields, notes and tables are text; literal blocks, comments,
 * targets and the directives that hold code (rst_directive.c) are none. A paragraph is one run of
 * the source, whose inline markup rst_inline.c reads. */
#include "base/utf8.h"
#include "readers/readers.h"
#include "readers/rst_directive.h"
#include "readers/rst_inline.h"
#include "readers/rst_table.h"
#include "source/lines.h"

#define ANY_INDENT UINT32_MAX

/* A line without the white space around it. */
typedef struct rst_line {
    tl_range range;
    uint32_t indent; /* bytes of white space before it */
    tl_str text;
} rst_line;

/* A paragraph that may go on. */
typedef struct paragraph {
    tl_range range; /* empty: none is open */
    size_t lines;
    uint32_t indent; /* of its further lines; ANY_INDENT: more than `marker` */
    uint32_t marker; /* indent of the list item, field or directive that it is in */
    tl_segment_role role;
} paragraph;

typedef struct rst {
    tl_builder builder;
    tl_str bytes;
    tl_lines lines;
    paragraph open;
    bool is_skipping; /* lines that are blank or further in than `skip` are no text */
    uint32_t skip;
    bool has_options; /* a directive's options may follow */
    size_t no_table;
} rst;

static rst_line
line_of(const rst *r, tl_range range)
{
    rst_line line = {.text = tl_str_trim(tl_str_at(r->bytes, range))};
    uint32_t begin = line.text.len ? (uint32_t)(line.text.ptr - r->bytes.ptr) : range.end;
    line.range = (tl_range){begin, begin + (uint32_t)line.text.len};
    line.indent = begin - range.begin;
    return line;
}

static bool
starts_with(tl_str text, const char *prefix)
{
    return tl_str_starts_with(text, tl_str_from(prefix));
}

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static void
add_segment(rst *r, tl_range range, tl_segment_role role)
{
    r->builder.role = role;
    tl_rst_add_inline(&r->builder, range);
    tl_builder_end(&r->builder);
    r->builder.role = TL_ROLE_PARAGRAPH;
}

/* "::" at the end makes what is further in behind it a literal block. */
static void
end_paragraph(rst *r)
{
    paragraph *p = &r->open;
    if (p->lines == 0) {
        return;
    }
    if (tl_str_ends_with(tl_str_at(r->bytes, p->range), TL_STR("::"))) {
        r->is_skipping = true;
        r->skip = p->indent == ANY_INDENT ? p->marker : p->indent;
    }
    add_segment(r, p->range, p->role);
    *p = (paragraph){0};
}

/* A line of one punctuation mark, at least three times. */
static bool
is_adornment(tl_str text)
{
    static const tl_str marks = TL_STR_INIT("=-~^\"'`#*+:._<>$%&!,;?@/\\|(){}[]");
    for (size_t i = 1; i < text.len; i++) {
        if (text.ptr[i] != text.ptr[0]) {
            return false;
        }
    }
    return text.len >= 3 && tl_str_find_byte(marks, text.ptr[0], 0) < marks.len;
}

static bool
is_underline(const rst *r, const rst_line *line)
{
    const paragraph *p = &r->open;
    return p->lines == 1 && p->role == TL_ROLE_PARAGRAPH && is_adornment(line->text) &&
           (line->text.len >= 4 || line->text.len >= tl_utf8_length(tl_str_at(r->bytes, p->range)));
}

static void
open_paragraph(rst *r, tl_range range, paragraph p)
{
    if (range.begin < range.end) {
        p.range = range;
        p.lines = 1;
        r->open = p;
    }
}

static bool
goes_on(const rst *r, const rst_line *line)
{
    const paragraph *p = &r->open;
    return p->indent == ANY_INDENT ? line->indent > p->marker : line->indent == p->indent;
}

static void
go_on(rst *r, const rst_line *line)
{
    r->open.range.end = line->range.end;
    r->open.lines++;
    r->open.indent = line->indent;
}

/* The name of ":name: value"; empty if the line is none. *value is where the value begins. */
static tl_str
field_name(const rst_line *line, uint32_t *value)
{
    tl_str text = line->text;
    if (text.len < 3 || text.ptr[0] != ':' || text.ptr[1] == ' ' || text.ptr[1] == ':') {
        return (tl_str){NULL, 0};
    }
    size_t end = tl_str_find_byte(text, ':', 1);
    bool is_field = end < text.len && (end + 1 == text.len || text.ptr[end + 1] == ' ');
    *value = line->range.begin + (uint32_t)(end + 1 < text.len ? end + 2 : end + 1);
    return is_field ? tl_str_slice(text, 1, end) : (tl_str){NULL, 0};
}

/* True if the field says something of the document. */
static bool
read_setting(rst *r, tl_str name, tl_str value)
{
    tl_document *document = r->builder.document;
    if (tl_str_equal_ascii_nocase(name, TL_STR("date")) && document->date.len == 0) {
        document->date = tl_str_trim(value);
        return true;
    }
    if (tl_str_equal_ascii_nocase(name, TL_STR("language"))) {
        tl_builder_set_language(&r->builder, value);
        return true;
    }
    return false;
}

static bool
take_field(rst *r, const rst_line *line)
{
    uint32_t value;
    tl_str name = field_name(line, &value);
    if (name.len == 0) {
        return false;
    }
    if (!read_setting(r, name, tl_str_slice(r->bytes, value, line->range.end))) {
        open_paragraph(r, (tl_range){value, line->range.end},
                       (paragraph){.indent = ANY_INDENT, .marker = line->indent});
    }
    return true;
}

static void
take_option(rst *r, tl_str name, tl_range value)
{
    if (tl_rst_is_prose_option(name)) {
        add_segment(r, value, TL_ROLE_NOTE);
    }
}

static void
skip_block(rst *r, uint32_t indent)
{
    r->is_skipping = true;
    r->skip = indent;
}

/* The name before "::" at `at` of the line; *behind is what follows it. */
static tl_str
directive_name(const rst_line *line, size_t at, size_t *behind)
{
    tl_str text = line->text;
    size_t end = tl_str_find(text, TL_STR("::"), at);
    bool is_directive = end < text.len && (end + 2 == text.len || text.ptr[end + 2] == ' ');
    tl_str name = tl_str_slice(text, at, end);
    *behind = end + 2;
    return is_directive && tl_str_find_byte(name, ' ', 0) == name.len ? name : (tl_str){NULL, 0};
}

static void
take_directive(rst *r, const rst_line *line, tl_str name, size_t behind)
{
    switch (tl_rst_directive_find(name)) {
    case TL_RST_UNREAD: skip_block(r, line->indent); return;
    case TL_RST_TEXT: {
        tl_str argument = tl_str_trim(tl_str_slice(line->text, behind, line->text.len));
        open_paragraph(r, (tl_range){line->range.end - (uint32_t)argument.len, line->range.end},
                       (paragraph){.indent = ANY_INDENT, .marker = line->indent});
        break;
    }
    case TL_RST_BODY: break;
    }
    r->has_options = true;
}

/* A comment goes as far as what is further in. */
static void
take_comment(rst *r, const rst_line *line)
{
    tl_range comment = line->range;
    tl_lines next = r->lines;
    for (tl_range range; line->text.len > 2 && tl_lines_next(&next, &range); r->lines = next) {
        rst_line further = line_of(r, range);
        if (further.text.len > 0 && further.indent <= line->indent) {
            break;
        }
        comment.end = further.text.len ? further.range.end : comment.end;
    }
    tl_document_add_comment(r->builder.document, comment);
}

/* .. [1] text, .. [CIT] text */
static bool
take_note(rst *r, const rst_line *line)
{
    size_t end = tl_str_find(line->text, TL_STR("] "), 0);
    if (!starts_with(line->text, ".. [") || end == line->text.len) {
        return false;
    }
    open_paragraph(r, (tl_range){line->range.begin + (uint32_t)end + 2, line->range.end},
                   (paragraph){.indent = ANY_INDENT, .marker = line->indent, .role = TL_ROLE_NOTE});
    return true;
}

/* .. |name| replace:: text */
static size_t
substitution_end(tl_str text)
{
    size_t end = tl_str_find(text, TL_STR("| "), 4);
    return starts_with(text, ".. |") && end < text.len ? end + 2 : 3;
}

static bool
take_explicit(rst *r, const rst_line *line)
{
    size_t behind;
    bool is_explicit = tl_str_equal(line->text, TL_STR("..")) || starts_with(line->text, ".. ");
    if (starts_with(line->text, "__ ") || starts_with(line->text, ".. _")) {
        skip_block(r, line->indent);
        return true;
    }
    if (!is_explicit || take_note(r, line)) {
        return is_explicit;
    }
    tl_str name = directive_name(line, substitution_end(line->text), &behind);
    if (name.len) {
        take_directive(r, line, name, behind);
    } else {
        take_comment(r, line);
    }
    return true;
}

/* Bytes of the marker of a list item, with the white space behind it; 0 if there is none. */
static size_t
marker_length(tl_str text)
{
    size_t at = 0;
    if (text.len > 1 && tl_str_find_byte(TL_STR("-*+"), text.ptr[0], 0) < 3) {
        at = 1;
    } else if (starts_with(text, "•")) {
        at = 3;
    } else {
        at += starts_with(text, "(");
        size_t digits = at;
        while (at < text.len && (is_digit(text.ptr[at]) || text.ptr[at] == '#')) {
            at++;
        }
        bool is_number =
            at > digits && at < text.len && (text.ptr[at] == '.' || text.ptr[at] == ')');
        at = is_number ? at + 1 : 0;
    }
    return at > 0 && at < text.len && text.ptr[at] == ' ' ? at + 1 : 0;
}

static rst_line
without_markers(rst_line line)
{
    for (size_t length; (length = marker_length(line.text)) > 0;) {
        tl_str rest = tl_str_trim(tl_str_slice(line.text, length, line.text.len));
        line.indent += (uint32_t)(line.text.len - rest.len);
        line.range.begin = line.range.end - (uint32_t)rest.len;
        line.text = rest;
    }
    return line;
}

static bool
is_of_line_block(rst_line line)
{
    return starts_with(line.text, "| ") || tl_str_equal(line.text, TL_STR("|"));
}

/* Lines that begin with "| " are one paragraph whose line breaks are kept. */
static void
take_line_block(rst *r, rst_line line)
{
    tl_lines next = r->lines;
    for (tl_range range;; line = line_of(r, range)) {
        uint32_t begin = line.range.begin + (line.text.len > 1 ? 2 : 1);
        tl_builder_add_break(&r->builder, (tl_range){tl_builder_source_end(&r->builder), begin});
        tl_rst_add_inline(&r->builder, (tl_range){begin, line.range.end});
        r->lines = next;
        if (!tl_lines_next(&next, &range) || !is_of_line_block(line_of(r, range))) {
            break;
        }
    }
    tl_builder_end(&r->builder);
}

/* Takes the first line of a block. */
static void
begin_block(rst *r, tl_range range)
{
    rst_line line = line_of(r, range);
    if (tl_rst_read_table(&r->builder, &r->lines, range, &r->no_table) || is_adornment(line.text)) {
        return;
    }
    if (starts_with(line.text, "| ")) {
        take_line_block(r, line);
    } else if (starts_with(line.text, ">>>")) {
        skip_block(r, ANY_INDENT);
    } else if (!take_explicit(r, &line) && !take_field(r, &line)) {
        uint32_t marker = line.indent;
        line = without_markers(line);
        open_paragraph(r, line.range, (paragraph){.indent = line.indent, .marker = marker});
    }
}

/* True if the line belongs to what is being skipped. */
static bool
is_skipped(rst *r, const rst_line *line)
{
    bool is_session = r->skip == ANY_INDENT; /* of doctest: up to a blank line */
    r->is_skipping = r->is_skipping && (is_session ? line->text.len > 0
                                                   : line->text.len == 0 || line->indent > r->skip);
    return r->is_skipping;
}

static void
take_line(rst *r, tl_range range)
{
    rst_line line = line_of(r, range);
    uint32_t value;
    if (is_skipped(r, &line)) {
        return;
    }
    if (line.text.len == 0) {
        end_paragraph(r);
        r->has_options = false;
        return;
    }
    if (is_underline(r, &line)) {
        r->open.role = TL_ROLE_HEADING;
        end_paragraph(r);
        return;
    }
    tl_str option = r->has_options ? field_name(&line, &value) : (tl_str){NULL, 0};
    r->has_options = option.len > 0;
    if (option.len > 0) {
        end_paragraph(r);
        take_option(r, option, (tl_range){value, line.range.end});
    } else if (r->open.lines > 0 && goes_on(r, &line)) {
        go_on(r, &line);
    } else {
        end_paragraph(r);
        if (!is_skipped(r, &line)) {
            begin_block(r, range);
        }
    }
}

static bool
read_rst(tl_document *document, tl_error *error)
{
    (void)error;
    tl_source *source = document->source;
    rst r = {.bytes = source->bytes};
    r.lines = tl_lines_from(source->bytes, tl_source_text_begin(source));
    tl_builder_init(&r.builder, document);
    for (tl_range line; tl_lines_next(&r.lines, &line);) {
        take_line(&r, line);
    }
    end_paragraph(&r);
    tl_builder_clear(&r.builder);
    return true;
}

static void
escape_rst(tl_str text, tl_buf *out)
{
    for (size_t i = 0; i < text.len; i++) {
        bool is_special = tl_str_find_byte(TL_STR("\\*`|"), text.ptr[i], 0) < 4;
        tl_buf_add_cstr(out, is_special ? "\\" : "");
        tl_buf_add_byte(out, text.ptr[i]);
    }
}

const tl_reader tl_reader_rst = {
    .id = "rst",
    .summary = "reStructuredText: docutils' and Sphinx's",
    .extensions = (const char *const[]){"rst", "rest", NULL},
    .comment = {.open = ".. ", .close = "", .before_block = true},
    .escape = escape_rst,
    .read = read_rst,
};
