/* SPDX-License-Identifier: MPL-2.0 */
/* What is no text in the messages of programs. Each function named after what it looks for says how
 * many bytes of it there are at a place, 0 being none. Knows the habits of printf, Python, Ruby,
 * Java, Qt, GTK and LibreOffice together, because files rarely say whose they are; where a habit
 * could be prose ("5% discount", "R&D"), prose wins. */
#include "readers/message.h"

#include "base/utf8.h"
#include "readers/reference.h"
#include "text/compare.h"
#include "text/script.h"

#include <string.h>

enum { LONGEST_FIELD = 100, LONGEST_TAG = 2000 };

/* The byte at `at`, NUL behind the end. */
static char
peek(tl_str text, size_t at)
{
    return at < text.len ? text.ptr[at] : '\0';
}

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool
is_ascii_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool
is_name_byte(char c)
{
    return is_ascii_letter(c) || is_digit(c) || c == '_';
}

static bool
is_one_of(char c, const char *bytes)
{
    return c != '\0' && strchr(bytes, c) != NULL;
}

static size_t
skip(tl_str text, size_t at, const char *bytes)
{
    while (is_one_of(peek(text, at), bytes)) {
        at++;
    }
    return at;
}

static const char digits[] = "0123456789";
static const char conversions[] = "diouxXeEfFgGaAcCsSpnm@r";

/* A letter, digit or mark of some alphabet. */
static bool
is_letter(uint32_t code_point)
{
    return tl_script_of(code_point) != TL_SCRIPT_NONE;
}

static uint32_t
code_point_at(tl_str text, size_t at)
{
    return at < text.len ? tl_utf8_next(text, &at) : 0;
}

static uint32_t
code_point_before(tl_str text, size_t at)
{
    return at > 0 ? tl_utf8_previous(text, &at) : 0;
}

/* From `open` to `close` on one line, without `open` and quotes in between. */
static size_t
field(tl_str text, size_t at, char close)
{
    char open = peek(text, at);
    for (size_t end = at + 1; end < text.len && end - at < LONGEST_FIELD; end++) {
        char c = text.ptr[end];
        if (c == close) {
            return end + 1 - at;
        }
        if (c == open || is_one_of(c, "\n\"")) {
            break;
        }
    }
    return 0;
}

/* What follows the "%" of a printf conversion: flags but the blank, width, precision, length. */
static size_t
conversion(tl_str text, size_t at)
{
    size_t end = skip(text, at, digits);
    end += end > at && peek(text, end) == '$';
    end = skip(text, end, "-+0#'");
    end = skip(text, end, peek(text, end) == '*' ? "*" : digits);
    if (peek(text, end) == '.') {
        end = skip(text, end + 1, peek(text, end + 1) == '*' ? "*" : digits);
    }
    end = skip(text, end, "hlLqjzt");
    return is_one_of(peek(text, end), conversions) ? end + 1 - at : 0;
}

/* Qt's and KDE's %1 and %L1. */
static size_t
numbered_argument(tl_str text, size_t at)
{
    size_t begin = at + (peek(text, at) == 'L'), end = begin;
    while (end < begin + 2 && is_digit(peek(text, end))) {
        end++;
    }
    return end > begin ? end - at : 0;
}

/* NAME% of %NAME%. */
static size_t
variable(tl_str text, size_t at)
{
    size_t end = skip(text, at, "ABCDEFGHIJKLMNOPQRSTUVWXYZ_");
    return end >= at + 2 && peek(text, end) == '%' ? end + 1 - at : 0;
}

static size_t
named_argument(tl_str text, size_t at)
{
    size_t name = field(text, at, ')');
    size_t type = name > 2 ? conversion(text, at + name) : 0;
    return type > 0 ? name + type : 0;
}

/* %0A, a byte of a URL. */
static size_t
escaped_byte(tl_str text, size_t at)
{
    return is_digit(peek(text, at + 1)) && is_one_of(peek(text, at + 2), "ABCDEF") ? strlen("%0A")
                                                                                   : 0;
}

static size_t
percent(tl_str text, size_t at)
{
    size_t byte = escaped_byte(text, at);
    if (byte > 0) {
        return byte;
    }
    char next = peek(text, at + 1);
    size_t length = 0;
    if (next == '(') {
        length = named_argument(text, at + 1);
    } else if (next == '{') {
        length = field(text, at + 1, '}');
    } else if ((length = variable(text, at + 1)) == 0 && (length = conversion(text, at + 1)) == 0) {
        length = numbered_argument(text, at + 1);
    }
    bool is_percentage = at > 0 && is_digit(text.ptr[at - 1]) && is_ascii_letter(next) &&
                         is_letter(code_point_at(text, at + 1 + length));
    return length > 0 && !is_percentage ? length + 1 : 0;
}

/* {0}, {name}, {name:>8}, {0, number}, {{name}}, {}; a remark in braces has blanks. */
static size_t
brace(tl_str text, size_t at)
{
    if (peek(text, at + 1) == '{') {
        size_t inner = field(text, at + 1, '}');
        return inner > 0 && peek(text, at + 1 + inner) == '}' ? inner + 2 : 0;
    }
    size_t length = field(text, at, '}');
    if (length <= 2) {
        return length;
    }
    size_t end = at + 1;
    while (is_name_byte(peek(text, end)) || is_one_of(peek(text, end), ".[]-@#/$!")) {
        end++;
    }
    return end > at + 1 && is_one_of(peek(text, end), "},:") ? length : 0;
}

static size_t
dollar(tl_str text, size_t at)
{
    size_t length = peek(text, at + 1) == '{' ? field(text, at + 1, '}') : 0;
    return length > 2 ? length + 1 : 0;
}

/* The end of a name of XML. */
static size_t
skip_name(tl_str text, size_t at)
{
    while (is_name_byte(peek(text, at)) || is_one_of(peek(text, at), ":-.")) {
        at++;
    }
    return at;
}

static size_t
tag(tl_str text, size_t at)
{
    size_t name = at + 1 + (peek(text, at + 1) == '/');
    if (!is_ascii_letter(peek(text, name)) && !is_digit(peek(text, name))) {
        return 0;
    }
    size_t end = skip_name(text, name);
    if (!is_one_of(peek(text, end), " \t\n/>")) {
        return 0;
    }
    while (end < text.len && end - at < LONGEST_TAG && !is_one_of(text.ptr[end], "<>")) {
        end++;
    }
    return peek(text, end) == '>' ? end + 1 - at : 0;
}

static tl_str
name_of_tag(tl_str tag)
{
    size_t begin = 1 + (tag.ptr[1] == '/');
    return tl_str_slice(tag, begin, skip_name(tag, begin));
}

static bool
is_in_list(tl_str name, const char *const *list)
{
    while (*list && !tl_str_equal_ascii_nocase(name, tl_str_from(*list))) {
        list++;
    }
    return *list != NULL;
}

/* True for tags that stand within a word or around it; <1> and </1> number such. */
static bool
is_formatting(tl_str tag)
{
    static const char *const names[] = {
        "a",         "abbr",     "acronym", "application", "b",     "bdi",    "bdo",
        "big",       "cite",     "code",    "del",         "dfn",   "em",     "emphasis",
        "font",      "filename", "g",       "guilabel",    "i",     "icode",  "ins",
        "interface", "kbd",      "link",    "literal",     "mark",  "nobr",   "phrase",
        "q",         "s",        "samp",    "small",       "span",  "strike", "strong",
        "sub",       "sup",      "tt",      "u",           "ulink", "var",    NULL,
    };
    tl_str name = name_of_tag(tag);
    return is_digit(name.ptr[0]) || is_in_list(name, names);
}

/* True for "<name>" of no known markup, as usage messages have it for an argument: it is a word to
 * be translated. */
static bool
is_argument(tl_str tag)
{
    static const char *const names[] = {
        "blockquote", "body",  "br",   "caption", "center", "dd",    "div",  "dl", "dt",
        "h1",         "h2",    "h3",   "h4",      "h5",     "h6",    "head", "hr", "html",
        "img",        "input", "item", "li",      "list",   "nl",    "note", "ol", "p",
        "para",       "pre",   "qt",   "section", "table",  "tbody", "td",   "th", "thead",
        "title",      "tr",    "ul",   "warning", NULL,
    };
    tl_str name = name_of_tag(tag);
    return tag.len == name.len + strlen("<>") && !is_in_list(name, names);
}

/* "&app;" */
static size_t
entity(tl_str text, size_t at)
{
    size_t end = skip_name(text, at + 1);
    return end > at + 1 && is_ascii_letter(text.ptr[at + 1]) && peek(text, end) == ';'
               ? end + 1 - at
               : 0;
}

/* A mark before or within a word; an ampersand between a letter and a capital joins initials. */
static bool
is_accelerator(tl_str text, size_t at)
{
    uint32_t before = code_point_before(text, at), next = code_point_at(text, at + 1);
    bool joins = text.ptr[at] == '&' && is_letter(before) && tl_letter_lower(next) != next;
    return (is_letter(next) || is_digit(peek(text, at + 1))) && !joins;
}

/* (&F), which follows a text whose alphabet the keyboard has not. */
static size_t
appended_accelerator(tl_str text, size_t at)
{
    char letter = peek(text, at + 2);
    bool is_one =
        is_one_of(peek(text, at + 1), "&_~") && (is_ascii_letter(letter) || is_digit(letter));
    return is_one && peek(text, at + 3) == ')' ? strlen("(&F)") : 0;
}

static void
read_as(tl_mark *mark, const char *text, size_t length)
{
    memcpy(mark->text, text, length);
    mark->length = length;
}

static void
read_as_object(tl_mark *mark)
{
    read_as(mark, "\xEF\xBF\xBC", 3);
}

static size_t
ampersand(const tl_marks *marks, tl_mark *mark)
{
    tl_reference reference = tl_reference_at(marks->text, marks->at, false);
    if (reference.length > 0 && marks->text.ptr[marks->at + reference.length - 1] == ';') {
        read_as(mark, reference.text, reference.text_length);
        return reference.length;
    }
    size_t length = entity(marks->text, marks->at);
    if (length > 0) {
        read_as_object(mark);
        return length;
    }
    return is_accelerator(marks->text, marks->at);
}

static size_t
angle(const tl_marks *marks, tl_mark *mark)
{
    size_t length = tag(marks->text, marks->at);
    tl_str found = tl_str_slice(marks->text, marks->at, marks->at + length);
    if (length == 0 || is_formatting(found)) {
        return length;
    }
    read_as_object(mark);
    return is_argument(found) ? 0 : length;
}

/* ~a and ~% of Lisp and Scheme. */
static size_t
tilde(tl_str text, size_t at)
{
    char next = peek(text, at + 1);
    bool is_directive =
        next == '%' || (is_ascii_letter(next) && !is_name_byte(peek(text, at + 2)) &&
                        !is_letter(code_point_at(text, at + 2)));
    return is_directive ? strlen("~a") : 0;
}

static size_t
placeholder(tl_str text, size_t at)
{
    switch (text.ptr[at]) {
    case '%': return percent(text, at);
    case '{': return brace(text, at);
    case '~': return tilde(text, at);
    default: return dollar(text, at);
    }
}

/* How long the mark at the place of the walk is, and what it is read as. */
static size_t
mark_here(const tl_marks *marks, tl_mark *mark)
{
    tl_str text = marks->text;
    size_t at = marks->at, length;
    mark->length = 0;
    switch (text.ptr[at]) {
    case '%':
    case '{':
    case '$':
    case '~':
        length = placeholder(text, at);
        if (length > 0) {
            read_as_object(mark);
            return length;
        }
        return text.ptr[at] == '~' && marks->has_tilde && is_accelerator(text, at);
    case '<': return angle(marks, mark);
    case '&': return ampersand(marks, mark);
    case '(': return appended_accelerator(text, at);
    case '_': return marks->has_underscore && is_accelerator(text, at);
    default: return 0;
    }
}

static bool
has_just_one(tl_str text, char byte)
{
    size_t at = tl_str_find_byte(text, byte, 0);
    return at < text.len && tl_str_find_byte(text, byte, at + 1) == text.len;
}

tl_marks
tl_marks_in(tl_str text)
{
    return (tl_marks){
        .text = text,
        .has_underscore = has_just_one(text, '_'),
        .has_tilde = has_just_one(text, '~'),
    };
}

/* "%%", of which the second begins nothing but what another program will read. */
static bool
is_double_percent(tl_str text, size_t at)
{
    return text.ptr[at] == '%' && peek(text, at + 1) == '%' && escaped_byte(text, at + 1) == 0;
}

bool
tl_marks_next(tl_marks *marks, tl_mark *mark)
{
    for (; marks->at < marks->text.len; marks->at++) {
        size_t length = mark_here(marks, mark);
        if (length > 0) {
            mark->range = (tl_range){marks->at, marks->at + (uint32_t)length};
            marks->at = mark->range.end;
            return true;
        }
        marks->at += is_double_percent(marks->text, marks->at);
    }
    return false;
}
