/* SPDX-License-Identifier: MPL-2.0 */
/* Beginning and end of a session: what the client can do, what the server can, which folders the
 * workspace has (LSP 3.17, Lifecycle Messages). */
#include "base/array.h"
#include "lsp/uri.h"
#include "lsp/workspace.h"
#include "lsp/workspace_check.h"

#include <stdlib.h>
#include <string.h>

/* The value at a path of keys with dots between, or NULL. */
static const json_t *
look(const json_t *object, const char *keys)
{
    tl_str rest = tl_str_from(keys), key;
    while (object && tl_str_split(&rest, '.', &key)) {
        char name[64] = {0};
        memcpy(name, key.ptr, key.len < sizeof name ? key.len : sizeof name - 1);
        object = json_object_get(object, name);
    }
    return object;
}

static bool
offers(const json_t *array, const char *wanted)
{
    size_t i;
    json_t *item;
    json_array_foreach(array, i, item)
    {
        const char *text = json_string_value(item);
        if (text && strcmp(text, wanted) == 0) {
            return true;
        }
    }
    return false;
}

static tl_lsp_client
client_of(const json_t *params)
{
    const json_t *can = json_object_get(params, "capabilities");
    bool utf8 = offers(look(can, "general.positionEncodings"), "utf-8");
    return (tl_lsp_client){
        .unit = utf8 ? TL_UTF8_UNITS : TL_UTF16_UNITS,
        .has_document_changes = json_is_true(look(can, "workspace.workspaceEdit.documentChanges")),
        .has_configuration = json_is_true(look(can, "workspace.configuration")),
        .has_watching =
            json_is_true(look(can, "workspace.didChangeWatchedFiles.dynamicRegistration")),
        .has_progress = json_is_true(look(can, "window.workDoneProgress")),
        .has_markdown = offers(look(can, "textDocument.hover.contentFormat"), "markdown"),
        .pulls = json_is_object(look(can, "textDocument.diagnostic")),
        .has_refresh = json_is_true(look(can, "workspace.diagnostics.refreshSupport")),
        .resolves = offers(look(can, "textDocument.codeAction.resolveSupport.properties"), "edit"),
        .process = json_integer_value(json_object_get(params, "processId")),
    };
}

static void
add_folder(tl_lsp_server *server, const char *uri)
{
    char *path = uri ? tl_uri_to_path(uri) : NULL;
    if (path) {
        server->folders = tl_array_reserve(server->folders, &server->folder_capacity,
                                           server->folder_count + 1, sizeof *server->folders);
        server->folders[server->folder_count++] = path;
    }
}

static void
remove_folder(tl_lsp_server *server, const char *uri)
{
    char *path = uri ? tl_uri_to_path(uri) : NULL;
    for (size_t i = 0; path && i < server->folder_count; i++) {
        if (strcmp(server->folders[i], path) == 0) {
            free(server->folders[i]);
            server->folders[i] = server->folders[--server->folder_count];
            break;
        }
    }
    free(path);
}

static void
add_folders(tl_lsp_server *server, const json_t *params)
{
    size_t i;
    json_t *folder;
    json_array_foreach(json_object_get(params, "workspaceFolders"), i, folder)
    {
        add_folder(server, json_string_value(json_object_get(folder, "uri")));
    }
    if (server->folder_count == 0) {
        add_folder(server, json_string_value(json_object_get(params, "rootUri")));
    }
}

static json_t *
capabilities(const tl_lsp_server *server)
{
    const char *unit = server->client.unit == TL_UTF8_UNITS ? "utf-8" : "utf-16";
    json_t *can = json_pack(
        "{s:s, s:{s:b, s:i, s:b}, s:{s:[s, s], s:b}, s:b, s:{s:b}, s:b, s:{s:b}, s:{s:b, s:b}}",
        "positionEncoding", unit, "textDocumentSync", "openClose", 1, "change", 2, "save", 1,
        "codeActionProvider", "codeActionKinds", "quickfix", "source.fixAll.termlint",
        "resolveProvider", 1, "hoverProvider", 1, "completionProvider", "resolveProvider", 0,
        "definitionProvider", 1, "referencesProvider", "workDoneProgress", 1, "renameProvider",
        "prepareProvider", 1, "workDoneProgress", 1);
    json_object_set_new(can, "executeCommandProvider",
                        json_pack("{s:[s]}", "commands", "termlint.checkWorkspace"));
    json_object_set_new(can, "diagnosticProvider",
                        json_pack("{s:s, s:b, s:b, s:b}", "identifier", "termlint",
                                  "interFileDependencies", 0, "workspaceDiagnostics", 1,
                                  "workDoneProgress", 1));
    json_object_set_new(
        can, "workspace",
        json_pack("{s:{s:b, s:b}}", "workspaceFolders", "supported", 1, "changeNotifications", 1));
    return can;
}

static json_t *
initialize(tl_lsp_server *server, const json_t *params, tl_lsp_refusal *refusal)
{
    (void)refusal;
    server->client = client_of(params);
    add_folders(server, params);
    const json_t *options = json_object_get(params, "initializationOptions");
    if (json_is_object(options)) {
        server->settings.given = json_incref((json_t *)options);
    }
    server->phase = TL_LSP_RUNNING;
    return json_pack("{s:o, s:{s:s, s:s}}", "capabilities", capabilities(server), "serverInfo",
                     "name", "termlint", "version", termlint_version());
}

static void
ask_configuration(tl_lsp_server *server)
{
    tl_lsp_ask(server, "configuration", "workspace/configuration",
               json_pack("{s:[{s:s}]}", "items", "section", "termlint"));
}

/* Settings live in files and in the editor; both are asked for. */
static void
initialized(tl_lsp_server *server, const json_t *params)
{
    (void)params;
    if (server->client.has_watching) {
        tl_lsp_ask(server, "watch", "client/registerCapability",
                   json_pack("{s:[{s:s, s:s, s:{s:[{s:s}]}}]}", "registrations", "id", "watch",
                             "method", "workspace/didChangeWatchedFiles", "registerOptions",
                             "watchers", "globPattern", "**/*"));
    }
    if (server->client.has_configuration) {
        ask_configuration(server);
    }
}

static json_t *
shut_down(tl_lsp_server *server, const json_t *params, tl_lsp_refusal *refusal)
{
    (void)params;
    (void)refusal;
    server->phase = TL_LSP_SHUT_DOWN;
    return NULL;
}

static void
change_folders(tl_lsp_server *server, const json_t *params)
{
    const json_t *event = json_object_get(params, "event");
    size_t i;
    json_t *folder;
    json_array_foreach(json_object_get(event, "removed"), i, folder)
    {
        remove_folder(server, json_string_value(json_object_get(folder, "uri")));
    }
    json_array_foreach(json_object_get(event, "added"), i, folder)
    {
        add_folder(server, json_string_value(json_object_get(folder, "uri")));
    }
    tl_lsp_settings_change(server);
}

/* Clients send the section, or an object that has it. One that sends neither wants to be asked. */
static void
change_configuration(tl_lsp_server *server, const json_t *params)
{
    const json_t *settings = json_object_get(params, "settings");
    const json_t *section = json_object_get(settings, "termlint");
    if (json_is_object(section)) {
        json_decref(server->settings.given);
        server->settings.given = json_incref((json_t *)section);
    } else if (server->client.has_configuration) {
        ask_configuration(server);
        return;
    }
    tl_lsp_settings_change(server);
}

/* What is open is known from the editor. */
static void
change_file(tl_lsp_server *server, const char *path)
{
    char *whole = tl_lsp_whole_path(path);
    bool is_setting = tl_lsp_is_setting_path(server, path) || tl_lsp_is_setting_path(server, whole);
    if (tl_lsp_document_at(server, whole) == NULL && is_setting) {
        tl_lsp_settings_change(server);
    }
    free(whole);
}

static void
change_watched_files(tl_lsp_server *server, const json_t *params)
{
    size_t i;
    json_t *change;
    json_array_foreach(json_object_get(params, "changes"), i, change)
    {
        const char *uri = json_string_value(json_object_get(change, "uri"));
        char *path = uri ? tl_uri_to_path(uri) : NULL;
        if (path) {
            change_file(server, path);
        }
        free(path);
    }
    tl_lsp_workspace_again(server);
}

const tl_method tl_method_initialize = {.name = "initialize", .answer = initialize};
const tl_method tl_method_initialized = {.name = "initialized", .take = initialized};
const tl_method tl_method_shutdown = {.name = "shutdown", .answer = shut_down};
const tl_method tl_method_did_change_workspace_folders = {
    .name = "workspace/didChangeWorkspaceFolders",
    .take = change_folders,
};
const tl_method tl_method_did_change_configuration = {
    .name = "workspace/didChangeConfiguration",
    .take = change_configuration,
};
const tl_method tl_method_did_change_watched_files = {
    .name = "workspace/didChangeWatchedFiles",
    .take = change_watched_files,
};
