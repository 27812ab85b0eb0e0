/* SPDX-License-Identifier: MPL-2.0 */
/* The files of the workspace as they were checked last. What was found in one by itself is kept
 * until it changes; what only all files together show is found anew each time. */
#include "lsp/workspace_state.h"

#include "base/alloc.h"
#include "base/array.h"
#include "base/hash.h"
#include "lsp/diagnostics.h"
#include "lsp/workspace.h"

#include <stdlib.h>
#include <string.h>

void
tl_lsp_checked_file_free(tl_lsp_checked_file *file)
{
    free(file->path);
    free(file->uri);
    termlint_report_free(file->report);
    json_decref(file->diagnostics);
    free(file);
}

/* The file of that path, made if it is not there. */
static tl_lsp_checked_file *
file_at(tl_lsp_workspace *workspace, const char *path, const char *uri)
{
    tl_lsp_checked_file *file = tl_map_get(&workspace->by_path, tl_str_from(path));
    if (file == NULL) {
        file = tl_alloc_zero(1, sizeof *file);
        file->path = tl_alloc_string(path);
        file->uri = tl_alloc_string(uri);
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
check_file(tl_lsp_server *server, tl_lsp_checked_file *file, const tl_lsp_file *given)
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
    const tl_lsp_checked_file *file = tl_map_get(&server->workspace->by_path, tl_str_from(path));
    return server->workspace->is_disk_known && file && !file->is_open &&
           file->generation == server->settings.generation && !server->settings.is_stale &&
           tl_lsp_document_at(server, path) == NULL;
}

void
tl_lsp_meet_file(tl_lsp_server *server, const char *path)
{
    tl_lsp_file given;
    if (is_unchanged(server, path)) {
        tl_lsp_checked_file *file = tl_map_get(&server->workspace->by_path, tl_str_from(path));
        file->is_met = true;
        tl_lsp_tell_all(server, file);
        return;
    }
    if (tl_lsp_file_open(&given, server, path)) {
        tl_lsp_checked_file *file = file_at(server->workspace, path, given.uri);
        uint64_t hash = hash_of(server, given.text);
        if (file->report == NULL || file->hash != hash) {
            check_file(server, file, &given);
        }
        file->hash = hash;
        file->generation = server->settings.generation;
        file->is_met = true;
        file->is_open = given.document != NULL;
        file->version = given.document ? given.document->version : 0;
        tl_lsp_tell_all(server, file);
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
tl_lsp_set_diagnostics(tl_lsp_server *server, tl_lsp_checked_file *file, json_t *diagnostics)
{
    bool is_other = !json_equal(diagnostics, file->diagnostics);
    json_decref(file->diagnostics);
    file->diagnostics = diagnostics;
    if (is_other) {
        tl_lsp_tell_all(server, file);
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
        tl_lsp_checked_file *file = workspace->files[i];
        while (termlint_report_finding(all, next, &finding) &&
               strcmp(finding.path, file->path) < 0) {
            next++;
        }
        tl_lsp_set_diagnostics(server, file, take_diagnostics(server, file->path, all, &next));
    }
}

void
tl_lsp_conclude(tl_lsp_server *server)
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

static int
compare_paths(const void *a, const void *b)
{
    const tl_lsp_checked_file *left = *(tl_lsp_checked_file *const *)a,
                              *right = *(tl_lsp_checked_file *const *)b;
    return strcmp(left->path, right->path);
}

void
tl_lsp_drop_vanished(tl_lsp_server *server)
{
    tl_lsp_workspace *workspace = server->workspace;
    size_t kept = 0;
    tl_map_clear(&workspace->by_path);
    for (size_t i = 0; i < workspace->count; i++) {
        tl_lsp_checked_file *file = workspace->files[i];
        if (file->is_met) {
            file->is_met = false;
            workspace->files[kept++] = file;
            tl_map_add(&workspace->by_path, tl_str_from(file->path), file);
        } else {
            tl_lsp_set_diagnostics(server, file, json_array());
            tl_lsp_checked_file_free(file);
        }
    }
    workspace->count = kept;
    if (kept) {
        qsort(workspace->files, kept, sizeof *workspace->files, compare_paths);
    }
}

json_t *
tl_lsp_workspace_found(const tl_lsp_server *server, const char *path, const tl_text *text)
{
    const tl_lsp_workspace *workspace = server->workspace;
    const tl_lsp_checked_file *file = workspace && path && !workspace->is_running
                                          ? tl_map_get(&workspace->by_path, tl_str_from(path))
                                          : NULL;
    return file && file->hash == hash_of(server, text) ? file->diagnostics : NULL;
}
