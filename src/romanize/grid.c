/* SPDX-License-Identifier: MPL-2.0 */
/* Fills the grid of one Cyrillic and one Latin word: the cheapest way to write the first as the
 * second with the edges of dict/romanization.tsv. Cell (i, j) holds, for each family of schemes,
 * the least cost of writing the first i letters as the first j; an edge that the family does not
 * have costs TL_MIX_COST more.
 * Invariant: only cells whose bit is set in `reach` hold a value. */
#include "romanize/grid.h"

static bool
is_start(const tl_cyrillic *word, size_t at)
{
    return at == 0 || word->letters[at - 1] == TL_LETTER_HYPHEN;
}

static bool
is_end(const tl_cyrillic *word, size_t end)
{
    return end == word->count || word->letters[end] == TL_LETTER_HYPHEN;
}

bool
tl_edge_fits(const tl_edge *edge, const tl_cyrillic *word, size_t at, size_t end)
{
    if (edge->previous &&
        (at == 0 || word->letters[at - 1] > 63 || !(edge->previous >> word->letters[at - 1] & 1))) {
        return false;
    }
    return (!(edge->place & TL_PLACE_START) || is_start(word, at)) &&
           (!(edge->place & TL_PLACE_END) || is_end(word, end));
}

/* The node below `node` for `letter`, or NULL. */
static const tl_unit_node *
unit_child(const tl_unit_node *node, uint8_t letter)
{
    for (size_t i = 0; i < node->child_count; i++) {
        if (tl_unit_nodes[node->first_child + i].letter == letter) {
            return &tl_unit_nodes[node->first_child + i];
        }
    }
    return NULL;
}

const tl_unit_node *
tl_unit_node_find(const uint8_t *letters, size_t length)
{
    const tl_unit_node *node = &tl_unit_nodes[tl_unit_roots[letters[0]]];
    for (size_t i = 1; node && i < length; i++) {
        node = unit_child(node, letters[i]);
    }
    return node;
}

const tl_unit *
tl_unit_find(const uint8_t *letters, size_t length)
{
    const tl_unit_node *node = tl_unit_node_find(letters, length);
    return node && node->unit >= 0 ? &tl_units[node->unit] : NULL;
}

tl_lanes *
tl_grid_cell(const tl_grid *grid, size_t row, size_t column)
{
    return &grid->cells[(row & grid->row_mask) * grid->row_width + column];
}

bool
tl_grid_reaches(const tl_grid *grid, size_t row, size_t column)
{
    return grid->reach[row & grid->row_mask] >> column & 1;
}

/* Lowers the cell (row, column) to `from` + `cost` where that is less. */
static void
relax(tl_grid *grid, size_t row, size_t column, const tl_lanes *from, const tl_lanes *cost)
{
    tl_lanes *to = tl_grid_cell(grid, row, column);
    if (!tl_grid_reaches(grid, row, column)) {
        grid->reach[row & grid->row_mask] |= UINT64_C(1) << column;
        for (size_t lane = 0; lane < TL_LANE_COUNT; lane++) {
            to->cost[lane] = (int16_t)(from->cost[lane] + cost->cost[lane]);
        }
        return;
    }
    for (size_t lane = 0; lane < TL_LANE_COUNT; lane++) {
        int16_t sum = (int16_t)(from->cost[lane] + cost->cost[lane]);
        to->cost[lane] = sum < to->cost[lane] ? sum : to->cost[lane];
    }
}

tl_lanes
tl_edge_lanes(const tl_spelling *spelling, const tl_edge *edge, size_t at)
{
    tl_lanes lanes = tl_family_penalties[edge->family_set];
    uint32_t cost = edge->cost + tl_spelling_mark_cost(spelling, &tl_outputs[edge->output], at);
    for (size_t lane = 0; lane < TL_LANE_COUNT; lane++) {
        lanes.cost[lane] = (int16_t)(lanes.cost[lane] + (int16_t)cost);
    }
    return lanes;
}

/* Takes the unit at `row` by all its edges. */
static void
take_unit(tl_grid *grid, const tl_spelling *spelling, const tl_cyrillic *word, const tl_unit *unit,
          size_t row)
{
    size_t end = row + unit->length;
    uint64_t reach = grid->reach[row & grid->row_mask];
    for (size_t i = 0; i < unit->count; i++) {
        const tl_edge *edge = &tl_edges[unit->first + i];
        uint64_t starts = tl_spelling_match(spelling, edge->output) & reach;
        if (unit->length == 0) { /* nothing comes behind it */
            starts &= spelling->end_bit >> tl_outputs[edge->output].length;
        }
        if (starts == 0 || (i >= unit->anywhere && !tl_edge_fits(edge, word, row, end))) {
            continue;
        }
        for (; starts; starts &= starts - 1) {
            size_t at = (size_t)__builtin_ctzll(starts);
            tl_lanes cost = tl_edge_lanes(spelling, edge, at);
            relax(grid, end, at + tl_outputs[edge->output].length, tl_grid_cell(grid, row, at),
                  &cost);
        }
    }
}

/* Where every family begins. That a name without a letter of their own is Ukrainian or Belarusian
 * is a guess, and costs as one step from outside the family. */
static tl_lanes
first_lanes(const tl_cyrillic *word)
{
    uint64_t letters = 0;
    for (size_t i = 0; i < word->count; i++) {
        letters |= word->letters[i] < 64 ? UINT64_C(1) << word->letters[i] : 0;
    }
    tl_lanes lanes = {0};
    lanes.cost[TL_FAMILY_NATIONAL] = letters & tl_national_letters ? 0 : TL_MIX_COST;
    return lanes;
}

void
tl_grid_fill(tl_grid *grid, const tl_spelling *spelling, const tl_cyrillic *word)
{
    *tl_grid_cell(grid, 0, 0) = first_lanes(word);
    grid->reach[0] = 1;
    for (size_t row = 0; row < word->count; row++) {
        const tl_unit_node *node = &tl_unit_nodes[tl_unit_roots[word->letters[row]]];
        for (size_t next = row + 1; node && grid->reach[row & grid->row_mask]; next++) {
            if (node->unit >= 0) {
                take_unit(grid, spelling, word, &tl_units[node->unit], row);
            }
            node = next < word->count ? unit_child(node, word->letters[next]) : NULL;
        }
        if (grid->row_mask == TL_GRID_RING - 1) {
            grid->reach[row & grid->row_mask] = 0;
        }
    }
    take_unit(grid, spelling, word, &tl_units[0], word->count);
}

size_t
tl_cheapest_lane(const tl_lanes *lanes)
{
    size_t best = 0;
    for (size_t lane = 1; lane < TL_LANE_COUNT; lane++) {
        best = lanes->cost[lane] < lanes->cost[best] ? lane : best;
    }
    return best;
}
