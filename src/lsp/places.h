/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_LSP_PLACES_H
#define TL_LSP_PLACES_H

#include "lsp/server.h"

/* Places in a text as the protocol writes them. */

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

#endif
