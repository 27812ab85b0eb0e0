/* SPDX-License-Identifier: MPL-2.0 */
/* The trie's edges live in one open-addressing table keyed by (node, word), so a step costs one
 * probe whatever the number of patterns or the breadth of a node. Those of the root, from which
 * every walk begins, are an array by word. */
#include "scan/trie.h"

#include "base/alloc.h"
#include "base/array.h"
#include "base/hash.h"

#include <stdlib.h>

typedef struct edge {
    uint32_t node; /* the child; 0 (the root is no child): free */
    uint32_t parent;
    uint32_t word;
} edge;

typedef struct node {
    uint32_t first_value, last_value; /* 1 + index into values; 0: none */
    uint64_t words;                   /* those that lead on, one bit for the hash of each */
} node;

typedef struct value {
    uint32_t value;
    uint32_t next; /* 1 + index */
} value;

struct tl_trie {
    edge *edges;
    size_t edge_count, edge_room, edge_mask; /* the mask is the room - 1 */
    node *nodes;
    size_t node_count, node_capacity;
    value *values;
    size_t value_count, value_capacity;
    uint32_t *from_root; /* by word: the child of the root; 0: none */
    size_t word_count, word_capacity;
    bool is_mapped; /* all of it is an image's */
};

static const tl_image_part parts[] = {
    TL_IMAGE_ARRAY("tri.edge", tl_trie, edges, edge_room),
    TL_IMAGE_ARRAY("tri.node", tl_trie, nodes, node_count),
    TL_IMAGE_ARRAY("tri.valu", tl_trie, values, value_count),
    TL_IMAGE_ARRAY("tri.root", tl_trie, from_root, word_count),
};

enum { PARTS = sizeof parts / sizeof *parts };

static uint32_t
add_node(tl_trie *trie)
{
    trie->nodes = tl_array_reserve(trie->nodes, &trie->node_capacity, trie->node_count + 1,
                                   sizeof *trie->nodes);
    trie->nodes[trie->node_count] = (node){0};
    return (uint32_t)trie->node_count++;
}

tl_trie *
tl_trie_new(void)
{
    enum { FIRST_EDGES = 256 };
    tl_trie *trie = tl_alloc_zero(1, sizeof *trie);
    trie->edges = tl_alloc_zero(FIRST_EDGES, sizeof *trie->edges);
    trie->edge_mask = FIRST_EDGES - 1;
    add_node(trie);
    return trie;
}

void
tl_trie_save(const tl_trie *trie, tl_image_writer *writer)
{
    tl_image_add_parts(writer, parts, PARTS, trie);
}

tl_trie *
tl_trie_open(const tl_image *image)
{
    tl_trie *trie = tl_alloc_zero(1, sizeof *trie);
    trie->is_mapped = true;
    bool is_there = tl_image_find_parts(image, parts, PARTS, trie);
    trie->edge_mask = trie->edge_room - 1;
    if (!is_there || trie->edge_room == 0 || (trie->edge_room & trie->edge_mask) != 0 ||
        trie->node_count == 0) {
        tl_trie_free(trie);
        return NULL;
    }
    return trie;
}

void
tl_trie_free(tl_trie *trie)
{
    if (trie && !trie->is_mapped) {
        free(trie->edges);
        free(trie->nodes);
        free(trie->values);
        free(trie->from_root);
    }
    free(trie);
}

static bool
is_edge(const edge *known, uint32_t parent, uint32_t word)
{
    return known->parent == parent && known->word == word;
}

/* The edge from `parent` by `word`, or the free place where it belongs. An image may have none. */
static edge *
find_edge(const tl_trie *trie, uint32_t parent, uint32_t word)
{
    size_t at = (size_t)tl_hash_mix((uint64_t)parent << 32 | word) & trie->edge_mask;
    for (size_t left = trie->edge_mask; left > 0; left--) {
        if (trie->edges[at].node == 0 || is_edge(&trie->edges[at], parent, word)) {
            break;
        }
        at = (at + 1) & trie->edge_mask;
    }
    return &trie->edges[at];
}

static uint64_t
word_bit(uint32_t word)
{
    return UINT64_C(1) << ((word * UINT32_C(0x9e3779b1)) >> 26);
}

static void
grow_edges(tl_trie *trie)
{
    edge *old = trie->edges;
    size_t old_size = trie->edge_mask + 1;
    trie->edges = tl_alloc_zero(old_size * 2, sizeof *trie->edges);
    trie->edge_mask = old_size * 2 - 1;
    for (size_t i = 0; i < old_size; i++) {
        if (old[i].node != 0) {
            *find_edge(trie, old[i].parent, old[i].word) = old[i];
        }
    }
    free(old);
}

static void
add_edge(tl_trie *trie, edge *place, edge added)
{
    *place = added;
    if (++trie->edge_count > trie->edge_mask / 4 * 3) {
        grow_edges(trie);
    }
}

/* Room for the words of the root up to one. */
static void
reserve_words(tl_trie *trie, size_t count)
{
    trie->from_root =
        tl_array_reserve(trie->from_root, &trie->word_capacity, count, sizeof *trie->from_root);
    for (; trie->word_count < count; trie->word_count++) {
        trie->from_root[trie->word_count] = 0;
    }
}

/* Where `word` leads to from `parent`; to `child`, or a new node if that is 0, unless it leads
 * anywhere already. */
static uint32_t
lead_on(tl_trie *trie, uint32_t parent, uint32_t word, uint32_t child)
{
    edge *found = NULL;
    if (parent == TL_TRIE_ROOT) {
        reserve_words(trie, (size_t)word + 1);
    } else {
        found = find_edge(trie, parent, word);
    }
    uint32_t known = found ? found->node : trie->from_root[word];
    if (known != 0) {
        return known;
    }
    child = child ? child : add_node(trie);
    trie->nodes[parent].words |= word_bit(word);
    if (found) {
        add_edge(trie, found, (edge){.node = child, .parent = parent, .word = word});
    } else {
        trie->from_root[word] = child;
    }
    return child;
}

uint32_t
tl_trie_add_step(tl_trie *trie, uint32_t parent, uint32_t word)
{
    return lead_on(trie, parent, word, 0);
}

bool
tl_trie_add_shortcut(tl_trie *trie, uint32_t parent, uint32_t word, uint32_t child)
{
    return lead_on(trie, parent, word, child) == child;
}

void
tl_trie_add_value(tl_trie *trie, uint32_t at, uint32_t number)
{
    trie->values = tl_array_reserve(trie->values, &trie->value_capacity, trie->value_count + 1,
                                    sizeof *trie->values);
    trie->values[trie->value_count++] = (value){.value = number};
    uint32_t added = (uint32_t)trie->value_count;
    node *end = &trie->nodes[at];
    if (end->last_value) {
        trie->values[end->last_value - 1].next = added;
    } else {
        end->first_value = added;
    }
    end->last_value = added;
}

void
tl_trie_build(tl_trie *trie, uint32_t word_count)
{
    trie->edge_room = trie->edge_mask + 1;
    reserve_words(trie, word_count);
}

uint32_t
tl_trie_step(const tl_trie *trie, uint32_t from, uint32_t word)
{
    uint32_t child = 0;
    if (from == TL_TRIE_ROOT) {
        child = word < trie->word_count ? trie->from_root[word] : 0;
    } else if (trie->nodes[from].words & word_bit(word)) {
        const edge *found = find_edge(trie, from, word);
        child = is_edge(found, from, word) ? found->node : 0;
    }
    return child && child < trie->node_count ? child : TL_TRIE_NONE;
}

bool
tl_trie_goes_on(const tl_trie *trie, uint32_t at)
{
    return trie->nodes[at].words != 0;
}

uint32_t
tl_trie_next_value(const tl_trie *trie, uint32_t from, uint32_t cursor, uint32_t *number)
{
    uint32_t next =
        cursor == TL_TRIE_NONE ? trie->nodes[from].first_value : trie->values[cursor].next;
    if (next == 0 || next > trie->value_count || (cursor != TL_TRIE_NONE && next <= cursor + 1)) {
        return TL_TRIE_NONE;
    }
    *number = trie->values[next - 1].value;
    return next - 1;
}
