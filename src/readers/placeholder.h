/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_READERS_PLACEHOLDER_H
#define TL_READERS_PLACEHOLDER_H

#include "base/str.h"

/* What programs fill in when they show a message:
 *
 *   %s %1$-5.2f %(name)s %{name} %1 %NAME%    printf, Python, Ruby, Qt, Windows
 *   {0} {name:>8} {} {{name}} ${name}         Java, .NET, Python, shells
 *   ~a ~%                                     Lisp
 *   %0A                                       a byte of a URL */

/* What a file says of the placeholders that begin with some character. */
typedef enum tl_placeholder_use {
    TL_PLACEHOLDER_UNKNOWN, /* nothing: prose wins where it could be some */
    TL_PLACEHOLDER_NONE,    /* it begins no placeholder */
    TL_PLACEHOLDER_SURE,    /* it begins one wherever its syntax allows */
} tl_placeholder_use;

typedef struct tl_placeholder_uses {
    tl_placeholder_use percent, brace, dollar;
} tl_placeholder_uses;

/* The bytes of the placeholder that begins at `at`, which is less than text.len; 0: none does. */
size_t tl_placeholder_at(tl_str text, size_t at, tl_placeholder_uses uses);

/* True for "%%", which stands for a percent sign; the second one begins nothing. */
bool tl_placeholder_is_percent(tl_str text, size_t at);

#endif
