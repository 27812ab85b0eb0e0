/* SPDX-License-Identifier: MPL-2.0 */
/* Tables for base/: strings, arenas, maps, UTF-8, nearest words, lists of problems. */
#include "base/arena.h"
#include "base/array.h"
#include "base/buf.h"
#include "base/disjoint.h"
#include "base/error.h"
#include "base/map.h"
#include "base/number_map.h"
#include "base/radix.h"
#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void
strings_split_into_parts(void **state)
{
    (void)state;
    tl_str rest = TL_STR("a,,b"), part;
    assert_true(tl_str_split(&rest, ',', &part) && tl_str_equal(part, TL_STR("a")));
    assert_true(tl_str_split(&rest, ',', &part) && part.len == 0);
    assert_true(tl_str_split(&rest, ',', &part) && tl_str_equal(part, TL_STR("b")));
    assert_false(tl_str_split(&rest, ',', &part));
}

static void
strings_are_found_and_trimmed(void **state)
{
    (void)state;
    assert_int_equal(tl_str_find(TL_STR("aabaab"), TL_STR("ab"), 2), 4);
    assert_int_equal(tl_str_find(TL_STR("aab"), TL_STR("bb"), 0), 3);
    assert_true(tl_str_equal(tl_str_trim(TL_STR(" \tx y\n")), TL_STR("x y")));
    assert_true(tl_str_compare(TL_STR("ab"), TL_STR("abc")) < 0);
    assert_true(tl_str_equal_ascii_nocase(TL_STR("SPDX"), TL_STR("spdx")));
}

static void
arena_keeps_small_and_large_blocks_apart(void **state)
{
    (void)state;
    tl_arena arena = {0};
    tl_str first = tl_arena_copy(&arena, TL_STR("first"));
    char *large = tl_arena_alloc(&arena, 1, 200000);
    tl_str second = tl_arena_format(&arena, "%d-%s", 2, "second");
    memset(large, 'x', 200000);
    assert_string_equal(first.ptr, "first");
    assert_string_equal(second.ptr, "2-second");
    tl_arena_clear(&arena);
}

static void
map_keeps_the_first_value_and_the_order(void **state)
{
    (void)state;
    tl_map map = {0};
    tl_arena arena = {0};
    int values[200];
    for (int i = 0; i < 200; i++) {
        assert_null(tl_map_add(&map, tl_arena_format(&arena, "key %d", i), &values[i]));
    }
    assert_ptr_equal(tl_map_add(&map, TL_STR("key 7"), &values[0]), &values[7]);
    assert_ptr_equal(tl_map_get(&map, TL_STR("key 199")), &values[199]);
    assert_null(tl_map_get(&map, TL_STR("key 200")));
    assert_true(tl_str_equal(map.entries[3].key, TL_STR("key 3")));
    tl_map_clear(&map);
    tl_arena_clear(&arena);
}

/* Keys of few values and of all bits; equal ones keep their order, which their values tell. */
static void
radix_sorts_and_keeps_the_order_of_equals(void **state)
{
    (void)state;
    enum { MOST = 3000 };
    static tl_radix_item items[MOST];
    for (size_t count = 0; count <= MOST; count = count * 3 + 1) {
        for (unsigned bits = 0; bits < 64; bits += 21) {
            uint64_t key = 1;
            for (uint32_t i = 0; i < count; i++) {
                key = key * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
                items[i] = (tl_radix_item){.key = key >> bits, .value = i};
            }
            tl_radix_sort(items, count);
            for (size_t i = 1; i < count; i++) {
                assert_true(
                    items[i - 1].key < items[i].key ||
                    (items[i - 1].key == items[i].key && items[i - 1].value < items[i].value));
            }
        }
        for (uint32_t i = 0; i < count; i++) {
            items[i] = (tl_radix_item){.key = i % 7, .value = i};
        }
        tl_radix_sort(items, count);
        for (size_t i = 1; i < count; i++) {
            assert_true(items[i - 1].key * count + items[i - 1].value <
                        items[i].key * count + items[i].value);
        }
    }
}

static void
number_map_keeps_the_first_value_but_for_what_is_put(void **state)
{
    (void)state;
    tl_arena arena = {0};
    tl_number_map map = {0};
    assert_int_equal(tl_number_map_get(&map, 0), 0);
    for (uint32_t i = 0; i < 10000; i++) { /* low bits that are all the same */
        assert_int_equal(tl_number_map_add(&map, (uint64_t)i << 32, i + 1, &arena), 0);
    }
    assert_int_equal(map.count, 10000);
    assert_int_equal(tl_number_map_add(&map, 0, 77, &arena), 1);
    assert_int_equal(tl_number_map_get(&map, 0), 1);
    assert_int_equal(tl_number_map_put(&map, 0, 77, &arena), 1);
    assert_int_equal(tl_number_map_get(&map, 0), 77);
    assert_int_equal(tl_number_map_get(&map, UINT64_C(9999) << 32), 10000);
    assert_int_equal(tl_number_map_get(&map, 1), 0);
    tl_arena_clear(&arena);
}

static void
the_least_of_a_set_leads_it(void **state)
{
    (void)state;
    tl_arena arena = {0};
    tl_disjoint sets = tl_disjoint_new(6, &arena);
    tl_disjoint_unite(&sets, 5, 3);
    tl_disjoint_unite(&sets, 4, 1);
    tl_disjoint_unite(&sets, 5, 4);
    assert_int_equal(tl_disjoint_leader(&sets, 3), 1);
    assert_int_equal(tl_disjoint_leader(&sets, 5), 1);
    assert_int_equal(tl_disjoint_leader(&sets, 0), 0);
    assert_int_equal(tl_disjoint_leader(&sets, 2), 2);
    tl_arena_clear(&arena);
}

static void
utf8_rejects_what_the_standard_rejects(void **state)
{
    (void)state;
    static const struct {
        tl_str bytes;
        size_t invalid_at;
    } rows[] = {
        {TL_STR_INIT("plain ascii, long enough"), 24},
        {TL_STR_INIT("\xd0\x97\xd0\xb0"), 4},
        {TL_STR_INIT("ab\xc0\xaf"), 2},       /* overlong */
        {TL_STR_INIT("\xed\xa0\x80"), 0},     /* surrogate */
        {TL_STR_INIT("\xf4\x90\x80\x80"), 0}, /* above U+10FFFF */
        {TL_STR_INIT("\xf0\x9f\x98\x80"), 4},
        {TL_STR_INIT("12345678\xe2\x82"), 8}, /* truncated */
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_int_equal(tl_utf8_invalid_at(rows[i].bytes), rows[i].invalid_at);
    }
}

static void
utf8_round_trips_every_scalar_value(void **state)
{
    (void)state;
    for (uint32_t code_point = 0; code_point <= 0x10FFFF; code_point++) {
        if (code_point >= 0xD800 && code_point <= 0xDFFF) {
            continue;
        }
        char bytes[TL_UTF8_MAX];
        tl_str str = {bytes, tl_utf8_encode(code_point, bytes)};
        size_t at = 0, end = str.len;
        assert_int_equal(tl_utf8_invalid_at(str), str.len);
        assert_int_equal(tl_utf8_next(str, &at), code_point);
        assert_int_equal(at, str.len);
        assert_int_equal(tl_utf8_previous(str, &end), code_point);
        assert_int_equal(end, 0);
    }
}

static void
utf8_replaces_maximal_subparts(void **state)
{
    (void)state;
    /* The Unicode Standard, table 3-8: 61 F1 80 80 E1 80 C2 62 80 63 has four replacements. */
    tl_str str = TL_STR("\x61\xF1\x80\x80\xE1\x80\xC2\x62\x80\x63");
    size_t at = 0, replaced = 0, count = 0;
    while (at < str.len) {
        replaced += tl_utf8_next(str, &at) == 0xFFFD;
        count++;
    }
    assert_int_equal(replaced, 4);
    assert_int_equal(count, 7);
}

static void
nearest_word_allows_a_third_of_the_letters(void **state)
{
    (void)state;
    static const tl_str keys[] = {TL_STR_INIT("preferred"), TL_STR_INIT("admitted"),
                                  TL_STR_INIT("note")};
    assert_true(tl_str_equal(tl_nearest(TL_STR("prefered"), keys, 3), keys[0]));
    assert_true(tl_str_equal(tl_nearest(TL_STR("adimtted"), keys, 3), keys[1]));
    assert_int_equal(tl_nearest(TL_STR("zzz"), keys, 3).len, 0);
}

static void
problems_are_sorted_by_place_and_capped(void **state)
{
    (void)state;
    tl_problem_list list = {.limit = 2};
    tl_problem_add(&list, TL_STR("b.yaml"), 1, 1, "late");
    tl_problem_add(&list, TL_STR("a.yaml"), 9, 3, "early %d", 1);
    tl_problem_add(&list, TL_STR("a.yaml"), 1, 1, "not kept");
    tl_problem_list_sort(&list);
    assert_int_equal(list.count, 3);
    assert_int_equal(list.kept, 2);
    assert_string_equal(list.items[0].message, "early 1");
    tl_problem_list_clear(&list);
}

static void
the_first_above_is_found_among_any_number(void **state)
{
    (void)state;
    struct item {
        char name;
        uint32_t end;
    } items[40];
    for (size_t count = 0; count <= sizeof items / sizeof items[0]; count++) {
        for (size_t i = 0; i < count; i++) {
            items[i].end = (uint32_t)(3 * (i / 2)); /* 0, 0, 3, 3, 6 … */
        }
        for (uint32_t value = 0; value < 70; value++) {
            size_t expected = 0;
            while (expected < count && items[expected].end <= value) {
                expected++;
            }
            size_t found = tl_array_first_above(items, count, sizeof *items,
                                                offsetof(struct item, end), value);
            assert_int_equal(found, expected);
        }
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_above_is_found_among_any_number),
        cmocka_unit_test(strings_split_into_parts),
        cmocka_unit_test(strings_are_found_and_trimmed),
        cmocka_unit_test(arena_keeps_small_and_large_blocks_apart),
        cmocka_unit_test(map_keeps_the_first_value_and_the_order),
        cmocka_unit_test(radix_sorts_and_keeps_the_order_of_equals),
        cmocka_unit_test(number_map_keeps_the_first_value_but_for_what_is_put),
        cmocka_unit_test(the_least_of_a_set_leads_it),
        cmocka_unit_test(utf8_rejects_what_the_standard_rejects),
        cmocka_unit_test(utf8_round_trips_every_scalar_value),
        cmocka_unit_test(utf8_replaces_maximal_subparts),
        cmocka_unit_test(nearest_word_allows_a_third_of_the_letters),
        cmocka_unit_test(problems_are_sorted_by_place_and_capped),
    };
    return cmocka_run_group_tests_name("base", tests, NULL, NULL);
}
