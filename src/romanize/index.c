/* SPDX-License-Identifier: MPL-2.0 */
/* Builds the trie of Cyrillic names that search.c walks.
 * Invariant: after the build the nodes are in breadth-first order, the children of one node side by
 * side in order of letters (a hyphen first), and nothing changes any more. */
#include "romanize/index.h"

#include "base/alloc.h"
#include "base/array.h"
#include "romanize/grid.h"
#include "romanize/letters.h"

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

void
tl_name_index_free(tl_name_index *index)
{
    if (index) {
        tl_arena_clear(&index->arena);
        free(index->entries);
        free(index->nodes);
        free(index->ids);
        free(index->ends);
        free(index);
    }
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
    add_margins(index);
    free(index->entries);
    index->entries = NULL;
    tl_arena_clear(&index->arena);
}
