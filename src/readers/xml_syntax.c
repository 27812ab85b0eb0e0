/* SPDX-License-Identifier: MPL-2.0 */
/* The little of XML's syntax that is wanted before it is parsed and when it is written. */
#include "readers/xml_syntax.h"

static bool
is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static size_t
skip_space(tl_str text, size_t at)
{
    while (at < text.len && is_space(text.ptr[at])) {
        at++;
    }
    return at;
}

/* The value behind the name of a pseudo-attribute that ends at `at`, or empty. */
static tl_str
value_at(tl_str text, size_t at)
{
    at = skip_space(text, at);
    if (at >= text.len || text.ptr[at] != '=') {
        return (tl_str){NULL, 0};
    }
    at = skip_space(text, at + 1);
    char quote = at < text.len ? text.ptr[at] : ' ';
    if (quote != '"' && quote != '\'') {
        return (tl_str){NULL, 0};
    }
    size_t end = tl_str_find_byte(text, quote, at + 1);
    return end < text.len ? tl_str_slice(text, at + 1, end) : (tl_str){NULL, 0};
}

tl_str
tl_xml_declared_encoding(tl_str bytes)
{
    tl_str mark = TL_STR("\xEF\xBB\xBF"), name = TL_STR("encoding");
    size_t begin = tl_str_starts_with(bytes, mark) ? mark.len : 0;
    tl_str rest = tl_str_slice(bytes, begin, bytes.len);
    if (!tl_str_starts_with(rest, TL_STR("<?xml"))) {
        return (tl_str){NULL, 0};
    }
    tl_str declaration = tl_str_slice(rest, 0, tl_str_find_byte(rest, '>', 0));
    size_t at = tl_str_find(declaration, name, 0);
    return at < declaration.len ? value_at(declaration, at + name.len) : (tl_str){NULL, 0};
}

void
tl_xml_escape(tl_str text, tl_buf *out)
{
    for (size_t i = 0; i < text.len; i++) {
        switch (text.ptr[i]) {
        case '&': tl_buf_add_cstr(out, "&amp;"); break;
        case '<': tl_buf_add_cstr(out, "&lt;"); break;
        case '>': tl_buf_add_cstr(out, "&gt;"); break;
        default: tl_buf_add_byte(out, text.ptr[i]);
        }
    }
}
