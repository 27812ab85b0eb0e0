/* SPDX-License-Identifier: MPL-2.0 */
/* Glossaries as other programs and spreadsheets write them: which columns are what, and what a row
 * makes of a concept. */
#include "import_fixture.h"

#include "termbase/bytes.h"
#include "termbase/glossary_columns.h"

#define HEAD "termlint: 1\nlanguages: [en, ru]\nconcepts:\n"
#define LOCK "  - id: lock\n    en: lock\n    ru: шлюз\n"

static void
columns_are_told_by_header_row_or_name(void **state)
{
    (void)state;
    becomes("t.csv", "en,ru\nlock,шлюз\n", HEAD LOCK, "");
    becomes("t.csv", "EN;RU\nlock;шлюз\n", HEAD LOCK, "");
    becomes("t.csv", "en\tru\nlock\tшлюз\n", HEAD LOCK, "");
    becomes("x.en-ru.csv", "source,target\nlock,шлюз\n", HEAD LOCK, "");
    becomes("x.en-ru.csv", "lock,шлюз\n", HEAD LOCK, "");
}

static void
programs_have_their_columns(void **state)
{
    (void)state;
    /* spreadsheet */
    becomes("t.csv", "en,ru,note\nlock, шлюз ,n\n", HEAD LOCK "    note: \"n\"\n", "");
    /* DeepL */
    becomes("t.csv", "lock,шлюз,EN,RU\n", HEAD LOCK, "");
    becomes("x.en-ru.tsv", "lock\tшлюз\n", HEAD LOCK, "");
    /* OmegaT */
    becomes("en_ru.txt",
            "# Glossary in tab-separated format -*- coding: utf-8 -*-\nlock\tшлюз\tn\n",
            HEAD LOCK "    note: \"n\"\n", "");
    becomes("dir/my-en-ru.utf8", "\xef\xbb\xbf\"lock\tшлюз\r\n",
            HEAD "  - id: lock\n    en: \"\\\"lock\"\n    ru: шлюз\n", "");
    /* Weblate */
    becomes("glossary_en_ru.csv",
            "\"location\",\"source\",\"target\",\"ID\",\"fuzzy\",\"context\","
            "\"translator_comments\",\"developer_comments\"\n"
            "\"\",\"lock\",\"шлюз\",\"\",\"False\",\"\",\"\",\"n\"\n",
            HEAD LOCK "    note: \"n\"\n", "1 fuzzy");
    /* a source column beside languages is not a side */
    becomes("t.csv", "id,en,ru,source,pos\nL 1,lock,шлюз,book,noun\n",
            HEAD "  - id: l-1\n    en: lock\n    ru: шлюз\n    source: book\n", "1 pos");
    becomes("x.en-ru.csv", "source_term,target_term,domain,status\nlock,шлюз,ships,forbidden\n",
            HEAD "  - id: lock\n    subject: ships\n    en: lock\n    ru:\n      forbidden:\n"
                 "        - шлюз\n",
            "");
}

static void
rows_of_one_id_or_word_are_one_concept(void **state)
{
    (void)state;
    becomes("t.csv", "id,en,ru\na,lock,шлюз\nb,pier,пирс\na,lock,затвор\n",
            HEAD "  - id: a\n    en: lock\n    ru:\n      preferred: шлюз\n      admitted:\n"
                 "        - затвор\n  - id: b\n    en: pier\n    ru: пирс\n",
            "");
    becomes("t.csv", "en,ru,note\nlock,шлюз,a\npier,пирс,\nlock ,замок,b\n",
            HEAD "  - id: lock\n    en: lock\n    ru:\n      preferred: шлюз\n      admitted:\n"
                 "        - замок\n    note: \"a\\nb\"\n  - id: pier\n    en: pier\n    ru: пирс\n",
            "");
    becomes("t.csv", "id,en,ru\n1,lock,шлюз\n2,lock,замок\n",
            HEAD "  - id: \"1\"\n    en: lock\n    ru: шлюз\n  - id: \"2\"\n    en:\n"
                 "      admitted:\n        - lock\n    ru: замок\n",
            "1 forms preferred in another concept too");
}

static void
columns_have_names(void **state)
{
    (void)state;
#define LIFT HEAD "  - id: lift\n    en: lift\n    ru:\n      preferred: лифт\n"
    becomes("t.csv", "No.,English,Русский\n1,lift,лифт\n",
            HEAD "  - id: lift\n    en: lift\n    ru: лифт\n", "1 No.");
    becomes("t.csv", "Term (English),Term (ru),Synonyms\nlift,лифт,подъёмник\n",
            LIFT "      admitted:\n        - подъёмник\n", "");
    becomes("t.csv", "en,ru,Forbidden\nlift,лифт,элеватор; подъёмник\n",
            LIFT "      forbidden:\n        - элеватор\n        - подъёмник\n", "");
    becomes("t.csv", "English term,Russian term,Do not use (en)\nlift,лифт | подъёмник,elevator\n",
            HEAD "  - id: lift\n    en:\n      preferred: lift\n      deprecated:\n"
                 "        - elevator\n    ru:\n      preferred: лифт\n      admitted:\n"
                 "        - подъёмник\n",
            "");
    becomes("t.csv", "en,ru,Forbidden\nlift,лифт,no\ndrive,тяга,yes\n",
            HEAD "  - id: lift\n    en: lift\n    ru: лифт\n  - id: drive\n    en: drive\n"
                 "    ru:\n      forbidden:\n        - тяга\n",
            "");
    becomes("t.csv", "en,ru,Forbidden\nlift,лифт,Нет\n",
            HEAD "  - id: lift\n    en: lift\n    ru: лифт\n", "");
    is_refused("t.csv", "English,английский\nRussian,русский\n",
               "1:1: no header, want columns “concept”, “lang” and “term”, or two that are "
               "languages: en, ru; or a file name that tells them: terms.en-ru.tsv");
#undef LIFT
}

static void
names_tell_languages(void **state)
{
    (void)state;
    static const struct {
        const char *path, *source, *target;
    } rows[] = {
        {"terms.en-ru.tsv", "en", "ru"},
        {"dir.x-y/en_ru.csv", "en", "ru"},
        {"a_en-US_ru-RU.txt", "en-US", "ru-RU"},
        {"kk-ru.utf8", "kk", "ru"},
        {"my-terms.csv", NULL, NULL},
        {"en/ru.csv", NULL, NULL},
        {"terms-ru.csv", NULL, NULL},
        {"en-ru", NULL, NULL},
        {"", NULL, NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        tl_str languages[2];
        bool has = tl_glossary_name_languages(tl_str_from(rows[i].path), languages);
        assert_int_equal(has, rows[i].source != NULL);
        if (has) {
            assert_str(languages[0], rows[i].source);
            assert_str(languages[1], rows[i].target);
        }
    }
}

static void
mistakes_have_places(void **state)
{
    (void)state;
    is_refused("t.csv", "lock,шлюз\n",
               "1:1: no header, want columns “concept”, “lang” and “term”, or two that are "
               "languages: en, ru; or a file name that tells them: terms.en-ru.tsv");
    is_refused("t.csv", "en,ru\nlock, gate,шлюз\n",
               "2:12: a cell behind the last column, want none there");
    is_refused("t.csv", "en,ru\n", "2:1: no row below the header, want one");
}

static void
utf16_is_read(void **state)
{
    (void)state;
    static const char little[] =
        "\xff\xfe"
        "e\0n\0,\0r\0u\0\n\0l\0o\0c\0k\0,\0\x48\x04\x3b\x04\x4e\x04\x37\x04\n\0";
    static const char big[] = "\xfe\xff"
                              "\0e\0n\0,\0r\0u\0\n\xd8\x3d\xde\x00\0a\0,\xdc\x00\0b";
    tl_buf bytes = {0};
    tl_buf_add(&bytes, (tl_str){little, sizeof little - 1});
    tl_bytes_decode(&bytes);
    assert_str(tl_buf_str(&bytes), "en,ru\nlock,шлюз\n");
    bytes.len = 0;
    tl_buf_add(&bytes, (tl_str){big, sizeof big - 1});
    tl_bytes_decode(&bytes);
    assert_str(tl_buf_str(&bytes), "en,ru\n😀a,\xef\xbf\xbd"
                                   "b");
    tl_bytes_decode(&bytes);
    assert_str(tl_buf_str(&bytes), "en,ru\n😀a,\xef\xbf\xbd"
                                   "b");
    tl_buf_clear(&bytes);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_are_told_by_header_row_or_name),
        cmocka_unit_test(programs_have_their_columns),
        cmocka_unit_test(rows_of_one_id_or_word_are_one_concept),
        cmocka_unit_test(columns_have_names),
        cmocka_unit_test(names_tell_languages),
        cmocka_unit_test(utf16_is_read),
        cmocka_unit_test(mistakes_have_places),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
