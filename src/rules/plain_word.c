/* SPDX-License-Identifier: MPL-2.0 */
/* Looks at the words around a place only; what the rest of the document says is habit.c's. */
#include "rules/plain_word.h"

#include "rules/literal.h"
#include "text/capitals.h"
#include "text/key.h"
#include "text/reference.h"

bool
tl_is_plain_word(const tl_pass *pass, const tl_concept_place *place, tl_str language)
{
    tl_key key;
    return place->concept->type == TL_TYPE_TERM && place->count == 1 &&
           !tl_capitals_only(place->form) &&
           tl_pass_ask(pass, language, tl_key_of(place->form, &key), false) != TL_KNOWN_NO;
}

static bool
is_word(const tl_scan *scan, uint32_t at, tl_reference kind)
{
    tl_key key;
    return at < scan->words.count &&
           tl_is_reference(scan->language, kind, tl_key_of(tl_scan_text(scan, at, 1), &key));
}

static bool
is_to(const tl_scan *scan, uint32_t at)
{
    return tl_str_equal_ascii_nocase(tl_scan_text(scan, at, 1), TL_STR("to")) ||
           tl_str_equal_ascii_nocase(tl_scan_text(scan, at, 1), TL_STR("and"));
}

/* "cannot check", "to check the file", "Check all files". */
static bool
is_used_as_verb(const tl_scan *scan, uint32_t at)
{
    const tl_word *word = &scan->words.items[at];
    bool is_joined = at > 0 && word->gap == TL_GAP_SPACE;
    if (is_joined && is_word(scan, at - 1, TL_REFERENCE_AUXILIARY)) {
        return true;
    }
    bool begins = !is_joined || (word->flags & TL_WORD_SENTENCE_START) || is_to(scan, at - 1);
    return begins && at + 1 < scan->words.count && scan->words.items[at + 1].gap == TL_GAP_SPACE &&
           is_word(scan, at + 1, TL_REFERENCE_OBJECT);
}

/* The termbase gives a verb for it, or what cannot be told from one. */
static bool
is_verb(const tl_concept *concept, tl_str language)
{
    const tl_entry *entry = tl_concept_entry(concept, language);
    for (size_t i = 0; entry && i < entry->term_count; i++) {
        tl_key key;
        if (tl_is_reference(language, TL_REFERENCE_VERB, tl_key_of(entry->terms[i]->text, &key))) {
            return true;
        }
    }
    return false;
}

static bool
is_hyphenated(const tl_scan *scan, uint32_t at)
{
    return (at > 0 && scan->words.items[at].gap == TL_GAP_HYPHEN) ||
           (at + 1 < scan->words.count && scan->words.items[at + 1].gap == TL_GAP_HYPHEN);
}

/* In capitals where the text has small letters, too, and the term is no acronym. */
static bool
is_placeholder(const tl_scan *scan, const tl_concept_place *place)
{
    tl_str text = scan->segment->text;
    bool shouts = tl_capitals_only(tl_str_at(text, place->range)) && !tl_capitals_only(text);
    return (shouts && !tl_capitals_only(place->form)) || tl_is_part_of_code(text, place->range);
}

/* Both sides begin a sentence with it, and the other one with a verb: "Type /help" → «Введите». */
static bool
begins_with_verb(uint32_t at, const tl_scan *other)
{
    return at == 0 && is_word(other, 0, TL_REFERENCE_VERB);
}

bool
tl_is_another_word(const tl_scan *scan, const tl_concept_place *place, const tl_scan *other)
{
    bool is_word_alone = place->concept->type == TL_TYPE_TERM && place->count == 1;
    if (!is_word_alone || is_hyphenated(scan, place->first) || is_placeholder(scan, place)) {
        return is_word_alone;
    }
    bool is_used = is_used_as_verb(scan, place->first) || begins_with_verb(place->first, other);
    return is_used && tl_has_references(other->language, TL_REFERENCE_VERB) &&
           !is_verb(place->concept, other->language);
}
