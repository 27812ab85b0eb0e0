/* SPDX-License-Identifier: MPL-2.0 */
/* Running what a termbase says of itself: warnings, and the examples of its concepts. An example is
 * a document of its own, checked as any other: with the whole termbase, rules as the checker has
 * them. What counts is the findings about its concept; others are no concern of the example. */
#include "engine/checker.h"

#include "base/buf.h"
#include "termbase/lint.h"
#include "termlint_tools.h"

#include <stdlib.h>

static void
tell(const tl_problem_list *problems, termlint_problem_fn problem, void *context)
{
    for (size_t i = 0; i < problems->kept && problem; i++) {
        const tl_problem *p = &problems->items[i];
        problem(context, p->path, p->line, p->column, p->message);
    }
}

size_t
termlint_termbase_warnings(const termlint_checker *checker, termlint_problem_fn problem,
                           void *context)
{
    tl_problem_list warnings = {.limit = SIZE_MAX};
    tl_termbase_lint(&checker->terms->termbase, &warnings);
    tell(&warnings, problem, context);
    size_t count = warnings.count;
    tl_problem_list_clear(&warnings);
    return count;
}

/* What the findings about the concept are: none, one, or too many to be a correction. */
static size_t
count_about(const tl_report *report, const tl_concept *concept, tl_diag *first)
{
    size_t count = 0;
    for (size_t i = 0; i < report->count; i++) {
        const tl_diag diag = tl_report_at(report, i);
        if (tl_str_equal(diag.concept, concept->id)) {
            *first = count ? *first : diag;
            count++;
        }
    }
    return count;
}

static void
describe_found(const tl_report *report, const tl_concept *concept, tl_buf *out)
{
    const char *separator = "";
    for (size_t i = 0; i < report->count; i++) {
        const tl_diag diag = tl_report_at(report, i);
        if (!tl_str_equal(diag.concept, concept->id)) {
            continue;
        }
        tl_buf_add_format(out, "%s“%.*s”", separator, TL_STR_ARGS(diag.text));
        if (diag.suggestion_count) {
            tl_buf_add_format(out, " → “%.*s”", TL_STR_ARGS(diag.suggestions[0]));
        }
        tl_buf_add_format(out, " [%.*s]", TL_STR_ARGS(diag.rule));
        separator = ", ";
    }
    tl_buf_add_cstr(out, *separator ? "" : "nothing");
}

static bool
is_as_expected(const tl_report *report, const tl_concept *concept, tl_str expect)
{
    tl_diag first = {0};
    size_t count = count_about(report, concept, &first);
    if (expect.len == 0) {
        return count == 0;
    }
    return count == 1 && first.suggestion_count && tl_str_equal(first.suggestions[0], expect);
}

/* Returns whether the example gives what it should; else adds what it gives to `failed`. */
static bool
run_example(termlint_worker *worker, const tl_concept *concept, const tl_example *example,
            tl_problem_list *failed)
{
    termlint_report *report =
        termlint_check(worker, "example.txt", example->text.ptr, example->text.len);
    termlint_report_finish(report);
    bool ok = is_as_expected(report, concept, example->expect);
    if (!ok) {
        tl_buf found = {0};
        describe_found(report, concept, &found);
        tl_str expect = example->expect;
        tl_problem_add(failed, example->place.path, example->place.line, example->place.column,
                       "example of “%.*s”: found %.*s, want %s%.*s%s", TL_STR_ARGS(concept->id),
                       TL_STR_ARGS(tl_buf_str(&found)), expect.len ? "“" : "nothing",
                       TL_STR_ARGS(expect), expect.len ? "”" : "");
        tl_buf_clear(&found);
    }
    termlint_report_free(report);
    return ok;
}

size_t
termlint_termbase_examples(const termlint_checker *checker, size_t *run,
                           termlint_problem_fn problem, void *context)
{
    tl_problem_list failed = {.limit = SIZE_MAX};
    termlint_worker *worker = termlint_worker_new(checker);
    *run = 0;
    for (size_t i = 0; i < checker->terms->termbase.concept_count; i++) {
        const tl_concept *concept = tl_termbase_concept(&checker->terms->termbase, i);
        for (size_t j = 0; j < concept->example_count; j++) {
            run_example(worker, concept, &concept->examples[j], &failed);
            ++*run;
        }
    }
    tl_problem_list_sort(&failed);
    tell(&failed, problem, context);
    size_t count = failed.count;
    tl_problem_list_clear(&failed);
    termlint_worker_free(worker);
    return count;
}
