/* SPDX-License-Identifier: MPL-2.0 */
/* UTX and the glossary module of XLIFF 2, in; UTX out. */
#include "import_fixture.h"

#define HEAD "termlint: 1\nlanguages: [en, ru]\nconcepts:\n"

static void
rows_of_utx_are_pairs_with_a_status(void **state)
{
    (void)state;
    becomes("t.utx",
            "#UTX 1.11; en/ru; 2013-12-20T17:00:45; license: none;\r\n# any words\r\n"
            "#src\ttgt\tsrc:pos\tterm status\ttgt:comment\tconcept ID\r\n"
            "lock\tшлюз\tnoun\tapproved\t\tL1\r\nlock\tзатвор\tnoun\tforbidden\tno\tL1\r\n"
            "\r\npier\tпирс\tnoun\tprovisional\t\t\r\nsluice\tшлюз\tnoun\t\t\tL1\r\n",
            HEAD "  - id: l1\n    en:\n      preferred: lock\n      admitted:\n        - sluice\n"
                 "    ru:\n      preferred: шлюз\n      forbidden:\n        - text: затвор\n"
                 "          note: \"no\"\n  - id: pier\n    en: pier\n    ru:\n      admitted:\n"
                 "        - пирс\n",
            "4 src:pos");
    becomes("whatever.txt", "\xef\xbb\xbf#UTX-S 1.00; en;\n#src\tterm status\nlok\tnon-standard\n",
            "termlint: 1\nlanguages: [en]\nconcepts:\n  - id: lok\n    en:\n      deprecated:\n"
            "        - lok\n",
            "");
}

static void
mistakes_in_utx_have_places(void **state)
{
    (void)state;
    const char header[] = "1:1: no header of UTX, want “#UTX 1.11; en/ru; …” and “#src<TAB>tgt…”";
    is_refused("t.utx", "lock\tшлюз\n", header);
    is_refused("t.utx", "", header);
    is_refused("t.utx", "#UTX 1.11; en/ru;\nlock\tшлюз\n", header);
    is_refused("t.utx", "#UTX 1.11; english/ru;\n#src\ttgt\n\tшлюз\n",
               "1:12: “english” is no language tag, want one like en or sr-Latn");
    is_refused("t.utx", "#UTX 1.11; en/ru;\n#src\ttgt\nlock\t\xff\n",
               "3:6: byte 0xff is not UTF-8, want UTF-8");
}

static void
what_utx_can_say_reads_back(void **state)
{
    (void)state;
    tl_termbase termbase = {0};
    tl_buf out = {0};
    tl_dropped dropped = {0};
    load_good(&termbase,
              TL_STR(HEAD "  - {id: lock, en: lock, ru: {preferred: шлюз, forbidden: "
                          "[{text: затвор, note: x}]}}\n"
                          "  - {id: a, ru: '#причал'}\n  - {id: b, en: {deprecated: [c]}}"
                          "\n"));
    tl_termbase_format_find(TL_STR("utx"))->write(&termbase, &out, &dropped);
    assert_int_equal(dropped.count, 0);
    tl_buf_add_byte(&out, '\0');
    becomes("t.utx", out.ptr,
            HEAD "  - id: lock\n    en: lock\n    ru:\n      preferred: шлюз\n      forbidden:\n"
                 "        - text: затвор\n          note: x\n  - id: a\n    ru: \"#причал\"\n"
                 "  - id: b\n    en:\n      deprecated:\n        - c\n",
            "4 src:pos");
    tl_buf_clear(&out);
    tl_termbase_clear(&termbase);
}

#define XLIFF(content)                                                           \
    "<xliff version='2.0' srcLang='en' trgLang='ru'><file><unit id='1'>" content \
    "</unit></file></xliff>"
#define ENTRY(term, translation) \
    "<gls:glossEntry><gls:term>" term "</gls:term>" translation "</gls:glossEntry>"

static void
the_glossary_of_xliff_is_read(void **state)
{
    (void)state;
    becomes(
        "t.xlf",
        XLIFF("<gls:glossary>" ENTRY("lock", "<gls:translation source='s'>шлюз</gls:translation>"
                                             "<gls:definition source='d'>A gate.</gls:definition>")
                  ENTRY("lock", "<gls:translation source='s'>шлюз</gls:translation>")
                      ENTRY("pier", "") "</gls:glossary><segment><source>x</source></segment>"),
        HEAD "  - id: lock\n    definition: A gate.\n    en: lock\n    ru:\n      preferred:\n"
             "        text: шлюз\n        source: s\n    source: d\n  - id: pier\n    en: pier\n",
        "1 repeated entries");
    is_refused("t.xlf", XLIFF(""),
               "1:1: no glossary in the file, want glossEntry elements of XLIFF 2");
    is_refused("t.xlf", "<xliff version='1.2'/>",
               "1:1: no language of the source, want “srcLang” of XLIFF 2");
    is_refused("t.xliff", "<html/>", "1:1: a root element that XLIFF does not have, want xliff");
    is_refused("t.xlf", "<xliff srcLang='en'><a></xliff>",
               "1:26: not XML: mismatched tag, want well-formed XML");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_of_utx_are_pairs_with_a_status),
        cmocka_unit_test(mistakes_in_utx_have_places),
        cmocka_unit_test(what_utx_can_say_reads_back),
        cmocka_unit_test(the_glossary_of_xliff_is_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
