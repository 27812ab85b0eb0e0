/* SPDX-License-Identifier: MPL-2.0 */
/* Compares one Cyrillic word with one Latin word: the cheapest way to write the first as the second
 * with the edges of dict/romanization.tsv. Cell (i, j) holds, for each family of schemes, the least
 * cost of writing the first i letters as the first j; an edge that the family does not have costs
 * TL_MIX_COST more. Knows nothing of lists of names (index.c) or of exact schemes (scheme.c).
 * Invariant: only cells whose bit is set in `reach` hold a value. */
#include "romanize/match.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "romanize/romanize.h"

#include <utf8proc.h>

enum {
    STRESS_COST = 4,      /* an accent on a vowel */
    VOWEL_COST = 60,      /* another mark on a vowel */
    CONSONANT_COST = 110, /* a mark on a consonant */
    STRIPPED_COST = 45,   /* a mark that the scheme has and the spelling lacks */
    RING = 4,             /* rows that are alive at once: a unit's letters and one */
    WIDTH = TL_NAME_MAX + 1,
};

struct grid {
    tl_lanes *cells;
    uint64_t *reach;  /* by row: the columns that hold a value, as bits */
    size_t row_mask;  /* row i lives in row i & row_mask */
    size_t row_width; /* cells */
};

static bool
is_vowel(uint8_t base)
{
    const uint32_t vowels = 1U << 1 | 1U << 5 | 1U << 9 | 1U << 15 | 1U << 21 | 1U << 25;
    return vowels >> base & 1;
}

/* What it costs to read the letter `given` as `wanted`, which has the same base. */
static uint32_t
letter_cost(tl_latin_letter wanted, tl_latin_letter given)
{
    if (wanted.mark == given.mark) {
        return 0;
    }
    uint32_t cost = wanted.mark ? STRIPPED_COST : 0;
    if (given.mark == 0) {
        return cost;
    }
    if (!is_vowel(given.base)) {
        return cost + CONSONANT_COST;
    }
    return cost + (tl_mark_is_stress[given.mark] ? STRESS_COST : VOWEL_COST);
}

/* Records the outputs that begin at letter `at` and pass through the nodes of `run` at `place`. */
static void
match_outputs(tl_token *token, tl_node_run run, size_t at, size_t place)
{
    for (size_t i = run.first; i < (size_t)run.first + run.count; i++) {
        const tl_output_node *node = &tl_output_nodes[i];
        if (node->letter.base != token->latin.letters[place].base) {
            continue;
        }
        if (node->output >= 0) {
            token->match[node->output] |= UINT64_C(1) << at;
        }
        if (place + 1 < token->latin.count) {
            tl_node_run children = {node->first_child, node->child_count};
            match_outputs(token, children, at, place + 1);
        }
    }
}

bool
tl_token_init(tl_token *token, tl_str latin)
{
    if (!tl_latin_fold(&token->latin, latin)) {
        return false;
    }
    size_t count = token->latin.count;
    token->end_bit = UINT64_C(1) << count;
    memset(token->match, 0, tl_output_count * sizeof *token->match);
    token->match[0] = token->end_bit | (token->end_bit - 1);
    for (size_t at = 0; at < count; at++) {
        match_outputs(token, tl_output_roots[token->latin.letters[at].base], at, at);
    }
    return true;
}

/* What the marks add where `output` is read at letter `at`, at which it matches. */
static uint32_t
mark_cost(const tl_token *token, const tl_output *output, size_t at)
{
    uint32_t cost = 0;
    if (token->latin.marked || output->marked) {
        for (size_t i = 0; i < output->length; i++) {
            cost += letter_cost(tl_output_letters[output->at + i], token->latin.letters[at + i]);
        }
    }
    return cost;
}

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

/* The unit of some letters, or NULL. */
static const tl_unit *
find_unit(const uint8_t *letters, size_t length)
{
    const tl_unit_node *node = tl_unit_node_find(letters, length);
    return node && node->unit >= 0 ? &tl_units[node->unit] : NULL;
}

static tl_lanes *
cell_at(const struct grid *grid, size_t row, size_t column)
{
    return &grid->cells[(row & grid->row_mask) * grid->row_width + column];
}

static bool
is_reached(const struct grid *grid, size_t row, size_t column)
{
    return grid->reach[row & grid->row_mask] >> column & 1;
}

/* Lowers the cell (row, column) to `from` + `cost` where that is less. */
static void
relax(struct grid *grid, size_t row, size_t column, const tl_lanes *from, const tl_lanes *cost)
{
    tl_lanes *to = cell_at(grid, row, column);
    if (!is_reached(grid, row, column)) {
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

/* What the edge costs each family where it is read at letter `at` of the token. */
static tl_lanes
edge_lanes(const tl_token *token, const tl_edge *edge, size_t at)
{
    tl_lanes lanes = tl_family_penalties[edge->family_set];
    uint32_t cost = edge->cost + mark_cost(token, &tl_outputs[edge->output], at);
    for (size_t lane = 0; lane < TL_LANE_COUNT; lane++) {
        lanes.cost[lane] = (int16_t)(lanes.cost[lane] + (int16_t)cost);
    }
    return lanes;
}

/* Takes the unit at `row` by all its edges. */
static void
take_unit(struct grid *grid, const tl_token *token, const tl_cyrillic *word, const tl_unit *unit,
          size_t row)
{
    size_t end = row + unit->length;
    uint64_t reach = grid->reach[row & grid->row_mask];
    for (size_t i = 0; i < unit->count; i++) {
        const tl_edge *edge = &tl_edges[unit->first + i];
        uint64_t starts = token->match[edge->output] & reach;
        if (unit->length == 0) { /* nothing comes behind it */
            starts &= token->end_bit >> tl_outputs[edge->output].length;
        }
        if (starts == 0 || (i >= unit->anywhere && !tl_edge_fits(edge, word, row, end))) {
            continue;
        }
        for (; starts; starts &= starts - 1) {
            size_t at = (size_t)__builtin_ctzll(starts);
            tl_lanes cost = edge_lanes(token, edge, at);
            relax(grid, end, at + tl_outputs[edge->output].length, cell_at(grid, row, at), &cost);
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

static void
fill_grid(struct grid *grid, const tl_token *token, const tl_cyrillic *word)
{
    *cell_at(grid, 0, 0) = first_lanes(word);
    grid->reach[0] = 1;
    for (size_t row = 0; row < word->count; row++) {
        const tl_unit_node *node = &tl_unit_nodes[tl_unit_roots[word->letters[row]]];
        for (size_t next = row + 1; node && grid->reach[row & grid->row_mask]; next++) {
            if (node->unit >= 0) {
                take_unit(grid, token, word, &tl_units[node->unit], row);
            }
            node = next < word->count ? unit_child(node, word->letters[next]) : NULL;
        }
        if (grid->row_mask == RING - 1) {
            grid->reach[row & grid->row_mask] = 0;
        }
    }
    take_unit(grid, token, word, &tl_units[0], word->count);
}

static size_t
cheapest_lane(const tl_lanes *lanes)
{
    size_t best = 0;
    for (size_t lane = 1; lane < TL_LANE_COUNT; lane++) {
        best = lanes->cost[lane] < lanes->cost[best] ? lane : best;
    }
    return best;
}

uint32_t
tl_token_cost(const tl_token *token, const tl_cyrillic *word, uint32_t limit)
{
    tl_lanes cells[RING * WIDTH];
    uint64_t reach[RING] = {0};
    struct grid grid = {.cells = cells, .reach = reach, .row_mask = RING - 1, .row_width = WIDTH};
    fill_grid(&grid, token, word);
    if (!is_reached(&grid, word->count, token->latin.count)) {
        return TL_COST_DIFFERENT;
    }
    const tl_lanes *last = cell_at(&grid, word->count, token->latin.count);
    uint32_t cost = (uint32_t)last->cost[cheapest_lane(last)];
    return cost <= limit ? cost : TL_COST_DIFFERENT;
}

uint32_t
tl_romanize_cost(tl_str cyrillic, tl_str latin)
{
    tl_cyrillic word;
    tl_token token;
    if (!tl_cyrillic_fold(&word, cyrillic) || !tl_token_init(&token, latin)) {
        return TL_COST_DIFFERENT;
    }
    return tl_token_cost(&token, &word, TL_COST_POSSIBLE);
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
        const tl_unit *unit = find_unit(word.letters, length);
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
find_edge(const struct grid *grid, const tl_token *token, const tl_cyrillic *word,
          const tl_unit *unit, struct hop *hop)
{
    size_t lane = hop->lane;
    hop->row = hop->end_row - unit->length;
    int16_t total = cell_at(grid, hop->end_row, hop->end_column)->cost[lane];
    for (size_t i = 0; i < unit->count; i++) {
        const tl_edge *edge = &tl_edges[unit->first + i];
        size_t length = tl_outputs[edge->output].length;
        if (length > hop->end_column || !tl_edge_fits(edge, word, hop->row, hop->end_row)) {
            continue;
        }
        hop->column = hop->end_column - length;
        if (unit->length == 0 && hop->end_column != token->latin.count) {
            continue;
        }
        if (!(token->match[edge->output] >> hop->column & 1) ||
            !is_reached(grid, hop->row, hop->column)) {
            continue;
        }
        tl_lanes cost = edge_lanes(token, edge, hop->column);
        if (cell_at(grid, hop->row, hop->column)->cost[lane] + cost.cost[lane] == total) {
            hop->edge = edge;
            hop->cost = (uint32_t)cost.cost[lane];
            if (hop->row == 0) {
                hop->cost += (uint32_t)cell_at(grid, 0, 0)->cost[lane];
            }
            return true;
        }
    }
    return false;
}

/* Fills the rest of `hop` from where it ends; small units first, so that steps align well with
 * those of another spelling. */
static bool
find_hop(const struct grid *grid, const tl_token *token, const tl_cyrillic *word, struct hop *hop)
{
    for (size_t length = 1; length <= TL_UNIT_MAX && length <= hop->end_row; length++) {
        const tl_unit *unit = find_unit(&word->letters[hop->end_row - length], length);
        if (unit && find_edge(grid, token, word, unit, hop)) {
            return true;
        }
    }
    return hop->end_row == word->count && find_edge(grid, token, word, &tl_units[0], hop);
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
trace(const struct grid *grid, const tl_token *token, const tl_cyrillic *word, size_t lane,
      struct hop *hops)
{
    size_t count = 0;
    size_t row = word->count, column = token->latin.count;
    while (row > 0) {
        struct hop *hop = &hops[count++];
        hop->lane = lane;
        hop->end_row = row;
        hop->end_column = column;
        if (!find_hop(grid, token, word, hop)) {
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
    tl_token token;
    *count = 0;
    if (!tl_cyrillic_fold(&word, cyrillic) || !tl_token_init(&token, latin)) {
        return NULL;
    }
    size_t width = token.latin.count + (size_t)1;
    struct grid grid = {
        .cells = tl_arena_alloc(arena, (word.count + (size_t)1) * width, sizeof(tl_lanes)),
        .reach = tl_arena_alloc(arena, word.count + (size_t)1, sizeof(uint64_t)),
        .row_mask = SIZE_MAX,
        .row_width = width};
    fill_grid(&grid, &token, &word);
    if (!is_reached(&grid, word.count, token.latin.count)) {
        return NULL;
    }
    const tl_lanes *last = cell_at(&grid, word.count, token.latin.count);
    size_t lane = cheapest_lane(last);
    struct hop hops[WIDTH + 1];
    if (last->cost[lane] > TL_COST_POSSIBLE) {
        return NULL;
    }
    *count = trace(&grid, &token, &word, lane, hops);
    tl_romanize_step *steps = tl_arena_alloc(arena, *count, sizeof *steps);
    for (size_t i = 0; i < *count; i++) {
        const struct hop *hop = &hops[*count - 1 - i];
        steps[i] = (tl_romanize_step){.cyrillic = cyrillic_text(&word, hop, arena),
                                      .latin = latin_text(&token.latin, hop, arena),
                                      .cost = hop->cost,
                                      .families = hop->edge->families};
    }
    return steps;
}
