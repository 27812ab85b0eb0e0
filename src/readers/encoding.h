/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_READERS_ENCODING_H
#define TL_READERS_ENCODING_H

#include "source/source.h"

/* True if the whole source is UTF-8 text. If not, fills *error with the file's name and the place:
 * a NUL byte makes it a binary file, an ill-formed byte is named together with the encoding that
 * the file looks like, if it looks like one. Readers of text call it first: what they hand on is
 * well formed. */
bool tl_source_check_utf8(tl_source *source, tl_error *error);

#endif
