/* SPDX-License-Identifier: MPL-2.0 */
/* HTML and XHTML files: their reader, what they say of their encoding, and what a text has to look
 * like to stand in them. */
#include "readers/html_attribute.h"
#include "readers/html_text.h"
#include "readers/readers.h"

static bool
is_xhtml(tl_str text)
{
    return tl_str_starts_with(text, TL_STR("<?xml"));
}

static bool
read_html(tl_document *document, tl_error *error)
{
    (void)error;
    tl_source *source = document->source;
    tl_builder builder;
    tl_html_text html;
    tl_range all = {tl_source_text_begin(source), (uint32_t)source->bytes.len};
    tl_builder_init(&builder, document);
    tl_html_text_init(&html, &builder);
    html.is_xml = is_xhtml(tl_str_at(source->bytes, all));
    tl_html_text_read(&html, all);
    tl_html_text_end(&html);
    tl_html_text_clear(&html);
    tl_builder_clear(&builder);
    return true;
}

/* What stands behind `key` and "=" in `text`, without quotation marks; empty if it is not there. */
static tl_str
value_of(tl_str text, tl_str key)
{
    size_t begin = tl_str_find(text, key, 0);
    tl_str rest = tl_str_trim(tl_str_slice(text, begin + key.len, text.len));
    if (begin == text.len || !tl_str_starts_with(rest, TL_STR("="))) {
        return (tl_str){NULL, 0};
    }
    rest = tl_str_trim(tl_str_slice(rest, 1, rest.len));
    bool is_quoted = rest.len > 0 && (rest.ptr[0] == '"' || rest.ptr[0] == '\'');
    size_t end =
        is_quoted ? tl_str_find_byte(rest, rest.ptr[0], 1) : tl_str_find_byte(rest, ';', 0);
    return tl_str_trim(tl_str_slice(rest, is_quoted, end));
}

/* <meta charset="…">, <meta http-equiv="Content-Type" content="text/html; charset=…"> */
static tl_str
charset_of_meta(const tl_html_tokenizer *tokenizer)
{
    tl_str charset = tl_html_attribute_find(tokenizer, TL_STR("charset"));
    tl_str content = tl_html_attribute_find(tokenizer, TL_STR("content"));
    tl_str header = tl_html_attribute_find(tokenizer, TL_STR("http-equiv"));
    bool is_type = tl_str_equal_ascii_nocase(header, TL_STR("content-type"));
    return charset.len ? charset
           : is_type   ? value_of(content, TL_STR("charset"))
                       : (tl_str){NULL, 0};
}

/* WHATWG HTML, 13.2.3.2: in the first 1024 bytes, outside of comments. */
static tl_str
declared_encoding(tl_str bytes)
{
    enum { FARTHEST = 1024 };
    tl_str head = tl_str_slice(bytes, 0, FARTHEST), found = {NULL, 0};
    if (is_xhtml(head)) {
        tl_str declaration = tl_str_slice(head, 0, tl_str_find(head, TL_STR("?>"), 0));
        found = value_of(declaration, TL_STR("encoding"));
    }
    tl_html_tokenizer tokenizer = tl_html_tokenizer_for(head);
    tl_html_token token;
    while (found.len == 0 && tl_html_next(&tokenizer, &token)) {
        if (token.kind == TL_HTML_START_TAG &&
            tl_str_equal_ascii_nocase(tl_str_at(head, token.inside), TL_STR("meta"))) {
            found = charset_of_meta(&tokenizer);
        }
    }
    tl_html_tokenizer_clear(&tokenizer);
    return found;
}

/* In text and in the values of attributes alike. */
static void
escape_html(tl_str text, tl_buf *out)
{
    for (size_t i = 0; i < text.len; i++) {
        switch (text.ptr[i]) {
        case '&': tl_buf_add_cstr(out, "&amp;"); break;
        case '<': tl_buf_add_cstr(out, "&lt;"); break;
        case '>': tl_buf_add_cstr(out, "&gt;"); break;
        case '"': tl_buf_add_cstr(out, "&quot;"); break;
        default: tl_buf_add_byte(out, text.ptr[i]); break;
        }
    }
}

const tl_reader tl_reader_html = {
    .id = "html",
    .summary = "HTML: text, and attributes that are prose",
    .extensions = (const char *const[]){"html", "htm", "xhtml", NULL},
    .comment = {.open = "<!-- ", .close = " -->"},
    .declared_encoding = declared_encoding,
    .escape = escape_html,
    .read = read_html,
};
