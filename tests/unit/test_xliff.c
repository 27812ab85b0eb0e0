/* SPDX-License-Identifier: MPL-2.0 */
/* XLIFF of both versions: which texts are pairs, what inline elements are, what is left out. */
#include "unit_reading.h"

#define V1(units)                                                                               \
    "<?xml version='1.0'?><xliff version='1.2'><file source-language='en' target-language='ru'" \
    "><header><note>no</note></header><body>" units "</body></file></xliff>"
#define V2(units)                                                                     \
    "<xliff version='2.1' srcLang='en' trgLang='ru' xmlns='urn:oasis:names:tc:xliff:" \
    "document:2.0'><file id='f'><notes><note>no</note></notes>" units "</file></xliff>"
#define UNIT(content) "<trans-unit id='1'>" content "</trans-unit>"
#define OBJECT "\xEF\xBF\xBC"

static void
assert_xliff(const char *bytes, const char *expected)
{
    assert_units("xliff", "a.xlf", bytes, expected);
}

static void
a_unit_of_version_1_is_a_pair(void **state)
{
    (void)state;
    assert_xliff(V1(UNIT("<source>One</source><target>Один</target><note>no</note>"
                         "<alt-trans><source>no</source><target>no</target></alt-trans>")),
                 "source 0 en 1|[One]\ntarget 0 ru 1|[Один]\n");
    assert_xliff(V1("<group><trans-unit id='a'><source xml:lang='en-GB'>One</source></trans-unit>"
                    "</group><bin-unit id='b'><bin-source>no</bin-source></bin-unit>"
                    "<trans-unit id='c'><source>Two</source><target xml:lang='uk'>Два</target>"
                    "</trans-unit>"),
                 "source 0 en-gb a|[One]\nsource 1 en c|[Two]\ntarget 1 uk c|[Два]\n");
    assert_xliff(
        "<xliff version='1.1' xml:lang='fr'><file source-language='EN-US'><body><trans-unit "
        "id='a'><source>One</source><target>Один</target></trans-unit></body></file>"
        "<file source-language='de'><body><trans-unit id='a'><source>Zwei</source>"
        "</trans-unit></body></file></xliff>",
        "source 0 en-us a|[One]\ntarget 0  a|[Один]\nsource 1 de a|[Zwei]\n");
}

static void
marked_segments_are_pairs(void **state)
{
    (void)state;
    assert_xliff(V1(UNIT("<source>One. Two.</source>"
                         "<seg-source><g id='x'><mrk mtype='seg' mid='1'>One.</mrk> "
                         "<mrk mtype='seg' mid='2'>Two.</mrk></g></seg-source>"
                         "<target><mrk mtype='seg' mid='2'>Два.</mrk> "
                         "<mrk mtype='seg' mid='1'>Раз.</mrk></target>")),
                 "source 0 en 1/1|[One.]\nsource 1 en 1/2|[Two.]\n"
                 "target 1 ru 1/2|[Два.]\ntarget 0 ru 1/1|[Раз.]\n");
    assert_xliff(
        V1(UNIT("<source>One. Two.</source>"
                "<seg-source><mrk mtype='seg' mid='1'>One.</mrk> "
                "<mrk mtype='seg' mid='2'>Two.</mrk></seg-source><target>Раз, два</target>")),
        "source 0 en 1/1|[One.]\nsource 0 en 1/2|[Two.]\ntarget 0 ru 1|[Раз, два]\n");
}

static void
a_segment_of_version_2_is_a_pair(void **state)
{
    (void)state;
    assert_xliff(V2("<group id='g'><unit id='u'><originalData><data id='d'>no</data></originalData>"
                    "<mtc:matches><mtc:match ref='#1'><source>no</source><target>no</target>"
                    "</mtc:match></mtc:matches>"
                    "<segment id='s'><source>One</source><target order='3'>Один</target></segment>"
                    "<ignorable><source> no </source></ignorable>"
                    "<segment><source>Two</source><target>Два</target></segment></unit></group>"),
                 "source 0 en u/s|[One]\ntarget 0 ru u/s|[Один]\n"
                 "source 1 en u|[Two]\ntarget 1 ru u|[Два]\n");
}

static void
what_is_not_to_be_translated_or_not_yet_is_left_out(void **state)
{
    (void)state;
    static const struct {
        const char *bytes, *units;
    } rows[] = {
        {V1("<trans-unit id='1' translate='no'><source>a</source><target>b</target></trans-unit>"),
         ""},
        {V1("<group translate='no'><trans-unit id='1'><source>a</source></trans-unit>"
            "<trans-unit id='2' translate='yes'><source>b</source></trans-unit></group>"),
         "source 0 en 2|[b]\n"},
        {V1(UNIT("<source>a</source><target state='new'>b</target>")), "source 0 en 1|[a]\n"},
        {V1(UNIT("<source>a</source><target state='needs-translation'>b</target>")),
         "source 0 en 1|[a]\n"},
        {V1(UNIT("<source>a</source><target state='needs-review-translation'>b</target>")),
         "source 0 en 1|[a]\ntarget 0 ru 1|[b]\n"},
        {V1(UNIT("<source>a</source><target/>")), "source 0 en 1|[a]\n"},
        {V1("<trans-unit id='1' approved='no'><source>a</source><target>b</target></trans-unit>"),
         "source 0 en 1|[a]\ntarget 0 ru 1|[b]\n"},
        {V2("<unit id='u' translate='no'><segment><source>a</source></segment></unit>"), ""},
        {V2("<unit id='u'><segment state='initial'><source>a</source><target>b</target></segment>"
            "<segment state='final'><source>c</source><target>d</target></segment></unit>"),
         "source 0 en u|[a]\nsource 1 en u|[c]\ntarget 1 ru u|[d]\n"},
        {V1("<trans-unit id='1' mq:status='NotStarted'><source>a</source><target>b</target>"
            "</trans-unit>"),
         "source 0 en 1|[a]\n"},
        {V1(UNIT("<seg-source><mrk mtype='seg' mid='1'>a</mrk><mrk mtype='seg' mid='2'>b</mrk>"
                 "</seg-source><target><mrk mtype='seg' mid='1'>c</mrk><mrk mtype='seg' mid='2'>d"
                 "</mrk></target><sdl:seg-defs><sdl:seg id='1'/><sdl:seg id='2' conf='Draft'/>"
                 "</sdl:seg-defs>")),
         "source 0 en 1/1|[a]\nsource 1 en 1/2|[b]\ntarget 1 ru 1/2|[d]\n"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        assert_xliff(rows[i].bytes, rows[i].units);
    }
}

static void
inline_elements_join_or_stand_for_something(void **state)
{
    (void)state;
    static const struct {
        const char *bytes, *text;
    } rows[] = {
        {"Za<g id='1'>in</g>et<bpt id='2'>&lt;b></bpt>di<ept id='2'>&lt;/b></ept>nov",
         "[Za][in][et][di][nov]"},
        {"Za<pc id='1'>in<pc id='2'>et</pc></pc>d<sc id='3'/>i<ec startRef='3'/>nov",
         "[Za][in][et][d][i][nov]"},
        {"Za<x id='1'/>i<ph id='2'>no</ph>n", "[Za][i][n]"},
        {"From <x id='1'/> to <x id='2'/><x id='3'/>.",
         "[From ]{" OBJECT ": <x id='1'/>}[ to ]{" OBJECT ": <x id='2'/>}[.]"},
        {"<x id='1'/>One <x id='2'/>two<x id='3'/> three", "[One ][two][ three]"},
        {"One<x id='1' ctype='lb'/>two<ph id='1' type='fmt' subType='xlf:lb'/>",
         "[One]{\n: <x id='1' ctype='lb'/>}[two]{\n: <ph id='1' type='fmt' subType='xlf:lb'/>}"},
        {"a<x id='1' ctype='image'/>b<cp hex='001b'/>",
         "[a]{" OBJECT ": <x id='1' ctype='image'/>}[b]{" OBJECT ": <cp hex='001b'/>}"},
        {"a <mrk mtype='term'>b</mrk> <mrk mtype='protected'>no<g id='1'>no</g></mrk>",
         "[a ][b][ ]{" OBJECT ": <mrk mtype='protected'>}"},
        {"a <mrk id='m' translate='no'>no</mrk> b",
         "[a ]{" OBJECT ": <mrk id='m' translate='no'>}[ b]"},
        {"a <sm id='m' translate='no'/>no <pc id='1'>no</pc><em startRef='m'/> b",
         "[a ]{" OBJECT ": <sm id='m' translate='no'/>}[ b]"},
        {"a <mrk mtype='x-sdl-deleted'>no </mrk><mrk mtype='x-sdl-added'>b</mrk>", "[a ][b]"},
        {"a&lt;b>c&#x416; &amp;File %s", "[a][c]{Ж: &#x416;}[ ][File ]{" OBJECT ": %s}"},
        {"<![CDATA[a <b>c</b>]]>", "[a ][c]"},
        {"a<!-- no -->b<mq:ch val='–'/>c", "[a][b]{–: <mq:ch val='–'/>}[c]"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        char bytes[1024], expected[1024];
        snprintf(bytes, sizeof bytes, V1(UNIT("<source>%s</source>")), rows[i].bytes);
        snprintf(expected, sizeof expected, "source 0 en 1|%s\n", rows[i].text);
        assert_xliff(bytes, expected);
    }
}

static void
a_code_at_the_end_says_nothing_of_the_next_text(void **state)
{
    (void)state;
    assert_xliff(V1("<trans-unit id='1'><source>a <x id='1'/></source></trans-unit>"
                    "<trans-unit id='2'><source>(b)</source></trans-unit>"),
                 "source 0 en 1|[a ]\nsource 1 en 2|[(b)]\n");
}

static void
texts_in_codes_are_units_of_their_own(void **state)
{
    (void)state;
    assert_xliff(
        V1(UNIT("<source>a <ph id='1'>no<sub>title</sub>no</ph>b</source>"
                "<target>в <ph id='1'>no<sub>за<g id='2'>гла</g>вие</sub></ph>б</target>")),
        "source 0 en 1|[title]\nsource 1 en 1|[a ][b]\n"
        "target 0 ru 1|[за][гла][вие]\ntarget 1 ru 1|[в ][б]\n");
}

static void
other_xml_is_refused(void **state)
{
    (void)state;
    assert_xliff("<tmx><xliff/></tmx>", "a.xlf: XML of another kind, want a root element <xliff>");
    assert_xliff("<xliff>\n<file>", "a.xlf: line 2, column 7: not XML: the file ends early, want a "
                                    "root element and all of it; <file> of line 2 is open there");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_unit_of_version_1_is_a_pair),
        cmocka_unit_test(marked_segments_are_pairs),
        cmocka_unit_test(a_segment_of_version_2_is_a_pair),
        cmocka_unit_test(what_is_not_to_be_translated_or_not_yet_is_left_out),
        cmocka_unit_test(inline_elements_join_or_stand_for_something),
        cmocka_unit_test(a_code_at_the_end_says_nothing_of_the_next_text),
        cmocka_unit_test(texts_in_codes_are_units_of_their_own),
        cmocka_unit_test(other_xml_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
