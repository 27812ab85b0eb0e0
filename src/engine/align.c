/* SPDX-License-Identifier: MPL-2.0 */
/* Aligns blocks after Gale and Church (1993): dynamic programming over the two sequences, in which
 * one block stands for one, or for none, or two for one. A block's cost beside another grows as
 * their lengths differ and falls with the anchors that they share. Cells far from the diagonal are
 * left out, so a long document takes no more than its length times the width of that band. */
#include "engine/align.h"

#include "base/alloc.h"
#include "base/utf8.h"
#include "engine/anchors.h"

#include <math.h>
#include <stdlib.h>

enum { NEAR = 3, BAND = 256, MOST_CELLS = 48 * 1024 * 1024, FEWEST_BAND = 16 };

/* Costs in hundredths of a nat. */
enum {
    COST_ALONE = 450,   /* a block without a counterpart */
    COST_TWO = 300,     /* two blocks for one */
    COST_ROLE = 200,    /* a heading for a paragraph */
    COST_FAR = 1000,    /* the most that lengths cost */
    COST_STRANGE = 150, /* no anchor in common, where both have some */
    COST_ANCHORS = 500, /* that much less if all are */
    COST_SURE = 350,    /* what a pair that shares nothing may cost and still be believed */
};

typedef enum step {
    STEP_NONE,
    STEP_PAIR,
    STEP_SOURCE,
    STEP_TARGET,
    STEP_TWO_ONE,
    STEP_ONE_TWO
} step;

typedef struct block {
    double length; /* letters */
    tl_anchors anchors;
    tl_segment_role role;
} block;

typedef struct alignment {
    block *sources, *targets;
    size_t source_count, target_count;
    double ratio;   /* letters of the target for one of the source */
    size_t band;    /* half the width: cells at most so far from the diagonal are looked at */
    float *costs;   /* three rows of 2 * band + 1 cells */
    uint8_t *steps; /* a row for each source block and one before them */
    tl_arena arena;
} alignment;

static block *
read_blocks(alignment *a, const tl_document *document, tl_scanner *scanner)
{
    block *blocks = tl_arena_alloc(&a->arena, document->count, sizeof *blocks);
    for (size_t i = 0; i < document->count; i++) {
        const tl_segment *segment = &document->segments[i];
        const tl_scan *scan = tl_scanner_run(scanner, segment, (tl_str){NULL, 0});
        blocks[i] = (block){.length = (double)tl_utf8_length(segment->text) + 1,
                            .anchors = tl_anchors_of(scan, &a->arena),
                            .role = segment->role};
    }
    return blocks;
}

static double
total_length(const block *blocks, size_t count)
{
    double sum = 1;
    for (size_t i = 0; i < count; i++) {
        sum += blocks[i].length;
    }
    return sum;
}

/* What the lengths of two texts that say the same would cost: the chance of that much difference.
 */
static double
length_cost(const alignment *a, double source, double target)
{
    const double variance =
        6.8; /* of the target's letters for one of the source, as measured there */
    double mean = (source + target / a->ratio) / 2;
    double delta = fabs(target - source * a->ratio) / sqrt(mean * variance * a->ratio);
    double chance = erfc(delta / sqrt(2.0));
    double cost = chance > 0 ? -100 * log(chance) : COST_FAR;
    return cost < COST_FAR ? cost : COST_FAR;
}

static double
anchor_cost(const block *a, const block *b)
{
    size_t all = a->anchors.count + b->anchors.count;
    if (a->anchors.count == 0 || b->anchors.count == 0) {
        return 0;
    }
    double shared = 2.0 * (double)tl_anchors_shared(&a->anchors, &b->anchors) / (double)all;
    return shared == 0 ? COST_STRANGE : -COST_ANCHORS * shared;
}

static double
pair_cost(const alignment *a, size_t source, size_t target)
{
    const block *first = &a->sources[source], *second = &a->targets[target];
    return length_cost(a, first->length, second->length) + anchor_cost(first, second) +
           (first->role == second->role ? 0 : COST_ROLE);
}

/* Two source blocks from `source` for one of the target, or the reverse. */
static double
two_cost(const alignment *a, size_t source, size_t target, bool two_sources)
{
    const block *first = &a->sources[source], *second = &a->targets[target];
    const block *other = two_sources ? first + 1 : second + 1;
    double length = two_sources ? length_cost(a, first->length + other->length, second->length)
                                : length_cost(a, first->length, second->length + other->length);
    double anchors = anchor_cost(first, second) +
                     (two_sources ? anchor_cost(other, second) : anchor_cost(first, other));
    return length + anchors / 2 + COST_TWO;
}

/* The first target block that is looked at beside `source` blocks. */
static ptrdiff_t
band_begin(const alignment *a, size_t source)
{
    double slope = (double)a->target_count / (double)(a->source_count ? a->source_count : 1);
    return (ptrdiff_t)((double)source * slope) - (ptrdiff_t)a->band;
}

static size_t
row_width(const alignment *a)
{
    return 2 * a->band + 1;
}

/* The cost of the best way to `source` and `target` blocks; none outside the band. */
static float
cost_at(const alignment *a, ptrdiff_t source, ptrdiff_t target)
{
    if (source < 0 || target < 0 || target > (ptrdiff_t)a->target_count) {
        return INFINITY;
    }
    ptrdiff_t column = target - band_begin(a, (size_t)source);
    bool is_inside = column >= 0 && column < (ptrdiff_t)row_width(a);
    return is_inside ? a->costs[(size_t)(source % 3) * row_width(a) + (size_t)column] : INFINITY;
}

typedef struct choice {
    double cost;
    step taken;
} choice;

static void
offer(choice *best, double cost, step taken)
{
    if (cost < best->cost) {
        *best = (choice){cost, taken};
    }
}

static choice
best_step(const alignment *a, ptrdiff_t i, ptrdiff_t k)
{
    choice best = {INFINITY, STEP_NONE};
    float before = cost_at(a, i - 1, k - 1);
    if (i == 0 && k == 0) {
        return (choice){0, STEP_NONE};
    }
    if (isfinite(before)) {
        offer(&best, (double)before + pair_cost(a, (size_t)i - 1, (size_t)k - 1), STEP_PAIR);
    }
    offer(&best, (double)cost_at(a, i - 1, k) + COST_ALONE, STEP_SOURCE);
    offer(&best, (double)cost_at(a, i, k - 1) + COST_ALONE, STEP_TARGET);
    before = cost_at(a, i - 2, k - 1);
    if (isfinite(before)) {
        offer(&best, (double)before + two_cost(a, (size_t)i - 2, (size_t)k - 1, true),
              STEP_TWO_ONE);
    }
    before = cost_at(a, i - 1, k - 2);
    if (isfinite(before)) {
        offer(&best, (double)before + two_cost(a, (size_t)i - 1, (size_t)k - 2, false),
              STEP_ONE_TWO);
    }
    return best;
}

static void
fill(alignment *a)
{
    for (size_t i = 0; i <= a->source_count; i++) {
        ptrdiff_t begin = band_begin(a, i);
        for (size_t column = 0; column < row_width(a); column++) {
            size_t cell = (i % 3) * row_width(a) + column;
            a->costs[cell] = INFINITY;
            ptrdiff_t k = begin + (ptrdiff_t)column;
            if (k < 0 || k > (ptrdiff_t)a->target_count) {
                continue;
            }
            choice best = best_step(a, (ptrdiff_t)i, k);
            a->costs[cell] = (float)best.cost;
            a->steps[i * row_width(a) + column] = (uint8_t)best.taken;
        }
    }
}

/* A pair that shares anchors, or whose lengths alone speak for it and nothing against it. */
static bool
is_sure(const alignment *a, size_t source, size_t target)
{
    const block *first = &a->sources[source], *second = &a->targets[target];
    bool shares = tl_anchors_shared(&first->anchors, &second->anchors) > 0;
    return shares || pair_cost(a, source, target) <= COST_SURE;
}

/* Follows the best way back and notes for each source block the number, from 1, of the target block
 * that stands for it; 0: none does. */
static size_t *
follow(alignment *a)
{
    size_t *partners = tl_arena_alloc(&a->arena, a->source_count, sizeof *partners);
    ptrdiff_t i = (ptrdiff_t)a->source_count, k = (ptrdiff_t)a->target_count;
    step taken = STEP_PAIR;
    while ((i > 0 || k > 0) && taken != STEP_NONE) {
        ptrdiff_t column = k - band_begin(a, (size_t)i);
        bool is_inside = column >= 0 && column < (ptrdiff_t)row_width(a);
        size_t row = (size_t)i * row_width(a);
        taken = is_inside ? (step)a->steps[row + (size_t)column] : STEP_NONE;
        if (taken == STEP_PAIR) {
            partners[i - 1] = (size_t)k;
        }
        i -= taken == STEP_TARGET ? 0 : taken == STEP_TWO_ONE ? 2 : 1;
        k -= taken == STEP_SOURCE ? 0 : taken == STEP_ONE_TWO ? 2 : 1;
    }
    return partners;
}

/* True if the pairs that follow block `i` in one direction, without a gap, soon come to a sure one
 * or to an end that both documents have there. */
static bool
has_hold(const alignment *a, const size_t *partners, size_t i, int direction)
{
    for (int steps = 1; steps <= NEAR; steps++) {
        size_t next = i + (size_t)(direction * steps);
        size_t partner = partners[i] + (size_t)(direction * steps);
        bool is_end = direction < 0 ? next == SIZE_MAX && partner == 0
                                    : next == a->source_count && partner == a->target_count + 1;
        if (is_end) {
            return true;
        }
        if (next >= a->source_count || partners[next] != partner) {
            return false;
        }
        if (is_sure(a, next, partner - 1)) {
            return true;
        }
    }
    return false;
}

/* Gives one unit to each two blocks that are surely a pair, or held between such. */
static void
unite(alignment *a, tl_document *source, tl_document *target)
{
    const size_t *partners = follow(a);
    uint32_t unit = (uint32_t)(a->source_count + a->target_count);
    for (size_t i = 0; i < a->source_count; i++) {
        bool is_pair = partners[i] > 0;
        if (is_pair && (is_sure(a, i, partners[i] - 1) ||
                        (has_hold(a, partners, i, -1) && has_hold(a, partners, i, 1)))) {
            source->segments[i].unit = target->segments[partners[i] - 1].unit = unit++;
        }
    }
}

static void
start(tl_document *document, tl_side side, uint32_t unit)
{
    for (size_t i = 0; i < document->count; i++) {
        document->segments[i].side = side;
        document->segments[i].unit = unit + (uint32_t)i;
    }
}

static size_t
choose_band(size_t sources, size_t targets)
{
    size_t most = MOST_CELLS / (sources + 1) / 2,
           difference = sources > targets ? sources - targets : targets - sources;
    size_t band = BAND + (difference < BAND ? difference : BAND);
    band = band > targets + 1 ? targets + 1 : band;
    band = band > most ? most : band;
    return band > FEWEST_BAND ? band : FEWEST_BAND;
}

void
tl_align(tl_document *source, tl_document *target, tl_scanner *scanner)
{
    alignment a = {.source_count = source->count, .target_count = target->count};
    start(source, TL_SIDE_SOURCE, 0);
    start(target, TL_SIDE_TARGET, (uint32_t)source->count);
    if (source->count && target->count) {
        a.sources = read_blocks(&a, source, scanner);
        a.targets = read_blocks(&a, target, scanner);
        a.ratio = total_length(a.targets, a.target_count) / total_length(a.sources, a.source_count);
        a.band = choose_band(a.source_count, a.target_count);
        a.costs = tl_alloc_zero(3 * row_width(&a), sizeof *a.costs);
        a.steps = tl_alloc_zero((a.source_count + 1) * row_width(&a), 1);
        fill(&a);
        unite(&a, source, target);
    }
    free(a.costs);
    free(a.steps);
    tl_arena_clear(&a.arena);
}
