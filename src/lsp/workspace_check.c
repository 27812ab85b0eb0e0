/* SPDX-License-Identifier: MPL-2.0 */
/* The check of the workspace (LSP 3.17, Workspace Diagnostics). Each file has a report of its own,
 * which is made anew only if its bytes or the settings are others; at the end the reports are laid
 * together for what no file shows alone. A result is known by a hash of the diagnostics, so it
 * means the same in every session. */
#include "lsp/workspace_state.h"

#include "base/alloc.h"
#include "base/array.h"
#include "lsp/workspace.h"

#include <stdlib.h>
#include <string.h>

enum { QUIET = 300 /* milliseconds without a change before a file is checked */ };

static void
drop_paths(tl_lsp_workspace *workspace)
{
    for (size_t i = 0; i < workspace->path_count; i++) {
        free(workspace->paths[i]);
    }
    workspace->path_count = workspace->next = 0;
}

void
tl_lsp_workspace_free(tl_lsp_workspace *workspace)
{
    if (workspace) {
        drop_paths(workspace);
        for (size_t i = 0; i < workspace->count; i++) {
            tl_lsp_checked_file_free(workspace->files[i]);
        }
        for (size_t i = 0; i < workspace->asker_count; i++) {
            tl_lsp_asker_clear(&workspace->askers[i]);
        }
        tl_map_clear(&workspace->by_path);
        free(workspace->files);
        free(workspace->paths);
        free(workspace->askers);
        free(workspace);
    }
}

static void
tell_progress(tl_lsp_server *server, const char *kind)
{
    for (size_t i = 0; i < server->workspace->asker_count; i++) {
        tl_lsp_tell_asker_progress(server, &server->workspace->askers[i], kind);
    }
}

/* Answers all that ask. */
static void
answer_all(tl_lsp_server *server)
{
    tl_lsp_workspace *workspace = server->workspace;
    tell_progress(server, "end");
    for (size_t i = 0; i < workspace->asker_count; i++) {
        if (workspace->askers[i].id) {
            tl_lsp_answer_asker(server, &workspace->askers[i]);
        }
        tl_lsp_asker_clear(&workspace->askers[i]);
    }
    workspace->asker_count = 0;
    workspace->is_running = false;
    drop_paths(workspace);
}

static void
add_path(void *context, const char *path)
{
    tl_lsp_workspace *workspace = context;
    workspace->paths = tl_array_reserve(workspace->paths, &workspace->path_capacity,
                                        workspace->path_count + 1, sizeof *workspace->paths);
    workspace->paths[workspace->path_count++] = tl_alloc_string(path);
}

static void
begin(tl_lsp_server *server)
{
    tl_lsp_workspace *workspace = server->workspace;
    bool was_known = !workspace->is_running || workspace->is_disk_known;
    workspace->is_running = true;
    workspace->is_current = true;
    workspace->is_disk_known =
        was_known && workspace->is_disk_current && server->client.has_watching;
    workspace->is_disk_current = true;
    drop_paths(workspace);
    tl_lsp_each_path(server, add_path, workspace);
}

/* Milliseconds that somebody who is typing has to be left alone yet. */
static int
rest_of_quiet(const tl_lsp_server *server)
{
    int64_t last = 0;
    for (size_t i = 0; i < server->document_count; i++) {
        int64_t changed = server->documents[i]->changed;
        last = changed > last ? changed : last;
    }
    int64_t rest = last + QUIET - tl_lsp_now();
    return last && rest > 0 ? (int)rest : 0;
}

int
tl_lsp_workspace_step(tl_lsp_server *server)
{
    tl_lsp_workspace *workspace = server->workspace;
    if (workspace == NULL || !workspace->is_running) {
        return -1;
    }
    int rest = rest_of_quiet(server);
    if (rest > 0) {
        return rest;
    }
    if (workspace->next < workspace->path_count) {
        tl_lsp_meet_file(server, workspace->paths[workspace->next++]);
        tell_progress(server, "report");
    } else {
        tl_lsp_drop_vanished(server);
        tl_lsp_conclude(server);
        answer_all(server);
    }
    return 0;
}

/* Whether nothing can have changed since the last check: the client would have said so. */
static bool
is_known(const tl_lsp_server *server)
{
    return !server->workspace->is_running && server->workspace->is_current &&
           !server->settings.is_stale && server->client.has_watching;
}

void
tl_lsp_workspace_check(tl_lsp_server *server, tl_lsp_asker asker)
{
    if (server->workspace == NULL) {
        server->workspace = tl_alloc_zero(1, sizeof *server->workspace);
    }
    tl_lsp_workspace *workspace = server->workspace;
    workspace->is_wanted |= asker.id == NULL;
    workspace->askers = tl_array_reserve(workspace->askers, &workspace->asker_capacity,
                                         workspace->asker_count + 1, sizeof *workspace->askers);
    workspace->askers[workspace->asker_count++] = asker;
    bool is_over = is_known(server);
    tl_lsp_tell_asker_progress(server, &asker, "begin");
    if (!is_over) { /* from the beginning: a newcomer wants to hear of all files */
        begin(server);
    }
    for (size_t i = 0; i < workspace->count && is_over; i++) {
        tl_lsp_tell_file(server, &asker, workspace->files[i]);
    }
    if (is_over) {
        answer_all(server);
    }
}

void
tl_lsp_workspace_cancel(tl_lsp_server *server, const json_t *id)
{
    tl_lsp_workspace *workspace = server->workspace;
    for (size_t i = 0; workspace && i < workspace->asker_count; i++) {
        tl_lsp_asker *asker = &workspace->askers[i];
        if (asker->id && json_equal(asker->id, id)) {
            tl_lsp_tell_progress(server, asker->progress, json_pack("{s:s}", "kind", "end"));
            tl_rpc_refuse(&server->rpc, asker->id, TL_RPC_CANCELLED, "cancelled");
            tl_lsp_asker_clear(asker);
            *asker = workspace->askers[--workspace->asker_count];
            workspace->is_running = workspace->asker_count > 0;
            workspace->is_current &= workspace->is_running;
            workspace->is_disk_current &= workspace->is_running;
            break;
        }
    }
}

void
tl_lsp_workspace_change(tl_lsp_server *server)
{
    tl_lsp_workspace *workspace = server->workspace;
    if (workspace) {
        workspace->is_current = false;
    }
}

void
tl_lsp_workspace_again(tl_lsp_server *server)
{
    tl_lsp_workspace_change(server);
    if (server->workspace) {
        server->workspace->is_disk_current = false;
    }
    if (server->workspace && server->workspace->is_wanted) {
        tl_lsp_workspace_check(server, (tl_lsp_asker){0});
    }
}
