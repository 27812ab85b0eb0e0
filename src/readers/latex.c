/* SPDX-License-Identifier: MPL-2.0 */
/* LaTeX, as far as it can be read without being run: commands known by name (latex_command.c) say
 * which arguments are text, all other commands leave no trace but their arguments. Formulas,
 * comments, code and the preamble but for titles are no text. Invariant: no byte is looked at more
 * than a fixed number of times, however braces are nested or left open. */
#include "base/utf8.h"
#include "readers/latex_run.h"
#include "readers/readers.h"

#include <stdlib.h>

static void skip_math(tl_latex *l, size_t begin, tl_str end);

/* A line break, or the end of a row. */
static void
break_line(tl_latex *l, size_t end)
{
    size_t begin = l->at;
    tl_latex_flush(l, end + (tl_latex_byte(l, end) == '*'));
    tl_latex_skip_optional(l);
    if (l->now.is_table) {
        tl_latex_end_paragraph(l);
    } else if (!l->now.is_muted) {
        bool is_there = tl_latex_byte(l, l->at) == '\n' || tl_latex_byte(l, l->at) == '\r';
        tl_builder_add_as(tl_latex_builder(l), is_there ? TL_STR(" ") : TL_STR("\n"),
                          tl_latex_range(begin, l->at));
    }
}

static void
take_command(tl_latex *l)
{
    size_t begin = l->at, end = begin + 1;
    char first = tl_latex_byte(l, end);
    if (tl_latex_is_letter(first)) {
        end = tl_latex_control_word_end(l, begin);
    } else if (end < l->end) {
        tl_utf8_next(l->bytes, &end);
    }
    tl_str name = tl_str_slice(l->bytes, begin + 1, end);
    if (first == '\\') {
        break_line(l, end);
        return;
    }
    if (first == '(' || first == '[') {
        skip_math(l, begin, first == '(' ? TL_STR("\\)") : TL_STR("\\]"));
        return;
    }
    const tl_latex_command *command = tl_latex_command_find(name);
    if (command->kind == TL_LATEX_SYMBOL) {
        tl_latex_add_symbol(l, command, end);
    } else if (command->kind == TL_LATEX_ACCENT) {
        tl_latex_add_accented(l, command->text, end);
    } else {
        tl_latex_flush(l, end + (tl_latex_byte(l, end) == '*'));
        tl_latex_run_command(l, command, begin);
    }
}

/* A formula up to `end`, in one paragraph; what has no end is text. */
static void
skip_math(tl_latex *l, size_t begin, tl_str end)
{
    size_t at = begin + end.len;
    bool is_escaped = false;
    while (begin >= l->no_math && at < l->end) {
        if (!is_escaped && tl_str_equal(tl_str_slice(l->bytes, at, at + end.len), end)) {
            tl_latex_flush(l, at + end.len);
            tl_latex_add_object(l, begin);
            return;
        }
        if (end.ptr[0] == '$' && tl_latex_is_paragraph_end(l, at)) {
            break;
        }
        is_escaped = tl_latex_byte(l, at) == '\\' && !is_escaped;
        at++;
    }
    l->no_math = begin >= l->no_math ? at : l->no_math;
    tl_latex_flush(l, begin + end.len);
}

/* A comment takes the line end and the white space behind it along. */
static void
skip_comment(tl_latex *l)
{
    size_t begin = l->at;
    size_t end = tl_str_find_byte(tl_str_slice(l->bytes, 0, l->end), '\n', begin);
    size_t next = end < l->end ? end + 1 : end;
    while (tl_latex_is_blank(tl_latex_byte(l, next))) {
        next++;
    }
    tl_document_add_comment(l->text.document, tl_latex_range(begin, end));
    tl_latex_flush(l, tl_latex_byte(l, next) == '\n' ? end : next);
}

static void
take_line_end(tl_latex *l)
{
    if (tl_latex_is_paragraph_end(l, l->at)) {
        tl_latex_flush(l, l->at + 1);
        tl_latex_end_paragraph(l);
    } else {
        l->at++;
    }
}

static void
take_next(tl_latex *l)
{
    switch (l->bytes.ptr[l->at]) {
    case '\\': take_command(l); break;
    case '%': skip_comment(l); break;
    case '{': tl_latex_open_group(l, l->now, false); break;
    case '}':
        tl_latex_flush(l, l->at + 1);
        tl_latex_close_group(l);
        break;
    case '$':
        skip_math(l, l->at, tl_latex_byte(l, l->at + 1) == '$' ? TL_STR("$$") : TL_STR("$"));
        break;
    case '~': tl_latex_add_as(l, TL_STR("\xC2\xA0"), l->at + 1); break;
    case '&':
        tl_latex_flush(l, l->at + 1);
        tl_latex_end_paragraph(l);
        break;
    case '\n': take_line_end(l); break;
    default: l->at++; break;
    }
}

static void
read_part(tl_latex *l, size_t begin, size_t end)
{
    l->at = l->run = begin;
    l->end = end;
    while (l->at < end) {
        take_next(l);
    }
    tl_latex_flush(l, end);
    tl_latex_end_paragraph(l);
}

static void
read_document(tl_latex *l, size_t begin)
{
    size_t body = tl_str_find(l->bytes, TL_STR("\\begin{document}"), begin);
    size_t end = tl_str_find(l->bytes, TL_STR("\\end{document}"), body);
    if (body < l->bytes.len) {
        l->now.is_muted = true;
        read_part(l, begin, body);
        l->now.is_muted = false;
        begin = body;
    }
    read_part(l, begin, end);
}

static bool
read_latex(tl_document *document, tl_error *error)
{
    (void)error;
    tl_source *source = document->source;
    tl_latex l = {.bytes = source->bytes};
    tl_builder_init(&l.text, document);
    tl_builder_init(&l.aside, document);
    read_document(&l, tl_source_text_begin(source));
    tl_builder_end(&l.text);
    tl_builder_end(&l.aside);
    tl_builder_clear(&l.text);
    tl_builder_clear(&l.aside);
    free(l.frames);
    return true;
}

static void
escape_latex(tl_str text, tl_buf *out)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (c == '\\') {
            tl_buf_add_cstr(out, "\\textbackslash{}");
        } else if (c == '~' || c == '^') {
            tl_buf_add_format(out, "\\%c{}", c);
        } else {
            bool is_special = tl_str_find_byte(TL_STR("%&#$_{}"), c, 0) < 7;
            tl_buf_add_cstr(out, is_special ? "\\" : "");
            tl_buf_add_byte(out, c);
        }
    }
}

const tl_reader tl_reader_latex = {
    .id = "latex",
    .summary = "LaTeX: text outside commands, formulas and the preamble",
    .extensions = (const char *const[]){"tex", "latex", "ltx", NULL},
    .comment = {.open = "% ", .close = ""},
    .escape = escape_latex,
    .read = read_latex,
};
