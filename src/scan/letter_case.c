/* SPDX-License-Identifier: MPL-2.0 */
/* Judges capitals by where they stand: all capitals, headings, the start of a sentence, names that
 * a term in small letters is part of, titles that are used of nobody in particular. Knows nothing
 * of what else differs. */
#include "scan/letter_case.h"

#include "base/utf8.h"
#include "morph/inflect.h"
#include "scan/lists.h"
#include "text/capitals.h"
#include "text/compare.h"
#include "text/key.h"

enum { SHORTEST_SPOKEN_ACRONYM = 4 };

static bool
is_plural(const tl_hit *hit)
{
    return hit->cells != 0 && (hit->cells & ~(unsigned)TL_CELLS_PLURAL) == 0;
}

static bool
is_in_list(const tl_scan *scan, uint32_t word, tl_list list)
{
    tl_key key;
    return tl_list_has(list, tl_key_of(tl_scan_text(scan, word, 1), &key));
}

/* "every council of ministers", «любой совет министров», "a former district council of ministers"
 */
static bool
is_one_of_many(const tl_scan *scan, uint32_t word)
{
    enum { FARTHEST = 3 };
    uint32_t first = word > FARTHEST ? word - FARTHEST : 0;
    while (word > first && scan->words.items[word].gap == TL_GAP_SPACE) {
        word--;
        if (is_in_list(scan, word, TL_LIST_DETERMINERS)) {
            return true;
        }
        if ((scan->words.items[word].flags & TL_WORD_CAPITALISED) ||
            is_in_list(scan, word, TL_LIST_FUNCTIONS)) {
            return false;
        }
    }
    return false;
}

/* Lower case where the form has capitals, but the words are used as ordinary ones. */
static bool
is_generic_use(const tl_scan *scan, const tl_hit *hit)
{
    tl_concept_type type = hit->pattern->term->concept->type;
    bool is_proper = type == TL_TYPE_PERSON || type == TL_TYPE_PLACE;
    return (hit->count == 1 && !is_proper) || is_plural(hit) || is_one_of_many(scan, hit->first);
}

bool
tl_letter_case_is_part_of_name(const tl_scan *scan, const tl_hit *hit)
{
    const tl_word *first = &scan->words.items[hit->first], *behind = first + hit->count;
    bool name_before = hit->first > 0 && first->gap == TL_GAP_SPACE &&
                       (first[-1].flags & (TL_WORD_CAPITALISED | TL_WORD_HAS_DIGIT)) &&
                       !(first[-1].flags & TL_WORD_SENTENCE_START);
    bool name_behind = hit->first + hit->count < scan->words.count && behind->gap == TL_GAP_SPACE &&
                       (behind->flags & TL_WORD_CAPITALISED);
    return name_before || name_behind;
}

bool
tl_letter_case_has_capital(tl_str text)
{
    for (size_t at = 0; at < text.len;) {
        uint32_t letter = tl_utf8_next(text, &at);
        if (tl_letter_lower(letter) != letter) {
            return true;
        }
    }
    return false;
}

/* A capital where the form begins small: at the start of a sentence, unless it is small on purpose
 * (`case: exact`, eBuild). */
static bool
may_be_raised(const tl_scan *scan, const tl_hit *hit)
{
    const tl_term *term = hit->pattern->term;
    tl_str first = tl_str_at(hit->pattern->text, hit->pattern->words[0].range);
    bool stays_small =
        term->case_rule == TL_CASE_EXACT && (term->case_given || tl_letter_case_has_capital(first));
    return !stays_small && tl_scan_begins_anew(scan, hit->first);
}

/* An acronym is known by its capitals; only one long enough to be spoken ("Nato") may have them
 * wrong, where an ordinary word would have no capital. */
static bool
may_be_acronym(const tl_scan *scan, const tl_hit *hit, unsigned differences)
{
    const tl_word *word = &scan->words.items[hit->first];
    return differences == TL_DIFFER_CASE_INSIDE && hit->count == 1 &&
           word->length >= SHORTEST_SPOKEN_ACRONYM && (word->flags & TL_WORD_CAPITALISED) &&
           !tl_scan_begins_anew(scan, hit->first) && tl_term_is_good(hit->pattern->term);
}

/* Whether words that differ from the form in letter case can be that form at all. */
static bool
may_be_form(const tl_scan *scan, const tl_hit *hit, unsigned differences)
{
    const tl_term *term = hit->pattern->term;
    if (differences == 0) {
        return true;
    }
    if (hit->pattern->kind == TL_PATTERN_FAMILY || term->entry->name) {
        return !(differences & TL_DIFFER_CASE_LOWERED);
    }
    if (term->acronym || tl_capitals_only(term->text)) {
        return may_be_acronym(scan, hit, differences);
    }
    if (!tl_term_is_good(term)) {
        return !(term->case_given && term->case_rule == TL_CASE_EXACT) &&
               (hit->count > 1 || !(differences & TL_DIFFER_CASE_LOWERED));
    }
    return true;
}

/* A single word in small letters may be a defined term, a heading of a list, a name: whether its
 * capital is wrong only the author knows, unless `case:` tells. */
static bool
may_have_capital(const tl_scan *scan, const tl_hit *hit)
{
    const tl_term *term = hit->pattern->term;
    return term->case_rule == TL_CASE_FIRST && ((hit->pattern->count == 1 && !term->case_given) ||
                                                tl_letter_case_is_part_of_name(scan, hit));
}

/* Takes away the letter-case differences that are no fault where the hit stands. */
static void
excuse(const tl_scan *scan, tl_hit *hit, unsigned *first, unsigned *others)
{
    bool is_raised = *first & TL_DIFFER_CASE_RAISED;
    unsigned excused = 0;
    if (hit->pattern->term->case_rule == TL_CASE_ANY || scan->segment->role == TL_ROLE_HEADING ||
        tl_scan_shouts(scan, hit)) {
        excused = TL_DIFFER_CASE;
    } else if (may_have_capital(scan, hit)) {
        excused = TL_DIFFER_CASE_RAISED;
    }
    if (hit->pattern->term->is_headword) {
        excused |= TL_DIFFER_CASE_RAISED | TL_DIFFER_CASE_LOWERED;
    }
    *first &= ~excused;
    *others &= ~excused;
    if (may_be_raised(scan, hit)) {
        *first &= ~(unsigned)TL_DIFFER_CASE_RAISED;
    }
    hit->is_raised = is_raised && !(*first & TL_DIFFER_CASE_RAISED);
    unsigned both = (*first | *others) & TL_DIFFER_CASE;
    if (both == TL_DIFFER_CASE_LOWERED && is_generic_use(scan, hit)) {
        *first &= ~(unsigned)TL_DIFFER_CASE;
        *others &= ~(unsigned)TL_DIFFER_CASE;
    }
}

bool
tl_letter_case_judge(const tl_scan *scan, tl_hit *hit, unsigned *first, unsigned *others)
{
    if (!may_be_form(scan, hit, (*first | *others) & TL_DIFFER_CASE)) {
        return false;
    }
    excuse(scan, hit, first, others);
    return true;
}
