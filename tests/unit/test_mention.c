/* SPDX-License-Identifier: MPL-2.0 */
/* Tables for the people whom the scanner finds: who is meant by a family name, what beside it is
 * his, and who is somebody else. */
#include "scan_fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char people[] = "termlint: 1\n"
                             "name: skippers\n"
                             "languages: [en, ru]\n"
                             "romanization: bgn-pcgn\n"
                             "concepts:\n"
                             "  - id: zhilkin\n"
                             "    type: person\n"
                             "    en: Sergey Zhilkin\n"
                             "    ru: {preferred: Сергей Жилкин, patronymic: Юрьевич, gender: m}\n"
                             "    distinct: [Jilkina, Peter Jilkine]\n"
                             "  - id: khayrov\n"
                             "    type: person\n"
                             "    en: {preferred: Yevgeny Khayrov, admitted: [Eugene Khayrov]}\n"
                             "    ru: Евгений Хайров\n"
                             "  - id: shchukina\n"
                             "    type: person\n"
                             "    ru: {preferred: Мария Щукина, gender: f}\n"
                             "  - id: tyo\n"
                             "    type: person\n"
                             "    en: Anna Tyo\n"
                             "    ru: Анна Тё\n"
                             "  - id: bykov-a\n"
                             "    type: person\n"
                             "    en: Andrey Bykov\n"
                             "    ru: Андрей Быков\n"
                             "  - id: bykov-i\n"
                             "    type: person\n"
                             "    en: Ilya Bykov\n"
                             "    ru: Илья Быков\n"
                             "  - id: aliyev\n"
                             "    type: person\n"
                             "    en: Timur Aliev\n"
                             "    ru: Тимур Алиев\n"
                             "  - id: dal\n"
                             "    type: person\n"
                             "    en: Oleg Jaworski-Dal'\n"
                             "    ru: Олег Яворский-Даль\n"
                             "  - id: union\n"
                             "    type: organisation\n"
                             "    en: Skippers Union\n";

static void
add_part(tl_buf *out, const tl_scan *scan, const tl_name_part *part)
{
    if (part->count) {
        tl_buf_add_byte(out, ' ');
        tl_buf_add(out, tl_scan_text(scan, part->first, part->count));
        tl_buf_add_cstr(out, part->differs ? "*" : "");
    }
}

/* Each mention is "id: given patronymic family", with a star behind what differs. */
static char *
describe_mentions(const tl_scan *scan)
{
    tl_buf out = {0};
    for (size_t i = 0; i < scan->mention_count; i++) {
        const tl_mention *mention = &scan->mentions[i];
        tl_buf_add_format(&out, "%s%s:", i ? "; " : "", mention->person->concept->id.ptr);
        add_part(&out, scan, &mention->given);
        add_part(&out, scan, &mention->patronymic);
        add_part(&out, scan, &mention->family);
    }
    tl_buf_add_byte(&out, '\0');
    return out.ptr;
}

typedef struct mention_row {
    const char *text, *mentions;
} mention_row;

static void
assert_mentions(const mention_row *rows, size_t count)
{
    scan_fixture f;
    scan_setup(&f, people);
    for (size_t i = 0; i < count; i++) {
        char *mentions = describe_mentions(scan_text(&f, rows[i].text, "en"));
        if (strcmp(mentions, rows[i].mentions) != 0) {
            print_error("in “%s”:\n", rows[i].text);
        }
        assert_string_equal(mentions, rows[i].mentions);
        free(mentions);
    }
    scan_clear(&f);
}

static void
a_family_name_is_known_in_any_spelling(void **state)
{
    (void)state;
    static const mention_row rows[] = {
        {"", ""},
        {"Nobody is named.", ""},
        {"then Zhilkin said", "zhilkin: Zhilkin"},
        {"then Jilkin said", "zhilkin: Jilkin*"},
        {"then Žilkin said", "zhilkin: Žilkin*"},
        {"then ZSCHILKIN'S boat", ""},
        {"then JILKIN'S boat", "zhilkin: JILKIN*"},
        {"the Jilkin-led crew", "zhilkin: Jilkin*"},
        {"anti-Jilkin", "zhilkin: Jilkin*"},
        {"then jilkin said", ""},
        {"Khairov", "khayrov: Khairov*"},
        {"Hajrow", "khayrov: Hajrow*"},
        {"Chukina", ""},
        {"Schukina", "shchukina: Schukina*"},
        {"Shchukina", "shchukina: Shchukina"},
        /* an entry without a Latin form has that of the house */
        {"Mariya Shchukina", "shchukina: Mariya Shchukina"},
        {"Maria Schukina", "shchukina: Maria* Schukina*"},
        /* a short name needs more than itself */
        {"Te", ""},
        {"Tio", ""},
        {"Anna Tio", "tyo: Anna Tio*"},
        /* what the entry says is somebody else's */
        {"Jilkina and Jilkine", ""},
        /* words that are no names */
        {"jilkin@boats.example, https://jilkin.example, Jilkin2", ""},
        {"\u0416илкин", "zhilkin: \u0416илкин"},
        /* double names */
        {"Yavorskiy-Dal", "dal: Yavorskiy-Dal*"},
        {"Jaworski-Dal", "dal: Jaworski-Dal"},
        {"Yavorskiy and Dal", ""},
        {"Jilkin-Petrova, Petrova-Jilkin", ""},
    };
    assert_mentions(rows, COUNT(rows));
}

static void
the_given_name_tells_who_it_is(void **state)
{
    (void)state;
    static const mention_row rows[] = {
        {"Sergey Jilkin", "zhilkin: Sergey Jilkin*"},
        {"Sergei Zhilkin", "zhilkin: Sergei* Zhilkin"},
        {"Sergei Jilkin", "zhilkin: Sergei* Jilkin*"},
        {"Sergej Jilkin", "zhilkin: Sergej* Jilkin*"},
        {"Serge Jilkin", "zhilkin: Serge* Jilkin*"},
        {"Segrey Zhilkin", "zhilkin: Segrey* Zhilkin"},
        /* other names of his, and other forms of the name */
        {"Eugene Khairov", "khayrov: Eugene Khairov*"},
        {"Evgenij Khairov", "khayrov: Evgenij* Khairov*"},
        /* somebody else's */
        {"Ivan Jilkin", ""},
        {"Serafim Jilkin", ""},
        {"Natalia Jilkin", ""},
        {"then Sarah Jilkin", ""},
        {"Jilkin Ivan", ""},
        /* words that say nothing */
        {"the Jilkin affair", "zhilkin: Jilkin*"},
        {"Yesterday Jilkin went", "zhilkin: Jilkin*"},
        {"President Jilkin, Mr. Jilkin, Captain Jilkin",
         "zhilkin: Jilkin*; zhilkin: Jilkin*; zhilkin: Jilkin*"},
        {"Skippers Union Jilkin", "zhilkin: Jilkin*"},
        {"In October Jilkin", "zhilkin: Jilkin*"},
        {"Petrov’s Jilkin", "zhilkin: Jilkin*"},
        {"Ivan, Jilkin", "zhilkin: Jilkin*"},
        /* places called after somebody */
        {"in Jilkin Street", ""},
        {"the Jilkin Square", ""},
    };
    assert_mentions(rows, COUNT(rows));
}

static void
initials_and_patronymics_tell_too(void **state)
{
    (void)state;
    static const mention_row rows[] = {
        {"S. Jilkin", "zhilkin: Jilkin*"},
        {"S.Yu. Jilkin", "zhilkin: Jilkin*"},
        {"S. Y. Jilkin", "zhilkin: Jilkin*"},
        {"S.J.Jilkin", "zhilkin: Jilkin*"},
        {"S.A. Jilkin", ""},
        {"I. Jilkin", ""},
        {"I.Yu. Jilkin", ""},
        {"Sergey Yu. Jilkin", "zhilkin: Sergey Jilkin*"},
        {"Ivan Yu. Jilkin", ""},
        {"Jilkin S.Yu.", "zhilkin: Jilkin*"},
        {"Jilkin S.", "zhilkin: Jilkin*"},
        {"Jilkin I.", ""},
        {"Ye. Khairov, E. Khairov", "khayrov: Khairov*; khayrov: Khairov*"},
        {"A. Tio", "tyo: Tio*"},
        {"Jilkin Sergey", "zhilkin: Sergey Jilkin*"},
        {"Jilkin Sergei Yurievich", "zhilkin: Sergei* Yurievich* Jilkin*"},
        {"Sergey Yuryevich Jilkin", "zhilkin: Sergey Yuryevich Jilkin*"},
        {"Sergey Yurevich Zhilkin", "zhilkin: Sergey Yurevich* Zhilkin"},
        {"Sergey Ivanovich Jilkin", ""},
        {"Ivan Yuryevich Jilkin", ""},
        /* where the entry has no patronymic, any will do */
        {"Yevgeny Petrovich Khairov", "khayrov: Yevgeny Petrovich Khairov*"},
        {"Ivan Petrovich Khairov", ""},
    };
    assert_mentions(rows, COUNT(rows));
}

static void
namesakes_are_told_apart(void **state)
{
    (void)state;
    static const mention_row rows[] = {
        {"Andrey Bykoff", "bykov-a: Andrey Bykoff*"},
        {"Ilya Bykoff", "bykov-i: Ilya Bykoff*"},
        {"Andrei Bykov", "bykov-a: Andrei* Bykov"},
        {"Ilia Bykov", "bykov-i: Ilia* Bykov"},
        {"I. Bykoff", "bykov-i: Bykoff*"},
        {"Bykoff said", "bykov-a: Bykoff*"},
        {"Oleg Bykoff", ""},
        {"Oleg Bykov", ""},
    };
    assert_mentions(rows, COUNT(rows));
}

/* A copy outlives the next run of the scanner, which uses its lists again. */
static void
a_copy_keeps_the_namesakes(void **state)
{
    (void)state;
    static const char yaml[] = "termlint: 1\nname: x\nlanguages: [en, ru]\nconcepts:\n"
                               "  - {id: zh, type: person, en: Georgy Zhukov, ru: Георгий Жуков}\n";
    scan_fixture f;
    tl_arena arena = {0};
    scan_setup(&f, yaml);
    const tl_scan *copy = tl_scan_copy(scan_text(&f, "Ivan Zhukov met Oleg Zhukov", "en"), &arena);
    assert_int_equal(copy->namesake_count, 2);
    uint32_t second = copy->namesakes[1].family;
    assert_int_equal(scan_text(&f, "and Pavel Zhukov", "en")->namesake_count, 1);
    assert_int_equal(copy->namesakes[0].family, 1);
    assert_int_equal(copy->namesakes[1].family, second);
    assert_str(copy->namesakes[1].person->concept->id, "zh");
    scan_clear(&f);
    tl_arena_clear(&arena);
}

/* A name and its spelling without marks cost differently; which stands first must not matter. */
static void
a_spelling_is_judged_the_same_wherever_it_stands(void **state)
{
    (void)state;
    static const mention_row rows[] = {
        {"of Chajrov, of Xajrov, of Ĥajrov",
         "khayrov: Chajrov*; khayrov: Xajrov*; khayrov: Ĥajrov*"},
        {"of Ĥajrov, of Hajrov", "khayrov: Ĥajrov*; khayrov: Hajrov*"},
        {"of Hajrov, of Ĥajrov", "khayrov: Hajrov*; khayrov: Ĥajrov*"},
    };
    assert_mentions(rows, COUNT(rows));
    static const char yaml[] = "termlint: 1\nname: x\nlanguages: [en, ru]\nconcepts:\n"
                               "  - {id: zh, type: person, en: Georgy Zhukov, ru: Георгий Жуков}\n";
    static const char *const texts[] = {"of Zukov", "of Žukov, of Zukov", "of Zukov, of Žukov"};
    static const size_t wanted[] = {0, 1, 1};
    scan_fixture f;
    scan_setup(&f, yaml);
    for (size_t i = 0; i < COUNT(texts); i++) {
        assert_int_equal(scan_text(&f, texts[i], "en")->mention_count, wanted[i]);
    }
    scan_clear(&f);
}

/* The person who is meant may come after any number of namesakes. */
static void
many_namesakes_are_all_looked_at(void **state)
{
    (void)state;
    static const char *const given[] = {"Иван",  "Пётр",   "Павел", "Олег",  "Игорь", "Антон",
                                        "Семён", "Максим", "Роман", "Борис", "Глеб",  "Тарас"};
    tl_buf yaml = {0};
    tl_buf_add_cstr(&yaml, "termlint: 1\nname: x\nlanguages: [ru]\nconcepts:\n");
    for (size_t i = 0; i < COUNT(given); i++) {
        tl_buf_add_format(&yaml, "  - {id: p%zu, type: person, ru: %s Быков}\n", i, given[i]);
    }
    tl_buf_add_byte(&yaml, '\0');
    scan_fixture f;
    scan_setup(&f, yaml.ptr);
    char *mentions = describe_mentions(scan_text(&f, "Taras Bykoff, Pavel Bykoff", "en"));
    assert_string_equal(mentions, "p11: Taras Bykoff*; p2: Pavel Bykoff*");
    free(mentions);
    scan_clear(&f);
    tl_buf_clear(&yaml);
}

static void
a_latin_name_has_the_termbase_s_latin_form(void **state)
{
    (void)state;
    static const struct {
        const char *id, *language, *family, *given;
    } rows[] = {
        {"khayrov", "en", "Khayrov", "Yevgeny"},
        {"khayrov", "ru", "Khayrov", "Yevgeny"},
        {"khayrov", "de", "Khayrov", "Yevgeniy"},
        {"shchukina", "en", "Shchukina", "Mariya"},
    };
    scan_fixture f;
    scan_setup(&f, people);
    tl_arena arena = {0};
    for (size_t i = 0; i < COUNT(rows); i++) {
        const tl_concept *concept = tl_termbase_find(&f.termbase, tl_str_from(rows[i].id));
        const tl_person *person = tl_index_person(f.index, concept);
        assert_non_null(person);
        tl_latin_name name =
            tl_index_latin_name(f.index, person, tl_str_from(rows[i].language), &arena);
        assert_str(name.family, rows[i].family);
        assert_str(name.given, rows[i].given);
    }
    const tl_concept *no_person = tl_termbase_find(&f.termbase, TL_STR("union"));
    assert_null(tl_index_person(f.index, no_person));
    tl_arena_clear(&arena);
    scan_clear(&f);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_family_name_is_known_in_any_spelling),
        cmocka_unit_test(the_given_name_tells_who_it_is),
        cmocka_unit_test(initials_and_patronymics_tell_too),
        cmocka_unit_test(namesakes_are_told_apart),
        cmocka_unit_test(a_copy_keeps_the_namesakes),
        cmocka_unit_test(a_spelling_is_judged_the_same_wherever_it_stands),
        cmocka_unit_test(many_namesakes_are_all_looked_at),
        cmocka_unit_test(a_latin_name_has_the_termbase_s_latin_form),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
