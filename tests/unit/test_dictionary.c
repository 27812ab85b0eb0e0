/* SPDX-License-Identifier: MPL-2.0 */
/* morph/dictionary with small dictionaries of its own: good ones in two encodings, and every way in
 * which the files may be bad that Hunspell itself says nothing of. */
#include "morph/dictionary.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "dictionary_files.h"

#define AFFIXES(encoding) \
    "SET " encoding "\n"  \
    "FORBIDDENWORD !\n"   \
    "SFX S Y 2\n"         \
    "SFX S 0 s [^y]\n"    \
    "SFX S y ies y\n"     \
    "SFX A Y 1\n"         \
    "SFX A ь ем ь\n"

static const char english[] = "6\nferry/S\nlock/S\ndidn't\nMcBoat\nSeine\nnaïve\n";

static tl_dictionary *
open_english(const dictionary_folder *folder)
{
    char affixes[DICTIONARY_PATH], words[DICTIONARY_PATH];
    tl_error error = {0};
    write_dictionary_file(folder, "x.aff", TL_STR(AFFIXES("UTF-8")));
    write_dictionary_file(folder, "x.dic", tl_str_from(english));
    tl_dictionary *dictionary = tl_dictionary_open(dictionary_path(folder, "x.aff", affixes),
                                                   dictionary_path(folder, "x.dic", words), &error);
    assert_non_null(dictionary);
    return dictionary;
}

static void
words_are_known_in_all_forms_and_capitals(void **state)
{
    (void)state;
    static const struct {
        const char *word;
        tl_known known;
    } rows[] = {
        {"ferry", TL_KNOWN_YES},
        {"ferries", TL_KNOWN_YES},
        {"Ferries", TL_KNOWN_YES},
        {"LOCKS", TL_KNOWN_YES},
        {"seine", TL_KNOWN_YES},
        {"MCBOAT", TL_KNOWN_YES},
        {"didn't", TL_KNOWN_YES},
        {"didn’t", TL_KNOWN_YES},
        {"naïve", TL_KNOWN_YES},
        {"nai\xCC\x88ve", TL_KNOWN_NO},
        {"lo\xC2\xAD"
         "ck",
         TL_KNOWN_YES},
        {"fery", TL_KNOWN_NO},
        {"ferrys", TL_KNOWN_NO},
        {"паром", TL_KNOWN_NO},
        {"", TL_KNOWN_UNTOLD},
        {"lock2", TL_KNOWN_UNTOLD},
        {"<?xml?>", TL_KNOWN_UNTOLD},
        {"a b", TL_KNOWN_UNTOLD},
    };
    dictionary_folder folder = make_dictionary_folder();
    tl_dictionary *dictionary = open_english(&folder);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        tl_known known = tl_dictionary_knows(dictionary, tl_str_from(rows[i].word), false);
        if (known != rows[i].known) {
            fail_msg("%s: %d", rows[i].word, (int)known);
        }
    }
    char longest[256];
    memset(longest, 'a', sizeof longest);
    assert_int_equal(tl_dictionary_knows(dictionary, (tl_str){longest, 255}, false), TL_KNOWN_NO);
    assert_int_equal(tl_dictionary_knows(dictionary, (tl_str){longest, 256}, false),
                     TL_KNOWN_UNTOLD);
    tl_dictionary_free(dictionary);
    remove_dictionary_folder(&folder);
}

static void
other_encodings_are_converted(void **state)
{
    (void)state;
    static const char *const encodings[] = {"KOI8-R", "microsoft-cp1251", "ISO8859-5"};
    static const char *const names[] = {"KOI8-R", "CP1251", "ISO8859-5"};
    for (size_t i = 0; i < 3; i++) {
        char affixes[DICTIONARY_PATH], words[DICTIONARY_PATH], head[512];
        dictionary_folder folder = make_dictionary_folder();
        tl_error error = {0};
        snprintf(head, sizeof head, "SET %s\nSFX A Y 1\nSFX A ь ем ь\n", encodings[i]);
        write_encoded_file(&folder, "x.aff", names[i], head);
        write_encoded_file(&folder, "x.dic", names[i], "3\nсекретарь/A\nшлюз\nпаром\n");
        tl_dictionary *dictionary =
            tl_dictionary_open(dictionary_path(&folder, "x.aff", affixes),
                               dictionary_path(&folder, "x.dic", words), &error);
        assert_non_null(dictionary);
        assert_int_equal(tl_dictionary_knows(dictionary, TL_STR("секретарем"), false),
                         TL_KNOWN_YES);
        assert_int_equal(tl_dictionary_knows(dictionary, TL_STR("Шлюз"), false), TL_KNOWN_YES);
        assert_int_equal(tl_dictionary_knows(dictionary, TL_STR("ПАРОМ"), false), TL_KNOWN_YES);
        assert_int_equal(tl_dictionary_knows(dictionary, TL_STR("пором"), false), TL_KNOWN_NO);
        assert_int_equal(tl_dictionary_knows(dictionary, TL_STR("паромāж"), false),
                         TL_KNOWN_UNTOLD);
        tl_dictionary_free(dictionary);
        remove_dictionary_folder(&folder);
    }
}

/* A file of the pair, the bytes that make it bad (NULL: it is not there), and what is then said. */
static const struct {
    const char *file, *bytes, *message;
} bad_files[] = {
    {"x.aff", NULL, "cannot read"},
    {"x.dic", NULL, "cannot read"},
    {"x.aff", "", "x.aff is empty"},
    {"x.aff", " \n\n", "x.aff is empty"},
    {"x.dic", "", "x.dic has no words"},
    {"x.dic", "62000\n", "x.dic has no words"},
    {"x.aff", "SET UTF-8\nSFX S Y 2\nSFX S 0 s [^y]\n", "x.aff is cut off: 1 rows"},
    {"x.aff", "SET UTF-8\nREP 3\nREP f ph\n", "x.aff is cut off: 2 rows"},
    {"x.dic", "900\nferry\nlock\n", "x.dic is cut off: it has 2 words of 900"},
    {"x.dic", "5\nferry\nlock\nboat\nbar", "x.dic is cut off: it has 4 words of 5"},
    {"x.dic", "3\nferry/!\nlock/!\nboat/!\n", "Hunspell calls 3 of 3 of its words wrong"},
    {"x.dic", "2\nпаром\nшлюз\n", ""},
    {"x.dic", "2\n\xD0\xC1\xD2\xCF\xCD\n\xDB\xCC\xC0\xDA\n", "encoding that its .aff file names"},
    {"x.aff", "SET KLINGON-7\n", "KLINGON-7, which is not known here"},
};

static void
bad_files_are_told(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof bad_files / sizeof bad_files[0]; i++) {
        char affixes[DICTIONARY_PATH], words[DICTIONARY_PATH], path[DICTIONARY_PATH];
        dictionary_folder folder = make_dictionary_folder();
        tl_error error = {0};
        write_dictionary_file(&folder, "x.aff", TL_STR(AFFIXES("UTF-8")));
        write_dictionary_file(&folder, "x.dic", tl_str_from(english));
        if (bad_files[i].bytes) {
            write_dictionary_file(&folder, bad_files[i].file, tl_str_from(bad_files[i].bytes));
        } else {
            unlink(dictionary_path(&folder, bad_files[i].file, path));
        }
        tl_dictionary *dictionary =
            tl_dictionary_open(dictionary_path(&folder, "x.aff", affixes),
                               dictionary_path(&folder, "x.dic", words), &error);
        bool is_good = bad_files[i].message[0] == '\0';
        assert_int_equal(dictionary != NULL, is_good);
        if (!is_good && strstr(error.message, bad_files[i].message) == NULL) {
            fail_msg("want “%s”, got “%s”", bad_files[i].message, error.message);
        }
        tl_error_clear(&error);
        tl_dictionary_free(dictionary);
        remove_dictionary_folder(&folder);
    }
}

static void
a_utf8_list_is_no_koi8_list(void **state)
{
    (void)state;
    char affixes[DICTIONARY_PATH], words[DICTIONARY_PATH];
    dictionary_folder folder = make_dictionary_folder();
    tl_error error = {0};
    write_dictionary_file(&folder, "x.aff", TL_STR("SET KOI8-R\n"));
    write_dictionary_file(&folder, "x.dic", TL_STR("3\nпаром\nшлюз\nсекретарь\n"));
    assert_null(tl_dictionary_open(dictionary_path(&folder, "x.aff", affixes),
                                   dictionary_path(&folder, "x.dic", words), &error));
    assert_non_null(strstr(error.message, "is not in the encoding"));
    tl_error_clear(&error);
    remove_dictionary_folder(&folder);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_known_in_all_forms_and_capitals),
        cmocka_unit_test(other_encodings_are_converted),
        cmocka_unit_test(bad_files_are_told),
        cmocka_unit_test(a_utf8_list_is_no_koi8_list),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
