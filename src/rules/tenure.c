/* SPDX-License-Identifier: MPL-2.0 */
/* Tenures: from when until when somebody held a title, and how a holder is named in the place of
 * another. What the termbase leaves open (no `from:`, no `until:`) has no bound. A name that only
 * looks like that of the holder is the holder's, misspelled: other rules find it. */
#include "rules/tenure.h"

#include "base/utf8.h"
#include "morph/decline.h"
#include "romanize/romanize.h"
#include "scan/name_form.h"
#include "text/capitals.h"
#include "text/distance.h"
#include "text/key.h"

enum { LONG_NAME = 8, SHORTEST_TYPO = 5 };

static tl_period
period_of(const tl_holder *holder)
{
    return (tl_period){holder->from, holder->until ? holder->until : UINT32_MAX};
}

static bool
overlap(tl_period a, tl_period b)
{
    return a.first <= b.last && b.first <= a.last;
}

static bool
covers(tl_period outer, tl_period inner)
{
    return outer.first <= inner.first && outer.last >= inner.last;
}

static bool
is_typo(tl_str word, tl_str name)
{
    tl_key first, second;
    tl_str a = tl_key_of(word, &first), b = tl_key_of(name, &second);
    size_t length = tl_utf8_length(b);
    unsigned limit = length >= LONG_NAME ? 2 : length >= SHORTEST_TYPO ? 1 : 0;
    return tl_edit_distance(a, b, limit) <= limit;
}

/* True if the word may be a spelling or a case form of the family name. */
static bool
may_be_family(tl_str word, const tl_person_name *name)
{
    if (name->family.len == 0) {
        return false;
    }
    if (tl_romanize_cost(name->family, word) <= TL_COST_LIKELY || is_typo(word, name->family)) {
        return true;
    }
    tl_arena scratch = {NULL};
    tl_inflected_word forms = tl_inflect_name(name->family, TL_PART_FAMILY, '\0', &scratch);
    size_t form = 0;
    while (form < forms.count && !is_typo(word, forms.forms[form].text)) {
        form++;
    }
    tl_arena_clear(&scratch);
    return form < forms.count;
}

static bool
may_be_named(tl_pass *pass, const tl_concept *holder, const tl_named_person *person)
{
    for (size_t i = 0; i < holder->entry_count; i++) {
        for (uint32_t k = 0; k < person->count && holder->entries[i].name; k++) {
            tl_str word = tl_pass_word(pass, person->first + k);
            if (may_be_family(word, holder->entries[i].name)) {
                return true;
            }
        }
    }
    return false;
}

bool
tl_tenure_fits(tl_pass *pass, const tl_concept *title, const tl_named_person *person,
               tl_period period)
{
    bool is_sure = person->concept && person->has_given;
    for (size_t i = 0; i < title->holder_count; i++) {
        const tl_holder *holder = &title->holders[i];
        if (overlap(period_of(holder), period) &&
            (holder->person == person->concept ||
             (!is_sure && may_be_named(pass, holder->person, person)))) {
            return true;
        }
    }
    return false;
}

bool
tl_tenure_excludes(const tl_concept *title, const tl_named_person *person, tl_period period,
                   const tl_concept **holder)
{
    bool is_listed = false;
    *holder = NULL;
    for (size_t i = 0; i < title->holder_count; i++) {
        is_listed = is_listed || title->holders[i].person == person->concept;
        if (covers(period_of(&title->holders[i]), period)) {
            *holder = title->holders[i].person;
        }
    }
    return *holder != NULL || is_listed;
}

static tl_str
first_letter(tl_str name)
{
    size_t end = 0;
    if (name.len) {
        tl_utf8_next(name, &end);
    }
    return tl_str_slice(name, 0, end);
}

/* The name in the shape of that in the text. */
static tl_str
shape(tl_pass *pass, const tl_named_person *person, tl_str family, tl_str given)
{
    if (person->has_given && given.len) {
        return tl_arena_format(pass->arena, "%.*s %.*s", TL_STR_ARGS(given), TL_STR_ARGS(family));
    }
    if (person->has_initials && person->family_first && given.len) {
        return tl_arena_format(pass->arena, "%.*s %.*s.", TL_STR_ARGS(family),
                               TL_STR_ARGS(first_letter(given)));
    }
    if (person->has_initials && given.len) {
        return tl_arena_format(pass->arena, "%.*s. %.*s", TL_STR_ARGS(first_letter(given)),
                               TL_STR_ARGS(family));
    }
    return family;
}

/* The name in the case that the text's stands in; where that may be one of several, in the first.
 * The accusative of a person is rarer than the genitive, and the nominative is not to be mended. */
static tl_str
decline(tl_pass *pass, tl_str name, char gender, uint16_t cells)
{
    tl_declension forms = tl_decline_name(name, gender, pass->arena);
    size_t cell = 0;
    while (cell < TL_CASE_COUNT && !(cells >> cell & 1)) {
        cell++;
    }
    return cell > TL_CASE_NOM && cell < TL_CASE_COUNT && forms.cases[cell].count
               ? forms.cases[cell].items[0]
               : name;
}

static tl_str
name_in_text(tl_pass *pass, const tl_concept *holder, const tl_named_person *person)
{
    const tl_entry *entry = tl_concept_entry(holder, pass->scan->language);
    if (entry && entry->name && entry->preferred) {
        if (person->has_given && pass->scan->script == TL_SCRIPT_LATIN) {
            return entry->preferred->text;
        }
        tl_str name = shape(pass, person, entry->name->family, entry->name->given);
        return pass->scan->script == TL_SCRIPT_CYRILLIC
                   ? decline(pass, name, tl_name_gender_letter(entry->name), person->cells)
                   : name;
    }
    const tl_person *known = tl_index_person(pass->index, holder);
    if (known == NULL || pass->scan->script != TL_SCRIPT_LATIN) {
        return (tl_str){NULL, 0};
    }
    tl_latin_name latin =
        tl_index_latin_name(pass->index, known, pass->scan->language, pass->arena);
    return shape(pass, person, latin.family, latin.given);
}

tl_str
tl_tenure_name(tl_pass *pass, const tl_concept *holder, const tl_named_person *person)
{
    tl_str name = name_in_text(pass, holder, person);
    tl_str text = tl_scan_text(pass->scan, person->first, person->count);
    return tl_capitals_only(text) ? tl_capitals_raise_all(pass->arena, name) : name;
}

static tl_str
format_day(tl_date date, tl_arena *arena)
{
    return tl_arena_format(arena, "%04u-%02u-%02u", date / 10000, date / 100 % 100, date % 100);
}

static bool
is_period(tl_period a, tl_period b)
{
    return a.first == b.first && a.last == b.last;
}

tl_str
tl_tenure_format(tl_period period, tl_arena *arena)
{
    unsigned year = period.first / 10000, month = period.first / 100 % 100;
    if (period.first == period.last) {
        return tl_arena_format(arena, "on %.*s", TL_STR_ARGS(format_day(period.first, arena)));
    }
    if (is_period(period, tl_period_of(year, 0, 0))) {
        return tl_arena_format(arena, "in %04u", year);
    }
    if (is_period(period, tl_period_of(year, month, 0))) {
        return tl_arena_format(arena, "in %04u-%02u", year, month);
    }
    return tl_arena_format(arena, "from %.*s to %.*s", TL_STR_ARGS(format_day(period.first, arena)),
                           TL_STR_ARGS(format_day(period.last, arena)));
}
