/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_READERS_FRONT_MATTER_H
#define TL_READERS_FRONT_MATTER_H

#include "source/builder.h"

/* Front matter: the head of a document between two lines of "---" (YAML) or "+++" (TOML), as site
 * generators have it, with a key in one of its lines at least (what has none is a rule and a
 * heading). The date and the language that it gives become those of the document; the values of
 * title, description and the like become segments; all else is no text. */

/* Reads the front matter that begins at `begin`, if there is one; returns the offset of what is
 * behind it, or `begin`. */
uint32_t tl_front_matter_read(tl_builder *builder, uint32_t begin);

#endif
