/* SPDX-License-Identifier: MPL-2.0 */
/* Tells a person from a namesake by the words beside the family name. A word that could be a given
 * name and is not the person's makes it somebody else's name: an editor forgives a misspelling that
 * goes unseen more easily than a stranger renamed. Words that are known to be no given name
 * (titles, "the", months) say nothing. */
#include "scan/context.h"

#include "base/utf8.h"
#include "scan/lists.h"
#include "scan/name_form.h"
#include "text/compare.h"
#include "text/distance.h"
#include "text/key.h"

#include <string.h>

enum { LONG_NAME = 8, SHORTEST_TYPO = 5 };

typedef enum part_match { PART_OTHER, PART_SPELLING, PART_OWN } part_match;

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

/* True if given name `id` of the list is one with `cyrillic`, in this form or another of its group,
 * which stand side by side. */
static bool
is_in_group(size_t id, tl_str cyrillic)
{
    size_t count;
    const tl_given_name *names = tl_given_names(&count);
    size_t first = id, group = names[id].group;
    while (first > 0 && names[first - 1].group == group) {
        first--;
    }
    for (size_t i = first; i < count && names[i].group == group; i++) {
        if (tl_keys_equal(tl_str_from(names[i].cyrillic), cyrillic)) {
            return true;
        }
    }
    return false;
}

typedef enum given_kind { GIVEN_UNKNOWN, GIVEN_SAME_GROUP, GIVEN_OTHER_GROUP } given_kind;

static bool
is_cyrillic(tl_str word)
{
    size_t at = 0;
    return word.len && tl_script_of(tl_utf8_next(word, &at)) == TL_SCRIPT_CYRILLIC;
}

/* The same for a Cyrillic word, in any case. */
static given_kind
kind_of_cyrillic_given(tl_scanner *scanner, tl_str word, tl_str own)
{
    bool is_own;
    bool is_known = tl_is_form_of_given(word, own, &scanner->scratch, &is_own);
    return is_own ? GIVEN_SAME_GROUP : is_known ? GIVEN_OTHER_GROUP : GIVEN_UNKNOWN;
}

/* Whether a word is a known given name, and one with the person's own. */
static given_kind
kind_of_given(tl_scanner *scanner, tl_str word, tl_str own_cyrillic)
{
    enum { MAX_MATCHES = 8 };
    if (is_cyrillic(word)) {
        return kind_of_cyrillic_given(scanner, word, own_cyrillic);
    }
    tl_name_match matches[MAX_MATCHES];
    size_t found = tl_given_find(scanner->given, word, matches, MAX_MATCHES);
    for (size_t i = 0; i < found; i++) {
        if (is_in_group(matches[i].id, own_cyrillic)) {
            return GIVEN_SAME_GROUP;
        }
    }
    return found ? GIVEN_OTHER_GROUP : GIVEN_UNKNOWN;
}

static bool
is_typo_of(tl_str word, tl_str name)
{
    tl_key first, second;
    size_t length = tl_utf8_length(name);
    unsigned limit = length >= LONG_NAME ? 2 : 1;
    return length >= SHORTEST_TYPO &&
           tl_edit_distance(tl_key_of(word, &first), tl_key_of(name, &second), limit) <= limit;
}

/* Cyrillic parts of a name are the person's own in any case, and are not misspelled here. */
static part_match
match_cyrillic(tl_scanner *scanner, const tl_person *person, tl_str name, tl_part part, tl_str word)
{
    tl_gender gender = person->entry->name->gender;
    char letter = gender == TL_GENDER_MALE ? 'm' : gender == TL_GENDER_FEMALE ? 'f' : 0;
    return name.len && tl_is_form_of_name(word, name, part, letter, &scanner->scratch) ? PART_OWN
                                                                                       : PART_OTHER;
}

static part_match
match_given(tl_scanner *scanner, const tl_person *person, tl_str latin, tl_str word)
{
    if (is_cyrillic(word)) {
        bool is_nickname = kind_of_given(scanner, word, person->given) == GIVEN_SAME_GROUP;
        return is_nickname ? PART_OWN
                           : match_cyrillic(scanner, person, person->given, TL_PART_GIVEN, word);
    }
    if (tl_keys_equal(word, latin) || is_in_good_form(&scanner->scan, person, word)) {
        return PART_OWN;
    }
    if (person->given.len == 0) {
        return PART_OTHER;
    }
    if (tl_romanize_cost(person->given, word) <= TL_COST_LIKELY) {
        return PART_SPELLING;
    }
    given_kind kind = kind_of_given(scanner, word, person->given);
    if (kind == GIVEN_SAME_GROUP) {
        return PART_OWN;
    }
    return kind == GIVEN_UNKNOWN && is_typo_of(word, latin) ? PART_SPELLING : PART_OTHER;
}

static bool
looks_like_patronymic(tl_str word)
{
    static const tl_str endings[] = {
        TL_STR_INIT("вич"),    TL_STR_INIT("вича"),  TL_STR_INIT("вичу"),  TL_STR_INIT("вичем"),
        TL_STR_INIT("виче"),   TL_STR_INIT("вна"),   TL_STR_INIT("вны"),   TL_STR_INIT("вне"),
        TL_STR_INIT("вну"),    TL_STR_INIT("вной"),  TL_STR_INIT("ична"),  TL_STR_INIT("ичны"),
        TL_STR_INIT("ичне"),   TL_STR_INIT("ичну"),  TL_STR_INIT("ичной"), TL_STR_INIT("оглы"),
        TL_STR_INIT("улы"),    TL_STR_INIT("уулу"),  TL_STR_INIT("кызы"),  TL_STR_INIT("заде"),
        TL_STR_INIT("vich"),   TL_STR_INIT("vitch"), TL_STR_INIT("vic"),   TL_STR_INIT("ovych"),
        TL_STR_INIT("evych"),  TL_STR_INIT("vna"),   TL_STR_INIT("ichna"), TL_STR_INIT("wicz"),
        TL_STR_INIT("witsch"), TL_STR_INIT("ogly"),  TL_STR_INIT("uly"),   TL_STR_INIT("kyzy"),
    };
    tl_key key;
    tl_str folded = tl_key_of(word, &key);
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
        if (folded.len > endings[i].len + 2 && tl_str_ends_with(folded, endings[i])) {
            return true;
        }
    }
    return false;
}

static part_match
match_patronymic(tl_scanner *scanner, const tl_person *person, tl_str latin, tl_str word)
{
    if (person->patronymic.len == 0) {
        return looks_like_patronymic(word) ? PART_OWN : PART_OTHER;
    }
    if (is_cyrillic(word)) {
        return match_cyrillic(scanner, person, person->patronymic, TL_PART_PATRONYMIC, word);
    }
    if (tl_keys_equal(word, latin)) {
        return PART_OWN;
    }
    bool is_spelling =
        tl_romanize_cost(person->patronymic, word) <= TL_COST_LIKELY || is_typo_of(word, latin);
    return is_spelling ? PART_SPELLING : PART_OTHER;
}

static const tl_word *
word_at(const tl_scanner *scanner, uint32_t at)
{
    return &scanner->scan.words.items[at];
}

static tl_str
text_at(const tl_scanner *scanner, uint32_t at)
{
    return tl_scan_text(&scanner->scan, at, 1);
}

/* "V", or what stands for one Cyrillic letter and has a full stop: "Yu.", "Zh."; "Dr." is none. */
static bool
is_initial(const tl_scanner *scanner, uint32_t at)
{
    enum { LONGEST_LETTER = 4 };
    const tl_word *word = word_at(scanner, at);
    tl_key key;
    bool dotted = at + 1 < scanner->scan.words.count && word[1].gap == TL_GAP_DOT &&
                  !tl_list_has(TL_LIST_ROLES, tl_key_of(text_at(scanner, at), &key));
    return (word->flags & TL_WORD_CAPITALISED) && !(word->flags & TL_WORD_HAS_DIGIT) &&
           (word->length == 1 ||
            (dotted && word->length <= LONGEST_LETTER && !(word->flags & TL_WORD_ALL_CAPS)));
}

/* True if some scheme begins the name with the letters of `key`. */
static bool
begins_in_some_scheme(tl_scanner *scanner, tl_str cyrillic, tl_str key)
{
    size_t count;
    const tl_scheme *schemes = tl_schemes(&count);
    tl_key bytes;
    for (size_t i = 0; i < count; i++) {
        tl_str latin = tl_scheme_romanize(&schemes[i], cyrillic, &scanner->scratch);
        if (tl_str_starts_with(tl_key_of(latin, &bytes), key)) {
            return true;
        }
    }
    return false;
}

/* An initial may be the first letter of any spelling: Е is E, Y or J. */
static bool
initial_fits(tl_scanner *scanner, tl_str initial, tl_str cyrillic, tl_str latin)
{
    tl_key first, second;
    tl_str key = tl_key_of(initial, &first);
    if (latin.len && tl_str_starts_with(tl_key_of(latin, &second), key)) {
        return true;
    }
    size_t end = 0;
    if (cyrillic.len) {
        tl_utf8_next(cyrillic, &end);
    }
    return end && (tl_romanize_cost(tl_str_slice(cyrillic, 0, end), initial) <= TL_COST_LIKELY ||
                   begins_in_some_scheme(scanner, cyrillic, key));
}

/* Initials [first, last] in order: of the given name and, if there are two, of the patronymic. */
static tl_beside
judge_initials(tl_scanner *scanner, const tl_person *person, const tl_latin_name *latin,
               uint32_t first, uint32_t last)
{
    if (person->given.len == 0 && latin->given.len == 0) {
        return TL_BESIDE_NOTHING;
    }
    if (!initial_fits(scanner, text_at(scanner, first), person->given, latin->given)) {
        return TL_BESIDE_CLASHES;
    }
    if (last > first && person->patronymic.len &&
        !initial_fits(scanner, text_at(scanner, last), person->patronymic, latin->patronymic)) {
        return TL_BESIDE_CLASHES;
    }
    return TL_BESIDE_FITS;
}

/* True if the word says nothing about the given name: a title, part of a term, a sentence's first
 * word, anything without a capital. */
static bool
says_nothing(tl_scanner *scanner, uint32_t at)
{
    const tl_word *word = word_at(scanner, at);
    tl_key key;
    tl_str text = text_at(scanner, at);
    if (!(word->flags & TL_WORD_CAPITALISED) || (word->flags & TL_WORD_HAS_DIGIT) || word->tail ||
        tl_list_has(TL_LIST_ROLES, tl_key_of(text, &key)) ||
        tl_list_has(TL_LIST_FORMER, tl_key_of(text, &key))) {
        return true;
    }
    int32_t hit = tl_scan_hit_at(&scanner->scan, at);
    if (hit >= 0 && scanner->scan.hits[hit].pattern->term->concept->type != TL_TYPE_PERSON) {
        return true;
    }
    return (word->flags & TL_WORD_SENTENCE_START) &&
           kind_of_given(scanner, text, (tl_str){NULL, 0}) == GIVEN_UNKNOWN;
}

/* "Orlov Street", but «улица Орлова». */
static bool
is_place_word(const tl_scanner *scanner, uint32_t at)
{
    tl_key key;
    tl_str word = text_at(scanner, at);
    return ((word_at(scanner, at)->flags & TL_WORD_CAPITALISED) || is_cyrillic(word)) &&
           tl_list_has(TL_LIST_PLACES, tl_key_of(word, &key));
}

static void
accept_given(tl_name_context *context, uint32_t at, part_match match)
{
    context->verdict = TL_BESIDE_FITS;
    context->given = (int32_t)at;
    context->given_differs = match == PART_SPELLING;
}

static void
accept_patronymic(tl_name_context *context, uint32_t at, part_match match)
{
    context->patronymic = (int32_t)at;
    context->patronymic_differs = match == PART_SPELLING;
}

/* The given name, written out or as an initial, at word `at` before a patronymic or middle initial
 * that has been read already. */
static void
read_given_before(tl_scanner *scanner, const tl_person *person, const tl_latin_name *latin,
                  uint32_t at, tl_name_context *context)
{
    if (is_initial(scanner, at)) {
        context->verdict = judge_initials(scanner, person, latin, at, at);
        return;
    }
    part_match match = match_given(scanner, person, latin->given, text_at(scanner, at));
    if (match != PART_OTHER) {
        accept_given(context, at, match);
    } else if (!says_nothing(scanner, at)) {
        context->verdict = TL_BESIDE_CLASHES;
    }
}

static bool
is_beside(const tl_scanner *scanner, uint32_t left)
{
    const tl_word *right = word_at(scanner, left + 1);
    return right->gap == TL_GAP_SPACE || (right->gap == TL_GAP_DOT && is_initial(scanner, left));
}

static void
read_initials_before(tl_scanner *scanner, const tl_person *person, const tl_latin_name *latin,
                     uint32_t last, tl_name_context *context)
{
    uint32_t first = last;
    if (first > 0 && is_initial(scanner, first - 1) && word_at(scanner, first)->gap == TL_GAP_DOT) {
        first--;
    }
    bool is_middle = first == last && first > 0 && is_beside(scanner, first - 1) &&
                     (word_at(scanner, first - 1)->flags & TL_WORD_CAPITALISED) &&
                     !says_nothing(scanner, first - 1);
    if (is_middle) {
        read_given_before(scanner, person, latin, first - 1, context);
        return;
    }
    context->verdict = judge_initials(scanner, person, latin, first, last);
}

static void
read_before(tl_scanner *scanner, const tl_person *person, const tl_latin_name *latin,
            uint32_t family, tl_name_context *context)
{
    if (family == 0 || !is_beside(scanner, family - 1)) {
        return;
    }
    uint32_t at = family - 1;
    if (is_initial(scanner, at)) {
        read_initials_before(scanner, person, latin, at, context);
        return;
    }
    tl_str text = text_at(scanner, at);
    part_match given = match_given(scanner, person, latin->given, text);
    if (given != PART_OTHER) {
        accept_given(context, at, given);
        return;
    }
    part_match patronymic = match_patronymic(scanner, person, latin->patronymic, text);
    if (patronymic != PART_OTHER) {
        accept_patronymic(context, at, patronymic);
        if (at > 0 && is_beside(scanner, at - 1)) {
            read_given_before(scanner, person, latin, at - 1, context);
        }
    } else if (is_place_word(scanner, at) || !says_nothing(scanner, at)) {
        context->verdict = TL_BESIDE_CLASHES;
    }
}

/* The family name first: "Zaynetdinov Vladimir", "Zaynetdinov V. A.". */
static void
read_behind(tl_scanner *scanner, const tl_person *person, const tl_latin_name *latin, uint32_t at,
            tl_name_context *context)
{
    if (at >= scanner->scan.words.count || word_at(scanner, at)->gap != TL_GAP_SPACE ||
        word_at(scanner, at - 1)->tail) {
        return;
    }
    if (is_place_word(scanner, at)) {
        context->verdict = TL_BESIDE_CLASHES;
        return;
    }
    if (context->verdict != TL_BESIDE_NOTHING ||
        !(word_at(scanner, at)->flags & TL_WORD_CAPITALISED)) {
        return;
    }
    bool has_second = at + 1 < scanner->scan.words.count;
    if (is_initial(scanner, at)) {
        bool dotted = has_second && word_at(scanner, at + 1)->gap == TL_GAP_DOT;
        bool second = dotted && is_initial(scanner, at + 1);
        context->verdict = judge_initials(scanner, person, latin, at, second ? at + 1 : at);
        return;
    }
    part_match given = match_given(scanner, person, latin->given, text_at(scanner, at));
    if (given != PART_OTHER) {
        accept_given(context, at, given);
    } else if (kind_of_given(scanner, text_at(scanner, at), person->given) == GIVEN_OTHER_GROUP) {
        context->verdict = TL_BESIDE_CLASHES;
    }
}

tl_name_context
tl_scanner_read_context(tl_scanner *scanner, const tl_person *person, const tl_latin_name *latin,
                        uint32_t first, uint32_t count)
{
    tl_name_context context = {.given = -1, .patronymic = -1};
    read_before(scanner, person, latin, first, &context);
    read_behind(scanner, person, latin, first + count, &context);
    return context;
}
