/* SPDX-License-Identifier: MPL-2.0 */
/* The checker: termbases and settings of a run. It opens the files of termbases; all that reads,
 * scans and judges below it only sees bytes. Once a worker exists nothing in it changes but the
 * dictionaries, which have a lock of their own, so threads share it. */
#include "engine/checker.h"

#include "base/alloc.h"
#include "base/file.h"
#include "text/script.h"

#include <stdlib.h>

const char *
termlint_version(void)
{
    return TERMLINT_VERSION;
}

termlint_checker *
termlint_checker_new(void)
{
    termlint_checker *checker = tl_alloc_zero(1, sizeof *checker);
    size_t count;
    const tl_rule *const *rules = tl_rules(&count);
    for (size_t i = 0; i < count; i++) {
        checker->severities[i] = rules[i]->severity;
    }
    checker->index = tl_index_new(&checker->termbase);
    checker->dictionaries = tl_dictionaries_new();
    return checker;
}

void
termlint_checker_free(termlint_checker *checker)
{
    if (checker == NULL) {
        return;
    }
    tl_dictionaries_free(checker->dictionaries);
    tl_index_free(checker->index);
    tl_termbase_clear(&checker->termbase);
    tl_arena_clear(&checker->arena);
    free(checker);
}

/* Messages that leave the library are plain C strings for free(). */
static bool
give_message(char **error, tl_error *from)
{
    if (error) {
        *error = from->message;
        from->message = NULL;
    }
    tl_error_clear(from);
    return false;
}

static bool
read_termbase(void *context, tl_str path, tl_arena *arena, tl_str *bytes, tl_error *error)
{
    (void)context;
    tl_buf contents = {0};
    tl_str name = tl_arena_copy(arena, path);
    bool ok = tl_file_read(name.ptr, &contents, NULL, error);
    if (ok) {
        *bytes = tl_arena_copy(arena, tl_buf_str(&contents));
    }
    tl_buf_clear(&contents);
    return ok;
}

static const tl_str *
scheme_ids(tl_arena *arena, size_t *count)
{
    const tl_scheme *schemes = tl_schemes(count);
    tl_str *ids = tl_arena_alloc(arena, *count, sizeof *ids);
    for (size_t i = 0; i < *count; i++) {
        ids[i] = tl_str_from(schemes[i].id);
    }
    return ids;
}

bool
termlint_checker_load(termlint_checker *checker, const char *const *paths, size_t count,
                      termlint_problem_fn problem, void *context)
{
    tl_termbase_loader loader = {.read = read_termbase};
    tl_problem_list problems = {0};
    loader.schemes = scheme_ids(&checker->arena, &loader.scheme_count);
    tl_str *names = tl_arena_alloc(&checker->arena, count, sizeof *names);
    for (size_t i = 0; i < count; i++) {
        names[i] = tl_arena_copy(&checker->arena, tl_str_from(paths[i]));
    }
    bool ok = tl_termbase_load(&checker->termbase, &loader, names, count, &problems);
    tl_problem_list_sort(&problems);
    for (size_t i = 0; i < problems.kept && problem; i++) {
        const tl_problem *p = &problems.items[i];
        problem(context, p->path, p->line, p->column, p->message);
    }
    tl_problem_list_clear(&problems);
    if (!ok) {
        tl_termbase_clear(&checker->termbase);
    }
    tl_index_free(checker->index);
    checker->index = tl_index_new(&checker->termbase);
    checker->has_termbase = ok;
    return ok;
}

bool
termlint_checker_has_termbase(const termlint_checker *checker)
{
    return checker->has_termbase;
}

size_t
termlint_checker_concept_count(const termlint_checker *checker)
{
    return checker->termbase.concept_count;
}

size_t
termlint_checker_term_count(const termlint_checker *checker)
{
    return checker->termbase.term_count;
}

void
termlint_checker_notes(const termlint_checker *checker, termlint_note_fn note, void *context)
{
    tl_dictionaries_each_note(checker->dictionaries, note, context);
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
        const char *near = termlint_nearest_rule(rule);
        tl_error_set(&problem, "unknown rule “%s”%s%s%s", rule, near ? ", did you mean “" : "",
                     near ? near : "", near ? "”" : "");
        return give_message(error, &problem);
    }
    if (!tl_severity_parse(tl_str_from(severity), &parsed)) {
        tl_error_set(&problem, "unknown severity “%s”, want error, warning, suggestion or off",
                     severity);
        return give_message(error, &problem);
    }
    checker->severities[tl_rule_number(row)] = parsed;
    checker->severity_is_set[tl_rule_number(row)] = true;
    return true;
}

bool
termlint_checker_set_language(termlint_checker *checker, const char *language, char **error)
{
    tl_error problem = {0};
    tl_str given = tl_str_from(language);
    if (tl_script_of_language(given) == TL_SCRIPT_OTHER) {
        tl_error_set(&problem, "language “%s” is written in neither Latin nor Cyrillic letters",
                     language);
        return give_message(error, &problem);
    }
    checker->language = tl_arena_copy(&checker->arena, given);
    return true;
}

bool
termlint_checker_set_date(termlint_checker *checker, const char *date, char **error)
{
    tl_error problem = {0};
    tl_date parsed = tl_date_parse(tl_str_from(date));
    if (parsed == 0) {
        tl_error_set(&problem, "“%s” is no date, want yyyy-mm-dd", date);
        return give_message(error, &problem);
    }
    checker->date = parsed;
    return true;
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
