/* SPDX-License-Identifier: MPL-2.0 */
/* Which of many Cyrillic names is this Latin word a spelling of? The trie of the names is walked
 * together with the set of positions in the Latin word that the letters so far can have reached,
 * one bit each: a branch is left where no unit that goes on into it can begin. What survives is
 * measured by match.c. */
#include "romanize/grid.h"
#include "romanize/index.h"
#include "romanize/match.h"

enum { MASK_COUNT = 8 }; /* lengths of outputs, 0 to 7 */

/* What is known of a unit, or of the beginning of one, in the spelling of a search. */
struct unit_masks {
    bool has_any, has_by_length;
    uint64_t any;                   /* where any output of a unit that begins so begins */
    uint64_t by_length[MASK_COUNT]; /* where the outputs of its edges that fit anywhere begin */
};

struct search {
    const tl_name_index *index;
    tl_spelling spelling;
    uint32_t limit;
    tl_cyrillic path;                /* the letters from the root */
    uint64_t reach[TL_NAME_MAX + 1]; /* by depth: positions in the spelling, as bits */
    struct unit_masks masks[TL_UNIT_NODE_LIMIT];
    tl_name_match *matches;
    size_t count, capacity;
};

static uint64_t
find_any(struct search *search, size_t unit_node)
{
    const tl_unit_node *node = &tl_unit_nodes[unit_node];
    uint64_t any = 0;
    if (node->unit >= 0) {
        const tl_unit *unit = &tl_units[node->unit];
        for (size_t i = 0; i < unit->count; i++) {
            any |= search->spelling.match[tl_edges[unit->first + i].output];
        }
    }
    for (size_t i = 0; i < node->child_count; i++) {
        any |= find_any(search, node->first_child + i);
    }
    return any;
}

/* Where in the spelling a unit of these letters, or with more behind them, may begin. */
static uint64_t
any_of(struct search *search, size_t unit_node)
{
    struct unit_masks *masks = &search->masks[unit_node];
    if (!masks->has_any) {
        masks->has_any = true;
        masks->any = find_any(search, unit_node);
    }
    return masks->any;
}

static const uint64_t *
by_length(struct search *search, size_t unit_node)
{
    struct unit_masks *masks = &search->masks[unit_node];
    if (masks->has_by_length) {
        return masks->by_length;
    }
    masks->has_by_length = true;
    memset(masks->by_length, 0, sizeof masks->by_length);
    const tl_unit *unit = &tl_units[tl_unit_nodes[unit_node].unit];
    const tl_edge *edges = &tl_edges[unit->first];
    for (size_t i = 0; i < unit->anywhere; i++) {
        if (edges[i].cost <= search->limit) {
            size_t length = tl_outputs[edges[i].output].length;
            masks->by_length[length] |= search->spelling.match[edges[i].output];
        }
    }
    return masks->by_length;
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
    if ((reach & any_of(search, unit_node)) == 0) {
        return 0;
    }
    const uint64_t *masks = by_length(search, unit_node);
    for (size_t length = 0; length < MASK_COUNT; length++) {
        passed |= (reach & masks[length]) << length;
    }
    for (size_t i = unit->anywhere; i < unit->count; i++) {
        const tl_edge *edge = &tl_edges[unit->first + i];
        uint64_t starts = search->spelling.match[edge->output] & reach;
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
        uint64_t starts = search->spelling.match[edge->output] & search->reach[at];
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
        uint64_t starts = search->spelling.match[edge->output] & reach & (end_bit >> length);
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

/* True if some unit that has the child's letter in it, the path being its parent's, begins at a
 * position that can be reached. */
static bool
is_worth_a_visit(struct search *search, const tl_name_node *child)
{
    size_t depth = search->path.count;
    uint64_t starts = search->reach[depth] & any_of(search, tl_unit_roots[child->letter]);
    if (child->pair) {
        starts |= search->reach[depth - 1] & any_of(search, child->pair);
    }
    if (child->triple) {
        starts |= search->reach[depth - 2] & any_of(search, child->triple);
    }
    return starts;
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
    if (capacity == 0 || index->node_count == 0 || !tl_spelling_init(&search.spelling, latin)) {
        return 0;
    }
    search.index = index;
    search.limit = limit < TL_COST_POSSIBLE ? limit : TL_COST_POSSIBLE;
    search.path.count = 0;
    search.reach[0] = 1;
    for (size_t i = 0; i < TL_UNIT_NODE_LIMIT; i++) {
        search.masks[i].has_any = search.masks[i].has_by_length = false;
    }
    search.matches = matches;
    search.count = 0;
    search.capacity = capacity;
    visit_children(&search, &index->nodes[0], 0);
    return search.count;
}
