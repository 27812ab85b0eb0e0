/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TESTS_FUZZ_CHECKER_OF_H
#define TESTS_FUZZ_CHECKER_OF_H

/* Checkers for fuzz targets: with a termbase that is in no file, and with all rules on. */
#include "engine/checker.h"
#include "few_words.h"
#include "load_termbase.h"

#include <stdlib.h>
#include <string.h>

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

/* Rules that are off by default have defects too; but spelling asks Hunspell for what else a word
 * may be, which takes longer than a thousand texts. */
static inline void
switch_all_on(termlint_checker *checker)
{
    termlint_rule rule;
    for (size_t i = 0; termlint_checker_rule(checker, i, &rule); i++) {
        if (rule.severity == TERMLINT_OFF && strcmp(rule.id, "spelling") != 0) {
            require(termlint_checker_set_rule(checker, rule.id, "suggestion", NULL));
        }
    }
}

/* NULL if there is something wrong with the termbase. */
static inline termlint_checker *
checker_of(tl_str yaml)
{
    termlint_checker *checker = termlint_checker_new();
    give_few_words(&checker->dictionaries);
    tl_terms *terms = checker->terms;
    terms->is_loaded = load_termbase(&terms->termbase, yaml);
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
