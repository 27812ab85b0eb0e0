/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_LSP_WORKSPACE_H
#define TL_LSP_WORKSPACE_H

#include "lsp/server.h"

/* The files of the workspace, as they are in the editor or else on the disk. */

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

#endif
