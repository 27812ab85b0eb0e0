/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_ROMANIZE_SCHEME_ROWS_H
#define TL_ROMANIZE_SCHEME_ROWS_H

#include "romanize/edges.h"
#include "romanize/romanize.h"

/* The compiled form of dict/schemes, written by gen_schemes.py; inside romanize/ only. Letters are
 * numbered as in edges.h; in schemes an apostrophe between letters is one too. */

enum { TL_LETTER_APOSTROPHE = 0 };

/* "These letters, here, are written so." */
typedef struct tl_scheme_row {
    uint64_t previous; /* set of the letters that may stand before; 0: any or none */
    uint64_t next;     /* likewise behind */
    tl_str latin;
    uint8_t letters[TL_UNIT_MAX];
    uint8_t length;
    uint8_t place; /* TL_PLACE_… it must have */
} tl_scheme_row;

/* The rows whose first letter is k are [firsts[k], firsts[k + 1]), the first that fits counts. */
typedef struct tl_scheme_table {
    const tl_scheme_row *rows;
    const uint16_t *firsts;
    bool dots_capital_i; /* the capital of i is İ, as in Turkish */
} tl_scheme_table;

extern const tl_scheme tl_scheme_list[]; /* in order of id */
extern const tl_scheme_table tl_scheme_tables[];
extern const size_t tl_scheme_count;

#endif
