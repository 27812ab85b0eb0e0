/* SPDX-License-Identifier: MPL-2.0 */
/* Tables for scan/lists: what is in the closed lists and what must stay out, and the order and
 * grouping of the given names. */
#include "scan/given.h"
#include "scan/lists.h"

#include "base/utf8.h"
#include "morph/inflect.h"
#include "romanize/given_names.h"
#include "text/key.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void
assert_listed(tl_list list, bool listed, const char *keys)
{
    tl_str rest = tl_str_from(keys), key;
    while (tl_str_split(&rest, ' ', &key)) {
        if (tl_list_has(list, key) != listed) {
            fail_msg("%.*s is %s list %d", TL_STR_ARGS(key), listed ? "not in" : "in", (int)list);
        }
    }
}

static void
roles_stand_before_a_name(void **state)
{
    (void)state;
    assert_listed(TL_LIST_ROLES, true,
                  "president presidents minister general mr ms dr judge comrade ambassador "
                  "secretaries spokesman spokeswomen coach coaches analyst in with while according "
                  "the monday yesterday meanwhile a");
    assert_listed(TL_LIST_ROLES, true,
                  "президент президентами министра генералы полковнику господин господ товарищем "
                  "секретаря секретарям посла послы отцом врачом судей госпожой царями ученого "
                  "героев викарии профессора в с по после но а как января");
}

static void
what_opens_a_sentence_is_no_title(void **state)
{
    (void)state;
    assert_listed(TL_LIST_TITLES, true, "president mr general ministers генерала посол министру");
    assert_listed(TL_LIST_TITLES, false, "the according monday in в как ранее января said ivan");
}

static void
surnames_are_of_men_and_women(void **state)
{
    (void)state;
    assert_listed(TL_LIST_SURNAMES, true,
                  "сергеенко сергиенко керимов керимова достоевская толстая");
    assert_listed(TL_LIST_SURNAMES, false, "сергей керимовым зайнитдинов толстоя");
}

static void
given_names_are_no_roles(void **state)
{
    (void)state;
    assert_listed(TL_LIST_ROLES, false,
                  "will may april june august jan mark grant dean earl don bill sultan emir khan "
                  "said ivan");
    assert_listed(TL_LIST_ROLES, false, "марта май вера слава роза грант любовь надежда султан");

    size_t count;
    const tl_given_name *names = tl_given_names(&count);
    for (size_t i = 0; i < count; i++) {
        assert_listed(TL_LIST_ROLES, false, names[i].cyrillic);
    }
}

static void
places_are_known_in_all_cases(void **state)
{
    (void)state;
    assert_listed(TL_LIST_PLACES, true,
                  "street st avenue square prospekt airport university academies theatre theater "
                  "library prize cup ulitsa pereulok island glacier cape hospital");
    assert_listed(TL_LIST_PLACES, true,
                  "улица улицей ул площади переулка переулками шоссе набережной аэропорту имени им "
                  "университете академий институтов премию кубка мосту парке деревень сел поселка "
                  "городами острова дворцом училище училищ");
    assert_listed(TL_LIST_PLACES, false, "president said forum форуме план иван ш");
}

static void
former_holders_are_marked(void **state)
{
    (void)state;
    assert_listed(TL_LIST_FORMER, true,
                  "former ex acting deputy interim vice first late retired outgoing elect aide");
    assert_listed(TL_LIST_FORMER, true,
                  "бывший бывшего бывшая бывшими экс исполняющий исполняющим исполняющая врио ио "
                  "заместителя зам вице помощником советнику отставного первый");
    assert_listed(TL_LIST_FORMER, false, "president would under министр ранее со");
}

static void
acronyms_are_asked_by_key(void **state)
{
    (void)state;
    assert_listed(TL_LIST_ACRONYMS, true,
                  "nato opec unesco iaea interpol html covid gdpr сша ссср нато оон еаэс гост "
                  "мгимо ввп ндс мчс фсб");
    assert_listed(TL_LIST_ACRONYMS, false, "eu ес zqx щцк minister");
}

static void
keys_are_whole_and_folded(void **state)
{
    (void)state;
    for (int list = 0; list < TL_LIST_COUNT; list++) {
        assert_false(tl_list_has((tl_list)list, TL_STR("")));
        assert_false(tl_list_has((tl_list)list, TL_STR("zzzz")));
        assert_false(tl_list_has((tl_list)list, TL_STR("ящщщ")));
    }
    assert_listed(TL_LIST_ROLES, false, "President presiden presidentss Президент президен");
    assert_listed(TL_LIST_PLACES, false, "посёлок сёл");
    assert_listed(TL_LIST_ACRONYMS, false, "NATO НАТО nat natos");
}

/* The row of `name` in a group with `other`, or NULL. */
static const tl_given_name *
find_together(const char *name, const char *other)
{
    size_t count;
    const tl_given_name *names = tl_given_names(&count);
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < count && strcmp(names[i].cyrillic, name) == 0; j++) {
            if (names[j].group == names[i].group && strcmp(names[j].cyrillic, other) == 0) {
                return &names[i];
            }
        }
    }
    return NULL;
}

static void
given_names_have_gender_and_group(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        const char *other;
        char gender;
    } rows[] = {
        {"сергей", "сергій", 'm'},       {"сергей", "сяргей", 'm'},
        {"владимир", "володимир", 'm'},  {"владимир", "уладзімір", 'm'},
        {"саша", "александр", 'b'},      {"саша", "александра", 'b'},
        {"слава", "вячеслав", 'b'},      {"слава", "станислав", 'b'},
        {"семён", "сёма", 'm'},          {"наталья", "наталія", 'f'},
        {"нурсултан", "нұрсұлтан", 'm'}, {"мохаммед", "магомед", 'm'},
        {"джон", "джон", 'm'},           {"цзиньпин", "цзиньпин", 'm'},
        {"гульнара", "гүлнар", 'f'},     {"реджеп", "реджеп", 'm'},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const tl_given_name *found = find_together(rows[i].name, rows[i].other);
        assert_non_null(found);
        assert_int_equal(found->gender, rows[i].gender);
    }
    assert_null(find_together("александр", "александра"));
    assert_null(find_together("иван", "пётр"));
}

static void
given_names_are_unique_in_a_group(void **state)
{
    (void)state;
    size_t count;
    const tl_given_name *names = tl_given_names(&count);
    assert_true(count >= 900);
    for (size_t i = 0; i < count; i++) {
        for (size_t j = i + 1; j < count; j++) {
            if (strcmp(names[i].cyrillic, names[j].cyrillic) == 0) {
                assert_int_not_equal(names[i].group, names[j].group);
                assert_int_equal(names[i].gender, names[j].gender);
            }
        }
    }
}

static void
groups_are_runs_of_one_gender(void **state)
{
    (void)state;
    size_t count;
    const tl_given_name *names = tl_given_names(&count);
    char gender = 'b';
    assert_int_equal(names[0].group, 0);
    for (size_t i = 0; i < count; i++) {
        if (i > 0 && names[i].group != names[i - 1].group) {
            assert_int_equal(names[i].group, names[i - 1].group + 1);
            gender = 'b';
        }
        assert_true(names[i].gender == 'b' || gender == 'b' || names[i].gender == gender);
        gender = names[i].gender == 'b' ? gender : names[i].gender;
    }
}

static void
given_names_are_known_in_their_cases(void **state)
{
    (void)state;
    static const struct {
        const char *word;
        unsigned cells; /* at least these; 0: no given name */
    } rows[] = {
        {"Иван", 1 << TL_CASE_NOM},
        {"Ивана", 1 << TL_CASE_GEN | 1 << TL_CASE_ACC},
        {"ОЛЬГОЙ", 1 << TL_CASE_INS},
        {"Льву", 1 << TL_CASE_DAT},
        {"Петре", 1 << TL_CASE_LOC},
        {"Семёна", 1 << TL_CASE_GEN},
        {"Москва", 0},
        {"Петров", 0},
        {"Ivan", 0},
    };
    tl_given *given = tl_given_new();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        unsigned cells = tl_given_cells(given, tl_str_from(rows[i].word));
        if ((cells & rows[i].cells) != rows[i].cells || (cells != 0) != (rows[i].cells != 0)) {
            fail_msg("%s: want %x, have %x", rows[i].word, rows[i].cells, cells);
        }
    }
    tl_given_free(given);
}

static void
forms_of_given_names_keep_their_first_letter(void **state)
{
    (void)state;
    size_t count;
    const tl_given_name *given = tl_given_names(&count);
    tl_arena arena = {0};
    for (size_t i = 0; i < count; i++) {
        tl_str name = tl_str_from(given[i].cyrillic);
        tl_inflected_word forms = tl_inflect_name(name, TL_PART_GIVEN, '\0', &arena);
        for (size_t k = 0; k < forms.count; k++) {
            tl_key first, second;
            tl_str a = tl_key_of(name, &first), b = tl_key_of(forms.forms[k].text, &second);
            size_t at = 0, other = 0;
            assert_int_equal(tl_utf8_next(a, &at), tl_utf8_next(b, &other));
        }
        tl_arena_reset(&arena);
    }
    assert_true(count > 100);
    tl_arena_clear(&arena);
}

/* The index that the build has made finds what one that is made here does. */
static void
the_index_of_given_names_is_theirs(void **state)
{
    (void)state;
    enum { MOST = 32 };
    size_t count;
    const tl_given_name *given = tl_given_names(&count);
    size_t all = 0;
    tl_name_index *index = tl_name_index_new();
    tl_arena arena = {0};
    for (size_t i = 0; i < count; i++) {
        tl_name_index_add(index, tl_str_from(given[i].cyrillic), (uint32_t)i);
    }
    tl_name_index_build(index);
    for (size_t i = 0; i < count; i++) {
        tl_name_match ours[MOST], theirs[MOST];
        tl_str latin = tl_scheme_romanize(tl_scheme_find(TL_STR("icao-9303")),
                                          tl_str_from(given[i].cyrillic), &arena);
        size_t found = tl_name_index_find(index, latin, TL_COST_LIKELY, ours, MOST);
        all += found;
        assert_int_equal(
            tl_name_index_find(tl_given_name_index(), latin, TL_COST_LIKELY, theirs, MOST), found);
        assert_memory_equal(ours, theirs, found * sizeof ours[0]);
    }
    assert_true(all > count);
    tl_name_index_free(index);
    tl_arena_clear(&arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(given_names_are_known_in_their_cases),
        cmocka_unit_test(roles_stand_before_a_name),
        cmocka_unit_test(what_opens_a_sentence_is_no_title),
        cmocka_unit_test(surnames_are_of_men_and_women),
        cmocka_unit_test(given_names_are_no_roles),
        cmocka_unit_test(places_are_known_in_all_cases),
        cmocka_unit_test(former_holders_are_marked),
        cmocka_unit_test(acronyms_are_asked_by_key),
        cmocka_unit_test(keys_are_whole_and_folded),
        cmocka_unit_test(given_names_have_gender_and_group),
        cmocka_unit_test(given_names_are_unique_in_a_group),
        cmocka_unit_test(groups_are_runs_of_one_gender),
        cmocka_unit_test(forms_of_given_names_keep_their_first_letter),
        cmocka_unit_test(the_index_of_given_names_is_theirs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
