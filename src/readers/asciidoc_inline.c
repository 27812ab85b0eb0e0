/* SPDX-License-Identifier: MPL-2.0 */
/* The inline markup of AsciiDoc. A constrained mark (*) stands at the edge of a word, an
 * unconstrained one (**) anywhere; both are left out of the text. What ends with a certain byte is
 * looked for in the same range only, and no stretch is searched twice for it. */
#include "readers/asciidoc_inline.h"

#include "readers/markup_walk.h"
#include "readers/reference.h"

/* Where a byte that may end markup stands, as it was last looked for. */
typedef struct found_byte {
    size_t from, at;
} found_byte;

static const tl_str end_bytes = TL_STR_INIT("`+}>]");

typedef struct inline_text {
    tl_markup_walk walk;
    tl_builder *aside;
    found_byte found[5]; /* of each of end_bytes */
} inline_text;

/* An underscore is a letter. */
static bool
is_word(uint32_t c)
{
    return c == '_' || tl_markup_is_word(c);
}

static bool
is_word_before(const inline_text *t)
{
    return is_word(tl_markup_before(&t->walk, t->walk.at));
}

static bool
is_word_behind(const inline_text *t, size_t at)
{
    return is_word(tl_markup_behind(&t->walk, at));
}

/* The place of one of end_bytes from `from` on; 0 if there is none. */
static size_t
find_byte(inline_text *t, char byte, size_t from)
{
    found_byte *found = &t->found[tl_str_find_byte(end_bytes, byte, 0)];
    if (found->at == 0 || from < found->from || from > found->at) {
        *found = (found_byte){from, tl_str_find_byte(t->walk.bytes, byte, from)};
    }
    return found->at < t->walk.bytes.len ? found->at : 0;
}

/* The mark of bold, italic or highlighted text is left out. */
static void
take_mark(inline_text *t, char mark)
{
    size_t length = tl_markup_byte(&t->walk, t->walk.at + 1) == mark ? 2 : 1;
    bool is_open = !tl_markup_is_space(tl_markup_byte(&t->walk, t->walk.at + length));
    bool is_close =
        t->walk.at > t->walk.begin && !tl_markup_is_space(tl_markup_byte(&t->walk, t->walk.at - 1));
    bool is_constrained =
        (is_open && !is_word_before(t)) || (is_close && !is_word_behind(t, t->walk.at + length));
    if (length == 2 ? is_open || is_close : is_constrained) {
        tl_markup_flush(&t->walk, t->walk.at + length);
    } else {
        t->walk.at += length;
    }
}

/* `code`, ``code``, +literal+; but "`quoted`" and '`quoted`'. */
static void
take_monospace(inline_text *t, char mark)
{
    size_t length = tl_markup_byte(&t->walk, t->walk.at + 1) == mark ? 2 : 1;
    char before = t->walk.at > t->walk.begin ? tl_markup_byte(&t->walk, t->walk.at - 1) : '\0';
    char behind = tl_markup_byte(&t->walk, t->walk.at + length);
    bool is_quote =
        mark == '`' && (before == '"' || before == '\'' || behind == '"' || behind == '\'');
    if (is_quote || tl_markup_is_space(behind) || (length == 1 && is_word_before(t))) {
        t->walk.at += length;
        return;
    }
    size_t end = find_byte(t, mark, t->walk.at + length);
    while (end > 0 && length == 2 && tl_markup_byte(&t->walk, end + 1) != mark) {
        end = find_byte(t, mark, end + 1);
    }
    if (end == 0) {
        t->walk.at += length;
    } else {
        tl_markup_replace(&t->walk, end + length);
    }
}

/* {attribute} */
static void
take_attribute(inline_text *t)
{
    enum { LONGEST_NAME = 64 };
    size_t end = find_byte(t, '}', t->walk.at + 1);
    bool is_near = end > t->walk.at + 1 && end - t->walk.at <= LONGEST_NAME;
    if (is_near && tl_str_find_byte(tl_str_slice(t->walk.bytes, t->walk.at, end), ' ', 0) ==
                       end - t->walk.at) {
        tl_markup_replace(&t->walk, end + 1);
    } else {
        t->walk.at++;
    }
}

/* <<id,text>> */
static void
take_reference(inline_text *t)
{
    size_t end =
        tl_markup_byte(&t->walk, t->walk.at + 1) == '<' ? find_byte(t, '>', t->walk.at + 2) : 0;
    if (end == 0 || tl_markup_byte(&t->walk, end + 1) != '>') {
        t->walk.at++;
        return;
    }
    size_t comma = tl_str_find_byte(tl_str_slice(t->walk.bytes, 0, end), ',', t->walk.at);
    if (comma == end) {
        tl_markup_replace(&t->walk, end + 2);
        return;
    }
    tl_markup_flush(&t->walk, comma + 1);
    t->walk.at = end;
    tl_markup_flush(&t->walk, end + 2);
}

static bool
is_target_byte(char c)
{
    return !tl_markup_is_space(c) && c != '[' && c != ']' && c != '<' && c != '>' && c != '"';
}

static bool
is_name_byte(char c)
{
    return (unsigned char)c < 0x80 && is_word((unsigned char)c);
}

/* Where the name of the macro or the scheme that ends before the colon at `at` begins. */
static size_t
name_begin(const inline_text *t, size_t at)
{
    enum { LONGEST_NAME = 16 };
    size_t begin = at;
    while (begin > t->walk.run && at - begin < LONGEST_NAME &&
           is_name_byte(tl_markup_byte(&t->walk, begin - 1))) {
        begin--;
    }
    return begin;
}

typedef enum macro { MACRO_NONE, MACRO_LINK, MACRO_OBJECT, MACRO_NOTE } macro;

static macro
macro_of(tl_str name)
{
    static const struct {
        tl_str name;
        macro kind;
    } macros[] = {
        {TL_STR_INIT("link"), MACRO_LINK},        {TL_STR_INIT("http"), MACRO_LINK},
        {TL_STR_INIT("https"), MACRO_LINK},       {TL_STR_INIT("ftp"), MACRO_LINK},
        {TL_STR_INIT("mailto"), MACRO_LINK},      {TL_STR_INIT("xref"), MACRO_LINK},
        {TL_STR_INIT("image"), MACRO_NOTE},       {TL_STR_INIT("footnote"), MACRO_NOTE},
        {TL_STR_INIT("footnoteref"), MACRO_NOTE}, {TL_STR_INIT("kbd"), MACRO_OBJECT},
        {TL_STR_INIT("icon"), MACRO_OBJECT},      {TL_STR_INIT("stem"), MACRO_OBJECT},
        {TL_STR_INIT("latexmath"), MACRO_OBJECT}, {TL_STR_INIT("asciimath"), MACRO_OBJECT},
        {TL_STR_INIT("pass"), MACRO_OBJECT},      {TL_STR_INIT("anchor"), MACRO_OBJECT},
        {TL_STR_INIT("indexterm"), MACRO_OBJECT},
    };
    for (size_t i = 0; i < sizeof macros / sizeof macros[0]; i++) {
        if (tl_str_equal(name, macros[i].name)) {
            return macros[i].kind;
        }
    }
    return MACRO_NONE;
}

static void
add_note(inline_text *t, size_t begin, size_t end)
{
    tl_str text = tl_str_slice(t->walk.bytes, begin, end);
    t->aside->role = TL_ROLE_NOTE;
    t->aside->language = t->walk.builder->language;
    tl_builder_add(t->aside, (tl_range){(uint32_t)begin, (uint32_t)(begin + text.len)});
    tl_builder_end(t->aside);
}

/* name:target[text] around the colon at t->walk.at */
static void
take_macro(inline_text *t)
{
    size_t begin = name_begin(t, t->walk.at), open = t->walk.at + 1;
    macro kind = macro_of(tl_str_slice(t->walk.bytes, begin, t->walk.at));
    while (kind != MACRO_NONE && open < t->walk.bytes.len &&
           is_target_byte(t->walk.bytes.ptr[open])) {
        open++;
    }
    size_t end =
        kind != MACRO_NONE && tl_markup_byte(&t->walk, open) == '[' ? find_byte(t, ']', open) : 0;
    if (end == 0) {
        t->walk.at = kind == MACRO_NONE ? t->walk.at + 1 : open;
        return;
    }
    t->walk.at = begin;
    if (kind == MACRO_LINK && end > open + 1) {
        tl_markup_flush(&t->walk, open + 1);
        t->walk.at = end;
        tl_markup_flush(&t->walk, end + 1);
        return;
    }
    tl_markup_replace(&t->walk, end + 1);
    if (kind == MACRO_NOTE) {
        add_note(t, open + 1, end);
    }
}

static void
take_ampersand(inline_text *t)
{
    tl_reference reference = tl_reference_at(t->walk.bytes, t->walk.at, false);
    size_t begin = t->walk.at, end = begin + reference.length;
    if (reference.length == 0) {
        t->walk.at++;
        return;
    }
    tl_markup_flush(&t->walk, end);
    tl_builder_add_as(t->walk.builder, (tl_str){reference.text, reference.text_length},
                      (tl_range){(uint32_t)begin, (uint32_t)end});
}

/* A backslash before markup is no text. */
static void
take_escape(inline_text *t)
{
    char next = tl_markup_byte(&t->walk, t->walk.at + 1);
    bool escapes = next != '\0' && tl_str_find_byte(TL_STR("*_`#+{<[^~\\"), next, 0) < 11;
    if (escapes) {
        tl_markup_flush(&t->walk, t->walk.at + 1);
    }
    t->walk.at++;
}

void
tl_asciidoc_add_inline(tl_builder *builder, tl_builder *aside, tl_range range)
{
    inline_text t = {.walk = tl_markup_walk_through(builder, range), .aside = aside};
    while (t.walk.at < range.end) {
        char c = t.walk.bytes.ptr[t.walk.at];
        switch (c) {
        case '\\': take_escape(&t); break;
        case '*':
        case '_':
        case '#': take_mark(&t, c); break;
        case '`':
        case '+': take_monospace(&t, c); break;
        case '^': tl_markup_flush(&t.walk, t.walk.at + 1); break;
        case '~': tl_markup_flush(&t.walk, t.walk.at + 1); break;
        case '{': take_attribute(&t); break;
        case '<': take_reference(&t); break;
        case ':': take_macro(&t); break;
        case '&': take_ampersand(&t); break;
        default: t.walk.at++; break;
        }
    }
    t.walk.at = range.end;
    tl_markup_flush(&t.walk, range.end);
}
