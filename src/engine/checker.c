/* SPDX-License-Identifier: MPL-2.0 */
/* The checker: terms, and the settings by which documents are checked against them. Once a worker
 * exists nothing in it changes but the dictionaries, which have a lock of their own, so threads
 * share it. */
#include "engine/checker.h"

#include "base/alloc.h"
#include "engine/give.h"
#include "termlint_tools.h"
#include "text/script.h"

#include <stdlib.h>
#include <time.h>

const char *
termlint_version(void)
{
    return TERMLINT_VERSION;
}

static tl_date
today(void)
{
    time_t now = time(NULL);
    struct tm utc;
    if (now == (time_t)-1 || gmtime_r(&now, &utc) == NULL) {
        return 0;
    }
    return (tl_date)((utc.tm_year + 1900) * 10000 + (utc.tm_mon + 1) * 100 + utc.tm_mday);
}

termlint_checker *
termlint_checker_new(void)
{
    termlint_checker *checker = tl_alloc_zero(1, sizeof *checker);
    checker->today = today();
    size_t count;
    const tl_rule *const *rules = tl_rules(&count);
    for (size_t i = 0; i < count; i++) {
        checker->severities[i] = rules[i]->severity;
    }
    checker->fail_on = TL_SEVERITY_WARNING;
    checker->terms = tl_terms_new();
    checker->dictionaries = tl_dictionaries_new();
    return checker;
}

void
termlint_checker_free(termlint_checker *checker)
{
    if (checker == NULL) {
        return;
    }
    tl_terms_release(checker->terms);
    tl_dictionaries_release(checker->dictionaries);
    tl_arena_clear(&checker->arena);
    free(checker);
}

static const tl_str *
copy_paths(termlint_checker *checker, const char *const *paths, size_t count)
{
    tl_str *names = tl_arena_alloc(&checker->arena, count, sizeof *names);
    for (size_t i = 0; i < count; i++) {
        names[i] = tl_arena_copy(&checker->arena, tl_str_from(paths[i]));
    }
    return names;
}

static void
tell_problems(tl_problem_list *problems, termlint_problem_fn problem, void *context)
{
    for (size_t i = 0; i < problems->kept && problem; i++) {
        const tl_problem *p = &problems->items[i];
        problem(context, p->path, p->line, p->column, p->message);
    }
    tl_problem_list_clear(problems);
}

bool
termlint_checker_load(termlint_checker *checker, const char *const *paths, size_t count,
                      termlint_problem_fn problem, void *context)
{
    tl_problem_list problems = {0};
    const tl_str *names = copy_paths(checker, paths, count);
    bool ok = tl_terms_load(checker->terms, names, count, TL_STR(""), &problems);
    tell_problems(&problems, problem, context);
    return ok;
}

bool
termlint_checker_load_merged(termlint_checker *checker, const char *const *paths, size_t count,
                             termlint_problem_fn problem, void *context)
{
    tl_problem_list problems = {0};
    const tl_str *names = copy_paths(checker, paths, count);
    bool ok = tl_terms_load_merged(checker->terms, names, count, &problems);
    tell_problems(&problems, problem, context);
    return ok;
}

void
termlint_checker_notes(const termlint_checker *checker, termlint_note_fn note, void *context)
{
    tl_dictionaries_each_note(checker->dictionaries, note, context);
}

bool
termlint_checker_has_termbase(const termlint_checker *checker)
{
    return checker->terms->is_loaded;
}

size_t
termlint_checker_concept_count(const termlint_checker *checker)
{
    return checker->terms->termbase.concept_count;
}

size_t
termlint_checker_term_count(const termlint_checker *checker)
{
    return checker->terms->termbase.term_count;
}

const char *
termlint_nearest_rule(const char *id)
{
    size_t count;
    const tl_rule *const *rules = tl_rules(&count);
    tl_str ids[TL_MAX_RULES];
    for (size_t i = 0; i < count; i++) {
        ids[i] = tl_str_from(rules[i]->id);
    }
    return tl_nearest(tl_str_from(id), ids, count).ptr;
}

bool
termlint_checker_set_rule(termlint_checker *checker, const char *rule, const char *severity,
                          char **error)
{
    tl_error problem = {0};
    const tl_rule *row = tl_rule_find(tl_str_from(rule));
    tl_severity parsed;
    if (row == NULL) {
        return tl_give_unknown(error, "rule", rule, termlint_nearest_rule(rule));
    }
    if (!tl_severity_parse(tl_str_from(severity), &parsed)) {
        tl_error_set(&problem, "unknown severity “%s”, want error, warning, suggestion or off",
                     severity);
        return tl_give_error(error, &problem);
    }
    checker->severities[tl_rule_number(row)] = parsed;
    checker->severity_is_set[tl_rule_number(row)] = true;
    return true;
}

bool
tl_language_is_known(const char *language, char **error)
{
    tl_error problem = {0};
    return tl_script_of_language(tl_str_from(language)) != TL_SCRIPT_OTHER ||
           tl_error_set(&problem, "language “%s” is written in neither Latin nor Cyrillic letters",
                        language) ||
           tl_give_error(error, &problem);
}

bool
tl_rule_is_on(const termlint_checker *checker, const tl_rule *rule, size_t number)
{
    return checker->severities[number] != TL_SEVERITY_OFF &&
           (checker->terms->is_loaded || !rule->needs_termbase);
}

static tl_severity
severity_of_level(tl_level level)
{
    switch (level) {
    case TL_LEVEL_ERROR: return TL_SEVERITY_ERROR;
    case TL_LEVEL_WARNING: return TL_SEVERITY_WARNING;
    case TL_LEVEL_SUGGESTION: return TL_SEVERITY_SUGGESTION;
    default: return TL_SEVERITY_OFF;
    }
}

tl_severity
tl_checker_severity(const termlint_checker *checker, size_t rule, tl_level level)
{
    tl_severity configured = checker->severities[rule];
    if (level == TL_LEVEL_OFF) { /* switched off for this term: no rule switches it on */
        return TL_SEVERITY_OFF;
    }
    if (configured == TL_SEVERITY_OFF || checker->severity_is_set[rule] ||
        level == TL_LEVEL_DEFAULT) {
        return configured;
    }
    return severity_of_level(level);
}

bool
termlint_checker_rule(const termlint_checker *checker, size_t index, termlint_rule *rule)
{
    size_t count;
    const tl_rule *const *rules = tl_rules(&count);
    if (index >= count) {
        return false;
    }
    const tl_rule *row = rules[index];
    bool in_words = row->severities && !checker->severity_is_set[index];
    *rule = (termlint_rule){
        .id = row->id,
        .summary = row->summary,
        .help = row->help,
        .bad = row->bad,
        .good = row->good,
        .default_severity = in_words ? row->severities : tl_severity_name(row->severity),
        .severity = (int)checker->severities[index],
        .needs_termbase = row->needs_termbase,
    };
    return true;
}
