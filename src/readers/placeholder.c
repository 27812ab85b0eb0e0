/* SPDX-License-Identifier: MPL-2.0 */
/* Placeholders. Each function named after what it looks for says how many bytes of it there are at
 * a place, 0 being none. Knows the habits of printf, Python, Ruby, Java, Qt and Lisp together,
 * because files rarely say whose they are; where a habit could be prose ("5% discount", "{see
 * below}"), prose wins. */
#include "readers/placeholder.h"

#include "readers/message_bytes.h"

enum { LONGEST_FIELD = 100 };

static const char digits[] = "0123456789";
static const char conversions[] = "diouxXeEfFgGaAcCsSpnm@r";

static size_t
skip(tl_str text, size_t at, const char *bytes)
{
    while (is_one_of(peek(text, at), bytes)) {
        at++;
    }
    return at;
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

/* "% d": a blank is a flag like others, but in prose it ends a number. */
static size_t
blank_conversion(tl_str text, size_t at)
{
    size_t length = peek(text, at) == ' ' ? conversion(text, at + 1) : 0;
    return length > 0 ? length + 1 : 0;
}

static size_t
percent(tl_str text, size_t at, bool is_sure)
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
    if (length == 0 && is_sure) {
        length = blank_conversion(text, at + 1);
    }
    bool is_percentage = !is_sure && at > 0 && is_digit(text.ptr[at - 1]) &&
                         is_ascii_letter(next) && is_letter(code_point_at(text, at + 1 + length));
    return length > 0 && !is_percentage ? length + 1 : 0;
}

/* {0}, {name}, {name:>8}, {0, number}, {{name}}, {}; a remark in braces has blanks. */
static size_t
brace(tl_str text, size_t at, bool is_sure)
{
    if (peek(text, at + 1) == '{') {
        size_t inner = field(text, at + 1, '}');
        return inner > 0 && peek(text, at + 1 + inner) == '}' ? inner + 2 : 0;
    }
    size_t length = field(text, at, '}');
    if (length <= 2 || is_sure) {
        return length;
    }
    size_t end = at + 1;
    while (is_name_byte(peek(text, end)) || is_one_of(peek(text, end), ".[]-@#/$!")) {
        end++;
    }
    return end > at + 1 && is_one_of(peek(text, end), "},:") ? length : 0;
}

static size_t
dollar(tl_str text, size_t at, bool is_sure)
{
    size_t name = at + 1;
    while (is_sure && is_name_byte(peek(text, name)) &&
           !(name == at + 1 && is_digit(text.ptr[name]))) {
        name++;
    }
    if (name > at + 1) {
        return name - at;
    }
    size_t length = peek(text, at + 1) == '{' ? field(text, at + 1, '}') : 0;
    return length > 2 ? length + 1 : 0;
}

/* The character before `at` is a letter. */
static bool
is_letter_before(tl_str text, size_t at)
{
    size_t begin = at - 1;
    while (begin > 0 && ((unsigned char)text.ptr[begin] & 0xC0) == 0x80) {
        begin--;
    }
    return is_letter(code_point_at(text, begin));
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

/* --body-file, -p: an option of a command. What it takes ("=FILE") is translated. */
static size_t
option(tl_str text, size_t at)
{
    bool is_apart = at == 0 || is_one_of(text.ptr[at - 1], " \t\n,;(['\"=|") ||
                    ((unsigned char)text.ptr[at - 1] & 0x80 && !is_letter_before(text, at));
    bool is_long = peek(text, at + 1) == '-';
    size_t begin = at + 1 + is_long, end = begin;
    while (is_name_byte(peek(text, end)) || (end > begin && peek(text, end) == '-')) {
        end++;
    }
    bool is_option = is_long ? end > begin + 1 : end == begin + 1;
    return is_apart && is_option && is_ascii_letter(peek(text, begin)) &&
                   !is_letter(code_point_at(text, end))
               ? end - at
               : 0;
}

size_t
tl_placeholder_at(tl_str text, size_t at, tl_placeholder_uses uses)
{
    switch (text.ptr[at]) {
    case '%':
        return uses.percent == TL_PLACEHOLDER_NONE
                   ? 0
                   : percent(text, at, uses.percent == TL_PLACEHOLDER_SURE);
    case '{':
        return uses.brace == TL_PLACEHOLDER_NONE
                   ? 0
                   : brace(text, at, uses.brace == TL_PLACEHOLDER_SURE);
    case '$': return dollar(text, at, uses.dollar == TL_PLACEHOLDER_SURE);
    case '~': return tilde(text, at);
    case '-': return option(text, at);
    default: return 0;
    }
}

bool
tl_placeholder_is_percent(tl_str text, size_t at)
{
    return text.ptr[at] == '%' && peek(text, at + 1) == '%' && escaped_byte(text, at + 1) == 0;
}
