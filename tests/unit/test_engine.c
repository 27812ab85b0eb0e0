/* SPDX-License-Identifier: MPL-2.0 */
/* The library as its users see it, through termlint.h alone: checking, choosing among findings,
 * fixing, merging reports, and what is said when something cannot be done. */
#include "termlint_tools.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static const char glossary[] =
    "termlint: 1\n"
    "name: lighthouses\n"
    "languages: [en, ru]\n"
    "concepts:\n"
    "  - id: service\n"
    "    type: organisation\n"
    "    en:\n"
    "      preferred: Northern Lights Service\n"
    "      acronym: NLSE\n"
    "      deprecated: [Lighthouse Agency, {text: NLA, severity: warning}]\n"
    "      superseded: [Beacon Office]\n"
    "    ru: {preferred: Служба северных маяков, deprecated: [маячная контора]}\n"
    "  - id: keeper\n"
    "    type: title\n"
    "    en:\n"
    "      preferred: Head Keeper\n"
    "      deprecated: [chief keeper, {text: lamp man, use: lamp keeper}]\n"
    "    ru: {preferred: старший смотритель, deprecated: [главный смотритель]}\n"
    "  - id: fog\n"
    "    en: {preferred: fog signal, deprecated: [{text: foghorn, severity: 'off'}, hoot]}\n"
    "  - id: loops\n"
    "    en:\n"
    "      preferred: day mark\n"
    "      deprecated:\n"
    "        - {text: beacon, use: white beacon}\n"
    "        - {text: red tower, use: blue tower}\n"
    "        - {text: blue tower, use: red tower}\n"
    "        - {text: first step, use: second step}\n"
    "        - {text: second step, use: third step}\n"
    "  - id: wirth\n"
    "    type: person\n"
    "    en: Fyodor Zhilyaev\n"
    "    ru: Фёдор Жиляев\n";

typedef struct fixture {
    termlint_checker *checker;
    termlint_worker *worker;
} fixture;

static void
count_problem(void *context, const char *path, uint32_t line, uint32_t column, const char *message)
{
    (void)path, (void)line, (void)column, (void)message;
    ++*(size_t *)context;
}

/* Loads a termbase by way of a file; returns how many problems it has. */
static size_t
load(termlint_checker *checker, const char *yaml)
{
    char path[] = "test_engine_XXXXXX";
    int file = mkstemp(path);
    assert_true(file >= 0);
    assert_int_equal(write(file, yaml, strlen(yaml)), strlen(yaml));
    close(file);
    const char *const paths[] = {path};
    size_t problems = 0;
    bool ok = termlint_checker_load(checker, paths, 1, count_problem, &problems);
    assert_int_equal(ok, problems == 0);
    unlink(path);
    return problems;
}

static void
setup(fixture *f, const char *yaml)
{
    f->checker = termlint_checker_new();
    assert_int_equal(load(f->checker, yaml), 0);
    f->worker = termlint_worker_new(f->checker);
}

static void
clear(fixture *f)
{
    termlint_worker_free(f->worker);
    termlint_checker_free(f->checker);
}

static char *
write_report(const termlint_report *report, const char *format)
{
    const termlint_write_options options = {.format = format};
    char *error = NULL;
    size_t length;
    char *text = termlint_report_write(report, &options, &length, &error);
    assert_null(error);
    assert_int_equal(strlen(text), length);
    return text;
}

/* What check finds, a line each, without the path. */
static char *
check_text(const fixture *f, const char *text)
{
    termlint_report *report = termlint_check(f->worker, "", text, strlen(text));
    termlint_report_finish(report);
    char *out = write_report(report, "gnu");
    termlint_report_free(report);
    return out;
}

/* -- checking --------------------------------------------------------------------------------- */

static void
findings_have_places_and_severities(void **state)
{
    (void)state;
    static const struct {
        const char *text, *findings;
    } rows[] = {
        {"", ""},
        {"The Northern Lights Service (NLSE) has a fog signal.", ""},
        {"The Lighthouse Agency.\n",
         ":1:5: error: “Lighthouse Agency” is deprecated, use “Northern Lights Service” "
         "[deprecated-term]\n"},
        {"Ask\nthe Beacon Office.\n",
         ":2:5: warning: “Beacon Office” is superseded, use “Northern Lights Service” "
         "[deprecated-term]\n"},
        {"Ask NLA, then.", ":1:5: warning: “NLA” is deprecated, use “NLSE” [deprecated-term]\n"},
        /* `severity: off` of a form silences it, but nothing else */
        {"The foghorn.", ""},
        {"The f\u043eghorn.",
         ":1:5: error: “f\u043eghorn” mixes letters of two scripts, use “foghorn” in one script "
         "[mixed-script]\n"},
    };
    fixture f;
    setup(&f, glossary);
    for (size_t i = 0; i < COUNT(rows); i++) {
        char *findings = check_text(&f, rows[i].text);
        assert_string_equal(findings, rows[i].findings);
        free(findings);
    }
    clear(&f);
}

/* Of two findings of one span the one of the rule that comes first is told; what is within another
 * is not, but mixed-script gives it its rule. */
static void
one_finding_is_told_of_one_span(void **state)
{
    (void)state;
    static const struct {
        const char *text, *rules;
    } rows[] = {
        {"the chief keeper", "deprecated-term"},
        {"the \u0441hief keeper", "mixed-script"},
        {"the chief keep\u0435r of the Lighth\u043euse Agency", "mixed-script mixed-script"},
        {"the Lighth\u043eus\u0435 Ag\u0435ncy", "mixed-script"},
        {"the Head keeper", "term-spelling"},
        {"the H\u0435ad keeper", "mixed-script"},
        {"NLSЕ", "mixed-script"},
        {"hoot, hoot", "deprecated-term deprecated-term"},
        {"Zhiljaev", "name-spelling"},
        {"Zhilj\u0430ev", "mixed-script"},
    };
    fixture f;
    setup(&f, glossary);
    for (size_t i = 0; i < COUNT(rows); i++) {
        char *findings = check_text(&f, rows[i].text), rules[200] = "";
        for (const char *at = strchr(findings, '['); at; at = strchr(at + 1, '[')) {
            strncat(rules, at + 1, strcspn(at, "]") - 1);
            strcat(rules, strchr(at + 1, '[') ? " " : "");
        }
        if (strcmp(rules, rows[i].rules) != 0) {
            print_error("%s", findings);
        }
        assert_string_equal(rules, rows[i].rules);
        free(findings);
    }
    clear(&f);
}

static void
the_configuration_outweighs_the_term(void **state)
{
    (void)state;
    static const char text[] = "Beacon Office, Lighthouse Agency, NLA";
    static const struct {
        const char *severity;
        size_t errors, warnings, suggestions;
    } rows[] = {{NULL, 1, 2, 0}, {"error", 3, 0, 0}, {"suggestion", 0, 0, 3}, {"off", 0, 0, 0}};
    for (size_t i = 0; i < COUNT(rows); i++) {
        fixture f = {.checker = termlint_checker_new()};
        load(f.checker, glossary);
        if (rows[i].severity) {
            assert_true(
                termlint_checker_set_rule(f.checker, "deprecated-term", rows[i].severity, NULL));
        }
        f.worker = termlint_worker_new(f.checker);
        termlint_report *report = termlint_check(f.worker, "a", text, sizeof text - 1);
        termlint_report_finish(report);
        assert_int_equal(termlint_report_files(report), 1);
        assert_int_equal(termlint_report_count(report, TERMLINT_ERROR), rows[i].errors);
        assert_int_equal(termlint_report_count(report, TERMLINT_WARNING), rows[i].warnings);
        assert_int_equal(termlint_report_count(report, TERMLINT_SUGGESTION), rows[i].suggestions);
        assert_int_equal(termlint_report_count(report, 4), 0);
        assert_int_equal(termlint_report_count(report, -1), 0);
        termlint_report_free(report);
        clear(&f);
    }
}

static void
without_a_termbase_the_rules_that_need_none_run(void **state)
{
    (void)state;
    fixture f = {.checker = termlint_checker_new()};
    assert_false(termlint_checker_has_termbase(f.checker));
    f.worker = termlint_worker_new(f.checker);
    char *findings = check_text(&f, "The chief keeper, the f\u043eghorn.");
    assert_non_null(strstr(findings, "[mixed-script]"));
    assert_null(strstr(findings, "[deprecated-term]"));
    free(findings);
    clear(&f);
}

static void
a_bad_termbase_is_told_and_not_used(void **state)
{
    (void)state;
    termlint_checker *checker = termlint_checker_new();
    assert_int_equal(load(checker, "termlint: 1\nname: x\nlanguages: [en]\nconcepts:\n"
                                   "  - {id: a, en: one, colour: red}\n  - {id: a, en: two}\n"),
                     2);
    assert_false(termlint_checker_has_termbase(checker));
    assert_int_equal(termlint_checker_concept_count(checker), 0);
    assert_int_equal(termlint_checker_term_count(checker), 0);
    termlint_checker_free(checker);

    checker = termlint_checker_new();
    const char *const missing[] = {"no/such/file.yaml"};
    size_t problems = 0;
    assert_false(termlint_checker_load(checker, missing, 1, count_problem, &problems));
    assert_int_equal(problems, 1);
    assert_false(termlint_checker_load(checker, missing, 1, NULL, NULL));
    termlint_checker_free(checker);
    termlint_checker_free(NULL);
}

/* -- fixing ----------------------------------------------------------------------------------- */

static char *
fix_once(const fixture *f, const char *text, size_t *applied)
{
    termlint_fixed fixed = termlint_fix(
        f->worker, "a.txt", (termlint_bytes){(char *)(uintptr_t)text, strlen(text)}, NULL);
    *applied = fixed.applied;
    assert_int_equal(fixed.applied == 0, fixed.text.ptr == NULL);
    char *result = fixed.text.ptr ? fixed.text.ptr : strdup(text);
    assert_true(fixed.applied == 0 || strlen(result) == fixed.text.length);
    fixed.text.ptr = NULL;
    termlint_fixed_clear(&fixed);
    return result;
}

static void
assert_fixed(const fixture *f, const char *text, const char *wanted)
{
    size_t applied;
    char *once = fix_once(f, text, &applied);
    assert_string_equal(once, wanted);
    char *twice = fix_once(f, once, &applied);
    assert_string_equal(twice, once);
    assert_int_equal(applied, 0);
    free(once);
    free(twice);
}

static void
safe_replacements_are_made(void **state)
{
    (void)state;
    static const char *const rows[][2] = {
        {"", ""},
        {"Nothing.\r\n", "Nothing.\r\n"},
        {"The Lighthouse Agency's boat", "The Northern Lights Service's boat"},
        {"THE LIGHTHOUSE AGENCY", "THE NORTHERN LIGHTS SERVICE"},
        {"The Lighthouse\n\tagency is", "The Northern\n\tLights Service is"},
        {"A lighthouse agency is", "A lighthouse agency is"},
        {"Lamp men and a lamp man", "Lamp keepers and a lamp keeper"},
        {"the \u0441hief k\u0435eper", "the Head Keeper"},
        {"Fyodor Zhilyayev, ZHILJAEV’S", "Fyodor Zhilyaev, ZHILYAEV’S"},
        {"маячной конторой", "Службой северных маяков"},
        {"\xEF\xBB\xBFNLA\r\rNLA\n", "\xEF\xBB\xBFNLSE\r\rNLSE\n"},
        /* one replacement that is to be replaced leads on to the end */
        {"first step", "third step"},
        /* but not where there is none */
        {"a beacon", "a beacon"},
        {"a red tower", "a red tower"},
        {"a beacon, a hoot, a blue tower", "a beacon, a fog signal, a blue tower"},
    };
    fixture f;
    setup(&f, glossary);
    for (size_t i = 0; i < COUNT(rows); i++) {
        assert_fixed(&f, rows[i][0], rows[i][1]);
    }
    clear(&f);
}

typedef struct generator {
    uint64_t random;
    char before[2000], after[2000];
} generator;

static size_t
pick(generator *g, size_t limit)
{
    g->random = g->random * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (size_t)(g->random >> 33) % limit;
}

/* A text of faults and of what lies between them, and the same with the faults mended. */
static void
generate(generator *g)
{
    static const char *const faults[][2] = {
        {"Lighthouse Agency", "Northern Lights Service"},
        {"Lighthouse\u00a0Agency", "Northern\u00a0Lights Service"},
        {"NLA", "NLSE"},
        {"lamp men", "lamp keepers"},
        {"ch\u0456ef keeper", "Head Keeper"},
        {"hoot", "fog signal"},
        {"Zhiljaev", "Zhilyaev"},
    };
    static const char *const between[] = {
        ", ",
        " and a thing, ",
        "\n",
        "\r\n",
        "\n\n",
        "\r\n\r\n\r\n",
        ". \U0001F6A2 was seen by “",
        "\t\t—  ",
        " (https://nla.example/hoot/) ",
        "!\u2028",
        "; к северу от \u00ab",
        "\u200b, ",
        ", cafe\u0301 \xEF\xBB\xBF ",
        ", &amp; <b>",
        "\v\f ",
    };
    g->before[0] = g->after[0] = '\0';
    size_t count = pick(g, 24);
    for (size_t i = 0; i < count; i++) {
        const char *const *fault = faults[pick(g, COUNT(faults))];
        const char *gap = between[pick(g, COUNT(between))];
        strcat(strcat(g->before, gap), fault[0]);
        strcat(strcat(g->after, gap), fault[1]);
    }
    strcat(g->before, ".");
    strcat(g->after, ".");
}

static void
bytes_outside_of_replacements_stay(void **state)
{
    (void)state;
    enum { ROUNDS = 600 };
    fixture f;
    setup(&f, glossary);
    static generator g;
    for (uint64_t seed = 1; seed <= ROUNDS; seed++) {
        g.random = seed * UINT64_C(0x9e3779b97f4a7c15);
        generate(&g);
        assert_fixed(&f, g.before, g.after);
    }
    clear(&f);
}

static void
an_unreadable_document_is_left_as_it_is(void **state)
{
    (void)state;
    fixture f;
    setup(&f, glossary);
    char broken[] = "NLA \xff";
    termlint_fixed fixed = termlint_fix(f.worker, "a.txt", (termlint_bytes){broken, 5}, NULL);
    assert_null(fixed.text.ptr);
    assert_int_equal(fixed.applied, 0);
    size_t told = 0;
    assert_int_equal(termlint_report_tell(fixed.left, TERMLINT_PROBLEMS, count_problem, &told), 1);
    assert_int_equal(told, 1);
    assert_int_equal(termlint_report_files(fixed.left), 0);
    termlint_fixed_clear(&fixed);
    clear(&f);
}

/* -- reports ---------------------------------------------------------------------------------- */

static termlint_report *
check_document(const fixture *f, size_t number)
{
    static const char *const texts[] = {
        "The Lighthouse Agency.",    "NLA NLA NLA", "", "bad \xff byte",
        "The f\u043eghorn.\n\nhoot", "Zhiljaev",
    };
    char name[24];
    snprintf(name, sizeof name, "doc-%zu.txt", number % 7);
    const char *text = texts[number % COUNT(texts)];
    return termlint_check(f->worker, name, text, strlen(text));
}

/* Documents [first, end) as one report, merged in parts of at most `part`. */
static termlint_report *
merge_parts(const fixture *f, size_t first, size_t end, size_t part)
{
    termlint_report *all = termlint_report_new();
    for (size_t at = first; at < end; at += part) {
        termlint_report *some = termlint_report_new();
        for (size_t i = at; i < at + part && i < end; i++) {
            termlint_report *one = check_document(f, i);
            termlint_report_merge(some, one);
            termlint_report_free(one);
        }
        termlint_report_merge(all, some);
        termlint_report_free(some);
    }
    termlint_report_finish(all);
    return all;
}

static void
print_problem(void *context, const char *path, uint32_t line, uint32_t column, const char *message)
{
    char *out = context;
    size_t length = strlen(out);
    snprintf(out + length, 2000 - length, "%s:%u:%u: %s\n", path, line, column, message);
}

static void
the_parts_of_a_merge_do_not_show(void **state)
{
    (void)state;
    enum { DOCUMENTS = 40 };
    static const size_t parts[] = {2, 3, 7, 13, DOCUMENTS};
    fixture f;
    setup(&f, glossary);
    termlint_report *whole = merge_parts(&f, 0, DOCUMENTS, 1);
    char *wanted = write_report(whole, "json"), problems[2000] = "";
    termlint_report_tell(whole, TERMLINT_PROBLEMS, print_problem, problems);
    assert_true(termlint_report_count(whole, TERMLINT_ERROR) > 0);
    assert_true(strlen(problems) > 0);
    for (size_t i = 0; i < COUNT(parts); i++) {
        termlint_report *merged = merge_parts(&f, 0, DOCUMENTS, parts[i]);
        char *json = write_report(merged, "json"), told[2000] = "";
        termlint_report_tell(merged, TERMLINT_PROBLEMS, print_problem, told);
        assert_string_equal(json, wanted);
        assert_string_equal(told, problems);
        termlint_report_free(merged);
        free(json);
    }
    termlint_report_free(whole);
    free(wanted);
    clear(&f);
}

static void
the_order_of_checking_does_not_show(void **state)
{
    (void)state;
    enum { DOCUMENTS = 30 };
    fixture f;
    setup(&f, glossary);
    termlint_report *forwards = merge_parts(&f, 0, DOCUMENTS, 1);
    termlint_report *backwards = termlint_report_new();
    for (size_t i = DOCUMENTS; i-- > 0;) {
        termlint_report *one = check_document(&f, i);
        termlint_report_merge(backwards, one);
        termlint_report_free(one);
    }
    termlint_report_finish(backwards);
    char *a = write_report(forwards, "jsonl"), *b = write_report(backwards, "jsonl");
    assert_string_equal(a, b);
    free(a);
    free(b);
    termlint_report_free(forwards);
    termlint_report_free(backwards);
    clear(&f);
}

/* -- asking and configuring ------------------------------------------------------------------- */

static void
mistakes_of_the_caller_are_told(void **state)
{
    (void)state;
    termlint_checker *checker = termlint_checker_new();
    termlint_report *report = termlint_report_new();
    char *error = NULL;
    size_t length;
    assert_false(termlint_checker_set_rule(checker, "mixd-script", "off", &error));
    assert_string_equal(error, "unknown rule “mixd-script”, did you mean “mixed-script”");
    free(error);
    assert_false(termlint_checker_set_rule(checker, "mixed-script", "fatal", &error));
    assert_string_equal(error, "unknown severity “fatal”, want error, warning, suggestion or off");
    free(error);
    termlint_write_options options = {.format = "paper"};
    assert_null(termlint_report_write(report, &options, &length, &error));
    assert_string_equal(error, "unknown format “paper”");
    free(error);
    options = (termlint_write_options){.format = "gnu", .columns = "inches"};
    assert_null(termlint_report_write(report, &options, &length, &error));
    assert_string_equal(error, "unknown unit of columns “inches”");
    free(error);
    /* nobody need listen */
    assert_false(termlint_checker_set_rule(checker, "", "off", NULL));
    assert_null(termlint_report_write(report, &options, &length, NULL));
    assert_null(termlint_romanize("none", "Я", NULL));
    assert_null(termlint_baseline_read("b", "none", 4, NULL));
    assert_null(termlint_added_lines_read("d", "@@ -1 +1 @@\n", 12, NULL));
    termlint_report_free(report);
    termlint_checker_free(checker);
}

static void
every_rule_and_format_has_a_complete_row(void **state)
{
    (void)state;
    termlint_checker *checker = termlint_checker_new();
    termlint_rule rule;
    size_t count = 0;
    for (; termlint_checker_rule(checker, count, &rule); count++) {
        assert_true(strlen(rule.id) && strlen(rule.summary) && strlen(rule.help));
        assert_true(strlen(rule.bad) && strlen(rule.good) && strcmp(rule.bad, rule.good) != 0);
        assert_true(strlen(rule.default_severity));
        assert_in_range(rule.severity, TERMLINT_OFF, TERMLINT_ERROR);
        assert_string_equal(termlint_nearest_rule(rule.id), rule.id);
    }
    assert_true(count > 0);
    termlint_format format;
    for (count = 0; termlint_format_at(TERMLINT_OUTPUT, count, &format); count++) {
        assert_true(strlen(format.id) && strlen(format.summary));
    }
    assert_true(count > 0);
    for (count = 0; termlint_format_at(TERMLINT_INPUT, count, &format); count++) {
        assert_true(strlen(format.id) && strlen(format.summary));
    }
    assert_true(count > 0);
    assert_true(termlint_reads("a/b.txt"));
    assert_false(termlint_reads("a/b.iso"));
    termlint_checker_free(checker);
}

static void
names_are_found_by_their_spellings(void **state)
{
    (void)state;
    termlint_names *names = termlint_names_new();
    termlint_names_add(names, "Жиляев");
    termlint_names_add(names, "Шилов");
    termlint_names_add(names, "Жиляев");
    termlint_names_build(names);
    const char *verdict;
    uint32_t cost;
    char *found = termlint_names_find(names, "Zhilyaev", &verdict, &cost);
    assert_string_equal(found, "Жиляев,Жиляев");
    assert_string_equal(verdict, "same");
    free(found);
    found = termlint_names_find(names, "Petrov", &verdict, &cost);
    assert_string_equal(found, "-");
    assert_string_equal(verdict, "different");
    free(found);
    termlint_names_free(names);
    termlint_names_free(NULL);

    termlint_identity identity = termlint_identify("Жиляев", "Zhilyaev");
    assert_string_equal(identity.verdict, "same");
    assert_non_null(strstr(identity.schemes, "bgn-pcgn"));
    termlint_identity_clear(&identity);
    char *latin = termlint_romanize("bgn-pcgn", "Жиляев", NULL);
    assert_string_equal(latin, "Zhilyayev");
    free(latin);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(findings_have_places_and_severities),
        cmocka_unit_test(one_finding_is_told_of_one_span),
        cmocka_unit_test(the_configuration_outweighs_the_term),
        cmocka_unit_test(without_a_termbase_the_rules_that_need_none_run),
        cmocka_unit_test(a_bad_termbase_is_told_and_not_used),
        cmocka_unit_test(safe_replacements_are_made),
        cmocka_unit_test(bytes_outside_of_replacements_stay),
        cmocka_unit_test(an_unreadable_document_is_left_as_it_is),
        cmocka_unit_test(the_parts_of_a_merge_do_not_show),
        cmocka_unit_test(the_order_of_checking_does_not_show),
        cmocka_unit_test(mistakes_of_the_caller_are_told),
        cmocka_unit_test(every_rule_and_format_has_a_complete_row),
        cmocka_unit_test(names_are_found_by_their_spellings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
