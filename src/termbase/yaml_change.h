/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_TERMBASE_YAML_CHANGE_H
#define TL_TERMBASE_YAML_CHANGE_H

#include "base/buf.h"
#include "termbase/yaml_parts.h"

/* Changes of YAML files by one replacement each, which leaves comments and layout as they are. Each
 * function returns false where what is asked for cannot be said by such a change; whether the
 * result is a good termbase is for its reader to tell. */

typedef struct tl_yaml_change {
    tl_range range;
    tl_buf text; /* owned */
} tl_yaml_change;

typedef struct tl_yaml_file {
    tl_str bytes;
    const tl_yaml_part *root; /* of those bytes; NULL: there is nothing but comments */
} tl_yaml_file;

/* Adds a text to what stands under a key of a mapping: one text becomes a list of two. */
bool tl_yaml_add_to_list(tl_yaml_file file, const tl_yaml_part *mapping, tl_str key, tl_str text,
                         tl_yaml_change *change);

/* The same for the terms of a language, which may be a single preferred one so far. */
bool tl_yaml_add_term(tl_yaml_file file, const tl_yaml_part *entry, tl_str key, tl_str text,
                      tl_yaml_change *change);

/* Adds an item to the list under a key of the root, or that key. `lines` are those of the item,
 * each ending with a line feed. */
bool tl_yaml_add_item(tl_yaml_file file, tl_str key, tl_str lines, tl_yaml_change *change);

/* Sets `inner` in the mapping under the root's key `outer`; all three texts stand for themselves.
 */
bool tl_yaml_set(tl_yaml_file file, tl_str outer, tl_str inner, tl_str value,
                 tl_yaml_change *change);

#endif
