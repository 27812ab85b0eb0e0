/* SPDX-License-Identifier: MPL-2.0 */
/* Tables for XML documents: what is a text of its own, what is code, what they declare. */
#include "reader_dump.h"
#include "readers/xml_syntax.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static void
docbook_goes_by_its_names(void **state)
{
    (void)state;
    static const reader_row rows[] = {
        {"<article><title>A <emphasis>new</emphasis> lock</title>\n <para>Run <command>make"
         "</command> now.</para></article>",
         "h|A ·new· lock / p|Run {} now."},
        {"<para>One<footnote><para>Two</para></footnote> three</para>", "p|One / p|Two / p| three"},
        {"<row><entry>a</entry><entry>b <link href='x'>c</link></entry></row>", "c|a / c|b ·c"},
        {"<sect1><programlisting>int a; <!-- no --> b</programlisting>text</sect1>", "p|{}text"},
        {"<para>R&amp;D &#x437;</para>", "p|R{&}D {з}"},
        {"<para><![CDATA[a <b> c]]> d</para>", "p|a <b> c· d"},
    };
    assert_documents("xml", rows, COUNT(rows));
}

static void
other_vocabularies_go_by_their_shape(void **state)
{
    (void)state;
    static const reader_row rows[] = {
        {"<people><who><given>Anton</given> <family>Zaytsev</family></who></people>",
         "p|Anton·  / p|Zaytsev"},
        {"<w>He said <x>yes</x> and <y>no</y>.</w>", "p|He said ·yes· and ·no·."},
        {"<w><x>First</x> words <y>and</y> last</w>", "p|First· words ·and· last"},
        {"<r><one>One</one>\n<two>Two</two></r>", "p|One·⏎ / p|Two"},
        {"<r><code>x</code></r>", ""},
    };
    assert_documents("xml", rows, COUNT(rows));
}

static void
languages_are_those_of_the_elements(void **state)
{
    (void)state;
    static const reader_row rows[] = {
        {"<r xml:lang='en'><p>One</p><p xml:lang='ru'>Два</p><p>Three</p></r>",
         "p|[en]One / p|[ru]Два / p|[en]Three"},
        {"<r lang='en'><p>One <q xml:lang='ru'>два</q> three</p></r>",
         "p|[en]One  / p|[ru]два / p|[en] three"},
    };
    assert_documents("xml", rows, COUNT(rows));
}

static void
the_declaration_names_the_encoding(void **state)
{
    (void)state;
    static const struct {
        const char *bytes, *encoding;
    } rows[] = {
        {"<?xml version=\"1.0\" encoding=\"windows-1251\"?><a/>", "windows-1251"},
        {"<?xml version='1.0' encoding = 'KOI8-R' standalone='yes'?><a/>", "KOI8-R"},
        {"\xEF\xBB\xBF<?xml version='1.0' encoding='x'?>", "x"},
        {"<?xml version='1.0'?><a encoding='x'/>", ""},
        {"<a encoding='x'/>", ""},
        {"<?xml encoding=x?>", ""},
        {"<?xml encoding", ""},
        {"<?xml encoding=", ""},
        {"<?xml encoding='", ""},
        {"", ""},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        tl_str found = tl_xml_declared_encoding(tl_str_from(rows[i].bytes));
        assert_true(tl_str_equal(found, tl_str_from(rows[i].encoding)));
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(docbook_goes_by_its_names),
        cmocka_unit_test(other_vocabularies_go_by_their_shape),
        cmocka_unit_test(languages_are_those_of_the_elements),
        cmocka_unit_test(the_declaration_names_the_encoding),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
