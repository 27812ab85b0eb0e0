/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_LSP_URI_H
#define TL_LSP_URI_H

/* file: URIs (RFC 8089) and paths; strings returned belong to the caller, who frees them. */

/* The path that a URI names, or NULL if it is no file: URI of this machine. */
char *tl_uri_to_path(const char *uri);

/* The URI of an absolute path. */
char *tl_uri_from_path(const char *path);

#endif
