/* SPDX-License-Identifier: MPL-2.0 */
/* Two Latin spellings without their original: which pairs are one name, what that name is, and that
 * whatever two schemes of English texts write for one name is found again. */
#include "romanize/cluster.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static const struct {
    const char *a, *b, *cyrillic; /* NULL: no spellings of one name */
} rows[] = {
    {"Zaynetdinov", "Zainetdinov", "зайнетдинов"},
    {"ZAYNETDINOV", "zainetdinov", "зайнетдинов"},
    {"Zaynetdinov", "Zaynetdinov", "зайнетдинов"},
    {"Shoigu", "Shoygu", "шойгу"},
    {"Alexander", "Aleksandr", "александр"},
    {"Rakhmon", "Rahmon", "рахмон"},
    {"Serdyukov", "Serdiukov", "сердюков"},
    {"Lukashenko", "Lukašenko", "лукашенко"},
    {"Gorbachev", "Gorbachov", "горбачёв"},
    {"Dmitri", "Dmitry", "дмитрий"},
    {"Zaynetdinov", "Zaynutdinov", NULL},
    {"Ivanov", "Ivanova", NULL},
    {"Rudensky", "Rudenskaya", NULL},
    {"Sidorov", "Fedorov", NULL},
    {"Serdyuk", "Serdyukov", NULL},
    {"Karimov", "Kerimov", NULL},
    {"Manturov", "Mansurov", NULL},
    {"Petrov", "Petrenko", NULL},
    {"", "Petrov", NULL},
    {"Петров", "Petrov", NULL},
};

static void
finds_what_two_words_share(void **state)
{
    (void)state;
    tl_arena arena = {0};
    tl_cluster *cluster = tl_cluster_new();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        uint32_t cost;
        tl_str a = tl_str_from(rows[i].a), b = tl_str_from(rows[i].b);
        tl_str found = tl_cluster_shared(cluster, a, b, &arena, &cost);
        tl_str wanted = tl_str_from(rows[i].cyrillic);
        bool is_one = cost <= TL_COST_LIKELY;
        if (is_one != (wanted.len > 0) || (is_one && !tl_str_equal(found, wanted))) {
            fail_msg("%s and %s: %.*s, cost %u", rows[i].a, rows[i].b, TL_STR_ARGS(found), cost);
        }
    }
    tl_cluster_free(cluster);
    tl_arena_clear(&arena);
}

static const char *const names[] = {
    "Зайнетдинов", "Щедрин",   "Кожемякин", "Сергей",   "Хрущёв",        "Цыганков", "Жуков",
    "Васильев",    "Соловьёв", "Рябков",    "Юшкевич",  "Достоевский",   "Ельцин",   "Подвойский",
    "Александр",   "Ильич",    "Шойгу",     "Бордюжа",  "Тасмагамбетов", "Геннадий", "Эрдоган",
    "Мишустин",    "Толстая",  "Ахмедов",   "Джабраил", "Кузнецов",      "Ющенко",   "Раиса",
};

static const char *const english_schemes[] = {"ala-lc-ascii", "bgn-pcgn",  "gost-52290",
                                              "gost-52535",   "icao-9303", "mvd-782",
                                              "mosmetro",     "wikipedia"};

enum { SCHEMES = sizeof english_schemes / sizeof *english_schemes };

static bool
share_a_key(tl_str a, tl_str b)
{
    uint64_t of_a[TL_CLUSTER_KEYS_MAX], of_b[TL_CLUSTER_KEYS_MAX];
    size_t a_count = tl_cluster_keys(a, of_a), b_count = tl_cluster_keys(b, of_b);
    for (size_t i = 0; i < a_count * b_count; i++) {
        if (of_a[i / b_count] == of_b[i % b_count]) {
            return true;
        }
    }
    return false;
}

static void
finds_what_any_two_schemes_write(void **state)
{
    (void)state;
    tl_arena arena = {0};
    tl_cluster *cluster = tl_cluster_new();
    for (size_t n = 0; n < sizeof names / sizeof *names; n++) {
        for (size_t i = 0; i < SCHEMES * SCHEMES; i++) {
            const tl_scheme *first = tl_scheme_find(tl_str_from(english_schemes[i / SCHEMES]));
            const tl_scheme *second = tl_scheme_find(tl_str_from(english_schemes[i % SCHEMES]));
            tl_str a = tl_scheme_romanize(first, tl_str_from(names[n]), &arena);
            tl_str b = tl_scheme_romanize(second, tl_str_from(names[n]), &arena);
            uint32_t cost;
            tl_cluster_shared(cluster, a, b, &arena, &cost);
            if (!share_a_key(a, b) || cost > TL_COST_LIKELY) {
                fail_msg("%.*s and %.*s: cost %u", TL_STR_ARGS(a), TL_STR_ARGS(b), cost);
            }
        }
    }
    tl_cluster_free(cluster);
    tl_arena_clear(&arena);
}

static void
pairs_what_is_one_name(void **state)
{
    (void)state;
    static const tl_str words[] = {TL_STR_INIT("Zaynetdinov"), TL_STR_INIT("Sidorov"),
                                   TL_STR_INIT("Sergey"),      TL_STR_INIT("Zainetdinov"),
                                   TL_STR_INIT("Sergei"),      TL_STR_INIT("Sydorov")};
    tl_arena arena = {0};
    tl_cluster *cluster = tl_cluster_new();
    size_t count = sizeof words / sizeof *words;
    tl_cluster_pairs pairs = tl_cluster_find(cluster, words, count, &arena);
    assert_int_equal(pairs.count, 3);
    assert_true(pairs.items[0].a == 0 && pairs.items[0].b == 3);
    assert_true(pairs.items[1].a == 1 && pairs.items[1].b == 5);
    assert_true(pairs.items[2].a == 2 && pairs.items[2].b == 4);
    assert_true(tl_str_equal(pairs.items[2].cyrillic, TL_STR("сергей")));
    tl_cluster_free(cluster);
    tl_arena_clear(&arena);
}

enum { DIGITS = 11, MANY = 1 << DIGITS, MOST = 300 };

/* "Biyyi…rn": i and y change no key. */
static void
write_word_of_one_key(size_t number, char out[DIGITS + 4])
{
    out[0] = 'B';
    for (size_t i = 1; i <= DIGITS; i++, number /= 2) {
        out[i] = number % 2 ? 'y' : 'i';
    }
    memcpy(out + DIGITS + 1, "rn", sizeof "rn");
}

static void
pairs_each_two_once_and_not_all_of_very_many(void **state)
{
    (void)state;
    static const tl_str words[] = {TL_STR_INIT("Cherchenko"), TL_STR_INIT("Sidorov"),
                                   TL_STR_INIT("Cherchenco")};
    static char texts[MANY][DIGITS + 4];
    static tl_str many[MANY];
    tl_arena arena = {0};
    tl_cluster_pairs pairs = tl_cluster_candidates(words, 3, &arena); /* which share several keys */
    assert_int_equal(pairs.count, 1);
    assert_true(pairs.items[0].a == 0 && pairs.items[0].b == 2);
    for (size_t i = 0; i < MANY; i++) {
        write_word_of_one_key(i, texts[i]);
        many[i] = tl_str_from(texts[i]);
    }
    pairs = tl_cluster_candidates(many, MANY, &arena);
    assert_in_range(pairs.count, MANY, (size_t)MANY * MOST);
    tl_arena_clear(&arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_what_two_words_share),
        cmocka_unit_test(finds_what_any_two_schemes_write),
        cmocka_unit_test(pairs_what_is_one_name),
        cmocka_unit_test(pairs_each_two_once_and_not_all_of_very_many),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
