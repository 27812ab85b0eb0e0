/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_ROMANIZE_EDGES_H
#define TL_ROMANIZE_EDGES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The compiled form of dict/romanization.tsv, written by gen_edges.py; inside romanize/ only.
 *
 * Cyrillic letters are numbered from 1 (the hyphen, then а…), Latin letters are a base letter,
 * numbered from 1 (a…z, hyphen, ə), and a mark, 0 being none. */

enum {
    TL_LETTER_HYPHEN = 1,
    TL_LETTER_COUNT = 72, /* Cyrillic letters and 0 */
    TL_CYRILLIC_FIRST = 0x0400,
    TL_CYRILLIC_SPAN = 0x0130,

    TL_BASE_HYPHEN = 27,
    TL_BASE_OTHER = 29, /* a letter that no edge writes */
    TL_BASE_COUNT = 30,
    TL_MARK_SEVERAL = 1, /* two marks, or one that no edge writes */
    TL_LATIN_FIRST = 0x00c0,
    TL_LATIN_SPAN = 0x01c0,
    TL_ADDITIONAL_FIRST = 0x1e00,
    TL_ADDITIONAL_SPAN = 0x0100,
    TL_COMBINING_FIRST = 0x0300,
    TL_COMBINING_SPAN = 0x0070,

    TL_UNIT_MAX = 3, /* letters in a unit */
    TL_UNIT_NODE_LIMIT = 384,
    TL_FAMILY_COUNT = 12,
    TL_FAMILY_NATIONAL = 11, /* the national systems of Ukraine and Belarus */
    TL_LANE_COUNT = 16,      /* one for each family, the rest to fill a vector */
    TL_MIX_COST = 20,        /* for an edge outside of the family */
};

typedef struct tl_latin_letter {
    uint8_t base;
    uint8_t mark;
} tl_latin_letter;

/* A code point as one or two Latin letters; `second` is 0 where there is one. */
typedef struct tl_latin_fold_row {
    uint8_t first, first_mark;
    uint8_t second, second_mark;
} tl_latin_fold_row;

/* A letter followed by a combining mark is another letter. */
typedef struct tl_composition {
    uint8_t letter;
    uint16_t mark;
    uint8_t composed;
} tl_composition;

enum { TL_PLACE_START = 1, TL_PLACE_END = 2 };

/* "This unit, here, may be written so." */
typedef struct tl_edge {
    uint64_t previous; /* set of the letters that may stand before; 0: any or none */
    uint16_t output;
    uint16_t families;
    uint8_t cost;
    uint8_t place; /* TL_PLACE_… it must have */
    uint8_t family_set;
} tl_edge;

/* A unit's edges: those that fit anywhere, then those with a context. */
typedef struct tl_unit {
    uint16_t first;
    uint16_t anywhere;
    uint16_t count;
    uint16_t length;
} tl_unit;

/* A trie of the units; the root's child for a letter is tl_unit_roots[letter]. */
typedef struct tl_unit_node {
    uint8_t letter;
    uint8_t child_count;
    uint16_t first_child;
    int16_t unit;    /* that ends here, or -1 */
    uint32_t begins; /* set of the bases that what the units from here on write begins with; bit 0
                        if it may be nothing */
} tl_unit_node;

/* A Latin string that some edge writes. */
typedef struct tl_output {
    uint16_t at; /* index into tl_output_letters */
    uint8_t length;
    bool marked; /* some letter has a mark */
} tl_output;

/* One cost for each family. */
typedef struct tl_lanes {
    int16_t cost[TL_LANE_COUNT];
} tl_lanes;

extern const uint8_t tl_cyrillic_codes[TL_CYRILLIC_SPAN];
extern const uint16_t tl_cyrillic_letters[];
extern const uint64_t tl_national_letters; /* set of those that only these two languages have */
extern const tl_composition tl_cyrillic_compositions[];
extern const size_t tl_cyrillic_composition_count;
extern const tl_latin_fold_row tl_latin_folds[TL_LATIN_SPAN];
extern const tl_latin_fold_row tl_latin_additional_folds[TL_ADDITIONAL_SPAN];
extern const uint8_t tl_combining_marks[TL_COMBINING_SPAN];
extern const bool tl_mark_is_stress[];

extern const tl_unit tl_units[]; /* 0 is the empty unit: what may be added at the end */
extern const tl_edge tl_edges[];
extern const uint16_t tl_unit_roots[TL_LETTER_COUNT];
extern const tl_unit_node tl_unit_nodes[]; /* TL_UNIT_NODE_LIMIT of them */
extern const tl_output tl_outputs[];
extern const tl_latin_letter tl_output_letters[];
extern const tl_lanes tl_family_penalties[]; /* by family_set */

#endif
