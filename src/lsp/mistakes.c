/* SPDX-License-Identifier: MPL-2.0 */
/* What is wrong with configuration files and termbases, as diagnostics of those files. They are
 * pushed to every client, also to one that asks for those of documents, since most clients never
 * ask about files of this kind. */
#include "base/error.h"
#include "lsp/places.h"
#include "lsp/workspace.h"

enum { LSP_ERROR = 1, LSP_WARNING = 2 };

static json_t *
diagnostic_of(const tl_lsp_server *server, const tl_text *text, const tl_problem *problem,
              int severity)
{
    return json_pack(
        "{s:o, s:i, s:s, s:s}", "range",
        tl_lsp_range(server, text, tl_lsp_range_at(text, problem->line, problem->column)),
        "severity", severity, "source", "termlint", "message", problem->message);
}

/* Adds problems to the diagnostics of each file (URI → array); of files that are not open only if
 * they are mistakes. */
static void
add_problems(tl_lsp_server *server, const tl_problem_list *problems, int severity, json_t *found)
{
    for (size_t i = 0; i < problems->kept; i++) {
        tl_lsp_file file;
        bool is_read = tl_lsp_file_open(&file, server, problems->items[i].path);
        if (is_read && (file.document || severity == LSP_ERROR)) {
            json_t *diagnostics = json_object_get(found, file.uri);
            if (diagnostics == NULL) {
                diagnostics = json_array();
                json_object_set_new(found, file.uri, diagnostics);
            }
            json_array_append_new(diagnostics,
                                  diagnostic_of(server, file.text, &problems->items[i], severity));
        }
        tl_lsp_file_close(&file);
    }
}

void
tl_lsp_publish_mistakes(tl_lsp_server *server)
{
    json_t *found = json_object(), *diagnostics;
    const char *uri;
    add_problems(server, &server->settings.mistakes, LSP_ERROR, found);
    add_problems(server, &server->settings.oddities, LSP_WARNING, found);
    json_object_foreach(server->settings.told, uri, diagnostics)
    {
        if (json_object_get(found, uri) == NULL) {
            tl_rpc_notify(&server->rpc, "textDocument/publishDiagnostics",
                          json_pack("{s:s, s:[]}", "uri", uri, "diagnostics"));
        }
    }
    json_object_foreach(found, uri, diagnostics)
    {
        tl_rpc_notify(&server->rpc, "textDocument/publishDiagnostics",
                      json_pack("{s:s, s:O}", "uri", uri, "diagnostics", diagnostics));
    }
    json_decref(server->settings.told);
    server->settings.told = found;
}
