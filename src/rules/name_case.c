/* SPDX-License-Identifier: MPL-2.0 */
/* Finds the case of a name by declining what it may be a form of and looking which form it is. An
 * answer is only given if all cases that it may stand in have one form of the other name. */
#include "rules/name_case.h"

#include "morph/base_name.h"
#include "morph/decline.h"
#include "scan/name_form.h"
#include "text/capitals.h"
#include "text/key.h"
#include "text/script.h"

/* The words of a declined full name. */
static tl_str
given_of(tl_str full)
{
    return tl_str_slice(full, 0, tl_str_find_byte(full, ' ', 0));
}

static tl_str
family_of(tl_str full)
{
    size_t begin = full.len;
    while (begin > 0 && full.ptr[begin - 1] != ' ') {
        begin--;
    }
    return tl_str_slice(full, begin, full.len);
}

/* The cases, as bits, of which a form has `text` in the part that `part_of` takes. */
static unsigned
cases_of(const tl_declension *declension, tl_str (*part_of)(tl_str full), tl_str text)
{
    unsigned cases = 0;
    for (unsigned i = 0; i < TL_CASE_COUNT; i++) {
        const tl_name_forms *forms = &declension->cases[i];
        for (size_t k = 0; k < forms->count; k++) {
            cases |= tl_keys_equal(part_of(forms->items[k]), text) ? 1U << i : 0;
        }
    }
    return cases;
}

static tl_declension
decline(tl_pass *pass, tl_str given, tl_str family, char gender)
{
    tl_str full = tl_arena_format(pass->scratch, "%.*s %.*s", TL_STR_ARGS(given),
                                  TL_STR_ARGS(tl_capitals_raise_first(pass->scratch, family)));
    return tl_decline_name(full, gender, pass->scratch);
}

/* The cases that a family name nobody has listed may stand in. A base that looks like a name of
 * the gender goes before others: «Ершовой» is of Ершова. */
static unsigned
cases_of_stranger(tl_pass *pass, tl_str given, char gender, tl_str text)
{
    tl_base_names bases = tl_base_names_of(text, gender, pass->scratch);
    unsigned cases = 0, cases_of_marked = 0;
    for (size_t i = 0; i < bases.count; i++) {
        tl_declension declension = decline(pass, given, bases.items[i], gender);
        bool is_marked = gender && tl_family_mark(bases.items[i]) == gender;
        unsigned found = cases_of(&declension, family_of, text);
        cases |= found;
        cases_of_marked |= is_marked ? found : 0;
    }
    return cases_of_marked ? cases_of_marked : cases;
}

/* The family name's form in all these cases, if they have one. */
static tl_str
form_in(const tl_declension *declension, unsigned cases, tl_str base)
{
    tl_str found = {NULL, 0};
    for (unsigned i = 0; i < TL_CASE_COUNT; i++) {
        const tl_name_forms *forms = &declension->cases[i];
        if (!(cases >> i & 1) || forms->count == 0) {
            continue;
        }
        tl_str form = family_of(forms->items[0]);
        if (forms->count > 1 || (found.len && !tl_str_equal(form, found))) {
            return base;
        }
        found = form;
    }
    return found.len ? found : base;
}

tl_str
tl_family_in_case_of(tl_pass *pass, const tl_person_name *person, const tl_scan *scan,
                     const tl_text_name *name)
{
    bool declines = person->decline && person->form_count == 0 && person->given.len;
    if (scan->script != TL_SCRIPT_CYRILLIC || !declines) {
        return person->family;
    }
    char gender = tl_name_gender_letter(person);
    tl_declension own = decline(pass, person->given, person->family, gender);
    unsigned cases = 0;
    if (name->given >= 0) {
        cases = cases_of(&own, given_of, tl_scan_text(scan, (uint32_t)name->given, 1));
    }
    if (cases == 0) {
        cases = cases_of_stranger(pass, person->given, gender,
                                  tl_scan_text(scan, name->family, name->family_count));
    }
    return tl_arena_copy(pass->arena, form_in(&own, cases, person->family));
}
