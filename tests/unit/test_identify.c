/* SPDX-License-Identifier: MPL-2.0 */
/* Whole names: which words answer to which, the schemes that fit, and what is said of the rest. */
#include "romanize/identify.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static void
names_are_compared_word_by_word(void **state)
{
    (void)state;
    static const struct {
        const char *cyrillic, *latin, *verdict;
    } rows[] = {
        {"Зайнетдинов", "Zainetdinov", "same"},
        {"Владимир Зайнетдинов", "Vladimir Zaynetdinov", "same"},
        {"Владимир Зайнетдинов", "Zaynetdinov Vladimir", "same"},
        {"Зайнетдинов Владимир", "Zaynetdinov, Vladimir", "same"},
        {"Владимир Зайнетдинов", "Zaynetdinov", "different"},
        {"Зайнетдинов", "Vladimir Zaynetdinov", "different"},
        {"Владимир Зайнетдинов", "Vladimir Zaynetdinova", "different"},
        /* a patronymic may be missing, another word may not */
        {"Имангали Нургалиевич Тасмагамбетов", "Imangali Tasmagambetov", "same"},
        {"Имангали Тасмагамбетов", "Imangali Nurgalievich Tasmagambetov", "same"},
        {"Анна Юрьевна Орлова", "Anna Orlova", "same"},
        {"АННА ЮРЬЕВНА ОРЛОВА", "ANNA ORLOVA", "same"},
        {"Анна Орлова", "Anna Iourievna Orlova", "same"},
        {"Анна Юрьевна Орлова", "Yuryevna Orlova", "different"},
        {"Анна Мария Орлова", "Anna Orlova", "different"},
        {"Иван Ильич Орлов", "Ivan Kuzmich Orlov", "different"},
        /* initials */
        {"Владимир Зайнетдинов", "V. Zaynetdinov", "same"},
        {"Владимир Зайнетдинов", "V Zaynetdinov", "same"},
        {"Владимир Зайнетдинов", "A. Zaynetdinov", "different"},
        {"Юрий Орлов", "Yu. Orlov", "same"},
        {"Юрий Орлов", "Y. Orlov", "same"},
        {"В. А. Зайнетдинов", "V.A. Zaynetdinov", "same"},
        {"В.А. Зайнетдинов", "Vladimir Zaynetdinov", "same"},
        /* hyphens */
        {"Римский-Корсаков", "Rimsky-Korsakov", "same"},
        {"Римский-Корсаков", "Rimsky Korsakov", "same"},
        {"Римский-Корсаков", "Rimskykorsakov", "same"},
        {"Римский-Корсаков", "Korsakov", "different"},
        /* the worst word decides */
        {"Фёдор Шишов", "Fyodor Sisov", "possible"},
        {"Павел Ильич", "Pavel Ilic", "likely"},
        {"Путин", "Putyin", "same"}, /* Hungarian */
        /* nothing to compare */
        {"", "Orlov", "different"},
        {"Орлов", "", "different"},
        {"Орлов", "...", "different"},
        {"а б в г д е ж з и", "a b v g d e zh z i", "different"},
    };
    tl_arena arena = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        tl_identity identity =
            tl_identify(tl_str_from(rows[i].cyrillic), tl_str_from(rows[i].latin), NULL, &arena);
        if (strcmp(tl_verdict_name(identity.verdict), rows[i].verdict) != 0) {
            fail_msg("%s, %s: %s (%u)", rows[i].cyrillic, rows[i].latin,
                     tl_verdict_name(identity.verdict), identity.cost);
        }
    }
    tl_arena_clear(&arena);
}

static bool
has_scheme(const tl_identity *identity, const char *id)
{
    for (size_t i = 0; i < identity->scheme_count; i++) {
        if (strcmp(identity->schemes[i]->id, id) == 0) {
            return true;
        }
    }
    return false;
}

static void
the_schemes_fit_every_word(void **state)
{
    (void)state;
    tl_arena arena = {0};
    tl_identity identity =
        tl_identify(TL_STR("Юрий Зайнетдинов"), TL_STR("Iurii Zainetdinov"), NULL, &arena);
    assert_true(has_scheme(&identity, "icao-9303") && has_scheme(&identity, "mvd-2013"));
    assert_false(has_scheme(&identity, "bgn-pcgn") || has_scheme(&identity, "yandex-money"));
    assert_false(identity.house_fits);
    assert_string_equal(identity.house->id, "bgn-pcgn");
    identity = tl_identify(TL_STR("Юрий Зайнетдинов"), TL_STR("Iurii Zaynetdinov"), NULL, &arena);
    assert_int_equal(identity.scheme_count, 0);
    assert_true(identity.from_nearest.count > 0);
    identity = tl_identify(TL_STR("Орлов"), TL_STR("Petrov"), NULL, &arena);
    assert_int_equal(identity.cost, TL_COST_DIFFERENT);
    assert_null(identity.nearest);
    tl_arena_clear(&arena);
}

static void
the_house_is_that_of_the_language(void **state)
{
    (void)state;
    tl_arena arena = {0};
    tl_identity identity = tl_identify(TL_STR("Юрій"), TL_STR("Yurii"), NULL, &arena);
    assert_string_equal(identity.house->id, "bgn-pcgn-uk-2019");
    assert_true(identity.house_fits);
    identity =
        tl_identify(TL_STR("Юрій"), TL_STR("Yurii"), tl_scheme_find(TL_STR("icao-9303")), &arena);
    assert_string_equal(identity.house->id, "icao-9303-uk");
    assert_true(identity.house_fits);
    tl_arena_clear(&arena);
}

static void
explanations_name_the_telling_letters(void **state)
{
    (void)state;
    static const struct {
        const char *cyrillic, *latin, *house, *line;
    } rows[] = {
        {"Зайнетдинов", "Zainetdinov", NULL,
         "Zainetdinov: й → i as in ICAO Doc 9303; the house form follows BGN/PCGN: й → y"},
        {"Зайнетдинов", "Zaynetdinov", "icao-9303",
         "Zaynetdinov: й → y as in BGN/PCGN; the house form follows ICAO Doc 9303: й → i"},
        {"Зайнетдинов", "Zaynetdinov", NULL, "Zaynetdinov: as in BGN/PCGN, the house form"},
        {"Анатолий", "Anatoly", NULL,
         "Anatoly: ий → y as in Wikipedia; the house form follows BGN/PCGN: ий → iy"},
        {"Юлия Юшина", "Iuliia Iushina", NULL,
         "Iuliia Iushina: ю → iu, я → ia as in ICAO Doc 9303; the house form follows BGN/PCGN: "
         "ю → yu, я → ya"},
        {"Щербаков", "Scherbakov", NULL,
         "Scherbakov: щ → sch as in Moscow Metro; the house form follows BGN/PCGN: щ → shch"},
        {"Тимошенко", "Timoixenko", NULL,
         "Timoixenko: ш → ix; the house form follows BGN/PCGN: ш → sh"},
        {"Гусев", "Gussev", NULL, "Gussev: с → ss; the house form follows BGN/PCGN: с → s"},
        {"Шишов", "Chichow", NULL,
         "Chichow: ш → ch, в → w, nearest to French press but for в → w; the house form follows "
         "BGN/PCGN: ш → sh, в → v"},
        {"Тоқаев", "Toqaev", NULL, "Toqaev: as in BGN/PCGN (Kazakh), the house form"},
        {"Тоқаев", "Tokayev", NULL,
         "Tokayev: қ → k, е → ye; the house form follows BGN/PCGN (Kazakh): қ → q, е → e"},
        {"Тоқаў", "Tokaw", NULL,
         "Tokaw: қ → k, ў → w; the house form follows BGN/PCGN (Uzbek): қ → q, ў → ŭ"},
        {"Орлов", "Petrov", NULL, "Petrov: no spelling of this name"},
    };
    tl_arena arena = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const tl_scheme *house = rows[i].house ? tl_scheme_find(tl_str_from(rows[i].house)) : NULL;
        tl_identity identity =
            tl_identify(tl_str_from(rows[i].cyrillic), tl_str_from(rows[i].latin), house, &arena);
        assert_string_equal(tl_identity_explain(&identity, &arena).ptr, rows[i].line);
    }
    tl_arena_clear(&arena);
}

static void
the_termbase_has_the_last_word(void **state)
{
    (void)state;
    static const struct {
        const char *cyrillic, *latin, *preferred, *line;
    } rows[] = {
        {"Зайнетдинов", "Zainetdinov", "Zaynetdinov",
         "Zainetdinov: й → i as in ICAO Doc 9303; the termbase has Zaynetdinov: й → y"},
        {"Зайнетдинов", "Zaynetdinov", "Zainetdinov",
         "Zaynetdinov: й → y as in BGN/PCGN; the termbase has Zainetdinov: й → i"},
        {"Керимов", "Kerimov", "Kerimow",
         "Kerimov: в → v as in BGN/PCGN; the termbase has Kerimow: в → w"},
        {"Фёдоров", "Fedorov", "Fëdorov", "Fedorov: as in ICAO Doc 9303; the termbase has Fëdorov"},
        {"Тоқаев", "Toqaev", "Tokayev",
         "Toqaev: қ → q, е → e as in BGN/PCGN (Kazakh); the termbase has Tokayev: қ → k, е → ye"},
        {"Сергей", "Serhii", "Sergey", "Serhii: the termbase has Sergey"},
    };
    tl_arena arena = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        tl_str cyrillic = tl_str_from(rows[i].cyrillic);
        tl_identity identity = tl_identify(cyrillic, tl_str_from(rows[i].latin), NULL, &arena);
        tl_str line = tl_identity_explain_preferred(&identity, cyrillic,
                                                    tl_str_from(rows[i].preferred), &arena);
        assert_string_equal(line.ptr, rows[i].line);
    }
    tl_arena_clear(&arena);
}

static void
two_spellings_differ_in_letters(void **state)
{
    (void)state;
    tl_arena arena = {0};
    tl_departures departures = tl_departures_between(TL_STR("Зайнетдинов"), TL_STR("Sainetdinow"),
                                                     TL_STR("Zaynetdinov"), &arena);
    assert_int_equal(departures.count, 3);
    assert_string_equal(departures.items[0].cyrillic.ptr, "з");
    assert_string_equal(departures.items[0].latin.ptr, "s");
    assert_string_equal(departures.items[1].wanted.ptr, "y");
    assert_string_equal(departures.items[2].latin.ptr, "w");
    departures =
        tl_departures_between(TL_STR("Фёдоров"), TL_STR("Fëdorov"), TL_STR("Fedorov"), &arena);
    assert_int_equal(departures.count, 0);
    departures =
        tl_departures_between(TL_STR("Филиппов"), TL_STR("Filipov"), TL_STR("Filippov"), &arena);
    assert_int_equal(departures.count, 1);
    assert_string_equal(departures.items[0].cyrillic.ptr, "пп");
    departures = tl_departures_between(TL_STR("Орлов"), TL_STR("Petrov"), TL_STR("Orlov"), &arena);
    assert_int_equal(departures.count, 0);
    tl_arena_clear(&arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_compared_word_by_word),
        cmocka_unit_test(the_schemes_fit_every_word),
        cmocka_unit_test(the_house_is_that_of_the_language),
        cmocka_unit_test(explanations_name_the_telling_letters),
        cmocka_unit_test(the_termbase_has_the_last_word),
        cmocka_unit_test(two_spellings_differ_in_letters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
