/* SPDX-License-Identifier: MPL-2.0 */
/* Tables for romanize/respelled_pairs: what is paired and what is not. */
#include "romanize/respelled_pairs.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static void
words_with_confused_letters_are_paired(void **state)
{
    (void)state;
    static const tl_str words[] = {TL_STR_INIT("тимохин"),  TL_STR_INIT("ведерников"),
                                   TL_STR_INIT("тимахин"),  TL_STR_INIT("видерников"),
                                   TL_STR_INIT("тимошкин"), TL_STR_INIT("")};
    tl_arena arena = {0};
    tl_cluster_pairs pairs =
        tl_respelled_pairs_find(words, sizeof words / sizeof words[0], 45, &arena);
    assert_int_equal(pairs.count, 2);
    assert_int_equal(pairs.items[0].a, 0);
    assert_int_equal(pairs.items[0].b, 2);
    assert_int_equal(pairs.items[1].a, 1);
    assert_int_equal(pairs.items[1].b, 3);
    tl_arena_clear(&arena);
}

static void
equal_short_and_far_words_are_not(void **state)
{
    (void)state;
    static const tl_str words[] = {TL_STR_INIT("панов"),   TL_STR_INIT("понов"),
                                   TL_STR_INIT("тимохин"), TL_STR_INIT("тимохин"),
                                   TL_STR_INIT("туманов"), TL_STR_INIT("тимонов")};
    tl_arena arena = {0};
    assert_int_equal(
        tl_respelled_pairs_find(words, sizeof words / sizeof words[0], 45, &arena).count, 0);
    tl_arena_clear(&arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_with_confused_letters_are_paired),
        cmocka_unit_test(equal_short_and_far_words_are_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
