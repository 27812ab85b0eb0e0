/* SPDX-License-Identifier: MPL-2.0 */
/* Candidates: a path through the trie is compared with the pattern it may be (path_compare.c), and
 * what stands around it tells which differences count. The trie only promised equal hashes, so
 * nothing is believed before it is compared here. */
#include "morph/inflect.h"
#include "scan/letter_case.h"
#include "scan/lists.h"
#include "scan/marks.h"
#include "scan/own_name.h"
#include "scan/path_compare.h"
#include "text/compare.h"
#include "text/key.h"

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
is_attributive(const tl_path_comparison *c, const tl_hit *hit)
{
    const tl_scan *scan = &c->scanner->scan;
    uint32_t next = hit->first + hit->count;
    bool in_english = tl_str_starts_with(c->pattern->term->entry->language, TL_STR("en"));
    if (!in_english || hit->cells || hit->count != c->pattern->count || next >= scan->words.count ||
        tl_letter_case_has_capital(c->pattern->text)) {
        return false;
    }
    for (uint32_t i = 1; i < hit->count; i++) {
        if (tl_compared_word(c, hit->first + i)->gap != TL_GAP_HYPHEN) {
            return false;
        }
    }
    tl_key key;
    const tl_word *word = tl_compared_word(c, next);
    return word->gap == TL_GAP_SPACE && (word->flags & TL_WORD_HAS_LETTER) &&
           !tl_list_has(TL_LIST_FUNCTIONS, tl_key_of(tl_scan_text(scan, next, 1), &key));
}

/* Words run together are the form itself misspelled, but not "Nursultan" for a bad "Nur-Sultan",
 * nor what programs are made of: userName, USERNAME. */
static bool
may_be_run_together(const tl_path_comparison *c, const tl_hit *hit)
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
        (hit->first > 0 && (tl_compared_word(c, hit->first - 1)->flags & TL_WORD_ALL_CAPS)) ||
        (next < scan->words.count && (tl_compared_word(c, next)->flags & TL_WORD_ALL_CAPS));
    return (tl_compared_word(c, hit->first)->flags & TL_WORD_ALL_CAPS) && among_capitals;
}

/* True if the hit is written with a full stop at its end, as "U.N." and "Inc." are. */
static bool
ends_with_stop(const tl_path_comparison *c, const tl_hit *hit)
{
    const tl_word *last = tl_compared_word(c, hit->first + hit->count - 1);
    bool dotted = hit->count > 1 && last->gap == TL_GAP_DOT && last->length == 1 &&
                  (last->flags & TL_WORD_CAPITALISED);
    tl_str text = c->scanner->scan.segment->text;
    return (dotted || tl_str_ends_with(c->pattern->text, TL_STR("."))) &&
           hit->range.end < text.len && text.ptr[hit->range.end] == '.';
}

/* "the U.N. plan": that stop belongs to the hit if the sentence goes on for sure. */
static bool
has_stop_of_its_own(const tl_path_comparison *c, const tl_hit *hit)
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
cells_of(const tl_path_comparison *c)
{
    if (!c->inflected) {
        return 0;
    }
    return is_inanimate(c->pattern->term->concept->type) ? without_animate_accusative(c->cells)
                                                         : c->cells;
}

static void
fill_hit(const tl_path_comparison *c, const tl_pattern *pattern, int joined, tl_hit *hit)
{
    const tl_path_step *last = &c->path[pattern->count - (joined >= 0 ? 2u : 1u)];
    uint32_t first = c->path[0].first, end = last->first + last->count;
    *hit = (tl_hit){.pattern = pattern, .first = first, .count = end - first};
    hit->range = tl_scan_range(&c->scanner->scan, first, end - first);
    if (pattern->words[pattern->count - 1].tail) {
        hit->range.end += tl_compared_word(c, end - 1)->tail;
    }
    hit->range.end += has_stop_of_its_own(c, hit);
    hit->cells = cells_of(c);
}

/* The words are in one case and number, or as a numeral from two to four has them: the noun in the
 * genitive singular, its adjectives in the genitive plural. */
static bool
have_words_agreed(tl_path_comparison *c)
{
    if (!c->inflected || c->cells) {
        return true;
    }
    c->cells = TL_CELLS_COUNTED;
    return c->counted;
}

/* "Magomed Saidov" for Magomedsaidov, "Bek Nazarov" for Bek-Nazarov: a family name apart that may
 * be a given name and another family name. */
static bool
is_somebody_else(const tl_path_comparison *c, const tl_hit *hit)
{
    bool is_family = c->pattern->kind == TL_PATTERN_FAMILY && hit->count == 2;
    bool is_split = is_family && c->pattern->count == 1;
    return (is_split ||
            (is_family && (c->gaps & TL_HIT_SEPARATOR) &&
             tl_scanner_is_given(c->scanner, tl_scan_text(&c->scanner->scan, hit->first, 1)))) &&
           tl_scanner_are_two_names(c->scanner, hit->first);
}

/* Judges the hit as a whole, once its path has been compared; fills *hit. */
static bool
finish(tl_path_comparison *c, int joined, tl_hit *hit)
{
    const tl_scan *scan = &c->scanner->scan;
    fill_hit(c, c->pattern, joined, hit);
    if (!tl_marks_take_in(scan, hit) && (c->gaps & TL_HIT_QUOTES)) {
        return false;
    }
    if (is_somebody_else(c, hit)) {
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
    tl_path_comparison c = {
        .scanner = scanner, .pattern = pattern, .path = path, .cells = UINT16_MAX, .counted = true};
    return is_in_force(scanner, pattern->term) && tl_path_compare(&c, joined) &&
           have_words_agreed(&c) && finish(&c, joined, hit);
}

bool
tl_scanner_verify_mistyped(tl_scanner *scanner, const tl_pattern *pattern, const tl_path_step *path,
                           uint32_t mistyped, tl_near_hit *near)
{
    tl_path_comparison c = {.scanner = scanner,
                            .pattern = pattern,
                            .path = path,
                            .cells = UINT16_MAX,
                            .counted = true,
                            .mistyped = &path[mistyped]};
    if (!tl_term_is_good(pattern->term) || pattern->kind == TL_PATTERN_EXCEPT ||
        !is_in_force(scanner, pattern->term) || !tl_path_compare(&c, -1) ||
        !have_words_agreed(&c)) {
        return false;
    }
    near->lowered = (c.first_word | c.other_words) & TL_DIFFER_CASE_LOWERED;
    near->meant = c.meant;
    return finish(&c, -1, &near->hit);
}
