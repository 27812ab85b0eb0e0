/* SPDX-License-Identifier: MPL-2.0 */
/* Places as the protocol has them: lines and characters from 0, in the units agreed upon. */
#include "lsp/places.h"

#include "base/utf8.h"

static json_t *
position(tl_caret caret)
{
    return json_pack("{s:I, s:I}", "line", (json_int_t)caret.line, "character",
                     (json_int_t)caret.character);
}

termlint_bytes
tl_lsp_bytes(const tl_text *text)
{
    return (termlint_bytes){text->bytes.ptr, text->bytes.len};
}

json_t *
tl_lsp_range(const tl_lsp_server *server, const tl_text *text, tl_range range)
{
    return json_pack("{s:o, s:o}", "start",
                     position(tl_text_caret(text, range.begin, server->client.unit)), "end",
                     position(tl_text_caret(text, range.end, server->client.unit)));
}

static bool
is_within_word(char byte)
{
    return (unsigned char)byte > ' ' && byte != ',' && byte != ':' && byte != ']' && byte != '}';
}

tl_range
tl_lsp_range_at(const tl_text *text, uint32_t line, uint32_t column)
{
    tl_str bytes = tl_buf_str(&text->bytes);
    size_t at = line > text->line_count ? bytes.len : text->lines[line ? line - 1 : 0];
    for (uint32_t i = 1; i < column && at < bytes.len && bytes.ptr[at] != '\n'; i++) {
        tl_utf8_next(bytes, &at);
    }
    size_t end = at;
    while (end < bytes.len && is_within_word(bytes.ptr[end])) {
        end++;
    }
    return (tl_range){(uint32_t)at, (uint32_t)end};
}

static bool
get_number(const json_t *object, const char *key, uint32_t *number)
{
    const json_t *value = json_object_get(object, key);
    json_int_t given = json_integer_value(value);
    *number = given > UINT32_MAX ? UINT32_MAX : (uint32_t)given;
    return json_is_integer(value) && given >= 0;
}

bool
tl_lsp_get_caret(const json_t *object, const char *key, tl_caret *caret)
{
    const json_t *place = json_object_get(object, key);
    return get_number(place, "line", &caret->line) &&
           get_number(place, "character", &caret->character);
}

bool
tl_lsp_get_range(const tl_lsp_server *server, const tl_text *text, const json_t *object,
                 tl_range *range)
{
    tl_caret start, end;
    if (!tl_lsp_get_caret(object, "start", &start) || !tl_lsp_get_caret(object, "end", &end)) {
        return false;
    }
    range->begin = tl_text_offset(text, start, server->client.unit);
    range->end = tl_text_offset(text, end, server->client.unit);
    return range->begin <= range->end;
}

json_t *
tl_lsp_text_edit(const tl_lsp_server *server, const tl_text *text, tl_range range,
                 const char *replacement)
{
    return json_pack("{s:o, s:s}", "range", tl_lsp_range(server, text, range), "newText",
                     replacement);
}

json_t *
tl_lsp_workspace_edit(const tl_lsp_server *server, const char *uri, const tl_lsp_document *document,
                      json_t *edits)
{
    if (server->client.has_document_changes) {
        return json_pack("{s:[{s:{s:s, s:o}, s:o}]}", "documentChanges", "textDocument", "uri", uri,
                         "version", document ? json_integer(document->version) : json_null(),
                         "edits", edits);
    }
    return json_pack("{s:{s:o}}", "changes", uri, edits);
}
