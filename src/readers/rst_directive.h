/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_READERS_RST_DIRECTIVE_H
#define TL_READERS_RST_DIRECTIVE_H

#include "base/str.h"

/* What is text of a directive of reStructuredText, docutils' and Sphinx's. */
typedef enum tl_rst_directive {
    TL_RST_UNREAD, /* nothing: code, a formula, a list of files */
    TL_RST_BODY,   /* what is in it, but not what is behind its name */
    TL_RST_TEXT,   /* all of it */
} tl_rst_directive;

tl_rst_directive tl_rst_directive_find(tl_str name);

/* True if the option of a directive is prose: an alternative text, a caption. */
bool tl_rst_is_prose_option(tl_str name);

#endif
