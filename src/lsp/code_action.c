/* SPDX-License-Identifier: MPL-2.0 */
/* What may be done about findings. Ranges are those of our own check, never those that the client
 * echoes in its context, which some clients send in units of their own. */
#include "lsp/server.h"

#include <string.h>

#define FIX_ALL "source.fixAll.termlint"

static json_t *
edit_of(const tl_lsp_server *server, const tl_lsp_document *document, const termlint_edit *edit,
        const char *replacement)
{
    tl_range range = {edit->offset, edit->offset + edit->length};
    return json_pack("{s:o, s:s}", "range", tl_lsp_range(server, &document->text, range), "newText",
                     replacement);
}

/* The first suggestion may take several edits; another one is put in place of one that is whole. */
static void
add_edits(const tl_lsp_server *server, const tl_lsp_document *document, size_t index, size_t number,
          json_t *edits)
{
    termlint_finding finding;
    termlint_edit edit;
    termlint_report_finding(document->report, index, &finding);
    for (size_t i = 0; termlint_report_edit(document->report, index, i, &edit); i++) {
        bool is_whole = edit.offset == finding.offset && edit.length == finding.length;
        if (number == 0 || is_whole) {
            json_array_append_new(edits,
                                  edit_of(server, document, &edit,
                                          number == 0 ? edit.text : finding.suggestions[number]));
        }
    }
}

/* A kind is asked for by itself or by one above it: "source" asks for "source.fixAll". */
static bool
is_asked_for(const json_t *params, const char *kind)
{
    const json_t *only = json_object_get(json_object_get(params, "context"), "only");
    size_t i;
    json_t *item;
    json_array_foreach(only, i, item)
    {
        const char *asked = json_string_value(item);
        size_t length = asked ? strlen(asked) : 0;
        if (asked && strncmp(kind, asked, length) == 0 &&
            (length == 0 || kind[length] == '\0' || kind[length] == '.')) {
            return true;
        }
    }
    return only == NULL || json_is_null(only);
}

/* NULL if the suggestion cannot be put in place. */
static json_t *
replacement_action(const tl_lsp_server *server, const tl_lsp_document *document, size_t index,
                   size_t number)
{
    tl_buf title = {0};
    termlint_finding finding;
    termlint_report_finding(document->report, index, &finding);
    json_t *edits = json_array();
    add_edits(server, document, index, number, edits);
    if (json_array_size(edits) == 0) {
        json_decref(edits);
        return NULL;
    }
    tl_buf_add_format(&title, "Replace by “%s”", finding.suggestions[number]);
    json_t *action = json_pack("{s:s%, s:s, s:b, s:[o], s:o}", "title", title.ptr, title.len,
                               "kind", "quickfix", "isPreferred", number == 0 && finding.fixable,
                               "diagnostics", tl_lsp_diagnostic(server, &document->text, &finding),
                               "edit", tl_lsp_workspace_edit(server, document, edits));
    tl_buf_clear(&title);
    return action;
}

/* Whether a finding is touched by a selection; an empty one is a cursor, beside or in a word. */
static bool
touches(const termlint_finding *finding, tl_range range)
{
    return finding->offset <= range.end && range.begin <= finding->offset + finding->length;
}

static void
add_replacements(const tl_lsp_server *server, const tl_lsp_document *document, tl_range range,
                 json_t *actions)
{
    termlint_finding finding;
    for (size_t i = 0; termlint_report_finding(document->report, i, &finding); i++) {
        for (size_t k = 0; touches(&finding, range) && k < finding.suggestion_count; k++) {
            json_t *action = replacement_action(server, document, i, k);
            if (action) {
                json_array_append_new(actions, action);
            }
        }
    }
}

static void
add_fix_all(const tl_lsp_server *server, const tl_lsp_document *document, json_t *actions)
{
    json_t *edits = json_array();
    termlint_finding finding;
    for (size_t i = 0; termlint_report_finding(document->report, i, &finding); i++) {
        if (finding.fixable) {
            add_edits(server, document, i, 0, edits);
        }
    }
    if (json_array_size(edits)) {
        json_array_append_new(
            actions, json_pack("{s:s, s:s, s:o}", "title", "Make all safe replacements", "kind",
                               FIX_ALL, "edit", tl_lsp_workspace_edit(server, document, edits)));
    } else {
        json_decref(edits);
    }
}

static json_t *
code_action(tl_lsp_server *server, const json_t *params, tl_lsp_refusal *refusal)
{
    tl_lsp_document *document = tl_lsp_document_of(server, params);
    json_t *actions = json_array();
    tl_range range;
    if (document == NULL ||
        !tl_lsp_get_range(server, &document->text, json_object_get(params, "range"), &range)) {
        *refusal = (tl_lsp_refusal){TL_RPC_INVALID_PARAMS, "want an open document and a range"};
        return actions;
    }
    tl_lsp_refresh(server, document);
    if (is_asked_for(params, "quickfix")) {
        add_replacements(server, document, range, actions);
    }
    if (is_asked_for(params, FIX_ALL)) {
        add_fix_all(server, document, actions);
    }
    return actions;
}

const tl_method tl_method_code_action = {
    .name = "textDocument/codeAction",
    .answer = code_action,
};
