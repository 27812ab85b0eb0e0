/* SPDX-License-Identifier: MPL-2.0 */
/* The inline markup of reStructuredText (its specification, "Inline markup recognition rules"): a
 * start-string has no word before it and no white space behind it, an end-string the other way
 * round; a backslash takes away what the next character means. An end is looked for in the same
 * range only, and for each kind not again once there is none. */
#include "readers/rst_inline.h"

#include "base/utf8.h"
#include "readers/markup_walk.h"

typedef struct inline_text {
    tl_markup_walk walk;
    size_t no_end[4]; /* by kind of markup: before this there is no end-string */
} inline_text;

enum { EMPHASIS, LITERAL, INTERPRETED, SUBSTITUTION };

static bool
is_word_before(const inline_text *t, size_t at)
{
    return tl_markup_is_word(tl_markup_before(&t->walk, at));
}

static bool
is_word_behind(const inline_text *t, size_t at)
{
    return tl_markup_is_word(tl_markup_behind(&t->walk, at));
}

static bool
starts_markup(const inline_text *t, size_t length)
{
    return !is_word_before(t, t->walk.at) &&
           !tl_markup_is_space(tl_markup_byte(&t->walk, t->walk.at + length));
}

/* The place of the end-string, behind some text; 0 if there is none. */
static size_t
find_end(inline_text *t, tl_str mark, int kind)
{
    size_t at = t->walk.at + mark.len + 1;
    if (t->walk.at < t->no_end[kind]) {
        return 0;
    }
    while ((at = tl_str_find(t->walk.bytes, mark, at)) < t->walk.bytes.len) {
        bool is_escaped = kind != LITERAL && tl_markup_byte(&t->walk, at - 1) == '\\';
        if (!tl_markup_is_space(tl_markup_byte(&t->walk, at - 1)) && !is_escaped &&
            !is_word_behind(t, at + mark.len)) {
            return at;
        }
        at++;
    }
    t->no_end[kind] = t->walk.bytes.len;
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
    if (at <= t->walk.begin + 1 || tl_markup_byte(&t->walk, at - 1) != ':') {
        return (tl_str){NULL, 0};
    }
    while (begin > t->walk.begin && at - begin < LONGEST_ROLE &&
           (tl_markup_is_word((unsigned char)tl_markup_byte(&t->walk, begin - 1)) ||
            tl_markup_byte(&t->walk, begin - 1) == '-' ||
            tl_markup_byte(&t->walk, begin - 1) == ':' ||
            tl_markup_byte(&t->walk, begin - 1) == '+')) {
        begin--;
    }
    tl_str role = tl_str_slice(t->walk.bytes, begin, at - 1);
    return tl_str_starts_with(role, TL_STR(":")) ? tl_str_slice(role, 1, role.len)
                                                 : (tl_str){NULL, 0};
}

/* Where the text before "<target>" ends; the end if there is no target. */
static size_t
target_begin(const inline_text *t, size_t begin, size_t end)
{
    if (end == begin || tl_markup_byte(&t->walk, end - 1) != '>') {
        return end;
    }
    for (size_t at = end - 1; at > begin; at--) {
        if (tl_markup_byte(&t->walk, at) == '<') {
            return at;
        }
    }
    return end;
}

static void
take_interpreted(inline_text *t)
{
    tl_str role = role_before(t, t->walk.at);
    size_t begin = t->walk.at + 1;
    bool may_start = role.len > 0 || starts_markup(t, 1);
    size_t end = may_start ? find_end(t, TL_STR("`"), INTERPRETED) : 0;
    if (end == 0) {
        t->walk.at++;
        return;
    }
    size_t behind = end + 1;
    while (tl_markup_byte(&t->walk, behind) == '_') {
        behind++;
    }
    size_t target = target_begin(t, begin, end);
    bool is_prose = role.len == 0 || is_prose_role(role) || target < end;
    if (role.len > 0) { /* the role itself is no text */
        t->walk.at -= role.len + 2;
    }
    if (!is_prose) {
        tl_markup_replace(&t->walk, behind);
        return;
    }
    tl_markup_flush(&t->walk, begin);
    t->walk.at = target;
    tl_markup_flush(&t->walk, behind);
}

static void
take_literal(inline_text *t)
{
    size_t end = starts_markup(t, 2) ? find_end(t, TL_STR("``"), LITERAL) : 0;
    if (end == 0) {
        t->walk.at += 2;
    } else {
        tl_markup_replace(&t->walk, end + 2);
    }
}

/* "*" or "**" at the begin or the end of emphasis is no text. */
static void
take_emphasis(inline_text *t)
{
    size_t length = tl_markup_byte(&t->walk, t->walk.at + 1) == '*' ? 2 : 1;
    bool is_end = t->walk.at > t->walk.begin &&
                  !tl_markup_is_space(tl_markup_byte(&t->walk, t->walk.at - 1)) &&
                  !is_word_behind(t, t->walk.at + length);
    if (is_end || starts_markup(t, length)) {
        tl_markup_flush(&t->walk, t->walk.at + length);
    } else {
        t->walk.at += length;
    }
}

static void
take_substitution(inline_text *t)
{
    size_t end = starts_markup(t, 1) ? find_end(t, TL_STR("|"), SUBSTITUTION) : 0;
    if (end == 0) {
        t->walk.at++;
    } else {
        tl_markup_replace(&t->walk, end + 1);
    }
}

/* [1]_, [#name]_, [CIT2002]_ */
static void
take_footnote(inline_text *t)
{
    enum { LONGEST_LABEL = 64 };
    tl_str near = tl_str_slice(t->walk.bytes, t->walk.at, t->walk.at + LONGEST_LABEL);
    size_t end = tl_str_find(near, TL_STR("]_"), 1);
    bool is_reference = end < near.len && tl_str_find_byte(near, ' ', 0) > end;
    if (is_reference) {
        tl_markup_replace(&t->walk, t->walk.at + end + 2);
    } else {
        t->walk.at++;
    }
}

/* A backslash is no text, nor is white space behind it. */
static void
take_escape(inline_text *t)
{
    size_t next = t->walk.at + 1;
    bool is_blank = next < t->walk.bytes.len && tl_markup_is_space(tl_markup_byte(&t->walk, next));
    tl_markup_flush(&t->walk, next + is_blank);
    if (!is_blank && t->walk.at < t->walk.bytes.len) {
        tl_utf8_next(t->walk.bytes, &t->walk.at);
    }
}

void
tl_rst_add_inline(tl_builder *builder, tl_range range)
{
    inline_text t = {.walk = tl_markup_walk_through(builder, range)};
    while (t.walk.at < range.end) {
        switch (t.walk.bytes.ptr[t.walk.at]) {
        case '\\': take_escape(&t); break;
        case '*': take_emphasis(&t); break;
        case '|': take_substitution(&t); break;
        case '[': take_footnote(&t); break;
        case '`':
            if (tl_markup_byte(&t.walk, t.walk.at + 1) == '`') {
                take_literal(&t);
            } else {
                take_interpreted(&t);
            }
            break;
        default: t.walk.at++; break;
        }
    }
    t.walk.at = range.end;
    tl_markup_flush(&t.walk, range.end);
}
