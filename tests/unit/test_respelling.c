/* SPDX-License-Identifier: MPL-2.0 */
/* Which Cyrillic spellings are of one name, at what cost, and that they can be looked up. */
#include "romanize/respelling.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

typedef struct pair {
    const char *written, *meant;
    uint32_t most; /* what it may cost; TL_RESPELLING_NONE: it is no spelling of the name */
} pair;

static const pair pairs[] = {
    {"Зайнетдинов", "Зайнетдинов", 0},
    {"ХРУЩЁВ", "Хрущев", 0},
    {"Зейнетдиновым", "Зайнетдиновым", 30},
    {"Хайритдинов", "Хайрутдинов", 30},
    {"Калиников", "Калинников", 30},
    {"Заболотэнко", "Заболотенко", 10},
    {"Заболотенко", "Забалотенко", 30},
    {"Сергієнко", "Сергиенко", 30},
    {"Джунусов", "Жунусов", 30},
    {"Лукашэнка", "Лукашенко", 30},
    {"Долгарукав", "Долгоруков", TL_RESPELLING_LIMIT},
    {"Иваннов-Петров", "Иванов-Петров", 30},
    {"Зайцев", "Зайченко", TL_RESPELLING_NONE},
    {"Иванова", "Иванов", TL_RESPELLING_NONE}, /* endings stay */
    {"Зарецкой", "Зарецкий", TL_RESPELLING_NONE},
    {"Петров", "Сидоров", TL_RESPELLING_NONE},
    {"Zaretsky", "Зарецкий", TL_RESPELLING_NONE},
    {"", "Зарецкий", TL_RESPELLING_NONE},
};

enum { PAIR_COUNT = sizeof pairs / sizeof *pairs };

static void
spellings_cost_what_they_are_worth(void **state)
{
    (void)state;
    for (size_t i = 0; i < PAIR_COUNT; i++) {
        tl_str written = tl_str_from(pairs[i].written), meant = tl_str_from(pairs[i].meant);
        uint32_t cost = tl_respelling_cost(written, meant);
        bool is_as_wanted = pairs[i].most == TL_RESPELLING_NONE ? cost == TL_RESPELLING_NONE
                                                                : cost <= pairs[i].most;
        if (!is_as_wanted || tl_respelling_cost(meant, written) != cost) {
            fail_msg("%s for %s costs %u", pairs[i].written, pairs[i].meant, cost);
        }
    }
}

static bool
share_a_key(tl_str word, tl_str name)
{
    uint64_t words[TL_RESPELLING_WORD_KEYS], names[TL_RESPELLING_NAME_KEYS];
    size_t word_count = tl_respelling_word_keys(word, words);
    size_t name_count = tl_respelling_name_keys(name, names);
    for (size_t i = 0; i < word_count; i++) {
        for (size_t k = 0; k < name_count; k++) {
            if (words[i] == names[k]) {
                return true;
            }
        }
    }
    return false;
}

static void
spellings_are_found_by_their_keys(void **state)
{
    (void)state;
    for (size_t i = 0; i < PAIR_COUNT; i++) {
        if (pairs[i].most != TL_RESPELLING_NONE &&
            !share_a_key(tl_str_from(pairs[i].written), tl_str_from(pairs[i].meant))) {
            fail_msg("%s is not looked up under %s", pairs[i].written, pairs[i].meant);
        }
    }
    assert_true(share_a_key(TL_STR("Зейнетдиновыми"), TL_STR("Зайнетдинов")));
    assert_true(share_a_key(TL_STR("Достаевского"), TL_STR("Достоевский")));
    assert_true(share_a_key(TL_STR("Иванновых-Петровых"), TL_STR("Иванов-Петров")));
    assert_false(share_a_key(TL_STR("Сидоров"), TL_STR("Петров")));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spellings_cost_what_they_are_worth),
        cmocka_unit_test(spellings_are_found_by_their_keys),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
