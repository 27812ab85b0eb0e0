/* SPDX-License-Identifier: MPL-2.0 */
/* Full names. Knows the orders in which a name is written and what tells a man's name from a
 * woman's; the forms of its words come from tl_inflect_name. Invariant: every word of the name is
 * in every form, changed or not. */
#include "morph/decline.h"

#include "base/utf8.h"
#include "morph/forms.h"

#include <string.h>

enum { FORMS_MAX = 16 }; /* of one case; more say nothing to a reader */

static bool
ends_in_one_of(tl_str folded, const tl_str *endings, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (folded.len > endings[i].len && tl_str_ends_with(folded, endings[i])) {
            return true;
        }
    }
    return false;
}

/* Whose patronymic the word is, or 0 if it is none. "Абрамович" may also be a family name. */
static char
patronymic_gender(tl_str word)
{
    static const tl_str men[] = {
        TL_STR_INIT("ович"),    TL_STR_INIT("евич"),    TL_STR_INIT("ильич"),
        TL_STR_INIT("кузьмич"), TL_STR_INIT("никитич"), TL_STR_INIT("лукич"),
        TL_STR_INIT("фомич"),   TL_STR_INIT("-оглы"),   TL_STR_INIT("-улы")};
    static const tl_str women[] = {TL_STR_INIT("овна"), TL_STR_INIT("евна"), TL_STR_INIT("ична"),
                                   TL_STR_INIT("-кызы")};
    tl_folded bytes;
    tl_str folded = tl_letters_fold(word, &bytes);
    if (ends_in_one_of(folded, men, sizeof men / sizeof men[0]) ||
        tl_str_equal(folded, TL_STR("ильич"))) {
        return 'm';
    }
    return ends_in_one_of(folded, women, sizeof women / sizeof women[0]) ? 'f' : 0;
}

/* True if one of two sets has the given name. Of "Касым-Жомарт" the first half may do, of
 * "Нур-Мухаммед" the second. */
static bool
is_name_in(const tl_word_set *first, const tl_word_set *second, tl_str word)
{
    tl_folded bytes;
    tl_str folded = tl_letters_fold(word, &bytes);
    size_t hyphen = tl_str_find_byte(folded, '-', 0);
    tl_str half = tl_str_slice(folded, 0, hyphen);
    if (hyphen < folded.len && tl_word_set_has(&tl_fixed_halves, half)) {
        half = tl_str_slice(folded, hyphen + 1, folded.len);
    }
    return tl_word_set_has(first, folded) || tl_word_set_has(second, folded) ||
           tl_word_set_has(first, half) || tl_word_set_has(second, half);
}

/* Whose given name the word is known to be, or 0. */
static char
given_gender(tl_str word)
{
    return is_name_in(&tl_men_names, &tl_men_given, word)       ? 'm'
           : is_name_in(&tl_women_names, &tl_women_given, word) ? 'f'
                                                                : 0;
}

/* True if the word is so well known as a given name that it tells which word is the family name. */
static bool
is_well_known(tl_str word)
{
    return is_name_in(&tl_men_names, &tl_women_names, word);
}

/* True if the word is a given name, be it that of both men and women. */
static bool
is_given(tl_str word)
{
    return is_well_known(word) || given_gender(word) ||
           is_name_in(&tl_open_given, &tl_open_given, word);
}

static bool
is_same_row(const tl_lexicon_row *a, const tl_lexicon_row *b)
{
    bool same = a && b && a->count == b->count;
    for (size_t i = 0; same && i < a->count; i++) {
        const tl_reading *x = tl_lexicon_reading(a, i), *y = tl_lexicon_reading(b, i);
        same = x->paradigm == y->paradigm && x->trust == y->trust;
    }
    return same;
}

/* The gender that a family name shows: the one whose readings it has while gender is open. */
static char
family_gender(tl_str word)
{
    tl_folded bytes;
    tl_str folded = tl_letters_fold(word, &bytes);
    const tl_lexicon_row *both = tl_lexicon_find(&tl_family_both, folded);
    bool man = is_same_row(both, tl_lexicon_find(&tl_family_men, folded));
    bool woman = is_same_row(both, tl_lexicon_find(&tl_family_women, folded));
    return man == woman ? 0 : man ? 'm' : 'f';
}

char
tl_name_gender(tl_str family, tl_str given, tl_str patronymic)
{
    char gender = patronymic_gender(patronymic);
    if (gender == 0) {
        gender = given_gender(given);
    }
    return gender ? gender : family_gender(family);
}

/* `word` with `ending` in place of the letters behind `kept` bytes. */
static tl_str
put_ending(tl_str word, size_t kept, tl_str ending, tl_arena *arena)
{
    return tl_arena_format(arena, "%.*s%.*s", (int)kept, word.ptr, TL_STR_ARGS(ending));
}

tl_str
tl_family_of_other_gender(tl_str family, char gender, tl_arena *arena)
{
    static const struct {
        char gender;
        tl_str ending, other; /* the first that fits */
    } pairs[] = {
        {'m', TL_STR_INIT("ий"), TL_STR_INIT("ая")},
        {'m', TL_STR_INIT("ый"), TL_STR_INIT("ая")},
        {'m', TL_STR_INIT("ой"), TL_STR_INIT("ая")},
        {'m', TL_STR_INIT(""), TL_STR_INIT("а")},
        {'f', TL_STR_INIT("гая"), TL_STR_INIT("гий")},
        {'f', TL_STR_INIT("кая"), TL_STR_INIT("кий")},
        {'f', TL_STR_INIT("хая"), TL_STR_INIT("хий")},
        {'f', TL_STR_INIT("ая"), TL_STR_INIT("ый")},
        {'f', TL_STR_INIT("а"), TL_STR_INIT("")},
    };
    tl_folded bytes;
    tl_str folded = tl_letters_fold(family, &bytes);
    bool is_gendered = gender && family_gender(family) == gender;
    for (size_t i = 0; is_gendered && i < sizeof pairs / sizeof pairs[0]; i++) {
        if (pairs[i].gender == gender && tl_str_ends_with(folded, pairs[i].ending)) {
            return put_ending(family, family.len - pairs[i].ending.len, pairs[i].other, arena);
        }
    }
    return (tl_str){NULL, 0};
}

/* "Алиев Гейдар Алирза оглы": the word behind the father's name. */
static char
particle_gender(tl_str word)
{
    static const struct {
        tl_str word;
        char gender;
    } particles[] = {{TL_STR_INIT("оглы"), 'm'},
                     {TL_STR_INIT("улы"), 'm'},
                     {TL_STR_INIT("уулу"), 'm'},
                     {TL_STR_INIT("кызы"), 'f'}};
    tl_folded bytes;
    tl_str folded = tl_letters_fold(word, &bytes);
    for (size_t i = 0; i < sizeof particles / sizeof particles[0]; i++) {
        if (tl_str_equal(folded, particles[i].word)) {
            return particles[i].gender;
        }
    }
    return 0;
}

/* "Ибн Сина" */
static bool
is_son_of(tl_str word)
{
    static const tl_str sons[] = {TL_STR_INIT("ибн"), TL_STR_INIT("бен"), TL_STR_INIT("бин")};
    tl_folded bytes;
    tl_str folded = tl_letters_fold(word, &bytes);
    for (size_t i = 0; i < sizeof sons / sizeof sons[0]; i++) {
        if (tl_str_equal(folded, sons[i])) {
            return true;
        }
    }
    return false;
}

/* Initials, particles and words of other scripts. */
static bool
is_fixed(tl_str word)
{
    bool initial = tl_str_find_byte(word, '.', 0) < word.len || tl_utf8_length(word) == 1;
    return initial || !tl_letters_russian(word) || tl_capitals_of(word) == TL_CAPITALS_NONE;
}

static void
split_words(tl_str name, tl_name_reading *reading)
{
    tl_str rest = name, word;
    while (tl_str_split(&rest, ' ', &word)) {
        word = tl_str_trim(word);
        if (word.len && reading->count < TL_NAME_WORDS_MAX) {
            reading->fixed[reading->count] = is_fixed(word);
            reading->words[reading->count++] = word;
        }
    }
}

static size_t
count_vowels(tl_str word)
{
    static const tl_str vowels = TL_STR_INIT("аеёиоуыэюя");
    tl_folded bytes;
    tl_str folded = tl_letters_fold(word, &bytes);
    size_t count = 0;
    for (size_t at = 0; at < folded.len;) {
        size_t begin = at;
        tl_utf8_next(folded, &at);
        count += tl_str_find(vowels, tl_str_slice(folded, begin, at), 0) < vowels.len;
    }
    return count;
}

/* "Ким Чен Ын": a family name and two syllables. */
static bool
is_of_syllables(const tl_name_reading *reading)
{
    bool is_three = reading->count == 3 && !reading->fixed[0];
    for (size_t i = 1; is_three && i < reading->count; i++) {
        tl_str word = reading->words[i];
        is_three = count_vowels(word) == 1 && tl_capitals_of(word) != TL_CAPITALS_NONE &&
                   tl_str_find_byte(word, '.', 0) == word.len;
    }
    return is_three && tl_word_set_has(&tl_syllable_families, reading->words[0]);
}

/* "Си Цзиньпин": the given name is behind the family name, and ends as Russian family names do. */
static bool
is_chinese(const tl_name_reading *reading)
{
    tl_folded bytes;
    return reading->count == 2 && !reading->fixed[0] && !reading->fixed[1] &&
           tl_word_set_has(&tl_chinese_families, reading->words[0]) &&
           tl_str_ends_with(tl_letters_fold(reading->words[1], &bytes), TL_STR("ин"));
}

/* Of "Гейдар Алирза оглы Алиев" the father's name stays as well as what is behind it, of a name of
 * syllables all but the last word, and Абдель wherever another word follows. */
static void
fix_words(tl_name_reading *reading)
{
    bool of_syllables = is_of_syllables(reading);
    for (size_t i = 0; i < reading->count; i++) {
        char gender = particle_gender(reading->words[i]);
        reading->gender = gender ? gender : reading->gender;
        reading->fixed[i] |= gender != 0 || (i + 1 < reading->count &&
                                             tl_word_set_has(&tl_fixed_words, reading->words[i]));
        if (gender && i > 1) {
            reading->fixed[i - 1] = true;
        }
    }
    if (of_syllables) {
        reading->fixed[0] = reading->fixed[1] = true;
        reading->fixed[2] = tl_utf8_length(reading->words[2]) == 1;
        reading->parts[2] = TL_PART_GIVEN;
    }
}

/* The parts of `count` words that inflect, given as indices into the reading. */
static void
tell_parts(tl_name_reading *reading, const size_t *at, size_t count)
{
    tl_str first = reading->words[at[0]], second = reading->words[at[count > 1]];
    tl_str last = reading->words[at[count - 1]];
    for (size_t i = 0; i < count; i++) {
        reading->parts[at[i]] = TL_PART_GIVEN;
    }
    bool is_womans = given_gender(first) == 'f' && patronymic_gender(last) == 'm';
    bool patronymic_last = count > 1 && patronymic_gender(last) && !is_womans;
    bool patronymic_second = count > 2 && patronymic_gender(second);
    if (patronymic_second && (is_well_known(first) || !patronymic_last)) {
        reading->parts[at[1]] = TL_PART_PATRONYMIC;
        reading->parts[at[count - 1]] = TL_PART_FAMILY;
    } else if (patronymic_last) {
        reading->parts[at[count - 1]] = TL_PART_PATRONYMIC;
        reading->parts[at[0]] = count > 2 ? TL_PART_FAMILY : TL_PART_GIVEN;
    } else if (is_well_known(last) && !(count > 1 && is_given(first))) {
        reading->parts[at[0]] = count > 1 ? TL_PART_FAMILY : TL_PART_GIVEN;
    } else {
        reading->parts[at[count - 1]] = TL_PART_FAMILY;
    }
}

static tl_str
part_of(const tl_name_reading *reading, tl_part part)
{
    for (size_t i = 0; i < reading->count; i++) {
        if (!reading->fixed[i] && reading->parts[i] == part) {
            return reading->words[i];
        }
    }
    return (tl_str){NULL, 0};
}

tl_name_reading
tl_name_read(tl_str name)
{
    tl_name_reading reading = {.count = 0};
    size_t inflected[TL_NAME_WORDS_MAX], count = 0;
    split_words(name, &reading);
    fix_words(&reading);
    for (size_t i = 0; i < reading.count; i++) {
        if (!reading.fixed[i]) {
            inflected[count++] = i;
        }
    }
    if (is_chinese(&reading)) {
        reading.parts[1] = TL_PART_GIVEN;
    } else if (count && reading.parts[inflected[0]] == TL_PART_FAMILY) {
        tell_parts(&reading, inflected, count);
    }
    for (size_t i = 0; i < reading.count && reading.gender == 0; i++) {
        reading.gender = is_son_of(reading.words[i]) ? 'm' : 0;
    }
    if (reading.gender == 0) {
        reading.gender =
            tl_name_gender(part_of(&reading, TL_PART_FAMILY), part_of(&reading, TL_PART_GIVEN),
                           part_of(&reading, TL_PART_PATRONYMIC));
    }
    return reading;
}

/* A list of distinct texts, which live in the arena. */
typedef struct text_list {
    tl_str items[FORMS_MAX];
    size_t count;
} text_list;

static void
add_text(text_list *list, tl_str text)
{
    for (size_t i = 0; i < list->count; i++) {
        if (tl_str_equal(list->items[i], text)) {
            return;
        }
    }
    if (list->count < FORMS_MAX) {
        list->items[list->count++] = text;
    }
}

/* The form of a word in a case, or all its usual ones where none is sure. */
static text_list
word_forms(const tl_inflected_word *word, tl_case name_case)
{
    text_list list = {.count = 0};
    tl_str sure = tl_form_in(word, (tl_cell)name_case);
    if (sure.len) {
        add_text(&list, sure);
        return list;
    }
    for (size_t i = 0; i < word->count; i++) {
        if (word->forms[i].usual >> name_case & 1) {
            add_text(&list, word->forms[i].text);
        }
    }
    if (list.count == 0) {
        add_text(&list, word->forms[0].text);
    }
    return list;
}

/* Every text of `heads` with every one of `tails` behind it. */
static text_list
join_forms(const text_list *heads, const text_list *tails, tl_arena *arena)
{
    text_list list = {.count = 0};
    for (size_t i = 0; i < heads->count; i++) {
        for (size_t j = 0; j < tails->count; j++) {
            add_text(&list, tl_arena_format(arena, "%.*s %.*s", TL_STR_ARGS(heads->items[i]),
                                            TL_STR_ARGS(tails->items[j])));
        }
    }
    return list;
}

static text_list
case_forms(const tl_inflected_word *words, size_t count, tl_case name_case, tl_arena *arena)
{
    text_list list = word_forms(&words[0], name_case);
    for (size_t i = 1; i < count; i++) {
        text_list tails = word_forms(&words[i], name_case);
        list = join_forms(&list, &tails, arena);
    }
    return list;
}

/* Adds the forms of the name as one gender has them. */
static void
decline_as(const tl_name_reading *reading, char gender, tl_arena *arena, text_list *cases)
{
    tl_inflected_word words[TL_NAME_WORDS_MAX];
    for (size_t i = 0; i < reading->count; i++) {
        words[i] = reading->fixed[i]
                       ? tl_forms_fixed(reading->words[i], arena)
                       : tl_inflect_name(reading->words[i], reading->parts[i], gender, arena);
    }
    for (tl_case name_case = 0; name_case < TL_CASE_COUNT; name_case++) {
        text_list forms = case_forms(words, reading->count, name_case, arena);
        for (size_t i = 0; i < forms.count; i++) {
            add_text(&cases[name_case], forms.items[i]);
        }
    }
}

tl_declension
tl_decline_name(tl_str name, char gender, tl_arena *arena)
{
    tl_name_reading reading = tl_name_read(name);
    text_list cases[TL_CASE_COUNT] = {{.count = 0}};
    tl_declension declension = {{{NULL, 0}}};
    gender = gender ? gender : reading.gender;
    if (reading.count && gender != 'f') {
        decline_as(&reading, 'm', arena, cases);
    }
    if (reading.count && gender != 'm') {
        decline_as(&reading, 'f', arena, cases);
    }
    for (size_t i = 0; i < TL_CASE_COUNT; i++) {
        tl_str *items = tl_arena_alloc(arena, cases[i].count, sizeof *items);
        memcpy(items, cases[i].items, cases[i].count * sizeof *items);
        declension.cases[i] = (tl_name_forms){items, cases[i].count};
    }
    return declension;
}
