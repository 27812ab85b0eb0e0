/* SPDX-License-Identifier: MPL-2.0 */
/* scan/near_index against the plain way: every word compared with every key. Words over a small
 * alphabet are near each other often. */
#include "scan/near_index.h"

#include "base/utf8.h"
#include "text/distance.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { KEYS = 1200, WORDS = 800, LONGEST = 16, BYTES = LONGEST * 2 + 1, MATCHES = KEYS, ALONE = 7 };

static uint64_t
next_random(uint64_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    return *seed;
}

static void
random_word(uint64_t *seed, const char *const *letters, size_t letter_count, char word[BYTES])
{
    size_t length = 3 + next_random(seed) % (LONGEST - 3);
    word[0] = '\0';
    for (size_t i = 0; i < length; i++) {
        const char *letter = letters[next_random(seed) % letter_count];
        memcpy(word + strlen(word), letter, strlen(letter) + 1);
    }
}

static void
add_key(tl_near_index *index, tl_str key, uint32_t id, bool is_alone)
{
    tl_near_index_add(index, key, tl_near_letters_of(key), id, is_alone);
}

/* How many keys are near the word, each found with the edits that it is away. */
static size_t
check_matches(char keys[KEYS][BYTES], const char *word, const tl_near_match *matches, size_t count)
{
    size_t expected = 0;
    for (uint32_t i = 0; i < KEYS; i++) {
        unsigned limit = tl_near_limit(tl_utf8_length(tl_str_from(keys[i])));
        unsigned edits = tl_edit_distance(tl_str_from(word), tl_str_from(keys[i]), limit);
        bool is_short = tl_utf8_length(tl_str_from(word)) + 1 < TL_NEAR_SHORTEST;
        bool is_near = !is_short && edits > 0 && edits <= limit, is_found = false;
        for (size_t k = 0; k < count; k++) {
            is_found = is_found || (matches[k].id == i && matches[k].edits == edits);
        }
        if (is_near != is_found) {
            fail_msg("%s is %s %s", keys[i], is_near ? "not found for" : "found for", word);
        }
        expected += is_near;
    }
    return expected;
}

/* What is marked is known to be there. */
static void
check_alone(const tl_near_index *index, const char *word, const tl_near_match *matches,
            size_t count)
{
    bool may_have = tl_near_index_may_have_alone(index, tl_str_from(word));
    for (size_t i = 0; i < count; i++) {
        assert_true(matches[i].is_alone == (matches[i].id % ALONE == 0));
        assert_true(may_have || !matches[i].is_alone);
    }
}

static void
compare_with_brute_force(const char *const *letters, size_t letter_count, size_t least_matches)
{
    static char keys[KEYS][BYTES];
    static tl_near_match matches[MATCHES];
    uint64_t seed = 20240229;
    size_t found = 0;
    tl_near_index *index = tl_near_index_new();
    for (uint32_t i = 0; i < KEYS; i++) {
        random_word(&seed, letters, letter_count, keys[i]);
        add_key(index, tl_str_from(keys[i]), i, i % ALONE == 0);
    }
    tl_near_index_build(index);
    for (size_t i = 0; i < WORDS; i++) {
        char word[BYTES];
        random_word(&seed, letters, letter_count, word);
        size_t count = tl_near_index_find(index, tl_str_from(word), matches, MATCHES);
        check_alone(index, word, matches, count);
        assert_int_equal(check_matches(keys, word, matches, count), count);
        for (size_t k = 1; k < count; k++) {
            assert_true(matches[k - 1].edits <= matches[k].edits);
        }
        found += count;
    }
    tl_near_index_free(index);
    assert_true(found > least_matches);
}

static void
finds_what_brute_force_finds(void **state)
{
    (void)state;
    static const char *const latin[] = {"a", "b", "c"};
    static const char *const cyrillic[] = {"а", "о", "н", "т", "р", "и"};
    compare_with_brute_force(latin, 2, 2000);
    compare_with_brute_force(latin, 3, 200);
    compare_with_brute_force(cyrillic, 4, 50);
}

static void
keeps_the_nearest_of_many(void **state)
{
    (void)state;
    static const char *const keys[] = {"secretariat", "secretariatt", "secretaries", "secretarial"};
    tl_near_index *index = tl_near_index_new();
    for (uint32_t i = 0; i < 4; i++) {
        add_key(index, tl_str_from(keys[i]), i, false);
    }
    tl_near_index_build(index);
    tl_near_match matches[2];
    assert_int_equal(tl_near_index_find(index, TL_STR("secretariad"), matches, 2), 2);
    assert_int_equal(matches[0].edits, 1);
    assert_int_equal(matches[0].id, 0);
    assert_int_equal(matches[1].id, 3);
    tl_near_index_free(index);
}

static void
knows_no_short_words(void **state)
{
    (void)state;
    tl_near_index *index = tl_near_index_new();
    add_key(index, TL_STR("sco"), 0, false);
    add_key(index, TL_STR("bank"), 1, false);
    tl_near_index_build(index);
    tl_near_match match;
    assert_int_equal(tl_near_index_find(index, TL_STR("scoo"), &match, 1), 0);
    assert_int_equal(tl_near_index_find(index, TL_STR("bk"), &match, 1), 0);
    assert_int_equal(tl_near_index_find(index, TL_STR("bak"), &match, 1), 1);
    assert_int_equal(tl_near_index_find(index, TL_STR("bamk"), &match, 1), 1);
    assert_int_equal(tl_near_index_find(index, TL_STR("bank"), &match, 1), 0);
    tl_near_index_free(index);
}

static void
an_empty_index_finds_nothing(void **state)
{
    (void)state;
    tl_near_index *index = tl_near_index_new();
    tl_near_match match;
    tl_near_index_build(index);
    assert_int_equal(tl_near_index_find(index, TL_STR("anything"), &match, 1), 0);
    tl_near_index_free(index);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_what_brute_force_finds),
        cmocka_unit_test(keeps_the_nearest_of_many),
        cmocka_unit_test(knows_no_short_words),
        cmocka_unit_test(an_empty_index_finds_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
