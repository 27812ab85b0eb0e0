/* SPDX-License-Identifier: MPL-2.0 */
/* Tables for termbase/: every mistake with its place and its words. */
#include "termbase/bytes.h"
#include "termbase_files.h"

#include <stdlib.h>
#include <string.h>

typedef struct mistake {
    const char *text;
    uint32_t line, column;
    const char *message;
} mistake;

static void
assert_mistake(const char *head, const mistake *row)
{
    tl_arena arena = {0};
    tl_termbase termbase = {0};
    tl_problem_list problems = {0};
    assert_false(load_text(&termbase, tl_arena_format(&arena, "%s%s", head, row->text), &problems));
    if (problems.count != 1 || problems.items[0].line != row->line ||
        problems.items[0].column != row->column ||
        strcmp(problems.items[0].message, row->message) != 0) {
        print_problems(&problems);
        fail_msg("wanted of\n%s\nis %u:%u: %s", row->text, row->line, row->column, row->message);
    }
    assert_string_equal(problems.items[0].path, "t.yaml");
    tl_problem_list_clear(&problems);
    tl_termbase_clear(&termbase);
    tl_arena_clear(&arena);
}

static void
assert_problem(const tl_problem *problem, const char *path, uint32_t line, const char *message)
{
    assert_string_equal(problem->path, path);
    assert_int_equal(problem->line, line);
    assert_string_equal(problem->message, message);
}

/* Mistakes in whole files. */
static const mistake root_mistakes[] = {
    {"", 1, 1, "empty file, want a mapping"},
    {"# only this\n", 1, 1, "empty file, want a mapping"},
    {"words\n", 1, 1, "text for a termbase, want a mapping with “termlint: 1”"},
    {"- a\n- b\n", 1, 1, "list for a termbase, want a mapping with “termlint: 1”"},
    {"languages: [en]\n", 1, 1, "no “termlint”, want “termlint: 1”"},
    {"termlint: 2\nlanguages: [en]\n", 1, 11, "format version “2”, want 1"},
    {"termlint: [1]\nlanguages: [en]\n", 1, 11, "list for “termlint”, want a text"},
    {"termlint: 1\nlanguages: []\n", 2, 12, "no language for “languages”, want at least one"},
    {"termlint: 1\nlanguages: en\n", 2, 12, "text for “languages”, want a list"},
    {"termlint: 1\nlanguages:\n", 2, 11, "nothing for “languages”, want a list"},
    {"termlint: 1\nlanguages: [en, russian]\n", 2, 17,
     "“russian” is no language tag, want one like en or sr-Latn"},
    {"termlint: 1\nlanguages: [ru_RU]\n", 2, 13,
     "“ru_RU” is no language tag, want one like en or sr-Latn"},
    {"termlint: 1\nlanguages: [en, ru, En]\n", 2, 21, "language “en” is listed twice, want once"},
    {"termlint: 1\nlanguages: [en, [ru]]\n", 2, 17, "list for “languages”, want a text"},
    {"termlint: 1\nlanguages: [en]\nromanisation: bgn-pcgn\n", 3, 1,
     "unknown key “romanisation” in a termbase, did you mean “romanization”"},
    {"termlint: 1\nlanguages: [en]\nauthor: me\n", 3, 1,
     "unknown key “author” in a termbase, want one of termlint, name, languages, romanization, yo, "
     "include or concepts"},
    {"termlint: 1\nlanguages: [en]\nromanization: bgnpcgn\n", 3, 15,
     "unknown romanization “bgnpcgn”, did you mean “bgn-pcgn”"},
    {"termlint: 1\nlanguages: [en]\nromanization: mine\n", 3, 15,
     "unknown romanization “mine”, want bgn-pcgn or icao-9303"},
    {"termlint: 1\nlanguages: [en]\nyo: sometimes\n", 3, 5,
     "unknown yo “sometimes”, want lenient or strict"},
    {"termlint: 1\nlanguages: [en]\nname:\n", 3, 6,
     "nothing for “name”, want a text, an empty one in quotes"},
    {"termlint: 1\nlanguages: [en]\nname: {a: b}\n", 3, 7, "mapping for “name”, want a text"},
    {"termlint: 1\nlanguages: [en]\nconcepts: {a: b}\n", 3, 11,
     "mapping for “concepts”, want a list"},
    {"termlint: 1\nlanguages: [en]\nconcepts:\n", 3, 10, "nothing for “concepts”, want a list"},
    {"termlint: 1\nlanguages: [en]\ntermlint: 1\n", 3, 1,
     "key “termlint” is given twice, first on line 1, want one"},
    {"termlint: 1\nlanguages: [en]\n[a]: b\n", 3, 1, "list for a key, want a word"},
    {"termlint: 1\nlanguages: [en]\n--- {}\n", 3, 1, "a second document in the file, want one"},
    {"termlint: 1\nlanguages: [en]\nname: !!str x\n", 3, 7,
     "tag “tag:yaml.org,2002:str”, want a value without one"},
    {"termlint: 1\nlanguages: [en]\nname: &n x\n", 3, 7, "anchor “n”, want a value without one"},
    {"termlint: 1\nlanguages: [en]\nname: *n\n", 3, 7, "alias “*n”, want the value itself"},
    {"termlint: 1\nlanguages: &l [en]\n", 2, 12, "anchor “l”, want a value without one"},
    {"termlint: 1\nlanguages: [en]\nname: \"a\\0b\"\n", 3, 7,
     "control character U+0000 in a text, want plain text"},
    {"termlint: 1\nlanguages: [en]\nname: ё\x01\n", 3, 8,
     "control character U+0001, want plain text"},
    {"termlint: 1\nlanguages: [en]\nname: \xe2\x80\xa8x\n", 3, 7,
     "an invisible Unicode line separator, want a plain line break"},
    {"termlint: 1\r\nlanguages: [en]\r\nname: \xff\r\n", 3, 7,
     "byte 0xff is not UTF-8, want UTF-8"},
    {"termlint: 1\nname: \xcf\xf0\xe8\xe2\xe5\xf2\n", 2, 7,
     "byte 0xcf is not UTF-8, looks like windows-1251, want UTF-8"},
    {"termlint: 1\nname: \xf0\xd2\xc9\xd7\xc5\xd4\n", 2, 7,
     "byte 0xf0 is not UTF-8, looks like KOI8-R, want UTF-8"},
    {"\xff\xfet", 1, 1, "byte 0xff is not UTF-8, looks like UTF-16, want UTF-8"},
    {"termlint: 1\nlanguages: [en\nconcepts: []\n", 3, 9,
     "not YAML: did not find expected ',' or ']' (of what began on line 2), want a "
     "closing “]”, and text with “,” in quotes"},
    {"termlint: 1\nname: \"Foo\n", 3, 1,
     "not YAML: found unexpected end of stream (of what began on line 2)"},
    {"termlint: 1\nname: [&]\n", 2, 9,
     "not YAML: did not find expected alphabetic or numeric character"},
    {"termlint: 1\nname: Foo: bar\n", 2, 10,
     "not YAML: mapping values are not allowed in this context, want text with “: ” in quotes"},
    {"termlint: 1\nlanguages: [en]\ninclude: /etc/terms.yaml\n", 3, 10,
     "cannot include “/etc/terms.yaml”, want a path relative to this file"},
    {"termlint: 1\nlanguages: [en]\ninclude: [\"https://example.org/t.yaml\"]\n", 3, 11,
     "cannot include “https://example.org/t.yaml”, want a path relative to this file"},
    {"termlint: 1\nlanguages: [en]\ninclude: ['C:\\t.yaml']\n", 3, 11,
     "cannot include “C:\\t.yaml”, want a path relative to this file"},
    {"termlint: 1\nlanguages: [en]\ninclude: [sub/other.yaml]\n", 3, 11,
     "cannot include “sub/other.yaml”: sub/other.yaml: no such file"},
    {"termlint: 1\nlanguages: [en]\ninclude: [x/../t.yaml]\n", 3, 11,
     "include cycle t.yaml → t.yaml, want a tree of files"},
};

static void
mistakes_at_the_root_are_placed(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof root_mistakes / sizeof *root_mistakes; i++) {
        assert_mistake("", &root_mistakes[i]);
    }
}

/* Mistakes in the concepts below three lines of header. */
static const mistake concept_mistakes[] = {
    {"- Harbour\n", 4, 3, "text for “concepts”, want a mapping"},
    {"-\n", 4, 2, "nothing for “concepts”, want a mapping"},
    {"- {en: x}\n", 4, 3, "a concept without “id”, want one of its own"},
    {"- id:\n  en: x\n", 4, 6, "bad id “”, want small Latin letters, digits and hyphens"},
    {"- {id: Harbour, en: x}\n", 4, 8,
     "bad id “Harbour”, want small Latin letters, digits and hyphens"},
    {"- {id: -x, en: x}\n", 4, 8, "bad id “-x”, want small Latin letters, digits and hyphens"},
    {"- {id: гавань, en: x}\n", 4, 8,
     "bad id “гавань”, want small Latin letters, digits and hyphens"},
    {"- {id: a, en: x}\n- {en: y, id: a}\n", 5, 15,
     "id “a” is taken by the concept at t.yaml:4, want another"},
    {"- {id: a}\n", 4, 3, "a concept without any term, want a language with one"},
    {"- {id: a, en: {}}\n", 4, 15, "no term for “en”, want a “preferred” one"},
    {"- {id: a, en: [x]}\n", 4, 15, "list for “en”, want one term"},
    {"- {id: a, type: organization, en: x}\n", 4, 17,
     "unknown type “organization”, did you mean “organisation”"},
    {"- {id: a, type: thing, en: x}\n", 4, 17,
     "unknown type “thing”, want term, organisation, title, person, place, event or document"},
    {"- {id: a, en: x, defintion: y}\n", 4, 18,
     "unknown key “defintion” in a concept, did you mean “definition”"},
    {"- {id: a, en: x, typ: person}\n", 4, 18,
     "unknown key “typ” in a concept, did you mean “type”"},
    {"- {id: a, en: x, colour: red}\n", 4, 18,
     "unknown key “colour” in a concept, want one of id, type, part_of, definition, note, source, "
     "subject, severity, distinct, holders, examples, en or ru"},
    {"- {id: a, en: x, fr: y}\n", 4, 18, "language “fr” is not in “languages”, want en or ru"},
    {"- {id: a, en: x, EN: y}\n", 4, 18, "language “en” is given twice, want one key"},
    {"- id: a\n  en: x\n  ru: y\n  en: z\n", 7, 3,
     "key “en” is given twice, first on line 5, want one"},
    {"- {id: a, en: {prefered: x, admitted: y}}\n", 4, 16,
     "unknown key “prefered” in the terms of a language, did you mean “preferred”"},
    {"- id: a\n  en:\n", 5, 6, "empty text for “en”, want words, in quotes if “#” begins them"},
    {"- id: a\n  ru: ''\n", 5, 7, "empty text for “ru”, want words, in quotes if “#” begins them"},
    {"- id: a\n  ru:\n    preferred: x\n    admitted:\n", 7, 14,
     "empty text for “admitted”, want words, in quotes if “#” begins them"},
    {"- id: a\n  ru:\n    deprecated:\n    - ещё\n    - '?!'\n", 8, 7,
     "“?!” for “deprecated” has neither letter nor digit, want a word"},
    {"- {id: a, ru: ~}\n", 4, 15, "“~” for “ru” has neither letter nor digit, want a word"},
    {"- {id: a, ru: ' порт'}\n", 4, 15,
     "“ порт” for “ru” begins or ends with white space, want none there"},
    {"- {id: a, ru: \"два\\nслова\"}\n", 4, 15,
     "“два” for “ru” has a line break or a tab in it, want spaces"},
    {"- {id: a, en: \"x\\u202ey\"}\n", 4, 15,
     "control character U+202E in a text, want plain text"},
    {"- {id: a, en: x\xe2\x80\xaey}\n", 4, 15,
     "control character U+202E in a text, want plain text"},
    {"- {id: a, en: {preferred: [x, y]}}\n", 4, 27, "list for “preferred”, want one term"},
    {"- {id: a, en: {acronym: [XY]}}\n", 4, 25, "list for “acronym”, want one term"},
    {"- {id: a, en: {admitted: [[x]]}}\n", 4, 27, "list for “admitted”, want a text"},
    {"- {id: a, en: {preferred: {use: y}}}\n", 4, 27,
     "a term without “text” for “preferred”, want the words"},
    {"- {id: a, en: {preferred: {text: x, txt: y}}}\n", 4, 37,
     "unknown key “txt” in a term, did you mean “text”"},
    {"- {id: a, en: {deprecated: {text: x, use: x}}}\n", 4, 43,
     "“use” is the term “x” itself, want another form"},
    {"- {id: a, en: {deprecated: {text: x, case: lower}}}\n", 4, 44,
     "unknown case “lower”, want exact, first or any"},
    {"- {id: a, en: {deprecated: {text: x, severity: eror}}}\n", 4, 48,
     "unknown severity “eror”, did you mean “error”"},
    {"- {id: a, severity: default, en: x}\n", 4, 21,
     "unknown severity “default”, want off, suggestion, warning or error"},
    {"- {id: a, en: {deprecated: {text: x, from: 2023-02-29}}}\n", 4, 44,
     "“2023-02-29” for “from” is no date, want yyyy-mm-dd"},
    {"- {id: a, en: {deprecated: {text: x, until: 1.2.2023}}}\n", 4, 45,
     "“1.2.2023” for “until” is no date, want yyyy-mm-dd"},
    {"- {id: a, en: {deprecated: {text: x, from: 2023-01-02, until: 2023-01-01}}}\n", 4, 63,
     "“until” is before “from”, want an end that is not before the beginning"},
    {"- {id: a, en: {deprecated: {text: x, except: {y: z}}}}\n", 4, 46,
     "mapping for “except”, want a text"},
    {"- {id: a, en: {preferred: x, family: x}}\n", 4, 30,
     "“family” in a concept of type “term”, want “person”"},
    {"- {id: a, type: person, en: {preferred: x, gender: male}}\n", 4, 52,
     "unknown gender “male”, want m or f"},
    {"- {id: a, type: person, en: {preferred: x, decline: maybe}}\n", 4, 53,
     "unknown decline “maybe”, want yes, true, no or false"},
    {"- {id: a, type: person, ru: {preferred: Ян, forms: [Ян, Яна]}}\n", 4, 52,
     "2 forms of the family name, want 6: nom, gen, dat, acc, ins, loc"},
    {"- {id: a, type: person, ru: {preferred: Ян, forms: Ян}}\n", 4, 52,
     "text for “forms”, want a list"},
    {"- {id: a, en: x, part_of: b}\n- {id: bb, en: y}\n", 4, 27,
     "unknown concept “b”, want the id of one in this termbase"},
    {"- {id: a, en: x, part_of: harbor}\n- {id: harbour, en: y}\n", 4, 27,
     "unknown concept “harbor”, did you mean “harbour”"},
    {"- {id: a, en: x, part_of: a}\n", 4, 27, "“part_of” cycle a → a, want a tree"},
    {"- {id: z, en: z, part_of: b}\n- {id: a, en: x, part_of: b}\n- {id: b, en: y, part_of: "
     "a}\n",
     6, 27, "“part_of” cycle b → a → b, want a tree"},
    {"- {id: a, type: title, en: x, holders: [{person: nobody}]}\n", 4, 50,
     "unknown person “nobody”, want the id of one in this termbase"},
    {"- {id: a, type: title, en: x, holders: [{person: a}]}\n", 4, 50,
     "concept “a” is of type “title”, want a person"},
    {"- {id: a, type: title, en: x, holders: [{from: 2001-01-01}]}\n", 4, 41,
     "a holder without “person”, want the id of one"},
    {"- {id: a, type: title, en: x, holders: {}}\n", 4, 40, "mapping for “holders”, want a list"},
    {"- {id: a, en: x, holders: []}\n", 4, 18,
     "“holders” in a concept of type “term”, want “title”"},
    {"- {id: a, en: x, examples: [{expect: y}]}\n", 4, 29,
     "an example without “text”, want the sentence"},
    {"- {id: a, en: x, examples: [{text: y, expects: z}]}\n", 4, 39,
     "unknown key “expects” in an example, did you mean “expect”"},
    {"- {id: a, en: x, distinct: [y, '']}\n", 4, 32,
     "empty text for “distinct”, want words, in quotes if “#” begins them"},
    {"- {id: a, en: Straße}\n- {id: b, en: STRAßE}\n", 5, 15,
     "“STRAßE” is preferred in concept “a” too (t.yaml:4), want one"},
    {"- {id: a, ru: совет}\n- {id: b, ru: {preferred: {text: Совет}}}\n", 5, 34,
     "“Совет” is preferred in concept “a” too (t.yaml:4), want one"},
    {"- {id: a, en: WHO}\n- {id: c, en: who}\n- {id: b, en: WHO}\n", 6, 15,
     "“WHO” is preferred in concept “a” too (t.yaml:4), want one"},
    {"- {id: a, en: {preferred: {text: x, until: 1999-12-31}}}\n"
     "- {id: c, en: {preferred: {text: x, from: 2005-01-01}}}\n"
     "- {id: b, en: {preferred: {text: x, from: 2000-01-01, until: 2005-01-01}}}\n",
     6, 34, "“x” is preferred in concept “c” too (t.yaml:5), want one"},
    {"- {id: a, ru: 'Межгосударственная координационная комиссия '}\n", 4, 15,
     "“Межгосударственная координацио” for “ru” begins or ends with white space, want none there"},
    {"- {id: a, en: {admitted: [x, y, x]}}\n", 4, 33,
     "“x” is given twice, first on line 4, want one"},
    {"- id: a\n  en:\n    deprecated: x\n    preferred: x\n", 6, 17,
     "“x” is deprecated here but preferred on line 7, want one of them"},
    {"- id: a\n  en:\n    acronym: XY\n    admitted: [XY]\n", 7, 16,
     "“XY” is admitted here but the acronym on line 6, want one of them"},
};

static void
mistakes_in_concepts_are_placed(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof concept_mistakes / sizeof *concept_mistakes; i++) {
        assert_mistake("termlint: 1\nlanguages: [en, ru]\nconcepts:\n", &concept_mistakes[i]);
    }
}

/* Beyond the limit of the list they are only counted. */
static void
a_flood_of_problems_is_counted(void **state)
{
    (void)state;
    tl_arena arena = {0};
    tl_termbase termbase = {0};
    tl_problem_list problems = {.limit = 3};
    tl_str text = TL_STR("termlint: 1\nlanguages: [en]\nconcepts:\n");
    for (int i = 0; i < 50; i++) {
        text = tl_arena_format(&arena, "%.*s- {id: a%d, en: x%d, nots: y, part_of: b, fr: z%d}\n",
                               TL_STR_ARGS(text), i, i, i);
    }
    assert_false(load_text(&termbase, text, &problems));
    assert_int_equal(problems.count, 101); /* the language once */
    assert_int_equal(problems.kept, 3);
    assert_problem(&problems.items[2], "t.yaml", 6,
                   "unknown key “nots” in a concept, did you mean “note”");
    tl_problem_list_clear(&problems);
    tl_termbase_clear(&termbase);
    tl_arena_clear(&arena);
}

static const char twenty_mistakes[] =
    "termlint: 3\n"
    "nmae: Harbour terms\n"
    "languages: [en, ru, klingon]\n"
    "romanization: bgn\n"
    "yo: loose\n"
    "concepts:\n"
    "  - id: Port Office\n"
    "    type: organisaton\n"
    "    en: {prefered: Port Office, admitted: Office of the Port}\n"
    "  - id: pilot\n"
    "    en: \"!!\"\n"
    "    ru: {preferred: лоцман, deprecated: [лоцман]}\n"
    "    part_of: ofice\n"
    "  - id: pilot\n"
    "    en: {preferred: pilotage, deprecated: {text: pilots, from: 2020-13-01}}\n"
    "    fr: pilote\n"
    "  - id: office\n"
    "    en: {preferred: office, acronym: [O, P]}\n"
    "    holders: []\n"
    "  - {id: quay}\n"
    "  - {id: berth, en: Office, severity: high}\n"
    "include: [/terms.yaml]\n";

static void
twenty_mistakes_give_twenty_problems_in_order(void **state)
{
    (void)state;
    static const struct {
        uint32_t line, column;
        const char *begins;
    } wanted[] = {
        {1, 11, "format version"},
        {2, 1, "unknown key “nmae”"},
        {3, 21, "“klingon”"},
        {4, 15, "unknown romanization"},
        {5, 5, "unknown yo"},
        {7, 9, "bad id"},
        {8, 11, "unknown type"},
        {9, 10, "unknown key “prefered”"},
        {11, 9, "“!!”"},
        {12, 42, "“лоцман” is deprecated here"},
        {13, 14, "unknown concept"},
        {14, 9, "id “pilot” is taken"},
        {15, 64, "“2020-13-01”"},
        {16, 5, "language “fr”"},
        {18, 38, "list for"},
        {19, 5, "“holders” in"},
        {20, 5, "a concept without any term"},
        {21, 21, "“Office” is"},
        {21, 39, "unknown severity"},
        {22, 11, "cannot include"},
    };
    const size_t count = sizeof wanted / sizeof *wanted;
    tl_termbase termbase = {0};
    tl_problem_list problems = {0};
    assert_false(load_text(&termbase, tl_str_from(twenty_mistakes), &problems));
    if (problems.count != count) {
        print_problems(&problems);
    }
    assert_int_equal(problems.count, count);
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(problems.items[i].line, wanted[i].line);
        assert_int_equal(problems.items[i].column, wanted[i].column);
        assert_memory_equal(problems.items[i].message, wanted[i].begins, strlen(wanted[i].begins));
    }
    tl_problem_list_clear(&problems);
    tl_termbase_clear(&termbase);
}

static void
mistakes_across_files_name_both(void **state)
{
    (void)state;
    static const memory_file files[] = {
        {TL_STR_INIT("a.yaml"),
         TL_STR_INIT("termlint: 1\nlanguages: [en]\nyo: strict\nromanization: bgn-pcgn\ninclude:\n"
                     "- b.yaml\n- gone.yaml\nconcepts:\n- {id: a, en: harbour}\n")},
        {TL_STR_INIT("b.yaml"),
         TL_STR_INIT("termlint: 1\nyo: lenient\nromanization: icao-9303\ninclude: [c.yaml]\n"
                     "concepts:\n- {id: a, en: port}\n- {id: b, en: Harbour}\n")},
        {TL_STR_INIT("c.yaml"), TL_STR_INIT("include: [a.yaml]\n")},
    };
    memory_disk disk = {.files = files, .count = 3};
    tl_termbase termbase = {0};
    tl_problem_list problems = {0};
    assert_false(load_memory(&termbase, &disk, files[0].path, &problems));
    assert_int_equal(problems.count, 7);
    assert_problem(&problems.items[0], "a.yaml", 7,
                   "cannot include “gone.yaml”: gone.yaml: no such file");
    assert_problem(&problems.items[1], "b.yaml", 2,
                   "“yo” differs from that at a.yaml:3, want one for all");
    assert_problem(&problems.items[2], "b.yaml", 3,
                   "“romanization” differs from that at a.yaml:4, want one for all");
    assert_problem(&problems.items[3], "b.yaml", 6,
                   "id “a” is taken by the concept at a.yaml:9, want another");
    assert_problem(&problems.items[4], "b.yaml", 7,
                   "“Harbour” is preferred in concept “a” too (a.yaml:9), want one");
    assert_problem(&problems.items[5], "c.yaml", 1, "no “termlint”, want “termlint: 1”");
    assert_problem(&problems.items[6], "c.yaml", 1,
                   "include cycle a.yaml → b.yaml → c.yaml → a.yaml, want a tree of files");
    tl_problem_list_clear(&problems);
    tl_termbase_clear(&termbase);
}

static void
a_root_file_that_is_not_there_is_a_problem_without_a_place(void **state)
{
    (void)state;
    memory_disk disk = {0};
    tl_termbase termbase = {0};
    tl_problem_list problems = {0};
    assert_false(load_memory(&termbase, &disk, TL_STR("t.yaml"), &problems));
    assert_int_equal(problems.count, 1);
    assert_problem(&problems.items[0], "t.yaml", 0, "t.yaml: no such file");
    tl_problem_list_clear(&problems);
    tl_termbase_clear(&termbase);
}

/* A chain of files, each including the next. */
static bool
read_chain(void *context, tl_str path, const tl_sink *sink, tl_error *error)
{
    (void)path;
    (void)error;
    unsigned *number = context;
    tl_arena arena = {0};
    sink->take(
        sink->context,
        tl_arena_format(&arena, "termlint: 1\nlanguages: [en]\ninclude: n%u.yaml\n", ++*number));
    tl_arena_clear(&arena);
    return true;
}

static void
includes_have_a_depth(void **state)
{
    (void)state;
    unsigned number = 0;
    const tl_termbase_loader loader = {.read = read_chain, .context = &number};
    const tl_str root = TL_STR("n0.yaml");
    tl_termbase termbase = {0};
    tl_problem_list problems = {0};
    assert_false(tl_termbase_load(&termbase, &loader, &root, 1, &problems));
    assert_int_equal(problems.count, 1);
    assert_problem(&problems.items[0], "n31.yaml", 3,
                   "includes more than 32 deep, want a flat tree of files");
    tl_problem_list_clear(&problems);
    tl_termbase_clear(&termbase);
}

/* "termlint: 1 … name: <before>, `repeat` times <part>, <after>" and what is wrong with it. */
static void
limits_are_kept(void **state)
{
    (void)state;
    static const struct {
        const char *before, *part, *after;
        size_t repeat;
        uint32_t line, column;
        const char *message;
    } rows[] = {
        {"name: ", "[", "", 100000, 3, 70, "nested more than 64 deep, want a flatter file"},
        {"name: ", "{a: ", "", 100000, 3, 259, "nested more than 64 deep, want a flatter file"},
        {"name: ", "x", "\n", 65537, 3, 7, "text of 65537 bytes, want at most 65536"},
        {"name: [", "a,", "]\n", 100001, 3, 200006,
         "value of more than 100000 parts, want several smaller"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        tl_arena arena = {0};
        size_t length = strlen(rows[i].part);
        char *middle = tl_arena_alloc(&arena, rows[i].repeat * length + 1, 1);
        for (size_t j = 0; j < rows[i].repeat; j++) {
            memcpy(middle + j * length, rows[i].part, length);
        }
        tl_str text = tl_arena_format(&arena, "%s%s%s", rows[i].before, middle, rows[i].after);
        const mistake row = {text.ptr, rows[i].line, rows[i].column, rows[i].message};
        assert_mistake("termlint: 1\nlanguages: [en]\n", &row);
        tl_arena_clear(&arena);
    }
}

static void
a_mapping_has_a_limit_of_keys(void **state)
{
    (void)state;
    tl_arena arena = {0};
    tl_str text = TL_STR("concepts:\n- id: a\n");
    for (int i = 0; i < 256; i++) {
        text = tl_arena_format(&arena, "%.*s  k%d: x\n", TL_STR_ARGS(text), i);
    }
    tl_termbase termbase = {0};
    tl_problem_list problems = {0};
    assert_false(load_text(&termbase, text, &problems));
    assert_int_equal(problems.count, 1);
    assert_problem(&problems.items[0], "t.yaml", 258, "mapping of more than 256 keys, want fewer");
    tl_problem_list_clear(&problems);
    tl_termbase_clear(&termbase);
    tl_arena_clear(&arena);
}

static void
a_file_of_more_than_1_gib_is_refused(void **state)
{
    (void)state;
    const size_t size = (size_t)TL_BYTES_MAX + 1; /* never touched, so it takes no memory */
    tl_termbase termbase = {0};
    tl_problem_list problems = {0};
    char *large = calloc(1, size);
    assert_non_null(large);
    assert_false(load_text(&termbase, (tl_str){large, size}, &problems));
    assert_int_equal(problems.count, 1);
    assert_problem(&problems.items[0], "t.yaml", 1,
                   "file of more than 1 GiB, want several smaller");
    free(large);
    tl_problem_list_clear(&problems);
    tl_termbase_clear(&termbase);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(mistakes_at_the_root_are_placed),
        cmocka_unit_test(mistakes_in_concepts_are_placed),
        cmocka_unit_test(a_flood_of_problems_is_counted),
        cmocka_unit_test(twenty_mistakes_give_twenty_problems_in_order),
        cmocka_unit_test(mistakes_across_files_name_both),
        cmocka_unit_test(a_root_file_that_is_not_there_is_a_problem_without_a_place),
        cmocka_unit_test(includes_have_a_depth),
        cmocka_unit_test(limits_are_kept),
        cmocka_unit_test(a_mapping_has_a_limit_of_keys),
        cmocka_unit_test(a_file_of_more_than_1_gib_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
