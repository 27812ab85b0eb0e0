/* SPDX-License-Identifier: MPL-2.0 */
/* Tells by the letters whether a word is a typo of another: a slip of the fingers or the ear, not
 * another form of that word nor a word that merely resembles it. Knows neither the text nor the
 * dictionary. */
#include "rules/typo_letters.h"

#include "base/utf8.h"
#include "morph/ending.h"
#include "text/script.h"

enum {
    ENDING = 3,        /* letters in which forms and derivations of a word differ */
    SHORTEST_WORD = 5, /* letters of a word that is near to few others */
    LONG_NAME = 8,
    LONGER_NAME = 10,
    VERY_LONG_NAME = 12,
    LONG_TERM = 3,      /* words of which two that stand make the third sure */
    LONG_WORD = 7,      /* letters from which on any one of them may be wrong */
    VERY_LONG_WORD = 9, /* and the first one too */
    ALIKE_EDITS = 130,  /* what two edits may cost that are likely (text/typo.h) */
};

/* Letters of the meant word from the edit on. */
static size_t
letters_from(const tl_typo *typo, const tl_typo_edit *edit)
{
    return typo->meant_length - edit->meant_at;
}

static const tl_typo_edit *
last_edit(const tl_typo *typo)
{
    return &typo->edits[typo->count - 1];
}

/* A letter twice, or two in the wrong order: that makes no other word. */
static bool
is_slip(const tl_typo_edit *edit)
{
    return edit->kind == TL_TYPO_SWAPPED || edit->doubles;
}

/* Both words end in the same letter, and the written one has none behind it. */
static bool
keeps_last_letter(const tl_typo *typo)
{
    const tl_typo_edit *last = last_edit(typo);
    return letters_from(typo, last) > (last->kind == TL_TYPO_EXTRA ? 0 : 1);
}

bool
tl_typo_is_number(const tl_typo *typo)
{
    const tl_typo_edit *edit = last_edit(typo);
    bool is_one_sided = edit->kind == TL_TYPO_MISSING || edit->kind == TL_TYPO_EXTRA;
    return typo->count == 1 && is_one_sided && edit->letter == 's' && !keeps_last_letter(typo);
}

/* Letters in which English words end when they are inflected, and Russian names in Latin letters.
 */
static bool
is_ending_letter(uint32_t letter)
{
    return letter == 's' || letter == 'a' || letter == 'e' || letter == 'i' || letter == 'o' ||
           letter == 'u' || letter == 'y';
}

/* One ending less, one more, or one for another. */
static bool
is_end_for_end(const tl_typo_edit *edit)
{
    return is_ending_letter(edit->letter) && (edit->other == 0 || is_ending_letter(edit->other));
}

static bool
differs_at_english_end(const tl_typo *typo)
{
    return !keeps_last_letter(typo) &&
           (is_end_for_end(last_edit(typo)) ||
            (typo->count > 1 && letters_from(typo, &typo->edits[0]) <= ENDING));
}

static bool
has_letter_behind(const tl_typo *typo)
{
    return last_edit(typo)->kind == TL_TYPO_EXTRA && !keeps_last_letter(typo);
}

static bool
is_cyrillic(tl_str key)
{
    size_t at = 0;
    return key.len && tl_script_of(tl_utf8_next(key, &at)) == TL_SCRIPT_CYRILLIC;
}

bool
tl_typo_is_prefix(const tl_typo *typo)
{
    for (unsigned i = 0; i < typo->count; i++) {
        const tl_typo_edit *edit = &typo->edits[i];
        bool is_one_sided = edit->kind == TL_TYPO_EXTRA || edit->kind == TL_TYPO_MISSING;
        uint8_t at = edit->kind == TL_TYPO_EXTRA ? edit->at : edit->meant_at;
        if (!is_one_sided || at != i || edit->doubles) {
            return false;
        }
    }
    return true;
}

static bool
has_slips_only(const tl_typo *typo)
{
    return is_slip(&typo->edits[0]) && is_slip(last_edit(typo));
}

bool
tl_typo_may_be_form(const tl_typo *typo, tl_str written, tl_str meant)
{
    return tl_typo_is_prefix(typo) ||
           (!has_slips_only(typo) && (tl_may_share_root(written, meant) ||
                                      (!is_cyrillic(meant) && differs_at_english_end(typo))));
}

bool
tl_typo_may_be_other_name(const tl_typo *typo, tl_str written, tl_str meant)
{
    bool is_form = is_cyrillic(meant)
                       ? tl_may_share_root(written, meant)
                       : differs_at_english_end(typo) ||
                             (!keeps_last_letter(typo) && is_ending_letter(last_edit(typo)->other));
    return tl_typo_is_prefix(typo) ||
           (!has_slips_only(typo) && (is_form || has_letter_behind(typo)));
}

/* A letter or two stand before the meant word that may begin another. */
static bool
has_prefix(const tl_typo *typo, tl_str written)
{
    size_t end = 0;
    for (unsigned i = 0; i < typo->count; i++) {
        tl_utf8_next(written, &end);
    }
    bool is_slip_before = typo->count == 1 && typo->edits[0].slipped;
    return tl_typo_is_prefix(typo) && !is_slip_before &&
           tl_is_prefix(tl_str_slice(written, 0, end));
}

bool
tl_typo_extends(const tl_typo *typo, tl_str written, tl_str meant)
{
    const tl_typo_edit *first = &typo->edits[0];
    if (first->kind != TL_TYPO_EXTRA || last_edit(typo)->kind != TL_TYPO_EXTRA ||
        has_slips_only(typo)) {
        return false;
    }
    return has_prefix(typo, written) ||
           (letters_from(typo, first) == 0 && tl_may_share_root(written, meant));
}

static bool
begins_alike(const tl_typo *typo)
{
    return typo->edits[0].at > 0 && typo->edits[0].meant_at > 0;
}

bool
tl_typo_has_odd_letter(const tl_typo *typo)
{
    for (unsigned i = 0; i < typo->count; i++) {
        const tl_typo_edit *edit = &typo->edits[i];
        if (edit->kind == TL_TYPO_WRONG && !edit->alike && !edit->slipped) {
            return true;
        }
    }
    return false;
}

bool
tl_typo_is_exchange(const tl_typo *typo)
{
    const tl_typo_edit *first = &typo->edits[0], *second = last_edit(typo);
    return typo->count > 1 && first->kind == TL_TYPO_WRONG && second->kind == TL_TYPO_WRONG &&
           first->letter == second->other && first->other == second->letter;
}

/* Short words are near to many others. */
static bool
has_short_word(const tl_typo *typo)
{
    return typo->length < SHORTEST_WORD || typo->meant_length < SHORTEST_WORD;
}

bool
tl_typo_may_be_wrong_word(const tl_typo *typo, uint32_t words)
{
    size_t behind = letters_from(typo, &typo->edits[0]);
    bool is_sure_place = words >= LONG_TERM;
    if (has_short_word(typo) && !(is_sure_place && has_slips_only(typo))) {
        return false;
    }
    return begins_alike(typo) && behind >= (is_sure_place ? ENDING - 1 : ENDING) &&
           !tl_typo_has_odd_letter(typo) && (typo->count == 1 || typo->cost <= ALIKE_EDITS);
}

static bool
may_begin_so(const tl_typo *typo)
{
    return begins_alike(typo) || is_slip(&typo->edits[0]);
}

/* Short words that differ in any letter are often two words, though the dictionary has but one;
 * names even more so. */
bool
tl_typo_may_stand_alone(const tl_typo *typo, bool is_capitalised)
{
    unsigned least = is_capitalised ? LONG_NAME : LONG_WORD;
    bool is_long = typo->count == 1 && typo->meant_length >= least;
    bool begins_well = may_begin_so(typo) || (is_long && typo->meant_length >= VERY_LONG_WORD);
    bool ends_well = !is_capitalised || has_slips_only(typo) || !has_letter_behind(typo);
    return begins_well && ends_well && (!tl_typo_has_odd_letter(typo) || is_long);
}

bool
tl_typo_is_long_slip(const tl_typo *typo)
{
    return typo->meant_length >= LONG_WORD && has_slips_only(typo);
}

/* A letter stands for another in a way that fingers do not explain: so names differ from names. */
static bool
has_other_letter(const tl_typo *typo)
{
    for (unsigned i = 0; i < typo->count; i++) {
        if (typo->edits[i].kind == TL_TYPO_WRONG && !typo->edits[i].slipped) {
            return true;
        }
    }
    return false;
}

/* No name of the language is likely to differ so. */
static bool
is_likely_slip(const tl_typo *typo)
{
    return !has_other_letter(typo) && may_begin_so(typo) &&
           (typo->count == 1 || typo->meant_length >= VERY_LONG_NAME);
}

/* Beside a title of somebody's, or nothing. */
static bool
may_be_unsupported(const tl_typo *typo, bool has_title)
{
    bool is_long = typo->meant_length >= LONG_NAME;
    if (!is_likely_slip(typo)) {
        return false;
    }
    if (has_slips_only(typo)) {
        return has_title || is_long;
    }
    bool is_one_sided = typo->edits[0].kind != TL_TYPO_WRONG;
    return has_title ? is_long || is_one_sided : typo->meant_length > LONG_NAME;
}

/* Beside the person's initials, which are many others' too, or where nobody else has been
 * introduced: an odd letter wants a name of `least` letters. */
static bool
may_be_supported(const tl_typo *typo, unsigned least)
{
    bool is_long = typo->meant_length >= LONG_NAME;
    bool is_near = is_long || (typo->count == 1 && may_begin_so(typo));
    return is_likely_slip(typo) ||
           (is_near && (!tl_typo_has_odd_letter(typo) || typo->meant_length >= least));
}

bool
tl_typo_may_be_name(const tl_typo *typo, tl_support support)
{
    switch (support) {
    case TL_SUPPORT_FULL: return typo->meant_length >= LONG_NAME || may_begin_so(typo);
    case TL_SUPPORT_INITIALS: return may_be_supported(typo, LONGER_NAME);
    case TL_SUPPORT_MET: return may_be_supported(typo, LONG_NAME);
    case TL_SUPPORT_TITLE: return may_be_unsupported(typo, true);
    case TL_SUPPORT_NONE: return may_be_unsupported(typo, false);
    }
    return false;
}
