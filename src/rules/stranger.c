/* SPDX-License-Identifier: MPL-2.0 */
/* Names that no list has. Believed only where a name is to be expected, and only if the words are
 * capitalised, unknown to the dictionary and neither places nor bodies: "KFMR President Abishev",
 * but not "KFMR President Trophy". Without a dictionary nobody is a stranger. */
#include "rules/stranger.h"

#include "morph/base_name.h"
#include "morph/inflect.h"
#include "rules/at_word.h"
#include "text/compare.h"
#include "text/key.h"

enum { LONGEST_NAME = 3, SHORTEST_FAMILY = 4 };

static bool
is_nothing_else(const tl_pass *pass, uint32_t at)
{
    const tl_word *word = tl_word_at(pass, at);
    enum { ASKED = TL_WORD_CAPITALISED | TL_WORD_ALL_CAPS | TL_WORD_HAS_DIGIT | TL_WORD_NOT_TEXT };
    static const tl_list others[] = {TL_LIST_ROLES,    TL_LIST_FORMER,    TL_LIST_PLACES,
                                     TL_LIST_ACRONYMS, TL_LIST_FUNCTIONS, TL_LIST_BODIES};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        if (tl_word_is_listed(pass, at, others[i])) {
            return false;
        }
    }
    return (word->flags & ASKED) == TL_WORD_CAPITALISED && word->scripts == pass->scan->script &&
           tl_hit_at(pass, at) == NULL;
}

/* Capitalised words from `first` that only spaces and hyphens part. */
static uint32_t
count_words(const tl_pass *pass, uint32_t first)
{
    uint32_t end = first;
    while (end < pass->scan->words.count && (tl_word_at(pass, end)->flags & TL_WORD_CAPITALISED) &&
           (end == first || (tl_word_at(pass, end - 1)->tail == 0 &&
                             (tl_word_at(pass, end)->gap == TL_GAP_SPACE ||
                              tl_word_at(pass, end)->gap == TL_GAP_HYPHEN)))) {
        end++;
    }
    return end - first;
}

static bool
is_unknown(const tl_pass *pass, uint32_t at)
{
    return tl_pass_ask(pass, pass->scan->language, tl_pass_word(pass, at), false) == TL_KNOWN_NO;
}

/* The cells of the singular in which the word is a form of `base`. */
static uint16_t
cells_of_base(const tl_pass *pass, tl_str word, tl_str base, tl_part part)
{
    tl_inflected_word forms = tl_inflect_name(base, part, 0, pass->scratch);
    uint16_t cells = 0;
    for (size_t i = 0; i < forms.count; i++) {
        if (tl_keys_equal(forms.forms[i].text, word)) {
            cells |= forms.forms[i].cells;
        }
    }
    return cells & TL_CELLS_SINGULAR;
}

/* The cells in which the word may be a name; `marked`: of names that tell by their ending. */
static uint16_t
cells_as_name(const tl_pass *pass, uint32_t at, tl_part part, bool marked)
{
    tl_str word = tl_pass_word(pass, at);
    if (pass->scan->script != TL_SCRIPT_CYRILLIC) {
        return !marked || tl_latin_family_mark(word) ? TL_CELLS_ALL : 0;
    }
    tl_base_names bases = tl_base_names_of(word, 0, pass->scratch);
    uint16_t cells = 0;
    for (size_t i = 0; i < bases.count; i++) {
        if (!marked || tl_family_mark(bases.items[i])) {
            cells |= cells_of_base(pass, word, bases.items[i], part);
        }
    }
    return cells;
}

/* «президента Алматинской области»: an adjective as likely as a name. */
static bool
may_be_adjective(const tl_pass *pass, uint32_t at)
{
    tl_key key;
    tl_str folded = tl_key_of(tl_pass_word(pass, at), &key);
    return tl_str_find(folded, TL_STR("ск"), 0) < folded.len ||
           tl_str_find(folded, TL_STR("цк"), 0) < folded.len;
}

/* True if the word ends as hardly anything but a family name does, in any case. */
static bool
is_surely_family(const tl_pass *pass, uint32_t at)
{
    tl_base_names bases = tl_base_names_of(tl_pass_word(pass, at), 0, pass->scratch);
    bool found = false;
    for (size_t i = 0; i < bases.count; i++) {
        found = found || tl_sure_family_mark(bases.items[i]);
    }
    return found;
}

static bool
is_family_name(const tl_pass *pass, uint32_t at)
{
    return tl_word_at(pass, at)->length >= SHORTEST_FAMILY && !may_be_adjective(pass, at) &&
           (is_surely_family(pass, at) || is_unknown(pass, at));
}

/* A Latin word that no dictionary has in small letters, a Cyrillic one that none has at all: there
 * adjectives are made of the names of places. */
static bool
is_no_word(const tl_pass *pass, uint32_t at)
{
    tl_key key;
    tl_str word = tl_key_of(tl_pass_word(pass, at), &key);
    return pass->scan->script == TL_SCRIPT_LATIN
               ? tl_pass_ask(pass, pass->scan->language, word, true) == TL_KNOWN_NO
               : is_unknown(pass, at);
}

/* Two or three words, none of which is a word of the language. */
static bool
is_full_name(const tl_pass *pass, uint32_t first, uint32_t count)
{
    uint32_t at = first;
    while (at < first + count && is_no_word(pass, at)) {
        at++;
    }
    return at == first + count;
}

bool
tl_stranger_from(tl_pass *pass, uint32_t first, tl_named_person *person)
{
    uint32_t count = count_words(pass, first);
    if (count == 0 || count > LONGEST_NAME) {
        return false;
    }
    for (uint32_t at = first; at < first + count; at++) {
        if (!is_nothing_else(pass, at)) {
            return false;
        }
    }
    *person = (tl_named_person){.first = first, .count = count, .has_given = count > 1};
    if (count == 1 ? !is_family_name(pass, first) : !is_full_name(pass, first, count)) {
        return false;
    }
    person->cells = cells_as_name(pass, first + count - 1, TL_PART_FAMILY, count == 1);
    if (count > 1) {
        person->cells &= cells_as_name(pass, first, TL_PART_GIVEN, false);
    }
    return person->cells != 0;
}
