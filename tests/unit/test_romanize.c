/* SPDX-License-Identifier: MPL-2.0 */
/* Spellings that are and are not those of a name, and the index against the comparison of pairs. */
#include "romanize/romanize.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static const struct {
    tl_str cyrillic, latin;
} spellings[] = {
    {TL_STR_INIT("Зайнетдинов"), TL_STR_INIT("Zaynetdinov")},
    {TL_STR_INIT("Зайнетдинов"), TL_STR_INIT("Zainetdinov")},
    {TL_STR_INIT("Зайнетдинов"), TL_STR_INIT("Sajnetdinow")},
    {TL_STR_INIT("Зайнетдинов"), TL_STR_INIT("Zaïnetdinov")},
    {TL_STR_INIT("Зайнетдинов"), TL_STR_INIT("ZAYNETDINOV")},
    {TL_STR_INIT("Кузнецов"), TL_STR_INIT("Kuznetcov")},
    {TL_STR_INIT("Зюганов"), TL_STR_INIT("Ziouganov")},
    {TL_STR_INIT("Зюганов"), TL_STR_INIT("Zioeganof")},
    {TL_STR_INIT("Зюганов"), TL_STR_INIT("Züganov")},
    {TL_STR_INIT("Зюганов"), TL_STR_INIT("Sjuganow")},
    {TL_STR_INIT("Тимошенко"), TL_STR_INIT("Timoixenko")},
    {TL_STR_INIT("Кожемякин"), TL_STR_INIT("Kożemjakin")},
    {TL_STR_INIT("Жапаров"), TL_STR_INIT("Japarov")},
    {TL_STR_INIT("Жапаров"), TL_STR_INIT("Zhaparov")},
    {TL_STR_INIT("Рахмон"), TL_STR_INIT("Rahmon")},
    {TL_STR_INIT("Рахмон"), TL_STR_INIT("Rakhmon")},
    {TL_STR_INIT("Римский-Корсаков"), TL_STR_INIT("Rimsky-Korsakov")},
};

static const struct {
    tl_str cyrillic, latin;
} strangers[] = {
    {TL_STR_INIT("Сидоров"), TL_STR_INIT("Fedorov")},
    {TL_STR_INIT("Сердюков"), TL_STR_INIT("Serdyuk")},
    {TL_STR_INIT("Иванов"), TL_STR_INIT("Ivanova")},
    {TL_STR_INIT("Керимов"), TL_STR_INIT("Karimov")},
    {TL_STR_INIT("Иванов"), TL_STR_INIT("")},
    {TL_STR_INIT("Иванов"), TL_STR_INIT("Иванов")},
    {TL_STR_INIT(""), TL_STR_INIT("Ivanov")},
};

enum { SPELLINGS = sizeof spellings / sizeof *spellings };

static void
spellings_are_recognised(void **state)
{
    (void)state;
    for (size_t i = 0; i < SPELLINGS; i++) {
        uint32_t cost = tl_romanize_cost(spellings[i].cyrillic, spellings[i].latin);
        if (cost > TL_COST_LIKELY) {
            fail_msg("%s costs %u", spellings[i].latin.ptr, cost);
        }
    }
}

static void
strangers_are_not(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof strangers / sizeof *strangers; i++) {
        uint32_t cost = tl_romanize_cost(strangers[i].cyrillic, strangers[i].latin);
        if (cost <= TL_COST_LIKELY) {
            fail_msg("%s costs %u", strangers[i].latin.ptr, cost);
        }
    }
}

static void
the_steps_of_a_path_sum_to_its_cost(void **state)
{
    (void)state;
    tl_arena arena = {0};
    for (size_t i = 0; i < SPELLINGS; i++) {
        size_t count;
        const tl_romanize_step *steps =
            tl_romanize_path(spellings[i].cyrillic, spellings[i].latin, &arena, &count);
        uint32_t sum = 0;
        assert_non_null(steps);
        for (size_t k = 0; k < count; k++) {
            sum += steps[k].cost;
        }
        assert_int_equal(sum, tl_romanize_cost(spellings[i].cyrillic, spellings[i].latin));
    }
    tl_arena_clear(&arena);
}

/* What the index finds is what comparing every name would find. */
static void
assert_found_as_by_comparison(const tl_name_index *index, tl_str latin)
{
    tl_name_match matches[SPELLINGS];
    size_t count = tl_name_index_find(index, latin, TL_COST_POSSIBLE, matches, SPELLINGS);
    size_t expected = 0;
    for (size_t id = 0; id < SPELLINGS; id++) {
        expected += tl_romanize_cost(spellings[id].cyrillic, latin) <= TL_COST_POSSIBLE;
    }
    assert_int_equal(count, expected);
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(matches[i].cost,
                         tl_romanize_cost(spellings[matches[i].id].cyrillic, latin));
        assert_true(i == 0 || matches[i - 1].cost < matches[i].cost ||
                    (matches[i - 1].cost == matches[i].cost && matches[i - 1].id < matches[i].id));
    }
}

static void
index_finds_what_comparing_all_finds(void **state)
{
    (void)state;
    tl_name_index *index = tl_name_index_new();
    for (uint32_t id = 0; id < SPELLINGS; id++) {
        tl_name_index_add(index, spellings[id].cyrillic, id);
    }
    tl_name_index_build(index);
    for (size_t i = 0; i < SPELLINGS; i++) {
        assert_found_as_by_comparison(index, spellings[i].latin);
    }
    for (size_t i = 0; i < sizeof strangers / sizeof *strangers; i++) {
        assert_found_as_by_comparison(index, strangers[i].latin);
    }
    tl_name_index_free(index);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spellings_are_recognised),
        cmocka_unit_test(strangers_are_not),
        cmocka_unit_test(the_steps_of_a_path_sum_to_its_cost),
        cmocka_unit_test(index_finds_what_comparing_all_finds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
