/* SPDX-License-Identifier: MPL-2.0 */
/* Reads from the capitals of a hit, and from where it stands, which of them are its sentence's,
 * which its heading's and which its own. */
#include "rules/place_capitals.h"

#include "rules/at_word.h"
#include "scan/letter_case.h"
#include "text/capitals.h"

/* "Ward Sister" for "ward sister": every word has a capital, but those that title case leaves
 * small. One word alone tells it by the word behind it, or by having a capital amid a sentence. */
static bool
is_title_case(const tl_pass *pass, const tl_hit *hit)
{
    uint32_t next = hit->first + hit->count;
    bool in_heading = pass->scan->segment->role == TL_ROLE_HEADING, shown = false;
    for (uint32_t i = hit->first; i < next; i++) {
        uint16_t flags = tl_word_at(pass, i)->flags;
        shown = shown ||
                (i > hit->first && (flags & TL_WORD_CAPITALISED) && !(flags & TL_WORD_ALL_CAPS));
        if (!(tl_word_at(pass, i)->flags & (TL_WORD_CAPITALISED | TL_WORD_HAS_DIGIT)) &&
            !tl_capitals_stay_small(tl_pass_word(pass, i))) {
            return false;
        }
    }
    if (hit->count > 1) {
        return shown; /* an acronym has its capitals anywhere */
    }
    bool next_has_capital =
        next < pass->scan->words.count && tl_word_at(pass, next)->flags & TL_WORD_CAPITALISED;
    return pass->scan->script == TL_SCRIPT_LATIN &&
           (!tl_scan_begins_anew(pass->scan, hit->first) || (in_heading && next_has_capital));
}

/* True if a good form of several words would be told of for the capitals that the hit has: they are
 * to go with the bad form. */
static bool
capitals_are_a_fault(const tl_pass *pass, const tl_hit *hit)
{
    return hit->count > 1 && hit->pattern->term->case_rule != TL_CASE_ANY &&
           pass->scan->segment->role != TL_ROLE_HEADING &&
           !tl_scan_begins_anew(pass->scan, hit->first) &&
           !tl_letter_case_is_part_of_name(pass->scan, hit);
}

tl_str
tl_place_capitals(tl_pass *pass, const tl_hit *hit, tl_str text, bool is_own)
{
    const tl_word *first = tl_word_at(pass, hit->first);
    tl_str found = tl_pass_text(pass, hit->range);
    if (tl_capitals_only(found) && !tl_capitals_only(hit->pattern->text)) {
        return tl_capitals_raise_all(pass->arena, text);
    }
    bool is_raised = !tl_capitals_begin(hit->pattern->text);
    bool raise = is_own ? hit->is_raised
                        : (first->flags & TL_WORD_CAPITALISED) &&
                              (is_raised || first->flags & TL_WORD_SENTENCE_START);
    if (!raise) {
        return text;
    }
    bool in_heading = pass->scan->segment->role == TL_ROLE_HEADING;
    bool in_title_case = is_raised && (!is_own || in_heading) && is_title_case(pass, hit);
    if (in_title_case && capitals_are_a_fault(pass, hit)) {
        return text;
    }
    return in_title_case ? tl_capitals_raise_words(pass->arena, text)
                         : tl_capitals_raise_first(pass->arena, text);
}

/* True if no word of the hit has a capital but where any word would. */
static bool
is_written_small(const tl_pass *pass, const tl_hit *hit)
{
    for (uint32_t i = 0; i < hit->count; i++) {
        bool begins = i == 0 && tl_scan_begins_anew(pass->scan, hit->first);
        if (tl_word_at(pass, hit->first + i)->flags & TL_WORD_CAPITALISED && !begins) {
            return false;
        }
    }
    return true;
}

/* A headword has its capital from the list: it goes small where what it replaces did. */
tl_str
tl_place_headword(tl_pass *pass, const tl_hit *hit, tl_str text)
{
    if (!is_written_small(pass, hit)) {
        return text;
    }
    text = tl_capitals_lower_words(pass->arena, text);
    return tl_word_at(pass, hit->first)->flags & TL_WORD_CAPITALISED
               ? tl_capitals_raise_first(pass->arena, text)
               : text;
}
