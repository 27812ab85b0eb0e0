/* SPDX-License-Identifier: MPL-2.0 */
/* Tables for text/typo: which letters were mistyped, and which of two ways is the likelier. */
#include "text/typo.h"

#include "text/distance.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void
edits_are_named(void **state)
{
    (void)state;
    static const struct {
        const char *written, *meant, *words;
    } rows[] = {
        {"counsel", "council", "“s” for “c”, “e” for “i”"},
        {"secretarait", "secretariat", "“ai” for “ia”"},
        {"secretriat", "secretariat", "“a” is left out"},
        {"comittee", "committee", "“m” is left out"},
        {"secretaariat", "secretariat", "one “a” too many"},
        {"gorvernment", "government", "one “r” too many"},
        {"безопастности", "безопасности", "one “т” too many"},
        {"коллктинвой", "коллективной", "“е” is left out, “нв” for “вн”"},
    };
    tl_arena arena = {0};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        tl_typo typo;
        assert_true(tl_typo_find(tl_str_from(rows[i].written), tl_str_from(rows[i].meant), &typo));
        tl_str words = tl_typo_describe(&typo, &arena);
        assert_string_equal(words.ptr, rows[i].words);
    }
    tl_arena_clear(&arena);
}

static unsigned
cost(const char *written, const char *meant)
{
    tl_typo typo;
    assert_true(tl_typo_find(tl_str_from(written), tl_str_from(meant), &typo));
    return typo.cost;
}

static void
likely_typos_cost_less(void **state)
{
    (void)state;
    static const struct {
        const char *likely, *unlikely, *meant;
    } rows[] = {
        {"minustry", "minmstry", "ministry"},    /* u is beside i */
        {"ministey", "ministpy", "ministry"},    /* e is beside r */
        {"miniatry", "miniptry", "ministry"},    /* a is beside s */
        {"minnistry", "minwistry", "ministry"},  /* a letter twice */
        {"minitsry", "minstry", "ministry"},     /* two swapped, one left out */
        {"miniztry", "binistry", "ministry"},    /* the first letter is seen */
        {"сикретарь", "сткретарь", "секретарь"}, /* и sounds like е */
        {"слвет", "сщвет", "совет"},             /* л is beside о */
        {"комисия", "комссия", "комиссия"},      /* one of two с */
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        if (cost(rows[i].likely, rows[i].meant) >= cost(rows[i].unlikely, rows[i].meant)) {
            fail_msg("%s costs no less than %s", rows[i].likely, rows[i].unlikely);
        }
    }
}

static void
far_words_are_no_typos(void **state)
{
    (void)state;
    tl_typo typo;
    assert_false(tl_typo_find(TL_STR("council"), TL_STR("council"), &typo));
    assert_false(tl_typo_find(TL_STR("counter"), TL_STR("council"), &typo));
    assert_false(tl_typo_find(TL_STR("council"), TL_STR("councillors"), &typo));
    assert_false(tl_typo_find(TL_STR(""), TL_STR("council"), &typo));
}

/* The fewest edits are those of text/distance. */
static void
counts_as_distance_does(void **state)
{
    (void)state;
    uint64_t seed = 7;
    for (size_t i = 0; i < 20000; i++) {
        char words[2][12];
        size_t lengths[2];
        for (size_t k = 0; k < 2; k++) {
            lengths[k] = 3 + seed % 8;
            for (size_t at = 0; at < lengths[k]; at++) {
                seed = seed * UINT64_C(6364136223846793005) + 1442695040888963407;
                words[k][at] = (char)('a' + (seed >> 33) % 3);
            }
        }
        tl_str a = {words[0], lengths[0]}, b = {words[1], lengths[1]};
        unsigned edits = tl_edit_distance(a, b, TL_TYPO_EDITS);
        tl_typo typo;
        assert_int_equal(tl_typo_find(a, b, &typo), edits > 0 && edits <= TL_TYPO_EDITS);
        assert_true(edits == 0 || edits > TL_TYPO_EDITS || typo.count == edits);
        uint32_t cost;
        bool is_weighed = edits > 0 && tl_typo_weigh(a, b, edits, &cost);
        assert_true(edits == 0 || is_weighed == (edits <= TL_TYPO_EDITS));
        assert_true(!is_weighed || typo.cost == cost);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(edits_are_named),
        cmocka_unit_test(likely_typos_cost_less),
        cmocka_unit_test(far_words_are_no_typos),
        cmocka_unit_test(counts_as_distance_does),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
