/* SPDX-License-Identifier: MPL-2.0 */
/* Weighs how a word may have been mistyped: the fewest edits first (optimal string alignment, as in
 * distance.c), and of as few the likeliest, by the keys that lie side by side and the letters that
 * are taken for each other (dict/keyboards.tsv, dict/confusions.tsv). A cell of the table holds
 * edits and cost in one number, so that the least number is the best way. */
#include "text/typo.h"

#include "base/utf8.h"

#include <stdlib.h>

enum { LONGEST = 64, ONE_EDIT = 1 << 16, UNREACHED = 1 << 28 };

enum { /* hundredths of a letter */
       COST_WRONG = 100,
       COST_ALIKE = 60,
       COST_NEIGHBOUR = 70,
       COST_ONE_SIDED = 90, /* a letter left out or too many */
       COST_DOUBLED = 55,
       COST_SWAPPED = 55,
};

typedef struct keyboard_key {
    uint8_t row, place;
} keyboard_key;

enum { LATIN_LETTERS = 26, CYRILLIC_LETTERS = 32, CYRILLIC_A = 0x430 };

static const keyboard_key keys[LATIN_LETTERS + CYRILLIC_LETTERS] = {
#include "keyboards.inc"
};

typedef struct letter_pair {
    uint16_t a, b;
} letter_pair;

static const letter_pair confusions[] = {
/* in order */
#include "confusions.inc"
};

/* The two words and the table: ways[i][j] makes the first i letters of one of the first j of the
 * other. Only cells on diagonals from which the end can be reached within `limit` edits are filled,
 * and a cell that takes too many of them is UNREACHED. */
typedef struct alignment {
    uint32_t written[LONGEST], meant[LONGEST];
    int written_length, meant_length;
    int limit, lowest, highest; /* edits; diagonals i - j */
    uint32_t ways[LONGEST + 1][LONGEST + 1];
} alignment;

static const keyboard_key *
find_key(uint32_t letter)
{
    if (letter - 'a' < LATIN_LETTERS) {
        return &keys[letter - 'a'];
    }
    bool is_cyrillic = letter - CYRILLIC_A < CYRILLIC_LETTERS;
    return is_cyrillic ? &keys[LATIN_LETTERS + letter - CYRILLIC_A] : NULL;
}

static bool
are_neighbours(uint32_t a, uint32_t b)
{
    const keyboard_key *x = find_key(a), *y = find_key(b);
    if (x == NULL || y == NULL || (a < 0x80) != (b < 0x80)) {
        return false;
    }
    int across = abs(x->place - y->place), down = abs(x->row - y->row);
    return down == 0 ? across == 4 : down == 1 && across < 4;
}

static bool
are_confused(uint32_t a, uint32_t b)
{
    uint32_t first = a < b ? a : b, second = a < b ? b : a;
    size_t low = 0, high = sizeof confusions / sizeof confusions[0];
    while (low < high) {
        size_t middle = (low + high) / 2;
        const letter_pair *pair = &confusions[middle];
        if (pair->a == first && pair->b == second) {
            return true;
        }
        if (pair->a < first || (pair->a == first && pair->b < second)) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return false;
}

static bool
stands_beside(const uint32_t *letters, int length, int at)
{
    return (at > 0 && letters[at - 1] == letters[at]) ||
           (at + 1 < length && letters[at + 1] == letters[at]);
}

static uint32_t
price(unsigned cost, int at)
{
    return ONE_EDIT + cost + (at == 0 ? TL_TYPO_FIRST_LETTER : 0);
}

static uint32_t
price_wrong(const alignment *a, int i, int j)
{
    uint32_t x = a->written[i], y = a->meant[j];
    if (x == y) {
        return 0;
    }
    return price(are_confused(x, y)     ? COST_ALIKE
                 : are_neighbours(x, y) ? COST_NEIGHBOUR
                                        : COST_WRONG,
                 i);
}

/* True if the key of a letter lies beside that of the letter before it or behind it. */
static bool
is_slipped(const alignment *a, int i)
{
    return (i > 0 && are_neighbours(a->written[i], a->written[i - 1])) ||
           (i + 1 < a->written_length && are_neighbours(a->written[i], a->written[i + 1]));
}

/* A letter too many is often a second stroke of a key, or one of the key beside it. */
static uint32_t
price_extra(const alignment *a, int i)
{
    if (stands_beside(a->written, a->written_length, i)) {
        return price(COST_DOUBLED, i);
    }
    return price(is_slipped(a, i) ? COST_NEIGHBOUR : COST_ONE_SIDED, i);
}

static uint32_t
price_missing(const alignment *a, int j)
{
    bool doubled = stands_beside(a->meant, a->meant_length, j);
    return price(doubled ? COST_DOUBLED : COST_ONE_SIDED, j);
}

static bool
are_swapped(const alignment *a, int i, int j)
{
    return i > 0 && j > 0 && a->written[i] == a->meant[j - 1] && a->written[i - 1] == a->meant[j] &&
           a->written[i] != a->written[i - 1];
}

/* A way into a cell, and what it costs on top of where it comes from. */
typedef struct edit_step {
    tl_typo_kind kind;
    uint8_t written, meant; /* letters that it takes of either word */
    uint32_t price;
} edit_step;

/* What it costs to get to where the step into cell (i, j) comes from. */
static uint32_t
way_before(const alignment *a, int i, int j, const edit_step *step)
{
    int from_i = i - step->written, from_j = j - step->meant, diagonal = from_i - from_j;
    bool is_filled = from_i >= 0 && from_j >= 0 && diagonal >= a->lowest && diagonal <= a->highest;
    return is_filled ? a->ways[from_i][from_j] : UNREACHED;
}

/* The price of a step into cell (i, j) that is an edit; 0 if the letters do not allow of it. */
static uint32_t
price_step(const alignment *a, int i, int j, tl_typo_kind kind)
{
    switch (kind) {
    case TL_TYPO_WRONG: return price_wrong(a, i - 1, j - 1);
    case TL_TYPO_SWAPPED: return are_swapped(a, i - 1, j - 1) ? price(COST_SWAPPED, i - 2) : 0;
    case TL_TYPO_EXTRA: return price_extra(a, i - 1);
    case TL_TYPO_MISSING: return price_missing(a, j - 1);
    }
    return 0;
}

/* The best step into the cell, and in *way all that it costs to get there. What a step costs is
 * asked only where one more edit leaves enough of them to reach the end, and may be the better way.
 */
static edit_step
best_step(const alignment *a, int i, int j, uint32_t *way)
{
    static const edit_step edits[] = {{TL_TYPO_WRONG, 1, 1, 0},
                                      {TL_TYPO_SWAPPED, 2, 2, 0},
                                      {TL_TYPO_EXTRA, 1, 0, 0},
                                      {TL_TYPO_MISSING, 0, 1, 0}};
    edit_step best = edits[0];
    uint32_t room = (uint32_t)(a->limit - abs(a->written_length - a->meant_length - (i - j)));
    bool is_same = i > 0 && j > 0 && a->written[i - 1] == a->meant[j - 1];
    *way = i == 0 && j == 0 ? 0 : is_same ? way_before(a, i, j, &best) : UNREACHED;
    if (room == 0 || *way < ONE_EDIT) {
        return best; /* no edit may be made, or none is better than none */
    }
    for (size_t k = is_same; k < sizeof edits / sizeof edits[0]; k++) {
        uint32_t before = way_before(a, i, j, &edits[k]);
        bool is_of_use = before < room * ONE_EDIT && before + ONE_EDIT < *way;
        uint32_t paid = is_of_use ? price_step(a, i, j, edits[k].kind) : 0;
        if (paid && before + paid < *way) {
            *way = before + paid;
            best = edits[k];
            best.price = paid;
        }
    }
    return best;
}

/* False if no cell of a row is reached: then none behind it is, since a swap passes over a cell
 * that a wrong letter reaches. */
static bool
fill_row(alignment *a, int i)
{
    int begin = i > a->highest ? i - a->highest : 0;
    int end = i - a->lowest < a->meant_length ? i - a->lowest : a->meant_length;
    bool is_reached = false;
    for (int j = begin; j <= end; j++) {
        best_step(a, i, j, &a->ways[i][j]);
        is_reached = is_reached || a->ways[i][j] < UNREACHED;
    }
    return is_reached;
}

/* True if so many edits are enough. */
static bool
fill_table(alignment *a, int limit)
{
    int longer = a->written_length - a->meant_length, spare = limit - abs(longer);
    if (spare < 0) {
        return false;
    }
    a->limit = limit;
    a->lowest = (longer < 0 ? longer : 0) - spare / 2;
    a->highest = (longer > 0 ? longer : 0) + spare / 2;
    for (int i = 0; i <= a->written_length; i++) {
        if (!fill_row(a, i)) {
            return false;
        }
    }
    return a->ways[a->written_length][a->meant_length] < UNREACHED;
}

static tl_typo_edit
make_edit(const alignment *a, const edit_step *step, int i, int j)
{
    tl_typo_edit edit = {.kind = step->kind, .at = (uint8_t)i, .meant_at = (uint8_t)j};
    bool is_missing = step->kind == TL_TYPO_MISSING;
    edit.letter = is_missing ? a->meant[j] : a->written[i];
    edit.other = step->kind == TL_TYPO_WRONG     ? a->meant[j]
                 : step->kind == TL_TYPO_SWAPPED ? a->written[i + 1]
                                                 : 0;
    if (step->kind == TL_TYPO_WRONG) {
        edit.alike = are_confused(edit.letter, edit.other);
        edit.slipped = are_neighbours(edit.letter, edit.other);
    } else if (step->kind == TL_TYPO_EXTRA) {
        edit.slipped = is_slipped(a, i);
    }
    edit.doubles = (is_missing && stands_beside(a->meant, a->meant_length, j)) ||
                   (step->kind == TL_TYPO_EXTRA && stands_beside(a->written, a->written_length, i));
    return edit;
}

/* Walks back from the end of both words along the best steps. */
static void
collect_edits(const alignment *a, tl_typo *typo)
{
    int i = a->written_length, j = a->meant_length;
    unsigned left = typo->count;
    while (left > 0) {
        uint32_t way;
        edit_step step = best_step(a, i, j, &way);
        i -= step.written;
        j -= step.meant;
        if (step.price > 0) {
            typo->edits[--left] = make_edit(a, &step, i, j);
        }
    }
}

static bool
decode(tl_str key, uint32_t *letters, int *count)
{
    size_t at = 0;
    for (*count = 0; at < key.len; (*count)++) {
        if (*count == LONGEST) {
            return false;
        }
        letters[*count] = tl_utf8_next(key, &at);
    }
    return true;
}

static bool
begin(alignment *a, tl_str written, tl_str meant)
{
    return decode(written, a->written, &a->written_length) &&
           decode(meant, a->meant, &a->meant_length);
}

bool
tl_typo_find(tl_str written, tl_str meant, tl_typo *typo)
{
    alignment a;
    if (!begin(&a, written, meant) || !(fill_table(&a, 1) || fill_table(&a, TL_TYPO_EDITS))) {
        return false;
    }
    uint32_t way = a.ways[a.written_length][a.meant_length];
    *typo = (tl_typo){.count = way / ONE_EDIT,
                      .cost = way % ONE_EDIT,
                      .length = (uint8_t)a.written_length,
                      .meant_length = (uint8_t)a.meant_length};
    collect_edits(&a, typo);
    return typo->count > 0;
}

bool
tl_typo_weigh(tl_str written, tl_str meant, unsigned edits, uint32_t *cost)
{
    alignment a;
    if (edits > TL_TYPO_EDITS || !begin(&a, written, meant) || !fill_table(&a, (int)edits)) {
        return false;
    }
    *cost = a.ways[a.written_length][a.meant_length] % ONE_EDIT;
    return true;
}

static tl_str
format_letter(uint32_t letter, tl_arena *arena)
{
    char bytes[TL_UTF8_MAX];
    return tl_arena_copy(arena, (tl_str){bytes, tl_utf8_encode(letter, bytes)});
}

static tl_str
describe_edit(const tl_typo_edit *edit, tl_arena *arena)
{
    tl_str letter = format_letter(edit->letter, arena), other = {0};
    other = edit->other ? format_letter(edit->other, arena) : other;
    switch (edit->kind) {
    case TL_TYPO_WRONG:
        return tl_arena_format(arena, "“%.*s” for “%.*s”", TL_STR_ARGS(letter), TL_STR_ARGS(other));
    case TL_TYPO_SWAPPED:
        return tl_arena_format(arena, "“%.*s%.*s” for “%.*s%.*s”", TL_STR_ARGS(letter),
                               TL_STR_ARGS(other), TL_STR_ARGS(other), TL_STR_ARGS(letter));
    case TL_TYPO_EXTRA: return tl_arena_format(arena, "one “%.*s” too many", TL_STR_ARGS(letter));
    case TL_TYPO_MISSING: return tl_arena_format(arena, "“%.*s” is left out", TL_STR_ARGS(letter));
    }
    return other;
}

tl_str
tl_typo_describe(const tl_typo *typo, tl_arena *arena)
{
    tl_str first = describe_edit(&typo->edits[0], arena);
    if (typo->count == 1) {
        return first;
    }
    tl_str second = describe_edit(&typo->edits[1], arena);
    return tl_arena_format(arena, "%.*s, %.*s", TL_STR_ARGS(first), TL_STR_ARGS(second));
}
