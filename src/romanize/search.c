/* SPDX-License-Identifier: MPL-2.0 */
/* Which of many Cyrillic names is this Latin word a spelling of? The trie of the names is walked
 * together with the set of positions in the Latin word that the letters so far can have reached,
 * one bit each: a branch is left where no unit that goes on into it can begin, which its first
 * letter tells. What survives is measured by match.c. */
#include "romanize/grid.h"
#include "romanize/index.h"
#include "romanize/match.h"

enum { MASK_COUNT = 8 }; /* lengths of outputs, 0 to 7 */

/* Where in the spelling of a search the outputs of a unit begin, those of its edges that fit
 * anywhere, by their length. */
typedef uint64_t unit_masks[MASK_COUNT];

struct search {
    const tl_name_index *index;
    tl_spelling spelling;
    uint32_t limit;
    tl_cyrillic path;                /* the letters from the root */
    uint64_t reach[TL_NAME_MAX + 1]; /* by depth: positions in the spelling, as bits */
    uint32_t bases[TL_NAME_MAX + 1]; /* by depth: what stands there, as bits; bit 0 is nothing */
    uint64_t known[(TL_UNIT_NODE_LIMIT + 63) / 64]; /* unit nodes whose masks are */
    unit_masks masks[TL_UNIT_NODE_LIMIT];
    tl_name_match *matches;
    size_t count, capacity;
};

static const uint64_t *
masks_of(struct search *search, size_t unit_node)
{
    uint64_t *masks = search->masks[unit_node], bit = UINT64_C(1) << (unit_node & 63);
    if (search->known[unit_node / 64] & bit) {
        return masks;
    }
    search->known[unit_node / 64] |= bit;
    memset(masks, 0, sizeof search->masks[unit_node]);
    const tl_unit *unit = &tl_units[tl_unit_nodes[unit_node].unit];
    const tl_edge *edges = &tl_edges[unit->first];
    for (size_t i = 0; i < unit->anywhere; i++) {
        if (edges[i].cost <= search->limit) {
            size_t length = tl_outputs[edges[i].output].length;
            masks[length] |= tl_spelling_match(&search->spelling, edges[i].output);
        }
    }
    return masks;
}

/* The positions behind the unit of the path's last letters by the edges that need no end. */
static uint64_t
pass_unit(struct search *search, size_t unit_node)
{
    if (tl_unit_nodes[unit_node].unit < 0) {
        return 0;
    }
    const tl_unit *unit = &tl_units[tl_unit_nodes[unit_node].unit];
    size_t end = search->path.count, at = end - unit->length;
    uint64_t reach = search->reach[at], passed = 0;
    if (reach == 0 || (tl_unit_nodes[unit_node].begins & search->bases[at]) == 0) {
        return 0;
    }
    const uint64_t *masks = masks_of(search, unit_node);
    for (size_t length = 0; length < MASK_COUNT; length++) {
        passed |= (reach & masks[length]) << length;
    }
    for (size_t i = unit->anywhere; i < unit->count; i++) {
        const tl_edge *edge = &tl_edges[unit->first + i];
        uint64_t starts = tl_spelling_match(&search->spelling, edge->output) & reach;
        if (starts && !(edge->place & TL_PLACE_END) && tl_edge_fits(edge, &search->path, at, end)) {
            passed |= starts << tl_outputs[edge->output].length;
        }
    }
    return passed;
}

/* The positions behind that unit by the edges that need an end, and stand at one. */
static uint64_t
end_unit(const struct search *search, size_t unit_node)
{
    if (tl_unit_nodes[unit_node].unit < 0) {
        return 0;
    }
    const tl_unit *unit = &tl_units[tl_unit_nodes[unit_node].unit];
    size_t end = search->path.count, at = end - unit->length;
    uint64_t passed = 0;
    for (size_t i = unit->anywhere; i < unit->count; i++) {
        const tl_edge *edge = &tl_edges[unit->first + i];
        uint64_t starts = tl_spelling_match(&search->spelling, edge->output) & search->reach[at];
        if (starts && edge->place & TL_PLACE_END && tl_edge_fits(edge, &search->path, at, end)) {
            passed |= starts << tl_outputs[edge->output].length;
        }
    }
    return passed;
}

static uint64_t
pass_units(struct search *search, const tl_name_node *node)
{
    uint64_t passed = pass_unit(search, tl_unit_roots[node->letter]);
    passed |= node->pair ? pass_unit(search, node->pair) : 0;
    return passed | (node->triple ? pass_unit(search, node->triple) : 0);
}

static uint64_t
end_units(const struct search *search, const tl_name_node *node)
{
    uint64_t passed = end_unit(search, tl_unit_roots[node->letter]);
    passed |= node->pair ? end_unit(search, node->pair) : 0;
    return passed | (node->triple ? end_unit(search, node->triple) : 0);
}

/* True if the spelling may end here, perhaps after one more ending. */
static bool
may_end(const struct search *search, uint64_t reach)
{
    uint64_t end_bit = search->spelling.end_bit;
    for (size_t i = 0; i < tl_units[0].count; i++) {
        const tl_edge *edge = &tl_edges[tl_units[0].first + i];
        size_t length = tl_outputs[edge->output].length;
        uint64_t starts =
            tl_spelling_match(&search->spelling, edge->output) & reach & (end_bit >> length);
        reach |= edge->cost <= search->limit ? starts << length : 0;
    }
    return reach & end_bit;
}

static bool
is_better(tl_name_match a, tl_name_match b)
{
    return a.cost != b.cost ? a.cost < b.cost : a.id < b.id;
}

/* Keeps the matches sorted and at most `capacity` of them. */
static void
add_match(struct search *search, tl_name_match match)
{
    size_t at = search->count;
    while (at > 0 && is_better(match, search->matches[at - 1])) {
        at--;
    }
    if (at == search->capacity) {
        return;
    }
    search->count += search->count < search->capacity;
    for (size_t i = search->count - 1; i > at; i--) {
        search->matches[i] = search->matches[i - 1];
    }
    search->matches[at] = match;
}

static void
add_name(struct search *search, uint32_t name)
{
    const tl_name_index *index = search->index;
    uint32_t cost = tl_spelling_cost(&search->spelling, &search->path, search->limit);
    if (cost > search->limit) {
        return;
    }
    for (uint32_t i = index->ends[name - 1]; i < index->ends[name]; i++) {
        add_match(search, (tl_name_match){.id = index->ids[i], .cost = cost});
    }
}

/* What stands at the positions; nothing may be read at any, but not if there is none. */
static uint32_t
bases_at(const struct search *search, uint64_t positions)
{
    uint32_t bases = positions ? 1 : 0;
    for (positions &= ~search->spelling.end_bit; positions; positions &= positions - 1) {
        bases |= UINT32_C(1) << search->spelling.latin.letters[__builtin_ctzll(positions)].base;
    }
    return bases;
}

/* True if some unit that has the child's letter in it, the path being its parent's, may begin at a
 * position that can be reached. */
static bool
is_worth_a_visit(const struct search *search, const tl_name_node *child)
{
    size_t depth = search->path.count;
    uint32_t begins = tl_unit_nodes[tl_unit_roots[child->letter]].begins & search->bases[depth];
    if (child->pair) {
        begins |= tl_unit_nodes[child->pair].begins & search->bases[depth - 1];
    }
    if (child->triple) {
        begins |= tl_unit_nodes[child->triple].begins & search->bases[depth - 2];
    }
    return begins;
}

/* True if a part of a hyphenated name ends at the node. */
static bool
has_hyphen(const struct search *search, const tl_name_node *node)
{
    return node->child_count && search->index->nodes[node->first_child].letter == TL_LETTER_HYPHEN;
}

static void visit(struct search *search, const tl_name_node *node);

/* Walks the subtrees of a node's children; the path is that of the node. `ending` are positions
 * that only what follows an end may go on from: a hyphen. */
static void
visit_children(struct search *search, const tl_name_node *node, uint64_t ending)
{
    const tl_name_node *children = &search->index->nodes[node->first_child];
    size_t depth = search->path.count;
    uint64_t reach = search->reach[depth];
    search->bases[depth] = bases_at(search, reach | ending);
    for (size_t i = 0; i < node->child_count; i++) {
        bool is_hyphen = children[i].letter == TL_LETTER_HYPHEN;
        search->reach[depth] = is_hyphen ? reach | ending : reach;
        if (is_worth_a_visit(search, &children[i])) {
            visit(search, &children[i]);
        }
    }
}

static void
visit(struct search *search, const tl_name_node *node)
{
    search->path.letters[search->path.count++] = node->letter;
    uint64_t reach = pass_units(search, node), ending = 0;
    if (node->name || has_hyphen(search, node)) {
        ending = end_units(search, node);
    }
    if (node->name && may_end(search, reach | ending)) {
        add_name(search, node->name);
    }
    search->reach[search->path.count] = reach;
    visit_children(search, node, ending);
    search->path.count--;
}

size_t
tl_name_index_find(const tl_name_index *index, tl_str latin, uint32_t limit, tl_name_match *matches,
                   size_t capacity)
{
    struct search search;
    const bool has_margins = limit <= TL_COST_LIKELY;
    if (capacity == 0 || index->node_count == 0 ||
        (has_margins && !tl_margins_may_fit(&index->margins, latin)) ||
        !tl_spelling_init(&search.spelling, latin)) {
        return 0;
    }
    if (has_margins && !tl_margins_fit(&index->margins, &search.spelling.latin)) {
        return 0;
    }
    search.index = index;
    search.limit = limit < TL_COST_POSSIBLE ? limit : TL_COST_POSSIBLE;
    search.path.count = 0;
    search.reach[0] = 1;
    memset(search.known, 0, sizeof search.known);
    search.matches = matches;
    search.count = 0;
    search.capacity = capacity;
    visit_children(&search, &index->nodes[0], 0);
    return search.count;
}
