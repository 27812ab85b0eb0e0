/* SPDX-License-Identifier: MPL-2.0 */
/* What a Latin word costs as a spelling of a Cyrillic one, by the grid of the two. */
#include "romanize/match.h"

#include "romanize/grid.h"
#include "romanize/romanize.h"

uint32_t
tl_spelling_cost(const tl_spelling *spelling, const tl_cyrillic *word, uint32_t limit)
{
    tl_lanes cells[TL_GRID_RING * TL_GRID_WIDTH];
    uint64_t reach[TL_GRID_RING] = {0};
    tl_grid grid = {
        .cells = cells, .reach = reach, .row_mask = TL_GRID_RING - 1, .row_width = TL_GRID_WIDTH};
    tl_grid_fill(&grid, spelling, word);
    if (!tl_grid_reaches(&grid, word->count, spelling->latin.count)) {
        return TL_COST_DIFFERENT;
    }
    const tl_lanes *last = tl_grid_cell(&grid, word->count, spelling->latin.count);
    uint32_t cost = (uint32_t)last->cost[tl_cheapest_lane(last)];
    return cost <= limit ? cost : TL_COST_DIFFERENT;
}

uint32_t
tl_romanize_cost(tl_str cyrillic, tl_str latin)
{
    tl_cyrillic word;
    tl_spelling spelling;
    if (!tl_cyrillic_fold(&word, cyrillic) || !tl_spelling_init(&spelling, latin)) {
        return TL_COST_DIFFERENT;
    }
    return tl_spelling_cost(&spelling, &word, TL_COST_POSSIBLE);
}

/* True if one of the two is the beginning of the other, marks aside. */
static bool
is_same_beginning(const tl_output *output, const tl_latin *latin)
{
    size_t count = output->length < latin->count ? output->length : latin->count;
    for (size_t i = 0; i < count; i++) {
        if (tl_output_letters[output->at + i].base != latin->letters[i].base) {
            return false;
        }
    }
    return count > 0;
}

uint32_t
tl_romanize_initial_cost(tl_str cyrillic, tl_str latin)
{
    tl_cyrillic word;
    tl_latin initial;
    uint32_t best = TL_COST_DIFFERENT;
    if (!tl_cyrillic_fold(&word, cyrillic) || !tl_latin_fold(&initial, latin)) {
        return best;
    }
    for (size_t length = 1; length <= TL_UNIT_MAX && length <= word.count; length++) {
        const tl_unit *unit = tl_unit_find(word.letters, length);
        for (size_t i = 0; unit && i < unit->count; i++) {
            const tl_edge *edge = &tl_edges[unit->first + i];
            if (edge->cost < best && tl_edge_fits(edge, &word, 0, length) &&
                is_same_beginning(&tl_outputs[edge->output], &initial)) {
                best = edge->cost;
            }
        }
    }
    return best;
}
