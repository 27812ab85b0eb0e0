/* SPDX-License-Identifier: MPL-2.0 */
/* inconsistent-name: one document does not show it, so this file only tells which words of a
 * document may be names; engine/conclude.c compares those of all documents and reports. It runs
 * over every word of every text and so asks no more than what is known of each already. */
#include "rules/rules.h"

#include "base/hash.h"

#include <string.h>

enum { SHORTEST = 4, LONGEST = 24, FIRST_SIZE = 256, REACH = 2 };

/* A set of numbers, each with its place in the order of addition. */
typedef struct set {
    struct {
        uint64_t number;
        uint32_t place; /* from 1; 0: free */
    } * slots;          /* at least half of them are free */
    uint32_t count;
    size_t size;
} set;

/* What the document has had, and the names of the run of words at hand. */
typedef struct met {
    set words, links;
    uint32_t run[REACH]; /* places of the names right before, the nearest first; 0: none */
    tl_tally *tally;     /* that takes them */
} met;

static bool
may_be_name(const tl_word *word)
{
    enum { ASKED = TL_WORD_CAPITALISED | TL_WORD_HAS_DIGIT | TL_WORD_NOT_TEXT };
    return (word->flags & ASKED) == TL_WORD_CAPITALISED && word->length >= SHORTEST &&
           word->length <= LONGEST &&
           (word->scripts == TL_SCRIPT_LATIN || word->scripts == TL_SCRIPT_CYRILLIC);
}

static size_t
find_slot(const set *numbers, uint64_t number)
{
    size_t slot = (size_t)tl_hash_mix(number) & (numbers->size - 1);
    while (numbers->slots[slot].place && numbers->slots[slot].number != number) {
        slot = (slot + 1) & (numbers->size - 1);
    }
    return slot;
}

static void
grow(set *numbers, tl_arena *arena)
{
    set old = *numbers;
    numbers->size = old.size ? old.size * 2 : FIRST_SIZE;
    numbers->slots = tl_arena_alloc(arena, numbers->size, sizeof *numbers->slots);
    for (size_t i = 0; i < old.size; i++) {
        if (old.slots[i].place) {
            numbers->slots[find_slot(numbers, old.slots[i].number)] = old.slots[i];
        }
    }
}

/* The place of a number in the set; *is_new tells if it had none yet. */
static uint32_t
add_number(set *numbers, uint64_t number, tl_arena *arena, bool *is_new)
{
    if ((numbers->count + 1u) * 2 > numbers->size) {
        grow(numbers, arena);
    }
    size_t slot = find_slot(numbers, number);
    *is_new = numbers->slots[slot].place == 0;
    if (*is_new) {
        numbers->slots[slot].number = number;
        numbers->slots[slot].place = ++numbers->count;
    }
    return numbers->slots[slot].place;
}

/* Words and links are numbered from 1 here, as places in their sets. */
static uint32_t
add_word(tl_pass *pass, met *m, uint64_t hash, tl_str text)
{
    bool is_new;
    uint32_t place = add_number(&m->words, hash, pass->arena, &is_new);
    if (is_new) {
        tl_tally_add(m->tally, hash, text);
    }
    return place;
}

static void
add_link(tl_pass *pass, met *m, uint32_t first, uint32_t second)
{
    bool is_new;
    add_number(&m->links, (uint64_t)first << 32 | second, pass->arena, &is_new);
    if (is_new) {
        tl_tally_link(m->tally, first - 1, second - 1);
    }
}

/* Names that the termbase has are left to the rules that know them. */
static void
note_place(tl_pass *pass, uint32_t at, uint32_t name)
{
    if (!tl_scan_is_of_termbase(pass->scan, at)) {
        ptrdiff_t segment = pass->scan->segment - pass->document->segments;
        tl_tally_place(pass->tally, (uint32_t)segment, name);
    }
}

static void
meet(tl_pass *pass, met *m, uint32_t at)
{
    const tl_word *word = &pass->scan->words.items[at];
    tl_str text = tl_str_at(pass->scan->segment->text, word->range);
    uint32_t place = add_word(pass, m, word->hash, text);
    note_place(pass, at, place - 1);
    for (size_t i = 0; i < REACH && m->run[i]; i++) {
        add_link(pass, m, m->run[i], place);
    }
    m->run[1] = m->run[0];
    m->run[0] = place;
}

static met *
begin_document(tl_pass *pass)
{
    if (*pass->state == NULL) {
        met *made = tl_arena_alloc(pass->arena, 1, sizeof *made);
        made->tally = pass->tally;
        tl_tally_begin(pass->tally, pass->document->source->name);
        *pass->state = made;
    }
    return *pass->state;
}

/* False for the texts of the target that is checked with a source. */
static bool
is_of_document(const tl_pass *pass)
{
    const tl_segment *segments = pass->document->segments;
    return pass->scan->segment >= segments &&
           pass->scan->segment < segments + pass->document->count;
}

/* True if the word goes on with the run of the capitalised word before it. */
static bool
goes_on(const tl_scan *scan, uint32_t before, uint32_t at)
{
    const tl_word *word = &scan->words.items[at];
    return at == before + 1 && (word->gap == TL_GAP_SPACE || word->gap == TL_GAP_DOT);
}

/* Initials go with the names around them, all else ends a run. */
static void
check(tl_pass *pass)
{
    const tl_scan *scan = pass->scan;
    met *m = pass->tally && is_of_document(pass) ? begin_document(pass) : NULL;
    for (size_t i = 0; m && i < scan->capital_count; i++) {
        const uint32_t at = scan->capitals[i];
        const tl_word *word = &scan->words.items[at];
        if (i == 0 || !goes_on(scan, scan->capitals[i - 1], at)) {
            memset(m->run, 0, sizeof m->run);
        }
        if (may_be_name(word)) {
            meet(pass, m, at);
        } else if (word->length != 1) {
            memset(m->run, 0, sizeof m->run);
        }
    }
}

static void
join(tl_pass *pass, void *later)
{
    met *m = begin_document(pass);
    const tl_tally_document *from = &((const met *)later)->tally->documents[0];
    uint32_t *numbers = tl_arena_alloc(pass->scratch, from->count, sizeof *numbers);
    tl_str rest = tl_buf_str(&from->words), word;
    for (size_t i = 0; i < from->count && tl_str_split(&rest, '\0', &word); i++) {
        numbers[i] = add_word(pass, m, from->hashes[i], word);
    }
    for (size_t i = 0; i < from->link_count; i++) {
        add_link(pass, m, numbers[from->links[i].first], numbers[from->links[i].second]);
    }
    tl_tally_place_at place = {0};
    while (tl_tally_next_place(from, &place)) {
        tl_tally_place(m->tally, place.segment, numbers[place.word] - 1);
    }
}

const tl_rule tl_rule_inconsistent_name = {
    .id = "inconsistent-name",
    .summary = "two spellings of one name in the documents of a run, without any termbase",
    .help =
        "Finds names that are spelled in two ways, in one document or in two of a run, and "
        "suggests the more frequent spelling; of equally frequent ones that of the house "
        "scheme, and then the first. Two Latin words are spellings of one name if some "
        "Cyrillic word can be written as either; in Cyrillic letters, words that differ in a "
        "soft sign, a doubled letter or a sound that is easily confused (Зейнетдинов, "
        "Зайнетдинов), unless both are well-known family names. A paragraph that is repeated "
        "counts once.\n\n"
        "What stands beside the names decides: the same given name, initials or title, or for "
        "a given name the same family name. Without any of them only an unmistakable family "
        "name counts, and people with different given names are never one. Case forms, "
        "women's and men's forms, ё and е are no different spellings. Words of the dictionaries "
        "and names that the termbase has are left alone.",
    .bad = "Vladimir Zaynetdinov asked. Vladimir Zainetdinov replied, and Zainetdinov signed.",
    .good = "Vladimir Zainetdinov asked. Vladimir Zainetdinov replied, and Zainetdinov signed.",
    .severity = TL_SEVERITY_WARNING,
    .check = check,
    .join = join,
};
