/* SPDX-License-Identifier: MPL-2.0 */
/* TMX: which variant is the source, what is text. */
#include "unit_reading.h"

#define TMX(language, units)                                                            \
    "<?xml version='1.0'?><!DOCTYPE tmx SYSTEM 'tmx14.dtd'><tmx version='1.4'><header " \
    "srclang='" language "'><note>no</note></header><body>" units "</body></tmx>"
#define TUV(language, text) "<tuv xml:lang='" language "'><prop>no</prop><seg>" text "</seg></tuv>"

static void
assert_tmx(const char *bytes, const char *expected)
{
    assert_units("tmx", "a.tmx", bytes, expected);
}

static void
the_variant_in_the_source_language_is_the_source(void **state)
{
    (void)state;
    static const struct {
        const char *bytes, *units;
    } rows[] = {
        {TMX("en", "<tu tuid='a'><note>no</note>" TUV("en-US", "One") TUV("RU", "Один") "</tu>"),
         "source 0 en-us a|[One]\ntarget 0 ru a|[Один]\n"},
        {TMX("EN-US", "<tu>" TUV("ru", "Один") TUV("en-GB", "One") TUV("en-us", "One") "</tu>"),
         "target 0 ru |[Один]\ntarget 0 en-gb |[One]\nsource 0 en-us |[One]\n"},
        {TMX("en", "<tu srclang='ru'>" TUV("en", "One")
                       TUV("ru", "Один") "</tu>"
                                         "<tu>" TUV("en", "Two") "</tu>"),
         "target 0 en |[One]\nsource 0 ru |[Один]\nsource 1 en |[Two]\n"},
        {TMX("*all*", "<tu>" TUV("ru", "Один") TUV("en", "One") "</tu><tu>" TUV("en", "Two")
                          TUV("ru", "Два") "</tu>"),
         "source 0 ru |[Один]\ntarget 0 en |[One]\ntarget 1 en |[Two]\nsource 1 ru |[Два]\n"},
        {TMX("fr", "<tu>" TUV("ru", "Один") TUV("en", "") "</tu>"), "target 0 ru |[Один]\n"},
        {"<tmx><header srclang='en'/><body><tu><tuv lang='ru'><seg>Один</seg></tuv><tuv lang='en'>"
         "<seg>One</seg></tuv></tu></body></tmx>",
         "target 0 ru |[Один]\nsource 0 en |[One]\n"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        assert_tmx(rows[i].bytes, rows[i].units);
    }
}

static void
wanted_languages_are_picked(void **state)
{
    (void)state;
    tl_str bytes = TL_STR(TMX("en", "<tu>" TUV("en", "One") TUV("ru-RU", "Один") TUV("de", "Eins")
                                        TUV("uk", "Одна") "</tu>"));
    tl_source source;
    tl_document document;
    assert_true(tl_source_init(&source, TL_STR("a.tmx"), bytes, NULL));
    tl_document_init(&document, &source);
    document.wanted = (tl_language_pair){TL_STR("de"), TL_STR("ru")};
    assert_true(tl_reader_find(TL_STR("tmx"))->read(&document, NULL));
    assert_int_equal(document.count, 2);
    assert_int_equal(document.segments[0].side, TL_SIDE_TARGET);
    assert_true(tl_str_equal(document.segments[0].text, TL_STR("Один")));
    assert_int_equal(document.segments[1].side, TL_SIDE_SOURCE);
    assert_true(tl_str_equal(document.segments[1].text, TL_STR("Eins")));
    tl_document_clear(&document);
    tl_source_clear(&source);
}

static void
codes_are_no_text(void **state)
{
    (void)state;
    assert_tmx(
        TMX("en", "<tu>" TUV("en", "Za<bpt i='1'>{\\b </bpt>in<ept i='1'>}</ept>et <hi>di</hi>"
                                   "<ut>no</ut>nov<ph x='1' type='lb'>no</ph>") "</tu>"),
        "source 0 en |[Za][in][et ][di][nov]{\n: <ph x='1' type='lb'>}\n");
    assert_tmx(TMX("en", "<tu>" TUV("en", "a<ph>no<sub>x<ph>no<sub>no</sub></ph></sub></ph>")
                             TUV("ru", "в<ph>no<sub>у</sub></ph>") "</tu>"),
               "source 0 en |[x]\nsource 1 en |[a]\ntarget 0 ru |[у]\ntarget 1 ru |[в]\n");
}

static void
other_xml_is_refused(void **state)
{
    (void)state;
    assert_tmx("<tbx/>", "a.tmx: XML of another kind, want a root element <tmx>");
}

static void
three_languages_without_a_source_are_refused(void **state)
{
    (void)state;
    assert_tmx(
        TMX("*all*", "<tu>" TUV("ru", "Один") TUV("en", "One") TUV("de", "Eins") "</tu>"),
        "a.tmx: 3 languages in a unit and none of them the source language, name two of them "
        "with --pair");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_variant_in_the_source_language_is_the_source),
        cmocka_unit_test(wanted_languages_are_picked),
        cmocka_unit_test(codes_are_no_text),
        cmocka_unit_test(other_xml_is_refused),
        cmocka_unit_test(three_languages_without_a_source_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
