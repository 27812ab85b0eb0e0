/* SPDX-License-Identifier: MPL-2.0 */
/* Compares two Cyrillic spellings: the cheapest way to turn one into the other by the rows of
 * dict/respelling.tsv, letters that are equal costing nothing. Knows no names and no endings; that
 * the last letter of a word stays, unless a row says otherwise, is how endings are kept.
 * Invariant: two words that differ by one row, or by rows that keep their consonants, have a key in
 * common. */
#include "romanize/respelling.h"

#include "base/hash.h"
#include "base/utf8.h"
#include "romanize/letters.h"
#include "romanize/respelling_table.h"
#include "text/compare.h"
#include "text/script.h"

#include <string.h>

enum { DOUBLED = 25, YO = 0x0451, YE = 0x0435, EM = 0x043c, GHE = 0x0433, KHA = 0x0445 };

/* Two words as numbered letters, and the least costs of their beginnings. */
typedef struct comparison {
    tl_cyrillic written, meant;
    unsigned limit;          /* costs above it do not matter */
    size_t cleared, reached; /* rows of the table: set up so far; the last with a cost */
    uint16_t costs[TL_NAME_MAX + 2][TL_NAME_MAX + 2]; /* [letters of meant][letters of written] */
} comparison;

/* Reads a word, ё as е. */
static bool
read_word(tl_cyrillic *word, tl_str text)
{
    if (!tl_cyrillic_fold(word, text)) {
        return false;
    }
    for (size_t i = 0; i < word->count; i++) {
        bool is_yo = word->letters[i] == tl_cyrillic_letter(YO);
        word->letters[i] = is_yo ? tl_cyrillic_letter(YE) : word->letters[i];
    }
    return true;
}

static bool
has_run(const tl_cyrillic *word, size_t at, const uint8_t *run, size_t length)
{
    return at + length <= word->count && memcmp(word->letters + at, run, length) == 0;
}

static void
lower(comparison *c, size_t meant, size_t written, unsigned cost)
{
    uint16_t *cell = &c->costs[meant][written];
    *cell = cost < *cell ? (uint16_t)cost : *cell;
    c->reached = meant > c->reached && cost <= c->limit ? meant : c->reached;
}

/* Sets up the rows that letters read from row `meant` may lead to. */
static void
clear_rows(comparison *c, size_t meant)
{
    for (; c->cleared <= c->meant.count && c->cleared <= meant + TL_RESPELLING_RUN; c->cleared++) {
        memset(c->costs[c->cleared], 0xff, (c->written.count + 1u) * sizeof c->costs[0][0]);
    }
}

/* True if the row may be used where so many letters have been read. */
static bool
fits(const comparison *c, const tl_respelling_row *row, size_t meant, size_t written)
{
    size_t meant_end = meant + row->meant_length, written_end = written + row->written_length;
    bool touches_end = meant_end == c->meant.count || written_end == c->written.count;
    bool ends = meant_end == c->meant.count && written_end == c->written.count;
    return (!row->at_start || (meant == 0 && written == 0)) &&
           (row->at_end ? ends : !touches_end) &&
           has_run(&c->meant, meant, row->meant, row->meant_length) &&
           has_run(&c->written, written, row->written, row->written_length);
}

/* Uses the rows of a pair of first letters that fit. */
static void
take_rows(comparison *c, const tl_respelling_span *pair, size_t meant, size_t written)
{
    for (size_t i = pair->first; i < pair->last; i++) {
        const tl_respelling_row *row = &tl_respelling_rows[tl_respelling_ordered[i]];
        if (fits(c, row, meant, written)) {
            lower(c, meant + row->meant_length, written + row->written_length,
                  c->costs[meant][written] + row->cost);
        }
    }
}

/* Uses the rows that begin with a letter that is meant; 0: with none. */
static void
take_rows_of(comparison *c, size_t letter, size_t meant, size_t written)
{
    const tl_respelling_span *pairs = tl_respelling_pairs[letter];
    take_rows(c, &pairs[0], meant, written);
    if (written < c->written.count) {
        take_rows(c, &pairs[c->written.letters[written]], meant, written);
    }
}

/* The letter behind `at` letters is the one before it once more. */
static bool
is_doubled(const tl_cyrillic *word, size_t at)
{
    return at > 0 && at < word->count && word->letters[at] == word->letters[at - 1];
}

static void
go_on(comparison *c, size_t meant, size_t written)
{
    unsigned cost = c->costs[meant][written];
    bool more = meant < c->meant.count && written < c->written.count;
    if (more && c->meant.letters[meant] == c->written.letters[written]) {
        lower(c, meant + 1, written + 1, cost);
    }
    if (is_doubled(&c->meant, meant)) {
        lower(c, meant + 1, written, cost + DOUBLED);
    }
    if (is_doubled(&c->written, written)) {
        lower(c, meant, written + 1, cost + DOUBLED);
    }
    take_rows_of(c, 0, meant, written);
    if (meant < c->meant.count) {
        take_rows_of(c, c->meant.letters[meant], meant, written);
    }
}

/* Reads on from all that has been reached by `meant` letters. */
static void
go_on_from(comparison *c, size_t meant)
{
    clear_rows(c, meant);
    for (size_t written = 0; written <= c->written.count; written++) {
        if (c->costs[meant][written] <= c->limit) {
            go_on(c, meant, written);
        }
    }
}

static bool
begin(comparison *c, tl_str written, tl_str meant)
{
    if (!read_word(&c->written, written) || !read_word(&c->meant, meant)) {
        return false;
    }
    c->limit = TL_RESPELLING_LIMIT;
    c->cleared = c->reached = 0;
    clear_rows(c, 0);
    c->costs[0][0] = 0;
    return true;
}

uint32_t
tl_respelling_cost_within(tl_str written, tl_str meant, uint32_t limit)
{
    comparison c;
    if (!begin(&c, written, meant)) {
        return TL_RESPELLING_NONE;
    }
    c.limit = limit < TL_RESPELLING_LIMIT ? limit : TL_RESPELLING_LIMIT;
    for (size_t i = 0; i <= c.meant.count && i <= c.reached; i++) {
        go_on_from(&c, i);
    }
    uint32_t cost =
        c.reached == c.meant.count ? c.costs[c.meant.count][c.written.count] : TL_RESPELLING_NONE;
    return cost <= c.limit ? cost : TL_RESPELLING_NONE;
}

uint32_t
tl_respelling_cost(tl_str written, tl_str meant)
{
    return tl_respelling_cost_within(written, meant, TL_RESPELLING_LIMIT);
}

bool
tl_respelling_is_foreign(tl_str word)
{
    enum { FIRST = 0x0430, LAST = 0x044f }; /* а, я */
    for (size_t at = 0; at < word.len;) {
        uint32_t letter = tl_letter_lower(tl_utf8_next(word, &at));
        bool is_russian = (letter >= FIRST && letter <= LAST) || letter == YO;
        if (!is_russian && tl_script_of(letter) == TL_SCRIPT_CYRILLIC) {
            return true;
        }
    }
    return false;
}

bool
tl_respelling_excludes(tl_str written, tl_str stem)
{
    comparison c;
    if (!begin(&c, written, stem)) {
        return false;
    }
    size_t i = 0;
    for (; i <= c.reached && i + TL_RESPELLING_RUN < c.meant.count; i++) {
        go_on_from(&c, i);
    }
    return i > c.reached;
}

/* The consonants of a word, of its last half if it has hyphens, as classes: before a hyphen there
 * may be the ending of a case. */
typedef struct skeleton {
    uint8_t classes[TL_NAME_MAX + TL_RESPELLING_RUN];
    size_t count;
} skeleton;

static void
add_letters(skeleton *bones, const uint8_t *letters, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        uint8_t class = tl_respelling_classes[letters[i]];
        bones->count = letters[i] == TL_LETTER_HYPHEN ? 0 : bones->count;
        if (class && !(bones->count && bones->classes[bones->count - 1] == class)) {
            bones->classes[bones->count++] = class;
        }
    }
}

static uint64_t
key_of(const skeleton *bones)
{
    return tl_hash_bytes((tl_str){(const char *)bones->classes, bones->count});
}

static size_t
add_key(uint64_t *keys, size_t count, size_t limit, uint64_t key)
{
    for (size_t i = 0; i < count; i++) {
        if (keys[i] == key) {
            return count;
        }
    }
    if (count < limit) {
        keys[count++] = key;
    }
    return count;
}

/* The key of the name with a row used at letter `at`. */
static uint64_t
respelled_key(const tl_cyrillic *name, size_t at, const tl_respelling_row *row)
{
    skeleton bones = {.count = 0};
    size_t end = at + row->meant_length;
    add_letters(&bones, name->letters, at);
    add_letters(&bones, row->written, row->written_length);
    add_letters(&bones, name->letters + end, name->count - end);
    return key_of(&bones);
}

static size_t
add_respelled(const tl_cyrillic *name, size_t at, size_t letter, uint64_t *keys, size_t count)
{
    const tl_respelling_span *span = &tl_respelling_spans[letter];
    for (size_t i = span->first; i < span->last; i++) {
        const tl_respelling_row *row = &tl_respelling_rows[i];
        if (row->rekeys && !(row->at_start && at > 0) &&
            has_run(name, at, row->meant, row->meant_length)) {
            count = add_key(keys, count, TL_RESPELLING_NAME_KEYS, respelled_key(name, at, row));
        }
    }
    return count;
}

size_t
tl_respelling_name_keys(tl_str name, uint64_t keys[TL_RESPELLING_NAME_KEYS])
{
    tl_cyrillic word;
    skeleton bones = {.count = 0};
    if (!read_word(&word, name)) {
        return 0;
    }
    add_letters(&bones, word.letters, word.count);
    size_t count = add_key(keys, 0, TL_RESPELLING_NAME_KEYS, key_of(&bones));
    for (size_t at = 0; at < word.count; at++) {
        count = add_respelled(&word, at, 0, keys, count);
        count = add_respelled(&word, at, word.letters[at], keys, count);
    }
    return count;
}

/* The last consonant of the word is one of those that endings have: -ом, -ого, -ых. */
static bool
may_end_in_ending(const tl_cyrillic *word)
{
    size_t at = word->count;
    while (at > 0 && tl_respelling_classes[word->letters[at - 1]] == 0) {
        at--;
    }
    uint8_t last = at ? word->letters[at - 1] : 0;
    return last && (last == tl_cyrillic_letter(EM) || last == tl_cyrillic_letter(GHE) ||
                    last == tl_cyrillic_letter(KHA));
}

size_t
tl_respelling_word_keys(tl_str word, uint64_t keys[TL_RESPELLING_WORD_KEYS])
{
    tl_cyrillic letters;
    skeleton bones = {.count = 0};
    if (!read_word(&letters, word)) {
        return 0;
    }
    add_letters(&bones, letters.letters, letters.count);
    size_t count = add_key(keys, 0, TL_RESPELLING_WORD_KEYS, key_of(&bones));
    if (bones.count > 1 && may_end_in_ending(&letters)) {
        bones.count--;
        count = add_key(keys, count, TL_RESPELLING_WORD_KEYS, key_of(&bones));
    }
    return count;
}
