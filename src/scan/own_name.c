/* SPDX-License-Identifier: MPL-2.0 */
/* Compares a word beside a family name with the person's own names. Any other known name is
 * somebody else's, however near it is; a word that is no known name is a misspelling if it could be
 * a romanization, another Cyrillic spelling, or a letter or two away. */
#include "scan/own_name.h"

#include "base/utf8.h"
#include "morph/base_name.h"
#include "romanize/respelling.h"
#include "scan/father.h"
#include "scan/name_form.h"
#include "text/compare.h"
#include "text/distance.h"
#include "text/key.h"

enum {
    LONG_GIVEN = 8, /* letters from which on two may be wrong */
    LONG_PATRONYMIC = 11,
    SHORTEST_TYPO = 5,
    EDIT = 100,      /* the cost of an edit */
    OTHER_CASE = 10, /* of taking for a case form what is a name in its base form */
};

static const tl_own_match not_own = {.kind = TL_OWN_NOT};
static const tl_own_match own = {.kind = TL_OWN_YES};

static tl_own_match
misspelled(tl_str meant)
{
    return (tl_own_match){.kind = TL_OWN_MISSPELLED, .meant = meant};
}

static bool
is_cyrillic(tl_str word)
{
    size_t at = 0;
    return word.len && tl_script_of(tl_utf8_next(word, &at)) == TL_SCRIPT_CYRILLIC;
}

/* True if a good form of the person in the text's language has this very word. */
static bool
is_in_good_form(const tl_scan *scan, const tl_person *person, tl_str word)
{
    const tl_entry *entry = tl_concept_entry(person->concept, scan->language);
    for (size_t i = 0; entry && i < entry->term_count; i++) {
        tl_str rest = entry->terms[i]->text, part;
        while (tl_term_is_good(entry->terms[i]) && tl_str_split(&rest, ' ', &part)) {
            if (tl_keys_equal(part, word)) {
                return true;
            }
        }
    }
    return false;
}

/* True if the word is one of several that the name is made of: Jean of Jean-Claude. */
static bool
is_part(tl_str name, tl_str word)
{
    tl_str rest = name, spaced, part;
    while (name.len && tl_str_split(&rest, ' ', &spaced)) {
        while (spaced.len && tl_str_split(&spaced, '-', &part)) {
            if (part.len && tl_keys_equal(part, word)) {
                return true;
            }
        }
    }
    return false;
}

/* How many letters may differ in a misspelling of a name. */
static unsigned
typo_limit(tl_str name, tl_part part)
{
    size_t length = tl_utf8_length(name);
    size_t is_long = part == TL_PART_GIVEN ? LONG_GIVEN : LONG_PATRONYMIC;
    return length >= is_long ? 2 : length >= SHORTEST_TYPO ? 1 : 0;
}

static bool
is_typo_of(tl_str word, tl_str name, tl_part part)
{
    tl_key first, second;
    unsigned limit = typo_limit(name, part);
    return limit &&
           tl_edit_distance(tl_key_of(word, &first), tl_key_of(name, &second), limit) <= limit;
}

static bool
begin_alike(tl_str a, tl_str b)
{
    size_t first = 0, second = 0;
    return a.len && b.len &&
           tl_letter_lower(tl_utf8_next(a, &first)) == tl_letter_lower(tl_utf8_next(b, &second));
}

/* What a Cyrillic word costs as a misspelling of a form; TL_RESPELLING_NONE: it is none. */
static uint32_t
misspelling_cost(tl_str word, tl_str form, tl_part part)
{
    tl_key first, second;
    uint32_t cost = tl_respelling_cost(word, form);
    unsigned limit = typo_limit(form, part);
    if (cost <= TL_RESPELLING_SURE) {
        return cost;
    }
    unsigned edits =
        limit && begin_alike(word, form)
            ? tl_edit_distance(tl_key_of(word, &first), tl_key_of(form, &second), limit)
            : limit + 1;
    return edits <= limit ? edits * EDIT : TL_RESPELLING_NONE;
}

/* A part of the person's name, and how much a misspelling of it may cost. */
typedef struct own_part {
    tl_str name;
    tl_part part;
    uint32_t limit;
} own_part;

/* The case forms of the person's own name that the word is, or is most likely meant to be. */
static tl_own_match
match_forms(tl_scanner *scanner, const tl_person *person, const own_part *meant, tl_str word)
{
    tl_str name = meant->name;
    tl_part part = meant->part;
    tl_inflected_word forms =
        tl_inflect_name(name, part, tl_name_gender_letter(person->entry->name), &scanner->scratch);
    uint32_t least = meant->limit;
    bool may_be_base = tl_given_cells(scanner->given, word) & 1u << TL_CASE_NOM;
    tl_own_match match = not_own;
    for (size_t i = 0; i < forms.count; i++) {
        if (tl_keys_equal(word, forms.forms[i].text)) {
            return own;
        }
        uint32_t cost = misspelling_cost(word, forms.forms[i].text, part);
        bool is_base = forms.forms[i].cells & 1u << TL_CASE_NOM;
        cost += cost < TL_RESPELLING_NONE && may_be_base && !is_base ? OTHER_CASE : 0;
        if (cost < least) {
            least = cost;
            match = misspelled(forms.forms[i].text);
        }
    }
    return match;
}

/* True if some entry of the person has the given name so: «Анатолій» in Ukrainian. */
static bool
is_given_of_entry(tl_scanner *scanner, const tl_person *person, tl_str word)
{
    for (size_t i = 0; i < person->concept->entry_count; i++) {
        const tl_person_name *name = person->concept->entries[i].name;
        if (name && is_cyrillic(name->given) &&
            tl_is_form_of_name(word, name->given, TL_PART_GIVEN, tl_name_gender_letter(name),
                               &scanner->scratch)) {
            return true;
        }
    }
    return false;
}

static tl_own_match
match_cyrillic_given(tl_scanner *scanner, const tl_person *person, tl_str word)
{
    if (person->given.len == 0) {
        return not_own;
    }
    if (is_given_of_entry(scanner, person, word)) {
        return own;
    }
    tl_given_kind kind = tl_given_relate(scanner->given, word, person->given);
    bool is_same = kind == TL_GIVEN_SAME;
    const own_part given = {person->given, TL_PART_GIVEN,
                            is_same ? TL_RESPELLING_SURE + 1 : TL_RESPELLING_NONE};
    tl_own_match match = match_forms(scanner, person, &given, word);
    if (match.kind == TL_OWN_MISSPELLED) {
        bool is_own = tl_respelling_is_foreign(word) ||
                      (is_same && tl_given_may_be_other(scanner->given, word, person->given));
        return kind == TL_GIVEN_OTHER ? not_own : is_own ? own : match;
    }
    return is_same || is_part(person->given, word) ? own : match;
}

/* True if the word is a romanization of the given name as any Cyrillic entry of the person has it.
 */
static bool
is_romanized_given(tl_scanner *scanner, const tl_person *person, tl_str word)
{
    tl_arena *scratch = &scanner->scratch;
    tl_str joined = tl_hyphenate(word, scratch);
    for (size_t i = 0; i < person->concept->entry_count; i++) {
        const tl_person_name *name = person->concept->entries[i].name;
        if (name && is_cyrillic(name->given) &&
            tl_romanize_cost(tl_hyphenate(name->given, scratch), joined) <= TL_COST_LIKELY) {
            return true;
        }
    }
    return false;
}

tl_own_match
tl_scanner_match_given(tl_scanner *scanner, const tl_person *person, const tl_latin_name *latin,
                       tl_str word)
{
    if (is_cyrillic(word)) {
        return match_cyrillic_given(scanner, person, word);
    }
    if (tl_keys_equal(word, latin->given) || is_part(latin->given, word) ||
        is_in_good_form(&scanner->scan, person, word)) {
        return own;
    }
    if (person->given.len == 0) {
        return not_own;
    }
    if (is_romanized_given(scanner, person, word)) {
        return misspelled(latin->given);
    }
    tl_given_kind kind = tl_given_relate(scanner->given, word, person->given);
    if (kind == TL_GIVEN_SAME) {
        return tl_given_is_respelled(scanner->given, word, person->given) ? misspelled(latin->given)
                                                                          : own;
    }
    return kind == TL_GIVEN_UNKNOWN && is_typo_of(word, latin->given, TL_PART_GIVEN)
               ? misspelled(latin->given)
               : not_own;
}

tl_own_match
tl_scanner_match_patronymic(tl_scanner *scanner, const tl_person *person,
                            const tl_latin_name *latin, tl_str word)
{
    if (person->patronymic.len == 0) {
        return tl_patronymic_mark(word) ? own : not_own;
    }
    if (!is_cyrillic(word) && tl_keys_equal(word, latin->patronymic)) {
        return own;
    }
    const own_part patronymic = {person->patronymic, TL_PART_PATRONYMIC, TL_RESPELLING_NONE};
    tl_own_match match = is_cyrillic(word) ? match_forms(scanner, person, &patronymic, word)
                         : tl_romanize_cost(person->patronymic, word) <= TL_COST_LIKELY ||
                                 is_typo_of(word, latin->patronymic, TL_PART_PATRONYMIC)
                             ? misspelled(latin->patronymic)
                             : not_own;
    bool is_other = match.kind == TL_OWN_MISSPELLED &&
                    tl_father_is_other(scanner->given, word, person->patronymic);
    return is_other ? not_own : match;
}

bool
tl_scanner_is_given(tl_scanner *scanner, tl_str word)
{
    return tl_given_relate(scanner->given, word, (tl_str){NULL, 0}) != TL_GIVEN_UNKNOWN;
}

bool
tl_scanner_is_other_given(tl_scanner *scanner, const tl_person *person, tl_str word)
{
    return tl_given_relate(scanner->given, word, person->given) == TL_GIVEN_OTHER;
}

/* True if the word ends as family names do, in whatever case. */
static bool
has_family_mark(tl_scanner *scanner, tl_str word)
{
    if (!is_cyrillic(word)) {
        return tl_latin_family_mark(word);
    }
    tl_base_names bases = tl_base_names_of(word, 0, &scanner->scratch);
    for (size_t i = 0; i < bases.count; i++) {
        if (tl_family_mark(bases.items[i])) {
            return true;
        }
    }
    return false;
}

bool
tl_scanner_are_two_names(tl_scanner *scanner, uint32_t first)
{
    enum { SHORTEST_FAMILY = 4 };
    const tl_word *left = &scanner->scan.words.items[first], *right = left + 1;
    return right->gap == TL_GAP_SPACE && left->tail == 0 && (left->flags & TL_WORD_CAPITALISED) &&
           (right->flags & TL_WORD_CAPITALISED) && left->length > 1 &&
           right->length >= SHORTEST_FAMILY &&
           has_family_mark(scanner, tl_scan_text(&scanner->scan, first + 1, 1));
}
