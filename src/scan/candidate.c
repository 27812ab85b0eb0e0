/* SPDX-License-Identifier: MPL-2.0 */
/* Candidates: a path through the trie is compared with the pattern it may be, letter by letter and
 * gap by gap, and what differs is named; then the hits are chosen among all candidates. The trie
 * only promised equal hashes, so nothing is believed before it is compared here. */
#include "base/array.h"
#include "base/utf8.h"
#include "morph/inflect.h"
#include "scan/marks.h"
#include "scan/scanner.h"
#include "text/compare.h"

#include <stdlib.h>

enum { LONGEST_ABBREVIATION = 4, SHORTEST_SPOKEN_ACRONYM = 4, LONGEST_WORD_BYTES = 1024 };

/* One comparison, while it goes on. */
typedef struct comparison {
    tl_scanner *scanner;
    const tl_pattern *pattern;
    const tl_path_step *path;
    unsigned first_word, other_words; /* TL_DIFFER_… */
    unsigned gaps;                    /* TL_HIT_… */
    uint16_t cells;
    bool inflected;
    bool run_together;            /* two words are one on one side */
    const tl_path_step *mistyped; /* the step that is to be taken for a form of its word, or NULL */
    tl_str meant;                 /* that form */
} comparison;

static const tl_word *
text_word(const comparison *c, uint32_t at)
{
    return &c->scanner->scan.words.items[at];
}

static bool
has_line_break(const comparison *c, uint32_t word)
{
    tl_range between = {text_word(c, word - 1)->range.end, text_word(c, word)->range.begin};
    tl_str gap = tl_str_at(c->scanner->scan.segment->text, between);
    return tl_str_find_byte(gap, '\n', 0) < gap.len;
}

/* The letters of text words [first, first + count) without what stands between them. */
static tl_str
join_text(comparison *c, const tl_path_step *step)
{
    tl_str text = tl_scan_text(&c->scanner->scan, step->first, 1);
    for (uint32_t i = 1; i < step->count; i++) {
        tl_str next = tl_scan_text(&c->scanner->scan, step->first + i, 1);
        uint8_t gap = text_word(c, step->first + i)->gap;
        bool hyphenated = gap == TL_GAP_HYPHEN && has_line_break(c, step->first + i);
        c->gaps |= gap == TL_GAP_DOT ? TL_HIT_PUNCTUATION : hyphenated ? 0 : TL_HIT_SEPARATOR;
        c->run_together = c->run_together || (gap != TL_GAP_DOT && !hyphenated);
        text =
            tl_arena_format(&c->scanner->scratch, "%.*s%.*s", TL_STR_ARGS(text), TL_STR_ARGS(next));
    }
    return text;
}

/* An inflected form, known in lower case, with the capitals of the base form. */
static tl_str
capitalise_like(tl_arena *arena, tl_str form, tl_str base)
{
    char *out = tl_arena_alloc(arena, form.len * 2 + TL_UTF8_MAX, 1);
    size_t at = 0, base_at = 0, length = 0;
    while (at < form.len) {
        uint32_t letter = tl_utf8_next(form, &at);
        uint32_t model = base_at < base.len ? tl_utf8_next(base, &base_at) : 0;
        bool raise = model && tl_letter_lower(model) != model && tl_letter_lower(letter) == letter;
        length += tl_utf8_encode(raise ? tl_letter_upper(letter) : letter, out + length);
    }
    return (tl_str){out, length};
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
    return surface.len ? capitalise_like(&c->scanner->scratch, surface, base) : base;
}

/* The possessive of a word inside the pattern belongs to the term; of the text's last word, not. */
static bool
compare_possessive(comparison *c, const tl_pattern_word *expected, const tl_word *found,
                   bool is_last)
{
    if (expected->tail && !found->tail) {
        c->other_words |= TL_DIFFER_APOSTROPHE;
    }
    return expected->tail || !found->tail || is_last;
}

static size_t
count_bits(unsigned set)
{
    size_t count = 0;
    for (; set; set &= set - 1) {
        count++;
    }
    return count;
}

static void
note_cells(comparison *c, const tl_posting *form, const tl_pattern_word *expected)
{
    bool inflected = form->surface && form->cells;
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
    for (size_t i = 0; i < step->forms.count; i++) {
        const tl_posting *form = &step->forms.postings[i];
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
    for (size_t i = 0; i < step->forms.count; i++) {
        const tl_posting *form = &step->forms.postings[i];
        if (!(form->kinds & expected->kinds)) {
            continue;
        }
        unsigned differences = tl_words_differ(text, inflected_text(c, at, form));
        if (!(differences & TL_DIFFER_KEY) &&
            (nearest == NULL || count_bits(differences) < count_bits(least))) {
            nearest = form;
            least = differences;
        }
    }
    if (nearest) {
        note_cells(c, nearest, expected);
    }
    return least;
}

/* Compares a step of the path with word `at` of the pattern, or with that and the next in one: then
 * they are one word in the text too, or the words would match by themselves. */
static bool
compare_word(comparison *c, const tl_path_step *step, uint32_t at, bool joined)
{
    tl_str text =
        step->count > 1 ? join_text(c, step) : tl_scan_text(&c->scanner->scan, step->first, 1);
    if (text.len > LONGEST_WORD_BYTES || (joined && step->count > 1)) {
        return false;
    }
    c->gaps |= joined ? TL_HIT_SEPARATOR : 0;
    c->run_together = c->run_together || joined;
    unsigned differences = joined                ? tl_words_differ(text, joined_text(c, at))
                           : step == c->mistyped ? compare_mistyped(c, step, at, text)
                                                 : compare_forms(c, step, at, text);
    *(at == 0 ? &c->first_word : &c->other_words) |= differences;
    uint32_t last = at + (joined ? 1 : 0);
    return !(differences & TL_DIFFER_KEY) &&
           compare_possessive(c, &c->pattern->words[last],
                              text_word(c, step->first + step->count - 1),
                              last + 1 == c->pattern->count);
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

/* Compares what stands before text word `word` with what the pattern has before its word `at`. */
static bool
compare_gap(comparison *c, uint32_t word, uint32_t at)
{
    uint8_t found = text_word(c, word)->gap, expected = c->pattern->words[at].gap;
    if (found == expected) {
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

static bool
compare_path(comparison *c, int joined)
{
    uint32_t at = 0;
    for (const tl_path_step *step = c->path; at < c->pattern->count; step++) {
        bool both = joined >= 0 && at == (uint32_t)joined;
        if (at > 0 && !compare_gap(c, step->first, at)) {
            return false;
        }
        if (!compare_word(c, step, at, both)) {
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
    tl_str primary = tl_str_slice(language, 0, tl_str_find_byte(language, '-', 0));
    return tl_str_equal(primary, scan->language) || tl_script_of_language(language) != scan->script;
}

static bool
is_all_caps(const tl_scan *scan, const tl_hit *hit)
{
    for (uint32_t i = 0; i < hit->count; i++) {
        const tl_word *word = &scan->words.items[hit->first + i];
        bool small = word->length < 2 || !(word->flags & TL_WORD_HAS_LETTER);
        if (!small && !(word->flags & TL_WORD_ALL_CAPS)) {
            return false;
        }
    }
    return true;
}

static bool
follows_indefinite_article(const tl_scan *scan, const tl_hit *hit)
{
    if (hit->first == 0 || scan->words.items[hit->first].gap != TL_GAP_SPACE) {
        return false;
    }
    tl_str before = tl_scan_text(scan, hit->first - 1, 1);
    return tl_str_equal_ascii_nocase(before, TL_STR("a")) ||
           tl_str_equal_ascii_nocase(before, TL_STR("an"));
}

static bool
is_plural(const tl_hit *hit)
{
    return hit->cells != 0 && (hit->cells & ~(unsigned)TL_CELLS_PLURAL) == 0;
}

/* Lower case where the form has capitals, but the words are used as ordinary ones. */
static bool
is_generic_use(const tl_scan *scan, const tl_hit *hit)
{
    tl_concept_type type = hit->pattern->term->concept->type;
    bool is_proper = type == TL_TYPE_PERSON || type == TL_TYPE_PLACE;
    return (hit->count == 1 && !is_proper) || is_plural(hit) ||
           follows_indefinite_article(scan, hit);
}

/* Takes away the letter-case differences that are no fault where the hit stands. */
static void
excuse_case(const tl_scan *scan, comparison *c, const tl_hit *hit)
{
    const tl_term *term = hit->pattern->term;
    const tl_word *first = &scan->words.items[hit->first];
    if (term->case_rule == TL_CASE_ANY || scan->segment->role == TL_ROLE_HEADING ||
        is_all_caps(scan, hit)) {
        c->first_word &= ~(unsigned)TL_DIFFER_CASE;
        c->other_words &= ~(unsigned)TL_DIFFER_CASE;
        return;
    }
    if ((first->flags & TL_WORD_SENTENCE_START) || term->case_rule == TL_CASE_FIRST) {
        c->first_word &= ~(unsigned)TL_DIFFER_CASE_RAISED;
    }
    unsigned both = (c->first_word | c->other_words) & TL_DIFFER_CASE;
    if (both == TL_DIFFER_CASE_LOWERED && is_generic_use(scan, hit)) {
        c->first_word &= ~(unsigned)TL_DIFFER_CASE;
        c->other_words &= ~(unsigned)TL_DIFFER_CASE;
    }
}

static bool
has_capitals_only(tl_str text)
{
    size_t at = 0, letters = 0;
    while (at < text.len) {
        uint32_t letter = tl_utf8_next(text, &at);
        if (tl_letter_upper(letter) != letter) {
            return false;
        }
        letters += tl_letter_lower(letter) != letter;
    }
    return letters > 1;
}

/* An acronym is known by its capitals; only one long enough to be spoken ("Nato") may have them
 * wrong. */
static bool
may_be_acronym(const comparison *c, const tl_hit *hit)
{
    const tl_word *word = text_word(c, hit->first);
    unsigned both = (c->first_word | c->other_words) & TL_DIFFER_CASE;
    return both == 0 ||
           (both == TL_DIFFER_CASE_INSIDE && hit->count == 1 &&
            word->length >= SHORTEST_SPOKEN_ACRONYM && (word->flags & TL_WORD_CAPITALISED) &&
            tl_term_is_good(hit->pattern->term));
}

/* Whether words that differ from the form in letter case can be that form at all. */
static bool
may_differ_in_case(const comparison *c, const tl_hit *hit)
{
    unsigned both = (c->first_word | c->other_words) & TL_DIFFER_CASE;
    const tl_term *term = hit->pattern->term;
    if (both == 0) {
        return true;
    }
    if (hit->pattern->kind == TL_PATTERN_FAMILY || term->entry->name) {
        return !(both & TL_DIFFER_CASE_LOWERED);
    }
    if (term->acronym || has_capitals_only(term->text)) {
        return may_be_acronym(c, hit);
    }
    if (!tl_term_is_good(term)) {
        return !(term->case_given && term->case_rule == TL_CASE_EXACT) &&
               (hit->count > 1 || !(both & TL_DIFFER_CASE_LOWERED));
    }
    return true;
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
    return ends_with_stop(c, hit) && next < words->count && words->items[next].gap == TL_GAP_DOT &&
           !(words->items[next].flags & (TL_WORD_SENTENCE_START | TL_WORD_CAPITALISED));
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

/* "databank" is a bad "data bank", but "Nursultan" is not "Nur-Sultan". */
static bool
may_be_run_together(const tl_term *term)
{
    size_t at = 0;
    uint32_t first = tl_utf8_next(term->text, &at);
    return tl_term_is_good(term) || tl_letter_lower(first) == first;
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

/* Checks and fills all but the path itself, which has been compared. */
static bool
finish(comparison *c, int joined, tl_hit *hit)
{
    const tl_term *term = c->pattern->term;
    const tl_scan *scan = &c->scanner->scan;
    fill_hit(c, c->pattern, joined, hit);
    if (!tl_marks_take_in(scan, hit) && (c->gaps & TL_HIT_QUOTES)) {
        return false;
    }
    excuse_case(scan, c, hit);
    if (c->run_together && !may_be_run_together(term)) {
        return false;
    }
    if (c->pattern->kind != TL_PATTERN_EXCEPT && !may_differ_in_case(c, hit)) {
        return false;
    }
    if (!tl_term_is_good(term)) { /* a bad form is bad in any capitals */
        c->first_word &= ~(unsigned)TL_DIFFER_CASE;
        c->other_words &= ~(unsigned)TL_DIFFER_CASE;
    }
    hit->differences = c->first_word | c->other_words | c->gaps;
    return true;
}

static bool
is_wanted(const tl_scanner *scanner, const tl_term *term)
{
    return is_of_the_language(&scanner->scan, term) && is_in_force(scanner, term);
}

bool
tl_scanner_verify(tl_scanner *scanner, const tl_pattern *pattern, int joined,
                  const tl_path_step *path, tl_hit *hit)
{
    comparison c = {.scanner = scanner, .pattern = pattern, .path = path, .cells = UINT16_MAX};
    return is_wanted(scanner, pattern->term) && compare_path(&c, joined) &&
           !(c.inflected && c.cells == 0) && finish(&c, joined, hit);
}

bool
tl_scanner_verify_mistyped(tl_scanner *scanner, const tl_pattern *pattern, const tl_path_step *path,
                           uint32_t mistyped, tl_near_hit *near)
{
    comparison c = {.scanner = scanner,
                    .pattern = pattern,
                    .path = path,
                    .cells = UINT16_MAX,
                    .mistyped = &path[mistyped]};
    if (!tl_term_is_good(pattern->term) || pattern->kind == TL_PATTERN_EXCEPT ||
        !is_wanted(scanner, pattern->term) || !compare_path(&c, -1) ||
        (c.inflected && c.cells == 0)) {
        return false;
    }
    unsigned capitals = c.first_word | c.other_words;
    near->lowered = capitals & TL_DIFFER_CASE_LOWERED;
    near->meant = c.meant;
    return finish(&c, -1, &near->hit);
}

static int
compare_numbers(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

/* Which of two hits on one span is meant: a form as it should be written, then a good one, then a
 * whole term, then the first of the termbase; of several readings of one form the one that differs
 * least. */
static int
compare_rank(const tl_hit *a, const tl_hit *b)
{
    const tl_pattern *p = a->pattern, *q = b->pattern;
    int order = compare_numbers(a->differences != 0, b->differences != 0);
    order = order ? order : compare_numbers(!tl_term_is_good(p->term), !tl_term_is_good(q->term));
    order = order ? order : compare_numbers(p->kind, q->kind);
    order = order ? order : (p > q) - (p < q);
    order = order ? order : compare_numbers(count_bits(a->differences), count_bits(b->differences));
    order = order ? order : compare_numbers(a->differences, b->differences);
    return order ? order : compare_numbers(a->cells, b->cells);
}

static int
compare_candidates(const void *left, const void *right)
{
    const tl_hit *a = left, *b = right;
    if (a->range.begin != b->range.begin) {
        return a->range.begin < b->range.begin ? -1 : 1;
    }
    if (a->range.end != b->range.end) {
        return a->range.end > b->range.end ? -1 : 1;
    }
    return compare_rank(a, b);
}

static bool
excuses(const tl_hit *context, const tl_hit *hit)
{
    return context->pattern->kind == TL_PATTERN_EXCEPT &&
           context->pattern->term == hit->pattern->term &&
           context->range.begin <= hit->range.begin && context->range.end >= hit->range.end;
}

/* True if candidate `at` stands in one of its term's `except` contexts. Candidates are in order,
 * and a context has a bounded number of words, so only the neighbours are looked at. */
static bool
is_excepted(const tl_scanner *scanner, size_t at)
{
    const tl_hit *hit = &scanner->candidates[at];
    for (size_t i = at; i-- > 0;) {
        const tl_hit *before = &scanner->candidates[i];
        if (before->first + 2 * TL_PATTERN_MAX_WORDS < hit->first) {
            break;
        }
        if (excuses(before, hit)) {
            return true;
        }
    }
    for (size_t i = at + 1; i < scanner->candidate_count; i++) {
        if (scanner->candidates[i].range.begin > hit->range.begin) {
            break;
        }
        if (excuses(&scanner->candidates[i], hit)) {
            return true;
        }
    }
    return false;
}

void
tl_scanner_resolve(tl_scanner *scanner)
{
    tl_scan *scan = &scanner->scan;
    if (scanner->candidate_count > 1) {
        qsort(scanner->candidates, scanner->candidate_count, sizeof *scanner->candidates,
              compare_candidates);
    }
    uint32_t covered = 0;
    for (size_t i = 0; i < scanner->candidate_count; i++) {
        const tl_hit *hit = &scanner->candidates[i];
        if (hit->range.begin < covered || hit->pattern->kind == TL_PATTERN_EXCEPT ||
            is_excepted(scanner, i)) {
            continue;
        }
        scan->hits = tl_array_reserve(scan->hits, &scan->hit_capacity, scan->hit_count + 1,
                                      sizeof *scan->hits);
        scan->hits[scan->hit_count++] = *hit;
        covered = hit->range.end;
    }
}
