/* SPDX-License-Identifier: MPL-2.0 */
/* What is no text in the messages of programs, beside placeholders: tags, accelerators, character
 * references. Knows the habits of HTML, DocBook, Qt, GTK and LibreOffice together, because files
 * rarely say whose they are; where a habit could be prose ("R&D", "cp <source>"), prose wins. */
#include "readers/message.h"

#include "readers/message_bytes.h"
#include "readers/reference.h"
#include "text/compare.h"
#include "text/script.h"

enum { LONGEST_TAG = 2000 };

_Static_assert((int)TL_MARK_MAX >= (int)TL_REFERENCE_MAX, "a reference fits into a mark");

static uint32_t
code_point_before(tl_str text, size_t at)
{
    return at > 0 ? tl_utf8_previous(text, &at) : 0;
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
        "a",        "abbr",    "acronym",  "application", "b",      "bdi", "bdo",       "big",
        "cf",       "cite",    "code",     "del",         "dfn",    "em",  "emphasis",  "font",
        "filename", "g",       "guilabel", "i",           "icode",  "ins", "interface", "kbd",
        "link",     "literal", "mark",     "nobr",        "phrase", "q",   "s",         "samp",
        "small",    "span",    "strike",   "strong",      "sub",    "sup", "tt",        "u",
        "ulink",    "var",     NULL,
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

/* A mark before or within a word; an ampersand between a letter and a capital joins initials, any
 * mark the letters of two scripts. */
static bool
is_accelerator(tl_str text, size_t at)
{
    uint32_t before = code_point_before(text, at), next = code_point_at(text, at + 1);
    bool is_within = is_letter(before) && is_letter(next);
    bool joins = is_within && ((text.ptr[at] == '&' && tl_letter_lower(next) != next) ||
                               tl_script_of(before) != tl_script_of(next));
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

/* {1> and <1} of Phrase, [1} and {1] of memoQ: ends of what is formatted. */
static size_t
numbered_tag(tl_str text, size_t at)
{
    enum { LONGEST_NUMBER = 4 };
    char open = text.ptr[at];
    size_t end = at + 1;
    while (end - at <= LONGEST_NUMBER &&
           (is_digit(peek(text, end)) || (open != '[' && is_ascii_letter(peek(text, end))))) {
        end++;
    }
    bool is_closed = open == '{' ? peek(text, end) == '>' ||
                                       (peek(text, end) == ']' && is_digit(text.ptr[at + 1]))
                                 : peek(text, end) == '}';
    return end > at + 1 && is_closed ? end + 1 - at : 0;
}

/* What programs fill in. Inside of a branch every brace is one of syntax. */
static size_t
filled_in(tl_marks *marks)
{
    size_t length = tl_branches_at(&marks->branches, marks->text, marks->at);
    tl_placeholder_uses uses = marks->uses;
    if (marks->branches.depth > 0) {
        uses.brace = TL_PLACEHOLDER_SURE;
    }
    return length > 0 ? length : tl_placeholder_at(marks->text, marks->at, uses);
}

/* How long the mark at the place of the walk is, and what it is read as. */
static size_t
mark_here(tl_marks *marks, tl_mark *mark)
{
    tl_str text = marks->text;
    size_t at = marks->at, tag = is_one_of(text.ptr[at], "<{[") ? numbered_tag(text, at) : 0;
    mark->length = 0;
    if (tag > 0) {
        return tag;
    }
    size_t length = filled_in(marks);
    if (length > 0) {
        read_as_object(mark);
        return length;
    }
    switch (text.ptr[at]) {
    case '<': return angle(marks, mark);
    case '&': return ampersand(marks, mark);
    case '(': return appended_accelerator(text, at);
    case '_': return marks->has_underscore && is_accelerator(text, at);
    case '~': return marks->has_tilde && is_accelerator(text, at);
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
tl_marks_in(tl_str text, tl_placeholder_uses uses)
{
    return (tl_marks){
        .text = text,
        .uses = uses,
        .has_underscore = has_just_one(text, '_'),
        .has_tilde = has_just_one(text, '~'),
    };
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
        marks->at += tl_placeholder_is_percent(marks->text, marks->at);
    }
    return false;
}
