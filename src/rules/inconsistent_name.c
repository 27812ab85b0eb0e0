/* SPDX-License-Identifier: MPL-2.0 */
/* inconsistent-name: one document does not show it, so this file only tells which words of a
 * document may be names; corpus/ compares those of all documents and reports. It runs
 * over every word of every text and so asks no more than what is known of each already. */
#include "rules/rules.h"

#include "base/number_map.h"

enum { SHORTEST = 4, LONGEST = 24, REACH = 2 };

/* What the document has had, and the names of the run of words at hand. Words are numbered from 1.
 */
typedef struct met {
    tl_number_map words; /* hash → number */
    tl_number_map links; /* two numbers → 1 */
    uint32_t run[REACH]; /* of the names right before, the nearest first; 0: none */
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

static uint32_t
add_word(tl_pass *pass, met *m, uint64_t hash, tl_str text)
{
    uint32_t next = (uint32_t)m->words.count + 1;
    uint32_t number = tl_number_map_add(&m->words, hash, next, pass->arena);
    if (number == 0) {
        tl_tally_add(m->tally, hash, text);
    }
    return number ? number : next;
}

static void
add_link(tl_pass *pass, met *m, uint32_t first, uint32_t second)
{
    if (tl_number_map_add(&m->links, (uint64_t)first << 32 | second, 1, pass->arena) == 0) {
        tl_tally_link(m->tally, first - 1, second - 1);
    }
}

/* Names that the termbase has are left to the rules that know them. */
static void
note_place(tl_pass *pass, met *m, uint32_t at, uint32_t number)
{
    if (!tl_scan_is_of_termbase(pass->scan, at)) {
        ptrdiff_t segment = pass->scan->segment - pass->document->segments;
        tl_tally_add_place(m->tally, (tl_tally_place){(uint32_t)segment, at, number - 1});
    }
}

static void
meet(tl_pass *pass, met *m, uint32_t at)
{
    const tl_word *word = &pass->scan->words.items[at];
    tl_str text = tl_str_at(pass->scan->segment->text, word->range);
    uint32_t number = add_word(pass, m, word->hash, text);
    note_place(pass, m, at, number);
    for (size_t i = 0; i < REACH && m->run[i]; i++) {
        add_link(pass, m, m->run[i], number);
    }
    m->run[1] = m->run[0];
    m->run[0] = number;
}

static void
end_run(met *m)
{
    m->run[0] = m->run[1] = 0;
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
            end_run(m);
        }
        if (may_be_name(word)) {
            meet(pass, m, at);
        } else if (word->length != 1) {
            end_run(m);
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
    tl_tally_walk walk = {0};
    while (tl_tally_next_place(from, &walk)) {
        walk.place.word = numbers[walk.place.word] - 1;
        tl_tally_add_place(m->tally, walk.place);
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
