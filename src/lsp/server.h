/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_LSP_SERVER_H
#define TL_LSP_SERVER_H

#include "base/error.h"
#include "lsp/rpc.h"
#include "lsp/text.h"
#include "termlint.h"

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

/* A document that is open in the editor. */
typedef struct tl_lsp_document {
    char *uri;  /* as the client writes it; owned, as are the next three */
    char *path; /* absolute, or NULL: it has none */
    char *real; /* the path without symbolic links, or NULL: there is no such file */
    char *name; /* by which it is checked: its path, or a name with the extension of its format */
    bool is_prose; /* some reader takes it */
    json_int_t version;
    tl_text text;
    bool is_stale;           /* changed since it was last checked */
    int64_t changed;         /* when, in milliseconds */
    termlint_report *report; /* of the last check; NULL: none */
} tl_lsp_document;

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

/* A file as it might be. */
typedef struct tl_lsp_trial {
    const char *path; /* absolute */
    tl_str text;
} tl_lsp_trial;

/* What documents are checked by: files, some of them open and unsaved, and what the client says. */
typedef struct tl_lsp_settings {
    json_t *given;           /* by the client, an object; or NULL */
    bool is_stale;           /* something that it all comes from has changed, or nothing was read */
    termlint_config *config; /* the last one without mistakes, if there was one */
    unsigned generation;     /* of the configuration: counts up */
    termlint_worker *worker; /* NULL: not needed yet */
    json_t *sources;         /* object: absolute paths of the files that were asked for */
    tl_problem_list mistakes;  /* in them */
    tl_problem_list oddities;  /* in termbases that are open, although they can be loaded */
    bool has_news;             /* the client has not been told of all that */
    bool is_other;             /* another configuration is in use, and nobody has been told */
    int64_t cost;              /* of reading it all, in milliseconds */
    const tl_lsp_trial *trial; /* goes before all else; NULL: nothing is tried */
    json_t *told;              /* object: the URIs that the client was told of */
} tl_lsp_settings;

typedef struct tl_lsp_workspace tl_lsp_workspace;

typedef struct tl_lsp_server {
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
} tl_lsp_server;

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

/* The open document that `params.textDocument.uri` names, or NULL. */
tl_lsp_document *tl_lsp_document_of(tl_lsp_server *server, const json_t *params);
tl_lsp_document *tl_lsp_document_at(tl_lsp_server *server, const char *path);
void tl_lsp_document_free(tl_lsp_document *document);

/* -- checking -- */

/* The worker, with the checker for a document of that name; NULL if its configuration has mistakes.
 * Borrowed until the configuration is dropped. */
termlint_worker *tl_lsp_worker(tl_lsp_server *server, const char *name);
const termlint_checker *tl_lsp_checker(tl_lsp_server *server, const char *name);

/* To be called when something has changed that documents are judged by: it is read again when it is
 * next wanted, and all documents become stale. What was read before stays in use as long as there
 * are mistakes in the new. */
void tl_lsp_settings_change(tl_lsp_server *server);

/* What would be found in the document if a file of the settings were that; NULL if there were a
 * mistake in them. */
termlint_report *tl_lsp_try_settings(tl_lsp_server *server, const tl_lsp_trial *trial,
                                     const tl_lsp_document *document);

/* Whether the document is, or looks like, a part of the settings; whether a file does by its path.
 */
bool tl_lsp_is_setting(const tl_lsp_server *server, const tl_lsp_document *document);
bool tl_lsp_is_setting_path(const tl_lsp_server *server, const char *path);

/* Whether the document is a configuration. */
bool tl_lsp_is_config(const tl_lsp_document *document);

void tl_lsp_settings_clear(tl_lsp_settings *settings);

/* Checks the document if it is stale and publishes what was found. */
void tl_lsp_refresh(tl_lsp_server *server, tl_lsp_document *document);

/* Tells a client that asks for diagnostics to do so again. */
void tl_lsp_ask_again(tl_lsp_server *server);

/* Checks what is stale for long enough; returns the milliseconds until the next is due, -1 if none
 * is. */
int tl_lsp_refresh_due(tl_lsp_server *server);

/* The finding as an LSP diagnostic. */
json_t *tl_lsp_diagnostic(const tl_lsp_server *server, const tl_text *text,
                          const termlint_finding *finding);

/* The findings of a report in the text, of a document's last check, or of a file named by
 * `params.textDocument.uri` that is not open (NULL: there is none), as an array of them. */
json_t *tl_lsp_diagnostics_in(const tl_lsp_server *server, const tl_text *text,
                              const termlint_report *report);
json_t *tl_lsp_diagnostics(const tl_lsp_server *server, const tl_lsp_document *document);
json_t *tl_lsp_diagnostics_of_file(tl_lsp_server *server, const json_t *params);

/* Checks a text; without settings that can be used, nothing is found. The report is finished. */
termlint_report *tl_lsp_check(tl_lsp_server *server, const char *name, const tl_text *text);

/* Publishes the mistakes in the settings, each with its file. */
void tl_lsp_publish_mistakes(tl_lsp_server *server);

/* -- places in JSON -- */

/* The text as the library takes it; borrowed. */
termlint_bytes tl_lsp_bytes(const tl_text *text);

json_t *tl_lsp_range(const tl_lsp_server *server, const tl_text *text, tl_range range);

/* The word at a place that YAML's readers told: line and column from 1, in code points; 0: none. */
tl_range tl_lsp_range_at(const tl_text *text, uint32_t line, uint32_t column);

/* Reads {"line", "character"} of an object under `key`; false if it is none. */
bool tl_lsp_get_caret(const json_t *object, const char *key, tl_caret *caret);

/* The range of an object's {"start", "end"} in bytes; false if it is none or goes backwards. */
bool tl_lsp_get_range(const tl_lsp_server *server, const tl_text *text, const json_t *object,
                      tl_range *range);

/* A WorkspaceEdit of the edits in one file; `document` is NULL if it is not open. Takes over
 * `edits`.
 */
json_t *tl_lsp_workspace_edit(const tl_lsp_server *server, const char *uri,
                              const tl_lsp_document *document, json_t *edits);

/* A TextEdit. */
json_t *tl_lsp_text_edit(const tl_lsp_server *server, const tl_text *text, tl_range range,
                         const char *replacement);

/* -- the workspace -- */

/* A file, as it is in the editor or else on the disk. */
typedef struct tl_lsp_file {
    const char *path, *uri; /* absolute; the URI as the client writes it */
    const tl_text *text;
    const tl_lsp_document *document; /* NULL: it is not open */
    char *own_path, *own_uri;
    tl_text own_text;
} tl_lsp_file;

/* The path without symbolic links, or at least absolute; to be freed. */
char *tl_lsp_whole_path(const char *path);

/* Looks the file up, or reads it; false if it cannot be read. To be closed in any case. */
bool tl_lsp_file_open(tl_lsp_file *file, tl_lsp_server *server, const char *path);
void tl_lsp_file_close(tl_lsp_file *file);

/* Calls `take` for the path of each file in the workspace's folders that is checked, in order.
 * Without folders: for each document. */
void tl_lsp_each_path(tl_lsp_server *server, void (*take)(void *context, const char *path),
                      void *context);

/* The same with the file, until the request at hand is cancelled, telling the client of the
 * progress under `token` (may be NULL). */
void tl_lsp_each_file(tl_lsp_server *server, const json_t *token, const char *title,
                      void (*take)(void *context, const tl_lsp_file *file), void *context);

/* Sends a step of work-done progress, if the client wants any; takes over `value`. */
void tl_lsp_tell_progress(tl_lsp_server *server, const json_t *token, json_t *value);

/* Reads what has come in; whether it says that the answer at hand is not wanted any more. */
bool tl_lsp_is_cancelled(tl_lsp_server *server);

/* The occurrence at a place, for pointing at it; strings are owned. All-zero: there is none. */
typedef struct tl_lsp_pointed {
    char *concept, *term;
    tl_range range;
} tl_lsp_pointed;

tl_lsp_pointed tl_lsp_point(tl_lsp_server *server, tl_lsp_document *document, const json_t *params);
void tl_lsp_pointed_clear(tl_lsp_pointed *pointed);

#endif
