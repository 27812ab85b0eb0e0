/* SPDX-License-Identifier: MPL-2.0 */
/* Formats of termbases: what is written reads back as the same model, in every field. */
#include "base/file.h"
#include "termbase/formats.h"
#include "termbase_files.h"

#include <string.h>

/* -- two models, field by field -- */

static void
same_text(tl_str a, tl_str b)
{
    if (!tl_str_equal(a, b)) {
        fail_msg("\"%.*s\" is not \"%.*s\"", TL_STR_ARGS(a), TL_STR_ARGS(b));
    }
}

static void
same_list(const tl_str *a, size_t a_count, const tl_str *b, size_t b_count)
{
    assert_int_equal(a_count, b_count);
    for (size_t i = 0; i < a_count; i++) {
        same_text(a[i], b[i]);
    }
}

static void
same_term(const tl_term *a, const tl_term *b)
{
    same_text(a->text, b->text);
    assert_int_equal(a->status, b->status);
    assert_int_equal(a->acronym, b->acronym);
    assert_int_equal(a->case_given, b->case_given);
    assert_int_equal(a->case_rule, b->case_rule);
    assert_int_equal(a->severity, b->severity);
    same_text(a->use, b->use);
    same_text(a->note, b->note);
    same_text(a->source, b->source);
    same_list(a->except, a->except_count, b->except, b->except_count);
    assert_int_equal(a->from, b->from);
    assert_int_equal(a->until, b->until);
    assert_int_equal(a->number, b->number);
}

static void
same_name(const tl_person_name *a, const tl_person_name *b)
{
    assert_int_equal(a == NULL, b == NULL);
    if (a) {
        same_text(a->family, b->family);
        same_text(a->given, b->given);
        same_text(a->patronymic, b->patronymic);
        assert_int_equal(a->gender, b->gender);
        assert_int_equal(a->decline, b->decline);
        same_list(a->forms, a->form_count, b->forms, b->form_count);
    }
}

static void
same_entry(const tl_entry *a, const tl_entry *b)
{
    same_text(a->language, b->language);
    same_name(a->name, b->name);
    assert_int_equal(a->term_count, b->term_count);
    for (size_t i = 0; i < a->term_count; i++) {
        same_term(a->terms[i], b->terms[i]);
    }
}

static void
same_concept(const tl_concept *a, const tl_concept *b)
{
    same_text(a->id, b->id);
    assert_int_equal(a->type, b->type);
    same_text(a->part_of ? a->part_of->id : TL_STR(""), b->part_of ? b->part_of->id : TL_STR(""));
    same_text(a->definition, b->definition);
    same_text(a->note, b->note);
    same_text(a->source, b->source);
    same_text(a->subject, b->subject);
    assert_int_equal(a->severity, b->severity);
    same_list(a->distinct, a->distinct_count, b->distinct, b->distinct_count);
    assert_int_equal(a->entry_count, b->entry_count);
    for (size_t i = 0; i < a->entry_count; i++) {
        same_entry(&a->entries[i], &b->entries[i]);
    }
    assert_int_equal(a->holder_count, b->holder_count);
    for (size_t i = 0; i < a->holder_count; i++) {
        same_text(a->holders[i].person->id, b->holders[i].person->id);
        assert_int_equal(a->holders[i].from, b->holders[i].from);
        assert_int_equal(a->holders[i].until, b->holders[i].until);
    }
    assert_int_equal(a->example_count, b->example_count);
    for (size_t i = 0; i < a->example_count; i++) {
        same_text(a->examples[i].text, b->examples[i].text);
        same_text(a->examples[i].expect, b->examples[i].expect);
    }
}

static void
same_termbase(const tl_termbase *a, const tl_termbase *b)
{
    same_text(a->name, b->name);
    same_text(a->romanization, b->romanization);
    assert_int_equal(a->yo_strict, b->yo_strict);
    same_list(a->languages, a->language_count, b->languages, b->language_count);
    assert_int_equal(a->concept_count, b->concept_count);
    for (size_t i = 0; i < a->concept_count; i++) {
        same_concept(a->concepts[i], b->concepts[i]);
    }
}

/* -- writing and reading -- */

static void
load_as(tl_termbase *termbase, const char *name, tl_str text)
{
    const memory_file file = {tl_str_from(name), text};
    memory_disk disk = {.files = &file, .count = 1};
    tl_problem_list problems = {0};
    bool loaded = load_memory(termbase, &disk, file.path, &problems);
    print_problems(&problems);
    assert_true(loaded);
    tl_problem_list_clear(&problems);
}

static void
write_as(const tl_termbase *termbase, const char *format, tl_buf *out, tl_dropped *dropped)
{
    tl_termbase_format_find(tl_str_from(format))->write(termbase, out, dropped);
}

/* Every format that can hold all. */
static const char *const full_formats[][2] = {
    {"yaml", "again.yaml"}, {"tbx", "again.tbx"}, {"tbx-dct", "again.tbx"}, {"tbx2", "again.tbx"}};

enum { FULL_FORMAT_COUNT = sizeof full_formats / sizeof full_formats[0] };

static void
reads_back_from(const tl_termbase *termbase, const char *format, const char *name)
{
    tl_buf written = {0};
    tl_dropped dropped = {0};
    tl_termbase again = {0};
    write_as(termbase, format, &written, &dropped);
    assert_int_equal(dropped.count, 0);
    load_as(&again, name, tl_buf_str(&written));
    same_termbase(termbase, &again);
    tl_termbase_clear(&again);
    tl_buf_clear(&written);
}

#define HEAD "termlint: 1\nlanguages: [en, ru]\n"

/* Every key there is, and texts that YAML could take for something else. */
static const char everything[] =
    "termlint: 1\nname: 'Yes'\nlanguages: [ru, en, sr-Latn]\nromanization: icao-9303\nyo: strict\n"
    "concepts:\n"
    "  - id: '2024'\n    type: document\n    en: \"12\"\n"
    "  - id: harbour\n    type: organisation\n    severity: 'off'\n    definition: \"a: b # c\"\n"
    "    note: \"two\\nlines\\tand a tab \"\n    source: '- dash'\n    subject: 'null'\n"
    "    distinct: [Harbor, 'a, b', '[x]']\n"
    "    ru:\n      acronym: {text: ПОРТ, case: any, note: громко}\n"
    "      deprecated:\n        - {text: 'гавань: старая', use: порт, source: \"\\\\ \\\"\","
    " except: [гавань, \"x, y\"], from: 2020-02-29, until: 2021-01-01}\n        - причал\n"
    "      forbidden: ['#порт', {text: 'no', severity: suggestion, case: exact}]\n"
    "      superseded: 'true'\n      admitted: [порт, 'портъ\xe2\x80\x8bъ']\n"
    "    en: {preferred: 'Harbour & Co. {x}', admitted: \"soft\\xadhyphen\"}\n"
    "    sr-Latn: luka\n"
    "    examples:\n      - {text: '', expect: Порт}\n      - text: \" \\\"q\\\"\\n\"\n"
    "  - id: pier\n    part_of: harbour\n    en: pier\n"
    "  - id: stoykov\n    type: person\n    en: {preferred: Anna van der Berg, family: van der "
    "Berg}\n"
    "    ru: {preferred: Стойкова Анна Львовна, family: Стойкова, given: Анна, gender: m,\n"
    "      decline: no, forms: [а, б, в, г, д, е]}\n"
    "    sr-Latn: {admitted: Berg, patronymic: Lvovna}\n"
    "  - id: warden\n    type: title\n    en: warden\n    holders:\n"
    "      - {person: stoykov, from: 1999-12-31}\n      - {person: stoykov, until: 2001-01-01}\n";

static void
everything_reads_back_whole(void **state)
{
    (void)state;
    tl_termbase termbase = {0};
    load_good(&termbase, tl_str_from(everything));
    for (size_t i = 0; i < FULL_FORMAT_COUNT; i++) {
        reads_back_from(&termbase, full_formats[i][0], full_formats[i][1]);
    }
    tl_termbase_clear(&termbase);
}

static void
an_empty_termbase_reads_back(void **state)
{
    (void)state;
    static const char *const texts[] = {HEAD, HEAD "concepts: []\n"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        tl_termbase termbase = {0};
        load_good(&termbase, tl_str_from(texts[i]));
        reads_back_from(&termbase, "yaml", "again.yaml");
        tl_termbase_clear(&termbase);
    }
}

/* The folder of the sources is that of this file, as the compiler was told it. */
static void
load_bundled(tl_termbase *termbase, const char *name)
{
    static const char here[] = "tests/unit/test_formats.c";
    char path[4096];
    tl_buf bytes = {0};
    tl_error error = {0};
    snprintf(path, sizeof path, "%.*sdict/termbases/%s",
             (int)(strlen(__FILE__) - (sizeof here - 1)), __FILE__, name);
    if (!tl_file_read(path, &bytes, NULL, &error)) {
        fail_msg("%s", error.message);
    }
    load_good(termbase, tl_buf_str(&bytes));
    tl_buf_clear(&bytes);
}

static void
bundled_termbases_read_back_whole(void **state)
{
    (void)state;
    static const char *const names[] = {"csto.yaml", "software.yaml"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        tl_termbase termbase = {0};
        load_bundled(&termbase, names[i]);
        assert_true(termbase.concept_count > 50);
        for (size_t j = 0; j < FULL_FORMAT_COUNT; j++) {
            reads_back_from(&termbase, full_formats[j][0], full_formats[j][1]);
        }
        tl_termbase_clear(&termbase);
    }
}

/* All that a table can say. */
static const char tabular[] =
    HEAD "concepts:\n"
         "  - id: dock\n    type: organisation\n    definition: \"a \\\"dock\\\", dry\"\n"
         "    note: \"two\\nlines\"\n    source: S\n    subject: ships\n    severity: warning\n"
         "    en: {preferred: dock, acronym: DK, deprecated: [{text: quay, use: dock, note: "
         "\"a\\tb\", source: s,\n"
         "      case: any, severity: error, from: 2020-01-02, until: 2021-03-04}, wharf]}\n"
         "    ru: док\n"
         "  - id: crane\n    part_of: dock\n    en: crane\n    ru: {superseded: \"кран\"}\n"
         "  - id: luzhin\n    type: person\n    en: Igor Luzhin\n"
         "    ru: {preferred: Игорь Лужин, patronymic: Олегович}\n";

static void
tables_read_back(void **state)
{
    (void)state;
    tl_termbase termbase = {0};
    load_good(&termbase, tl_str_from(tabular));
    reads_back_from(&termbase, "csv", "again.csv");
    reads_back_from(&termbase, "tsv", "again.tsv");
    tl_termbase_clear(&termbase);
}

static void
what_a_table_cannot_hold_is_counted(void **state)
{
    (void)state;
    static const struct {
        const char *what;
        size_t count;
    } wanted[] = {{"name", 1},    {"romanization", 1}, {"yo", 1},
                  {"except", 2},  {"distinct", 3},     {"examples", 2},
                  {"holders", 2}, {"decline", 1},      {"forms", 1}};
    tl_termbase termbase = {0};
    tl_buf out = {0};
    tl_dropped dropped = {0};
    load_good(&termbase, tl_str_from(everything));
    write_as(&termbase, "csv", &out, &dropped);
    assert_int_equal(dropped.count, sizeof wanted / sizeof wanted[0]);
    for (size_t i = 0; i < dropped.count; i++) {
        assert_str(dropped.items[i].what, wanted[i].what);
        assert_int_equal(dropped.items[i].count, wanted[i].count);
    }
    tl_buf_clear(&out);
    tl_termbase_clear(&termbase);
}

static void
a_glossary_is_a_concept_a_row(void **state)
{
    (void)state;
    tl_termbase termbase = {0};
    load_as(&termbase, "g.tsv",
            TL_STR("\xef\xbb\xbf"
                   "en\tRU\tcomment\r\nSluice Gate\tщит\t\r\n\tЩука\tрыба\r\n\r\n"
                   "sluice-gate\tзатвор\t\"a \"\"b\"\"\"\r\nP\xc3\xa9niche"));
    static const char *const ids[] = {"sluice-gate", "shchuka", "sluice-gate-2", "peniche"};
    assert_int_equal(termbase.concept_count, 4);
    for (size_t i = 0; i < 4; i++) {
        assert_str(termbase.concepts[i]->id, ids[i]);
    }
    assert_str(termbase.concepts[0]->entries[1].preferred->text, "щит");
    assert_str(termbase.concepts[1]->note, "рыба");
    assert_str(termbase.concepts[2]->note, "a \"b\"");
    assert_int_equal(termbase.concepts[2]->entries[1].preferred->place.line, 5);
    assert_int_equal(termbase.concepts[2]->entries[1].preferred->place.column, 13);
    tl_termbase_clear(&termbase);
}

static void
mistakes_in_tables_have_places(void **state)
{
    (void)state;
    static const struct {
        const char *text, *problem;
        uint32_t line, column;
    } rows[] = {
        {"", "empty file, want a header", 1, 1},
        {"a term,another\n", "no header, want columns", 1, 1},
        {"concept,lang,tern,term\n", "unknown column “tern”, did you mean “term”", 1, 14},
        {"concept,lang,term,term\n", "column “term” is given twice", 1, 19},
        {"en,ru,en\n", "column “en” is given twice", 1, 7},
        {"en,ru\nlock,\"шлюз\n", "a quotation mark that is never closed", 2, 6},
        {"en,ru\nlock,\"шлюз\"ы\n", "text behind a closing quotation mark", 2, 6},
        {"en,ru\nlock,шлюз,1\n", "a cell behind the last column", 2, 11},
        {"en,ru,nota\n", "unknown column “nota”, did you mean “note”", 1, 7},
        {"concept,lang,term\n,,\n", "no row below the header", 3, 1},
        {"concept,lang,term\na,en,\n", "a row without “term”", 2, 1},
        {"concept,lang,term\na,english,x\n", "“english” is no language tag", 2, 3},
        {"concept,lang,term,status\na,en,x,prefered\n", "did you mean “preferred”", 2, 8},
        {"concept,lang,term\na,en,x\na,en,y\n", "“y” is preferred, but so is a term on line 2", 3,
         6},
        {"concept,lang,term,type\na,en,x,title\na,ru,ы,place\n", "“type” is “place” here", 3, 8},
        {"concept,lang,term,from\na,en,x,2020-02-30\n", "is no date", 2, 8},
        {"concept,lang,term\na,en,\"x\ny\"\n", "has a line break", 2, 6},
        {"concept,lang,term\na,en,x\xe2\x80\xaey\n", "control character in a cell", 2, 6},
        {"en,ru\nlock,\xff\n", "is not UTF-8", 2, 6},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const memory_file file = {TL_STR_INIT("t.csv"), tl_str_from(rows[i].text)};
        memory_disk disk = {.files = &file, .count = 1};
        tl_termbase termbase = {0};
        tl_problem_list problems = {0};
        assert_false(load_memory(&termbase, &disk, file.path, &problems));
        print_problems(&problems);
        assert_int_equal(problems.count, 1);
        assert_non_null(strstr(problems.items[0].message, rows[i].problem));
        assert_int_equal(problems.items[0].line, rows[i].line);
        assert_int_equal(problems.items[0].column, rows[i].column);
        tl_problem_list_clear(&problems);
        tl_termbase_clear(&termbase);
    }
}

static void
the_extension_tells_the_format(void **state)
{
    (void)state;
    static const struct {
        const char *path, *id;
    } rows[] = {{"a.csv", "csv"},    {"b/a.TSV", "tsv"}, {"a.tab", "tsv"}, {"a.yml", "yaml"},
                {"x.csv/a", "yaml"}, {"csv", "yaml"},    {"", "yaml"}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_string_equal(tl_termbase_format_of(tl_str_from(rows[i].path), TL_STR(""))->id,
                            rows[i].id);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everything_reads_back_whole),
        cmocka_unit_test(an_empty_termbase_reads_back),
        cmocka_unit_test(bundled_termbases_read_back_whole),
        cmocka_unit_test(tables_read_back),
        cmocka_unit_test(what_a_table_cannot_hold_is_counted),
        cmocka_unit_test(a_glossary_is_a_concept_a_row),
        cmocka_unit_test(mistakes_in_tables_have_places),
        cmocka_unit_test(the_extension_tells_the_format),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
