/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_LSP_DIAGNOSTICS_H
#define TL_LSP_DIAGNOSTICS_H

#include "lsp/server.h"

/* What was found, as the client is told. */

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

#endif
