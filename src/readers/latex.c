/* SPDX-License-Identifier: MPL-2.0 */
/* LaTeX, as far as it can be read without being run: commands known by name (latex_command.c) say
 * which arguments are text, all other commands leave no trace but their arguments. Formulas,
 * comments, code and the preamble but for titles are no text. Invariant: no byte is looked at more
 * than a fixed number of times, however braces are nested or left open. */
#include "base/array.h"
#include "base/utf8.h"
#include "readers/latex_command.h"
#include "readers/readers.h"
#include "source/builder.h"

#include <stdlib.h>

enum {
    DEEPEST = 512,            /* groups that are kept; deeper ones are counted */
    LONGEST_ARGUMENT = 65536, /* bytes of an argument that is no text */
    LONGEST_VERB = 512,
};

/* What holds for the text within a group. */
typedef struct scope {
    tl_str language;
    tl_segment_role role;
    bool is_aside; /* the text stands beside that of the paragraph */
    bool is_table; /* "&" divides cells */
    bool is_muted; /* in the preamble */
} scope;

/* An open group or environment, with what held outside it. */
typedef struct frame {
    scope outer;
    bool ends_segment;
    bool is_environment;
} frame;

typedef struct latex {
    tl_builder text, aside;
    tl_str bytes;
    size_t at, run; /* where we are; where the text begins that is still to be added */
    size_t end;     /* of the document */
    scope now;
    frame *frames; /* owned array */
    size_t depth, capacity, beyond;
    size_t environments; /* open ones */
    size_t no_argument;  /* before this no argument ends */
    size_t no_math;      /* before this no formula ends */
} latex;

static tl_builder *
builder(latex *l)
{
    return l->now.is_aside ? &l->aside : &l->text;
}

static char
byte_at(const latex *l, size_t at)
{
    return at < l->end ? l->bytes.ptr[at] : '\0';
}

static tl_range
range_of(size_t begin, size_t end)
{
    return (tl_range){(uint32_t)begin, (uint32_t)end};
}

static bool
is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '@';
}

static bool
is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

static void
update(latex *l)
{
    builder(l)->language = l->now.language;
    builder(l)->role = l->now.role;
}

/* True if a blank line follows the line end at `at`. */
static bool
is_paragraph_end(const latex *l, size_t at)
{
    size_t next = at + 1;
    while (is_blank(byte_at(l, next))) {
        next++;
    }
    return byte_at(l, at) == '\n' && byte_at(l, next) == '\n';
}

/* Adds the text up to here; more text begins at `next`. */
static void
flush(latex *l, size_t next)
{
    if (l->run < l->at && !l->now.is_muted) {
        tl_builder_add(builder(l), range_of(l->run, l->at));
    }
    l->at = l->run = next;
}

static void
add_as(latex *l, tl_str text, size_t end)
{
    size_t begin = l->at;
    flush(l, end);
    if (!l->now.is_muted) {
        tl_builder_add_as(builder(l), text, range_of(begin, end));
    }
}

static void
add_object(latex *l, size_t begin)
{
    if (!l->now.is_muted) {
        tl_builder_add_object(builder(l), range_of(begin, l->at));
    }
}

static void
end_paragraph(latex *l)
{
    tl_builder_end(builder(l));
}

/* Opens a scope; one that is too deep is only counted, and what held outside still holds. */
static void
push(latex *l, frame open, scope inner)
{
    open.outer = l->now;
    if (l->depth >= DEEPEST) {
        l->beyond++;
        return;
    }
    l->frames = tl_array_reserve(l->frames, &l->capacity, l->depth + 1, sizeof *l->frames);
    l->frames[l->depth++] = open;
    l->environments += open.is_environment;
    l->now = inner;
    update(l);
}

static void
pop(latex *l)
{
    const frame *open = &l->frames[--l->depth];
    if (open->ends_segment) {
        end_paragraph(l);
    }
    l->environments -= open->is_environment;
    l->now = open->outer;
    update(l);
}

static void
close_group(latex *l)
{
    if (l->beyond > 0) {
        l->beyond--;
    } else if (l->depth > 0 && !l->frames[l->depth - 1].is_environment) {
        pop(l);
    }
}

/* Opens the group that begins here, if one does, in a scope of its own. */
static void
open_group(latex *l, scope inner, bool ends_segment)
{
    if (byte_at(l, l->at) != '{') {
        return;
    }
    flush(l, l->at + 1);
    if (ends_segment && inner.is_aside == l->now.is_aside) {
        end_paragraph(l);
    }
    push(l, (frame){.ends_segment = ends_segment}, inner);
}

/* Behind white space with at most one line end. */
static size_t
skip_blanks(const latex *l, size_t at)
{
    bool line_end = false;
    while (is_blank(byte_at(l, at)) || (byte_at(l, at) == '\n' && !line_end)) {
        line_end = line_end || byte_at(l, at) == '\n';
        at++;
    }
    return byte_at(l, at) == '\n' ? at - 1 : at;
}

/* Behind the bracket that closes the one at `at`; 0 if it is not near. */
static size_t
closing(latex *l, size_t at, char close)
{
    size_t depth = 0, limit = at + LONGEST_ARGUMENT < l->end ? at + LONGEST_ARGUMENT : l->end;
    if (at < l->no_argument) {
        return 0;
    }
    for (size_t next = at + 1; next < limit; next++) {
        char c = l->bytes.ptr[next];
        if (c == '\\') {
            next++;
        } else if (c == close && depth == 0) {
            return next + 1;
        } else if (c == '{') {
            depth++;
        } else if (c == '}' && depth > 0) {
            depth--;
        }
    }
    l->no_argument = limit;
    return 0;
}

static void
skip_optional(latex *l)
{
    while (byte_at(l, l->at) == '[') {
        size_t end = closing(l, l->at, ']');
        if (end == 0) {
            return;
        }
        l->at = l->run = end;
    }
}

static size_t
control_word_end(const latex *l, size_t at)
{
    size_t end = at + 1;
    while (is_letter(byte_at(l, end))) {
        end++;
    }
    return end;
}

/* Passes one argument, a group or a command, and returns what is in it. */
static tl_str
take_argument(latex *l)
{
    size_t begin = skip_blanks(l, l->at), end = 0;
    if (byte_at(l, begin) == '{') {
        end = closing(l, begin, '}');
    } else if (byte_at(l, begin) == '\\') {
        end = control_word_end(l, begin);
        while (byte_at(l, end) == '#') {
            end += 2;
        }
    }
    if (end == 0 || end > l->end) {
        return (tl_str){NULL, 0};
    }
    l->at = l->run = end;
    return tl_str_slice(l->bytes, begin + 1, end - 1);
}

static void
skip_arguments(latex *l, unsigned count)
{
    skip_optional(l);
    for (unsigned i = 0; i < count; i++) {
        take_argument(l);
        skip_optional(l);
    }
}

static tl_str
without_star(tl_str name)
{
    return tl_str_ends_with(name, TL_STR("*")) ? tl_str_slice(name, 0, name.len - 1) : name;
}

/* Passes all up to the end of the environment. */
static void
skip_environment(latex *l, tl_str name)
{
    tl_str all = tl_str_slice(l->bytes, 0, l->end), end = TL_STR("\\end{");
    size_t at = tl_str_find(all, end, l->at);
    while (at < all.len &&
           !tl_str_equal(tl_str_slice(all, at + end.len, at + end.len + name.len), name)) {
        at = tl_str_find(all, end, at + 1);
    }
    size_t behind = at + end.len + name.len + 1;
    l->at = l->run = behind < all.len ? behind : all.len;
}

static void
begin_environment(latex *l)
{
    tl_str name = tl_str_trim(take_argument(l));
    const tl_latex_command *environment = tl_latex_environment_find(without_star(name));
    end_paragraph(l);
    if (environment->kind == TL_LATEX_VERBATIM) {
        skip_environment(l, name);
        return;
    }
    bool is_tabular_star = tl_str_equal(name, TL_STR("tabular*"));
    scope inner = l->now;
    if (environment->kind == TL_LATEX_ENVIRONMENT) {
        tl_builder_set_language(&l->text, tl_latex_language(take_argument(l)));
        inner.language = l->text.language;
    }
    skip_arguments(l, environment->arguments + is_tabular_star);
    if (environment->kind == TL_LATEX_TABLE) {
        inner.is_table = true;
        inner.role = TL_ROLE_CELL;
    }
    push(l, (frame){.ends_segment = true, .is_environment = true}, inner);
}

static void
end_environment(latex *l)
{
    take_argument(l);
    end_paragraph(l);
    l->beyond = l->environments > 0 ? 0 : l->beyond;
    while (l->environments > 0) {
        bool is_environment = l->frames[l->depth - 1].is_environment;
        pop(l);
        if (is_environment) {
            return;
        }
    }
}

/* The letter behind an accent, or in the group behind it. */
static void
add_accented(latex *l, tl_str mark, size_t end)
{
    char buffer[2 * TL_UTF8_MAX];
    size_t letter = skip_blanks(l, end);
    bool is_group = byte_at(l, letter) == '{';
    letter += is_group;
    bool is_command = byte_at(l, letter) == '\\'; /* \'\i */
    letter += is_command;
    if (letter >= l->end || (is_group && byte_at(l, letter) == '}')) {
        flush(l, end);
        return;
    }
    size_t behind = letter, length = 0;
    tl_utf8_next(l->bytes, &behind);
    for (size_t i = letter; i < behind; i++) {
        buffer[length++] = l->bytes.ptr[i];
    }
    for (size_t i = 0; i < mark.len; i++) {
        buffer[length++] = mark.ptr[i];
    }
    behind = is_command ? skip_blanks(l, behind) : behind;
    behind += is_group && byte_at(l, behind) == '}';
    add_as(l, (tl_str){buffer, length}, behind);
}

static void
add_symbol(latex *l, const tl_latex_command *command, size_t end)
{
    if (tl_str_equal(command->name, command->text)) { /* \% */
        flush(l, end - 1);
        l->at = end;
        return;
    }
    bool is_word = is_letter(command->name.ptr[0]);
    add_as(l, command->text, is_word ? skip_blanks(l, end) : end);
}

static void
skip_verb(latex *l, size_t begin)
{
    char delimiter = byte_at(l, l->at);
    tl_str near = tl_str_slice(l->bytes, l->at, l->at + LONGEST_VERB);
    size_t end = tl_str_find_byte(near, delimiter == '{' ? '}' : delimiter, 1);
    if (end < near.len && l->at + end < l->end) {
        l->at = l->run = l->at + end + 1;
    }
    add_object(l, begin);
}

/* Text in another language, a note: an aside of the sentence. */
static void
open_aside(latex *l, tl_str language, tl_segment_role role)
{
    scope inner = l->now;
    inner.language = language;
    inner.role = role;
    if (inner.is_aside) {
        tl_builder_end(&l->aside);
    }
    inner.is_aside = true;
    inner.is_muted = false;
    l->at = l->run = skip_blanks(l, l->at);
    open_group(l, inner, true);
}

static void
open_foreign(latex *l)
{
    size_t begin = l->at;
    tl_str outer = builder(l)->language;
    tl_builder_set_language(builder(l), tl_latex_language(take_argument(l)));
    tl_str language = builder(l)->language;
    builder(l)->language = outer;
    add_object(l, begin);
    open_aside(l, language, l->now.role);
}

static void
open_own_segment(latex *l, tl_segment_role role)
{
    scope inner = l->now;
    inner.role = role;
    inner.is_muted = false;
    end_paragraph(l);
    skip_optional(l);
    l->at = l->run = skip_blanks(l, l->at);
    open_group(l, inner, true);
}

/* \usepackage[english,russian]{babel}: the last one is the document's. */
static void
read_babel(latex *l)
{
    size_t begin = l->at;
    skip_optional(l);
    tl_str options = tl_str_slice(l->bytes, begin + 1, l->at > begin ? l->at - 1 : begin), option;
    if (!tl_str_equal(tl_str_trim(take_argument(l)), TL_STR("babel"))) {
        return;
    }
    while (tl_str_split(&options, ',', &option)) {
        tl_str language = tl_latex_language(tl_str_trim(option));
        if (language.len) {
            tl_builder_set_language(&l->text, language);
            l->now.language = l->text.language;
        }
    }
}

static void
select_language(latex *l)
{
    end_paragraph(l);
    tl_builder_set_language(builder(l), tl_latex_language(take_argument(l)));
    l->now.language = builder(l)->language;
}

/* What a command does once its name has been passed. */
static void
run_command(latex *l, const tl_latex_command *command, size_t begin)
{
    switch (command->kind) {
    case TL_LATEX_UNREAD:
        if (tl_str_equal(command->name, TL_STR("usepackage"))) {
            read_babel(l);
        } else {
            skip_arguments(l, command->arguments);
        }
        break;
    case TL_LATEX_OBJECT:
        skip_arguments(l, command->arguments);
        add_object(l, begin);
        break;
    case TL_LATEX_HEADING: open_own_segment(l, TL_ROLE_HEADING); break;
    case TL_LATEX_PARAGRAPH: open_own_segment(l, TL_ROLE_PARAGRAPH); break;
    case TL_LATEX_NOTE: open_aside(l, l->now.language, TL_ROLE_NOTE); break;
    case TL_LATEX_BREAK: end_paragraph(l); break;
    case TL_LATEX_VERB: skip_verb(l, begin); break;
    case TL_LATEX_LANGUAGE: open_foreign(l); break;
    case TL_LATEX_SELECT: select_language(l); break;
    case TL_LATEX_BEGIN: begin_environment(l); break;
    case TL_LATEX_END: end_environment(l); break;
    default:
        skip_optional(l);
        l->at = l->run = skip_blanks(l, l->at);
        break;
    }
}

/* A line break, or the end of a row. */
static void
break_line(latex *l, size_t end)
{
    size_t begin = l->at;
    flush(l, end + (byte_at(l, end) == '*'));
    skip_optional(l);
    if (l->now.is_table) {
        end_paragraph(l);
    } else if (!l->now.is_muted) {
        bool is_there = byte_at(l, l->at) == '\n' || byte_at(l, l->at) == '\r';
        tl_builder_add_as(builder(l), is_there ? TL_STR(" ") : TL_STR("\n"),
                          range_of(begin, l->at));
    }
}

static void skip_math(latex *l, size_t begin, tl_str end);

static void
take_command(latex *l)
{
    size_t begin = l->at, end = begin + 1;
    char first = byte_at(l, end);
    if (is_letter(first)) {
        end = control_word_end(l, begin);
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
        add_symbol(l, command, end);
    } else if (command->kind == TL_LATEX_ACCENT) {
        add_accented(l, command->text, end);
    } else {
        flush(l, end + (byte_at(l, end) == '*'));
        run_command(l, command, begin);
    }
}

/* A formula up to `end`, in one paragraph; what has no end is text. */
static void
skip_math(latex *l, size_t begin, tl_str end)
{
    size_t at = begin + end.len;
    bool is_escaped = false;
    while (begin >= l->no_math && at < l->end) {
        if (!is_escaped && tl_str_equal(tl_str_slice(l->bytes, at, at + end.len), end)) {
            flush(l, at + end.len);
            add_object(l, begin);
            return;
        }
        if (end.ptr[0] == '$' && is_paragraph_end(l, at)) {
            break;
        }
        is_escaped = byte_at(l, at) == '\\' && !is_escaped;
        at++;
    }
    l->no_math = begin >= l->no_math ? at : l->no_math;
    flush(l, begin + end.len);
}

/* A comment takes the line end and the white space behind it along. */
static void
skip_comment(latex *l)
{
    size_t begin = l->at;
    size_t end = tl_str_find_byte(tl_str_slice(l->bytes, 0, l->end), '\n', begin);
    size_t next = end < l->end ? end + 1 : end;
    while (is_blank(byte_at(l, next))) {
        next++;
    }
    tl_document_add_comment(l->text.document, range_of(begin, end));
    flush(l, byte_at(l, next) == '\n' ? end : next);
}

static void
take_line_end(latex *l)
{
    if (is_paragraph_end(l, l->at)) {
        flush(l, l->at + 1);
        end_paragraph(l);
    } else {
        l->at++;
    }
}

static void
take_next(latex *l)
{
    switch (l->bytes.ptr[l->at]) {
    case '\\': take_command(l); break;
    case '%': skip_comment(l); break;
    case '{': open_group(l, l->now, false); break;
    case '}':
        flush(l, l->at + 1);
        close_group(l);
        break;
    case '$': skip_math(l, l->at, byte_at(l, l->at + 1) == '$' ? TL_STR("$$") : TL_STR("$")); break;
    case '~': add_as(l, TL_STR("\xC2\xA0"), l->at + 1); break;
    case '&':
        flush(l, l->at + 1);
        end_paragraph(l);
        break;
    case '\n': take_line_end(l); break;
    default: l->at++; break;
    }
}

static void
read_part(latex *l, size_t begin, size_t end)
{
    l->at = l->run = begin;
    l->end = end;
    while (l->at < end) {
        take_next(l);
    }
    flush(l, end);
    end_paragraph(l);
}

static void
read_document(latex *l, size_t begin)
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
    latex l = {.bytes = source->bytes};
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
