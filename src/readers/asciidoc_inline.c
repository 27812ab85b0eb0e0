/* SPDX-License-Identifier: MPL-2.0 */
/* The inline markup of AsciiDoc. A constrained mark (*) stands at the edge of a word, an
 * unconstrained one (**) anywhere; both are left out of the text. What ends with a certain byte is
 * looked for in the same range only, and no stretch is searched twice for it. */
#include "readers/asciidoc_inline.h"

#include "base/utf8.h"
#include "readers/reference.h"

/* Where a byte that may end markup stands, as it was last looked for. */
typedef struct found_byte {
    size_t from, at;
} found_byte;

static const tl_str end_bytes = TL_STR_INIT("`+}>]");

typedef struct inline_text {
    tl_builder *builder, *aside;
    tl_str bytes;        /* of the source, up to the end of the range */
    size_t begin;        /* of the range */
    size_t at, run;      /* where we are; where the text begins that is still to be added */
    found_byte found[5]; /* of each of end_bytes */
} inline_text;

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
is_ascii_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

static bool
is_word_character(uint32_t c)
{
    return c < 0x80 ? is_ascii_word((char)c) : c != 0xAB && c != 0xBB && (c < 0x2000 || c > 0x206F);
}

static bool
is_word_before(const inline_text *t)
{
    size_t before = t->at;
    return t->at > t->begin && is_word_character(tl_utf8_previous(t->bytes, &before));
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

/* The place of one of end_bytes from `from` on; 0 if there is none. */
static size_t
find_byte(inline_text *t, char byte, size_t from)
{
    found_byte *found = &t->found[tl_str_find_byte(end_bytes, byte, 0)];
    if (found->at == 0 || from < found->from || from > found->at) {
        *found = (found_byte){from, tl_str_find_byte(t->bytes, byte, from)};
    }
    return found->at < t->bytes.len ? found->at : 0;
}

/* The mark of bold, italic or highlighted text is left out. */
static void
take_mark(inline_text *t, char mark)
{
    size_t length = byte_at(t, t->at + 1) == mark ? 2 : 1;
    bool is_open = !is_space(byte_at(t, t->at + length));
    bool is_close = t->at > t->begin && !is_space(byte_at(t, t->at - 1));
    bool is_constrained =
        (is_open && !is_word_before(t)) || (is_close && !is_word_behind(t, t->at + length));
    if (length == 2 ? is_open || is_close : is_constrained) {
        flush(t, t->at + length);
    } else {
        t->at += length;
    }
}

/* `code`, ``code``, +literal+; but "`quoted`" and '`quoted`'. */
static void
take_monospace(inline_text *t, char mark)
{
    size_t length = byte_at(t, t->at + 1) == mark ? 2 : 1;
    char before = t->at > t->begin ? byte_at(t, t->at - 1) : '\0';
    char behind = byte_at(t, t->at + length);
    bool is_quote =
        mark == '`' && (before == '"' || before == '\'' || behind == '"' || behind == '\'');
    if (is_quote || is_space(behind) || (length == 1 && is_word_before(t))) {
        t->at += length;
        return;
    }
    size_t end = find_byte(t, mark, t->at + length);
    while (end > 0 && length == 2 && byte_at(t, end + 1) != mark) {
        end = find_byte(t, mark, end + 1);
    }
    if (end == 0) {
        t->at += length;
    } else {
        replace_by_object(t, end + length);
    }
}

/* {attribute} */
static void
take_attribute(inline_text *t)
{
    enum { LONGEST_NAME = 64 };
    size_t end = find_byte(t, '}', t->at + 1);
    bool is_near = end > t->at + 1 && end - t->at <= LONGEST_NAME;
    if (is_near && tl_str_find_byte(tl_str_slice(t->bytes, t->at, end), ' ', 0) == end - t->at) {
        replace_by_object(t, end + 1);
    } else {
        t->at++;
    }
}

/* <<id,text>> */
static void
take_reference(inline_text *t)
{
    size_t end = byte_at(t, t->at + 1) == '<' ? find_byte(t, '>', t->at + 2) : 0;
    if (end == 0 || byte_at(t, end + 1) != '>') {
        t->at++;
        return;
    }
    size_t comma = tl_str_find_byte(tl_str_slice(t->bytes, 0, end), ',', t->at);
    if (comma == end) {
        replace_by_object(t, end + 2);
        return;
    }
    flush(t, comma + 1);
    t->at = end;
    flush(t, end + 2);
}

static bool
is_target_byte(char c)
{
    return !is_space(c) && c != '[' && c != ']' && c != '<' && c != '>' && c != '"';
}

/* Where the name of the macro or the scheme that ends before the colon at `at` begins. */
static size_t
name_begin(const inline_text *t, size_t at)
{
    enum { LONGEST_NAME = 16 };
    size_t begin = at;
    while (begin > t->run && at - begin < LONGEST_NAME && is_ascii_word(byte_at(t, begin - 1))) {
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
    tl_str text = tl_str_slice(t->bytes, begin, end);
    t->aside->role = TL_ROLE_NOTE;
    t->aside->language = t->builder->language;
    tl_builder_add(t->aside, (tl_range){(uint32_t)begin, (uint32_t)(begin + text.len)});
    tl_builder_end(t->aside);
}

/* name:target[text] around the colon at t->at */
static void
take_macro(inline_text *t)
{
    size_t begin = name_begin(t, t->at), open = t->at + 1;
    macro kind = macro_of(tl_str_slice(t->bytes, begin, t->at));
    while (kind != MACRO_NONE && open < t->bytes.len && is_target_byte(t->bytes.ptr[open])) {
        open++;
    }
    size_t end = kind != MACRO_NONE && byte_at(t, open) == '[' ? find_byte(t, ']', open) : 0;
    if (end == 0) {
        t->at = kind == MACRO_NONE ? t->at + 1 : open;
        return;
    }
    t->at = begin;
    if (kind == MACRO_LINK && end > open + 1) {
        flush(t, open + 1);
        t->at = end;
        flush(t, end + 1);
        return;
    }
    replace_by_object(t, end + 1);
    if (kind == MACRO_NOTE) {
        add_note(t, open + 1, end);
    }
}

static void
take_ampersand(inline_text *t)
{
    tl_reference reference = tl_reference_at(t->bytes, t->at, false);
    size_t begin = t->at, end = begin + reference.length;
    if (reference.length == 0) {
        t->at++;
        return;
    }
    flush(t, end);
    tl_builder_add_as(t->builder, (tl_str){reference.text, reference.text_length},
                      (tl_range){(uint32_t)begin, (uint32_t)end});
}

/* A backslash before markup is no text. */
static void
take_escape(inline_text *t)
{
    char next = byte_at(t, t->at + 1);
    bool escapes = next != '\0' && tl_str_find_byte(TL_STR("*_`#+{<[^~\\"), next, 0) < 11;
    if (escapes) {
        flush(t, t->at + 1);
    }
    t->at++;
}

void
tl_asciidoc_add_inline(tl_builder *builder, tl_builder *aside, tl_range range)
{
    inline_text t = {.builder = builder, .aside = aside, .begin = range.begin, .at = range.begin};
    t.run = t.at;
    t.bytes = tl_str_slice(builder->document->source->bytes, 0, range.end);
    while (t.at < range.end) {
        char c = t.bytes.ptr[t.at];
        switch (c) {
        case '\\': take_escape(&t); break;
        case '*':
        case '_':
        case '#': take_mark(&t, c); break;
        case '`':
        case '+': take_monospace(&t, c); break;
        case '^': flush(&t, t.at + 1); break;
        case '~': flush(&t, t.at + 1); break;
        case '{': take_attribute(&t); break;
        case '<': take_reference(&t); break;
        case ':': take_macro(&t); break;
        case '&': take_ampersand(&t); break;
        default: t.at++; break;
        }
    }
    t.at = range.end;
    flush(&t, range.end);
}
