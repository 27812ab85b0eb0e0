/* SPDX-License-Identifier: MPL-2.0 */
/* Completion: the good forms that what stands before the cursor may become. Each item has its own
 * edit and is filtered by what is typed, since clients' ideas of a word do not fit names with
 * hyphens, several words, or a form in another script than the one typed. In a termbase or a
 * configuration it is their keys and choices. */
#include "lsp/places.h"
#include "termlint_tools.h"

#include <stdlib.h>

enum {
    MOST_ITEMS = 50,
    CONTEXT = 4096, /* bytes before the cursor that tell the language */
};

typedef struct offering {
    const tl_lsp_server *server;
    const tl_lsp_document *document;
    uint32_t cursor;
    json_t *items;
} offering;

static void
offer(void *context, const termlint_completion *completion)
{
    offering *o = context;
    tl_range range = {o->cursor - (uint32_t)completion->replaces, o->cursor};
    tl_str typed = tl_str_at(tl_buf_str(&o->document->text.bytes), range);
    tl_buf detail = {0}, sort = {0};
    tl_buf_add_format(&detail, "%s%s%s", completion->type, *completion->concept ? ": " : "",
                      completion->concept);
    tl_buf_add_format(&sort, "%04zu", json_array_size(o->items));
    json_array_append_new(
        o->items,
        json_pack("{s:s, s:i, s:s%, s:s%, s:s%, s:{s:o, s:s}}", "label", completion->text, "kind",
                  1, "detail", detail.ptr, detail.len, "sortText", sort.ptr, sort.len, "filterText",
                  typed.ptr, typed.len, "textEdit", "range",
                  tl_lsp_range(o->server, &o->document->text, range), "newText", completion->text));
    tl_buf_clear(&detail);
    tl_buf_clear(&sort);
}

/* The text before the cursor, NUL-terminated, from `begin` on or the next whole character. */
static tl_buf
text_before(const tl_lsp_document *document, size_t begin, uint32_t cursor)
{
    tl_str all = tl_buf_str(&document->text.bytes);
    tl_buf before = {0};
    while (begin < cursor && ((unsigned char)all.ptr[begin] & 0xC0u) == 0x80u) {
        begin++;
    }
    tl_buf_add(&before, tl_str_slice(all, begin, cursor));
    tl_buf_add_byte(&before, '\0');
    return before;
}

/* In a termbase or a configuration its own keys are offered; as a text it has nothing to offer. */
static void
offer_terms(offering *o, const termlint_checker *checker)
{
    tl_buf before =
        text_before(o->document, o->cursor > CONTEXT ? o->cursor - CONTEXT : 0, o->cursor);
    const termlint_completing asked = {.before = before.ptr, .limit = MOST_ITEMS};
    termlint_complete(checker, &asked, offer, o);
    tl_buf_clear(&before);
}

static void
offer_keys(offering *o, const termlint_checker *checker)
{
    tl_buf before = text_before(o->document, 0, o->cursor);
    bool is_config = tl_lsp_is_config(o->document);
    termlint_complete_yaml(checker, before.ptr, is_config, offer, o);
    tl_buf_clear(&before);
}

static json_t *
complete(tl_lsp_server *server, const json_t *params, tl_lsp_refusal *refusal)
{
    (void)refusal;
    const tl_lsp_document *document = tl_lsp_document_of(server, params);
    const termlint_checker *checker = document ? tl_lsp_checker(server, document->name) : NULL;
    bool is_setting = document && !document->is_prose && tl_lsp_is_setting(server, document);
    tl_caret caret;
    if (document == NULL || !tl_lsp_get_caret(params, "position", &caret) ||
        (!document->is_prose && !is_setting)) {
        return NULL;
    }
    offering o = {.server = server,
                  .document = document,
                  .cursor = tl_text_offset(&document->text, caret, server->client.unit),
                  .items = json_array()};
    if (is_setting) {
        offer_keys(&o, checker);
    } else if (checker) {
        offer_terms(&o, checker);
    }
    return json_pack("{s:b, s:o}", "isIncomplete", 1, "items", o.items);
}

const tl_method tl_method_completion = {.name = "textDocument/completion", .answer = complete};
