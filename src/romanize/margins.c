/* SPDX-License-Identifier: MPL-2.0 */
/* The spellings of a name begin with what its first units write and end with what its last ones do;
 * which of that goes together is not asked, nor in what context an edge may stand, so that margins
 * let too much pass and never too little. Only a few letters on either side are read: what would
 * reach farther, by writing nothing for all of them, makes everything pass. */
#include "romanize/margins.h"

#include "base/alloc.h"
#include "romanize/grid.h"
#include "romanize/romanize.h"

#include <stdlib.h>

enum { READ = 6, EVERY_BASE = (1u << TL_BASE_COUNT) - 1 };

typedef enum side { BEGIN, END, SIDES } side;

/* What the edges of a unit write, seen from a side; sets of bases. */
typedef struct writing {
    bool nothing;                  /* it may write nothing */
    uint32_t one;                  /* or just one of these letters */
    uint32_t outer;                /* the outermost letter of all it may write */
    uint32_t inner[TL_BASE_COUNT]; /* by that letter: the next, where it writes more */
} writing;

struct tl_margin_table {
    writing units[SIDES][TL_UNIT_NODE_LIMIT]; /* by node of the unit; 0: what may come at the end */
};

/* What is written at a margin once some letters have been read: nothing yet, or one letter of a
 * set. Two letters go to the margin at once. */
typedef struct state {
    bool nothing;
    uint32_t one;
} state;

static uint32_t
base_at(const tl_output *output, side from, size_t at)
{
    size_t place = from == END ? output->length - 1u - at : at;
    return tl_output_letters[output->at + place].base;
}

static void
add_output(writing *written, const tl_output *output, side from)
{
    if (output->length == 0) {
        written->nothing = true;
        return;
    }
    uint32_t outer = base_at(output, from, 0);
    written->outer |= UINT32_C(1) << outer;
    if (output->length == 1) {
        written->one |= UINT32_C(1) << outer;
    } else {
        written->inner[outer] |= UINT32_C(1) << base_at(output, from, 1);
    }
}

static void
add_unit(tl_margin_table *table, size_t node, const tl_unit *unit)
{
    for (size_t i = 0; i < unit->count; i++) {
        const tl_edge *edge = &tl_edges[unit->first + i];
        for (side from = BEGIN; from < SIDES && edge->cost <= TL_COST_LIKELY; from++) {
            add_output(&table->units[from][node], &tl_outputs[edge->output], from);
        }
    }
}

static void
add_units_below(tl_margin_table *table, size_t node)
{
    if (tl_unit_nodes[node].unit >= 0) {
        add_unit(table, node, &tl_units[tl_unit_nodes[node].unit]);
    }
    for (size_t i = 0; i < tl_unit_nodes[node].child_count; i++) {
        add_units_below(table, tl_unit_nodes[node].first_child + i);
    }
}

tl_margin_table *
tl_margin_table_new(void)
{
    tl_margin_table *table = tl_alloc_zero(1, sizeof *table);
    add_unit(table, 0, &tl_units[0]);
    for (size_t letter = 1; letter < TL_LETTER_COUNT; letter++) {
        add_units_below(table, tl_unit_roots[letter]);
    }
    return table;
}

void
tl_margin_table_free(tl_margin_table *table)
{
    free(table);
}

static void
add_behind(uint32_t *margin, uint32_t outer, uint32_t inner)
{
    for (; outer; outer &= outer - 1) {
        margin[__builtin_ctz(outer)] |= inner;
    }
}

/* Goes from one state to another by what a unit writes. */
static void
take(uint32_t *margin, state from, state *to, const writing *written)
{
    add_behind(margin, from.one, written->outer);
    to->one |= written->nothing ? from.one : 0;
    if (!from.nothing) {
        return;
    }
    to->nothing |= written->nothing;
    to->one |= written->one;
    for (uint32_t outer = written->outer; outer; outer &= outer - 1) {
        size_t base = (size_t)__builtin_ctz(outer);
        margin[base] |= written->inner[base];
    }
}

/* The margin of a name on one side. */
static void
read_side(uint32_t *margin, const tl_margin_table *table, tl_str letters, side from)
{
    const size_t most = letters.len < READ ? letters.len : READ;
    const uint8_t *bytes = (const uint8_t *)letters.ptr;
    const writing *units = table->units[from];
    state states[READ + 1] = {{.nothing = true}};
    if (from == END) {
        take(margin, states[0], &states[0], &units[0]);
    }
    for (size_t read = 0; read < most; read++) {
        for (size_t length = 1; length <= TL_UNIT_MAX && read + length <= letters.len; length++) {
            size_t at = from == END ? letters.len - read - length : read;
            const tl_unit_node *node = tl_unit_node_find(bytes + at, length);
            state *to = &states[read + length < most ? read + length : most];
            if (node) {
                take(margin, states[read], to, &units[node - tl_unit_nodes]);
            }
        }
    }
    state last = states[most];
    if (letters.len > most) {
        add_behind(margin, last.nothing ? EVERY_BASE : last.one, EVERY_BASE);
        return;
    }
    if (from == BEGIN) {
        take(margin, last, &last, &units[0]);
    }
    add_behind(margin, last.one, 1);
}

void
tl_margins_add(tl_margins *margins, const tl_margin_table *table, tl_str letters)
{
    read_side(margins->behind_first, table, letters, BEGIN);
    read_side(margins->before_last, table, letters, END);
}

bool
tl_margins_fit(const tl_margins *margins, const tl_latin *word)
{
    const tl_latin_letter *letters = word->letters, *last = &letters[word->count - 1];
    uint32_t second = word->count > 1 ? UINT32_C(1) << letters[1].base : 1;
    uint32_t last_but_one = word->count > 1 ? UINT32_C(1) << last[-1].base : 1;
    return (margins->behind_first[letters[0].base] & second) &&
           (margins->before_last[last->base] & last_but_one);
}

/* The base of a plain Latin letter; 0 for any other byte. */
static uint32_t
base_of_byte(char byte)
{
    unsigned letter = ((unsigned char)byte | 0x20u) - 'a';
    return letter < 26 ? letter + 1 : 0;
}

bool
tl_margins_may_fit(const tl_margins *margins, tl_str word)
{
    if (word.len < 2) {
        return true;
    }
    uint32_t first = base_of_byte(word.ptr[0]), second = base_of_byte(word.ptr[1]);
    uint32_t last = base_of_byte(word.ptr[word.len - 1]);
    uint32_t last_but_one = base_of_byte(word.ptr[word.len - 2]);
    return first == 0 || second == 0 || last == 0 || last_but_one == 0 ||
           ((margins->behind_first[first] >> second & 1) &&
            (margins->before_last[last] >> last_but_one & 1));
}
