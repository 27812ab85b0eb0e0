/* SPDX-License-Identifier: MPL-2.0 */
/* The configuration as the server uses it, and the files of the workspace. The configuration is
 * read when it is first wanted and dropped as a whole when a file that it may come from changes:
 * simpler than to know which part of it has, and fast enough for keystrokes of a person. */
#include "lsp/server.h"

#include "base/error.h"
#include "base/file.h"
#include "base/walk.h"
#include "lsp/uri.h"

#include <stdlib.h>
#include <string.h>

static void
keep_problem(void *context, const char *path, uint32_t line, uint32_t column, const char *message)
{
    tl_problem_add(context, tl_str_from(path), line, column, "%s", message);
}

/* The client's settings, where no file says otherwise; null stands for "not set". */
static void
add_settings(tl_lsp_server *server)
{
    const char *folder = server->folder_count ? server->folders[0] : ".";
    json_t *given = json_object(), *value;
    const char *key;
    json_object_foreach(server->settings, key, value)
    {
        if (!json_is_null(value)) {
            json_object_set(given, key, value);
        }
    }
    char *text = json_dumps(given, 0);
    if (text && json_object_size(given)) {
        termlint_config_add_settings(server->config, folder, text);
    }
    free(text);
    json_decref(given);
}

static void
make_config(tl_lsp_server *server)
{
    tl_problem_list_clear(server->problems);
    server->config =
        server->setup->make_config(server->setup->context, keep_problem, server->problems);
    if (server->config && server->settings) {
        add_settings(server);
    }
}

const termlint_checker *
tl_lsp_checker(tl_lsp_server *server, const char *name)
{
    if (server->config == NULL) {
        make_config(server);
    }
    size_t known = server->problems->count;
    const termlint_checker *checker =
        server->config ? termlint_config_checker(server->config, name) : NULL;
    if (known != server->problems->count || json_object_size(server->told)) {
        tl_lsp_publish_problems(server);
    }
    return checker;
}

termlint_worker *
tl_lsp_worker(tl_lsp_server *server, const char *name)
{
    const termlint_checker *checker = tl_lsp_checker(server, name);
    if (checker == NULL) {
        return NULL;
    }
    if (server->worker) {
        termlint_worker_use(server->worker, checker);
    } else {
        server->worker = termlint_worker_new(checker);
    }
    return server->worker;
}

void
tl_lsp_drop_config(tl_lsp_server *server)
{
    termlint_worker_free(server->worker);
    termlint_config_free(server->config);
    server->worker = NULL;
    server->config = NULL;
    for (size_t i = 0; i < server->document_count; i++) {
        server->documents[i]->is_stale = true;
    }
}

/* -- files ------------------------------------------------------------------------------------ */

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
           !(v->server->config && termlint_config_ignores(v->server->config, path.ptr, is_folder));
}

static bool
visit_file(void *context, tl_str path)
{
    visit *v = context;
    const tl_lsp_document *open = tl_lsp_document_at(v->server, path.ptr);
    char *uri = tl_uri_from_path(path.ptr);
    tl_text text = {.lines = NULL};
    tl_buf bytes = {0};
    tl_error error = {0};
    if (open) {
        v->take(v->context, &(tl_lsp_file){path.ptr, open->uri, &open->text});
    } else if (tl_file_read(path.ptr, &bytes, NULL, &error)) {
        tl_text_set(&text, tl_buf_str(&bytes));
        v->take(v->context, &(tl_lsp_file){path.ptr, uri, &text});
    }
    v->count++;
    tl_error_clear(&error);
    tl_buf_clear(&bytes);
    tl_text_clear(&text);
    free(uri);
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
        take(context, &(tl_lsp_file){open->name, open->uri, &open->text});
    }
    tell_progress(server, token, json_pack("{s:s}", "kind", "end"));
    tl_problem_list_clear(&unreadable);
}
