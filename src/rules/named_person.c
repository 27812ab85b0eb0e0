/* SPDX-License-Identifier: MPL-2.0 */
/* Who is named at a place: the hits and mentions of the scan tell whom the termbase knows, the list
 * of given names who else is a person. A capitalised word that is neither is no part of a name
 * here: better no person than one whose name begins in the middle. */
#include "rules/named_person.h"

#include "base/utf8.h"
#include "morph/base_name.h"
#include "morph/inflect.h"
#include "rules/at_word.h"
#include "text/compare.h"
#include "text/key.h"

enum { LONGEST_NAME = 5, LONGEST_INITIAL = 2, MOST_PARTICLES = 3 };

/* "V", "Yu": one letter, or two with a full stop behind. */
static bool
is_initial(const tl_pass *pass, uint32_t at)
{
    const tl_word *word = tl_word_at(pass, at);
    bool dotted = at + 1 < pass->scan->words.count && word[1].gap == TL_GAP_DOT;
    return (word->flags & TL_WORD_CAPITALISED) && !(word->flags & TL_WORD_HAS_DIGIT) &&
           (word->length == 1 ||
            (dotted && word->length <= LONGEST_INITIAL && !(word->flags & TL_WORD_ALL_CAPS)));
}

static bool
is_capitalised(const tl_pass *pass, uint32_t at)
{
    return tl_word_at(pass, at)->flags & TL_WORD_CAPITALISED;
}

static bool
may_be_name(const tl_pass *pass, uint32_t at)
{
    const tl_word *word = tl_word_at(pass, at);
    return (word->flags & TL_WORD_CAPITALISED) &&
           !(word->flags & (TL_WORD_HAS_DIGIT | TL_WORD_NOT_TEXT)) &&
           (is_initial(pass, at) || (!tl_word_is_listed(pass, at, TL_LIST_ROLES) &&
                                     !tl_word_is_listed(pass, at, TL_LIST_FORMER)));
}

static bool
is_beside(const tl_pass *pass, uint32_t at)
{
    const tl_word *word = tl_word_at(pass, at);
    return word[-1].tail == 0 &&
           (word->gap == TL_GAP_HYPHEN || word->gap == TL_GAP_NONE ||
            (word->gap == TL_GAP_SPACE && !(word->flags & TL_WORD_SENTENCE_START)) ||
            (word->gap == TL_GAP_DOT && is_initial(pass, at - 1)));
}

/* One behind the words from `first` that may be parts of one name. */
static uint32_t
end_of_run(const tl_pass *pass, uint32_t first)
{
    uint32_t end = first;
    while (end < pass->scan->words.count && end - first < LONGEST_NAME && may_be_name(pass, end) &&
           (end == first || is_beside(pass, end))) {
        end++;
    }
    return end;
}

static bool
is_person(const tl_hit *hit)
{
    return hit && hit->pattern->term->concept->type == TL_TYPE_PERSON;
}

static bool
is_form_of_given(tl_str word, tl_str name)
{
    tl_arena scratch = {NULL};
    tl_inflected_word forms = tl_inflect_name(name, TL_PART_GIVEN, '\0', &scratch);
    size_t form = 0;
    while (form < forms.count && !tl_keys_equal(forms.forms[form].text, word)) {
        form++;
    }
    tl_arena_clear(&scratch);
    return form < forms.count;
}

static bool
is_initial_of(tl_str initial, tl_str name)
{
    size_t first = 0, second = 0;
    return initial.len && name.len &&
           tl_letter_lower(tl_utf8_next(initial, &first)) ==
               tl_letter_lower(tl_utf8_next(name, &second));
}

/* The cells in which a word is some known given name, 0 if it is none. */
static uint16_t
cells_as_given(const tl_pass *pass, uint32_t at)
{
    tl_str word = tl_pass_word(pass, at);
    tl_name_match match;
    if (tl_word_at(pass, at)->scripts == TL_SCRIPT_CYRILLIC) {
        return tl_given_cells(pass->given, word);
    }
    bool is_given = tl_word_is_listed(pass, at, TL_LIST_LATIN_GIVEN) ||
                    tl_given_find(pass->given, word, &match, 1) > 0;
    return is_given ? (uint16_t)TL_CELLS_ALL : 0;
}

typedef enum part_kind {
    PART_UNKNOWN, /* perhaps no name at all */
    PART_OWN,     /* fits the person */
    PART_OTHER,   /* somebody else's */
} part_kind;

static bool
is_own_name(const tl_concept *concept, tl_str word)
{
    for (size_t i = 0; i < concept->entry_count; i++) {
        const tl_person_name *name = concept->entries[i].name;
        if (name && name->given.len &&
            (tl_keys_equal(word, name->patronymic) || is_form_of_given(word, name->given))) {
            return true;
        }
    }
    return false;
}

static bool
fits_initial(const tl_concept *concept, tl_str initial)
{
    bool has_name = false;
    for (size_t i = 0; i < concept->entry_count; i++) {
        const tl_person_name *name = concept->entries[i].name;
        if (name &&
            (is_initial_of(initial, name->given) || is_initial_of(initial, name->patronymic))) {
            return true;
        }
        has_name = has_name || (name && name->given.len);
    }
    return !has_name;
}

/* What word `at`, beside the family name of `concept`, is to that person. */
static part_kind
kind_of_part(tl_pass *pass, const tl_concept *concept, const tl_mention *mention, uint32_t at)
{
    bool is_read = mention && (tl_name_part_has(&mention->given, at) ||
                               tl_name_part_has(&mention->patronymic, at));
    tl_str word = tl_pass_word(pass, at);
    if (is_read || tl_patronymic_mark(word) || is_own_name(concept, word)) {
        return PART_OWN;
    }
    if (is_initial(pass, at)) {
        return fits_initial(concept, word) || mention ? PART_OWN : PART_OTHER;
    }
    return cells_as_given(pass, at) ? PART_OTHER : PART_UNKNOWN;
}

static void
note_part(const tl_pass *pass, tl_named_person *person, uint32_t at)
{
    bool initial = is_initial(pass, at);
    person->has_initials = person->has_initials || initial;
    person->has_given = person->has_given || !initial;
}

/* A form that does not inflect may stand in any case; a base form is the nominative. */
static uint16_t
cells_of_hit(const tl_hit *hit)
{
    uint16_t kinds = 0;
    for (uint32_t i = 0; i < hit->pattern->count; i++) {
        kinds |= hit->pattern->words[i].kinds;
    }
    if (hit->cells) {
        return hit->cells;
    }
    return kinds == TL_INFLECTION_NONE ? TL_CELLS_ALL : 1u << TL_CASE_NOM;
}

/* The family name of somebody whom the termbase knows. */
typedef struct known_family {
    const tl_concept *concept;
    const tl_mention *mention; /* NULL: a hit alone */
    uint32_t first, count;
    uint16_t cells;
    bool full; /* the hit is the name in full */
} known_family;

static bool
known_family_at(const tl_pass *pass, uint32_t at, known_family *family)
{
    const tl_hit *hit = tl_hit_at(pass, at);
    const tl_mention *mention = tl_scan_mention_at(pass->scan, at);
    *family = (known_family){.mention = mention, .cells = TL_CELLS_ALL};
    if (is_person(hit) && hit->first == at) {
        family->concept = hit->pattern->term->concept;
        family->first = hit->first;
        family->count = hit->count;
        family->full = hit->pattern->kind == TL_PATTERN_TERM && hit->count > 1;
        family->cells = pass->scan->script == TL_SCRIPT_CYRILLIC ? cells_of_hit(hit) : TL_CELLS_ALL;
        return true;
    }
    if (mention && mention->family.first == at) {
        family->concept = mention->person->concept;
        family->first = at;
        family->count = mention->family.count;
        return true;
    }
    return false;
}

/* Given names and initials behind the family name: "Zhikharev Nikolay Yuryevich". */
static uint32_t
end_of_known(tl_pass *pass, const known_family *family, uint32_t run_end, tl_named_person *person)
{
    uint32_t end = family->first + family->count;
    while (!family->full && !person->has_given && !person->has_initials && end < run_end &&
           kind_of_part(pass, family->concept, family->mention, end) == PART_OWN) {
        note_part(pass, person, end++);
        person->family_first = true;
        if (end < run_end &&
            (tl_patronymic_mark(tl_pass_word(pass, end)) || is_initial(pass, end))) {
            end++;
        }
    }
    return end;
}

/* The cells of a word before the family name, as far as it tells. */
static uint16_t
cells_of_part(const tl_pass *pass, uint32_t at)
{
    bool is_cyrillic = tl_word_at(pass, at)->scripts == TL_SCRIPT_CYRILLIC;
    uint16_t cells = is_cyrillic ? tl_given_cells(pass->given, tl_pass_word(pass, at)) : 0;
    return cells ? cells : TL_CELLS_ALL;
}

/* The name whose family name is `family`, if all words before it are parts of a name. */
static bool
read_known(tl_pass *pass, uint32_t first, uint32_t run_end, const known_family *family,
           tl_named_person *person)
{
    *person = (tl_named_person){.first = first,
                                .concept = family->concept,
                                .has_given = family->full,
                                .cells = family->cells};
    if (family->full && family->first != first) {
        return false;
    }
    for (uint32_t at = first; at < family->first; at++) {
        part_kind kind = kind_of_part(pass, family->concept, family->mention, at);
        if (kind == PART_UNKNOWN) {
            return false;
        }
        if (kind == PART_OTHER) {
            person->concept = NULL;
        }
        note_part(pass, person, at);
        person->cells &= cells_of_part(pass, at);
    }
    person->count = end_of_known(pass, family, run_end, person) - first;
    return true;
}

static bool
may_be_unknown_family(const tl_pass *pass, uint32_t at)
{
    return tl_hit_at(pass, at) == NULL && tl_word_at(pass, at)->length > 1 &&
           !tl_word_is_listed(pass, at, TL_LIST_PLACES);
}

/* A further family name: "García López". A word that has small letters in the dictionary is rather
 * the beginning of something else. */
static bool
is_further_family(const tl_pass *pass, uint32_t at)
{
    tl_key key;
    tl_str word = tl_pass_word(pass, at);
    return tl_word_at(pass, at)->scripts == TL_SCRIPT_LATIN && may_be_unknown_family(pass, at) &&
           !is_initial(pass, at) && !cells_as_given(pass, at) &&
           tl_pass_ask(pass, pass->scan->language, tl_key_of(word, &key), true) == TL_KNOWN_NO;
}

/* "von der" before a family name: how many words. */
static uint32_t
count_particles(const tl_pass *pass, uint32_t at)
{
    uint32_t end = at;
    while (end + 1 < pass->scan->words.count && end - at < MOST_PARTICLES && is_beside(pass, end) &&
           !is_capitalised(pass, end) && tl_word_is_listed(pass, end, TL_LIST_PARTICLES)) {
        end++;
    }
    bool precede_name = may_be_name(pass, end < pass->scan->words.count ? end : at);
    return precede_name && end > at && is_beside(pass, end) ? end - at : 0;
}

/* One behind the family name at word `at`, with its second half or the second family name. */
static uint32_t
end_of_unknown_family(const tl_pass *pass, uint32_t at)
{
    uint32_t end = at + 1, run_end = end_of_run(pass, at);
    if (end < run_end && tl_word_at(pass, end)->gap == TL_GAP_HYPHEN) {
        end++;
    }
    return end + (end < run_end && tl_word_at(pass, end)->gap == TL_GAP_SPACE &&
                  is_further_family(pass, end));
}

/* One behind the given name at word `first` and what belongs to it: the other half, a patronymic,
 * initials. */
static uint32_t
end_of_given(const tl_pass *pass, uint32_t first, uint32_t run_end, tl_named_person *person)
{
    uint32_t at = first;
    if (!is_initial(pass, at)) {
        note_part(pass, person, at++);
        at += at + 1 < run_end && tl_word_at(pass, at)->gap == TL_GAP_HYPHEN;
        at += at + 1 < run_end && tl_patronymic_mark(tl_pass_word(pass, at));
    }
    while (at < run_end && is_initial(pass, at)) {
        note_part(pass, person, at++);
    }
    return at;
}

/* "Ivan Petrov", "I. V. Petrov", "Ivan V. Petrov", «Иван Васильевич Петров», "Luis de la Cruz",
 * "Wang Li". */
static bool
read_unknown(tl_pass *pass, uint32_t first, uint32_t run_end, tl_named_person *person)
{
    *person = (tl_named_person){.first = first, .cells = TL_CELLS_ALL};
    uint32_t at = end_of_given(pass, first, run_end, person);
    uint32_t particles = at < pass->scan->words.count ? count_particles(pass, at) : 0;
    at += particles;
    if ((at >= run_end && particles == 0) || !may_be_unknown_family(pass, at)) {
        return false;
    }
    person->count = end_of_unknown_family(pass, at) - first;
    bool is_family_first = tl_word_is_listed(pass, first, TL_LIST_LATIN_FAMILY_FIRST);
    person->cells =
        person->has_given && !is_family_first ? cells_as_given(pass, first) : TL_CELLS_ALL;
    return person->cells != 0;
}

tl_range
tl_named_person_range(const tl_pass *pass, const tl_named_person *person)
{
    tl_range range = tl_scan_range(pass->scan, person->first, person->count);
    tl_str text = pass->scan->segment->text;
    bool is_initial_last =
        person->has_initials && person->family_first &&
        tl_word_at(pass, person->first + person->count - 1)->length <= LONGEST_INITIAL;
    range.end += is_initial_last && range.end < text.len && text.ptr[range.end] == '.';
    return range;
}

bool
tl_named_person_from(tl_pass *pass, uint32_t first, tl_named_person *person)
{
    uint32_t end = end_of_run(pass, first);
    for (uint32_t at = first; at < end; at++) {
        known_family family;
        if (known_family_at(pass, at, &family)) {
            return read_known(pass, first, end, &family, person);
        }
    }
    return end > first && read_unknown(pass, first, end, person);
}

bool
tl_named_person_until(tl_pass *pass, uint32_t end, tl_named_person *person)
{
    bool found = false;
    for (uint32_t count = 1; count <= LONGEST_NAME && count <= end; count++) {
        tl_named_person longer;
        uint32_t first = end - count;
        bool is_particle = count > 1 && !is_capitalised(pass, first) &&
                           tl_word_is_listed(pass, first, TL_LIST_PARTICLES);
        if (is_particle && is_beside(pass, first + 1)) {
            continue;
        }
        if (!may_be_name(pass, first) || (count > 1 && !is_beside(pass, first + 1))) {
            break;
        }
        if (tl_named_person_from(pass, first, &longer) && longer.count == count) {
            *person = longer;
            found = true;
        }
    }
    return found;
}
