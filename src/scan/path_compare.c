/* SPDX-License-Identifier: MPL-2.0 */
/* Compares a path through the trie with a pattern, letter by letter and gap by gap. Knows what a
 * word may look like and what may stand between two words; what the place makes of the differences,
 * candidate.c knows. */
#include "scan/path_compare.h"

#include "base/utf8.h"
#include "morph/inflect.h"
#include "scan/lists.h"
#include "scan/marks.h"
#include "text/capitals.h"
#include "text/compare.h"
#include "text/key.h"

enum { LONGEST_ABBREVIATION = 4, LONGEST_WORD_BYTES = 1024 };

/* The letters of text words [first, first + count) without what stands between them. */
static tl_str
join_text(tl_path_comparison *c, const tl_path_step *step)
{
    tl_str text = tl_scan_text(&c->scanner->scan, step->first, 1);
    for (uint32_t i = 1; i < step->count; i++) {
        tl_str next = tl_scan_text(&c->scanner->scan, step->first + i, 1);
        uint8_t gap = tl_compared_word(c, step->first + i)->gap;
        bool hyphenated = tl_scan_is_broken(&c->scanner->scan, step->first + i);
        c->gaps |= gap == TL_GAP_DOT ? TL_HIT_PUNCTUATION : hyphenated ? 0 : TL_HIT_SEPARATOR;
        c->run_together = c->run_together || (gap != TL_GAP_DOT && !hyphenated);
        text =
            tl_arena_format(&c->scanner->scratch, "%.*s%.*s", TL_STR_ARGS(text), TL_STR_ARGS(next));
    }
    return text;
}

/* What the words `at` and at + 1 of the pattern look like in one. */
static tl_str
joined_text(tl_path_comparison *c, uint32_t at)
{
    const tl_pattern_word *words = &c->pattern->words[at];
    return tl_arena_format(&c->scanner->scratch, "%.*s%.*s",
                           TL_STR_ARGS(tl_str_at(c->pattern->text, words[0].range)),
                           TL_STR_ARGS(tl_str_at(c->pattern->text, words[1].range)));
}

/* What word `at` of the pattern looks like in the form of a posting. */
static tl_str
inflected_text(tl_path_comparison *c, uint32_t at, const tl_posting *posting)
{
    tl_str base = tl_str_at(c->pattern->text, c->pattern->words[at].range);
    tl_str surface = tl_vocabulary_surface(c->scanner->index->patterns.vocabulary, posting);
    return surface.len ? tl_capitals_like(&c->scanner->scratch, surface, base) : base;
}

static bool
is_one_letter(tl_str text)
{
    size_t at = 0;
    tl_utf8_next(text, &at);
    return at == text.len;
}

/* A possessive without a letter: "the Founders’ Day" for Founders Day. */
static bool
is_bare_apostrophe(const tl_path_comparison *c, const tl_word *word)
{
    tl_range tail = {word->range.end, word->range.end + word->tail};
    return is_one_letter(tl_str_at(c->scanner->scan.segment->text, tail));
}

/* The same of the pattern's word. */
static bool
wants_bare_apostrophe(const tl_path_comparison *c, const tl_pattern_word *word)
{
    tl_range tail = {word->range.end, word->range.end + word->tail};
    return is_one_letter(tl_str_at(c->pattern->text, tail));
}

/* The possessive of word `at` of the pattern belongs to the term, and only its apostrophe may be
 * wrong, or one too many; that of the text's last word does not. */
static bool
compare_possessive(tl_path_comparison *c, const tl_path_step *step, uint32_t at)
{
    const tl_pattern_word *expected = &c->pattern->words[at];
    const tl_word *found = tl_compared_word(c, step->first + step->count - 1);
    if (expected->tail == 0) {
        bool is_last = at + 1 == c->pattern->count;
        bool is_extra = found->tail && !is_last && is_bare_apostrophe(c, found);
        c->other_words |= is_extra ? TL_DIFFER_APOSTROPHE : 0;
        return !found->tail || is_last || is_extra;
    }
    if (step->count > 1) {
        return true;
    }
    if (step == c->mistyped) {
        return found->tail && is_bare_apostrophe(c, found) == wants_bare_apostrophe(c, expected);
    }
    tl_range text = {found->range.begin, found->range.end + found->tail};
    tl_range wanted = {expected->range.begin, expected->range.end + expected->tail};
    unsigned differences = tl_words_differ(tl_str_at(c->scanner->scan.segment->text, text),
                                           tl_str_at(c->pattern->text, wanted));
    c->other_words |= differences & TL_DIFFER_APOSTROPHE;
    return !(differences & TL_DIFFER_KEY);
}

static unsigned
compare_texts(tl_str text, tl_str expected)
{
    return tl_str_equal(text, expected) ? 0 : tl_words_differ(text, expected);
}

/* Notes the cells of the form that was found for a word of the pattern. */
static void
note_cells(tl_path_comparison *c, const tl_posting *form, const tl_pattern_word *expected)
{
    bool inflected = form->surface && form->cells;
    c->counted = c->counted && (!expected->cells || (form->cells & TL_CELLS_COUNTED));
    c->cells &= inflected ? form->cells : expected->cells ? expected->cells : c->cells;
    c->inflected |= inflected;
}

/* How many letters behind the first are capitals. */
static size_t
inner_capitals(tl_str text)
{
    size_t at = 0, count = 0;
    tl_utf8_next(text, &at);
    while (at < text.len) {
        uint32_t letter = tl_utf8_next(text, &at);
        count += tl_letter_lower(letter) != letter;
    }
    return count;
}

/* How a mistyped word differs from the form that is meant in capitals alone; TL_DIFFER_KEY if it
 * has others inside, as names that are made so have. */
static unsigned
compare_capitals(const tl_word *word, tl_str text, tl_str meant)
{
    size_t at = 0;
    uint32_t first = tl_utf8_next(meant, &at);
    bool capitalised = word->flags & TL_WORD_CAPITALISED;
    unsigned differences = 0;
    if (capitalised != (tl_letter_lower(first) != first)) {
        differences = capitalised ? TL_DIFFER_CASE_RAISED : TL_DIFFER_CASE_LOWERED;
    }
    if (word->flags & TL_WORD_ALL_CAPS) {
        return differences | TL_DIFFER_CASE_INSIDE;
    }
    return inner_capitals(text) == inner_capitals(meant) ? differences : TL_DIFFER_KEY;
}

/* Takes the first form that the pattern's word may have for the one that is meant. */
static unsigned
compare_mistyped(tl_path_comparison *c, const tl_path_step *step, uint32_t at, tl_str text)
{
    const tl_pattern_word *expected = &c->pattern->words[at];
    for (size_t i = 0; i < step->form_count; i++) {
        const tl_posting *form = &step->forms[i];
        if (form->kinds & expected->kinds) {
            note_cells(c, form, expected);
            c->meant = inflected_text(c, at, form);
            return compare_capitals(tl_compared_word(c, step->first), text, c->meant);
        }
    }
    return TL_DIFFER_KEY;
}

/* Takes the form that differs least from the text, of those that the pattern's word may have, and
 * notes its cells. Returns the differences: TL_DIFFER_KEY if there is no such form. */
static unsigned
compare_forms(tl_path_comparison *c, const tl_path_step *step, uint32_t at, tl_str text)
{
    const tl_pattern_word *expected = &c->pattern->words[at];
    const tl_posting *nearest = NULL;
    unsigned least = TL_DIFFER_KEY;
    for (size_t i = 0; i < step->form_count; i++) {
        const tl_posting *form = &step->forms[i];
        if (!(form->kinds & expected->kinds)) {
            continue;
        }
        unsigned differences = compare_texts(text, inflected_text(c, at, form));
        if (!(differences & TL_DIFFER_KEY) &&
            (nearest == NULL || tl_count_differences(differences) < tl_count_differences(least))) {
            nearest = form;
            least = differences;
        }
    }
    if (nearest) {
        note_cells(c, nearest, expected);
    }
    return least;
}

/* "as set" is no spelling of "asset", nor "work around" of "workaround". */
static bool
has_function_word(const tl_path_comparison *c, const tl_path_step *step)
{
    for (uint32_t i = 0; step->count > 1 && i < step->count; i++) {
        tl_key key;
        uint32_t at = step->first + i;
        if (tl_compared_word(c, step->first + 1)->gap == TL_GAP_SPACE &&
            tl_list_has(TL_LIST_FUNCTIONS,
                        tl_key_of(tl_scan_text(&c->scanner->scan, at, 1), &key))) {
            return true;
        }
    }
    return false;
}

/* Compares a step of the path with word `at` of the pattern, or with that and the next in one: then
 * they are one word in the text too, or the words would match by themselves. */
static bool
compare_word(tl_path_comparison *c, const tl_path_step *step, uint32_t at, bool joined)
{
    tl_str text =
        step->count > 1 ? join_text(c, step) : tl_scan_text(&c->scanner->scan, step->first, 1);
    if (text.len > LONGEST_WORD_BYTES || (joined && step->count > 1) ||
        has_function_word(c, step)) {
        return false;
    }
    c->gaps |= joined ? TL_HIT_SEPARATOR : 0;
    c->run_together = c->run_together || joined;
    unsigned differences = joined                ? compare_texts(text, joined_text(c, at))
                           : step == c->mistyped ? compare_mistyped(c, step, at, text)
                                                 : compare_forms(c, step, at, text);
    *(at == 0 ? &c->first_word : &c->other_words) |= differences;
    uint32_t last = at + (joined ? 1 : 0);
    return !(differences & TL_DIFFER_KEY) && compare_possessive(c, step, last);
}

static bool
is_plain_separator(uint8_t gap)
{
    return gap == TL_GAP_SPACE || gap == TL_GAP_HYPHEN || gap == TL_GAP_NONE;
}

/* Quotation marks on one side only. */
static bool
are_quotes_added(const tl_path_comparison *c, uint32_t word, uint8_t found, uint8_t expected)
{
    return (expected == TL_GAP_QUOTE && (found == TL_GAP_SPACE || found == TL_GAP_HYPHEN)) ||
           (found == TL_GAP_QUOTE && expected == TL_GAP_SPACE &&
            tl_marks_are_quotes(&c->scanner->scan, word));
}

/* What the pattern has between its words at - 1 and `at`. */
static tl_str
gap_text(const tl_path_comparison *c, uint32_t at)
{
    const tl_pattern *pattern = c->pattern;
    return tl_str_slice(pattern->text, pattern->words[at - 1].range.end,
                        pattern->words[at].range.begin);
}

/* Compares what stands before text word `word` with what the pattern has before its word `at`. */
static bool
compare_gap(tl_path_comparison *c, uint32_t word, uint32_t at)
{
    uint8_t found = tl_compared_word(c, word)->gap, expected = c->pattern->words[at].gap;
    if (found == expected) {
        bool has_marks = found == TL_GAP_QUOTE || found == TL_GAP_HYPHEN;
        c->gaps |= has_marks ? tl_marks_compare(&c->scanner->scan, word, gap_text(c, at)) : 0;
        return true;
    }
    if (is_plain_separator(found) && is_plain_separator(expected)) {
        c->gaps |= TL_HIT_SEPARATOR;
        return true;
    }
    bool is_dot = (found == TL_GAP_DOT && expected == TL_GAP_SPACE) ||
                  (found == TL_GAP_SPACE && expected == TL_GAP_DOT);
    bool is_stop = tl_compared_word(c, word)->flags & TL_WORD_SENTENCE_START;
    if (is_dot && !is_stop && tl_compared_word(c, word - 1)->length <= LONGEST_ABBREVIATION) {
        c->gaps |= TL_HIT_PUNCTUATION;
        return true;
    }
    if (are_quotes_added(c, word, found, expected)) {
        c->gaps |= TL_HIT_QUOTES;
        return true;
    }
    return false;
}

/* "back up the files" is a verb, not the noun "backup". */
static bool
is_phrasal_verb(const tl_path_comparison *c, const tl_path_step *step)
{
    static const tl_str particles[] = {
        TL_STR_INIT("up"),   TL_STR_INIT("in"),   TL_STR_INIT("on"),      TL_STR_INIT("out"),
        TL_STR_INIT("off"),  TL_STR_INIT("down"), TL_STR_INIT("over"),    TL_STR_INIT("away"),
        TL_STR_INIT("back"), TL_STR_INIT("by"),   TL_STR_INIT("through"),
    };
    if (step->count != 2 || tl_compared_word(c, step->first + 1)->gap != TL_GAP_SPACE) {
        return false;
    }
    tl_str second = tl_scan_text(&c->scanner->scan, step->first + 1, 1);
    for (size_t i = 0; i < sizeof particles / sizeof particles[0]; i++) {
        if (tl_str_equal(second, particles[i])) {
            return true;
        }
    }
    return false;
}

bool
tl_path_compare(tl_path_comparison *c, int joined)
{
    uint32_t at = 0;
    for (const tl_path_step *step = c->path; at < c->pattern->count; step++) {
        bool both = joined >= 0 && at == (uint32_t)joined;
        if (at > 0 && !compare_gap(c, step->first, at)) {
            return false;
        }
        if (is_phrasal_verb(c, step) || !compare_word(c, step, at, both)) {
            return false;
        }
        at += both ? 2 : 1;
    }
    return true;
}
