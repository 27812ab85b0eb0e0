/* SPDX-License-Identifier: MPL-2.0 */
/* The inline markup of reStructuredText (its specification, "Inline markup recognition rules"): a
 * start-string has no word before it and no white space behind it, an end-string the other way
 * round; a backslash takes away what the next character means. An end is looked for in the same
 * range only, and for each kind not again once there is none. */
#include "readers/rst_inline.h"

#include "base/utf8.h"

typedef struct inline_text {
    tl_builder *builder;
    tl_str bytes;     /* of the source, up to the end of the range */
    size_t begin;     /* of the range */
    size_t at, run;   /* where we are; where the text begins that is still to be added */
    size_t no_end[4]; /* by kind of markup: before this there is no end-string */
} inline_text;

enum { EMPHASIS, LITERAL, INTERPRETED, SUBSTITUTION };

static char
byte_at(const inline_text *t, size_t at)
{
    return at < t->bytes.len ? t->bytes.ptr[at] : '\0';
}

static bool
is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\0';
}

static bool
is_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (unsigned char)c >= 0x80;
}

/* Letters and digits; quotation marks and dashes, which are in General Punctuation or are « and »,
 * are none. */
static bool
is_word_character(uint32_t c)
{
    return c < 0x80 ? is_word((char)c) : c != 0xAB && c != 0xBB && (c < 0x2000 || c > 0x206F);
}

static bool
is_word_before(const inline_text *t, size_t at)
{
    size_t before = at;
    return at > t->begin && is_word_character(tl_utf8_previous(t->bytes, &before));
}

static bool
is_word_behind(const inline_text *t, size_t at)
{
    return at < t->bytes.len && is_word_character(tl_utf8_next(t->bytes, &at));
}

static void
flush(inline_text *t, size_t next)
{
    if (t->run < t->at) {
        tl_builder_add(t->builder, (tl_range){(uint32_t)t->run, (uint32_t)t->at});
    }
    t->at = t->run = next;
}

static void
replace_by_object(inline_text *t, size_t end)
{
    size_t begin = t->at;
    flush(t, end);
    tl_builder_add_object(t->builder, (tl_range){(uint32_t)begin, (uint32_t)end});
}

static bool
starts_markup(const inline_text *t, size_t length)
{
    return !is_word_before(t, t->at) && !is_space(byte_at(t, t->at + length));
}

/* The place of the end-string, behind some text; 0 if there is none. */
static size_t
find_end(inline_text *t, tl_str mark, int kind)
{
    size_t at = t->at + mark.len + 1;
    if (t->at < t->no_end[kind]) {
        return 0;
    }
    while ((at = tl_str_find(t->bytes, mark, at)) < t->bytes.len) {
        bool is_escaped = kind != LITERAL && byte_at(t, at - 1) == '\\';
        if (!is_space(byte_at(t, at - 1)) && !is_escaped && !is_word_behind(t, at + mark.len)) {
            return at;
        }
        at++;
    }
    t->no_end[kind] = t->bytes.len;
    return 0;
}

static bool
is_prose_role(tl_str role)
{
    static const tl_str roles[] = {
        TL_STR_INIT("emphasis"),  TL_STR_INIT("strong"),
        TL_STR_INIT("sub"),       TL_STR_INIT("sup"),
        TL_STR_INIT("subscript"), TL_STR_INIT("superscript"),
        TL_STR_INIT("title"),     TL_STR_INIT("title-reference"),
        TL_STR_INIT("abbr"),      TL_STR_INIT("term"),
        TL_STR_INIT("dfn"),       TL_STR_INIT("guilabel"),
        TL_STR_INIT("t"),         TL_STR_INIT("menuselection"),
    };
    for (size_t i = 0; i < sizeof roles / sizeof roles[0]; i++) {
        if (tl_str_equal(role, roles[i])) {
            return true;
        }
    }
    return false;
}

/* The role before the text, if there is one: the bytes between the colons that end at `at`. */
static tl_str
role_before(const inline_text *t, size_t at)
{
    enum { LONGEST_ROLE = 64 };
    size_t begin = at > 0 ? at - 1 : 0;
    if (at <= t->begin + 1 || byte_at(t, at - 1) != ':') {
        return (tl_str){NULL, 0};
    }
    while (begin > t->begin && at - begin < LONGEST_ROLE &&
           (is_word(byte_at(t, begin - 1)) || byte_at(t, begin - 1) == '-' ||
            byte_at(t, begin - 1) == ':' || byte_at(t, begin - 1) == '+')) {
        begin--;
    }
    tl_str role = tl_str_slice(t->bytes, begin, at - 1);
    return tl_str_starts_with(role, TL_STR(":")) ? tl_str_slice(role, 1, role.len)
                                                 : (tl_str){NULL, 0};
}

/* Where the text before "<target>" ends; the end if there is no target. */
static size_t
target_begin(const inline_text *t, size_t begin, size_t end)
{
    if (end == begin || byte_at(t, end - 1) != '>') {
        return end;
    }
    for (size_t at = end - 1; at > begin; at--) {
        if (byte_at(t, at) == '<') {
            return at;
        }
    }
    return end;
}

static void
take_interpreted(inline_text *t)
{
    tl_str role = role_before(t, t->at);
    size_t begin = t->at + 1;
    bool may_start = role.len > 0 || starts_markup(t, 1);
    size_t end = may_start ? find_end(t, TL_STR("`"), INTERPRETED) : 0;
    if (end == 0) {
        t->at++;
        return;
    }
    size_t behind = end + 1;
    while (byte_at(t, behind) == '_') {
        behind++;
    }
    size_t target = target_begin(t, begin, end);
    bool is_prose = role.len == 0 || is_prose_role(role) || target < end;
    if (role.len > 0) { /* the role itself is no text */
        t->at -= role.len + 2;
    }
    if (!is_prose) {
        replace_by_object(t, behind);
        return;
    }
    flush(t, begin);
    t->at = target;
    flush(t, behind);
}

static void
take_literal(inline_text *t)
{
    size_t end = starts_markup(t, 2) ? find_end(t, TL_STR("``"), LITERAL) : 0;
    if (end == 0) {
        t->at += 2;
    } else {
        replace_by_object(t, end + 2);
    }
}

/* "*" or "**" at the begin or the end of emphasis is no text. */
static void
take_emphasis(inline_text *t)
{
    size_t length = byte_at(t, t->at + 1) == '*' ? 2 : 1;
    bool is_end =
        t->at > t->begin && !is_space(byte_at(t, t->at - 1)) && !is_word_behind(t, t->at + length);
    if (is_end || starts_markup(t, length)) {
        flush(t, t->at + length);
    } else {
        t->at += length;
    }
}

static void
take_substitution(inline_text *t)
{
    size_t end = starts_markup(t, 1) ? find_end(t, TL_STR("|"), SUBSTITUTION) : 0;
    if (end == 0) {
        t->at++;
    } else {
        replace_by_object(t, end + 1);
    }
}

/* [1]_, [#name]_, [CIT2002]_ */
static void
take_footnote(inline_text *t)
{
    enum { LONGEST_LABEL = 64 };
    tl_str near = tl_str_slice(t->bytes, t->at, t->at + LONGEST_LABEL);
    size_t end = tl_str_find(near, TL_STR("]_"), 1);
    bool is_reference = end < near.len && tl_str_find_byte(near, ' ', 0) > end;
    if (is_reference) {
        replace_by_object(t, t->at + end + 2);
    } else {
        t->at++;
    }
}

/* A backslash is no text, nor is white space behind it. */
static void
take_escape(inline_text *t)
{
    size_t next = t->at + 1;
    bool is_blank = next < t->bytes.len && is_space(byte_at(t, next));
    flush(t, next + is_blank);
    if (!is_blank && t->at < t->bytes.len) {
        tl_utf8_next(t->bytes, &t->at);
    }
}

void
tl_rst_add_inline(tl_builder *builder, tl_range range)
{
    inline_text t = {.builder = builder, .begin = range.begin, .at = range.begin};
    t.run = t.at;
    t.bytes = tl_str_slice(builder->document->source->bytes, 0, range.end);
    while (t.at < range.end) {
        switch (t.bytes.ptr[t.at]) {
        case '\\': take_escape(&t); break;
        case '*': take_emphasis(&t); break;
        case '|': take_substitution(&t); break;
        case '[': take_footnote(&t); break;
        case '`':
            if (byte_at(&t, t.at + 1) == '`') {
                take_literal(&t);
            } else {
                take_interpreted(&t);
            }
            break;
        default: t.at++; break;
        }
    }
    t.at = range.end;
    flush(&t, range.end);
}
