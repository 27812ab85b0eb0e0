/* SPDX-License-Identifier: MPL-2.0 */
/* A document that is cut into passages gives the report of the whole, wherever it is cut and by
 * however many threads it is checked. */
#include "base/buf.h"
#include "engine/checker.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static const char glossary[] =
    "termlint: 1\n"
    "languages: [en, ru]\n"
    "concepts:\n"
    "  - id: board\n"
    "    type: organisation\n"
    "    en:\n"
    "      preferred: Northern Harbour Board\n"
    "      acronym: NHBD\n"
    "      admitted: [Harbour Council of the North]\n"
    "    ru: {preferred: Совет северных гаваней, acronym: ССГН}\n"
    "  - id: table\n"
    "    en: {preferred: tide table, admitted: [table of waters]}\n"
    "    ru: {preferred: таблица приливов, admitted: [водная роспись]}\n"
    "  - id: master\n"
    "    type: title\n"
    "    en: harbour master\n"
    "    holders: [{person: timur, from: 2015-01-01, until: 2999-12-31}]\n"
    "  - id: timur\n"
    "    type: person\n"
    "    en: Timur Khayretdinov\n"
    "    ru: Тимур Хайретдинов\n";

static const char *const paragraphs[] = {
    "The NHBD met again.",
    "The Northern Harbour Board (NHBD) met.",
    "The Northern Harbour Board (NHBE) met.",
    "The NHBE wrote a letter to the PLOD.",
    "The Permanent Letter Office of Docks (PLOD) is closed.",
    "The Harbour Council of the North paid.",
    "They read the tide table.",
    "They read the table of waters.",
    "Timur Khayretdinov came.",
    "Later Khairetdinov left.",
    "Oleg Khairetdinov stayed, and Khairetdinov left.",
    "Timur Khairetdinov wrote.",
    "Then Khayretdimov spoke.",
    "The harbour master Oleg Zaretsky signed.",
    "In 2009 all was better.",
    "Vladimir Zaynetdinov asked.",
    "Vladimir Zainetdinov replied to Vladimir Zaynetdinov.",
    "The Northern Harbour Bord met.",
    "Northern harbour bord and northern harbour bord.",
};

static const char *const rows[] = {
    "Close the gate\tЗакройте ворота",
    "Close the gate\tЗаприте калитку",
    "Read the tide table.\tПрочтите таблицу приливов.",
    "Read the tide table.\tПрочтите водную роспись.",
    "Read the tide table.\tПрочтите это.",
    "Read the rest.\tПрочтите водную роспись.",
    "The NHBD agrees.\tNHBD согласен.",
    "The NHBD agrees.\tССГН согласен.",
    "Vladimir Zaynetdinov came.\tВладимир Зайнетдинов пришёл.",
    "Vladimir Zainetdinov came.\tВладимир Зайнетдинов пришёл.",
    "The NHBD is late.\tНикто не опоздал.",
    "Three ropes.\t4 троса.",
};

typedef struct fixture {
    termlint_checker *checker;
    tl_buf text, table; /* each line several times, in an order that depends on nothing */
} fixture;

/* Adds `count` lines so that neighbours come from anywhere. */
static void
add_lines(tl_buf *to, const char *const *lines, size_t count, const char *end)
{
    for (size_t i = 0, at = 0; i < 20 * count; i++) {
        at = (at * 7 + i * i + 3) % count;
        tl_buf_add_cstr(to, lines[at]);
        tl_buf_add_cstr(to, end);
    }
}

static int
set_up(void **state)
{
    fixture *f = calloc(1, sizeof *f);
    char path[] = "test_passages_XXXXXX";
    int file = mkstemp(path);
    if (f == NULL || file < 0 || write(file, glossary, strlen(glossary)) < 0) {
        return -1;
    }
    close(file);
    f->checker = termlint_checker_new();
    const char *const paths[] = {path};
    bool ok = termlint_checker_load(f->checker, paths, 1, NULL, NULL) &&
              termlint_checker_set_rule(f->checker, "acronym-first-use", "warning", NULL);
    unlink(path);
    add_lines(&f->text, paragraphs, COUNT(paragraphs), "\n\n");
    tl_buf_add_cstr(&f->table, "en\tru\n");
    add_lines(&f->table, rows, COUNT(rows), "\n");
    *state = f;
    return ok ? 0 : -1;
}

static int
tear_down(void **state)
{
    fixture *f = *state;
    termlint_checker_free(f->checker);
    tl_buf_clear(&f->text);
    tl_buf_clear(&f->table);
    free(f);
    return 0;
}

/* What is told of a document, in passages of so many bytes. */
static char *
told(const fixture *f, const char *name, const tl_buf *text, size_t bytes, size_t threads)
{
    termlint_worker *worker = termlint_worker_new(f->checker);
    worker->passage_bytes = bytes;
    termlint_worker_set_threads(worker, threads);
    termlint_worker_count_usage(worker, true);
    termlint_report *report = termlint_check(worker, name, text->ptr, text->len);
    termlint_report_conclude_alone(report, worker, (termlint_bytes){text->ptr, text->len});
    termlint_report_finish(report);
    const termlint_write_options options = {.format = "html"};
    size_t length;
    char *out = termlint_report_write(report, &options, &length, NULL);
    assert_non_null(out);
    termlint_report_free(report);
    termlint_worker_free(worker);
    return out;
}

static void
expect_the_same(const fixture *f, const char *name, const tl_buf *text, const char *const *rules)
{
    static const size_t lengths[] = {1, 30, 100, 700, 3000};
    char *whole = told(f, name, text, SIZE_MAX, 1);
    for (; *rules; rules++) {
        assert_non_null(strstr(whole, *rules));
    }
    for (size_t i = 0; i < COUNT(lengths); i++) {
        for (size_t threads = 1; threads <= 4; threads++) {
            char *cut = told(f, name, text, lengths[i], threads);
            assert_string_equal(cut, whole);
            free(cut);
        }
    }
    free(whole);
}

static void
a_text_may_be_cut_anywhere(void **state)
{
    const fixture *f = *state;
    const char *const rules[] = {
        "acronym-first-use", "wrong-acronym", "inconsistent-term", "inconsistent-name",
        "title-holder",      "near-miss",     "name-spelling",     NULL};
    expect_the_same(f, "a.txt", &f->text, rules);
}

static void
a_table_may_be_cut_between_any_rows(void **state)
{
    const fixture *f = *state;
    const char *const rules[] = {"inconsistent-translation", "untranslated", "number-mismatch",
                                 "missing-translation", NULL};
    expect_the_same(f, "a.tsv", &f->table, rules);
}

static void
an_empty_document_is_one_passage(void **state)
{
    const fixture *f = *state;
    const tl_buf nothing = {0};
    expect_the_same(f, "a.txt", &nothing, (const char *const[]){NULL});
}

/* Whoever keeps something for the end says how it is put together. */
static void
rules_that_finish_can_be_joined(void **state)
{
    (void)state;
    size_t count;
    const tl_rule *const *rules = tl_rules(&count);
    for (size_t i = 0; i < count; i++) {
        bool reads_findings = strcmp(rules[i]->id, "spelling") == 0; /* and keeps nothing */
        assert_true(rules[i]->finish == NULL || rules[i]->join != NULL || reads_findings);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_text_may_be_cut_anywhere),
        cmocka_unit_test(a_table_may_be_cut_between_any_rows),
        cmocka_unit_test(an_empty_document_is_one_passage),
        cmocka_unit_test(rules_that_finish_can_be_joined),
    };
    return cmocka_run_group_tests_name("passages", tests, set_up, tear_down);
}
