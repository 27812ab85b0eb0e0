/* SPDX-License-Identifier: MPL-2.0 */
/* PO catalogues: what is text and where it stands, what is left out, languages, mistakes. */
#include "unit_reading.h"

#define BOM "\xEF\xBB\xBF"
#define HEADER "msgid \"\"\nmsgstr \"Language: ru\\n\"\n\n"

static void
assert_po(const char *bytes, const char *expected)
{
    assert_units("po", "messages.po", bytes, expected);
}

static void
entries_are_units(void **state)
{
    (void)state;
    assert_po("", "");
    assert_po(HEADER "msgid \"One\"\nmsgstr \"Один\"\n\n# note\n#. note\n#: a.c:5\n"
                     "msgctxt \"menu\"\nmsgid \"Two\"\nmsgstr \"Два\"\n",
              "source 0 en One|[One]\ntarget 0 ru One|[Один]\n"
              "source 1 en menu|[Two]\ntarget 1 ru menu|[Два]\n");
    assert_po(BOM "msgid \"One\"\r\nmsgstr\r\n\"О\"\r\n \"дин\"\r\nmsgid\"Two\"msgstr\"Два\"",
              "source 0 en One|[One]\ntarget 0  One|[О][дин]\n"
              "source 1 en Two|[Two]\ntarget 1  Two|[Два]\n");
    assert_po("msgctxt \"\"\nmsgid \"One\"\nmsgstr \"\"\n", "source 0 en One|[One]\n");
}

static void
plurals_are_of_one_unit(void **state)
{
    (void)state;
    assert_po(HEADER "msgid \"%d file\"\nmsgid_plural \"%d files\"\nmsgstr[0] \"%d файл\"\n"
                     "msgstr[1] \"%d файла\"\nmsgstr[2] \"\"\n",
              "source 0 en %d file|{\xEF\xBF\xBC: %d}[ file]\n"
              "source 0 en %d file|{\xEF\xBF\xBC: %d}[ files]\n"
              "target 0 ru %d file|{\xEF\xBF\xBC: %d}[ файл]\n"
              "target 0 ru %d file|{\xEF\xBF\xBC: %d}[ файла]\n");
}

static void
what_is_no_translation_is_left_out(void **state)
{
    (void)state;
    assert_po("#, c-format, fuzzy\n#| msgid \"Won\"\nmsgid \"One\"\nmsgstr \"Один\"\n"
              "#~ msgid \"Old\"\n#~ msgstr \"Старый\"\n"
              "#, fuzzy\n#~ msgid \"Older\"\n#~ msgstr \"Старее\"\n"
              "msgid \"Two\"\nmsgstr \"\"\n\nmsgid \"%s\"\nmsgstr \"%s\"\n"
              "#, no-fuzzy\nmsgid \"Three\"\nmsgstr \"Три\"\n",
              "source 0 en One|[One]\nsource 1 en Two|[Two]\n"
              "source 3 en Three|[Three]\ntarget 3  Three|[Три]\n");
}

static void
escapes_are_characters(void **state)
{
    (void)state;
    assert_po("msgid \"a\\n\"\n\"b\\t\\\"c\\\" \\\\ \\101\\x42\\320\"\nmsgstr \"\"",
              "source 0 en a\nb\t\"c\" \\ AB\xEF\xBF\xBD|[a]{\n: \\n}[b]{\t: \\t}{\": \\\"}[c]"
              "{\": \\\"}[ ]{\\: \\\\}[ ]{A: \\101}{B: \\x42}{\xEF\xBF\xBD: \\320}\n");
    assert_po("msgid \"F&il\\\"e\"\nmsgstr \"\"", "source 0 en F&il\"e|[F][il]{\": \\\"}[e]\n");
}

static void
languages_come_from_header_or_name(void **state)
{
    (void)state;
    static const struct {
        const char *name, *header, *source, *target;
    } rows[] = {
        {"x.po", "Language: ru\\n", "en", "ru"},
        {"x.po", "X-Generator: x\\nlanguage: pt_BR\\nPO: x\\n", "en", "pt-br"},
        {"x.po", "Language: sr@latin\\nX-Source-Language: de_DE\\n", "de-de", "sr-latn"},
        {"x.po", "Language: uk_UA.UTF-8\\n", "en", "uk-ua"},
        {"x.po", "Language: \\n", "en", ""},
        {"x.po", "", "en", ""},
        {"ru.po", "Language: \\n", "en", "ru"},
        {"ru.po", "Language: uk\\n", "en", "uk"},
        {"po/pt_BR.po", "", "en", "pt-br"},
        {"ast.po", "", "en", "ast"},
        {"app.ru.PO", "", "en", "ru"},
        {"app.new.po", "", "en", ""},
        {"locale/ru/LC_MESSAGES/app.po", "", "en", "ru"},
        {"locale/ru/words.po", "", "en", ""},
        {"ru.pot", "", "en", ""},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        char bytes[256], expected[64];
        snprintf(bytes, sizeof bytes, "msgid \"\"\nmsgstr \"%s\"\nmsgid \"A\"\nmsgstr \"B\"\n",
                 rows[i].header);
        snprintf(expected, sizeof expected, "source 0 %s A|[A]\ntarget 0 %s A|[B]\n",
                 rows[i].source, rows[i].target);
        assert_units("po", rows[i].name, bytes, expected);
    }
}

static void
mistakes_are_told_with_their_place(void **state)
{
    (void)state;
    static const struct {
        const char *bytes, *message;
    } rows[] = {
        {"msgid \"a\nmsgstr \"b\"\n",
         "line 1, column 7: a string that its line does not close, want \""},
        {"msgid \"a\"\nmsgstr \"б",
         "line 2, column 8: a string that its line does not close, want \""},
        {"\n\"a\"", "line 2, column 1: a string without a keyword, want msgid or msgstr"},
        {"msgid \"a\"\n", "line 2, column 1: the file ends within an entry, want its msgstr"},
        {"msgid \"a\"\nmsgid \"b\"\n",
         "line 2, column 1: an entry begins, want the msgstr of the one before"},
        {"msgid \"a\"\nmsgstr \"b\"\nmsgstr \"c\"\n",
         "line 3, column 1: a translation in the wrong place, want one msgstr behind each msgid"},
        {"msgstr \"c\"\n",
         "line 1, column 1: a translation in the wrong place, want one msgstr behind each msgid"},
        {"msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[1] \"c\"\n",
         "line 3, column 1: a plural form in the wrong place, want msgstr[0], msgstr[1] …"},
        {"msgid msgstr \"b\"", "line 1, column 7: a keyword without a string before it, want \""},
        {"msgid \"a\"\nmsgstr[0] \"b\"", "line 2, column 1: an unknown or misplaced keyword, want "
                                         "msgctxt, msgid, msgid_plural or msgstr"},
        {"Привет", "line 1, column 1: an unknown or misplaced keyword, want msgctxt, msgid, "
                   "msgid_plural or msgstr"},
        {"msgid \"я\\q\"",
         "line 1, column 9: an unknown escape sequence, want \\n, \\t, \\\", \\\\ "
         "…"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        char expected[256];
        snprintf(expected, sizeof expected, "messages.po: %s", rows[i].message);
        assert_po(rows[i].bytes, expected);
    }
}

static void
the_charset_of_the_header_is_declared(void **state)
{
    (void)state;
    static const struct {
        const char *bytes, *encoding;
    } rows[] = {
        {"msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=KOI8-R\\n\"\n", "KOI8-R"},
        {"msgstr \"Content-Type: text/plain; charset= utf-8 \"\n", "utf-8"},
        {"msgstr \"Content-Type: text/plain; charset=CHARSET\\n\"\n", ""},
        {"msgstr \"Content-Type: text/plain\\n\"\nmsgid \"charset=x\"", ""},
        {"", ""},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        tl_str found = tl_reader_find(TL_STR("po"))->declared_encoding(tl_str_from(rows[i].bytes));
        assert_true(tl_str_equal(found, tl_str_from(rows[i].encoding)));
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(entries_are_units),
        cmocka_unit_test(plurals_are_of_one_unit),
        cmocka_unit_test(what_is_no_translation_is_left_out),
        cmocka_unit_test(escapes_are_characters),
        cmocka_unit_test(languages_come_from_header_or_name),
        cmocka_unit_test(mistakes_are_told_with_their_place),
        cmocka_unit_test(the_charset_of_the_header_is_declared),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
