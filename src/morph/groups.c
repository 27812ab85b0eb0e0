/* SPDX-License-Identifier: MPL-2.0 */
/* The groups of a Russian term: adjectives, nouns, and what stands between them. Knows how words
 * are told apart and what agreement is; makes no form of any. Invariant: a word is looked up once,
 * when the term is read. */
#include "morph/groups.h"

#include "base/alloc.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "morph/letters.h"
#include "morph/memo.h"

enum { LONGEST_ACRONYM = 5 }; /* letters; a longer word in capitals is an ordinary one */

bool
tl_row_is_adjectival(const tl_lexicon_row *row)
{
    for (size_t i = 0; i < row->count; i++) {
        if (tl_paradigms[tl_lexicon_reading(row, i)->paradigm].adjective) {
            return true;
        }
    }
    return false;
}

/* A term in capitals: all its words are, and one is too long to be an acronym. */
static bool
is_in_capitals(const tl_phrase *phrase)
{
    bool has_long = false;
    for (size_t i = 0; i < phrase->count; i++) {
        size_t letters = tl_utf8_length(phrase->words[i]);
        if (tl_capitals_of(phrase->words[i]) == TL_CAPITALS_ALL) {
            has_long |= letters > LONGEST_ACRONYM;
        } else if (letters > 1 && tl_letters_russian(phrase->words[i])) {
            return false;
        }
    }
    return has_long;
}

/* The row of a noun, or of the known noun behind a prefix (спецпредставитель). Readings count from
 * the end of the word, so they fit the compound too. */
static const tl_lexicon_row *
find_noun(tl_str folded)
{
    const tl_lexicon_row *row = tl_lexicon_find(&tl_nouns, folded);
    if (row && tl_lexicon_row_is_word(row)) {
        return row;
    }
    for (size_t i = 0; i < tl_prefixes.count; i++) {
        tl_str prefix = tl_prefixes.words[i];
        if (!tl_str_starts_with(folded, prefix)) {
            continue;
        }
        const tl_lexicon_row *rest =
            tl_lexicon_find(&tl_nouns, tl_str_slice(folded, prefix.len, folded.len));
        if (rest && tl_lexicon_row_is_word(rest)) {
            return rest;
        }
    }
    return row;
}

static tl_russian_word
look_up(tl_str text, bool in_capitals)
{
    tl_folded bytes;
    tl_str folded = tl_letters_fold(text, &bytes);
    tl_russian_word word = {
        .noun = find_noun(folded),
        .adjective = tl_lexicon_find(&tl_adjectives, folded),
        .acronym = !in_capitals && tl_capitals_of(text) == TL_CAPITALS_ALL,
    };
    bool is_noun =
        word.noun && tl_lexicon_row_is_word(word.noun) && !tl_row_is_adjectival(word.noun);
    if (is_noun || (word.adjective && word.adjective->count == 0)) {
        word.adjective = NULL;
    }
    return word;
}

/* What a word was found to be, in the one place that it has in a memo. */
struct tl_known_word {
    tl_str text;
    bool in_capitals;
    tl_russian_word word;
};

static tl_russian_word
look_up_once(tl_inflect_memo *memo, tl_str text, bool in_capitals)
{
    if (memo->words == NULL) {
        memo->words = tl_alloc_zero(TL_INFLECT_MEMO_PLACES, sizeof *memo->words);
    }
    struct tl_known_word *known = &memo->words[tl_hash_bytes(text) & (TL_INFLECT_MEMO_PLACES - 1)];
    if (known->text.ptr == NULL || !tl_str_equal(known->text, text) ||
        known->in_capitals != in_capitals) {
        *known = (struct tl_known_word){.text = tl_arena_copy(&memo->arena, text),
                                        .in_capitals = in_capitals,
                                        .word = look_up(text, in_capitals)};
        memo->kept += text.len;
    }
    return known->word;
}

tl_russian_term
tl_russian_term_read(const tl_phrase *phrase, tl_arena *arena)
{
    tl_russian_term term = {
        .phrase = phrase,
        .words = tl_arena_alloc(arena, phrase->count, sizeof *term.words),
        .in_capitals = is_in_capitals(phrase),
    };
    for (size_t i = 0; i < phrase->count; i++) {
        term.words[i] = phrase->memo
                            ? look_up_once(phrase->memo, phrase->words[i], term.in_capitals)
                            : look_up(phrase->words[i], term.in_capitals);
    }
    return term;
}

static bool
is_hyphen(tl_str separator)
{
    return tl_str_equal(separator, TL_STR("-")) || tl_str_equal(separator, TL_STR("\u2010")) ||
           tl_str_equal(separator, TL_STR("\u2011"));
}

tl_group
tl_group_at(const tl_russian_term *term, size_t first)
{
    const tl_phrase *phrase = term->phrase;
    size_t end = first + 1;
    while (end < phrase->count && phrase->separators && is_hyphen(phrase->separators[end - 1])) {
        end++;
    }
    return (tl_group){first, end};
}

static bool
begins_with_digit(tl_str word)
{
    return word.len && word.ptr[0] >= '0' && word.ptr[0] <= '9';
}

const tl_lexicon_row *
tl_group_adjective(const tl_russian_term *term, tl_group group)
{
    /* A letter is an adjective only as the ending of an ordinal: 2-й, 5-я. */
    bool is_letter = tl_utf8_length(term->phrase->words[group.end - 1]) == 1;
    bool is_ordinal =
        group.end == group.first + 2 && begins_with_digit(term->phrase->words[group.first]);
    return is_letter && !is_ordinal ? NULL : term->words[group.end - 1].adjective;
}

bool
tl_group_is_linked_place(const tl_russian_term *term, tl_group group)
{
    for (size_t i = group.first + 1; i + 1 < group.end; i++) {
        if (tl_word_set_has(&tl_place_links, term->phrase->words[i])) {
            return true;
        }
    }
    return false;
}

/* "временно": ends in -о and is no known noun. */
static bool
may_be_adverb(const tl_russian_term *term, size_t word)
{
    const tl_lexicon_row *noun = term->words[word].noun;
    return noun && !tl_lexicon_row_is_word(noun) &&
           tl_str_ends_with(term->phrase->words[word], TL_STR("о"));
}

bool
tl_group_is_passed_over(const tl_russian_term *term, tl_group group, bool after_adjective)
{
    if (group.end == term->phrase->count) {
        return false;
    }
    tl_str word = term->phrase->words[group.end - 1];
    bool before_adjective = tl_group_adjective(term, tl_group_at(term, group.end)) != NULL;
    if (tl_word_set_has(&tl_conjunctions, word)) {
        return after_adjective && before_adjective;
    }
    return !tl_letters_russian(word) || (before_adjective && may_be_adverb(term, group.end - 1));
}

bool
tl_reading_agrees(const tl_reading *reading, const tl_agreement *wanted)
{
    bool plural = reading->number == TL_NUMBER_PLURAL;
    if (!wanted->known || reading->paradigm == TL_INDECLINABLE) {
        return true;
    }
    if (plural || wanted->plural) {
        return plural && wanted->plural;
    }
    return tl_paradigms[reading->paradigm].gender == wanted->gender;
}

/* A reading that was told from the ending and says little. */
static bool
is_guess(const tl_lexicon_row *row, const tl_reading *reading)
{
    return !tl_lexicon_row_is_word(row) &&
           (reading->paradigm == TL_INDECLINABLE || reading->trust != TL_TRUST_SURE);
}

tl_noun_fit
tl_noun_fit_of(const tl_lexicon_row *noun, const tl_agreement *wanted)
{
    bool may_be_singular = noun == NULL;
    if (noun && !wanted->known) {
        return TL_NOUN_AGREES;
    }
    for (size_t i = 0; noun && i < noun->count; i++) {
        const tl_reading *reading = tl_lexicon_reading(noun, i);
        if (tl_reading_agrees(reading, wanted) && !is_guess(noun, reading)) {
            return TL_NOUN_AGREES;
        }
        may_be_singular |=
            reading->number != TL_NUMBER_PLURAL && reading->paradigm != TL_INDECLINABLE;
    }
    return may_be_singular || wanted->plural ? TL_NOUN_UNCLEAR : TL_NOUN_NOT;
}
