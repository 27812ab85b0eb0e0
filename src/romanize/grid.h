/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_ROMANIZE_GRID_H
#define TL_ROMANIZE_GRID_H

#include "romanize/spelling.h"

/* Inside romanize/ only: one Cyrillic word beside one Latin one, and the least cost of each pair of
 * their beginnings. */

enum {
    TL_GRID_RING = 4, /* rows alive at once where only the last matters: a unit's letters and one */
    TL_GRID_WIDTH = TL_NAME_MAX + 1,
};

typedef struct tl_grid {
    tl_lanes *cells;  /* memory of the caller's */
    uint64_t *reach;  /* by row: the columns that hold a value, as bits; all 0 to begin with */
    size_t row_mask;  /* row i lives in row i & row_mask: TL_GRID_RING - 1, or SIZE_MAX */
    size_t row_width; /* cells in a row */
} tl_grid;

/* True if the edge may take the letters [at, end) of the word. */
bool tl_edge_fits(const tl_edge *edge, const tl_cyrillic *word, size_t at, size_t end);

/* What the edge costs each family where it is read at letter `at` of the spelling. */
tl_lanes tl_edge_lanes(const tl_spelling *spelling, const tl_edge *edge, size_t at);

/* The node of the trie of units for some letters, or NULL if no unit begins so. */
const tl_unit_node *tl_unit_node_find(const uint8_t *letters, size_t length);

/* The unit of some letters, or NULL. */
const tl_unit *tl_unit_find(const uint8_t *letters, size_t length);

/* Fills the grid; with a ring of rows all but the last few are lost. */
void tl_grid_fill(tl_grid *grid, const tl_spelling *spelling, const tl_cyrillic *word);

/* The cell of the first `row` Cyrillic and `column` Latin letters. */
tl_lanes *tl_grid_cell(const tl_grid *grid, size_t row, size_t column);
bool tl_grid_reaches(const tl_grid *grid, size_t row, size_t column);

/* The family with the least cost; the first of several. */
size_t tl_cheapest_lane(const tl_lanes *lanes);

#endif
