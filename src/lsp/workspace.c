/* SPDX-License-Identifier: MPL-2.0 */
/* The files of the workspace. One that is open is what the editor has of it, any other what the
 * disk has; nobody else need know which. */
#include "lsp/server.h"

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

typedef struct visit {
    tl_lsp_server *server;
    void (*take)(void *context, const tl_lsp_file *file);
    void *context;
    size_t count;
} visit;

static bool
is_wanted(void *context, tl_str path, bool is_folder)
{
    const visit *v = context;
    return (is_folder || termlint_reads(path.ptr)) &&
           !(v->server->settings.config &&
             termlint_config_ignores(v->server->settings.config, path.ptr, is_folder));
}

static bool
visit_file(void *context, tl_str path)
{
    visit *v = context;
    tl_lsp_file file;
    if (tl_lsp_file_open(&file, v->server, path.ptr)) {
        v->take(v->context, &file);
    }
    tl_lsp_file_close(&file);
    v->count++;
    return true;
}

static void
tell_progress(tl_lsp_server *server, const json_t *token, json_t *value)
{
    if (token) {
        tl_rpc_notify(&server->rpc, "$/progress",
                      json_pack("{s:O, s:o}", "token", (json_t *)token, "value", value));
    } else {
        json_decref(value);
    }
}

void
tl_lsp_each_file(tl_lsp_server *server, const json_t *token, const char *title,
                 void (*take)(void *context, const tl_lsp_file *file), void *context)
{
    visit v = {.server = server, .take = take, .context = context};
    const tl_walk_options options = {.wanted = is_wanted, .file = visit_file, .context = &v};
    tl_problem_list unreadable = {0};
    tell_progress(server, token, json_pack("{s:s, s:s}", "kind", "begin", "title", title));
    for (size_t i = 0; i < server->folder_count; i++) {
        tl_walk(server->folders[i], &options, &unreadable);
    }
    for (size_t i = 0; server->folder_count == 0 && i < server->document_count; i++) {
        const tl_lsp_document *open = server->documents[i];
        take(context,
             &(tl_lsp_file){
                 .path = open->name, .uri = open->uri, .text = &open->text, .document = open});
    }
    tell_progress(server, token, json_pack("{s:s}", "kind", "end"));
    tl_problem_list_clear(&unreadable);
}
