/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_TOOLS_YAML_PLACE_H
#define TL_TOOLS_YAML_PLACE_H

#include "base/str.h"

/* Where in a YAML file the end of a text is that somebody is typing: by its indentation and its
 * brackets, since it is no YAML yet. */
enum { TL_YAML_PLACE_DEPTH = 8 };

typedef struct tl_yaml_place {
    tl_str typed;                        /* the word that is typed */
    tl_str key;                          /* whose value it is; empty: it is a key itself */
    tl_str parents[TL_YAML_PLACE_DEPTH]; /* keys under which that key stands, the nearest first */
    size_t count;
} tl_yaml_place;

/* All strings are parts of `before`. False within a comment or a text in quotes. */
bool tl_yaml_place_find(tl_str before, tl_yaml_place *place);

#endif
