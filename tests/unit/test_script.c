/* SPDX-License-Identifier: MPL-2.0 */
/* Tables for text/script: scripts of letters, look-alikes, scripts of languages. */
#include "base/utf8.h"
#include "text/script.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>
#include <utf8proc.h>

static const char scripts_file[] = "/usr/share/unicode/Scripts.txt";

enum { CODE_POINTS = 0x110000 };

static void
letters_have_scripts_and_other_characters_none(void **state)
{
    (void)state;
    static const struct {
        uint32_t code_point;
        tl_script script;
    } rows[] = {
        {'a', TL_SCRIPT_LATIN},       {0x130, TL_SCRIPT_LATIN},    {0x1E9E, TL_SCRIPT_LATIN},
        {0xFB01, TL_SCRIPT_LATIN},    {0x216B, TL_SCRIPT_LATIN},   {0xFF21, TL_SCRIPT_LATIN},
        {0x416, TL_SCRIPT_CYRILLIC},  {0x491, TL_SCRIPT_CYRILLIC}, {0x4D9, TL_SCRIPT_CYRILLIC},
        {0xA641, TL_SCRIPT_CYRILLIC}, {0x3B1, TL_SCRIPT_GREEK},    {0x1F00, TL_SCRIPT_GREEK},
        {0x2126, TL_SCRIPT_GREEK},    {0x5D0, TL_SCRIPT_OTHER},    {0x4E2D, TL_SCRIPT_OTHER},
        {0x10D0, TL_SCRIPT_OTHER},    {'7', TL_SCRIPT_NONE},       {'-', TL_SCRIPT_NONE},
        {0x301, TL_SCRIPT_NONE},      {0x483, TL_SCRIPT_NONE},     {0x2BC, TL_SCRIPT_NONE},
        {0x1D400, TL_SCRIPT_NONE},    {0x1F600, TL_SCRIPT_NONE},   {0, TL_SCRIPT_NONE},
        {0x10FFFF, TL_SCRIPT_NONE},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_int_equal(tl_script_of(rows[i].code_point), rows[i].script);
    }
}

static uint8_t
script_of_name(const char *name)
{
    static const struct {
        const char *name;
        uint8_t script;
    } named[] = {
        {"Latin", TL_SCRIPT_LATIN}, {"Cyrillic", TL_SCRIPT_CYRILLIC}, {"Greek", TL_SCRIPT_GREEK},
        {"Common", TL_SCRIPT_NONE}, {"Inherited", TL_SCRIPT_NONE},
    };
    for (size_t i = 0; i < sizeof named / sizeof named[0]; i++) {
        if (strcmp(name, named[i].name) == 0) {
            return named[i].script;
        }
    }
    return TL_SCRIPT_OTHER;
}

/* Compares a run of Scripts.txt, as far as it is letters; returns how many there were. */
static size_t
check_run(unsigned first, unsigned last, const char *name)
{
    size_t letters = 0;
    for (unsigned code_point = first; code_point <= last; code_point++) {
        utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)code_point);
        bool is_letter = (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) ||
                         category == UTF8PROC_CATEGORY_NL;
        if (is_letter && tl_script_of(code_point) != script_of_name(name)) {
            fail_msg("U+%04X is %s", code_point, name);
        }
        letters += is_letter;
    }
    return letters;
}

static void
scripts_are_those_of_unicode(void **state)
{
    (void)state;
    FILE *file = fopen(scripts_file, "r");
    if (file == NULL) {
        print_message("%s is not installed\n", scripts_file);
        skip();
    }
    char line[400], name[40];
    size_t letters = 0;
    while (fgets(line, sizeof line, file) != NULL) {
        unsigned first, last;
        if (sscanf(line, "%x..%x ; %39s", &first, &last, name) == 3) {
            letters += check_run(first, last, name);
        } else if (sscanf(line, "%x ; %39s", &first, name) == 2) {
            letters += check_run(first, first, name);
        }
    }
    fclose(file);
    assert_true(letters > 100000);
}

static void
lookalikes_are_found_in_each_script(void **state)
{
    (void)state;
    static const struct {
        const char *latin, *cyrillic, *greek;
    } rows[] = {
        {"A", "А", "Α"}, {"B", "В", "Β"}, {"E", "Е", "Ε"},  {"H", "Н", "Η"}, {"K", "К", "Κ"},
        {"M", "М", "Μ"}, {"O", "О", "Ο"}, {"P", "Р", "Ρ"},  {"T", "Т", "Τ"}, {"X", "Х", "Χ"},
        {"C", "С", "Ϲ"}, {"I", "І", "Ι"}, {"J", "Ј", "Ϳ"}, {"S", "Ѕ", ""},  {"Y", "У", "Υ"},
        {"a", "а", "α"}, {"e", "е", ""},  {"o", "о", "ο"},  {"p", "р", "ρ"}, {"c", "с", "ϲ"},
        {"y", "у", "γ"}, {"x", "х", ""},  {"i", "і", "ι"},  {"s", "ѕ", ""},  {"h", "һ", ""},
        {"k", "к", "κ"}, {"R", "", ""},   {"", "ж", ""},    {"", "Г", "Γ"},  {"N", "", "Ν"},
        {"ë", "ё", ""},  {"ï", "ї", "ϊ"}, {"ə", "ә", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const char *cells[] = {rows[i].latin, rows[i].cyrillic, rows[i].greek};
        static const tl_script scripts[] = {TL_SCRIPT_LATIN, TL_SCRIPT_CYRILLIC, TL_SCRIPT_GREEK};
        for (size_t from = 0; from < 3; from++) {
            for (size_t to = 0; to < 3 && cells[from][0] != '\0'; to++) {
                size_t at = 0, other = 0;
                uint32_t letter = tl_utf8_next(tl_str_from(cells[from]), &at);
                uint32_t expected =
                    cells[to][0] != '\0' ? tl_utf8_next(tl_str_from(cells[to]), &other) : 0;
                assert_int_equal(tl_script_lookalike(letter, scripts[to]), expected);
            }
        }
    }
    assert_int_equal(tl_script_lookalike(0x4AE, TL_SCRIPT_LATIN), 'Y'); /* Ү */
    assert_int_equal(tl_script_lookalike(0x4C0, TL_SCRIPT_LATIN), 'I'); /* palochka */
    assert_int_equal(tl_script_lookalike('a', TL_SCRIPT_OTHER), 0);
    assert_int_equal(tl_script_lookalike('-', TL_SCRIPT_LATIN), 0);
}

static bool
is_upper(uint32_t letter)
{
    return utf8proc_tolower((utf8proc_int32_t)letter) != (utf8proc_int32_t)letter;
}

static void
lookalikes_are_mutual_and_of_one_case(void **state)
{
    (void)state;
    static const tl_script scripts[] = {TL_SCRIPT_LATIN, TL_SCRIPT_CYRILLIC, TL_SCRIPT_GREEK};
    for (uint32_t letter = 1; letter < CODE_POINTS; letter++) {
        tl_script script = tl_script_of(letter);
        for (size_t i = 0; i < 3 && script != TL_SCRIPT_NONE; i++) {
            uint32_t alike = tl_script_lookalike(letter, scripts[i]);
            if (alike == 0) {
                continue;
            }
            assert_int_equal(tl_script_of(alike), scripts[i]);
            assert_int_equal(is_upper(alike), is_upper(letter));
            assert_int_not_equal(tl_script_lookalike(alike, script), 0);
        }
    }
}

static void
words_are_rewritten_or_not_at_all(void **state)
{
    (void)state;
    static const struct {
        const char *word;
        tl_script script;
        const char *expected;
    } rows[] = {
        {"СSТО", TL_SCRIPT_LATIN, "CSTO"},
        {"CCCP", TL_SCRIPT_CYRILLIC, "СССР"},
        {"Зайнeтдинoв", TL_SCRIPT_CYRILLIC, "Зайнетдинов"},
        {"Зайнeтдинoв", TL_SCRIPT_LATIN, ""},
        {"XI", TL_SCRIPT_CYRILLIC, "ХІ"},
        {"MILEX-2023", TL_SCRIPT_CYRILLIC, ""},
        {"ТЕХ-2023’s", TL_SCRIPT_LATIN, "TEX-2023’s"},
        {"ΑΒ", TL_SCRIPT_LATIN, "AB"},
        {"", TL_SCRIPT_LATIN, ""},
        {"中", TL_SCRIPT_LATIN, ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char out[100];
        tl_str rewritten = {out, tl_script_rewrite(tl_str_from(rows[i].word), rows[i].script, out)};
        assert_true(tl_str_equal(rewritten, tl_str_from(rows[i].expected)));
    }
}

static void
languages_have_scripts(void **state)
{
    (void)state;
    static const struct {
        const char *language;
        tl_script script;
    } rows[] = {
        {"en", TL_SCRIPT_LATIN},
        {"ru", TL_SCRIPT_CYRILLIC},
        {"RU-ru", TL_SCRIPT_CYRILLIC},
        {"uk", TL_SCRIPT_CYRILLIC},
        {"kk", TL_SCRIPT_CYRILLIC},
        {"sr", TL_SCRIPT_CYRILLIC},
        {"sr-Latn", TL_SCRIPT_LATIN},
        {"sr-latn-RS", TL_SCRIPT_LATIN},
        {"uz-Cyrl-UZ", TL_SCRIPT_CYRILLIC},
        {"uz", TL_SCRIPT_LATIN},
        {"de-1996", TL_SCRIPT_LATIN},
        {"el", TL_SCRIPT_GREEK},
        {"zh", TL_SCRIPT_OTHER},
        {"zh-Latn", TL_SCRIPT_LATIN},
        {"hy", TL_SCRIPT_OTHER},
        {"kk-Arab", TL_SCRIPT_OTHER},
        {"en-x-cyrl", TL_SCRIPT_LATIN},
        {"", TL_SCRIPT_OTHER},
        {"xx", TL_SCRIPT_OTHER},
        {"english", TL_SCRIPT_OTHER},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        if (tl_script_of_language(tl_str_from(rows[i].language)) != rows[i].script) {
            fail_msg("%s", rows[i].language);
        }
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(letters_have_scripts_and_other_characters_none),
        cmocka_unit_test(scripts_are_those_of_unicode),
        cmocka_unit_test(lookalikes_are_found_in_each_script),
        cmocka_unit_test(lookalikes_are_mutual_and_of_one_case),
        cmocka_unit_test(words_are_rewritten_or_not_at_all),
        cmocka_unit_test(languages_have_scripts),
    };
    return cmocka_run_group_tests_name("script", tests, NULL, NULL);
}
