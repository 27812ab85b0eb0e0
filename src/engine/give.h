/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_ENGINE_GIVE_H
#define TL_ENGINE_GIVE_H

#include "base/error.h"

/* What leaves the library: plain C strings that the caller frees with free(). */

/* A copy of `text`, NUL-terminated. */
char *tl_give_text(tl_str text);

/* Hands the message of *from over to *error; drops it if `error` is NULL. Clears *from. Always
 * returns false, so that a function can `return tl_give_error(error, &problem)`. */
bool tl_give_error(char **error, tl_error *from);

/* The error "unknown WHAT “ID”, did you mean “NEAR”"; `near` may be NULL. Returns false. */
bool tl_give_unknown(char **error, const char *what, const char *id, const char *near);

#endif
