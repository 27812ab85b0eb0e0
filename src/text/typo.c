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
 * other. Only cells near the diagonal are filled. */
typedef struct alignment {
    uint32_t written[LONGEST], meant[LONGEST];
    size_t written_length, meant_length;
    uint32_t extra[LONGEST], missing[LONGEST]; /* the price of each letter */
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
    for (size_t i = 0; i < sizeof confusions / sizeof confusions[0]; i++) {
        if (confusions[i].a == first && confusions[i].b == second) {
            return true;
        }
    }
    return false;
}

static bool
stands_beside(const uint32_t *letters, size_t length, size_t at)
{
    return (at > 0 && letters[at - 1] == letters[at]) ||
           (at + 1 < length && letters[at + 1] == letters[at]);
}

static uint32_t
price(unsigned cost, size_t at)
{
    return ONE_EDIT + cost + (at == 0 ? TL_TYPO_FIRST_LETTER : 0);
}

static uint32_t
price_wrong(const alignment *a, size_t i, size_t j)
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
is_slipped(const alignment *a, size_t i)
{
    return (i > 0 && are_neighbours(a->written[i], a->written[i - 1])) ||
           (i + 1 < a->written_length && are_neighbours(a->written[i], a->written[i + 1]));
}

/* A letter too many is often a second stroke of a key, or one of the key beside it. */
static uint32_t
price_extra(const alignment *a, size_t i)
{
    if (stands_beside(a->written, a->written_length, i)) {
        return price(COST_DOUBLED, i);
    }
    return price(is_slipped(a, i) ? COST_NEIGHBOUR : COST_ONE_SIDED, i);
}

static uint32_t
price_missing(const alignment *a, size_t j)
{
    bool doubled = stands_beside(a->meant, a->meant_length, j);
    return price(doubled ? COST_DOUBLED : COST_ONE_SIDED, j);
}

static bool
are_swapped(const alignment *a, size_t i, size_t j)
{
    return i > 0 && j > 0 && a->written[i] == a->meant[j - 1] && a->written[i - 1] == a->meant[j] &&
           a->written[i] != a->written[i - 1];
}

/* The ways into a cell, and what each costs on top of where it comes from. */
typedef struct edit_step {
    tl_typo_kind kind;
    uint8_t written, meant; /* letters that it takes of either word */
    uint32_t price;
} edit_step;

enum { MAX_STEPS = 4 };

static size_t
steps_into(const alignment *a, size_t i, size_t j, edit_step steps[MAX_STEPS])
{
    size_t count = 0;
    if (i > 0 && j > 0) {
        steps[count++] = (edit_step){TL_TYPO_WRONG, 1, 1, price_wrong(a, i - 1, j - 1)};
    }
    if (i > 1 && j > 1 && are_swapped(a, i - 1, j - 1)) {
        steps[count++] = (edit_step){TL_TYPO_SWAPPED, 2, 2, price(COST_SWAPPED, i - 2)};
    }
    if (i > 0) {
        steps[count++] = (edit_step){TL_TYPO_EXTRA, 1, 0, a->extra[i - 1]};
    }
    if (j > 0) {
        steps[count++] = (edit_step){TL_TYPO_MISSING, 0, 1, a->missing[j - 1]};
    }
    return count;
}

static bool
is_near_diagonal(size_t i, size_t j)
{
    return (i > j ? i - j : j - i) <= TL_TYPO_EDITS;
}

/* The best step into the cell, and in *way all that it costs to get there. */
static edit_step
best_step(const alignment *a, size_t i, size_t j, uint32_t *way)
{
    edit_step steps[MAX_STEPS], best = {0};
    size_t count = steps_into(a, i, j, steps);
    *way = i == 0 && j == 0 ? 0 : UNREACHED;
    for (size_t k = 0; k < count; k++) {
        size_t from_i = i - steps[k].written, from_j = j - steps[k].meant;
        if (is_near_diagonal(from_i, from_j) && a->ways[from_i][from_j] + steps[k].price < *way) {
            *way = a->ways[from_i][from_j] + steps[k].price;
            best = steps[k];
        }
    }
    return best;
}

static void
fill_table(alignment *a)
{
    for (size_t i = 0; i < a->written_length; i++) {
        a->extra[i] = price_extra(a, i);
    }
    for (size_t j = 0; j < a->meant_length; j++) {
        a->missing[j] = price_missing(a, j);
    }
    for (size_t i = 0; i <= a->written_length; i++) {
        size_t begin = i > TL_TYPO_EDITS ? i - TL_TYPO_EDITS : 0;
        for (size_t j = begin; j <= a->meant_length && j <= i + TL_TYPO_EDITS; j++) {
            best_step(a, i, j, &a->ways[i][j]);
        }
    }
}

static tl_typo_edit
make_edit(const alignment *a, const edit_step *step, size_t i, size_t j)
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
    size_t i = a->written_length, j = a->meant_length, left = typo->count;
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
decode(tl_str key, uint32_t *letters, size_t *count)
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

bool
tl_typo_find(tl_str written, tl_str meant, tl_typo *typo)
{
    alignment a;
    if (!decode(written, a.written, &a.written_length) ||
        !decode(meant, a.meant, &a.meant_length) ||
        !is_near_diagonal(a.written_length, a.meant_length)) {
        return false;
    }
    fill_table(&a);
    uint32_t way = a.ways[a.written_length][a.meant_length];
    *typo = (tl_typo){.count = way / ONE_EDIT,
                      .cost = way % ONE_EDIT,
                      .length = (uint8_t)a.written_length,
                      .meant_length = (uint8_t)a.meant_length};
    if (typo->count == 0 || typo->count > TL_TYPO_EDITS) {
        return false;
    }
    collect_edits(&a, typo);
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
