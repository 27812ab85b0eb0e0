/* SPDX-License-Identifier: MPL-2.0 */
/* Spellings that are and are not those of a name, every edge of the table, and the index against
 * the comparison of pairs. */
#include "base/utf8.h"
#include "romanize/edges.h"
#include "romanize/letters.h"
#include "romanize/romanize.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

/* A Cyrillic name and a Latin one. */
struct row {
    const char *cyrillic, *latin;
};

static const struct row spellings[] = {
    /* one name in many hands */
    {"Зайнетдинов", "Zaynetdinov"},
    {"Зайнетдинов", "Zainetdinov"},
    {"Зайнетдинов", "Sajnetdinow"},
    {"Зайнетдинов", "Zaïnetdinov"},
    {"Зайнетдинов", "ZAYNETDINOV"},
    {"ЗАЙНЕТДИНОВ", "zaynetdinov"},
    {"Зюганов", "Ziouganov"},
    {"Зюганов", "Zioeganof"},
    {"Зюганов", "Züganov"},
    {"Зюганов", "Sjuganow"},
    {"Шостакович", "Shostakovich"},
    {"Шостакович", "Schostakowitsch"},
    {"Шостакович", "Chostakovitch"},
    {"Шостакович", "Szostakowicz"},
    {"Шостакович", "Šostakovič"},
    {"Шостакович", "Sjostakovitj"},
    {"Шостакович", "Sjostakovitsj"},
    {"Шостакович", "Sosztakovics"},
    {"Шостакович", "Şostakoviç"},
    {"Шостакович", "Shostakóvich"},
    {"Хрущёв", "Khrushchev"},
    {"Хрущёв", "Khrushchyov"},
    {"Хрущев", "Chruschtschow"},
    {"Хрущев", "Khrouchtchev"},
    {"Хрущёв", "Chruszczow"},
    {"Ельцин", "Yeltsin"},
    {"Ельцин", "Jelzin"},
    {"Ельцин", "Eltsine"},
    {"Ельцин", "El'tsin"},
    {"Ельцин", "Elʹcin"},
    /* passports */
    {"Кузнецов", "Kuznetcov"},
    {"Объедков", "Obieedkov"},
    {"Юлия", "Iuliia"},
    {"Юлия", "Yuliya"},
    {"Щербаков", "Shcherbakov"},
    {"Щербаков", "Scherbakov"},
    {"Гусев", "Goussev"},
    {"Васин", "Vassine"},
    {"Максимов", "Maximov"},
    /* languages */
    {"Тимошенко", "Timoixenko"},
    {"Кожемякин", "Kożemjakin"},
    {"Путин", "Poetin"},
    {"Михайлов", "Mihhailov"},
    {"Козлов", "Cozlov"},
    {"Вишневский", "Wiśniewski"},
    {"Пшибышевский", "Przybyszewski"},
    {"Домбровский", "Dąbrowski"},
    {"Полянская", "Polańska"},
    {"Островский", "Ostrovskis"},
    {"Смирнов", "Smirnoff"},
    {"Дмитрий", "Dimitri"},
    {"Александр", "Alexander"},
    {"Сергей", "Sergueï"},
    {"Микитишин", "Mykytyshyn"},
    {"Зеленський", "Zelenskyy"},
    {"Жапаров", "Japarov"},
    {"Жапаров", "Zhaparov"},
    {"Рахмон", "Rahmon"},
    {"Рахмон", "Rakhmon"},
    {"Раҳмон", "Rahmon"},
    {"Тоқаев", "Toqaev"},
    {"Әсет", "Aset"},
    {"Гасанов", "Həsənov"},
    {"Ибрагимов", "İbrahimov"},
    {"Ўткир", "Oʻtkir"},
    {"Ђоковић", "Đoković"},
    {"Първанов", "Parvanov"},
    {"Лукашэнка", "Lukašenka"},
    /* what a keyboard or a file does to letters */
    {"Римский-Корсаков", "Rimsky-Korsakov"},
    {"Римский-Корсаков", "Rimskykorsakov"},
    {"Фёдоров", "Fedorov"},
    {"Федоров", "Fyodorov"},
    {"Мар'яна", "Mariana"},
    {"Мар’яна", "Mar’iana"},
    {"Лавров", "L\u0430vrov"},       /* a Cyrillic а in the Latin name */
    {"Лaвров", "Lavrov"},            /* and the other way round */
    {"Чехов", "C\u030cechov"},       /* a combining caron */
    {"Андре\u0438\u0306", "Andrey"}, /* и and a combining breve */
    {"Ц\u043e\u0301й", "Tsoi"},      /* a stress mark */
};

static const struct row strangers[] = {
    {"Сидоров", "Fedorov"},
    {"Фёдоров", "Sidorov"},
    {"Сердюков", "Serdyuk"},
    {"Сердюк", "Serdyukov"},
    {"Иванов", "Ivanova"},
    {"Иванова", "Ivanov"},
    {"Керимов", "Karimov"},
    {"Каримов", "Kerimov"},
    {"Петров", "Petrenko"},
    {"Петровский", "Petrov"},
    {"Соколов", "Sokolova"},
    {"Орлов", "Arlov"},
    {"Попов", "Bobov"},
    {"Козлов", "Kozlovsky"},
    {"Беляев", "Belov"},
    {"Белов", "Bilov"},
    {"Титов", "Tutov"},
    {"Громов", "Gromyko"},
    {"Климов", "Klimenko"},
    {"Данилов", "Danilin"},
    {"Волков", "Volkova"},
    {"Захаров", "Sakharova"},
    {"Зимин", "Zinin"},
    {"Сомов", "Somin"},
    {"Фокин", "Tokin"},
    {"Лавров", "Lavrin"},
    {"Мишин", "Michelin"},
    {"Рябов", "Rybov"},
    {"Гусев", "Gusin"},
    {"Зайнетдинов", "Zaynetdin"},
    {"Зайнетдинов", "Zainutdinov"},
    {"Чернов", "Cherny"},
    /* no names at all */
    {"Иванов", ""},
    {"Иванов", "Иванов"},
    {"Иванов", "Ivan0v"},
    {"", "Ivanov"},
    {"Ivanov", "Ivanov"},
    {"-", "-"},
};

enum {
    SPELLINGS = sizeof spellings / sizeof *spellings,
    STRANGERS = sizeof strangers / sizeof *strangers,
    ROWS = SPELLINGS + STRANGERS
};

static struct row
row_at(size_t at)
{
    return at < SPELLINGS ? spellings[at] : strangers[at - SPELLINGS];
}

static uint32_t
cost_of(const char *cyrillic, const char *latin)
{
    return tl_romanize_cost(tl_str_from(cyrillic), tl_str_from(latin));
}

static void
spellings_are_recognised(void **state)
{
    (void)state;
    for (size_t i = 0; i < SPELLINGS; i++) {
        uint32_t cost = cost_of(spellings[i].cyrillic, spellings[i].latin);
        if (cost > TL_COST_LIKELY) {
            fail_msg("%s, %s costs %u", spellings[i].cyrillic, spellings[i].latin, cost);
        }
    }
}

static void
strangers_are_not(void **state)
{
    (void)state;
    for (size_t i = 0; i < STRANGERS; i++) {
        uint32_t cost = cost_of(strangers[i].cyrillic, strangers[i].latin);
        if (cost <= TL_COST_LIKELY) {
            fail_msg("%s, %s costs %u", strangers[i].cyrillic, strangers[i].latin, cost);
        }
    }
}

/* Where two names are near each other, the right one is the cheaper. */
static void
the_right_name_is_cheaper(void **state)
{
    (void)state;
    static const struct {
        const char *latin, *right, *wrong;
    } rows[] = {
        {"Medynsky", "Медынский", "Мединский"}, {"Yuryevich", "Юрьевич", "Юревич"},
        {"Vasilyev", "Васильев", "Василев"},    {"Natalya", "Наталья", "Наталия"},
        {"Hakimov", "Хакимов", "Акимов"},       {"Serov", "Серов", "Зеров"},
        {"Zhilin", "Жилин", "Зилин"},           {"Kruglov", "Круглов", "Крюглов"},
        {"Davydov", "Давыдов", "Давидов"},      {"Khlebnikov", "Хлебников", "Клебников"},
        {"Tsarev", "Царев", "Тарев"},           {"Filippov", "Филиппов", "Филипов"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        uint32_t right = cost_of(rows[i].right, rows[i].latin);
        uint32_t wrong = cost_of(rows[i].wrong, rows[i].latin);
        if (right > TL_COST_SAME || right >= wrong) {
            fail_msg("%s: %u for %s, %u for %s", rows[i].latin, right, rows[i].right, wrong,
                     rows[i].wrong);
        }
    }
}

static void
what_two_languages_write_alike_is_a_tie(void **state)
{
    (void)state;
    assert_int_equal(cost_of("Шойгу", "Choigu"), cost_of("Чойгу", "Choigu"));
    assert_true(cost_of("Земко", "Semko") <= TL_COST_SAME);
    assert_true(cost_of("Семко", "Semko") <= TL_COST_SAME);
}

static void
mixing_conventions_costs(void **state)
{
    (void)state;
    uint32_t french = cost_of("Жуковский", "Joukovski");
    uint32_t polish = cost_of("Жуковский", "Żukowski");
    uint32_t mixed = cost_of("Жуковский", "Joukowskij");
    assert_int_equal(french, 0);
    assert_int_equal(polish, 0);
    assert_in_range(mixed, TL_MIX_COST, TL_COST_LIKELY);
}

static void
marks_have_a_price(void **state)
{
    (void)state;
    assert_int_equal(cost_of("Карпов", "Karpov"), 0);
    assert_in_range(cost_of("Карпов", "Kárpov"), 1, 10);
    assert_true(cost_of("Карпов", "Kaṙpov") > TL_COST_LIKELY);
    assert_in_range(cost_of("Шишов", "Sišov"), 31, 90);
}

static void
the_steps_of_a_path_sum_to_its_cost(void **state)
{
    (void)state;
    tl_arena arena = {0};
    for (size_t i = 0; i < ROWS; i++) {
        struct row row = row_at(i);
        size_t count;
        uint32_t sum = 0;
        const tl_romanize_step *steps =
            tl_romanize_path(tl_str_from(row.cyrillic), tl_str_from(row.latin), &arena, &count);
        for (size_t k = 0; k < count; k++) {
            sum += steps[k].cost;
        }
        assert_int_equal(steps ? sum : TL_COST_DIFFERENT, cost_of(row.cyrillic, row.latin));
    }
    tl_arena_clear(&arena);
}

static void
a_path_tells_who_writes_so(void **state)
{
    (void)state;
    tl_arena arena = {0};
    size_t count;
    const tl_romanize_step *steps =
        tl_romanize_path(TL_STR("Щусь"), TL_STR("Chtchous'"), &arena, &count);
    assert_int_equal(count, 4);
    assert_string_equal(steps[0].cyrillic.ptr, "щ");
    assert_string_equal(steps[0].latin.ptr, "chtch");
    assert_string_equal(steps[1].latin.ptr, "ou");
    assert_string_equal(steps[3].latin.ptr, "'");
    assert_int_equal(steps[0].families, steps[1].families);
    assert_true(steps[2].families > steps[0].families); /* с = s is anybody's */
    tl_arena_clear(&arena);
}

/* What the index finds is what comparing every name would find. */
static void
assert_found_as_by_comparison(const tl_name_index *index, const char *latin, uint32_t limit)
{
    tl_name_match matches[ROWS];
    size_t count = tl_name_index_find(index, tl_str_from(latin), limit, matches, ROWS);
    size_t expected = 0;
    for (size_t id = 0; id < ROWS; id++) {
        expected += cost_of(row_at(id).cyrillic, latin) <= limit;
    }
    if (count != expected) {
        fail_msg("%s: %zu found, %zu expected", latin, count, expected);
    }
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(matches[i].cost, cost_of(row_at(matches[i].id).cyrillic, latin));
        assert_true(i == 0 || matches[i - 1].cost < matches[i].cost ||
                    (matches[i - 1].cost == matches[i].cost && matches[i - 1].id < matches[i].id));
    }
}

static void
index_finds_what_comparing_all_finds(void **state)
{
    (void)state;
    tl_name_index *index = tl_name_index_new();
    for (uint32_t id = 0; id < ROWS; id++) {
        tl_name_index_add(index, tl_str_from(row_at(id).cyrillic), id);
    }
    tl_name_index_build(index);
    for (size_t i = 0; i < ROWS; i++) {
        assert_found_as_by_comparison(index, row_at(i).latin, TL_COST_POSSIBLE);
        assert_found_as_by_comparison(index, row_at(i).latin, TL_COST_SAME);
        assert_found_as_by_comparison(index, row_at(i).latin, 0);
    }
    tl_name_index_free(index);
}

static void
index_keeps_the_cheapest_that_fit(void **state)
{
    (void)state;
    tl_name_match match;
    tl_name_index *index = tl_name_index_new();
    tl_name_index_add(index, TL_STR("Мединский"), 1);
    tl_name_index_add(index, TL_STR("Медынский"), 3);
    tl_name_index_add(index, TL_STR("Медынский"), 2);
    tl_name_index_build(index);
    assert_int_equal(tl_name_index_find(index, TL_STR("Medynsky"), 60, &match, 1), 1);
    assert_int_equal(match.id, 2);
    assert_int_equal(tl_name_index_find(index, TL_STR("Medynsky"), 60, &match, 0), 0);
    tl_name_index_free(index);
    tl_name_index_free(NULL);
}

static void
an_empty_index_finds_nothing(void **state)
{
    (void)state;
    tl_name_match match;
    tl_name_index *index = tl_name_index_new();
    assert_int_equal(tl_name_index_find(index, TL_STR("Ivanov"), 60, &match, 1), 0);
    tl_name_index_build(index);
    assert_int_equal(tl_name_index_find(index, TL_STR("Ivanov"), 60, &match, 1), 0);
    tl_name_index_free(index);
}

static void
words_may_be_long_but_not_endless(void **state)
{
    (void)state;
    char cyrillic[2 * 70 + 1], latin[71];
    for (size_t letters = 60; letters <= 70; letters++) {
        for (size_t i = 0; i < letters; i++) {
            memcpy(cyrillic + 2 * i, "о", 2);
            latin[i] = 'o';
        }
        uint32_t cost = tl_romanize_cost((tl_str){cyrillic, 2 * letters}, (tl_str){latin, letters});
        assert_int_equal(cost, letters <= TL_NAME_MAX ? 0 : TL_COST_DIFFERENT);
    }
}

/* A word in which the edge is the way to go, behind another letter where it needs or takes one. */
struct sample {
    char cyrillic[32], latin[64];
    size_t cyrillic_len, latin_len;
};

static void
add_letter(struct sample *sample, uint8_t letter)
{
    sample->cyrillic_len += tl_cyrillic_encode(letter, sample->cyrillic + sample->cyrillic_len);
}

/* The code point that folds to the letter, or 0. */
static uint32_t
precomposed(tl_latin_letter letter)
{
    if (letter.mark == 0 && letter.base <= 26) {
        return 'a' + letter.base - 1U;
    }
    if (letter.base == TL_BASE_HYPHEN) {
        return '-';
    }
    for (uint32_t i = 0; i < TL_LATIN_SPAN + TL_ADDITIONAL_SPAN; i++) {
        const tl_latin_fold_row *row =
            i < TL_LATIN_SPAN ? &tl_latin_folds[i] : &tl_latin_additional_folds[i - TL_LATIN_SPAN];
        if (row->first == letter.base && row->first_mark == letter.mark && row->second == 0) {
            return i < TL_LATIN_SPAN ? TL_LATIN_FIRST + i : TL_ADDITIONAL_FIRST + i - TL_LATIN_SPAN;
        }
    }
    return 0;
}

static void
add_output(struct sample *sample, const tl_output *output)
{
    for (size_t i = 0; i < output->length; i++) {
        tl_latin_letter letter = tl_output_letters[output->at + i];
        uint32_t point = precomposed(letter), mark = 0;
        while (point == 0 && tl_combining_marks[mark] != letter.mark) {
            assert_true(++mark < TL_COMBINING_SPAN);
        }
        if (point) {
            sample->latin_len += tl_utf8_encode(point, sample->latin + sample->latin_len);
            continue;
        }
        sample->latin[sample->latin_len++] = (char)('a' + letter.base - 1);
        sample->latin_len +=
            tl_utf8_encode(TL_COMBINING_FIRST + mark, sample->latin + sample->latin_len);
    }
}

/* The letter before the edge, written in its own cheapest way; returns what that costs. */
static uint32_t
add_previous(struct sample *sample, const tl_edge *edge)
{
    uint8_t letter = edge->previous ? (uint8_t)__builtin_ctzll(edge->previous) : 2; /* а */
    const tl_unit *unit = &tl_units[tl_unit_nodes[tl_unit_roots[letter]].unit];
    const tl_edge *best = &tl_edges[unit->first];
    for (size_t i = 1; i < unit->anywhere; i++) {
        const tl_edge *other = &tl_edges[unit->first + i];
        best = other->cost < best->cost ? other : best;
    }
    add_letter(sample, letter);
    add_output(sample, &tl_outputs[best->output]);
    return best->cost;
}

static void
check_edge(const uint8_t *letters, size_t length, const tl_edge *edge)
{
    struct sample sample = {.cyrillic_len = 0};
    uint32_t allowed = edge->cost + 2 * TL_MIX_COST;
    if (!(edge->place & TL_PLACE_START)) {
        allowed += add_previous(&sample, edge);
    }
    for (size_t i = 0; i < length; i++) {
        add_letter(&sample, letters[i]);
    }
    add_output(&sample, &tl_outputs[edge->output]);
    tl_str cyrillic = {sample.cyrillic, sample.cyrillic_len};
    tl_str latin = {sample.latin, sample.latin_len};
    uint32_t cost = tl_romanize_cost(cyrillic, latin);
    if (cost > allowed && allowed <= TL_COST_POSSIBLE) {
        fail_msg("%.*s, %.*s costs %u, %u is allowed", TL_STR_ARGS(cyrillic), TL_STR_ARGS(latin),
                 cost, allowed);
    }
}

/* Checks the units below a node of the trie of units; returns how many edges there were. */
static size_t
check_units(const tl_unit_node *node, uint8_t *letters, size_t length)
{
    size_t count = 0;
    if (node->unit >= 0) {
        const tl_unit *unit = &tl_units[node->unit];
        assert_int_equal(unit->length, length);
        for (size_t i = 0; i < unit->count; i++) {
            check_edge(letters, length, &tl_edges[unit->first + i]);
        }
        count += unit->count;
    }
    for (size_t i = 0; length < TL_UNIT_MAX && i < node->child_count; i++) {
        const tl_unit_node *child = &tl_unit_nodes[node->first_child + i];
        letters[length] = child->letter;
        count += check_units(child, letters, length + 1);
    }
    return count;
}

static void
every_edge_is_taken(void **state)
{
    (void)state;
    uint8_t letters[TL_UNIT_MAX];
    assert_true(check_units(&tl_unit_nodes[0], letters, 0) > 1000);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spellings_are_recognised),
        cmocka_unit_test(strangers_are_not),
        cmocka_unit_test(the_right_name_is_cheaper),
        cmocka_unit_test(what_two_languages_write_alike_is_a_tie),
        cmocka_unit_test(mixing_conventions_costs),
        cmocka_unit_test(marks_have_a_price),
        cmocka_unit_test(the_steps_of_a_path_sum_to_its_cost),
        cmocka_unit_test(a_path_tells_who_writes_so),
        cmocka_unit_test(index_finds_what_comparing_all_finds),
        cmocka_unit_test(index_keeps_the_cheapest_that_fit),
        cmocka_unit_test(an_empty_index_finds_nothing),
        cmocka_unit_test(words_may_be_long_but_not_endless),
        cmocka_unit_test(every_edge_is_taken),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
