/* SPDX-License-Identifier: MPL-2.0 */
/* The check of the workspace (LSP 3.17, Workspace Diagnostics). Each file has a report of its own,
 * which is made anew only if its bytes or the settings are others; at the end the reports are laid
 * together for what no file shows alone. A result is known by a hash of the diagnostics, so it
 * means the same in every session. */
#include "lsp/workspace_check.h"

#include "base/alloc.h"
#include "base/array.h"
#include "base/hash.h"
#include "base/map.h"
#include "lsp/diagnostics.h"
#include "lsp/workspace.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { QUIET = 300 /* milliseconds without a change before a file is checked */ };

/* A file as it was checked last. */
typedef struct checked_file {
    char *path, *uri; /* owned */
    json_int_t version;
    bool is_open;
    uint64_t hash;       /* of the text, and of which settings it was checked with */
    unsigned generation; /* of those settings */
    termlint_report *report;
    json_t *diagnostics;
    bool is_met; /* by the check that is under way */
} checked_file;

struct tl_lsp_workspace {
    checked_file **files; /* owned array of owned files */
    size_t count, capacity;
    tl_map by_path; /* their path → checked_file */
    char **paths;   /* owned array: what is to be checked */
    size_t path_count, path_capacity, next;
    tl_lsp_asker *askers; /* owned array */
    size_t asker_count, asker_capacity;
    bool is_running;
    bool is_current;      /* nothing has changed since the last check began */
    bool is_disk_known;   /* nothing on the disk had when this one began */
    bool is_disk_current; /* nor has since */
    bool is_wanted;       /* files are published, after every change */
};

static void
free_file(checked_file *file)
{
    free(file->path);
    free(file->uri);
    termlint_report_free(file->report);
    json_decref(file->diagnostics);
    free(file);
}

static void
clear_asker(tl_lsp_asker *asker)
{
    json_decref(asker->id);
    json_decref(asker->progress);
    json_decref(asker->partial);
    json_decref(asker->known);
}

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
            free_file(workspace->files[i]);
        }
        for (size_t i = 0; i < workspace->asker_count; i++) {
            clear_asker(&workspace->askers[i]);
        }
        tl_map_clear(&workspace->by_path);
        free(workspace->files);
        free(workspace->paths);
        free(workspace->askers);
        free(workspace);
    }
}

/* -- telling ---------------------------------------------------------------------------------- */

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
report_of(const tl_lsp_asker *asker, const checked_file *file)
{
    const char *known = json_string_value(json_object_get(asker->known, file->uri));
    json_t *report = tl_lsp_document_report(file->diagnostics, known);
    json_object_set_new(report, "uri", json_string(file->uri));
    json_object_set_new(report, "version",
                        file->is_open ? json_integer(file->version) : json_null());
    return report;
}

static void
tell_file(tl_lsp_server *server, const tl_lsp_asker *asker, const checked_file *file)
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

static void
tell_all(tl_lsp_server *server, const checked_file *file)
{
    for (size_t i = 0; i < server->workspace->asker_count; i++) {
        tell_file(server, &server->workspace->askers[i], file);
    }
}

static void
tell_progress_to(tl_lsp_server *server, const tl_lsp_asker *asker, const char *kind)
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

static void
tell_progress(tl_lsp_server *server, const char *kind)
{
    for (size_t i = 0; i < server->workspace->asker_count; i++) {
        tell_progress_to(server, &server->workspace->askers[i], kind);
    }
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

static void
answer(tl_lsp_server *server, const tl_lsp_asker *asker)
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

/* -- checking --------------------------------------------------------------------------------- */

static char *
copy_of(const char *text)
{
    size_t size = strlen(text) + 1;
    return memcpy(tl_alloc(size), text, size);
}

/* The file of that path, made if it is not there. */
static checked_file *
file_at(tl_lsp_workspace *workspace, const char *path, const char *uri)
{
    checked_file *file = tl_map_get(&workspace->by_path, tl_str_from(path));
    if (file == NULL) {
        file = tl_alloc_zero(1, sizeof *file);
        file->path = copy_of(path);
        file->uri = copy_of(uri);
        workspace->files = tl_array_reserve(workspace->files, &workspace->capacity,
                                            workspace->count + 1, sizeof *workspace->files);
        workspace->files[workspace->count++] = file;
        tl_map_add(&workspace->by_path, tl_str_from(file->path), file);
    }
    return file;
}

static uint64_t
hash_of(const tl_lsp_server *server, const tl_text *text)
{
    return tl_hash_pair(tl_hash_bytes(tl_buf_str(&text->bytes)), server->settings.generation);
}

/* Checks the file by itself. */
static void
check_file(tl_lsp_server *server, checked_file *file, const tl_lsp_file *given)
{
    termlint_worker *worker = tl_lsp_worker(server, file->path);
    termlint_report *alone = termlint_report_new();
    const tl_buf *bytes = &given->text->bytes;
    termlint_report_free(file->report);
    file->report =
        worker ? termlint_check(worker, file->path, bytes->ptr, bytes->len) : termlint_report_new();
    termlint_report_add(alone, file->report);
    termlint_report_finish(alone);
    json_decref(file->diagnostics);
    file->diagnostics = tl_lsp_diagnostics_in(server, given->text, alone);
    termlint_report_free(alone);
}

/* Whether the file need not be read: the client would have said that it has changed. */
static bool
is_unchanged(tl_lsp_server *server, const char *path)
{
    const checked_file *file = tl_map_get(&server->workspace->by_path, tl_str_from(path));
    return server->workspace->is_disk_known && file && !file->is_open &&
           file->generation == server->settings.generation && !server->settings.is_stale &&
           tl_lsp_document_at(server, path) == NULL;
}

static void
meet_file(tl_lsp_server *server, const char *path)
{
    tl_lsp_file given;
    if (is_unchanged(server, path)) {
        checked_file *file = tl_map_get(&server->workspace->by_path, tl_str_from(path));
        file->is_met = true;
        tell_all(server, file);
        return;
    }
    if (tl_lsp_file_open(&given, server, path)) {
        checked_file *file = file_at(server->workspace, path, given.uri);
        uint64_t hash = hash_of(server, given.text);
        if (file->report == NULL || file->hash != hash) {
            check_file(server, file, &given);
        }
        file->hash = hash;
        file->generation = server->settings.generation;
        file->is_met = true;
        file->is_open = given.document != NULL;
        file->version = given.document ? given.document->version : 0;
        tell_all(server, file);
    }
    tl_lsp_file_close(&given);
}

static const termlint_checker *
reread(void *context, const char *name, termlint_bytes *bytes)
{
    tl_lsp_server *server = context;
    tl_lsp_file file;
    tl_buf copy = {0};
    bool ok = tl_lsp_file_open(&file, server, name);
    if (ok) {
        tl_buf_add(&copy, tl_buf_str(&file.text->bytes));
        *bytes = (termlint_bytes){copy.ptr, copy.len};
    }
    tl_lsp_file_close(&file);
    return ok ? tl_lsp_checker(server, name) : NULL;
}

/* The findings of the file in a report of all, in which they stand from number *next on. */
static json_t *
take_diagnostics(tl_lsp_server *server, const char *path, const termlint_report *all, size_t *next)
{
    json_t *diagnostics = json_array();
    tl_lsp_file given;
    termlint_finding finding;
    bool ok = tl_lsp_file_open(&given, server, path);
    while (termlint_report_finding(all, *next, &finding) && strcmp(finding.path, path) == 0) {
        if (ok) {
            json_array_append_new(diagnostics, tl_lsp_diagnostic(server, given.text, &finding));
        }
        (*next)++;
    }
    tl_lsp_file_close(&given);
    return diagnostics;
}

static void
set_diagnostics(tl_lsp_server *server, checked_file *file, json_t *diagnostics)
{
    bool is_other = !json_equal(diagnostics, file->diagnostics);
    json_decref(file->diagnostics);
    file->diagnostics = diagnostics;
    if (is_other) {
        tell_all(server, file);
    }
}

/* The reports are in the order of paths, so are the files here. */
static void
distribute(tl_lsp_server *server, const termlint_report *all)
{
    const tl_lsp_workspace *workspace = server->workspace;
    termlint_finding finding;
    size_t next = 0;
    for (size_t i = 0; i < workspace->count; i++) {
        checked_file *file = workspace->files[i];
        while (termlint_report_finding(all, next, &finding) &&
               strcmp(finding.path, file->path) < 0) {
            next++;
        }
        set_diagnostics(server, file, take_diagnostics(server, file->path, all, &next));
    }
}

/* What all files together show. */
static void
conclude(tl_lsp_server *server)
{
    const tl_lsp_workspace *workspace = server->workspace;
    termlint_worker *worker =
        workspace->count ? tl_lsp_worker(server, workspace->files[0]->path) : NULL;
    termlint_report *all = termlint_report_new();
    for (size_t i = 0; i < workspace->count; i++) {
        termlint_report_add(all, workspace->files[i]->report);
    }
    if (worker) {
        termlint_report_conclude(all, worker, reread, server);
    }
    termlint_report_finish(all);
    distribute(server, all);
    termlint_report_free(all);
}

/* -- the course of a check -------------------------------------------------------------------- */

static int
compare_paths(const void *a, const void *b)
{
    const checked_file *left = *(checked_file *const *)a, *right = *(checked_file *const *)b;
    return strcmp(left->path, right->path);
}

/* Files that were not met are gone; the others are put in order. */
static void
drop_vanished(tl_lsp_server *server)
{
    tl_lsp_workspace *workspace = server->workspace;
    size_t kept = 0;
    tl_map_clear(&workspace->by_path);
    for (size_t i = 0; i < workspace->count; i++) {
        checked_file *file = workspace->files[i];
        if (file->is_met) {
            file->is_met = false;
            workspace->files[kept++] = file;
            tl_map_add(&workspace->by_path, tl_str_from(file->path), file);
        } else {
            set_diagnostics(server, file, json_array());
            free_file(file);
        }
    }
    workspace->count = kept;
    if (kept) {
        qsort(workspace->files, kept, sizeof *workspace->files, compare_paths);
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
            answer(server, &workspace->askers[i]);
        }
        clear_asker(&workspace->askers[i]);
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
    workspace->paths[workspace->path_count++] = copy_of(path);
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
        meet_file(server, workspace->paths[workspace->next++]);
        tell_progress(server, "report");
    } else {
        drop_vanished(server);
        conclude(server);
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
    tell_progress_to(server, &asker, "begin");
    if (!is_over) { /* from the beginning: a newcomer wants to hear of all files */
        begin(server);
    }
    for (size_t i = 0; i < workspace->count && is_over; i++) {
        tell_file(server, &asker, workspace->files[i]);
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
            clear_asker(asker);
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

json_t *
tl_lsp_workspace_found(const tl_lsp_server *server, const char *path, const tl_text *text)
{
    const tl_lsp_workspace *workspace = server->workspace;
    const checked_file *file = workspace && path && !workspace->is_running
                                   ? tl_map_get(&workspace->by_path, tl_str_from(path))
                                   : NULL;
    return file && file->hash == hash_of(server, text) ? file->diagnostics : NULL;
}
