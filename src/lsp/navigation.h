/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_LSP_NAVIGATION_H
#define TL_LSP_NAVIGATION_H

#include "lsp/server.h"

/* The occurrence at a place, for pointing at it; strings are owned. All-zero: there is none. */
typedef struct tl_lsp_pointed {
    char *concept, *term;
    tl_range range;
} tl_lsp_pointed;

tl_lsp_pointed tl_lsp_point(tl_lsp_server *server, tl_lsp_document *document, const json_t *params);
void tl_lsp_pointed_clear(tl_lsp_pointed *pointed);

#endif
