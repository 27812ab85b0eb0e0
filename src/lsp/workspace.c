/* SPDX-License-Identifier: MPL-2.0 */
/* The files of the workspace. One that is open is what the editor has of it, any other what the
 * disk has; nobody else need know which. */
#include "lsp/workspace.h"

#include "base/error.h"
#include "base/file.h"
#include "base/walk.h"
#include "lsp/uri.h"

#include <stdlib.h>

char *
tl_lsp_whole_path(const char *path)
{
    char *whole = realpath(path, NULL), *current = whole ? NULL : realpath(".", NULL);
    if (whole == NULL) {
        tl_buf joined = {0};
        tl_buf_add_format(&joined, "%s%s%s", *path == '/' || !current ? "" : current,
                          *path == '/' ? "" : "/", path);
        tl_buf_add_byte(&joined, '\0');
        whole = joined.ptr;
    }
    free(current);
    return whole;
}

bool
tl_lsp_file_open(tl_lsp_file *file, tl_lsp_server *server, const char *path)
{
    tl_buf bytes = {0};
    tl_error error = {0};
    *file = (tl_lsp_file){.own_path = tl_lsp_whole_path(path)};
    const tl_lsp_document *open = tl_lsp_document_at(server, file->own_path);
    bool ok = open || tl_file_read(file->own_path, &bytes, NULL, &error);
    if (open) {
        file->document = open;
        file->path = open->path;
        file->uri = open->uri;
        file->text = &open->text;
    } else if (ok) {
        tl_text_set(&file->own_text, tl_buf_str(&bytes));
        file->own_uri = tl_uri_from_path(file->own_path);
        file->path = file->own_path;
        file->uri = file->own_uri;
        file->text = &file->own_text;
    }
    tl_error_clear(&error);
    tl_buf_clear(&bytes);
    return ok;
}

void
tl_lsp_file_close(tl_lsp_file *file)
{
    tl_text_clear(&file->own_text);
    free(file->own_path);
    free(file->own_uri);
}

/* -- all files --------------------------------------------------------------------------------- */

typedef struct visit {
    tl_lsp_server *server;
    void (*take)(void *context, const char *path);
    void *context;
} visit;

/* An archive is no text that an editor has places in. */
static bool
is_wanted(void *context, tl_str path, bool is_folder)
{
    const visit *v = context;
    termlint_config *config = v->server->settings.config;
    bool is_read = is_folder || (termlint_reads(path.ptr) && !termlint_is_archive(path.ptr));
    return is_read && !(config && termlint_config_ignores(config, path.ptr, is_folder));
}

static bool
visit_path(void *context, tl_str path)
{
    const visit *v = context;
    v->take(v->context, path.ptr);
    return true;
}

void
tl_lsp_each_path(tl_lsp_server *server, void (*take)(void *context, const char *path),
                 void *context)
{
    visit v = {.server = server, .take = take, .context = context};
    const tl_walk_options options = {.wanted = is_wanted, .file = visit_path, .context = &v};
    tl_problem_list unreadable = {0};
    for (size_t i = 0; i < server->folder_count; i++) {
        tl_lsp_checker(server, server->folders[i]); /* so that it is known what is ignored */
        tl_walk(server->folders[i], &options, &unreadable);
    }
    for (size_t i = 0; server->folder_count == 0 && i < server->document_count; i++) {
        if (server->documents[i]->path && server->documents[i]->is_prose) {
            take(context, server->documents[i]->path);
        }
    }
    tl_problem_list_clear(&unreadable);
}

void
tl_lsp_tell_progress(tl_lsp_server *server, const json_t *token, json_t *value)
{
    if (token) {
        tl_rpc_notify(&server->rpc, "$/progress",
                      json_pack("{s:O, s:o}", "token", (json_t *)token, "value", value));
    } else {
        json_decref(value);
    }
}

typedef struct opening {
    tl_lsp_server *server;
    void (*take)(void *context, const tl_lsp_file *file);
    void *context;
} opening;

static void
open_and_take(void *context, const char *path)
{
    const opening *o = context;
    tl_lsp_file file;
    if (!tl_lsp_is_cancelled(o->server)) {
        if (tl_lsp_file_open(&file, o->server, path)) {
            o->take(o->context, &file);
        }
        tl_lsp_file_close(&file);
    }
}

void
tl_lsp_each_file(tl_lsp_server *server, const json_t *token, const char *title,
                 void (*take)(void *context, const tl_lsp_file *file), void *context)
{
    opening o = {server, take, context};
    tl_lsp_tell_progress(
        server, token,
        json_pack("{s:s, s:s, s:b}", "kind", "begin", "title", title, "cancellable", 1));
    tl_lsp_each_path(server, open_and_take, &o);
    tl_lsp_tell_progress(server, token, json_pack("{s:s}", "kind", "end"));
}
