/* SPDX-License-Identifier: MPL-2.0 */
/* Builds the trie of Cyrillic names that search.c walks.
 * Invariant: after the build the nodes are in breadth-first order, the children of one node side by
 * side in order of letters (a hyphen first), and nothing changes any more. */
#include "romanize/index.h"

#include "base/alloc.h"
#include "base/array.h"
#include "romanize/grid.h"
#include "romanize/letters.h"

#include <stdlib.h>
#include <string.h>

/* The entries below a node under construction: [first, last) share `depth` letters. */
struct span {
    size_t first, last;
    size_t depth;
};

tl_name_index *
tl_name_index_new(void)
{
    return tl_alloc_zero(1, sizeof(tl_name_index));
}

static const tl_image_part parts[] = {
    TL_IMAGE_ARRAY("fam.node", tl_name_index, nodes, node_count),
    TL_IMAGE_ARRAY("fam.ids", tl_name_index, ids, id_count),
    TL_IMAGE_ARRAY("fam.ends", tl_name_index, ends, end_count),
    TL_IMAGE_PLAIN("fam.marg", tl_name_index, margins),
};

enum { PARTS = sizeof parts / sizeof *parts };

void
tl_name_index_save(const tl_name_index *index, tl_image_writer *writer)
{
    tl_image_add_parts(writer, parts, PARTS, index);
}

/* Whether a unit node of so many letters, or none (0), can stand at a depth of the trie. */
static bool
is_unit_of(uint16_t unit_node, uint8_t letters, uint8_t depth)
{
    return unit_node == 0 || (unit_node < TL_UNIT_NODE_LIMIT && letters <= depth &&
                              (tl_unit_nodes[unit_node].unit < 0 ||
                               tl_units[tl_unit_nodes[unit_node].unit].length <= depth));
}

/* The children of all nodes lie side by side in the order of their parents, the next of them at
 * *next, so that every node but the root is the child of one. */
static bool
is_node_sound(const tl_name_index *index, size_t at, size_t *next, uint8_t *depths)
{
    const tl_name_node *node = &index->nodes[at];
    uint8_t depth = depths[at];
    if ((at > 0 && depth == 0) || node->letter >= TL_LETTER_COUNT ||
        node->name > index->name_count || !is_unit_of(node->pair, 2, depth) ||
        !is_unit_of(node->triple, 3, depth) || node->first_child != *next ||
        node->child_count > index->node_count - *next || depth > TL_NAME_MAX ||
        (depth == TL_NAME_MAX && node->child_count > 0)) {
        return false;
    }
    memset(depths + *next, depth + 1, node->child_count);
    *next += node->child_count;
    return true;
}

/* The search walks this trie word by word without a question, so all of it is looked at. */
static bool
is_sound(tl_name_index *index)
{
    bool ok = index->node_count > 0 && index->end_count > 0 && index->ends[0] == 0;
    size_t next = 1;
    index->name_count = index->end_count - 1;
    for (size_t i = 1; i < index->end_count && ok; i++) {
        ok = index->ends[i - 1] <= index->ends[i] && index->ends[i] <= index->id_count;
    }
    uint8_t *depths = tl_alloc_zero(index->node_count, sizeof *depths);
    for (size_t at = 0; at < index->node_count && ok; at++) {
        ok = is_node_sound(index, at, &next, depths);
    }
    free(depths);
    return ok;
}

tl_name_index *
tl_name_index_open(const tl_image *image)
{
    tl_name_index *index = tl_name_index_new();
    index->is_mapped = true;
    if (!tl_image_find_parts(image, parts, PARTS, index) || !is_sound(index)) {
        tl_name_index_free(index);
        return NULL;
    }
    return index;
}

void
tl_name_index_free(tl_name_index *index)
{
    if (index && !index->is_mapped) {
        tl_arena_clear(&index->arena);
        free(index->entries);
        free(index->nodes);
        free(index->ids);
        free(index->ends);
    }
    free(index);
}

void
tl_name_index_add(tl_name_index *index, tl_str cyrillic, uint32_t id)
{
    tl_cyrillic word;
    if (index->nodes || !tl_cyrillic_fold(&word, cyrillic)) {
        return;
    }
    index->entries = tl_array_reserve(index->entries, &index->entry_capacity,
                                      index->entry_count + 1, sizeof *index->entries);
    tl_str letters = {(const char *)word.letters, word.count};
    index->entries[index->entry_count++] =
        (tl_name_entry){.letters = tl_arena_copy(&index->arena, letters), .id = id};
}

static int
compare_entries(const void *left, const void *right)
{
    const tl_name_entry *a = left, *b = right;
    int order = tl_str_compare(a->letters, b->letters);
    return order ? order : (a->id > b->id) - (a->id < b->id);
}

static uint16_t
unit_node_of_last(tl_str letters, size_t depth, size_t length)
{
    const uint8_t *end = (const uint8_t *)letters.ptr + depth;
    const tl_unit_node *node = depth < length ? NULL : tl_unit_node_find(end - length, length);
    return node ? (uint16_t)(node - tl_unit_nodes) : 0;
}

/* Appends the node of a span, its children still to come. */
static void
append_node(tl_name_index *index, struct span span)
{
    index->nodes = tl_array_reserve(index->nodes, &index->node_capacity, index->node_count + 1,
                                    sizeof *index->nodes);
    tl_name_node node = {0};
    if (span.depth > 0) {
        tl_str letters = index->entries[span.first].letters;
        node.letter = (uint8_t)letters.ptr[span.depth - 1];
        node.pair = unit_node_of_last(letters, span.depth, 2);
        node.triple = unit_node_of_last(letters, span.depth, 3);
    }
    index->nodes[index->node_count++] = node;
}

/* Gives the ids of the entries that end at node `at` to a new name; returns the first other one. */
static size_t
take_name(tl_name_index *index, size_t at, struct span span)
{
    size_t i = span.first;
    while (i < span.last && index->entries[i].letters.len == span.depth) {
        i++;
    }
    if (i > span.first) {
        uint32_t end = index->ends[index->name_count];
        for (size_t k = span.first; k < i; k++) {
            index->ids[end++] = index->entries[k].id;
        }
        index->ends[++index->name_count] = end;
        index->nodes[at].name = (uint32_t)index->name_count;
    }
    return i;
}

/* The end of the run of entries from `first` that have the same letter at `span.depth`. */
static size_t
same_letter(const tl_name_index *index, struct span span, size_t first)
{
    char letter = index->entries[first].letters.ptr[span.depth];
    size_t last = first + 1;
    while (last < span.last && index->entries[last].letters.ptr[span.depth] == letter) {
        last++;
    }
    return last;
}

static void
add_margins(tl_name_index *index)
{
    tl_margin_table *table = tl_margin_table_new();
    for (size_t i = 0; i < index->entry_count; i++) {
        tl_str letters = index->entries[i].letters;
        if (i == 0 || !tl_str_equal(letters, index->entries[i - 1].letters)) {
            tl_margins_add(&index->margins, table, letters);
        }
    }
    tl_margin_table_free(table);
}

void
tl_name_index_build(tl_name_index *index)
{
    struct span *spans = NULL;
    size_t capacity = 0;
    if (index->nodes) {
        return;
    }
    if (index->entry_count > 1) {
        qsort(index->entries, index->entry_count, sizeof *index->entries, compare_entries);
    }
    index->ids = tl_alloc_zero(index->entry_count, sizeof *index->ids);
    index->ends = tl_alloc_zero(index->entry_count + 1, sizeof *index->ends);
    spans = tl_array_reserve(spans, &capacity, 1, sizeof *spans);
    spans[0] = (struct span){.last = index->entry_count};
    append_node(index, spans[0]);
    for (size_t at = 0; at < index->node_count; at++) {
        struct span parent = spans[at];
        size_t first = take_name(index, at, parent);
        index->nodes[at].first_child = (uint32_t)index->node_count;
        while (first < parent.last) {
            struct span child = {first, same_letter(index, parent, first), parent.depth + 1};
            spans = tl_array_reserve(spans, &capacity, index->node_count + 1, sizeof *spans);
            spans[index->node_count] = child;
            append_node(index, child);
            index->nodes[at].child_count++;
            first = child.last;
        }
    }
    free(spans);
    index->id_count = index->entry_count;
    index->end_count = index->name_count + 1;
    add_margins(index);
    free(index->entries);
    index->entries = NULL;
    tl_arena_clear(&index->arena);
}

bool
tl_name_index_is_empty(const tl_name_index *index)
{
    return index->id_count == 0;
}
