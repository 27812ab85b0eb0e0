/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_LSP_OFFER_H
#define TL_LSP_OFFER_H

#include "lsp/server.h"

/* What may be done about a finding besides putting a suggestion in place: to accept it where it
 * stands, to add its text to the termbase, to switch its rule off. An offer is made for what it
 * should do; only when its edit is made is it tried out, since that takes a check of the document,
 * so that no edit is ever handed out that leaves the finding or breaks something else. */

/* A finding of the document's last check. */
typedef struct tl_lsp_case {
    tl_lsp_server *server;
    const tl_lsp_document *document;
    termlint_finding finding;
    tl_str text; /* as the document has it */
} tl_lsp_case;

typedef struct tl_lsp_offer {
    const char *name; /* by which an action is known until it is resolved */

    /* Appends what is offered in words; false: nothing is, for this finding. */
    bool (*add_title)(const tl_lsp_case *given, tl_buf *title);

    /* A WorkspaceEdit that does it, or NULL: none would. */
    json_t *(*make_edit)(const tl_lsp_case *given);
} tl_lsp_offer;

/* The offer number `index`, in order; NULL behind the last. */
const tl_lsp_offer *tl_lsp_offer_at(size_t index);
const tl_lsp_offer *tl_lsp_offer_find(const char *name);

/* The text of a finding as a title shows it: one line, not too long. */
void tl_lsp_add_text(const tl_lsp_case *given, tl_buf *title);

#endif
