/* SPDX-License-Identifier: MPL-2.0 */
/* Candidates: a path through the trie is compared with the pattern it may be, letter by letter and
 * gap by gap, and what differs is named. The trie only promised equal hashes, so nothing is
 * believed before it is compared here. */
#include "base/utf8.h"
#include "morph/inflect.h"
#include "scan/letter_case.h"
#include "scan/lists.h"
#include "scan/marks.h"
#include "scan/scanner.h"
#include "text/capitals.h"
#include "text/compare.h"
#include "text/key.h"

/* The genitive in both numbers. */
enum { COUNTED_CELLS = 1 << TL_CASE_GEN | 1 << (TL_CASE_COUNT + TL_CASE_GEN) };

enum { LONGEST_ABBREVIATION = 4, LONGEST_WORD_BYTES = 1024 };

/* One comparison, while it goes on. */
typedef struct comparison {
    tl_scanner *scanner;
    const tl_pattern *pattern;
    const tl_path_step *path;
    unsigned first_word, other_words; /* TL_DIFFER_… */
    unsigned gaps;                    /* TL_HIT_… */
    uint16_t cells;
    bool inflected;
    bool run_together; /* two words are one on one side */
    bool counted; /* every word may stand behind a numeral: «два товарных вагона» */
    const tl_path_step *mistyped; /* the step that is to be taken for a form of its word, or NULL */
    tl_str meant;                 /* that form */
} comparison;

static const tl_word *
text_word(const comparison *c, uint32_t at)
{
    return &c->scanner->scan.words.items[at];
}

/* The letters of text words [first, first + count) without what stands between them. */
static tl_str
join_text(comparison *c, const tl_path_step *step)
{
    tl_str text = tl_scan_text(&c->scanner->scan, step->first, 1);
    for (uint32_t i = 1; i < step->count; i++) {
        tl_str next = tl_scan_text(&c->scanner->scan, step->first + i, 1);
        uint8_t gap = text_word(c, step->first + i)->gap;
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
joined_text(comparison *c, uint32_t at)
{
    const tl_pattern_word *words = &c->pattern->words[at];
    return tl_arena_format(&c->scanner->scratch, "%.*s%.*s",
                           TL_STR_ARGS(tl_str_at(c->pattern->text, words[0].range)),
                           TL_STR_ARGS(tl_str_at(c->pattern->text, words[1].range)));
}

/* What word `at` of the pattern looks like in the form of a posting. */
static tl_str
inflected_text(comparison *c, uint32_t at, const tl_posting *posting)
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
is_bare_apostrophe(const comparison *c, const tl_word *word)
{
    tl_range tail = {word->range.end, word->range.end + word->tail};
    return is_one_letter(tl_str_at(c->scanner->scan.segment->text, tail));
}

/* The same of the pattern's word. */
static bool
wants_bare_apostrophe(const comparison *c, const tl_pattern_word *word)
{
    tl_range tail = {word->range.end, word->range.end + word->tail};
    return is_one_letter(tl_str_at(c->pattern->text, tail));
}

/* The possessive of word `at` of the pattern belongs to the term, and only its apostrophe may be
 * wrong, or one too many; that of the text's last word does not. */
static bool
compare_possessive(comparison *c, const tl_path_step *step, uint32_t at)
{
    const tl_pattern_word *expected = &c->pattern->words[at];
    const tl_word *found = text_word(c, step->first + step->count - 1);
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
note_cells(comparison *c, const tl_posting *form, const tl_pattern_word *expected)
{
    bool inflected = form->surface && form->cells;
    c->counted = c->counted && (!expected->cells || (form->cells & COUNTED_CELLS));
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
compare_mistyped(comparison *c, const tl_path_step *step, uint32_t at, tl_str text)
{
    const tl_pattern_word *expected = &c->pattern->words[at];
    for (size_t i = 0; i < step->form_count; i++) {
        const tl_posting *form = &step->forms[i];
        if (form->kinds & expected->kinds) {
            note_cells(c, form, expected);
            c->meant = inflected_text(c, at, form);
            return compare_capitals(text_word(c, step->first), text, c->meant);
        }
    }
    return TL_DIFFER_KEY;
}

/* Takes the form that differs least from the text, of those that the pattern's word may have, and
 * notes its cells. Returns the differences: TL_DIFFER_KEY if there is no such form. */
static unsigned
compare_forms(comparison *c, const tl_path_step *step, uint32_t at, tl_str text)
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
has_function_word(const comparison *c, const tl_path_step *step)
{
    for (uint32_t i = 0; step->count > 1 && i < step->count; i++) {
        tl_key key;
        uint32_t at = step->first + i;
        if (text_word(c, step->first + 1)->gap == TL_GAP_SPACE &&
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
compare_word(comparison *c, const tl_path_step *step, uint32_t at, bool joined)
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
are_quotes_added(const comparison *c, uint32_t word, uint8_t found, uint8_t expected)
{
    return (expected == TL_GAP_QUOTE && (found == TL_GAP_SPACE || found == TL_GAP_HYPHEN)) ||
           (found == TL_GAP_QUOTE && expected == TL_GAP_SPACE &&
            tl_marks_are_quotes(&c->scanner->scan, word));
}

/* What the pattern has between its words at - 1 and `at`. */
static tl_str
gap_text(const comparison *c, uint32_t at)
{
    const tl_pattern *pattern = c->pattern;
    return tl_str_slice(pattern->text, pattern->words[at - 1].range.end,
                        pattern->words[at].range.begin);
}

/* Compares what stands before text word `word` with what the pattern has before its word `at`. */
static bool
compare_gap(comparison *c, uint32_t word, uint32_t at)
{
    uint8_t found = text_word(c, word)->gap, expected = c->pattern->words[at].gap;
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
    bool is_stop = text_word(c, word)->flags & TL_WORD_SENTENCE_START;
    if (is_dot && !is_stop && text_word(c, word - 1)->length <= LONGEST_ABBREVIATION) {
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
is_phrasal_verb(const comparison *c, const tl_path_step *step)
{
    static const tl_str particles[] = {
        TL_STR_INIT("up"),   TL_STR_INIT("in"),   TL_STR_INIT("on"),      TL_STR_INIT("out"),
        TL_STR_INIT("off"),  TL_STR_INIT("down"), TL_STR_INIT("over"),    TL_STR_INIT("away"),
        TL_STR_INIT("back"), TL_STR_INIT("by"),   TL_STR_INIT("through"),
    };
    if (step->count != 2 || text_word(c, step->first + 1)->gap != TL_GAP_SPACE) {
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

static bool
compare_path(comparison *c, int joined)
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

static bool
is_in_force(const tl_scanner *scanner, const tl_term *term)
{
    tl_date date = scanner->date;
    return date == 0 ||
           ((term->from == 0 || date >= term->from) && (term->until == 0 || date <= term->until));
}

/* A form of another language in the same script is no form of this text. */
static bool
is_of_the_language(const tl_scan *scan, const tl_term *term)
{
    tl_str language = term->entry->language;
    tl_str primary = tl_language_primary(language);
    return tl_str_equal(primary, scan->language) || tl_script_of_language(language) != scan->script;
}

bool
tl_scanner_admits(const tl_scanner *scanner, const tl_term *term)
{
    return is_of_the_language(&scanner->scan, term) && is_in_force(scanner, term);
}

/* "a command-line option": before a noun the words of a term in small letters are joined. */
static bool
is_attributive(const comparison *c, const tl_hit *hit)
{
    const tl_scan *scan = &c->scanner->scan;
    uint32_t next = hit->first + hit->count;
    bool in_english = tl_str_starts_with(c->pattern->term->entry->language, TL_STR("en"));
    if (!in_english || hit->cells || hit->count != c->pattern->count || next >= scan->words.count ||
        tl_letter_case_has_capital(c->pattern->text)) {
        return false;
    }
    for (uint32_t i = 1; i < hit->count; i++) {
        if (text_word(c, hit->first + i)->gap != TL_GAP_HYPHEN) {
            return false;
        }
    }
    tl_key key;
    const tl_word *word = text_word(c, next);
    return word->gap == TL_GAP_SPACE && (word->flags & TL_WORD_HAS_LETTER) &&
           !tl_list_has(TL_LIST_FUNCTIONS, tl_key_of(tl_scan_text(scan, next, 1), &key));
}

/* Words run together are the form itself misspelled, but not "Nursultan" for a bad "Nur-Sultan",
 * nor what programs are made of: userName, USERNAME. */
static bool
may_be_run_together(const comparison *c, const tl_hit *hit)
{
    const tl_term *term = hit->pattern->term;
    const tl_scan *scan = &c->scanner->scan;
    uint32_t next = hit->first + hit->count;
    if (!tl_term_is_good(term)) {
        return false;
    }
    unsigned letter_case = (c->first_word | c->other_words) & TL_DIFFER_CASE;
    if (tl_letter_case_has_capital(term->text) || !(letter_case & TL_DIFFER_CASE_INSIDE)) {
        return !term->acronym || letter_case == 0;
    }
    bool among_capitals =
        (hit->first > 0 && (text_word(c, hit->first - 1)->flags & TL_WORD_ALL_CAPS)) ||
        (next < scan->words.count && (text_word(c, next)->flags & TL_WORD_ALL_CAPS));
    return (text_word(c, hit->first)->flags & TL_WORD_ALL_CAPS) && among_capitals;
}

/* True if the hit is written with a full stop at its end, as "U.N." and "Inc." are. */
static bool
ends_with_stop(const comparison *c, const tl_hit *hit)
{
    const tl_word *last = text_word(c, hit->first + hit->count - 1);
    bool dotted = hit->count > 1 && last->gap == TL_GAP_DOT && last->length == 1 &&
                  (last->flags & TL_WORD_CAPITALISED);
    tl_str text = c->scanner->scan.segment->text;
    return (dotted || tl_str_ends_with(c->pattern->text, TL_STR("."))) &&
           hit->range.end < text.len && text.ptr[hit->range.end] == '.';
}

/* "the U.N. plan": that stop belongs to the hit if the sentence goes on for sure. */
static bool
has_stop_of_its_own(const comparison *c, const tl_hit *hit)
{
    const tl_words *words = &c->scanner->scan.words;
    uint32_t next = hit->first + hit->count;
    tl_str text = c->scanner->scan.segment->text;
    if (!ends_with_stop(c, hit)) {
        return false;
    }
    tl_str behind = tl_str_slice(text, hit->range.end + 1, hit->range.end + 2);
    bool goes_on = behind.len && tl_str_find_byte(TL_STR(",;:)"), behind.ptr[0], 0) < 4;
    return goes_on ||
           (next < words->count && words->items[next].gap == TL_GAP_DOT &&
            !(words->items[next].flags & (TL_WORD_SENTENCE_START | TL_WORD_CAPITALISED)));
}

static bool
is_inanimate(tl_concept_type type)
{
    return type == TL_TYPE_ORGANISATION || type == TL_TYPE_PLACE || type == TL_TYPE_EVENT ||
           type == TL_TYPE_DOCUMENT;
}

/* Of what does not live the accusative is the nominative or a form of its own, never the
 * genitive. */
static uint16_t
without_animate_accusative(uint16_t cells)
{
    for (unsigned number = 0; number < TL_CELL_COUNT; number += TL_CASE_COUNT) {
        bool nominative = cells >> (number + TL_CASE_NOM) & 1;
        bool genitive = cells >> (number + TL_CASE_GEN) & 1;
        if (genitive && !nominative) {
            cells &= (uint16_t) ~(1u << (number + TL_CASE_ACC));
        }
    }
    return cells;
}

static uint16_t
cells_of(const comparison *c)
{
    if (!c->inflected) {
        return 0;
    }
    return is_inanimate(c->pattern->term->concept->type) ? without_animate_accusative(c->cells)
                                                         : c->cells;
}

static void
fill_hit(const comparison *c, const tl_pattern *pattern, int joined, tl_hit *hit)
{
    const tl_path_step *last = &c->path[pattern->count - (joined >= 0 ? 2u : 1u)];
    uint32_t first = c->path[0].first, end = last->first + last->count;
    *hit = (tl_hit){.pattern = pattern, .first = first, .count = end - first};
    hit->range = tl_scan_range(&c->scanner->scan, first, end - first);
    if (pattern->words[pattern->count - 1].tail) {
        hit->range.end += text_word(c, end - 1)->tail;
    }
    hit->range.end += has_stop_of_its_own(c, hit);
    hit->cells = cells_of(c);
}

/* The words are in one case and number, or as a numeral from two to four has them: the noun in the
 * genitive singular, its adjectives in the genitive plural. */
static bool
have_words_agreed(comparison *c)
{
    if (!c->inflected || c->cells) {
        return true;
    }
    c->cells = COUNTED_CELLS;
    return c->counted;
}

/* Judges the hit as a whole, once its path has been compared; fills *hit. */
static bool
finish(comparison *c, int joined, tl_hit *hit)
{
    const tl_scan *scan = &c->scanner->scan;
    fill_hit(c, c->pattern, joined, hit);
    if (!tl_marks_take_in(scan, hit) && (c->gaps & TL_HIT_QUOTES)) {
        return false;
    }
    if (c->run_together && !may_be_run_together(c, hit)) {
        return false;
    }
    if (c->pattern->kind != TL_PATTERN_EXCEPT &&
        !tl_letter_case_judge(scan, hit, &c->first_word, &c->other_words)) {
        return false;
    }
    if (c->gaps == TL_HIT_SEPARATOR && is_attributive(c, hit)) {
        c->gaps = 0;
    }
    if (c->pattern->term->acronym && c->inflected) { /* СОПы, СОП-ы, СОП’ы */
        c->gaps &= ~(unsigned)TL_HIT_SEPARATOR;
        c->first_word &= ~(unsigned)TL_DIFFER_APOSTROPHE;
    }
    if (!tl_term_is_good(c->pattern->term)) { /* a bad form is bad in any capitals */
        c->first_word &= ~(unsigned)TL_DIFFER_CASE;
        c->other_words &= ~(unsigned)TL_DIFFER_CASE;
    }
    hit->differences = c->first_word | c->other_words | c->gaps;
    return true;
}

bool
tl_scanner_verify(tl_scanner *scanner, const tl_pattern *pattern, int joined,
                  const tl_path_step *path, tl_hit *hit)
{
    comparison c = {
        .scanner = scanner, .pattern = pattern, .path = path, .cells = UINT16_MAX, .counted = true};
    return is_in_force(scanner, pattern->term) && compare_path(&c, joined) &&
           have_words_agreed(&c) && finish(&c, joined, hit);
}

bool
tl_scanner_verify_mistyped(tl_scanner *scanner, const tl_pattern *pattern, const tl_path_step *path,
                           uint32_t mistyped, tl_near_hit *near)
{
    comparison c = {.scanner = scanner,
                    .pattern = pattern,
                    .path = path,
                    .cells = UINT16_MAX,
                    .counted = true,
                    .mistyped = &path[mistyped]};
    if (!tl_term_is_good(pattern->term) || pattern->kind == TL_PATTERN_EXCEPT ||
        !is_in_force(scanner, pattern->term) || !compare_path(&c, -1) || !have_words_agreed(&c)) {
        return false;
    }
    near->lowered = (c.first_word | c.other_words) & TL_DIFFER_CASE_LOWERED;
    near->meant = c.meant;
    return finish(&c, -1, &near->hit);
}
