/* SPDX-License-Identifier: MPL-2.0 */
/* Reads runs of capitalised words as names: given names are those of a list, patronymics and
 * initials tell by their form, and a family name is what stands beside them. A capitalised word
 * alone is a name of something; only its ending, a title before it and the dictionary's ignorance
 * speak for a person. */
#include "rules/text_names.h"

#include "base/utf8.h"
#include "morph/base_name.h"
#include "rules/at_word.h"
#include "text/capitals.h"
#include "text/key.h"

enum { LONGEST_RUN = 6, SHORTEST_FAMILY = 3, LONGEST_ACRONYM = 5, FEWEST_WORDS = 4 };

typedef enum part { PART_OTHER, PART_GIVEN, PART_PATRONYMIC, PART_INITIAL } part;

typedef struct reading {
    tl_pass *pass;
    tl_text_name *names;
    size_t count;
    uint32_t first, end; /* the run at hand */
    part parts[LONGEST_RUN];
} reading;

static bool
is_person_hit(const tl_hit *hit)
{
    return hit && hit->pattern->term->concept->type == TL_TYPE_PERSON;
}

/* "Shch.", "Dzh.": what stands for one Cyrillic letter. */
static bool
is_long_initial(tl_str word)
{
    static const tl_str letters[] = {TL_STR_INIT("shch"), TL_STR_INIT("sch"), TL_STR_INIT("dzh"),
                                     TL_STR_INIT("tsch"), TL_STR_INIT("tch")};
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
        if (tl_str_equal_ascii_nocase(word, letters[i])) {
            return true;
        }
    }
    return false;
}

/* An initial of several letters; "Mr." is none. */
static bool
may_be_long_initial(const tl_pass *pass, uint32_t at)
{
    const tl_word *word = tl_word_at(pass, at);
    return !(word->flags & TL_WORD_ALL_CAPS) &&
           (word->length == 2 || is_long_initial(tl_pass_word(pass, at))) &&
           !tl_word_is_listed(pass, at, TL_LIST_ROLES);
}

static bool
is_initial(const tl_pass *pass, uint32_t at)
{
    const tl_word *word = tl_word_at(pass, at);
    bool is_dotted = at + 1 < pass->scan->words.count && word[1].gap == TL_GAP_DOT;
    /* «К Тимофею Журавлёву пришли» */
    bool opens_sentence = !is_dotted && (word->flags & TL_WORD_SENTENCE_START) &&
                          pass->scan->script == TL_SCRIPT_CYRILLIC;
    return (word->flags & TL_WORD_HAS_UPPER) && !opens_sentence &&
           (word->length == 1 || (is_dotted && may_be_long_initial(pass, at)));
}

static bool
may_be_name(const tl_pass *pass, uint32_t at)
{
    const tl_word *word = tl_word_at(pass, at);
    const tl_hit *hit = tl_hit_at(pass, at);
    bool is_acronym =
        (word->flags & TL_WORD_ALL_CAPS) && word->length <= LONGEST_ACRONYM && word->length > 1;
    return (word->flags & TL_WORD_CAPITALISED) && word->scripts == pass->scan->script &&
           !(word->flags & (TL_WORD_HAS_DIGIT | TL_WORD_NOT_TEXT)) && !is_acronym &&
           (word->length > 1 || is_initial(pass, at)) && (hit == NULL || is_person_hit(hit)) &&
           (is_initial(pass, at) || word->gap == TL_GAP_HYPHEN ||
            !tl_word_is_listed(pass, at, TL_LIST_ROLES));
}

static bool
is_given(const tl_pass *pass, uint32_t at)
{
    tl_name_match match;
    tl_str word = tl_pass_word(pass, at);
    return pass->scan->script == TL_SCRIPT_CYRILLIC
               ? tl_given_cells(pass->given, word) != 0
               : tl_given_find(pass->given, word, &match, 1) > 0;
}

static part
part_of(const tl_pass *pass, uint32_t at)
{
    return is_initial(pass, at)                         ? PART_INITIAL
           : is_given(pass, at)                         ? PART_GIVEN
           : tl_patronymic_mark(tl_pass_word(pass, at)) ? PART_PATRONYMIC
                                                        : PART_OTHER;
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

static void
find_run(reading *r, uint32_t first)
{
    const tl_pass *pass = r->pass;
    r->first = r->end = first;
    while (r->end < pass->scan->words.count && r->end - first < LONGEST_RUN &&
           may_be_name(pass, r->end) && (r->end == first || is_beside(pass, r->end))) {
        r->parts[r->end - first] = part_of(pass, r->end);
        r->end++;
    }
}

static part
part_at(const reading *r, uint32_t at)
{
    return at < r->end ? r->parts[at - r->first] : PART_INITIAL;
}

/* Words of a family name that begins at `at`: two where a hyphen joins them. */
static uint32_t
family_count(const reading *r, uint32_t at)
{
    return at + 1 < r->end && tl_word_at(r->pass, at + 1)->gap == TL_GAP_HYPHEN ? 2 : 1;
}

static const tl_concept *
concept_at(const tl_pass *pass, uint32_t at)
{
    const tl_hit *hit = tl_hit_at(pass, at);
    const tl_mention *mention = tl_scan_mention_at(pass->scan, at);
    return mention              ? mention->person->concept
           : is_person_hit(hit) ? hit->pattern->term->concept
                                : NULL;
}

static tl_text_name *
add(reading *r, uint32_t family, uint32_t count)
{
    r->names[r->count] = (tl_text_name){.family = family,
                                        .family_count = count,
                                        .given = -1,
                                        .patronymic = -1,
                                        .concept = concept_at(r->pass, family)};
    return &r->names[r->count++];
}

/* Reads "Ivan V. Petrov", «Иван Васильевич Петров», "I. V. Petrov" from `at`; returns one behind
 * it, or `at` where no family name follows. */
static uint32_t
read_given_first(reading *r, uint32_t at)
{
    int32_t given = part_at(r, at) == PART_GIVEN ? (int32_t)at : -1, patronymic = -1;
    uint32_t next = at + 1, initials = given < 0 ? at : next;
    while (next < r->end &&
           (part_at(r, next) == PART_INITIAL || part_at(r, next) == PART_PATRONYMIC)) {
        patronymic = part_at(r, next) == PART_PATRONYMIC ? (int32_t)next : patronymic;
        next++;
    }
    bool has_family = next < r->end && tl_word_at(r->pass, next)->length >= 2;
    if (!has_family && patronymic >= 0 && (uint32_t)patronymic + 1 == next) {
        next = (uint32_t)patronymic; /* alone, or a family name that ends like one */
        patronymic = -1;
    } else if (!has_family) {
        return at;
    }
    uint32_t count = family_count(r, next);
    tl_text_name *name = add(r, next, count);
    name->given = given;
    name->patronymic = patronymic;
    name->initials = initials;
    name->initial_count = patronymic < 0 ? next - initials : 0;
    name->is_person = true;
    return next + count;
}

/* «Дежурит Анна Петровна Морозова»: the word before the given name only opens the sentence. */
static bool
has_family_behind(const reading *r, uint32_t patronymic)
{
    return patronymic + 1 < r->end && part_at(r, patronymic + 1) == PART_OTHER &&
           tl_word_at(r->pass, patronymic + 1)->gap == TL_GAP_SPACE;
}

/* Reads what stands behind a family name at `at`: "Petrov I. V.", «Петров Иван Васильевич». */
static uint32_t
read_family_first(reading *r, uint32_t at)
{
    uint32_t count = family_count(r, at), next = at + count;
    tl_text_name *name = add(r, at, count);
    bool has_full = next + 1 < r->end && part_at(r, next) == PART_GIVEN &&
                    part_at(r, next + 1) == PART_PATRONYMIC && !has_family_behind(r, next + 1);
    if (has_full) {
        name->given = (int32_t)next;
        name->patronymic = (int32_t)next + 1;
        name->is_person = true;
        return next + 2;
    }
    bool has_initials = next < r->end && part_at(r, next) == PART_INITIAL &&
                        next + 1 < r->pass->scan->words.count &&
                        tl_word_at(r->pass, next)->gap == TL_GAP_SPACE;
    name->initials = next;
    while (has_initials && next < r->end && part_at(r, next) == PART_INITIAL) {
        next++;
        name->is_person = true;
    }
    name->initial_count = next - name->initials;
    return next;
}

/* True if the form may be that of a family name which tells by its ending. */
static bool
has_family_mark(const tl_pass *pass, uint32_t at)
{
    if (pass->scan->script == TL_SCRIPT_LATIN) {
        return tl_latin_family_mark(tl_pass_word(pass, at));
    }
    tl_base_names bases = tl_base_names_of(tl_pass_word(pass, at), 0, pass->scratch);
    for (size_t i = 0; i < bases.count; i++) {
        if (tl_family_mark(bases.items[i])) {
            return true;
        }
    }
    return false;
}

/* «Моравский», "Toplički": as likely an adjective or a place. */
static bool
may_be_adjective(const tl_pass *pass, uint32_t at)
{
    static const tl_str marks[] = {TL_STR_INIT("ск"), TL_STR_INIT("цк"), TL_STR_INIT("sk"),
                                   TL_STR_INIT("ck")};
    tl_key key;
    tl_str folded = tl_key_of(tl_pass_word(pass, at), &key);
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        if (tl_str_find(folded, marks[i], folded.len / 3) < folded.len) {
            return true;
        }
    }
    return false;
}

/* True if the dictionary has the word in small letters: it is no name only. */
static bool
is_common_word(const tl_pass *pass, uint32_t at)
{
    tl_str small = tl_capitals_like(pass->scratch, tl_pass_word(pass, at), TL_STR("a"));
    return tl_pass_ask(pass, pass->scan->language, small, true) == TL_KNOWN_YES;
}

static bool
is_beside_place(const tl_pass *pass, uint32_t at)
{
    return tl_word_is_listed(pass, at, TL_LIST_PLACES) ||
           (at > 0 && tl_word_is_listed(pass, at - 1, TL_LIST_PLACES));
}

/* A family name alone: behind a title, or by its ending in a sentence (not in a list) if the
 * dictionary does not know it as the name of something else. */
static bool
looks_like_person(const tl_pass *pass, uint32_t at)
{
    const tl_word *word = tl_word_at(pass, at);
    bool has_title =
        at > 0 && word->gap == TL_GAP_SPACE && tl_word_is_listed(pass, at - 1, TL_LIST_TITLES);
    if (word->length < SHORTEST_FAMILY || word->gap == TL_GAP_HYPHEN || is_beside_place(pass, at)) {
        return false;
    }
    if (has_title) {
        return !is_common_word(pass, at);
    }
    return pass->scan->words.count >= FEWEST_WORDS && has_family_mark(pass, at) &&
           !may_be_adjective(pass, at) &&
           tl_pass_ask(pass, pass->scan->language, tl_pass_word(pass, at), false) == TL_KNOWN_NO;
}

/* «Говорил Евсей Гершкович.»: a verb that opens the sentence, and no family name. */
static bool
opens_with_verb(const reading *r, uint32_t at)
{
    static const tl_str endings[] = {
        TL_STR_INIT("л"),  TL_STR_INIT("ла"), TL_STR_INIT("ли"), TL_STR_INIT("лось"),
        TL_STR_INIT("ет"), TL_STR_INIT("ит"), TL_STR_INIT("ют"), TL_STR_INIT("ут"),
        TL_STR_INIT("ат"), TL_STR_INIT("ят"), TL_STR_INIT("ся"), TL_STR_INIT("сь"),
    };
    tl_key key;
    tl_str word = tl_key_of(tl_pass_word(r->pass, at), &key);
    bool has_ending = false;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        has_ending = has_ending || tl_str_ends_with(word, endings[i]);
    }
    return has_ending && tl_scan_begins_anew(r->pass->scan, at) && at + 1 < r->end &&
           part_at(r, at + 1) == PART_GIVEN && is_common_word(r->pass, at) &&
           !tl_word_is_listed(r->pass, at, TL_LIST_SURNAMES);
}

/* A name in full that the termbase lists. */
static uint32_t
read_listed(reading *r, uint32_t at)
{
    const tl_hit *hit = tl_hit_at(r->pass, at);
    if (hit == NULL || hit->first != at || hit->count < 2) {
        return at;
    }
    tl_text_name *name = add(r, at + hit->count - 1, 1);
    name->given = (int32_t)at;
    name->is_person = true;
    return at + hit->count;
}

static void
read_run(reading *r)
{
    for (uint32_t at = r->first; at < r->end;) {
        part kind = part_at(r, at);
        uint32_t next = read_listed(r, at);
        if (next > at) {
            /* the termbase tells which word is which */
        } else if (kind == PART_GIVEN || kind == PART_INITIAL) {
            next = read_given_first(r, at);
        } else if (kind == PART_OTHER && !opens_with_verb(r, at)) {
            next = read_family_first(r, at);
            tl_text_name *name = &r->names[r->count - 1];
            name->is_person = name->is_person || name->concept || looks_like_person(r->pass, at);
        }
        at = next > at ? next : at + 1;
    }
}

tl_text_names
tl_text_names_read(tl_pass *pass)
{
    uint32_t words = (uint32_t)pass->scan->words.count;
    reading r = {.pass = pass, .names = tl_arena_alloc(pass->scratch, words, sizeof *r.names)};
    for (uint32_t at = 0; at < words;) {
        find_run(&r, at);
        read_run(&r);
        at = r.end > at ? r.end : at + 1;
    }
    return (tl_text_names){r.names, r.count};
}
