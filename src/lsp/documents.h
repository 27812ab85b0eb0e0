/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_LSP_DOCUMENTS_H
#define TL_LSP_DOCUMENTS_H

#include "lsp/text.h"
#include "termlint.h"

#include <jansson.h>

/* The documents that are open in the editor. */

typedef struct tl_lsp_server tl_lsp_server;

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

/* The open document that `params.textDocument.uri` names, or NULL. */
tl_lsp_document *tl_lsp_document_of(tl_lsp_server *server, const json_t *params);
tl_lsp_document *tl_lsp_document_at(tl_lsp_server *server, const char *path);
void tl_lsp_document_free(tl_lsp_document *document);

#endif
