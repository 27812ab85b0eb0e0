/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_TERMBASE_YAML_TEXT_H
#define TL_TERMBASE_YAML_TEXT_H

#include "base/buf.h"

/* Appends a text to YAML on one line, in quotes where it needs them. */
void tl_yaml_add_text(tl_buf *out, tl_str text);

#endif
