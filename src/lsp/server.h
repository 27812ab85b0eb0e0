/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_LSP_SERVER_H
#define TL_LSP_SERVER_H

#include "lsp/documents.h"
#include "lsp/rpc.h"
#include "lsp/settings.h"

/* The language server: one client, one thread. Methods are rows; documents are checked when nothing
 * more comes in for a moment, and always before a question about them is answered. */

/* How the server gets at the settings of the command line, again whenever a file that they come
 * from has changed. The result is the server's; NULL if they cannot be had. */
typedef struct tl_lsp_setup {
    termlint_config *(*make_config)(void *context, termlint_problem_fn problem,
                                    void *problem_context);
    void *context;
} tl_lsp_setup;

/* Serves until the client says "exit" or goes away. Returns the exit status: 0 if it said
 * "shutdown" before. */
int tl_lsp_serve(int in, int out, const tl_lsp_setup *setup);

/* -- inside lsp/ ------------------------------------------------------------------------------ */

typedef enum tl_lsp_phase {
    TL_LSP_NEW,
    TL_LSP_RUNNING,
    TL_LSP_SHUT_DOWN,
    TL_LSP_GONE
} tl_lsp_phase;

/* What the client can do. */
typedef struct tl_lsp_client {
    tl_unit_of unit;
    bool has_document_changes, has_configuration, has_watching, has_progress, has_markdown;
    bool pulls;         /* asks for diagnostics, so that they are not to be published */
    bool has_refresh;   /* can be told to ask again */
    bool resolves;      /* asks for the edit of an action when it is chosen */
    json_int_t process; /* 0: not told */
} tl_lsp_client;

typedef struct tl_lsp_workspace tl_lsp_workspace;

struct tl_lsp_server {
    tl_rpc rpc;
    const tl_lsp_setup *setup;
    tl_lsp_phase phase;
    tl_lsp_client client;
    json_t *queue;     /* array of messages that wait */
    json_t *cancelled; /* object whose keys are ids of requests that need no answer */
    char **folders;    /* owned array of owned paths: the workspace */
    size_t folder_count, folder_capacity;
    tl_lsp_document **documents; /* owned array */
    size_t document_count, document_capacity;
    tl_lsp_settings settings;
    tl_lsp_workspace *workspace; /* as it was checked last; NULL: never */
    const json_t *current;       /* the id of the request at hand, or NULL */
    unsigned asked;              /* the number of requests that were sent */
};

/* What a request was refused for; code 0: it was not. */
typedef struct tl_lsp_refusal {
    int code;
    const char *message; /* static */
} tl_lsp_refusal;

/* The code of a request that will be answered later. */
enum { TL_LSP_LATER = 1 };

/* One method: a const row in the file that implements it, its name in the X() list of methods.c.
 * Exactly one of the two functions is given. */
typedef struct tl_method {
    const char *name;
    json_t *(*answer)(tl_lsp_server *server, const json_t *params, tl_lsp_refusal *refusal);
    void (*take)(tl_lsp_server *server, const json_t *params);
} tl_method;

const tl_method *tl_method_find(const char *name);

/* Sends a request; what the client answers goes to take_response() under `purpose`. */
void tl_lsp_ask(tl_lsp_server *server, const char *purpose, const char *method, json_t *params);

int64_t tl_lsp_now(void); /* milliseconds, of a clock that only goes forward */

/* Reads what has come in; whether it says that the answer at hand is not wanted any more. */
bool tl_lsp_is_cancelled(tl_lsp_server *server);

#endif
