/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TESTS_FUZZ_CHECKER_OF_H
#define TESTS_FUZZ_CHECKER_OF_H

/* Checkers for fuzz targets: with a termbase that is in no file, and with all rules on. */
#include "engine/checker.h"

#include <stdlib.h>

#ifndef TESTS_FUZZ_REQUIRE
#define TESTS_FUZZ_REQUIRE
static inline void
require(bool condition)
{
    if (!condition) {
        abort();
    }
}
#endif

static inline bool
read_yaml(void *context, tl_str path, const tl_sink *sink, tl_error *error)
{
    if (!tl_str_equal(path, TL_STR("t.yaml"))) {
        return tl_error_set(error, "no such file");
    }
    sink->take(sink->context, *(const tl_str *)context);
    return true;
}

/* Rules that are off by default have defects too. */
static inline void
switch_all_on(termlint_checker *checker)
{
    termlint_rule rule;
    for (size_t i = 0; termlint_checker_rule(checker, i, &rule); i++) {
        if (rule.severity == TERMLINT_OFF) {
            require(termlint_checker_set_rule(checker, rule.id, "suggestion", NULL));
        }
    }
}

/* NULL if there is something wrong with the termbase. */
static inline termlint_checker *
checker_of(tl_str yaml)
{
    const tl_str path = TL_STR("t.yaml"), schemes[] = {TL_STR_INIT("bgn-pcgn")};
    const tl_termbase_loader loader = {
        .read = read_yaml, .context = &yaml, .schemes = schemes, .scheme_count = 1};
    termlint_checker *checker = termlint_checker_new();
    tl_problem_list problems = {0};
    tl_terms *terms = checker->terms;
    terms->is_loaded = tl_termbase_load(&terms->termbase, &loader, &path, 1, &problems);
    tl_problem_list_clear(&problems);
    if (!terms->is_loaded) {
        termlint_checker_free(checker);
        return NULL;
    }
    tl_index_free(terms->index);
    terms->index = tl_index_new(&terms->termbase);
    switch_all_on(checker);
    return checker;
}

#endif
