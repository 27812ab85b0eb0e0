/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_TERMBASE_YAML_READER_H
#define TL_TERMBASE_YAML_READER_H

#include "base/arena.h"
#include "base/error.h"
#include "termbase/yaml_plain.h"

/* A strict subset of YAML 1.1 as trees of nodes, one piece of a file at a time: one document, no
 * anchors, aliases or tags, no key twice, bounded depth and text. A scalar is always the text that
 * it spells: nothing is resolved to numbers, booleans or null. */

enum {
    TL_YAML_MAX_DEPTH = 64,
    TL_YAML_MAX_TEXT = 64 * 1024,
    TL_YAML_MAX_KEYS = 256,     /* in one mapping */
    TL_YAML_MAX_NODES = 100000, /* in one value that tl_yaml_next() reads */
};

typedef enum tl_node_kind {
    TL_NODE_BROKEN, /* a problem was reported for it: there is no more to say */
    TL_NODE_TEXT,
    TL_NODE_LIST,
    TL_NODE_MAPPING,
} tl_node_kind;

typedef struct tl_node {
    tl_node_kind kind;
    bool absent;           /* of a text: nothing at all stands behind the key or the dash */
    uint32_t line, column; /* from 1; columns in code points */
    tl_str text;
    tl_str under;                /* the key it stands under, directly or as an item of a list */
    const struct tl_node *first; /* the items of a list, the keys of a mapping */
    const struct tl_node *next;
    const struct tl_node *value; /* of a key; never NULL */
} tl_node;

typedef struct tl_yaml {
    yaml_parser_t parser;
    tl_yaml_plain plain; /* whose the events are, if the bytes are of its shape */
    bool is_plain;
    yaml_event_t event; /* the one at hand, not yet consumed */
    tl_str path, bytes;
    tl_problem_list *problems;
    tl_arena *arena; /* of the nodes */
    unsigned depth;
    size_t nodes;                /* in the value at hand */
    bool has_comments;           /* perhaps */
    size_t comments;             /* passed over so far */
    size_t at, at_in_characters; /* up to where comments are counted */
    bool failed;                 /* a syntax error: the rest of the file is unread */
} tl_yaml;

/* Begins to read `bytes` and steps up to the root value; all arguments are borrowed until
 * tl_yaml_clear(), which is wanted in any case. Nodes go to `arena`, which the caller may reset
 * between two calls. Returns false, the problem being reported, if there is no root value. */
bool tl_yaml_open(tl_yaml *yaml, tl_str path, tl_str bytes, tl_problem_list *problems,
                  tl_arena *arena);
void tl_yaml_clear(tl_yaml *yaml);

/* What the value at hand is; TL_NODE_BROKEN for an alias and for the end of the list or mapping. */
tl_node_kind tl_yaml_peek(const tl_yaml *yaml);

/* Steps into the mapping or list at hand, so that it can be read piece by piece. Returns its node,
 * without the pieces, or NULL after a syntax error. */
tl_node *tl_yaml_enter(tl_yaml *yaml, tl_str under);

/* Reads what comes next in what was entered: the value of the key that was just read, or an item of
 * a list. NULL at the end, which is stepped over, and after a syntax error, which is reported.
 * `under` is borrowed by the nodes. */
tl_node *tl_yaml_next(tl_yaml *yaml, tl_str under);

/* The next key of the mapping that was entered, likewise; its value is to be read next. A key that
 * is no text is reported and broken. */
tl_node *tl_yaml_next_key(tl_yaml *yaml);

/* Reports anything that follows the root value; call it behind the root value. */
void tl_yaml_finish(tl_yaml *yaml);

/* The key node of `mapping` (a node of any kind) with this text, or NULL. */
const tl_node *tl_node_find(const tl_node *mapping, tl_str key);

/* How many items a list or keys a mapping has; 0 for any other node. */
size_t tl_node_count(const tl_node *node);

/* "text", "list" or "mapping", for messages. */
const char *tl_node_kind_name(tl_node_kind kind);

/* The beginning of a text for a message: at most 60 bytes of the first line, whole characters. */
tl_str tl_clip(tl_str text);

#endif
