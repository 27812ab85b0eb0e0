/* SPDX-License-Identifier: MPL-2.0 */
/* Diagnostics for clients that ask for them (LSP 3.17, Pull Diagnostics): of a document at once, of
 * the workspace when its check is over. And the command by which any other client may have those of
 * the workspace published. */
#include "lsp/diagnostics.h"
#include "lsp/workspace_check.h"

#include <string.h>

#define CHECK_WORKSPACE "termlint.checkWorkspace"
#define PROGRESS_TOKEN "termlint workspace"

/* Of a document that is open, or of a file that an editor shows without opening it. */
static json_t *
diagnostics_for(tl_lsp_server *server, const json_t *params)
{
    tl_lsp_document *document = tl_lsp_document_of(server, params);
    if (document == NULL) {
        return tl_lsp_diagnostics_of_file(server, params);
    }
    json_t *found = tl_lsp_workspace_found(server, document->path, &document->text);
    tl_lsp_refresh(server, document);
    return found && document->is_prose ? json_incref(found) : tl_lsp_diagnostics(server, document);
}

static json_t *
document_diagnostic(tl_lsp_server *server, const json_t *params, tl_lsp_refusal *refusal)
{
    json_t *diagnostics = diagnostics_for(server, params);
    if (diagnostics == NULL) {
        *refusal = (tl_lsp_refusal){TL_RPC_INVALID_PARAMS, "want the URI of a document"};
        return NULL;
    }
    const char *known = json_string_value(json_object_get(params, "previousResultId"));
    json_t *report = tl_lsp_document_report(diagnostics, known);
    json_decref(diagnostics);
    return report;
}

/* URI → id of what the client has. */
static json_t *
known_results(const json_t *params)
{
    json_t *known = json_object(), *item;
    size_t i;
    json_array_foreach(json_object_get(params, "previousResultIds"), i, item)
    {
        const char *uri = json_string_value(json_object_get(item, "uri"));
        json_t *id = json_object_get(item, "value");
        if (uri && json_is_string(id)) {
            json_object_set(known, uri, id);
        }
    }
    return known;
}

static json_t *
token_of(const json_t *params, const char *key)
{
    json_t *token = json_object_get(params, key);
    return json_is_string(token) || json_is_integer(token) ? json_incref(token) : NULL;
}

static json_t *
workspace_diagnostic(tl_lsp_server *server, const json_t *params, tl_lsp_refusal *refusal)
{
    *refusal = (tl_lsp_refusal){.code = TL_LSP_LATER};
    tl_lsp_workspace_check(server, (tl_lsp_asker){
                                       .id = json_incref((json_t *)server->current),
                                       .progress = token_of(params, "workDoneToken"),
                                       .partial = token_of(params, "partialResultToken"),
                                       .known = known_results(params),
                                   });
    return NULL;
}

static json_t *
execute_command(tl_lsp_server *server, const json_t *params, tl_lsp_refusal *refusal)
{
    const char *command = json_string_value(json_object_get(params, "command"));
    if (command == NULL || strcmp(command, CHECK_WORKSPACE) != 0) {
        *refusal = (tl_lsp_refusal){TL_RPC_INVALID_PARAMS, "no such command"};
        return NULL;
    }
    json_t *progress = server->client.has_progress ? json_string(PROGRESS_TOKEN) : NULL;
    if (server->client.pulls) {
        json_decref(progress);
        tl_lsp_ask_again(server);
        return NULL;
    }
    if (progress) {
        tl_lsp_ask(server, "progress", "window/workDoneProgress/create",
                   json_pack("{s:O}", "token", progress));
    }
    tl_lsp_workspace_check(server, (tl_lsp_asker){.progress = progress});
    return NULL;
}

void
tl_lsp_ask_again(tl_lsp_server *server)
{
    if (server->client.pulls && server->client.has_refresh) {
        tl_lsp_ask(server, "refresh", "workspace/diagnostic/refresh", NULL);
    }
}

const tl_method tl_method_document_diagnostic = {
    .name = "textDocument/diagnostic",
    .answer = document_diagnostic,
};
const tl_method tl_method_workspace_diagnostic = {
    .name = "workspace/diagnostic",
    .answer = workspace_diagnostic,
};
const tl_method tl_method_execute_command = {
    .name = "workspace/executeCommand",
    .answer = execute_command,
};
