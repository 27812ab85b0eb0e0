/* SPDX-License-Identifier: MPL-2.0 */
/* Reads two Latin words side by side with the edges of dict/romanization.tsv: each step takes one
 * Cyrillic unit and an output of it from either word. Knows single words, not who is meant.
 * Invariant: a state is how much of either word has been read and the last Cyrillic letter, and
 * every step reads something, so states are visited in order of what has been read. */
#include "romanize/cluster.h"

#include "base/alloc.h"
#include "base/array.h"
#include "base/utf8.h"
#include "romanize/grid.h"

#include <stdlib.h>
#include <string.h>

enum {
    LONGEST = 24, /* letters of a word */
    PLACES = (LONGEST + 1) * (LONGEST + 1),
    SCALE = 8, /* costs are kept finer, so that likelier letters break ties */
    LIMIT = TL_COST_POSSIBLE * SCALE + SCALE - 1,
    LETTERS = 64, /* of Cyrillic: the Russian ones have lower numbers */
    EDGES_MAX = 2048,
    FOREIGN = 2, /* a step outside the English family costs so many times what it does elsewhere */
    READINGS_MAX = 4096,
    FITTINGS_MAX = 1024,
    NOT_RUSSIAN = UINT8_MAX,
};

/* A unit with its letters. */
typedef struct unit {
    const tl_unit *row;
    uint8_t letters[TL_UNIT_MAX];
    uint8_t bias; /* how unlikely its letters are, in 1 / SCALE hundredths */
} unit;

/* An edge of a unit that costs little enough to be taken. */
typedef struct likely_edge {
    uint16_t edge, unit;
    uint16_t cost; /* in an English text, without that of marks that a spelling may have */
} likely_edge;

/* Such edges, in order of their units. */
typedef struct edge_list {
    likely_edge items[EDGES_MAX];
    size_t count;
    uint64_t with_base[TL_BASE_COUNT][EDGES_MAX / 64]; /* sets of those whose output has a base */
} edge_list;

/* One way to read some letters of a word. */
typedef struct reading {
    uint16_t unit;
    uint16_t cost;
    uint8_t length; /* Latin letters */
    uint8_t place;
    uint64_t previous;
} reading;

/* All ways to read on from each letter, those of one place in order of their units. */
typedef struct readings {
    reading items[READINGS_MAX];
    size_t first[LONGEST + 2];
    size_t letters;
} readings;

/* How a state was come by at least cost. */
typedef struct state {
    int16_t cost;
    uint16_t unit;
    uint32_t from;
} state;

struct tl_cluster {
    unit units[TL_UNIT_NODE_LIMIT]; /* all but the empty one */
    size_t unit_count;
    edge_list edges;       /* all, for words with marks */
    edge_list plain_edges; /* for words without: what is stripped counts in the cost */
    readings words[2];
    char first[TL_NAME_MAX * TL_UTF8_MAX]; /* what the first of them was read from */
    size_t first_length;                   /* 0: nothing has been read */
    uint64_t reached[PLACES];              /* sets of letters: the states that there are */
    state states[PLACES * LETTERS];
};

/* -- units ------------------------------------------------------------------------------------ */

/* How unlikely a letter is; a letter that is not Russian counts as none: that a name is of another
 * language would have to be known. */
static uint8_t
letter_bias(uint8_t letter)
{
    uint32_t point = tl_cyrillic_letters[letter];
    switch (point) {
    case 0x044a: return 6; /* ъ */
    case 0x044c: return 3; /* ь */
    case 0x044b: return 2; /* ы */
    case 0x044d: return 2; /* э */
    case 0x0451: return 3; /* ё */
    default: return point >= 0x0430 && point <= 0x044f ? 0 : NOT_RUSSIAN;
    }
}

/* Few letters are likelier than many. */
static void
add_unit(tl_cluster *cluster, uint16_t number, const uint8_t *letters)
{
    unit added = {.row = &tl_units[number]};
    memcpy(added.letters, letters, TL_UNIT_MAX);
    for (size_t i = 0; i < added.row->length; i++) {
        uint8_t bias = letter_bias(letters[i]);
        if (bias == NOT_RUSSIAN || letters[i] >= LETTERS) {
            return;
        }
        added.bias = (uint8_t)(added.bias + 1 + bias);
    }
    cluster->units[cluster->unit_count++] = added;
}

/* Lists the units that begin with `prefix` (`length` letters) and go on with the node's: at most
 * TL_UNIT_MAX in all, as deep as the trie is. */
static void
list_units(tl_cluster *cluster, const tl_unit_node *node, const uint8_t *prefix, size_t length)
{
    uint8_t letters[TL_UNIT_MAX] = {0};
    if (length >= TL_UNIT_MAX) {
        return;
    }
    memcpy(letters, prefix, length);
    letters[length] = node->letter;
    if (node->unit > 0) {
        add_unit(cluster, (uint16_t)node->unit, letters);
    }
    for (size_t i = 0; i < node->child_count; i++) {
        list_units(cluster, &tl_unit_nodes[node->first_child + i], letters, length + 1);
    }
}

static uint32_t
cost_in_english(const tl_edge *edge)
{
    return edge->cost + FOREIGN * (uint32_t)tl_family_penalties[edge->family_set].cost[0];
}

static void
add_edge(edge_list *list, likely_edge edge, uint32_t extra)
{
    size_t number = list->count;
    const tl_output *output = &tl_outputs[tl_edges[edge.edge].output];
    if (edge.cost + extra > TL_COST_LIKELY || number == EDGES_MAX) {
        return;
    }
    edge.cost = (uint16_t)(edge.cost + extra);
    list->items[list->count++] = edge;
    for (size_t i = 0; i < output->length; i++) {
        uint8_t base = tl_output_letters[output->at + i].base;
        list->with_base[base][number / 64] |= UINT64_C(1) << number % 64;
    }
}

static void
list_edges(tl_cluster *cluster)
{
    for (size_t u = 0; u < cluster->unit_count; u++) {
        const tl_unit *row = cluster->units[u].row;
        for (size_t e = row->first; e < (size_t)row->first + row->count; e++) {
            const likely_edge edge = {.edge = (uint16_t)e,
                                      .unit = (uint16_t)u,
                                      .cost = (uint16_t)cost_in_english(&tl_edges[e])};
            add_edge(&cluster->edges, edge, 0);
            add_edge(&cluster->plain_edges, edge,
                     tl_spelling_stripped_cost(&tl_outputs[tl_edges[e].output]));
        }
    }
}

tl_cluster *
tl_cluster_new(void)
{
    tl_cluster *cluster = tl_alloc_zero(1, sizeof *cluster);
    for (size_t letter = TL_LETTER_HYPHEN + 1; letter < TL_LETTER_COUNT; letter++) {
        if (tl_unit_roots[letter]) {
            list_units(cluster, &tl_unit_nodes[tl_unit_roots[letter]], (const uint8_t[]){0}, 0);
        }
    }
    list_edges(cluster);
    return cluster;
}

void
tl_cluster_free(tl_cluster *cluster)
{
    free(cluster);
}

/* -- readings --------------------------------------------------------------------------------- */

/* An edge that some letters of the word may be read by, and where. */
typedef struct fitting {
    const likely_edge *likely;
    const tl_edge *edge;
    uint64_t starts; /* set of places */
} fitting;

typedef struct fittings {
    fitting items[FITTINGS_MAX];
    size_t count;
} fittings;

static uint32_t
cost_at(const fitting *fits, const tl_spelling *spelling, size_t at)
{
    uint32_t cost = fits->likely->cost;
    return spelling->latin.marked
               ? cost + tl_spelling_mark_cost(spelling, &tl_outputs[fits->edge->output], at)
               : cost;
}

/* Where an edge fits at no more than a likely cost. */
static uint64_t
starts_of(const fitting *fits, const tl_spelling *spelling)
{
    uint64_t starts = tl_spelling_match(spelling, fits->edge->output);
    for (uint64_t left = starts; spelling->latin.marked && left; left &= left - 1) {
        size_t at = (size_t)__builtin_ctzll(left);
        if (cost_at(fits, spelling, at) > TL_COST_LIKELY) {
            starts &= ~(UINT64_C(1) << at);
        }
    }
    return starts;
}

/* Of 64 edges, the set of those that have a base which the word has not. */
static uint64_t
edges_of_others(const edge_list *list, const tl_spelling *spelling, size_t number)
{
    uint64_t others = 0;
    for (size_t base = 0; base < TL_BASE_COUNT; base++) {
        others |= spelling->places[base] ? 0 : list->with_base[base][number];
    }
    return others;
}

static void
find_fittings(const edge_list *list, const tl_spelling *spelling, fittings *found)
{
    found->count = 0;
    for (size_t number = 0; number * 64 < list->count; number++) {
        uint64_t left = ~edges_of_others(list, spelling, number);
        for (; left; left &= left - 1) {
            size_t i = number * 64 + (size_t)__builtin_ctzll(left);
            if (i >= list->count || found->count == FITTINGS_MAX) {
                break;
            }
            fitting fits = {.likely = &list->items[i], .edge = &tl_edges[list->items[i].edge]};
            fits.starts = starts_of(&fits, spelling);
            if (fits.starts) {
                found->items[found->count++] = fits;
            }
        }
    }
}

/* Makes room for the readings of each place, as many as there is memory for. */
static void
count_readings(readings *word, const fittings *found)
{
    size_t counts[LONGEST + 1] = {0};
    for (size_t i = 0; i < found->count; i++) {
        for (uint64_t left = found->items[i].starts; left; left &= left - 1) {
            counts[__builtin_ctzll(left)]++;
        }
    }
    word->first[0] = 0;
    for (size_t at = 0; at <= word->letters; at++) {
        size_t end = word->first[at] + counts[at];
        word->first[at + 1] = end < READINGS_MAX ? end : READINGS_MAX;
    }
}

static void
add_readings(readings *word, const tl_spelling *spelling, const fittings *found)
{
    size_t next[LONGEST + 1];
    memcpy(next, word->first, sizeof next);
    for (size_t i = 0; i < found->count; i++) {
        const fitting *fits = &found->items[i];
        for (uint64_t left = fits->starts; left; left &= left - 1) {
            size_t at = (size_t)__builtin_ctzll(left);
            if (next[at] < word->first[at + 1]) {
                word->items[next[at]++] = (reading){.unit = fits->likely->unit,
                                                    .cost = (uint16_t)cost_at(fits, spelling, at),
                                                    .length = tl_outputs[fits->edge->output].length,
                                                    .place = fits->edge->place,
                                                    .previous = fits->edge->previous};
            }
        }
    }
}

/* False if the word is too long, or is none: then there is nothing to be read of it. */
static bool
read_word(const tl_cluster *cluster, readings *word, tl_str latin)
{
    tl_spelling spelling;
    fittings found;
    if (!tl_spelling_init(&spelling, latin) || spelling.latin.count > LONGEST) {
        return false;
    }
    find_fittings(spelling.latin.marked ? &cluster->edges : &cluster->plain_edges, &spelling,
                  &found);
    word->letters = spelling.latin.count;
    count_readings(word, &found);
    add_readings(word, &spelling, &found);
    return true;
}

/* The same for the first of two words, which is often the one of the question before. */
static bool
read_first_word(tl_cluster *cluster, tl_str latin)
{
    if (latin.len && tl_str_equal(latin, (tl_str){cluster->first, cluster->first_length})) {
        return true;
    }
    bool is_word = read_word(cluster, &cluster->words[0], latin);
    cluster->first_length = is_word && latin.len <= sizeof cluster->first ? latin.len : 0;
    if (cluster->first_length) {
        memcpy(cluster->first, latin.ptr, latin.len);
    }
    return is_word;
}

/* -- two words side by side ------------------------------------------------------------------- */

static size_t
place_number(const tl_cluster *cluster, size_t a, size_t b)
{
    return a * (cluster->words[1].letters + 1) + b;
}

static bool
fits(const reading *item, uint8_t previous, bool ends)
{
    return (item->previous == 0 || (previous && previous < 64 && item->previous >> previous & 1)) &&
           (!(item->place & TL_PLACE_START) || previous == 0) &&
           (!(item->place & TL_PLACE_END) || ends);
}

static bool
is_vowel(uint8_t letter)
{
    static const uint16_t vowels[] = {0x430, 0x435, 0x438, 0x43e, 0x443,
                                      0x44b, 0x44d, 0x44e, 0x44f, 0x451};
    for (size_t i = 0; letter && i < sizeof vowels / sizeof *vowels; i++) {
        if (tl_cyrillic_letters[letter] == vowels[i]) {
            return true;
        }
    }
    return false;
}

/* Behind a vowel й is likelier than и, elsewhere и. */
static int
context_bias(const unit *read, uint8_t previous)
{
    uint32_t first = tl_cyrillic_letters[read->letters[0]];
    bool after_vowel = is_vowel(previous);
    return first == 0x438 && after_vowel ? 2 : first == 0x439 && !after_vowel ? SCALE - 2 : 0;
}

/* A place in both words, and the letter before it. */
typedef struct place {
    size_t a, b;
    uint8_t previous;
} place;

static void
step(tl_cluster *cluster, const place *at, const reading *in_a, const reading *in_b)
{
    const unit *read = &cluster->units[in_a->unit];
    size_t a = at->a + in_a->length, b = at->b + in_b->length;
    bool ends = a == cluster->words[0].letters && b == cluster->words[1].letters;
    if ((in_a->length == 0 && in_b->length == 0) || !fits(in_a, at->previous, ends) ||
        !fits(in_b, at->previous, ends)) {
        return;
    }
    size_t from = place_number(cluster, at->a, at->b) * LETTERS + at->previous;
    int cost = cluster->states[from].cost + (in_a->cost + in_b->cost) * SCALE + read->bias +
               context_bias(read, at->previous);
    uint8_t last = read->letters[read->row->length - 1];
    size_t next = place_number(cluster, a, b);
    bool is_reached = cluster->reached[next] >> last & 1;
    state *to = &cluster->states[next * LETTERS + last];
    if (cost <= LIMIT && (!is_reached || cost < to->cost)) {
        *to = (state){.cost = (int16_t)cost, .unit = in_a->unit, .from = (uint32_t)from};
        cluster->reached[next] |= UINT64_C(1) << last;
    }
}

/* All steps from a place: those readings of the two words that are of one unit. */
static void
go_on(tl_cluster *cluster, const place *at)
{
    const readings *a = &cluster->words[0], *b = &cluster->words[1];
    size_t next = b->first[at->b];
    for (size_t i = a->first[at->a]; i < a->first[at->a + 1]; i++) {
        while (next < b->first[at->b + 1] && b->items[next].unit < a->items[i].unit) {
            next++;
        }
        for (size_t k = next; k < b->first[at->b + 1] && b->items[k].unit == a->items[i].unit;
             k++) {
            step(cluster, at, &a->items[i], &b->items[k]);
        }
    }
}

/* All steps from the places at which so much of either word has been read. A step may read nothing
 * of one word but never of both, so no state is added here meanwhile. */
static void
go_on_from(tl_cluster *cluster, size_t a, size_t b)
{
    uint64_t left = cluster->reached[place_number(cluster, a, b)];
    for (; left; left &= left - 1) {
        const place at = {a, b, (uint8_t)__builtin_ctzll(left)};
        go_on(cluster, &at);
    }
}

static void
fill(tl_cluster *cluster)
{
    size_t a_count = cluster->words[0].letters, b_count = cluster->words[1].letters;
    size_t count = place_number(cluster, a_count, b_count) + 1;
    memset(cluster->reached, 0, count * sizeof *cluster->reached);
    cluster->reached[0] = 1;
    cluster->states[0] = (state){.cost = 0};
    for (size_t sum = 0; sum < a_count + b_count; sum++) {
        for (size_t a = sum > b_count ? sum - b_count : 0; a <= a_count && a <= sum; a++) {
            go_on_from(cluster, a, sum - a);
        }
    }
}

/* The letters of all units on the way to a state. */
static tl_str
trace(const tl_cluster *cluster, size_t number, tl_arena *arena)
{
    enum { ROOM = LONGEST * 2 * TL_UNIT_MAX * TL_UTF8_MAX };
    char letters[ROOM];
    size_t begin = ROOM;
    for (; number; number = cluster->states[number].from) {
        const unit *read = &cluster->units[cluster->states[number].unit];
        for (size_t i = read->row->length; i-- > 0;) {
            char encoded[TL_UTF8_MAX];
            size_t length = tl_cyrillic_encode(read->letters[i], encoded);
            begin -= length;
            memcpy(letters + begin, encoded, length);
        }
    }
    return tl_arena_copy(arena, (tl_str){letters + begin, ROOM - begin});
}

static bool
ends_with_a(tl_str word)
{
    return word.len && (word.ptr[word.len - 1] == 'a' || word.ptr[word.len - 1] == 'A');
}

/* True if one word is the form of a woman's name and the other that of a man's. */
static bool
differ_in_gender(tl_str a, tl_str b)
{
    return ends_with_a(a) != ends_with_a(b);
}

/* The state of least cost in which both words have been read; false if there is none. */
static bool
find_end(const tl_cluster *cluster, size_t *best)
{
    size_t end = place_number(cluster, cluster->words[0].letters, cluster->words[1].letters);
    bool found = false;
    for (uint64_t left = cluster->reached[end]; left; left &= left - 1) {
        size_t number = end * LETTERS + (size_t)__builtin_ctzll(left);
        if (!found || cluster->states[number].cost < cluster->states[*best].cost) {
            *best = number;
            found = true;
        }
    }
    return found;
}

/* The word that those that have been read share. */
static tl_str
find_shared(tl_cluster *cluster, tl_arena *arena, uint32_t *cost)
{
    size_t best;
    fill(cluster);
    if (!find_end(cluster, &best)) {
        *cost = TL_COST_DIFFERENT;
        return TL_STR("");
    }
    *cost = (uint32_t)cluster->states[best].cost / SCALE;
    return trace(cluster, best, arena);
}

tl_str
tl_cluster_shared(tl_cluster *cluster, tl_str a, tl_str b, tl_arena *arena, uint32_t *cost)
{
    if (differ_in_gender(a, b) || !read_first_word(cluster, a) ||
        !read_word(cluster, &cluster->words[1], b)) {
        *cost = TL_COST_DIFFERENT;
        return TL_STR("");
    }
    return find_shared(cluster, arena, cost);
}
