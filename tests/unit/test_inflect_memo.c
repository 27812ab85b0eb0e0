/* SPDX-License-Identifier: MPL-2.0 */
/* morph/memo: what is remembered of words is what is told of them without it. */
#include "inflect_fixture.h"

#include "morph/memo.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define LENGTH(array) (sizeof(array) / sizeof(array)[0])

static void
check_same_forms(const tl_inflected_word *a, const tl_inflected_word *b)
{
    assert_int_equal(a->count, b->count);
    assert_true(a->inflects == b->inflects);
    for (size_t i = 0; i < a->count; i++) {
        assert_true(tl_str_equal(a->forms[i].text, b->forms[i].text));
        assert_int_equal(a->forms[i].cells, b->forms[i].cells);
        assert_int_equal(a->forms[i].usual, b->forms[i].usual);
        assert_int_equal(a->forms[i].sure, b->forms[i].sure);
    }
}

/* The same words in other company, other capitals and another place; all of it twice. */
static void
a_memo_changes_no_form(void **state)
{
    (void)state;
    static const char *const terms[] = {"министр обороны",
                                        "министры обороны",
                                        "новый министр",
                                        "новые министры",
                                        "новая школа",
                                        "Министр Обороны",
                                        "МИНИСТР ОБОРОНЫ",
                                        "пресс-секретарь",
                                        "рядовой",
                                        "рядовой состав",
                                        "Республика Армения",
                                        "город Москва",
                                        "главы государств",
                                        "государство и право",
                                        "управляющий делами",
                                        "МИД",
                                        "МИД России",
                                        "верховный владыка",
                                        "команда",
                                        "команды",
                                        "Рядовой",
                                        "состав рядовой"};
    tl_inflect_memo memo = {.words = NULL};
    tl_arena arena = {0};
    size_t recalled = 0;
    for (size_t i = 0; i < 2 * LENGTH(terms); i++) {
        tl_str words[WORDS_MAX], separators[WORDS_MAX];
        tl_inflected_word alone[WORDS_MAX], with_memo[WORDS_MAX];
        tl_phrase phrase = phrase_of(terms[i % LENGTH(terms)], "ru", words, separators);
        tl_inflect_term(&phrase, &arena, alone);
        phrase.memo = &memo;
        uint32_t before = memo.last_number;
        tl_inflect_term(&phrase, &arena, with_memo);
        recalled += memo.last_number == before;
        for (size_t k = 0; k < phrase.count; k++) {
            check_same_forms(&alone[k], &with_memo[k]);
        }
    }
    assert_true(recalled >= LENGTH(terms));
    for (unsigned i = 0; i < 4; i++) {
        tl_inflected_word alone =
            tl_inflect_name(TL_STR("Орлова"), TL_PART_FAMILY, i % 2 ? 'f' : 'm', &arena);
        tl_inflected_word once =
            tl_inflect_name_once(TL_STR("Орлова"), TL_PART_FAMILY, i % 2 ? 'f' : 'm', &memo);
        check_same_forms(&alone, &once);
    }
    tl_inflect_memo_clear(&memo);
    tl_arena_clear(&arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_memo_changes_no_form),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
