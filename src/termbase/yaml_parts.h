/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_TERMBASE_YAML_PARTS_H
#define TL_TERMBASE_YAML_PARTS_H

#include "base/arena.h"

/* YAML as a tree of parts that know which bytes they are, for whoever changes a file without
 * touching its comments and its layout. */

typedef enum tl_yaml_part_kind { TL_PART_TEXT, TL_PART_LIST, TL_PART_MAPPING } tl_yaml_part_kind;

typedef struct tl_yaml_part {
    tl_yaml_part_kind kind;
    bool is_flow;    /* of a list or mapping: it stands in brackets */
    tl_range range;  /* bytes; of a block up to the end of what stands last in it */
    uint32_t column; /* of its beginning, in characters from 0 */
    tl_str text;     /* that a text spells */
    struct tl_yaml_part *first, *last; /* the items of a list, the keys of a mapping */
    struct tl_yaml_part *next;
    struct tl_yaml_part *value; /* of a key; never NULL */
} tl_yaml_part;

/* The root value, all of it in the arena; NULL if there is none, or the bytes are no YAML that the
 * other readers would take (an alias, deep nesting, a second document). */
tl_yaml_part *tl_yaml_parts_read(tl_str bytes, tl_arena *arena);

/* The value of that key of a mapping, or NULL; of any other part: NULL. */
tl_yaml_part *tl_yaml_part_find(const tl_yaml_part *mapping, tl_str key);

#endif
