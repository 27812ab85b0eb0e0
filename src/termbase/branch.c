/* SPDX-License-Identifier: MPL-2.0 */
/* Trees of nodes that no YAML file gave. Knows neither keys nor formats. */
#include "termbase/branch.h"

tl_branch *
tl_branch_new(tl_arena *arena, tl_node_kind kind, tl_spot spot, tl_str under)
{
    tl_branch *made = tl_arena_alloc(arena, 1, sizeof *made);
    made->node = (tl_node){.kind = kind, .line = spot.line, .column = spot.column, .under = under};
    made->tail = &made->node.first;
    return made;
}

tl_branch *
tl_branch_text(tl_arena *arena, tl_str text, tl_spot spot, tl_str under)
{
    tl_branch *made = tl_branch_new(arena, TL_NODE_TEXT, spot, under);
    made->node.text = text;
    return made;
}

void
tl_branch_append(tl_branch *list, tl_branch *item)
{
    *list->tail = &item->node;
    list->tail = &item->node.next;
}

void
tl_branch_add(tl_arena *arena, tl_branch *mapping, tl_str key, tl_branch *value)
{
    tl_spot spot = {value->node.line, value->node.column};
    tl_branch *name = tl_branch_text(arena, key, spot, mapping->node.under);
    name->node.value = &value->node;
    tl_branch_append(mapping, name);
}

void
tl_branch_join(tl_arena *arena, tl_branch *node, tl_str text)
{
    tl_str old = node->node.text;
    size_t length = old.len + text.len;
    char *room = (char *)old.ptr;
    if (length > node->room) {
        node->room = 2 * length;
        room = tl_arena_alloc(arena, node->room, 1);
        for (size_t i = 0; i < old.len; i++) {
            room[i] = old.ptr[i];
        }
    }
    for (size_t i = 0; i < text.len; i++) {
        room[old.len + i] = text.ptr[i];
    }
    node->node.text = (tl_str){room, length};
}

tl_branch *
tl_branch_find(const tl_branch *mapping, tl_str key)
{
    const tl_node *found = tl_node_find(&mapping->node, key);
    return found ? (tl_branch *)found->value : NULL;
}

tl_branch *
tl_branch_under(tl_arena *arena, tl_branch *mapping, tl_str key, tl_node_kind kind, tl_spot spot)
{
    tl_branch *found = tl_branch_find(mapping, key);
    if (found == NULL) {
        found = tl_branch_new(arena, kind, spot, key);
        tl_branch_add(arena, mapping, key, found);
    }
    return found;
}
