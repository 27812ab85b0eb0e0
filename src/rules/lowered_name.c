/* SPDX-License-Identifier: MPL-2.0 */
/* Whether a name that a text has in small letters is meant at all. Words that the language has
 * anyway may have met: a wolf spit is any, where Wolf Spit is one. Goes by the capitals, the type
 * of the concept and the dictionary, which comes last. */
#include "rules/lowered_name.h"

#include "scan/lists.h"
#include "text/capitals.h"
#include "text/key.h"

enum { SURE_WORDS = 2 /* more of them do not meet by chance */ };

/* Whether a word of the form is there in small letters though it has a capital, being the
 * language's own word in them. */
static tl_lowered
lowered_at(const tl_pass *pass, const tl_hit *hit, uint32_t at)
{
    const tl_word *word = &pass->scan->words.items[hit->first + at];
    tl_str text = tl_pass_word(pass, hit->first + at);
    if (word->flags & TL_WORD_HAS_UPPER) {
        return TL_LOWERED_NOT;
    }
    tl_str language = hit->pattern->term->entry->language;
    return tl_pass_ask(pass, language, text, true) == TL_KNOWN_YES ? TL_LOWERED_WORDS
                                                                   : TL_LOWERED_NAME;
}

/* A capital that any word would have there. */
static bool
tells_nothing(const tl_scan *scan, uint32_t at)
{
    return (scan->words.items[at].flags & TL_WORD_CAPITALISED) && tl_scan_begins_anew(scan, at);
}

/* Titles are written in small letters as often as not, and a term may have the capitals of the list
 * that it was taken from: what other types have is a name. */
static bool
is_name_of_thing(const tl_term *term)
{
    tl_concept_type type = term->concept->type;
    bool is_loose = term->case_given && term->case_rule == TL_CASE_ANY;
    return !is_loose && type != TL_TYPE_TERM && type != TL_TYPE_TITLE && !term->acronym;
}

tl_lowered
tl_lowered_of(const tl_pass *pass, const tl_hit *hit)
{
    const tl_pattern *pattern = hit->pattern;
    if (!is_name_of_thing(pattern->term) || hit->count != pattern->count) {
        return TL_LOWERED_NOT;
    }
    tl_lowered found = TL_LOWERED_NOT;
    uint32_t telling = 0;
    for (uint32_t at = 0; at < pattern->count; at++) {
        tl_str word = tl_str_at(pattern->text, pattern->words[at].range);
        tl_key key;
        telling += !tl_list_has(TL_LIST_FUNCTIONS, tl_key_of(word, &key));
        if (!tl_capitals_begin(word) || tells_nothing(pass->scan, hit->first + at)) {
            continue;
        }
        tl_lowered next = lowered_at(pass, hit, at);
        if (next != TL_LOWERED_WORDS) {
            return next;
        }
        found = next;
    }
    bool is_place = pattern->term->concept->type == TL_TYPE_PLACE;
    return found == TL_LOWERED_NOT || is_place ? found
           : telling > SURE_WORDS              ? TL_LOWERED_NAME
                                               : TL_LOWERED_DOUBTFUL;
}
