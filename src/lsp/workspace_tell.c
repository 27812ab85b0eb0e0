/* SPDX-License-Identifier: MPL-2.0 */
/* What those who asked for a check of the workspace are told: each file as soon as it was checked,
 * how far the check is, and in the end the answer. */
#include "lsp/workspace_state.h"

#include "base/buf.h"
#include "base/hash.h"
#include "lsp/workspace.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void
tl_lsp_asker_clear(tl_lsp_asker *asker)
{
    json_decref(asker->id);
    json_decref(asker->progress);
    json_decref(asker->partial);
    json_decref(asker->known);
}

json_t *
tl_lsp_document_report(json_t *diagnostics, const char *known)
{
    char *text = json_dumps(diagnostics, JSON_COMPACT), id[17];
    snprintf(id, sizeof id, "%016" PRIx64, tl_hash_bytes(tl_str_from(text ? text : "")));
    free(text);
    return known && strcmp(known, id) == 0
               ? json_pack("{s:s, s:s}", "kind", "unchanged", "resultId", id)
               : json_pack("{s:s, s:s, s:O}", "kind", "full", "resultId", id, "items", diagnostics);
}

static json_t *
report_of(const tl_lsp_asker *asker, const tl_lsp_checked_file *file)
{
    const char *known = json_string_value(json_object_get(asker->known, file->uri));
    json_t *report = tl_lsp_document_report(file->diagnostics, known);
    json_object_set_new(report, "uri", json_string(file->uri));
    json_object_set_new(report, "version",
                        file->is_open ? json_integer(file->version) : json_null());
    return report;
}

void
tl_lsp_tell_file(tl_lsp_server *server, const tl_lsp_asker *asker, const tl_lsp_checked_file *file)
{
    if (asker->partial) {
        tl_rpc_notify(&server->rpc, "$/progress",
                      json_pack("{s:O, s:{s:[o]}}", "token", asker->partial, "value", "items",
                                report_of(asker, file)));
    } else if (asker->id == NULL) {
        tl_rpc_notify(&server->rpc, "textDocument/publishDiagnostics",
                      json_pack("{s:s, s:O}", "uri", file->uri, "diagnostics", file->diagnostics));
    }
}

void
tl_lsp_tell_all(tl_lsp_server *server, const tl_lsp_checked_file *file)
{
    for (size_t i = 0; i < server->workspace->asker_count; i++) {
        tl_lsp_tell_file(server, &server->workspace->askers[i], file);
    }
}

void
tl_lsp_tell_asker_progress(tl_lsp_server *server, const tl_lsp_asker *asker, const char *kind)
{
    const tl_lsp_workspace *workspace = server->workspace;
    size_t count = workspace->path_count ? workspace->path_count : 1;
    tl_buf text = {0};
    tl_buf_add_format(&text, "%zu of %zu files", workspace->next, workspace->path_count);
    json_t *value = json_pack("{s:s, s:s%}", "kind", kind, "message", text.ptr, text.len);
    if (strcmp(kind, "begin") == 0) {
        json_object_set_new(value, "title", json_string("termlint: workspace"));
        json_object_set_new(value, "cancellable", json_true());
    }
    if (strcmp(kind, "end") != 0) {
        json_object_set_new(value, "percentage",
                            json_integer((json_int_t)(workspace->next * 100 / count)));
    }
    tl_lsp_tell_progress(server, asker->progress, value);
    tl_buf_clear(&text);
}

/* Files that the client knows of and that are there no longer. */
static void
add_vanished(const tl_lsp_workspace *workspace, const tl_lsp_asker *asker, json_t *reports)
{
    const char *uri;
    json_t *id;
    json_object_foreach(asker->known, uri, id)
    {
        bool is_there = false;
        for (size_t i = 0; i < workspace->count && !is_there; i++) {
            is_there = strcmp(workspace->files[i]->uri, uri) == 0;
        }
        if (!is_there) {
            json_array_append_new(reports, json_pack("{s:s, s:s, s:n, s:[]}", "kind", "full", "uri",
                                                     uri, "version", "items"));
        }
    }
}

void
tl_lsp_answer_asker(tl_lsp_server *server, const tl_lsp_asker *asker)
{
    const tl_lsp_workspace *workspace = server->workspace;
    json_t *reports = json_array();
    for (size_t i = 0; i < workspace->count && asker->partial == NULL; i++) {
        json_array_append_new(reports, report_of(asker, workspace->files[i]));
    }
    add_vanished(workspace, asker, reports);
    if (asker->partial && json_array_size(reports)) { /* then the answer itself has nothing */
        tl_rpc_notify(
            &server->rpc, "$/progress",
            json_pack("{s:O, s:{s:o}}", "token", asker->partial, "value", "items", reports));
        reports = json_array();
    }
    tl_rpc_answer(&server->rpc, asker->id, json_pack("{s:o}", "items", reports));
}
