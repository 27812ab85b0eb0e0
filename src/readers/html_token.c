/* SPDX-License-Identifier: MPL-2.0 */
/* The states of WHATWG HTML, 13.2.5, as functions: each takes what its group of states takes and
 * says where it ended. Only what decides which bytes belong to which token is kept of the states;
 * parse errors, which change none of it, are not told. The scripts' states are in html_script.c. */
#include "readers/html_token.h"

#include "base/array.h"
#include "readers/html_script.h"

#include <stdlib.h>

tl_html_tokenizer
tl_html_tokenizer_for(tl_str text)
{
    return (tl_html_tokenizer){.text = text};
}

void
tl_html_tokenizer_clear(tl_html_tokenizer *tokenizer)
{
    free(tokenizer->attributes);
    *tokenizer = (tl_html_tokenizer){0};
}

static bool
is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool
is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

/* The byte at `at`, or NUL behind the end. */
static char
byte_at(const tl_html_tokenizer *t, size_t at)
{
    return at < t->text.len ? t->text.ptr[at] : '\0';
}

static bool
starts_with(const tl_html_tokenizer *t, size_t at, tl_str prefix)
{
    return tl_str_equal(tl_str_slice(t->text, at, at + prefix.len), prefix);
}

static tl_range
range_of(size_t begin, size_t end)
{
    return (tl_range){(uint32_t)begin, (uint32_t)end};
}

/* Makes the bytes up to `end` a token; the next one begins there. */
static bool
take(tl_html_tokenizer *t, tl_html_token *token, tl_html_kind kind, size_t end)
{
    *token = (tl_html_token){.kind = kind, .range = range_of(t->at, end)};
    t->at = end;
    return true;
}

/* The same for one whose data are [begin, inside_end). */
static bool
take_with(tl_html_tokenizer *t, tl_html_token *token, tl_html_kind kind, tl_range inside,
          size_t end)
{
    take(t, token, kind, end);
    token->inside = inside;
    return true;
}

static size_t
skip_spaces(const tl_html_tokenizer *t, size_t at)
{
    while (at < t->text.len && is_space(t->text.ptr[at])) {
        at++;
    }
    return at;
}

static size_t
tag_name_end(const tl_html_tokenizer *t, size_t at)
{
    while (at < t->text.len && !is_space(t->text.ptr[at]) && t->text.ptr[at] != '/' &&
           t->text.ptr[at] != '>') {
        at++;
    }
    return at;
}

/* A name may begin with "=", but has none behind that. */
static size_t
attribute_name_end(const tl_html_tokenizer *t, size_t at)
{
    for (at++; at < t->text.len && t->text.ptr[at] != '=';) {
        if (is_space(t->text.ptr[at]) || t->text.ptr[at] == '/' || t->text.ptr[at] == '>') {
            break;
        }
        at++;
    }
    return at;
}

/* The value behind "=" and white space; returns where the tag goes on. */
static size_t
take_value(const tl_html_tokenizer *t, size_t at, tl_range *value)
{
    char quote = byte_at(t, at);
    if (quote == '"' || quote == '\'') {
        size_t end = tl_str_find_byte(t->text, quote, at + 1);
        *value = range_of(at + 1, end);
        return end < t->text.len ? end + 1 : end;
    }
    size_t end = at;
    while (end < t->text.len && !is_space(t->text.ptr[end]) && t->text.ptr[end] != '>') {
        end++;
    }
    *value = range_of(at, end);
    return end;
}

static void
add_attribute(tl_html_tokenizer *t, tl_html_attribute attribute)
{
    t->attributes = tl_array_reserve(t->attributes, &t->attribute_capacity, t->attribute_count + 1,
                                     sizeof *t->attributes);
    t->attributes[t->attribute_count++] = attribute;
}

static size_t
take_attribute(tl_html_tokenizer *t, size_t at)
{
    size_t end = attribute_name_end(t, at);
    tl_html_attribute attribute = {.name = range_of(at, end), .value = range_of(end, end)};
    at = skip_spaces(t, end);
    if (byte_at(t, at) == '=') {
        at = take_value(t, skip_spaces(t, at + 1), &attribute.value);
    }
    add_attribute(t, attribute);
    return at;
}

/* The tag whose name begins at `name`; false if the text ends within it. */
static bool
take_tag(tl_html_tokenizer *t, tl_html_token *token, tl_html_kind kind, size_t name)
{
    size_t name_end = tag_name_end(t, name), at = name_end;
    bool is_self_closing = false;
    t->attribute_count = 0;
    while (at < t->text.len && t->text.ptr[at] != '>') {
        if (is_space(t->text.ptr[at])) {
            at++;
        } else if (t->text.ptr[at] == '/') {
            at++;
            is_self_closing = byte_at(t, at) == '>';
        } else {
            at = take_attribute(t, at);
        }
    }
    if (at >= t->text.len) {
        t->at = t->text.len;
        return false;
    }
    take_with(t, token, kind, range_of(name, name_end), at + 1);
    token->is_self_closing = is_self_closing;
    if (kind == TL_HTML_START_TAG) {
        t->last_start_tag = tl_str_slice(t->text, name, name_end);
    }
    return true;
}

static bool
take_bogus_comment(tl_html_tokenizer *t, tl_html_token *token, size_t begin)
{
    size_t end = tl_str_find_byte(t->text, '>', begin);
    return take_with(t, token, TL_HTML_COMMENT, range_of(begin, end),
                     end < t->text.len ? end + 1 : end);
}

/* A comment that the text breaks off: what may begin its end is no data. */
static bool
take_open_comment(tl_html_tokenizer *t, tl_html_token *token, size_t begin)
{
    static const tl_str ends[] = {TL_STR_INIT("--!"), TL_STR_INIT("--"), TL_STR_INIT("-")};
    tl_str data = tl_str_slice(t->text, begin, t->text.len);
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
        if (tl_str_ends_with(data, ends[i])) {
            data.len -= ends[i].len;
            break;
        }
    }
    return take_with(t, token, TL_HTML_COMMENT, range_of(begin, begin + data.len), t->text.len);
}

static bool
take_comment(tl_html_tokenizer *t, tl_html_token *token, size_t begin)
{
    tl_range nothing = range_of(begin, begin);
    if (byte_at(t, begin) == '>') {
        return take_with(t, token, TL_HTML_COMMENT, nothing, begin + 1);
    }
    if (starts_with(t, begin, TL_STR("->"))) {
        return take_with(t, token, TL_HTML_COMMENT, nothing, begin + 2);
    }
    for (size_t at = begin; (at = tl_str_find(t->text, TL_STR("--"), at)) < t->text.len; at++) {
        size_t end = at + 2 + (byte_at(t, at + 2) == '!');
        if (byte_at(t, end) == '>') {
            return take_with(t, token, TL_HTML_COMMENT, range_of(begin, at), end + 1);
        }
    }
    return take_open_comment(t, token, begin);
}

static bool
take_declaration(tl_html_tokenizer *t, tl_html_token *token)
{
    size_t begin = t->at + 2; /* behind "<!" */
    if (starts_with(t, begin, TL_STR("--"))) {
        return take_comment(t, token, begin + 2);
    }
    if (tl_str_equal_ascii_nocase(tl_str_slice(t->text, begin, begin + 7), TL_STR("DOCTYPE"))) {
        size_t end = tl_str_find_byte(t->text, '>', begin);
        return take(t, token, TL_HTML_DOCTYPE, end < t->text.len ? end + 1 : end);
    }
    if (t->allows_cdata && starts_with(t, begin, TL_STR("[CDATA["))) {
        t->mode = TL_HTML_CDATA;
        t->at = begin + 7;
        return false;
    }
    return take_bogus_comment(t, token, begin);
}

/* True if "<" at `at` opens a tag, a comment or the like in data (13.2.5.6, 13.2.5.7). */
static bool
is_markup(const tl_html_tokenizer *t, size_t at)
{
    char next = byte_at(t, at + 1);
    return is_letter(next) || next == '!' || next == '?' || (next == '/' && at + 2 < t->text.len);
}

/* True if "<" at `at` opens the end tag of the element that is read (13.2.5.11, 13.2.5.14). */
static bool
is_own_end_tag(const tl_html_tokenizer *t, size_t at)
{
    return tl_html_is_end_tag(t->text, at, t->last_start_tag);
}

static bool
take_data_markup(tl_html_tokenizer *t, tl_html_token *token)
{
    size_t at = t->at;
    char next = byte_at(t, at + 1);
    if (is_letter(next)) {
        return take_tag(t, token, TL_HTML_START_TAG, at + 1);
    }
    if (next == '!') {
        return take_declaration(t, token);
    }
    if (next == '?') {
        return take_bogus_comment(t, token, at + 1);
    }
    if (is_letter(byte_at(t, at + 2))) {
        return take_tag(t, token, TL_HTML_END_TAG, at + 2);
    }
    if (byte_at(t, at + 2) == '>') { /* "</>" is nothing at all */
        t->at = at + 3;
        return false;
    }
    return take_bogus_comment(t, token, at + 2);
}

static bool
take_nul(tl_html_tokenizer *t, tl_html_token *token)
{
    take(t, token, TL_HTML_REFERENCE, t->at + 1);
    token->reference = (tl_reference){.length = 1, .text = "\xEF\xBF\xBD", .text_length = 3};
    return true;
}

static bool
take_reference(tl_html_tokenizer *t, tl_html_token *token, tl_reference reference)
{
    take(t, token, TL_HTML_REFERENCE, t->at + reference.length);
    token->reference = reference;
    return true;
}

/* What stands at a byte that may end a run of text. */
typedef enum stop_kind { STOP_NONE, STOP_MARKUP, STOP_REFERENCE, STOP_NUL } stop_kind;

static stop_kind
stop_at(const tl_html_tokenizer *t, size_t at, tl_reference *reference)
{
    bool has_references = t->mode == TL_HTML_DATA || t->mode == TL_HTML_RCDATA;
    switch (t->text.ptr[at]) {
    case '&':
        *reference = has_references ? tl_reference_at(t->text, at, false) : (tl_reference){0};
        return reference->length ? STOP_REFERENCE : STOP_NONE;
    case '<':
        return (t->mode == TL_HTML_DATA ? is_markup(t, at) : is_own_end_tag(t, at)) ? STOP_MARKUP
                                                                                    : STOP_NONE;
    case '\0': return t->mode == TL_HTML_DATA ? STOP_NONE : STOP_NUL;
    default: return STOP_NONE;
    }
}

static bool
take_markup(tl_html_tokenizer *t, tl_html_token *token)
{
    if (t->mode == TL_HTML_DATA) {
        return take_data_markup(t, token);
    }
    t->mode = TL_HTML_DATA;
    t->is_script_measured = false;
    return take_tag(t, token, TL_HTML_END_TAG, t->at + 2);
}

/* The next token of data, RCDATA or RAWTEXT. */
static bool
next_of_text(tl_html_tokenizer *t, tl_html_token *token)
{
    tl_reference reference = {0};
    stop_kind stop = STOP_NONE;
    size_t at = t->at;
    while (at < t->text.len && (stop = stop_at(t, at, &reference)) == STOP_NONE) {
        at++;
    }
    if (at > t->at) {
        return take(t, token, TL_HTML_TEXT, at);
    }
    return stop == STOP_MARKUP      ? take_markup(t, token)
           : stop == STOP_REFERENCE ? take_reference(t, token, reference)
                                    : take_nul(t, token);
}

/* A run of text up to `end`, of which NULs are tokens of their own. */
static bool
take_until(tl_html_tokenizer *t, tl_html_token *token, size_t end)
{
    tl_str run = tl_str_slice(t->text, t->at, end);
    size_t nul = t->mode == TL_HTML_CDATA ? run.len : tl_str_find_byte(run, '\0', 0);
    return nul == 0 ? take_nul(t, token) : take(t, token, TL_HTML_TEXT, t->at + nul);
}

static bool
next_of_cdata(tl_html_tokenizer *t, tl_html_token *token)
{
    size_t end = tl_str_find(t->text, TL_STR("]]>"), t->at);
    if (end > t->at) {
        return take_until(t, token, end);
    }
    t->mode = TL_HTML_DATA;
    t->at += 3;
    return false;
}

static bool
next_of_script(tl_html_tokenizer *t, tl_html_token *token)
{
    if (!t->is_script_measured) {
        t->is_script_measured = true;
        t->script_end = tl_html_script_end(t->text, t->at, t->last_start_tag);
    }
    return t->script_end > t->at ? take_until(t, token, t->script_end) : take_markup(t, token);
}

/* Takes what stands next; false if that is no token. */
static bool
take_next(tl_html_tokenizer *t, tl_html_token *token)
{
    switch (t->mode) {
    case TL_HTML_SCRIPT: return next_of_script(t, token);
    case TL_HTML_CDATA: return next_of_cdata(t, token);
    case TL_HTML_PLAINTEXT: return take_until(t, token, t->text.len);
    default: return next_of_text(t, token);
    }
}

bool
tl_html_next(tl_html_tokenizer *t, tl_html_token *token)
{
    while (t->at < t->text.len) {
        if (take_next(t, token)) {
            return true;
        }
    }
    return false;
}
