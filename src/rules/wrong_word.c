/* SPDX-License-Identifier: MPL-2.0 */
/* Weighs what the rest of the phrase says when one word of a term is another word of the language:
 * "Quote Committee" is hardly anything but the Quota Committee, "part number" is no typo of "port
 * number". What speaks for a slip: letters that are easily mistaken; capitals where only a name has
 * them; other words of the term that stand, two of them or one that is seldom met; a word in the
 * wrong place that is seldom met either. Knows one phrase, not the document. */
#include "rules/wrong_word.h"

#include "base/utf8.h"
#include "rules/typo_letters.h"
#include "rules/typo_place.h"
#include "scan/lists.h"
#include "text/capitals.h"
#include "text/key.h"
#include "text/script.h"

enum {
    SHORT_WORD = 3,   /* letters of a word that tells nothing: by, der, для */
    SELDOM_MET = 7,   /* letters of a word that is not met often, unless it is listed */
    LONG_WORD = 6,    /* letters */
    LONG_ROOT = 5,    /* letters */
    ENDING = 2,       /* letters */
    SURE_STANDING = 2 /* words that stand and make the other one sure */
};

/* What the phrase around the wrong word is like. */
typedef struct phrase {
    unsigned standing; /* other words of the term that tell something */
    bool is_special;   /* one of them is seldom met */
    bool is_name;      /* it has the capitals of a name */
} phrase;

static bool
is_common(tl_str key)
{
    return tl_list_has(TL_LIST_WORDS, key) || tl_list_has(TL_LIST_BODIES, key) ||
           tl_list_has(TL_LIST_TITLES, key);
}

/* There are lists of common words for two languages; of any other, short words may be. */
static bool
is_common_in(tl_str language, tl_str key)
{
    bool is_listed = tl_str_equal(language, TL_STR("en")) || tl_str_equal(language, TL_STR("ru"));
    return is_listed ? is_common(key) : tl_utf8_length(key) < SELDOM_MET;
}

static tl_str
pattern_word(const tl_pattern *pattern, uint32_t at)
{
    return tl_str_at(pattern->text, pattern->words[at].range);
}

/* True if the word stands where only a name has a capital, and has one. */
static bool
has_capital_of_name(const tl_pass *pass, uint32_t at)
{
    const tl_word *word = &pass->scan->words.items[at];
    return (word->flags & TL_WORD_CAPITALISED) && !(word->flags & TL_WORD_ALL_CAPS) &&
           !tl_scan_begins_anew(pass->scan, at);
}

/* A term in which but the first word has a capital is a name if its type says so. */
static bool
may_be_name(const tl_pass *pass, const tl_near_hit *near, unsigned raised, unsigned small)
{
    bool is_kept = !near->lowered && pass->scan->segment->role != TL_ROLE_HEADING;
    return is_kept && raised > 0 &&
           (small == 0 || near->hit.pattern->term->concept->type != TL_TYPE_TERM) &&
           !tl_language_raises_nouns(pass->scan->language);
}

static phrase
read_phrase(const tl_pass *pass, const tl_near_hit *near)
{
    const tl_pattern *pattern = near->hit.pattern;
    bool is_whole = near->hit.count == pattern->count; /* no word in two, no two in one */
    unsigned raised = 0, small = 0;
    phrase found = {0};
    for (uint32_t at = 0; at < pattern->count; at++) {
        tl_str word = pattern_word(pattern, at);
        tl_key bytes;
        tl_str key = tl_key_of(word, &bytes);
        size_t letters = tl_utf8_length(key);
        if (tl_list_has(TL_LIST_FUNCTIONS, key) || (letters <= SHORT_WORD && at > 0)) {
            continue;
        }
        bool has_capital = tl_capitals_begin(word);
        small += !has_capital;
        raised += has_capital && is_whole && has_capital_of_name(pass, near->hit.first + at);
        if (at != near->expected) {
            found.standing++;
            found.is_special = found.is_special || (letters >= SELDOM_MET && !is_common(key));
        }
    }
    found.is_name = may_be_name(pass, near, raised, small);
    return found;
}

static bool
have_common_stem(const tl_stems *left, const tl_stems *right)
{
    for (size_t i = 0; i < left->count; i++) {
        for (size_t k = 0; k < right->count; k++) {
            if (tl_str_equal(left->items[i], right->items[k])) {
                return true;
            }
        }
    }
    return false;
}

/* Two words of Russian or its kin that differ behind a long root: пациенток, пациентов. */
static bool
differs_behind_root(const tl_pass *pass, const tl_typo *typo)
{
    return pass->scan->script == TL_SCRIPT_CYRILLIC && typo->edits[0].meant_at >= LONG_ROOT &&
           typo->edits[0].meant_at + ENDING >= typo->meant_length;
}

/* What looks like another form of the meant word, or derived from it, is none where the dictionary
 * knows both and has them from different stems: if it is a letter for another at the end of an
 * English word, or two words of the term stand beside it. */
static bool
is_form(const tl_pass *pass, const tl_near_hit *near, const tl_typo *typo, const phrase *found)
{
    tl_str language = near->hit.pattern->term->entry->language;
    tl_stems written = tl_pass_stems(pass, language, tl_pass_word(pass, near->word));
    tl_stems meant = tl_pass_stems(pass, language, near->meant);
    bool are_apart = written.count && meant.count && !have_common_stem(&written, &meant);
    bool is_replaced = typo->count == 1 && typo->edits[0].kind == TL_TYPO_WRONG &&
                       pass->scan->script == TL_SCRIPT_LATIN;
    return tl_typo_is_prefix(typo) || !are_apart ||
           !(is_replaced || found->standing >= SURE_STANDING);
}

/* How the written word may have come about. */
typedef struct slip {
    bool is_likely; /* the letters are easily mistaken */
    bool is_long;   /* few other words are near */
    bool is_common; /* it is met often */
} slip;

static bool
is_told_name(const phrase *found, const slip *word)
{
    bool is_sure_place = found->standing >= SURE_STANDING;
    return word->is_likely ? is_sure_place || found->is_special || !word->is_common
                           : is_sure_place && !word->is_common && word->is_long;
}

static tl_doubt
weigh(const phrase *found, const slip *word)
{
    bool is_sure_place = found->standing >= SURE_STANDING;
    bool is_sure = found->is_name ? is_told_name(found, word)
                                  : word->is_likely && is_sure_place && !word->is_common;
    if (is_sure) {
        return TL_DOUBT_MUCH;
    }
    bool is_special = found->is_name || is_sure_place || found->is_special;
    unsigned reasons = word->is_likely + !word->is_common + is_special;
    return reasons > 1 ? TL_DOUBT_MOST : TL_DOUBT_FULL;
}

/* Iran for Iraq: a word that the language has with a capital only is the name of something else. */
static bool
is_another_name(const tl_pass *pass, const tl_near_hit *near, tl_str written)
{
    return tl_capitals_begin(tl_pass_word(pass, near->word)) &&
           tl_near_ask(pass, near, written, true) == TL_KNOWN_NO &&
           tl_near_ask(pass, near, tl_pass_word(pass, near->word), false) == TL_KNOWN_YES;
}

tl_doubt
tl_judge_wrong_word(const tl_pass *pass, const tl_near_hit *near, const tl_typo *typo,
                    tl_str written, tl_str meant)
{
    phrase found = read_phrase(pass, near);
    bool is_exchange = tl_typo_is_exchange(typo);
    if (differs_behind_root(pass, typo) ||
        (tl_typo_may_be_form(typo, written, meant) && is_form(pass, near, typo, &found))) {
        return TL_DOUBT_FORM;
    }
    if (tl_typo_may_be_wrong_word(typo, near->hit.count)) {
        return TL_DOUBT_SOME;
    }
    if ((typo->count > 1 && !is_exchange) || is_another_name(pass, near, written)) {
        return TL_DOUBT_FULL;
    }
    slip word = {.is_likely = is_exchange || !tl_typo_has_odd_letter(typo),
                 .is_long = typo->meant_length >= LONG_WORD,
                 .is_common = near->is_form || is_common_in(pass->scan->language, written)};
    return weigh(&found, &word);
}
