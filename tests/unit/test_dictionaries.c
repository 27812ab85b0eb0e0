/* SPDX-License-Identifier: MPL-2.0 */
/* engine/dictionaries: where they are found, which is asked first, what is told of bad ones, and
 * several threads at once. */
#include "engine/dictionaries.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include <pthread.h>

#include "dictionary_files.h"

static void
add_note(void *context, const char *message)
{
    tl_buf_add_cstr(context, message);
    tl_buf_add_byte(context, '\n');
}

static void
assert_notes(tl_dictionaries *dictionaries, const char *const *parts)
{
    tl_buf notes = {0};
    tl_dictionaries_each_note(dictionaries, add_note, &notes);
    tl_buf_add_byte(&notes, '\0');
    for (size_t i = 0; parts[i]; i++) {
        if (strstr(notes.ptr, parts[i]) == NULL) {
            fail_msg("“%s” is not in “%s”", parts[i], notes.ptr);
        }
    }
    assert_int_equal(notes.len == 1, parts[0] == NULL);
    tl_buf_clear(&notes);
}

#define ASSERT_NOTES(dictionaries, ...) \
    assert_notes(dictionaries, (const char *const[]){__VA_ARGS__})

static dictionary_folder
make_path(void)
{
    dictionary_folder folder = make_dictionary_folder();
    setenv("DICPATH", folder.path, 1);
    return folder;
}

static void
write_words(const dictionary_folder *folder, const char *affixes, const char *words,
            const char *text)
{
    write_dictionary_file(folder, affixes, TL_STR("SET UTF-8\n"));
    write_dictionary_file(folder, words, tl_str_from(text));
}

static void
a_word_of_any_dictionary_of_the_language_is_known(void **state)
{
    (void)state;
    dictionary_folder folder = make_path();
    write_words(&folder, "en_US.aff", "en_US.dic", "2\nharbor\nlock\n");
    write_words(&folder, "en_GB.aff", "en_GB.dic", "2\nharbour\nlock\n");
    write_words(&folder, "ru_RU.aff", "ru_RU.dic", "2\nгавань\nшлюз\n");
    tl_dictionaries *dictionaries = tl_dictionaries_new();
    tl_str en = TL_STR("en"), ru = TL_STR("ru");
    for (size_t i = 0; i < 2; i++) { /* and again, from memory */
        assert_int_equal(tl_dictionaries_ask(dictionaries, en, TL_STR("harbor"), false),
                         TL_KNOWN_YES);
        assert_int_equal(tl_dictionaries_ask(dictionaries, en, TL_STR("harbour"), false),
                         TL_KNOWN_YES);
        assert_int_equal(tl_dictionaries_ask(dictionaries, en, TL_STR("harbr"), false),
                         TL_KNOWN_NO);
        assert_int_equal(tl_dictionaries_ask(dictionaries, ru, TL_STR("гавань"), false),
                         TL_KNOWN_YES);
        assert_int_equal(tl_dictionaries_ask(dictionaries, ru, TL_STR("harbor"), false),
                         TL_KNOWN_NO);
    }
    ASSERT_NOTES(dictionaries, NULL);
    tl_dictionaries_release(dictionaries);
    remove_dictionary_folder(&folder);
}

static void
a_missing_dictionary_is_told_once(void **state)
{
    (void)state;
    dictionary_folder folder = make_path();
    tl_dictionaries *dictionaries = tl_dictionaries_new();
    ASSERT_NOTES(dictionaries, NULL);
    tl_str uk = TL_STR("uk"), en = TL_STR("en");
    assert_int_equal(tl_dictionaries_ask(dictionaries, uk, TL_STR("порт"), false), TL_KNOWN_UNTOLD);
    assert_int_equal(tl_dictionaries_ask(dictionaries, en, TL_STR("port"), false), TL_KNOWN_UNTOLD);
    assert_int_equal(tl_dictionaries_ask(dictionaries, en, TL_STR("lock"), false), TL_KNOWN_UNTOLD);
    ASSERT_NOTES(dictionaries,
                 "no Hunspell dictionary for en; in single words of en only doubled and "
                 "swapped letters are found, "
                 "install hunspell-en-us\n"
                 "no Hunspell dictionary for uk; in single words of uk only doubled and "
                 "swapped letters are found, "
                 "install hunspell-uk\n",
                 NULL);
    tl_dictionaries_release(dictionaries);
    remove_dictionary_folder(&folder);
}

static void
a_bad_dictionary_is_told_and_the_next_one_asked(void **state)
{
    (void)state;
    dictionary_folder folder = make_path();
    write_words(&folder, "en_US.aff", "en_US.dic", "4000\nharbor\n");
    write_words(&folder, "en_GB.aff", "en_GB.dic", "2\nharbour\nlock\n");
    write_dictionary_file(&folder, "ru_RU.dic", TL_STR("1\nшлюз\n"));
    tl_dictionaries *dictionaries = tl_dictionaries_new();
    tl_str en = TL_STR("en"), ru = TL_STR("ru");
    assert_int_equal(tl_dictionaries_ask(dictionaries, en, TL_STR("harbour"), false), TL_KNOWN_YES);
    assert_int_equal(tl_dictionaries_ask(dictionaries, en, TL_STR("harbor"), false), TL_KNOWN_NO);
    assert_int_equal(tl_dictionaries_ask(dictionaries, ru, TL_STR("шлюз"), false), TL_KNOWN_UNTOLD);
    ASSERT_NOTES(dictionaries, "a Hunspell dictionary for en is not used: ", "en_US.dic is cut off",
                 "no Hunspell dictionary for ru can be used: cannot read ", "ru_RU.aff",
                 "install hunspell-ru\n", NULL);
    tl_dictionaries_release(dictionaries);
    remove_dictionary_folder(&folder);
}

static void
relative_folders_are_not_looked_into(void **state)
{
    (void)state;
    dictionary_folder folder = make_path();
    write_words(&folder, "en_US.aff", "en_US.dic", "1\nlock\n");
    setenv("DICPATH", strrchr(folder.path, '/') + 1, 1);
    tl_dictionaries *dictionaries = tl_dictionaries_new();
    assert_int_equal(tl_dictionaries_ask(dictionaries, TL_STR("en"), TL_STR("lock"), false),
                     TL_KNOWN_UNTOLD);
    tl_dictionaries_release(dictionaries);
    remove_dictionary_folder(&folder);
}

enum { THREADS = 4, ROUNDS = 2000 };

static void *
ask_often(void *context)
{
    static const struct {
        const char *language, *word;
        tl_known known;
    } rows[] = {
        {"en", "harbour", TL_KNOWN_YES}, {"en", "harbr", TL_KNOWN_NO}, {"ru", "шлюз", TL_KNOWN_YES},
        {"uk", "порт", TL_KNOWN_UNTOLD}, {"en", "lock", TL_KNOWN_YES}, {"ru", "шлюс", TL_KNOWN_NO},
    };
    size_t wrong = 0;
    for (size_t i = 0; i < ROUNDS; i++) {
        size_t row = i % (sizeof rows / sizeof rows[0]);
        wrong += tl_dictionaries_ask(context, tl_str_from(rows[row].language),
                                     tl_str_from(rows[row].word), false) != rows[row].known;
    }
    return (void *)(uintptr_t)wrong;
}

static void
threads_share_them(void **state)
{
    (void)state;
    dictionary_folder folder = make_path();
    write_words(&folder, "en_GB.aff", "en_GB.dic", "2\nharbour\nlock\n");
    write_words(&folder, "ru_RU.aff", "ru_RU.dic", "2\nгавань\nшлюз\n");
    tl_dictionaries *dictionaries = tl_dictionaries_new();
    pthread_t threads[THREADS];
    for (size_t i = 0; i < THREADS; i++) {
        assert_int_equal(pthread_create(&threads[i], NULL, ask_often, dictionaries), 0);
    }
    for (size_t i = 0; i < THREADS; i++) {
        void *wrong;
        assert_int_equal(pthread_join(threads[i], &wrong), 0);
        assert_null(wrong);
    }
    tl_dictionaries_release(dictionaries);
    remove_dictionary_folder(&folder);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_word_of_any_dictionary_of_the_language_is_known),
        cmocka_unit_test(a_missing_dictionary_is_told_once),
        cmocka_unit_test(a_bad_dictionary_is_told_and_the_next_one_asked),
        cmocka_unit_test(relative_folders_are_not_looked_into),
        cmocka_unit_test(threads_share_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
