/* SPDX-License-Identifier: MPL-2.0 */
/* The verdict on a near word: what its letters say, then where it stands, then the dictionary,
 * which comes last so that it need not be loaded for what is settled without it. */
#include "rules/plausible_typo.h"

#include "morph/ending.h"
#include "morph/verb.h"
#include "rules/own_surname.h"
#include "rules/typo_letters.h"
#include "rules/typo_place.h"
#include "rules/typo_rival.h"
#include "rules/wrong_word.h"
#include "scan/lists.h"
#include "text/capitals.h"
#include "text/key.h"
#include "text/script.h"

enum { LONGEST_WORD = 128, SHORTEST_UNTOLD = 6 /* letters */, LONG_TERM = 3 /* words */ };

/* The keys of the two words. */
typedef struct word_pair {
    char written_bytes[LONGEST_WORD * 3], meant_bytes[LONGEST_WORD * 3];
    tl_str written, meant;
} word_pair;

/* Finds the letters that differ; false for what is no word of a text. */
static bool
find_typo(const tl_pass *pass, const tl_near_hit *near, word_pair *pair, tl_typo *typo)
{
    tl_str text = tl_pass_word(pass, near->word);
    if (text.len > LONGEST_WORD || near->meant.len > LONGEST_WORD) {
        return false;
    }
    pair->written = (tl_str){pair->written_bytes, tl_words_key(text, pair->written_bytes)};
    pair->meant = (tl_str){pair->meant_bytes, tl_words_key(near->meant, pair->meant_bytes)};
    return tl_typo_find(pair->written, pair->meant, typo) && !tl_near_is_part(pass, near);
}

static tl_known
ask_written(const tl_pass *pass, const tl_near_hit *near)
{
    return tl_near_ask(pass, near, tl_pass_word(pass, near->word), false);
}

static bool
knows_meant(const tl_pass *pass, const tl_near_hit *near)
{
    return tl_near_ask(pass, near, near->meant, false) == TL_KNOWN_YES;
}

static tl_str
base_of(const tl_near_hit *near)
{
    const tl_pattern *pattern = near->hit.pattern;
    return tl_str_at(pattern->text, pattern->words[near->expected].range);
}

/* A generated form that is no word, as the plural of a plural, is not what anybody meant. */
static bool
is_sound_form(const tl_pass *pass, const tl_near_hit *near)
{
    tl_str base = base_of(near);
    return near->hit.cells == 0 || tl_near_ask(pass, near, near->meant, false) != TL_KNOWN_NO ||
           tl_near_ask(pass, near, base, false) != TL_KNOWN_YES;
}

/* Without a dictionary, only what makes no other word. */
static bool
is_unknown_word(const tl_pass *pass, const tl_near_hit *near, const tl_typo *typo)
{
    tl_known known = ask_written(pass, near);
    return known == TL_KNOWN_NO || (known == TL_KNOWN_UNTOLD && tl_typo_is_long_slip(typo));
}

/* The forms of a verb are many, some of them made up, and participles and reflexives are near to
 * them. */
static bool
is_doubtful_verb(const tl_near_hit *near, const tl_typo *typo)
{
    return near->hit.cells != 0 && !tl_typo_is_long_slip(typo) &&
           tl_str_equal(tl_language_primary(near->hit.pattern->term->entry->language),
                        TL_STR("ru")) &&
           tl_is_russian_verb(base_of(near));
}

/* Another form of the word, or one derived from it. Where the dictionary has the meant word, it has
 * the forms of that too, so that what it has not is none of them, unless something was added. */
static bool
may_be_unlisted_form(const tl_pass *pass, const tl_near_hit *near, const tl_typo *typo,
                     const word_pair *pair)
{
    return tl_typo_may_be_form(typo, pair->written, pair->meant) &&
           (tl_typo_extends(typo, pair->written, pair->meant) || !knows_meant(pass, near) ||
            ask_written(pass, near) != TL_KNOWN_NO);
}

/* A term of one word: the word must be none of the language, in a text of that language, and near
 * to no other word. */
static tl_doubt
doubt_word(const tl_pass *pass, const tl_near_hit *near, const tl_typo *typo, const word_pair *pair)
{
    bool is_form = tl_typo_may_be_form(typo, pair->written, pair->meant);
    if (is_form && (typo->count > 1 || may_be_unlisted_form(pass, near, typo, pair))) {
        return TL_DOUBT_FORM;
    }
    if (near->lowered || is_doubtful_verb(near, typo) ||
        !tl_typo_may_stand_alone(typo, tl_capitals_begin(near->meant)) ||
        !is_unknown_word(pass, near, typo) || tl_near_is_in_name(pass, near) ||
        tl_near_is_among_strangers(pass, near)) {
        return TL_DOUBT_FULL;
    }
    switch (tl_find_rival(pass, near, typo, pair->written, pair->meant)) {
    case TL_RIVAL_NONE: return is_form ? TL_DOUBT_SOME : TL_DOUBT_NONE;
    case TL_RIVAL_FARTHER: return TL_DOUBT_SOME;
    default: return TL_DOUBT_FULL;
    }
}

/* Without a dictionary, a longer word; the other words of the term speak against its being one of
 * the language. */
static bool
is_unknown_part(const tl_pass *pass, const tl_near_hit *near, const tl_typo *typo)
{
    tl_known known = ask_written(pass, near);
    bool is_long = typo->count == 1 && typo->meant_length >= SHORTEST_UNTOLD;
    return known == TL_KNOWN_NO || (known == TL_KNOWN_UNTOLD && is_long);
}

/* One of the commonest words beside but one of the term, in small letters: chance brought them
 * together, as in "while working", be there a term "whole working". */
static bool
is_commonplace(const tl_near_hit *near, const word_pair *pair)
{
    return near->hit.count == 2 && !tl_capitals_begin(near->meant) &&
           tl_list_has(TL_LIST_WORDS, pair->written);
}

static bool
is_function_word(const tl_pattern *pattern, uint32_t at)
{
    tl_key key;
    tl_str word = tl_str_at(pattern->text, pattern->words[at].range);
    return tl_list_has(TL_LIST_FUNCTIONS, tl_key_of(word, &key));
}

/* The head of an English term stands before the first preposition, or at the end. */
static bool
is_head(const tl_pattern *pattern, uint32_t at)
{
    for (uint32_t i = 0; i < at; i++) {
        if (is_function_word(pattern, i)) {
            return false;
        }
    }
    return at + 1 == pattern->count || is_function_word(pattern, at + 1);
}

/* A word of a longer name in another number than there, while the name as a whole is in its own:
 * Ministry of Foreign Affair. */
static bool
is_wrong_number(const tl_near_hit *near, const tl_typo *typo)
{
    return near->hit.count >= LONG_TERM && near->hit.cells == 0 && !near->lowered &&
           tl_capitals_begin(near->meant) && tl_typo_is_number(typo) &&
           !is_head(near->hit.pattern, near->expected);
}

/* A word of the language that may be the term's own in another form, as the dictionary or its
 * ending says: очков of очко. The tables need not have that form. */
static bool
is_inflected(const tl_pass *pass, const tl_near_hit *near, const tl_typo *typo,
             const word_pair *pair)
{
    tl_str base = base_of(near);
    tl_key key;
    bool begin_alike = typo->edits[0].at > 0 && typo->edits[0].meant_at > 0;
    return tl_may_be_inflected(pair->written, tl_key_of(base, &key)) ||
           (begin_alike && tl_pass_share_stem(pass, near->hit.pattern->term->entry->language,
                                              pair->written, base));
}

static tl_doubt
doubt_term(const tl_pass *pass, const tl_near_hit *near, const tl_typo *typo, const word_pair *pair)
{
    if (near->hit.count == 1) {
        return doubt_word(pass, near, typo, pair);
    }
    if (is_wrong_number(near, typo)) {
        return TL_DOUBT_NONE;
    }
    if (!near->is_form && is_unknown_part(pass, near, typo)) {
        return may_be_unlisted_form(pass, near, typo, pair) ? TL_DOUBT_FORM : TL_DOUBT_NONE;
    }
    if (is_inflected(pass, near, typo, pair)) {
        return TL_DOUBT_FORM;
    }
    return is_commonplace(near, pair)
               ? TL_DOUBT_FULL
               : tl_judge_wrong_word(pass, near, typo, pair->written, pair->meant);
}

/* The country whose spelling the word has; one that no dictionary has is none's: Footbal. */
static tl_variety
variety_of(const tl_pass *pass, const tl_near_hit *near, const word_pair *pair)
{
    tl_variety variety = tl_variety_of(pair->written, pair->meant);
    return variety == TL_VARIETY_NONE || ask_written(pass, near) != TL_KNOWN_NO ? variety
                                                                                : TL_VARIETY_NONE;
}

/* A term in another country's spelling, but not in the name of something there. */
static tl_doubt
doubt_variety(const tl_pass *pass, const tl_near_hit *near, tl_variety variety)
{
    bool is_word = near->hit.count == 1, is_name = !is_word && tl_capitals_begin(near->meant);
    bool stands_apart = (!is_name && tl_near_is_in_name(pass, near)) ||
                        (is_word && (near->lowered || tl_near_is_among_strangers(pass, near)));
    return variety == TL_VARIETY_UNSURE || stands_apart ? TL_DOUBT_FORM : TL_DOUBT_NONE;
}

/* «тальского» of Тальск: the adjective of a place is another word than the place in some case. */
static bool
is_adjective_of_place(const tl_near_hit *near, const word_pair *pair)
{
    static const tl_str endings[] = {
        TL_STR_INIT("ий"),  TL_STR_INIT("ая"), TL_STR_INIT("ое"), TL_STR_INIT("ие"),
        TL_STR_INIT("ого"), TL_STR_INIT("ой"), TL_STR_INIT("ую"), TL_STR_INIT("ому"),
        TL_STR_INIT("им"),  TL_STR_INIT("ом"), TL_STR_INIT("их"), TL_STR_INIT("ими"),
    };
    const tl_pattern *pattern = near->hit.pattern;
    tl_key bytes;
    tl_str base = tl_key_of(tl_str_at(pattern->text, pattern->words[near->expected].range), &bytes);
    bool begins_so =
        tl_str_ends_with(base, TL_STR("ск")) && tl_str_starts_with(pair->written, base);
    for (size_t i = 0; begins_so && i < sizeof endings / sizeof *endings; i++) {
        if (tl_str_equal(tl_str_slice(pair->written, base.len, pair->written.len), endings[i])) {
            return true;
        }
    }
    return false;
}

tl_verdict
tl_judge_term(const tl_pass *pass, const tl_near_hit *near)
{
    word_pair pair;
    tl_verdict verdict = {.doubt = TL_DOUBT_FULL};
    if (!find_typo(pass, near, &pair, &verdict.typo) || is_adjective_of_place(near, &pair)) {
        return verdict;
    }
    verdict.variety = variety_of(pass, near, &pair);
    verdict.doubt = verdict.variety ? doubt_variety(pass, near, verdict.variety)
                                    : doubt_term(pass, near, &verdict.typo, &pair);
    verdict.is_ending = near->hit.count == 1 && verdict.doubt == TL_DOUBT_SOME &&
                        tl_typo_may_be_form(&verdict.typo, pair.written, pair.meant);
    /* Last, since it may have to load a dictionary. Of another form the base tells as much. */
    bool is_generated = near->hit.cells != 0;
    bool is_of_use = verdict.doubt < TL_DOUBT_FULL ? is_sound_form(pass, near) : !is_generated;
    verdict.doubt = is_of_use ? verdict.doubt : TL_DOUBT_FULL;
    return verdict;
}

static bool
is_given_name(const tl_pass *pass, const tl_near_hit *near)
{
    return tl_given_relate(pass->given, tl_pass_word(pass, near->word), (tl_str){NULL, 0}) !=
           TL_GIVEN_UNKNOWN;
}

static bool
is_cyrillic(const tl_pass *pass, uint32_t at)
{
    return !(pass->scan->words.items[at].scripts & TL_SCRIPT_LATIN);
}

static tl_doubt
doubt_name(const tl_pass *pass, const tl_near_hit *near, const tl_typo *typo, const word_pair *pair)
{
    if (tl_typo_may_be_other_name(typo, pair->written, pair->meant)) {
        return TL_DOUBT_FORM;
    }
    bool is_told = near->beside == TL_BESIDE_FITS && !near->has_initials;
    if (!is_told && is_cyrillic(pass, near->word) &&
        tl_is_own_surname(pass, tl_pass_word(pass, near->word), near->meant)) {
        return TL_DOUBT_FULL;
    }
    switch (ask_written(pass, near)) {
    case TL_KNOWN_YES: return TL_DOUBT_FULL;
    case TL_KNOWN_NO: return TL_DOUBT_NONE;
    default: return TL_DOUBT_SOME;
    }
}

tl_verdict
tl_judge_name(const tl_pass *pass, const tl_near_hit *near)
{
    word_pair pair;
    tl_verdict verdict = {.doubt = TL_DOUBT_FULL};
    if (!near->lowered && near->beside != TL_BESIDE_CLASHES &&
        find_typo(pass, near, &pair, &verdict.typo) && !is_given_name(pass, near)) {
        verdict.doubt = doubt_name(pass, near, &verdict.typo, &pair);
    }
    return verdict;
}
