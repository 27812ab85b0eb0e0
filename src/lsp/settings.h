/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_LSP_SETTINGS_H
#define TL_LSP_SETTINGS_H

#include "base/error.h"
#include "lsp/documents.h"

/* What documents are judged by, read when it is wanted and whenever it has changed. */

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

/* Publishes the mistakes in the settings, each with its file. */
void tl_lsp_publish_mistakes(tl_lsp_server *server);

#endif
