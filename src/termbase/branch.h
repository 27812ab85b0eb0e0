/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_TERMBASE_BRANCH_H
#define TL_TERMBASE_BRANCH_H

#include "base/arena.h"
#include "termbase/yaml_reader.h"

/* Nodes that grow, for formats other than YAML: they make the tree that a YAML file would have
 * given, with the places of their own file, and the same code reads it. */
typedef struct tl_branch {
    tl_node node; /* first, so that one is the other */
    const tl_node **tail;
    size_t room; /* for the text of a node that tl_branch_join() has made longer; else 0 */
} tl_branch;

/* Where a node stands in its file. */
typedef struct tl_spot {
    uint32_t line, column; /* from 1; columns in code points */
} tl_spot;

/* An empty list or mapping, or a text; `text` and `under` are borrowed. */
tl_branch *tl_branch_new(tl_arena *arena, tl_node_kind kind, tl_spot spot, tl_str under);
tl_branch *tl_branch_text(tl_arena *arena, tl_str text, tl_spot spot, tl_str under);

/* Adds an item to a list. */
void tl_branch_append(tl_branch *list, tl_branch *item);

/* Adds `key: value` to a mapping that does not have the key; it has the place of the value. */
void tl_branch_add(tl_arena *arena, tl_branch *mapping, tl_str key, tl_branch *value);

/* Appends to the text of a node, in time that is linear in all that is ever appended. */
void tl_branch_join(tl_arena *arena, tl_branch *node, tl_str text);

/* The value of a key, or NULL. All values of the mapping are branches. */
tl_branch *tl_branch_find(const tl_branch *mapping, tl_str key);

/* The mapping or list under a key, made if it is not there. */
tl_branch *tl_branch_under(tl_arena *arena, tl_branch *mapping, tl_str key, tl_node_kind kind,
                           tl_spot spot);

#endif
