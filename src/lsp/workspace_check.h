/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_LSP_WORKSPACE_CHECK_H
#define TL_LSP_WORKSPACE_CHECK_H

#include "lsp/server.h"

/* A check of all files in the workspace, one at a time while nothing else is to be done, so that it
 * may take as long as it likes. What was found in a file is kept until the file or the settings
 * change; what only all files together show is found anew after each change. */

/* Who wants to know what was found, and of what he is told on the way. */
typedef struct tl_lsp_asker {
    json_t *id;       /* of the request to be answered; NULL: files are published */
    json_t *progress; /* the token for work-done progress, or NULL */
    json_t *partial;  /* the token for partial results, or NULL */
    json_t *known;    /* object: URI → the id of the result that the client has */
} tl_lsp_asker;

/* Begins a check for the asker, who is taken over, or lets him join the one that is under way. */
void tl_lsp_workspace_check(tl_lsp_server *server, tl_lsp_asker asker);

/* Goes on by a file, unless somebody is typing. Returns the milliseconds until there is more to do,
 * -1 if there is nothing. */
int tl_lsp_workspace_step(tl_lsp_server *server);

/* Refuses the asker whose request has that id, if there is one. */
void tl_lsp_workspace_cancel(tl_lsp_server *server, const json_t *id);

/* To be called when a file has changed in the editor; on the disk, or the settings: what is
 * published is then brought up to date. */
void tl_lsp_workspace_change(tl_lsp_server *server);
void tl_lsp_workspace_again(tl_lsp_server *server);

/* What was found in a file with all others in view, if the text is the one that was checked; else
 * NULL. Borrowed. */
json_t *tl_lsp_workspace_found(const tl_lsp_server *server, const char *path, const tl_text *text);

void tl_lsp_workspace_free(tl_lsp_workspace *workspace);

/* The report of a document: "full" with the diagnostics, or "unchanged" if `known` (may be NULL) is
 * what the client has already. */
json_t *tl_lsp_document_report(json_t *diagnostics, const char *known);

#endif
