/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TESTS_FUZZ_CHECKER_OF_H
#define TESTS_FUZZ_CHECKER_OF_H

/* Checkers for fuzz targets: with a termbase that is in no file, and with all rules on. */
#include "require.h"

#include "few_words.h"
#include "load_termbase.h"
#include "scan/scanner.h"

#include "engine/checker.h"

#include <string.h>

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

/* How many findings are safe to replace. */
static inline size_t
fixable_in(const tl_report *report)
{
    size_t count = 0;
    for (size_t i = 0; i < report->count; i++) {
        count += tl_report_at(report, i).fixable && tl_report_at(report, i).edit_count;
    }
    return count;
}

/* NULL if there is something wrong with the termbase. */
static inline tl_terms *
terms_of(tl_str yaml)
{
    tl_terms *terms = tl_terms_new();
    terms->is_loaded = load_termbase(&terms->termbase, yaml);
    if (!terms->is_loaded) {
        tl_terms_release(terms);
        return NULL;
    }
    return terms;
}

static inline termlint_checker *
checker_with(tl_terms *terms)
{
    termlint_checker *checker = termlint_checker_new();
    give_few_words(&checker->dictionaries);
    switch_all_on(checker);
    checker->today = 20240501; /* an input is to give the same on any day */
    tl_terms_release(checker->terms);
    checker->terms = terms;
    return checker;
}

/* A worker for a termbase of ours, which is kept. */
static inline termlint_worker *
worker_of(const char *yaml)
{
    tl_terms *terms = terms_of(tl_str_from(yaml));
    require(terms != NULL);
    return termlint_worker_new(checker_with(terms));
}

/* A worker for terms that only one input has. All that takes long to make, and does not depend on
 * them, stays for the next: a checker, and the given names. */
static termlint_checker *passing_checker;
static tl_given *passing_names;

static inline termlint_worker *
passing_worker(tl_terms *terms)
{
    if (passing_checker == NULL) {
        passing_checker = checker_with(NULL);
        passing_names = tl_given_new();
    }
    passing_checker->terms = terms;
    termlint_worker *worker = termlint_worker_new(passing_checker);
    tl_given_free(worker->scanner->given);
    worker->scanner->given = passing_names;
    return worker;
}

/* Ends the worker and its terms. */
static inline void
passing_worker_free(termlint_worker *worker)
{
    worker->scanner->given = NULL;
    termlint_worker_free(worker);
    tl_terms_release(passing_checker->terms);
    passing_checker->terms = NULL;
}

#endif
