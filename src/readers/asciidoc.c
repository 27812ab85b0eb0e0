/* SPDX-License-Identifier: MPL-2.0 */
/* AsciiDoc, line by line: titles, paragraphs, lists, tables and delimited blocks. What stands in
 * listings, literals, passthroughs and comments is no text, nor are attributes but a title, a
 * description, a language and a date. A paragraph is one run of the source, whose inline markup
 * asciidoc_inline.c reads. */
#include "base/utf8.h"
#include "readers/asciidoc_inline.h"
#include "readers/readers.h"
#include "source/lines.h"

enum { MOST_FENCES = 16 };

typedef struct asciidoc {
    tl_builder builder, aside;
    tl_str bytes;
    tl_lines lines;
    tl_range open; /* the paragraph that may go on; empty: none */
    size_t open_lines;
    bool in_list;   /* an indented line goes on with an item */
    bool is_unread; /* an attribute line says that the next block is code */
    bool in_table;
    bool is_code;               /* a paragraph that is code goes on */
    tl_str fences[MOST_FENCES]; /* of the blocks of text that are open */
    size_t fence_count;
    bool behind_title; /* the author and the revision may follow */
} asciidoc;

static tl_str
text_of(const asciidoc *a, tl_range line)
{
    return tl_str_trim(tl_str_at(a->bytes, line));
}

static tl_range
range_of(const asciidoc *a, tl_str text)
{
    uint32_t begin = (uint32_t)(text.ptr - a->bytes.ptr);
    return (tl_range){begin, begin + (uint32_t)text.len};
}

static bool
starts_with(tl_str text, const char *prefix)
{
    return tl_str_starts_with(text, tl_str_from(prefix));
}

static void
add_segment(asciidoc *a, tl_str text, tl_segment_role role)
{
    if (text.len > 0) {
        a->builder.role = role;
        tl_asciidoc_add_inline(&a->builder, &a->aside, range_of(a, text));
        tl_builder_end(&a->builder);
        a->builder.role = TL_ROLE_PARAGRAPH;
    }
}

static void
end_paragraph(asciidoc *a)
{
    add_segment(a, tl_str_at(a->bytes, a->open), TL_ROLE_PARAGRAPH);
    a->open = (tl_range){0, 0};
    a->open_lines = 0;
}

static void
open_paragraph(asciidoc *a, tl_str text)
{
    end_paragraph(a);
    if (text.len > 0) {
        a->open = range_of(a, text);
        a->open_lines = 1;
    }
}

/* Four or more of one mark, or "--", "```": the fence of a block. */
static bool
is_fence(tl_str text)
{
    if (tl_str_equal(text, TL_STR("--")) || starts_with(text, "```")) {
        return true;
    }
    for (size_t i = 1; i < text.len; i++) {
        if (text.ptr[i] != text.ptr[0]) {
            return false;
        }
    }
    return text.len >= 4 && tl_str_find_byte(TL_STR("-.+/=*_"), text.ptr[0], 0) < 7;
}

static bool
is_code_fence(tl_str text)
{
    return (starts_with(text, "--") && text.len >= 4) || starts_with(text, "....") ||
           starts_with(text, "++++") || starts_with(text, "////") || starts_with(text, "```");
}

/* Passes the lines up to the fence that closes the block. */
static void
skip_block(asciidoc *a, tl_range first, tl_str fence)
{
    tl_range line;
    tl_str close = starts_with(fence, "```") ? TL_STR("```") : fence;
    tl_range comment = {first.end, first.end};
    for (bool is_closed = false; !is_closed && tl_lines_next(&a->lines, &line);) {
        is_closed = tl_str_equal(text_of(a, line), close);
        comment.end = line.end;
    }
    if (starts_with(fence, "////")) {
        tl_document_add_comment(a->builder.document, comment);
    }
}

static bool
is_open_fence(const asciidoc *a, tl_str text)
{
    for (size_t i = 0; i < a->fence_count; i++) {
        if (tl_str_equal(a->fences[i], text)) {
            return true;
        }
    }
    return false;
}

/* A fence closes the block that one like it has opened, and all within; else it opens one. */
static void
note_fence(asciidoc *a, tl_str text)
{
    if (!is_open_fence(a, text)) {
        a->fences[a->fence_count] = text;
        a->fence_count += a->fence_count + 1 < MOST_FENCES;
        return;
    }
    while (!tl_str_equal(a->fences[a->fence_count - 1], text)) {
        a->fence_count--;
    }
    a->fence_count--;
}

static bool
take_fence(asciidoc *a, tl_range line, tl_str text)
{
    if (!is_fence(text)) {
        return false;
    }
    end_paragraph(a);
    if (a->is_unread || is_code_fence(text)) {
        skip_block(a, line, text);
    } else {
        note_fence(a, text);
    }
    a->is_unread = false;
    a->in_list = false;
    return true;
}

static void
read_attribute(asciidoc *a, tl_str name, tl_str value)
{
    tl_document *document = a->builder.document;
    if (tl_str_equal(name, TL_STR("lang"))) {
        tl_builder_set_language(&a->builder, value);
    } else if (tl_str_equal(name, TL_STR("revdate")) || tl_str_equal(name, TL_STR("docdate")) ||
               tl_str_equal(name, TL_STR("date"))) {
        document->date = document->date.len ? document->date : value;
    } else if (tl_str_equal(name, TL_STR("description")) || tl_str_equal(name, TL_STR("title"))) {
        add_segment(a, value, TL_ROLE_PARAGRAPH);
    }
}

/* :name: value */
static bool
take_attribute(asciidoc *a, tl_str text)
{
    size_t end = tl_str_find_byte(text, ':', 1);
    tl_str name = tl_str_slice(text, 1, end);
    bool is_attribute = starts_with(text, ":") && name.len > 0 && end < text.len &&
                        tl_str_find_byte(name, ' ', 0) == name.len &&
                        (end + 1 == text.len || text.ptr[end + 1] == ' ');
    if (is_attribute) {
        end_paragraph(a);
        read_attribute(a, name, tl_str_trim(tl_str_slice(text, end + 1, text.len)));
    }
    return is_attribute;
}

static bool
says_code(tl_str list)
{
    static const tl_str styles[] = {
        TL_STR_INIT("[source"),   TL_STR_INIT("[listing"),   TL_STR_INIT("[literal"),
        TL_STR_INIT("[stem"),     TL_STR_INIT("[latexmath"), TL_STR_INIT("[asciimath"),
        TL_STR_INIT("[pass"),     TL_STR_INIT("[plantuml"),  TL_STR_INIT("[mermaid"),
        TL_STR_INIT("[graphviz"), TL_STR_INIT("[,"),         TL_STR_INIT("[comment"),
    };
    for (size_t i = 0; i < sizeof styles / sizeof styles[0]; i++) {
        if (tl_str_starts_with(list, styles[i])) {
            return true;
        }
    }
    return false;
}

/* [style,role], [[anchor]] */
static bool
take_attribute_list(asciidoc *a, tl_str text)
{
    bool is_list = starts_with(text, "[") && tl_str_ends_with(text, TL_STR("]"));
    if (is_list && a->open_lines == 0) {
        a->is_unread = says_code(text);
        return true;
    }
    return false;
}

static size_t
count_front(tl_str text, char mark)
{
    size_t count = 0;
    while (count < text.len && text.ptr[count] == mark) {
        count++;
    }
    return count;
}

/* "== Title", also with "#"; ".Title of a block". */
static bool
take_title(asciidoc *a, tl_str text)
{
    char first = text.ptr[0];
    size_t level = first == '=' || first == '#' ? count_front(text, first) : 0;
    bool is_section = level > 0 && level <= 6 && level < text.len && text.ptr[level] == ' ';
    bool is_block_title = first == '.' && text.len > 1 && text.ptr[1] != '.' && text.ptr[1] != ' ';
    if (!is_section && (!is_block_title || a->open_lines > 0)) {
        return false;
    }
    end_paragraph(a);
    add_segment(a, tl_str_trim(tl_str_slice(text, is_section ? level : 1, text.len)),
                TL_ROLE_HEADING);
    a->behind_title = is_section && level == 1;
    return true;
}

/* A line of marks below a line of text that is as long: its title. */
static bool
take_underline(asciidoc *a, tl_str text)
{
    bool is_mark = tl_str_find_byte(TL_STR("=-~^+"), text.ptr[0], 0) < 5;
    if (a->open_lines != 1 || !is_mark || count_front(text, text.ptr[0]) < text.len) {
        return false;
    }
    size_t length = tl_utf8_length(tl_str_at(a->bytes, a->open));
    bool fits = text.len + 2 > length && text.len < length + 3;
    if (!fits || is_open_fence(a, text)) {
        return false;
    }
    add_segment(a, tl_str_at(a->bytes, a->open), TL_ROLE_HEADING);
    a->behind_title = text.ptr[0] == '=';
    a->open = (tl_range){0, 0};
    a->open_lines = 0;
    return true;
}

/* image::target[alt], include::…[], ifdef::…[] */
static bool
take_block_macro(asciidoc *a, tl_str text)
{
    size_t colons = tl_str_find(text, TL_STR("::"), 0);
    size_t bracket = tl_str_find_byte(text, '[', colons);
    bool has_target = colons + 2 < text.len && text.ptr[colons + 2] != ' ';
    if (!has_target || bracket == text.len || !tl_str_ends_with(text, TL_STR("]")) ||
        tl_str_find_byte(text, ' ', 0) < colons) {
        return false;
    }
    end_paragraph(a);
    if (starts_with(text, "image::")) {
        tl_str attributes = tl_str_slice(text, bracket + 1, text.len - 1);
        size_t comma = tl_str_find_byte(attributes, ',', 0);
        add_segment(a, tl_str_slice(attributes, 0, comma), TL_ROLE_NOTE);
    }
    return true;
}

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Bytes of the marker of a list item and the white space behind it; 0 if there is none. */
static size_t
marker_length(tl_str text)
{
    size_t at = 0;
    char first = text.ptr[0];
    if (first == '*' || first == '.') {
        at = count_front(text, first);
        at = at <= 5 ? at : 0;
    } else if (first == '-') {
        at = 1;
    } else {
        size_t open = first == '<';
        at = open;
        while (at < text.len && is_digit(text.ptr[at])) {
            at++;
        }
        char close = at < text.len && at > open ? text.ptr[at] : '\0';
        at = close == (open ? '>' : '.') ? at + 1 : 0;
    }
    return at > 0 && at < text.len && text.ptr[at] == ' ' ? at + 1 : 0;
}

static tl_str
without_check_box(tl_str text)
{
    bool has_box =
        starts_with(text, "[ ] ") || starts_with(text, "[x] ") || starts_with(text, "[*] ");
    return has_box ? tl_str_slice(text, 4, text.len) : text;
}

/* "* item", "term:: text" */
static bool
take_item(asciidoc *a, tl_str text)
{
    size_t length = marker_length(text);
    size_t colons = tl_str_find(text, TL_STR("::"), 0);
    bool is_term =
        colons > 0 && colons < text.len && (colons + 2 == text.len || text.ptr[colons + 2] == ' ');
    if (length == 0 && !is_term) {
        return false;
    }
    end_paragraph(a);
    if (length > 0) {
        open_paragraph(a, without_check_box(tl_str_trim(tl_str_slice(text, length, text.len))));
    } else {
        add_segment(a, tl_str_slice(text, 0, colons), TL_ROLE_PARAGRAPH);
        open_paragraph(a, tl_str_trim(tl_str_slice(text, colons + 2, text.len)));
    }
    a->in_list = true;
    return true;
}

/* The text before a bar without the specification of the next cell ("2+^.^s"). */
static tl_str
without_cell_format(tl_str text)
{
    size_t end = text.len;
    while (end > 0 && (is_digit(text.ptr[end - 1]) ||
                       tl_str_find_byte(TL_STR("+*.<>^adehlmsv"), text.ptr[end - 1], 0) < 14)) {
        end--;
    }
    return end == 0 || text.ptr[end - 1] == ' ' ? tl_str_slice(text, 0, end) : text;
}

/* A line of a table goes on with a cell up to its first bar; each bar opens another one. */
static void
take_table_line(asciidoc *a, tl_str text)
{
    for (size_t begin = 0, end; begin <= text.len; begin = end + 1) {
        end = tl_str_find_byte(text, '|', begin);
        while (end > 0 && end < text.len && text.ptr[end - 1] == '\\') {
            end = tl_str_find_byte(text, '|', end + 1);
        }
        tl_str cell = tl_str_slice(text, begin, end);
        cell = tl_str_trim(end < text.len ? without_cell_format(cell) : cell);
        if (begin > 0) {
            tl_builder_end(&a->builder);
        }
        if (cell.len > 0) {
            tl_range range = range_of(a, cell);
            tl_builder_add_break(&a->builder,
                                 (tl_range){tl_builder_source_end(&a->builder), range.begin});
            tl_asciidoc_add_inline(&a->builder, &a->aside, range);
        }
    }
}

static bool
is_table_fence(tl_str text)
{
    return text.len >= 4 && (text.ptr[0] == '|' || text.ptr[0] == '!') &&
           count_front(tl_str_slice(text, 1, text.len), '=') == text.len - 1;
}

static bool
take_table_fence(asciidoc *a, tl_str text)
{
    if (!is_table_fence(text)) {
        return false;
    }
    end_paragraph(a);
    tl_builder_end(&a->builder);
    a->in_table = !a->in_table;
    a->builder.role = a->in_table ? TL_ROLE_CELL : TL_ROLE_PARAGRAPH;
    return true;
}

/* The lines right behind the title: authors, then a revision with its date. */
static bool
take_header_line(asciidoc *a, tl_str text)
{
    if (!a->behind_title || starts_with(text, ":")) {
        return false;
    }
    for (size_t at = tl_str_find_digit(text, 0); at < text.len;
         at = tl_str_find_digit(text, at + 1)) {
        bool is_date = at + 10 <= text.len && text.ptr[at + 4] == '-' && text.ptr[at + 7] == '-';
        if (is_date && a->builder.document->date.len == 0) {
            a->builder.document->date = tl_str_slice(text, at, at + 10);
        }
    }
    add_segment(a, text, TL_ROLE_PARAGRAPH);
    return true;
}

static void
take_blank(asciidoc *a)
{
    end_paragraph(a);
    a->is_code = false;
    a->behind_title = false;
    tl_builder_end(&a->builder);
}

/* What the label of an admonition leaves. */
static tl_str
without_label(tl_str text)
{
    static const char *const labels[] = {
        "NOTE: ", "TIP: ", "IMPORTANT: ", "WARNING: ", "CAUTION: "};
    for (size_t i = 0; i < sizeof labels / sizeof labels[0]; i++) {
        if (starts_with(text, labels[i])) {
            return tl_str_slice(text, tl_str_from(labels[i]).len, text.len);
        }
    }
    return text;
}

static void
take_text(asciidoc *a, tl_range line, tl_str text)
{
    bool is_indented = text.ptr > a->bytes.ptr + line.begin;
    bool is_new = a->open_lines == 0;
    if (is_new && (a->is_unread || (is_indented && !a->in_list))) {
        a->is_code = true;
    } else if (!is_new) {
        a->open.end = range_of(a, text).end;
        a->open_lines++;
    } else if (!tl_str_equal(text, TL_STR("+")) && !starts_with(text, "'''")) {
        open_paragraph(a, without_label(text));
    }
    a->is_unread = false;
    a->in_list = a->in_list && (is_indented || !is_new || tl_str_equal(text, TL_STR("+")));
}

static void
take_line(asciidoc *a, tl_range line)
{
    tl_str text = text_of(a, line);
    if (text.len == 0) {
        take_blank(a);
    } else if (starts_with(text, "//") && !starts_with(text, "///")) {
        tl_document_add_comment(a->builder.document, line);
    } else if (a->is_code || take_table_fence(a, text)) {
        return;
    } else if (a->in_table) {
        take_table_line(a, text);
    } else if (take_underline(a, text) || take_fence(a, line, text)) {
        return;
    } else if (a->open_lines > 0 && tl_str_equal(text, TL_STR("+"))) {
        end_paragraph(a);
    } else if (!take_title(a, text) && !take_header_line(a, text) && !take_attribute(a, text) &&
               !take_attribute_list(a, text) && !take_block_macro(a, text) && !take_item(a, text)) {
        take_text(a, line, text);
    }
}

static bool
read_asciidoc(tl_document *document, tl_error *error)
{
    (void)error;
    tl_source *source = document->source;
    asciidoc a = {.bytes = source->bytes};
    a.lines = tl_lines_from(source->bytes, tl_source_text_begin(source));
    tl_builder_init(&a.builder, document);
    tl_builder_init(&a.aside, document);
    for (tl_range line; tl_lines_next(&a.lines, &line);) {
        take_line(&a, line);
    }
    end_paragraph(&a);
    tl_builder_end(&a.builder);
    tl_builder_clear(&a.builder);
    tl_builder_clear(&a.aside);
    return true;
}

const tl_reader tl_reader_asciidoc = {
    .id = "asciidoc",
    .summary = "AsciiDoc",
    .extensions = (const char *const[]){"adoc", "asciidoc", "asc", NULL},
    .comment = {.open = "// ", .close = ""},
    .read = read_asciidoc,
};
