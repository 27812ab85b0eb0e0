/* SPDX-License-Identifier: MPL-2.0 */
/* The names of a person: what the keys give, and what the words of the full name tell. Knows the
 * order "given names, patronymic, family name" and the endings of patronymics; a name in another
 * order has to give its `family:`. Never overrides a key that was given. */
#include "termbase/load.h"

/* Endings of patronymics, in small letters, and whose they are. A family name may end so too, so
 * they only count in a word between the first and the family name. */
static const struct {
    tl_str ending;
    tl_gender gender;
} patronymic_endings[] = {
    {TL_STR_INIT("ич"), TL_GENDER_MALE},     {TL_STR_INIT("іч"), TL_GENDER_MALE},
    {TL_STR_INIT("улы"), TL_GENDER_MALE},    {TL_STR_INIT("ұлы"), TL_GENDER_MALE},
    {TL_STR_INIT("оглы"), TL_GENDER_MALE},   {TL_STR_INIT("вна"), TL_GENDER_FEMALE},
    {TL_STR_INIT("чна"), TL_GENDER_FEMALE},  {TL_STR_INIT("ўна"), TL_GENDER_FEMALE},
    {TL_STR_INIT("кызы"), TL_GENDER_FEMALE}, {TL_STR_INIT("қызы"), TL_GENDER_FEMALE},
    {TL_STR_INIT("vich"), TL_GENDER_MALE},   {TL_STR_INIT("vych"), TL_GENDER_MALE},
    {TL_STR_INIT("yich"), TL_GENDER_MALE},   {TL_STR_INIT("uly"), TL_GENDER_MALE},
    {TL_STR_INIT("vna"), TL_GENDER_FEMALE},  {TL_STR_INIT("ichna"), TL_GENDER_FEMALE},
    {TL_STR_INIT("kyzy"), TL_GENDER_FEMALE},
};

enum { FORM_COUNT = 6 };

void
tl_load_gender(tl_load *load, const tl_node *value, void *field)
{
    static const tl_str genders[] = {TL_STR_INIT("m"), TL_STR_INIT("f")};
    size_t choice = tl_load_choice(load, value, genders, 2);
    if (choice < 2) {
        *(tl_gender *)field = choice == 0 ? TL_GENDER_MALE : TL_GENDER_FEMALE;
    }
}

void
tl_load_decline(tl_load *load, const tl_node *value, void *field)
{
    static const tl_str answers[] = {TL_STR_INIT("yes"), TL_STR_INIT("true"), TL_STR_INIT("no"),
                                     TL_STR_INIT("false")};
    size_t choice = tl_load_choice(load, value, answers, 4);
    if (choice < 4) {
        *(bool *)field = choice < 2;
    }
}

void
tl_load_forms(tl_load *load, const tl_node *value, void *field)
{
    tl_person_name *name = field;
    size_t given = tl_node_count(value), usable = 0;
    if (!tl_load_expects(load, value, TL_NODE_LIST)) {
        return;
    }
    if (given != FORM_COUNT) {
        TL_LOAD_PROBLEM(load, value,
                        "%zu forms of the family name, want 6: nom, gen, dat, acc, ins, loc",
                        given);
        return;
    }
    const tl_str *forms = tl_load_phrases(load, value, &usable);
    if (usable == FORM_COUNT) {
        name->forms = forms;
        name->form_count = FORM_COUNT;
    }
}

/* Takes the next word off the front of *rest; words are separated by spaces, breaking or not. */
static tl_str
next_word(tl_str *rest)
{
    tl_str no_break = TL_STR("\xc2\xa0");
    while (tl_str_starts_with(*rest, TL_STR(" ")) || tl_str_starts_with(*rest, no_break)) {
        *rest = tl_str_slice(*rest, rest->ptr[0] == ' ' ? 1 : no_break.len, rest->len);
    }
    size_t space = tl_str_find_byte(*rest, ' ', 0);
    size_t other = tl_str_find(*rest, no_break, 0);
    size_t end = space < other ? space : other;
    tl_str word = tl_str_slice(*rest, 0, end);
    *rest = tl_str_slice(*rest, end, rest->len);
    return word;
}

static tl_gender
gender_of_patronymic(tl_str word)
{
    for (size_t i = 0; i < sizeof patronymic_endings / sizeof *patronymic_endings; i++) {
        tl_str ending = patronymic_endings[i].ending;
        if (word.len > ending.len && tl_str_ends_with(word, ending)) {
            return patronymic_endings[i].gender;
        }
    }
    return TL_GENDER_UNKNOWN;
}

static tl_str
last_word(tl_str text)
{
    tl_str last = TL_STR("");
    for (tl_str rest = text, word = next_word(&rest); word.len; word = next_word(&rest)) {
        last = word;
    }
    return last;
}

static bool
is_word_of(tl_str text, tl_str wanted)
{
    for (tl_str rest = text, word = next_word(&rest); word.len; word = next_word(&rest)) {
        if (tl_str_equal(word, wanted)) {
            return true;
        }
    }
    return false;
}

void
tl_person_name_complete(tl_person_name *name, tl_str full_name)
{
    if (name->family.len == 0) {
        name->family = last_word(full_name);
    }
    tl_str first = TL_STR(""), patronymic = TL_STR("");
    for (tl_str rest = full_name, word = next_word(&rest); word.len; word = next_word(&rest)) {
        if (is_word_of(name->family, word)) {
            continue;
        }
        if (first.len == 0) {
            first = word;
        } else if (patronymic.len == 0 && gender_of_patronymic(word) != TL_GENDER_UNKNOWN) {
            patronymic = word;
        }
    }
    if (name->given.len == 0) {
        name->given = first;
    }
    if (name->patronymic.len == 0) {
        name->patronymic = patronymic;
    }
    if (name->gender == TL_GENDER_UNKNOWN) {
        name->gender = gender_of_patronymic(name->patronymic);
    }
}

tl_person_name
tl_person_name_untold(const tl_entry *entry)
{
    const tl_person_name *name = entry->name;
    tl_str full_name = entry->preferred ? entry->preferred->text : TL_STR("");
    tl_person_name parts = {.decline = true}, told = parts;
    tl_person_name_complete(&told, full_name);
    if (!tl_str_equal(told.family, name->family)) {
        parts.family = name->family;
    }
    told = parts;
    tl_person_name_complete(&told, full_name);
    if (!tl_str_equal(told.given, name->given)) {
        parts.given = name->given;
    }
    if (!tl_str_equal(told.patronymic, name->patronymic)) {
        parts.patronymic = name->patronymic;
    }
    told = parts;
    tl_person_name_complete(&told, full_name);
    if (told.gender != name->gender) {
        parts.gender = name->gender;
    }
    return parts;
}
