/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_ROMANIZE_INDEX_H
#define TL_ROMANIZE_INDEX_H

#include "romanize/edges.h"
#include "romanize/margins.h"
#include "romanize/romanize.h"

/* Inside romanize/ only: what index.c builds and search.c walks. */

/* A node of the trie of names. */
typedef struct tl_name_node {
    uint32_t first_child;
    uint32_t name;         /* 1 + number of the name that ends here; 0: none does */
    uint16_t pair, triple; /* unit nodes of the last two and three letters; 0: none */
    uint8_t letter;
    uint8_t child_count;
} tl_name_node;

/* A name as it was added: numbered letters in the arena. */
typedef struct tl_name_entry {
    tl_str letters;
    uint32_t id;
} tl_name_entry;

struct tl_name_index {
    tl_arena arena;         /* entries' letters, until the build */
    tl_name_entry *entries; /* likewise */
    size_t entry_count, entry_capacity;
    tl_name_node *nodes; /* 0 is the root; NULL before the build */
    size_t node_count, node_capacity;
    uint32_t *ids;  /* the ids of name k, from 1, are [ends[k - 1], ends[k]) */
    uint32_t *ends; /* ends[0] is 0 */
    size_t id_count, end_count;
    size_t name_count;
    tl_margins margins; /* of all names */
    bool is_mapped;     /* nodes, ids and ends are an image's */
};

#endif
