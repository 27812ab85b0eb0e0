/* SPDX-License-Identifier: MPL-2.0 */
/* What may be done about findings. Ranges are those of our own check, never those that the client
 * echoes in its context, which some clients send in units of their own. */
#include "lsp/diagnostics.h"
#include "lsp/offer.h"
#include "lsp/places.h"

#include <string.h>

#define FIX_ALL "source.fixAll.termlint"

/* The first suggestion may take several edits; another one is put in place of one that is
   whole. */
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
            tl_range range = {edit.offset, edit.offset + edit.length};
            json_array_append_new(
                edits, tl_lsp_text_edit(server, &document->text, range,
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
    json_t *action =
        json_pack("{s:s%, s:s, s:b, s:[o], s:o}", "title", title.ptr, title.len, "kind", "quickfix",
                  "isPreferred", number == 0 && finding.fixable, "diagnostics",
                  tl_lsp_diagnostic(server, &document->text, &finding), "edit",
                  tl_lsp_workspace_edit(server, document->uri, document, edits));
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

/* -- offers ----------------------------------------------------------------------------------- */

static tl_lsp_case
case_of(tl_lsp_server *server, const tl_lsp_document *document, size_t index)
{
    tl_lsp_case given = {.server = server, .document = document};
    termlint_report_finding(document->report, index, &given.finding);
    tl_range range = {given.finding.offset, given.finding.offset + given.finding.length};
    given.text = tl_str_at(tl_buf_str(&document->text.bytes), range);
    return given;
}

/* What tells later which offer it was, and about what. */
static json_t *
data_of(const tl_lsp_case *given, const tl_lsp_offer *offer)
{
    return json_pack(
        "{s:{s:s}, s:I, s:s, s:s, s:I, s:I}", "textDocument", "uri", given->document->uri,
        "version", given->document->version, "offer", offer->name, "rule", given->finding.rule,
        "offset", (json_int_t)given->finding.offset, "length", (json_int_t)given->finding.length);
}

/* Adds the action of an offer: with its edit, unless the client asks for that when it is chosen. */
static void
add_offer(const tl_lsp_case *given, const tl_lsp_offer *offer, json_t *actions)
{
    const tl_lsp_server *server = given->server;
    tl_buf title = {0};
    bool is_made = offer->add_title(given, &title);
    json_t *edit = is_made && !server->client.resolves ? offer->make_edit(given) : NULL;
    if (is_made && (edit || server->client.resolves)) {
        json_t *action = json_pack(
            "{s:s%, s:s, s:[o]}", "title", title.ptr, title.len, "kind", "quickfix", "diagnostics",
            tl_lsp_diagnostic(server, &given->document->text, &given->finding));
        if (edit) {
            json_object_set_new(action, "edit", edit);
        } else {
            json_object_set_new(action, "data", data_of(given, offer));
        }
        json_array_append_new(actions, action);
    }
    tl_buf_clear(&title);
}

static void
add_offers(tl_lsp_server *server, const tl_lsp_document *document, tl_range range, json_t *actions)
{
    termlint_finding finding;
    for (size_t i = 0; termlint_report_finding(document->report, i, &finding); i++) {
        const tl_lsp_case given = case_of(server, document, i);
        const tl_lsp_offer *offer;
        for (size_t k = 0; touches(&finding, range) && (offer = tl_lsp_offer_at(k)) != NULL; k++) {
            add_offer(&given, offer, actions);
        }
    }
}

/* The number of the finding that the data speak of; SIZE_MAX if the document has it no more. */
static size_t
finding_of(const tl_lsp_document *document, const json_t *data)
{
    const char *rule = json_string_value(json_object_get(data, "rule"));
    json_int_t offset = json_integer_value(json_object_get(data, "offset"));
    json_int_t length = json_integer_value(json_object_get(data, "length"));
    termlint_finding finding;
    for (size_t i = 0; rule && termlint_report_finding(document->report, i, &finding); i++) {
        if (finding.offset == offset && finding.length == length &&
            strcmp(finding.rule, rule) == 0) {
            return i;
        }
    }
    return SIZE_MAX;
}

static json_t *
resolve(tl_lsp_server *server, const json_t *action, tl_lsp_refusal *refusal)
{
    const json_t *data = json_object_get(action, "data");
    const char *name = json_string_value(json_object_get(data, "offer"));
    const tl_lsp_offer *offer = name ? tl_lsp_offer_find(name) : NULL;
    tl_lsp_document *document = tl_lsp_document_of(server, data);
    if (offer == NULL || document == NULL) {
        *refusal = (tl_lsp_refusal){TL_RPC_INVALID_PARAMS, "want an action as it was given"};
        return NULL;
    }
    tl_lsp_refresh(server, document);
    size_t index = finding_of(document, data);
    const tl_lsp_case given =
        index < SIZE_MAX ? case_of(server, document, index) : (tl_lsp_case){.server = server};
    json_t *edit = index < SIZE_MAX ? offer->make_edit(&given) : NULL;
    if (edit == NULL) {
        *refusal = (tl_lsp_refusal){TL_RPC_FAILED, "that cannot be done here by a simple edit"};
        return NULL;
    }
    json_t *resolved = json_copy((json_t *)action);
    json_object_set_new(resolved, "edit", edit);
    return resolved;
}

/* -- all at once ------------------------------------------------------------------------------ */

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
            actions,
            json_pack("{s:s, s:s, s:o}", "title", "Make all safe replacements", "kind", FIX_ALL,
                      "edit", tl_lsp_workspace_edit(server, document->uri, document, edits)));
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
        add_offers(server, document, range, actions);
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
const tl_method tl_method_resolve_code_action = {
    .name = "codeAction/resolve",
    .answer = resolve,
};
