/* SPDX-License-Identifier: MPL-2.0 */
/* The loop: reads all that has come in, answers one message at a time, and checks documents when
 * nothing waits. A request that was cancelled while it waited is refused without work. The server
 * ends when its input ends, when the client says so, and when the client's process is gone. */
#include "lsp/server.h"

#include "lsp/diagnostics.h"
#include "lsp/workspace_check.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum {
    WATCH_CLIENT = 3000 /* milliseconds between looks at the client's process */
};

int64_t
tl_lsp_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* An id as a key: numbers and strings are different ids. */
static char *
key_of_id(const json_t *id)
{
    return json_dumps(id, JSON_COMPACT | JSON_ENCODE_ANY);
}

static void
cancel(tl_lsp_server *server, const json_t *message)
{
    const json_t *id = json_object_get(json_object_get(message, "params"), "id");
    char *key = id ? key_of_id(id) : NULL;
    if (key) {
        json_object_set_new(server->cancelled, key, json_true());
        tl_lsp_workspace_cancel(server, id);
    }
    free(key);
}

static bool
is_cancelled(tl_lsp_server *server, const json_t *id)
{
    char *key = key_of_id(id);
    bool found = key && json_object_del(server->cancelled, key) == 0;
    free(key);
    return found;
}

static const char *
method_of(const json_t *message)
{
    return json_string_value(json_object_get(message, "method"));
}

/* Moves what was read into the queue; a cancellation counts at once, if its request still waits. */
static void
queue_messages(tl_lsp_server *server)
{
    json_t *message;
    while ((message = tl_rpc_next(&server->rpc)) != NULL) {
        const char *method = method_of(message);
        if (method && strcmp(method, "$/cancelRequest") == 0) {
            cancel(server, message);
            json_decref(message);
        } else {
            json_array_append_new(server->queue, message);
        }
    }
    if (json_array_size(server->queue) == 0 && server->current == NULL) {
        json_object_clear(server->cancelled);
    }
}

static tl_lsp_refusal
refusal_before_work(const tl_lsp_server *server, const tl_method *method, const char *name)
{
    bool is_initialize = strcmp(name, "initialize") == 0;
    if (server->phase == TL_LSP_NEW && !is_initialize) {
        return (tl_lsp_refusal){TL_RPC_NOT_INITIALIZED, "the first request is to be initialize"};
    }
    if (server->phase == TL_LSP_SHUT_DOWN || (server->phase == TL_LSP_RUNNING && is_initialize)) {
        return (tl_lsp_refusal){TL_RPC_INVALID_REQUEST, "not at this time"};
    }
    if (method == NULL || method->answer == NULL) {
        return (tl_lsp_refusal){TL_RPC_METHOD_NOT_FOUND, "no such request"};
    }
    return (tl_lsp_refusal){0};
}

static void
answer_request(tl_lsp_server *server, const json_t *message, const char *name)
{
    const json_t *id = json_object_get(message, "id");
    const tl_method *method = tl_method_find(name);
    tl_lsp_refusal refusal = refusal_before_work(server, method, name);
    json_t *result = NULL;
    if (refusal.code == 0 && is_cancelled(server, id)) {
        refusal = (tl_lsp_refusal){TL_RPC_CANCELLED, "cancelled"};
    }
    if (refusal.code == 0) {
        server->current = id;
        result = method->answer(server, json_object_get(message, "params"), &refusal);
        if (refusal.code == 0 && is_cancelled(server, id)) {
            refusal = (tl_lsp_refusal){TL_RPC_CANCELLED, "cancelled"};
        }
        server->current = NULL;
    }
    if (refusal.code == TL_LSP_LATER) {
        return;
    }
    if (refusal.code) {
        json_decref(result);
        tl_rpc_refuse(&server->rpc, id, refusal.code, refusal.message);
    } else {
        tl_rpc_answer(&server->rpc, id, result);
    }
}

bool
tl_lsp_is_cancelled(tl_lsp_server *server)
{
    if (server->current == NULL) {
        return false;
    }
    tl_rpc_receive(&server->rpc, 0);
    queue_messages(server);
    char *key = key_of_id(server->current);
    bool found = key && json_object_get(server->cancelled, key);
    free(key);
    return found;
}

void
tl_lsp_ask(tl_lsp_server *server, const char *purpose, const char *method, json_t *params)
{
    tl_buf id = {0};
    tl_buf_add_format(&id, "%s %u", purpose, ++server->asked);
    tl_buf_add_byte(&id, '\0');
    tl_rpc_request(&server->rpc, id.ptr, method, params);
    tl_buf_clear(&id);
}

/* The answer to our question for the settings: an array of one. */
static void
take_response(tl_lsp_server *server, const json_t *message)
{
    const char *id = json_string_value(json_object_get(message, "id")), *asked = "configuration ";
    const json_t *settings = json_array_get(json_object_get(message, "result"), 0);
    if (id && strncmp(id, asked, strlen(asked)) == 0 && json_is_object(settings)) {
        json_t *params = json_pack("{s:{s:O}}", "settings", "termlint", (json_t *)settings);
        tl_method_find("workspace/didChangeConfiguration")->take(server, params);
        json_decref(params);
    }
}

static void
handle(tl_lsp_server *server, const json_t *message)
{
    const char *name = method_of(message);
    const json_t *id = json_object_get(message, "id");
    if (!json_is_object(message) || (name == NULL && id == NULL)) {
        tl_rpc_refuse(&server->rpc, NULL, TL_RPC_INVALID_REQUEST, "no request and no notification");
    } else if (name == NULL) {
        take_response(server, message);
    } else if (id) {
        answer_request(server, message, name);
    } else if (strcmp(name, "exit") == 0) {
        server->phase = server->phase == TL_LSP_SHUT_DOWN ? TL_LSP_SHUT_DOWN : TL_LSP_GONE;
        server->rpc.ended = true;
        json_array_clear(server->queue);
    } else {
        const tl_method *method = tl_method_find(name);
        if (method && method->take && server->phase == TL_LSP_RUNNING) {
            method->take(server, json_object_get(message, "params"));
        }
    }
}

static void
handle_next(tl_lsp_server *server)
{
    json_t *message = json_incref(json_array_get(server->queue, 0));
    json_array_remove(server->queue, 0);
    handle(server, message);
    json_decref(message);
}

static bool
is_client_gone(const tl_lsp_server *server)
{
    return server->client.process > 0 && kill((pid_t)server->client.process, 0) != 0 &&
           errno == ESRCH;
}

/* The sooner of two times to wait, -1 being for ever. */
static int
sooner(int a, int b)
{
    return a < 0 || (b >= 0 && b < a) ? b : a;
}

/* Does what is to be done when nobody asks for anything; returns how long to wait for a message. */
static int
work_idly(tl_lsp_server *server)
{
    int due = tl_lsp_refresh_due(server);
    return sooner(sooner(due, tl_lsp_workspace_step(server)), WATCH_CLIENT);
}

static void
serve(tl_lsp_server *server)
{
    while (!server->rpc.ended || json_array_size(server->queue)) {
        int wait = json_array_size(server->queue) ? 0 : work_idly(server);
        bool came = tl_rpc_receive(&server->rpc, wait);
        if (!came && (server->rpc.broken || is_client_gone(server))) {
            return;
        }
        queue_messages(server);
        if (json_array_size(server->queue)) {
            handle_next(server);
        }
    }
}

static void
clear(tl_lsp_server *server)
{
    tl_lsp_workspace_free(server->workspace);
    tl_lsp_settings_clear(&server->settings);
    for (size_t i = 0; i < server->document_count; i++) {
        tl_lsp_document_free(server->documents[i]);
    }
    for (size_t i = 0; i < server->folder_count; i++) {
        free(server->folders[i]);
    }
    free(server->documents);
    free(server->folders);
    json_decref(server->queue);
    json_decref(server->cancelled);
    tl_rpc_clear(&server->rpc);
}

int
tl_lsp_serve(int in, int out, const tl_lsp_setup *setup)
{
    tl_lsp_server server = {.rpc = {.in = in, .out = out},
                            .setup = setup,
                            .queue = json_array(),
                            .cancelled = json_object(),
                            .settings.is_stale = true};
    serve(&server);
    int status = server.phase == TL_LSP_SHUT_DOWN ? 0 : 1;
    clear(&server);
    return status;
}
