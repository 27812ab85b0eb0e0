/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_BASE_LIBRARY_H
#define TL_BASE_LIBRARY_H

#include "base/error.h"

/* Shared libraries of others that few runs need. They are opened when they are first used: starting
 * a process with them takes longer than checking a short text. */

/* Opens the first of the libraries `names` that there is, and fills `functions`, a struct of
 * nothing but pointers to functions, with those of the names `symbols`, in that order; both lists
 * end with NULL. Opening a library again costs next to nothing: it is never unloaded. */
bool tl_library_open(const char *const *names, const char *const *symbols, void *functions,
                     tl_error *error);

#endif
