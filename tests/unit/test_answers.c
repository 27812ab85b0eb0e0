/* SPDX-License-Identifier: MPL-2.0 */
/* engine/answers: what is kept comes back as it was, for the same key only, and whatever stands in
 * the file, nothing beyond it is read. */
#include "engine/answers.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char name[] = "en.words";

typedef struct kept_folder {
    char path[64];
    char file[96];
} kept_folder;

static kept_folder
make_folder(void)
{
    kept_folder folder = {"termlint-answers-XXXXXX", ""};
    assert_non_null(mkdtemp(folder.path));
    snprintf(folder.file, sizeof folder.file, "%s/%s", folder.path, name);
    return folder;
}

static void
remove_folder(const kept_folder *folder)
{
    unlink(folder->file);
    assert_int_equal(rmdir(folder->path), 0);
}

static void
add_word(tl_answer_list *list, tl_str word, tl_known known)
{
    const tl_answer answer = {.question = TL_QUESTION_AS_WRITTEN, .word = word, .known = known};
    tl_answer_list_add(list, &answer);
}

static void
write_some(const kept_folder *folder)
{
    tl_answer_list list = {0};
    const tl_answer lower = {.word = TL_STR("lock"), .known = TL_KNOWN_UNTOLD};
    const tl_answer stems = {.question = TL_QUESTION_STEMS,
                             .word = TL_STR("locks"),
                             .stems = {{TL_STR("lock"), TL_STR("")}, 2}};
    const tl_answer none = {.question = TL_QUESTION_STEMS, .word = TL_STR("zzz")};
    add_word(&list, TL_STR("lock"), TL_KNOWN_YES);
    add_word(&list, TL_STR("lokc"), TL_KNOWN_NO);
    add_word(&list, TL_STR(""), TL_KNOWN_UNTOLD);
    tl_answer_list_add(&list, &lower);
    tl_answer_list_add(&list, &stems);
    tl_answer_list_add(&list, &none);
    tl_answer_list_write(&list, folder->path, name, TL_STR("key"));
    tl_answer_list_clear(&list);
}

static tl_known
known_of(const tl_answers *answers, tl_question question, tl_str word)
{
    tl_answer answer = {.question = question, .word = word};
    assert_true(tl_answers_find(answers, &answer));
    return answer.known;
}

static void
answers_come_back_for_the_same_key(void **state)
{
    (void)state;
    kept_folder folder = make_folder();
    assert_null(tl_answers_open(folder.path, name, TL_STR("key")));
    write_some(&folder);
    assert_null(tl_answers_open(folder.path, name, TL_STR("kez")));
    assert_null(tl_answers_open(folder.path, name, TL_STR("key2")));
    tl_answers *answers = tl_answers_open(folder.path, name, TL_STR("key"));
    assert_non_null(answers);
    assert_int_equal(known_of(answers, TL_QUESTION_AS_WRITTEN, TL_STR("lock")), TL_KNOWN_YES);
    assert_int_equal(known_of(answers, TL_QUESTION_AS_WRITTEN, TL_STR("lokc")), TL_KNOWN_NO);
    assert_int_equal(known_of(answers, TL_QUESTION_AS_WRITTEN, TL_STR("")), TL_KNOWN_UNTOLD);
    assert_int_equal(known_of(answers, TL_QUESTION_IN_ANY_CAPITALS, TL_STR("lock")),
                     TL_KNOWN_UNTOLD);
    tl_answer asked = {.question = TL_QUESTION_STEMS, .word = TL_STR("locks")};
    assert_true(tl_answers_find(answers, &asked));
    assert_int_equal(asked.stems.count, 2);
    assert_true(tl_str_equal(asked.stems.items[0], TL_STR("lock")));
    assert_true(tl_str_equal(asked.stems.items[1], TL_STR("")));
    asked.word = TL_STR("zzz");
    assert_true(tl_answers_find(answers, &asked));
    assert_int_equal(asked.stems.count, 0);
    asked.word = TL_STR("lock");
    assert_false(tl_answers_find(answers, &asked));
    tl_answers_free(answers);
    remove_folder(&folder);
}

/* What was said before stays, but for what has been asked again. */
static void
earlier_answers_are_kept_beside_new_ones(void **state)
{
    (void)state;
    kept_folder folder = make_folder();
    write_some(&folder);
    tl_answers *before = tl_answers_open(folder.path, name, TL_STR("key"));
    tl_answer_list list = {0};
    add_word(&list, TL_STR("weir"), TL_KNOWN_YES);
    add_word(&list, TL_STR("lokc"), TL_KNOWN_YES);
    tl_answer_list_add_all(&list, before);
    tl_answer_list_write(&list, folder.path, name, TL_STR("key"));
    tl_answer_list_clear(&list);
    tl_answers_free(before);
    tl_answers *answers = tl_answers_open(folder.path, name, TL_STR("key"));
    assert_non_null(answers);
    assert_int_equal(known_of(answers, TL_QUESTION_AS_WRITTEN, TL_STR("weir")), TL_KNOWN_YES);
    assert_int_equal(known_of(answers, TL_QUESTION_AS_WRITTEN, TL_STR("lokc")), TL_KNOWN_YES);
    assert_int_equal(known_of(answers, TL_QUESTION_AS_WRITTEN, TL_STR("lock")), TL_KNOWN_YES);
    tl_answers_free(answers);
    remove_folder(&folder);
}

static void
a_file_stays_small(void **state)
{
    (void)state;
    kept_folder folder = make_folder();
    tl_answer_list list = {0};
    char word[32];
    for (unsigned i = 0; i < 400000; i++) {
        int length = snprintf(word, sizeof word, "word%u", i);
        add_word(&list, (tl_str){word, (size_t)length}, TL_KNOWN_NO);
    }
    tl_answer_list_write(&list, folder.path, name, TL_STR("key"));
    tl_answer_list_clear(&list);
    FILE *file = fopen(folder.file, "rb");
    assert_non_null(file);
    assert_int_equal(fseek(file, 0, SEEK_END), 0);
    assert_in_range(ftell(file), 3 << 20, 5 << 20);
    fclose(file);
    tl_answers *answers = tl_answers_open(folder.path, name, TL_STR("key"));
    assert_non_null(answers);
    assert_int_equal(known_of(answers, TL_QUESTION_AS_WRITTEN, TL_STR("word0")), TL_KNOWN_NO);
    tl_answers_free(answers);
    remove_folder(&folder);
}

/* Flips one byte after the other; what is asked then may get another answer, or none. */
static void
a_broken_file_does_no_harm(void **state)
{
    (void)state;
    kept_folder folder = make_folder();
    char bytes[4096];
    write_some(&folder);
    FILE *file = fopen(folder.file, "rb");
    assert_non_null(file);
    size_t length = fread(bytes, 1, sizeof bytes, file);
    fclose(file);
    assert_in_range(length, 100, sizeof bytes - 1);
    for (size_t at = 0; at < length * 2; at++) {
        char mask = at < length ? (char)0xff : 1;
        bytes[at % length] ^= mask;
        file = fopen(folder.file, "wb");
        assert_non_null(file);
        assert_int_equal(fwrite(bytes, 1, length, file), length);
        fclose(file);
        bytes[at % length] ^= mask;
        tl_answers *answers = tl_answers_open(folder.path, name, TL_STR("key"));
        tl_answer asked = {.question = TL_QUESTION_STEMS, .word = TL_STR("locks")};
        tl_answer_list list = {0};
        if (answers && tl_answers_find(answers, &asked)) {
            assert_in_range(asked.stems.count, 0, TL_STEMS_MAX);
        }
        if (answers) {
            tl_answer_list_add_all(&list, answers);
        }
        tl_answer_list_clear(&list);
        tl_answers_free(answers);
    }
    remove_folder(&folder);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(answers_come_back_for_the_same_key),
        cmocka_unit_test(earlier_answers_are_kept_beside_new_ones),
        cmocka_unit_test(a_file_stays_small),
        cmocka_unit_test(a_broken_file_does_no_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
