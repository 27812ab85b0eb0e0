/* SPDX-License-Identifier: MPL-2.0 */
/* TBX as other programs write it: four shapes, one model; what is missing, double or odd in them.
 */
#include "import_fixture.h"

/* -- four shapes of one termbase -- */

static const char in_martif[] =
    "<?xml version='1.0'?>\n<!DOCTYPE martif SYSTEM 'TBXcoreStructV02.dtd'>\n"
    "<martif type='TBX' xml:lang='en'><martifHeader><fileDesc><titleStmt><title>Ports</title>"
    "</titleStmt><sourceDesc><p>by hand</p></sourceDesc></fileDesc></martifHeader><text><body>\n"
    "<termEntry id='C_1'><descripGrp><descrip type='subjectField'>ships</descrip></descripGrp>\n"
    "<langSet xml:lang='en-US'><ntig><termGrp><term>ship <hi>lock</hi></term><termNoteGrp>"
    "<termNote type='administrativeStatus'>preferredTerm-admn-sts</termNote></termNoteGrp>"
    "</termGrp></ntig>"
    "<tig><term>lok</term><termNote type='administrativeStatus'>deprecatedTerm-admn-sts</termNote>"
    "<note>a typo</note></tig>"
    "<tig><term>sluice</term><termNote type='administrativeStatus'>supersededTerm-admn-sts"
    "</termNote></tig></langSet>\n"
    "<langSet xml:lang='ru_RU'><tig><term>\n   судоходный\n   шлюз </term></tig></langSet>"
    "</termEntry></body></text></martif>";

static const char in_dca[] =
    "<tbx type='TBX-Basic' style='dca' xml:lang='en' xmlns='urn:iso:std:iso:30042:ed-2'>"
    "<tbxHeader><fileDesc><titleStmt><title>Ports</title></titleStmt><sourceDesc><p/></sourceDesc>"
    "</fileDesc></tbxHeader><text><body><conceptEntry id='c1'>"
    "<descrip type='subjectField'>ships</descrip><langSec xml:lang='EN-us'>"
    "<termSec><term>ship lock</term><termNote type='administrativeStatus'>preferredTerm-admn-sts"
    "</termNote></termSec>"
    "<termSec><term>lok</term><termNote type='administrativeStatus'>deprecatedTerm-admn-sts"
    "</termNote><note>a typo</note></termSec>"
    "<termSec><term>sluice</term><termNote type='administrativeStatus'>supersededTerm-admn-sts"
    "</termNote></termSec></langSec>"
    "<langSec xml:lang='ru-RU'><termSec><term>судоходный шлюз</term></termSec></langSec>"
    "</conceptEntry></body></text></tbx>";

static const char in_dct[] =
    "<tbx type='TBX-Basic' style='dct' xml:lang='en' xmlns='urn:iso:std:iso:30042:ed-2' "
    "xmlns:min='http://www.tbxinfo.net/ns/min'><tbxHeader><fileDesc><titleStmt><title>Ports"
    "</title></titleStmt></fileDesc></tbxHeader><text><body><conceptEntry id='c1'>"
    "<min:subjectField>ships</min:subjectField><langSec xml:lang='en-US'>"
    "<termSec><term>ship lock</term><min:administrativeStatus>preferredTerm-admn-sts"
    "</min:administrativeStatus></termSec>"
    "<termSec><term>lok</term><min:administrativeStatus>deprecatedTerm-admn-sts"
    "</min:administrativeStatus><note>a typo</note></termSec>"
    "<termSec><term>sluice</term><min:administrativeStatus>supersededTerm-admn-sts"
    "</min:administrativeStatus></termSec></langSec>"
    "<langSec xml:lang='ru-RU'><termSec><term>судоходный шлюз</term></termSec></langSec>"
    "</conceptEntry></body></text></tbx>";

static const char in_min[] =
    "<TBX dialect='TBX-Min'><header><title>Ports</title><languages source='en-US' target='ru-RU'/>"
    "</header><body><conceptEntry id='c1'><subjectField>ships</subjectField>"
    "<langGroup xml:lang='en-US'><termGroup><term>ship lock</term>"
    "<termStatus>preferred</termStatus></termGroup>"
    "<termGroup><term>lok</term><termStatus>notRecommended</termStatus><noteGrp><note>a typo</note>"
    "</noteGrp></termGroup>"
    "<termGroup><term>sluice</term><termStatus>obsolete</termStatus></termGroup></langGroup>"
    "<langGroup xml:lang='ru-RU'><termGroup><term>судоходный шлюз</term></termGroup></langGroup>"
    "</conceptEntry></body></TBX>";

static void
four_shapes_are_one_model(void **state)
{
    (void)state;
#define PORTS(id)                                                                        \
    "termlint: 1\nname: Ports\nlanguages: [en-us, ru-ru]\nconcepts:\n  - id: " id        \
    "\n    subject: ships\n    en-us:\n      preferred: ship lock\n      superseded:\n"  \
    "        - sluice\n      deprecated:\n        - text: lok\n          note: a typo\n" \
    "    ru-ru: судоходный шлюз\n"
    becomes("t.tbx", in_martif, PORTS("c-1"), "");
    becomes("t.tbx", in_dca, PORTS("c1"), "");
    becomes("t.xml", in_dct, PORTS("c1"), "");
    becomes("no-extension", in_min, PORTS("c1"), "");
}

/* -- what files are like -- */

#define BODY(content) \
    "<tbx style='dca' type='TBX-Basic'><text><body>" content "</body></text></tbx>"
#define ENTRY(content) BODY("<conceptEntry>" content "</conceptEntry>")
#define EN(content) "<langSec xml:lang='en'>" content "</langSec>"
#define TERM(text, more) "<termSec><term>" text "</term>" more "</termSec>"
#define STATUS(value) "<termNote type='administrativeStatus'>" value "</termNote>"
#define TYPE(value) "<termNote type='termType'>" value "</termNote>"

static void
a_term_without_status_is_preferred_or_admitted(void **state)
{
    (void)state;
    becomes("t.tbx", ENTRY(EN(TERM("WHO", TYPE("acronym")) TERM("World Health", "") TERM("W", ""))),
            "termlint: 1\nlanguages: [en]\nconcepts:\n  - id: who\n    en:\n"
            "      preferred: World Health\n      acronym: WHO\n      admitted:\n        - W\n",
            "");
    becomes("t.tbx", ENTRY(EN(TERM("a", "") TERM("b", STATUS("preferred")) TERM("c", ""))),
            "termlint: 1\nlanguages: [en]\nconcepts:\n  - id: a\n    en:\n      preferred: b\n"
            "      admitted:\n        - a\n        - c\n",
            "");
    becomes("t.tbx",
            ENTRY(EN(TERM("a", STATUS("admittedTerm-admn-sts")) TERM("b", STATUS("forbidden"))
                         TERM("c", STATUS("Draft")))),
            "termlint: 1\nlanguages: [en]\nconcepts:\n  - id: a\n    en:\n      preferred: c\n"
            "      admitted:\n        - a\n      forbidden:\n        - b\n",
            "1 administrativeStatus");
}

static const char homonyms[] =
    "<tbx><text><body>"
    "<conceptEntry id='x'><langSec xml:lang='en'><termSec><term>bank</term></termSec><termSec>"
    "<term>BK</term><termNote type='termType'>acronym</termNote></termSec></langSec></conceptEntry>"
    "<conceptEntry id='X'><langSec xml:lang='en'><termSec><term>Bank</term></termSec><termSec>"
    "<term>BNK</term><termNote type='termType'>acronym</termNote></termSec></langSec>"
    "</conceptEntry></body></text></tbx>";

static void
what_comes_twice_is_left_out(void **state)
{
    (void)state;
    becomes("t.tbx",
            ENTRY(EN(TERM("a", STATUS("preferred")) TERM(" a ", STATUS("deprecated")))
                      EN(TERM("b", STATUS("preferred")))),
            "termlint: 1\nlanguages: [en]\nconcepts:\n  - id: a\n    en:\n      preferred: a\n"
            "      admitted:\n        - b\n",
            "1 repeated terms, 1 second preferred terms");
    becomes("t.tbx", homonyms,
            "termlint: 1\nlanguages: [en]\nconcepts:\n  - id: x\n    en:\n      preferred: bank\n"
            "      acronym: BK\n  - id: x-2\n    en:\n      acronym: BNK\n      admitted:\n"
            "        - Bank\n",
            "1 forms preferred in another concept too");
}

static void
what_has_no_place_is_counted(void **state)
{
    (void)state;
    becomes("t.tbx",
            ENTRY("<descripGrp><descrip type='definition'>d\n 1</descrip><admin type='source'>s"
                  "</admin></descripGrp><note>n</note><xref type='xGraphic' target='x'>y</xref>"
                  "<langSec xml:lang='id'><descrip type='definition'>d2</descrip><note>m</note>"
                  "<termSec><term>kunci</term><termNote type='partOfSpeech'>noun</termNote>"
                  "<descripGrp><descrip type='context'>c</descrip><admin type='source'>z</admin>"
                  "</descripGrp><admin type='source'>t</admin></termSec>"
                  "<termSec><term>%</term></termSec></langSec>"),
            "termlint: 1\nlanguages: [id-id]\nconcepts:\n  - id: kunci\n    definition: d 1\n"
            "    id-id:\n      preferred:\n        text: kunci\n        source: t\n"
            "    note: \"n\\nm\"\n    source: s\n",
            "1 xGraphic, 1 definition, 1 partOfSpeech, 1 context, 1 source of a context, "
            "1 terms without a letter");
    becomes("t.tbx",
            BODY("<conceptEntry id='a'><note>x</note></conceptEntry>"
                 "<conceptEntry id='b'>" EN(TERM("b", "")) "</conceptEntry>"),
            "termlint: 1\nlanguages: [en]\nconcepts:\n  - id: b\n    en: b\n",
            "1 concepts without a term");
}

static void
notes_of_termlint_are_keys(void **state)
{
    (void)state;
    becomes("t.tbx",
            ENTRY("<note>termlint: {type: person, distinct: [Luzin]}</note><langSec xml:lang='ru'>"
                  "<note>termlint: {family: Лужин}</note>" TERM(
                      "Лужин Игорь", "<note>termlint: {case: any}</note>") "</langSec>"),
            "termlint: 1\nlanguages: [ru]\nconcepts:\n  - id: luzhin-igor\n    type: person\n"
            "    ru:\n      preferred:\n        text: Лужин Игорь\n        case: any\n"
            "      family: Лужин\n    distinct: [Luzin]\n",
            "");
    is_refused("t.tbx", ENTRY("\n<note>termlint: {typ: person}</note>" EN(TERM("x", ""))),
               "2:1: unknown key “typ” in a concept, did you mean “type”");
    is_refused("t.tbx", ENTRY("<note>termlint: {type: [</note>" EN(TERM("x", ""))),
               "1:61: a note of termlint's that it did not write: not YAML: did not find expected "
               "node content");
}

static void
mistakes_have_places(void **state)
{
    (void)state;
    is_refused("t.tbx", "<tbx>\n <text>\n</tbx>",
               "3:3: not XML: mismatched tag, want well-formed XML");
    is_refused("t.tbx", "", "1:1: not XML: the file ends early, want a root element and all of it");
    is_refused("t.tbx", "<html/>",
               "1:1: a root element that TBX does not have, want martif, tbx or TBX");
    is_refused("t.tbx", "<tbx><text><body/></text></tbx>",
               "1:1: no concept in the file, want termEntry or conceptEntry elements");
    is_refused("t.tbx", ENTRY("<langSec>" TERM("x", "") "</langSec>" EN(TERM("x", ""))),
               "1:61: terms without a language, want “xml:lang”");
    is_refused("t.tbx", ENTRY("\n<langSec xml:lang='english'/>" EN(TERM("x", ""))),
               "2:1: “english” is no language tag, want one like en or sr-Latn");
}

static void
floods_are_refused(void **state)
{
    (void)state;
    tl_buf text = {0};
    tl_buf_add_cstr(&text, "<tbx><text><body><conceptEntry><langSec xml:lang='en'>");
    for (int i = 0; i <= 1000; i++) {
        tl_buf_add_format(&text, "<termSec><term>t%d</term></termSec>\n", i);
    }
    tl_buf_add_cstr(&text, "</langSec></conceptEntry></body></text></tbx>");
    tl_buf_add_byte(&text, '\0');
    is_refused("t.tbx", text.ptr,
               "1001:10: more than 1000 terms of a concept in one language, want fewer");
    text.len = 0;
    tl_buf_add_cstr(&text, "<tbx><text><body><conceptEntry><langSec xml:lang='en'><termSec><term>");
    for (int i = 0; i < 70000; i++) {
        tl_buf_add_byte(&text, 'x');
    }
    tl_buf_add_cstr(&text, "</term></termSec></langSec></conceptEntry></body></text></tbx>");
    tl_buf_add_byte(&text, '\0');
    is_refused("t.tbx", text.ptr, "1:64: text of more than 65536 bytes, want a shorter one");
    tl_buf_clear(&text);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(four_shapes_are_one_model),
        cmocka_unit_test(a_term_without_status_is_preferred_or_admitted),
        cmocka_unit_test(what_comes_twice_is_left_out),
        cmocka_unit_test(what_has_no_place_is_counted),
        cmocka_unit_test(notes_of_termlint_are_keys),
        cmocka_unit_test(mistakes_have_places),
        cmocka_unit_test(floods_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
