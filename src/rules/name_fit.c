/* SPDX-License-Identifier: MPL-2.0 */
/* Chooses the case of a Russian name that is misspelled. Three things tell it: the ending that
 * stands in the text, the words of the name that are right, and the preposition before it. Where
 * they agree on one form it fits; a misspelling that reaches into the ending fits only if the rest
 * of the name tells the case. Knows forms and endings, and nothing of how near two spellings are.
 */
#include "rules/name_fit.h"

#include "base/utf8.h"
#include "morph/decline.h"
#include "morph/ending.h"
#include "rules/at_word.h"
#include "rules/governed.h"
#include "scan/given.h"
#include "scan/name_form.h"
#include "text/distance.h"
#include "text/key.h"
#include "text/script.h"
#include "text/typo.h"

/* In order of tl_name_words. */
static const tl_part part_names[TL_NAME_PARTS] = {TL_PART_FAMILY, TL_PART_GIVEN,
                                                  TL_PART_PATRONYMIC};

typedef struct fitting {
    tl_pass *pass;
    const tl_person_name *person;
    char gender;
    const tl_name_words *name;
    tl_arena scratch;
    uint16_t allowed;   /* singular cells, by what stands beside the words that differ */
    bool has_witness;   /* a word of the name is right, and tells the case */
    bool is_governed;   /* a preposition does */
    bool may_be_plural; /* the family name stands alone */
} fitting;

/* Endings */

/* The ending of a form: what is behind the stem that it shares with the other forms of its
 * paradigm. Those of another paradigm that the name may follow have a shorter stem in common. */
static tl_str
ending_of(const tl_inflected_word *word, tl_str form)
{
    enum {
        LETTER = 2
    }; /* bytes: the forms of an adjective share one letter of the ending, or not */
    size_t most = 0, stem = form.len;
    for (int round = 0; round < 2; round++) {
        for (size_t i = 0; i < word->count; i++) {
            size_t common = tl_common_beginning(form, word->forms[i].text);
            bool is_other = !tl_str_equal(form, word->forms[i].text) &&
                            (word->forms[i].cells & TL_CELLS_SINGULAR);
            if (is_other && round == 0) {
                most = common > most ? common : most;
            } else if (is_other && common + LETTER >= most && common < stem) {
                stem = common;
            }
        }
    }
    return tl_str_slice(form, stem, form.len);
}

static bool
ends_alike(tl_str text, tl_str ending)
{
    tl_key first, second;
    return tl_str_ends_with(tl_key_of(text, &first), tl_key_of(ending, &second));
}

/* The longest ending of a word's forms that a text has, and the cells that it tells. */
typedef struct told_ending {
    tl_str ending;
    uint16_t cells;
    bool is_any;
} told_ending;

static told_ending
tell_ending(const tl_inflected_word *word, tl_str text, uint16_t allowed)
{
    told_ending told = {.is_any = false};
    for (size_t i = 0; i < word->count; i++) {
        const tl_form *form = &word->forms[i];
        tl_str ending = ending_of(word, form->text);
        bool is_longer = !told.is_any || ending.len > told.ending.len;
        if (!(form->cells & allowed) || ending.len < told.ending.len || !ends_alike(text, ending)) {
            continue;
        }
        told =
            (told_ending){.ending = ending,
                          .cells = (uint16_t)(is_longer ? form->cells : told.cells | form->cells),
                          .is_any = true};
    }
    return told;
}

/* Forms */

static tl_inflected_word
forms_of(fitting *fit, tl_part part)
{
    const tl_person_name *person = fit->person;
    switch (part) {
    case TL_PART_GIVEN: return tl_inflect_name(person->given, part, fit->gender, &fit->scratch);
    case TL_PART_PATRONYMIC:
        return tl_inflect_name(person->patronymic, part, fit->gender, &fit->scratch);
    case TL_PART_FAMILY: break;
    }
    return tl_family_forms(person, person->family, &fit->scratch);
}

static const tl_form *
find_form(const tl_inflected_word *word, tl_str text)
{
    for (size_t i = 0; i < word->count; i++) {
        if (tl_str_equal(word->forms[i].text, text)) {
            return &word->forms[i];
        }
    }
    return NULL;
}

/* A form for several cells. */
typedef struct common_form {
    tl_str text;  /* that of the first cell if they differ */
    bool is_only; /* it is surely the form of all */
} common_form;

static common_form
form_in(const tl_inflected_word *word, uint16_t cells)
{
    common_form found = {.is_only = cells != 0};
    for (tl_cell cell = 0; cell < TL_CELL_COUNT; cell++) {
        if (!(cells >> cell & 1)) {
            continue;
        }
        tl_str form = tl_form_guess(word, cell);
        bool is_same = found.text.len == 0 || tl_str_equal(form, found.text);
        found.is_only = found.is_only && is_same && tl_form_in(word, cell).len;
        found.text = found.text.len ? found.text : form;
    }
    return found;
}

/* The place */

static tl_str
text_of(const fitting *fit, const tl_name_part *part)
{
    return tl_scan_text(fit->pass->scan, part->first, part->count);
}

/* The first word of the name, with the initials before it. */
static uint32_t
first_word(const fitting *fit)
{
    uint32_t first = UINT32_MAX;
    for (size_t i = 0; i < TL_NAME_PARTS; i++) {
        const tl_name_part *part = &fit->name->parts[i];
        first = part->count && part->first < first ? part->first : first;
    }
    while (first > 0 && tl_word_at(fit->pass, first)->gap == TL_GAP_DOT &&
           tl_word_at(fit->pass, first - 1)->length == 1) {
        first--;
    }
    return first;
}

/* Narrows what is allowed to the cells of a word that is right. */
static void
heed_part(fitting *fit, size_t i)
{
    const tl_name_part *part = &fit->name->parts[i];
    if (part->count == 0 || part->differs) {
        return;
    }
    tl_inflected_word word = forms_of(fit, part_names[i]);
    tl_str text = text_of(fit, part);
    uint16_t cells = 0;
    for (size_t k = 0; k < word.count; k++) {
        cells |= tl_keys_equal(word.forms[k].text, text) ? word.forms[k].cells : 0;
    }
    if (cells & fit->allowed) {
        fit->allowed &= cells;
        fit->has_witness = fit->has_witness || word.inflects;
    }
}

static void
read_place(fitting *fit)
{
    uint32_t first = first_word(fit);
    bool has_given = fit->name->parts[1].count || fit->name->parts[2].count;
    fit->may_be_plural = !has_given && first == fit->name->parts[0].first;
    fit->allowed = fit->may_be_plural ? TL_CELLS_ALL : TL_CELLS_SINGULAR;
    tl_governed governed = tl_governed_at(fit->pass, first);
    fit->allowed &= governed.cells;
    fit->is_governed = governed.is_sure;
    for (size_t i = 0; i < TL_NAME_PARTS; i++) {
        heed_part(fit, i);
    }
}

/* Variants */

/* The cells in which a word is a form of a name, of the singular. */
static uint16_t
cells_of(fitting *fit, tl_str name, tl_str text)
{
    tl_inflected_word word = tl_inflect_name(name, TL_PART_GIVEN, fit->gender, &fit->scratch);
    uint16_t cells = 0;
    for (size_t i = 0; i < word.count; i++) {
        const tl_form *form = &word.forms[i];
        bool is_form = tl_keys_equal(form->text, text);
        cells |= is_form ? (form->usual ? form->usual : form->cells) : 0;
    }
    return word.inflects ? cells & TL_CELLS_SINGULAR : 0;
}

/* The cells of a form that is right, but of another variant of the given name, whose endings say
 * another thing: «Наталии», of Наталия, is any of three cases, and «Натальи» is one. */
static uint16_t
cells_as_variant(fitting *fit, tl_str text)
{
    tl_given *known = fit->pass->given;
    tl_str ending = TL_STR("ии");
    if (tl_given_relate(known, text, fit->person->given) == TL_GIVEN_SAME) {
        return tl_given_cells(known, text) & TL_CELLS_SINGULAR;
    }
    if (!tl_str_ends_with(text, ending)) {
        return 0;
    }
    tl_str stem = tl_str_slice(text, 0, text.len - ending.len);
    return cells_of(fit, tl_arena_format(&fit->scratch, "%.*sия", TL_STR_ARGS(stem)), text);
}

/* The form for those of the cells that the place allows; all of them if it allows none. */
static common_form
form_of_variant(const fitting *fit, const tl_inflected_word *word, const tl_form *nearest,
                uint16_t cells)
{
    uint16_t narrow = cells & fit->allowed;
    common_form found = form_in(word, narrow ? narrow : cells);
    bool may_be_nearest = !found.is_only && (nearest->cells & narrow);
    found.text = may_be_nearest ? nearest->text : found.text;
    found.is_only = found.is_only && narrow;
    return found;
}

/* Words */

static tl_str
last_letter(tl_str word)
{
    size_t at = word.len;
    tl_utf8_previous(word, &at);
    return tl_str_slice(word, at, word.len);
}

/* «о Габдулхакавой»: no form of a man's name ends so, and one of his sister's does. */
static bool
ends_as_other_gender(fitting *fit, const tl_inflected_word *own, tl_str text)
{
    tl_str other = tl_family_of_other_gender(fit->person->family, fit->gender, &fit->scratch);
    if (other.len == 0) {
        return false;
    }
    char gender = fit->gender == 'm' ? 'f' : 'm';
    tl_inflected_word forms = tl_inflect_name(other, TL_PART_FAMILY, gender, &fit->scratch);
    told_ending is = tell_ending(own, text, fit->allowed);
    told_ending may_be = tell_ending(&forms, text, fit->allowed & TL_CELLS_SINGULAR);
    return may_be.is_any && (may_be.ending.len > is.ending.len ||
                             (!is.is_any && ends_alike(text, last_letter(other))));
}

static unsigned
distance(tl_str a, tl_str b)
{
    enum { FAR = 5 };
    tl_key first, second;
    return tl_edit_distance(tl_key_of(a, &first), tl_key_of(b, &second), FAR);
}

/* Whether another form that the place allows is as near: Соловье and Соловее to «Соловие». */
static bool
has_rival(const fitting *fit, const tl_inflected_word *word, const tl_form *nearest, tl_str text)
{
    for (size_t i = 0; i < word->count; i++) {
        const tl_form *form = &word->forms[i];
        if (form != nearest && (form->usual & fit->allowed & TL_CELLS_SINGULAR) &&
            distance(text, form->text) <= distance(text, nearest->text)) {
            return true;
        }
    }
    return false;
}

/* Two letters in the wrong order make no other ending. */
static bool
is_transposed(tl_str text, tl_str form)
{
    tl_key first, second;
    tl_typo typo;
    return tl_typo_find(tl_key_of(text, &first), tl_key_of(form, &second), &typo) &&
           typo.count == 1 && typo.edits[0].kind == TL_TYPO_SWAPPED;
}

/* The nearest form, if it is one of the place. An ending that is itself misspelled is told by what
 * stands beside it. */
static bool
is_nearest_right(fitting *fit, const tl_inflected_word *word, const tl_form *nearest, tl_str text)
{
    told_ending told = tell_ending(word, text, TL_CELLS_ALL);
    tl_str ending = ending_of(word, nearest->text);
    uint16_t cells = nearest->usual & fit->allowed & TL_CELLS_SINGULAR;
    bool is_told = ends_alike(text, ending) && ending.len == told.ending.len;
    bool is_meant = told.ending.len == 0 &&
                    (fit->has_witness || fit->is_governed || is_transposed(text, nearest->text));
    return cells && (is_told || is_meant) && !has_rival(fit, word, nearest, text);
}

/* What else the form may be: that of the cells which the ending tells, the nearest form has or the
 * place allows, whichever of them narrows it down first. */
static common_form
choose_form(fitting *fit, const tl_inflected_word *word, const tl_form *nearest, tl_str text)
{
    uint16_t narrow = fit->allowed & TL_CELLS_SINGULAR;
    told_ending told = tell_ending(word, text, narrow);
    uint16_t cells = told.ending.len ? told.cells & narrow : nearest->cells & narrow;
    common_form any = form_in(word, narrow);
    bool is_forced = any.is_only && fit->has_witness;
    common_form found = is_forced || cells == 0 ? any : form_in(word, cells);
    bool is_usual = nearest->usual & narrow;
    bool is_told = told.ending.len && ends_alike(found.text, told.ending) && !is_usual;
    found.is_only = is_forced || (found.is_only && is_told);
    bool may_be_nearest = is_usual || found.text.len == 0;
    found.text = !found.is_only && may_be_nearest ? nearest->text : found.text;
    return found;
}

static tl_name_fit
fit_part(fitting *fit, tl_name_part *part, tl_part kind)
{
    const tl_name_part *given = &fit->name->parts[1], *patronymic = &fit->name->parts[2];
    tl_inflected_word word = forms_of(fit, kind);
    const tl_form *nearest = find_form(&word, part->meant);
    tl_str text = text_of(fit, part);
    if (nearest == NULL) {
        return TL_NAME_FITS;
    }
    bool is_other = kind == TL_PART_FAMILY && ends_as_other_gender(fit, &word, text);
    if (is_other && given->count == 0 && patronymic->count == 0) {
        return TL_NAME_IS_OTHER;
    }
    uint16_t variant = kind == TL_PART_GIVEN ? cells_as_variant(fit, text) : 0;
    if (variant == 0 && is_nearest_right(fit, &word, nearest, text)) {
        return is_other ? TL_NAME_UNSURE : TL_NAME_FITS;
    }
    if (fit->may_be_plural && (nearest->cells & fit->allowed & TL_CELLS_PLURAL)) {
        return TL_NAME_UNSURE;
    }
    common_form chosen = variant ? form_of_variant(fit, &word, nearest, variant)
                                 : choose_form(fit, &word, nearest, text);
    part->meant = tl_arena_copy(fit->pass->arena, chosen.text);
    return chosen.is_only && !is_other ? TL_NAME_FITS : TL_NAME_UNSURE;
}

static bool
is_russian(const tl_pass *pass, const tl_person *person)
{
    return tl_str_equal(pass->scan->language, TL_STR("ru")) && person->entry->name &&
           tl_str_equal(tl_language_primary(person->entry->language), TL_STR("ru"));
}

tl_name_fit
tl_name_words_fit(tl_pass *pass, const tl_person *person, tl_name_words *name)
{
    if (!is_russian(pass, person)) {
        return TL_NAME_FITS;
    }
    const tl_name_words written = *name;
    fitting fit = {.pass = pass,
                   .person = person->entry->name,
                   .gender = tl_name_gender_letter(person->entry->name),
                   .name = &written};
    tl_name_fit result = TL_NAME_FITS;
    read_place(&fit);
    for (size_t i = 0; i < TL_NAME_PARTS; i++) {
        if (name->parts[i].differs) {
            tl_name_fit part = fit_part(&fit, &name->parts[i], part_names[i]);
            result = part > result ? part : result;
        }
    }
    tl_arena_clear(&fit.scratch);
    return result;
}
