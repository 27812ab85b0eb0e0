/* SPDX-License-Identifier: MPL-2.0 */
/* By which edges a Latin word spells a Cyrillic one: the whole grid is kept, and the cheapest way
 * through it found again from behind, in the family that has it. */
#include "romanize/grid.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "romanize/romanize.h"

#include <utf8proc.h>

/* One edge of the path, found from behind. */
struct hop {
    size_t lane; /* of the path */
    const tl_edge *edge;
    size_t row, column; /* where it begins */
    size_t end_row, end_column;
    uint32_t cost;
};

/* The edge of `unit` by which the cheapest path of the hop's lane came to its end; fills the rest
 * of it. False if there is none. */
static bool
find_edge(const tl_grid *grid, const tl_spelling *spelling, const tl_cyrillic *word,
          const tl_unit *unit, struct hop *hop)
{
    size_t lane = hop->lane;
    hop->row = hop->end_row - unit->length;
    int16_t total = tl_grid_cell(grid, hop->end_row, hop->end_column)->cost[lane];
    for (size_t i = 0; i < unit->count; i++) {
        const tl_edge *edge = &tl_edges[unit->first + i];
        size_t length = tl_outputs[edge->output].length;
        if (length > hop->end_column || !tl_edge_fits(edge, word, hop->row, hop->end_row)) {
            continue;
        }
        hop->column = hop->end_column - length;
        if (unit->length == 0 && hop->end_column != spelling->latin.count) {
            continue;
        }
        if (!(tl_spelling_match(spelling, edge->output) >> hop->column & 1) ||
            !tl_grid_reaches(grid, hop->row, hop->column)) {
            continue;
        }
        tl_lanes cost = tl_edge_lanes(spelling, edge, hop->column);
        if (tl_grid_cell(grid, hop->row, hop->column)->cost[lane] + cost.cost[lane] == total) {
            hop->edge = edge;
            hop->cost = (uint32_t)cost.cost[lane];
            if (hop->row == 0) {
                hop->cost += (uint32_t)tl_grid_cell(grid, 0, 0)->cost[lane];
            }
            return true;
        }
    }
    return false;
}

/* Fills the rest of `hop` from where it ends; small units first, so that steps align well with
 * those of another spelling. */
static bool
find_hop(const tl_grid *grid, const tl_spelling *spelling, const tl_cyrillic *word, struct hop *hop)
{
    for (size_t length = 1; length <= TL_UNIT_MAX && length <= hop->end_row; length++) {
        const tl_unit *unit = tl_unit_find(&word->letters[hop->end_row - length], length);
        if (unit && find_edge(grid, spelling, word, unit, hop)) {
            return true;
        }
    }
    return hop->end_row == word->count && find_edge(grid, spelling, word, &tl_units[0], hop);
}

static tl_str
cyrillic_text(const tl_cyrillic *word, const struct hop *hop, tl_arena *arena)
{
    char bytes[TL_UNIT_MAX * TL_UTF8_MAX];
    size_t length = 0;
    for (size_t i = hop->row; i < hop->end_row; i++) {
        length += tl_cyrillic_encode(word->letters[i], bytes + length);
    }
    return tl_arena_copy(arena, (tl_str){bytes, length});
}

/* The letters that the hop reads, in lower case. A hop that reads none takes the apostrophe
 * that may stand there. */
static tl_str
latin_text(const tl_latin *latin, const struct hop *hop, tl_arena *arena)
{
    size_t begin = hop->column < latin->count ? latin->begin[hop->column] : latin->text.len;
    size_t end = hop->end_column > hop->column ? latin->end[hop->end_column - 1] : begin;
    if (hop->end_column == hop->column) {
        begin = hop->column ? latin->end[hop->column - 1] : 0;
    }
    tl_str source = tl_str_slice(latin->text, begin, end);
    tl_buf buf = {0};
    for (size_t at = 0; at < source.len;) {
        char *out = tl_buf_reserve(&buf, TL_UTF8_MAX);
        utf8proc_int32_t point = (utf8proc_int32_t)tl_utf8_next(source, &at);
        buf.len += tl_utf8_encode((uint32_t)utf8proc_tolower(point), out);
    }
    tl_str text = tl_arena_copy(arena, tl_buf_str(&buf));
    tl_buf_clear(&buf);
    return text;
}

/* Walks the grid backwards along `lane`; returns how many hops there are, the last first. */
static size_t
trace(const tl_grid *grid, const tl_spelling *spelling, const tl_cyrillic *word, size_t lane,
      struct hop *hops)
{
    size_t count = 0;
    size_t row = word->count, column = spelling->latin.count;
    while (row > 0) {
        struct hop *hop = &hops[count++];
        hop->lane = lane;
        hop->end_row = row;
        hop->end_column = column;
        if (!find_hop(grid, spelling, word, hop)) {
            return 0;
        }
        row = hop->row;
        column = hop->column;
    }
    return count;
}

const tl_romanize_step *
tl_romanize_path(tl_str cyrillic, tl_str latin, tl_arena *arena, size_t *count)
{
    tl_cyrillic word;
    tl_spelling spelling;
    *count = 0;
    if (!tl_cyrillic_fold(&word, cyrillic) || !tl_spelling_init(&spelling, latin)) {
        return NULL;
    }
    size_t width = spelling.latin.count + (size_t)1;
    tl_grid grid = {.cells =
                        tl_arena_alloc(arena, (word.count + (size_t)1) * width, sizeof(tl_lanes)),
                    .reach = tl_arena_alloc(arena, word.count + (size_t)1, sizeof(uint64_t)),
                    .row_mask = SIZE_MAX,
                    .row_width = width};
    tl_grid_fill(&grid, &spelling, &word);
    if (!tl_grid_reaches(&grid, word.count, spelling.latin.count)) {
        return NULL;
    }
    const tl_lanes *last = tl_grid_cell(&grid, word.count, spelling.latin.count);
    size_t lane = tl_cheapest_lane(last);
    struct hop hops[TL_GRID_WIDTH + 1];
    if (last->cost[lane] > TL_COST_POSSIBLE) {
        return NULL;
    }
    *count = trace(&grid, &spelling, &word, lane, hops);
    tl_romanize_step *steps = tl_arena_alloc(arena, *count, sizeof *steps);
    for (size_t i = 0; i < *count; i++) {
        const struct hop *hop = &hops[*count - 1 - i];
        steps[i] = (tl_romanize_step){.cyrillic = cyrillic_text(&word, hop, arena),
                                      .latin = latin_text(&spelling.latin, hop, arena),
                                      .cost = hop->cost,
                                      .families = hop->edge->families};
    }
    return steps;
}
