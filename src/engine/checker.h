/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_ENGINE_CHECKER_H
#define TL_ENGINE_CHECKER_H

#include "engine/dictionaries.h"
#include "report/report.h"
#include "rules/rules.h"
#include "scan/scan.h"
#include "termlint.h"

/* Inside the engine: what the public handles hold. */

enum { TL_MAX_RULES = 64 };

struct termlint_checker {
    tl_arena arena;
    tl_termbase termbase;
    tl_index *index; /* over the termbase, which is empty if none was loaded; never NULL */
    bool has_termbase;
    tl_str language; /* of documents that do not say; empty: told by the script */
    tl_date date;
    tl_severity severities[TL_MAX_RULES]; /* by number of the rule */
    bool severity_is_set[TL_MAX_RULES];   /* by the user, so that it outweighs the term's own */
    tl_dictionaries *dictionaries; /* has a lock of its own: loaded while documents are checked */
};

struct termlint_worker {
    const termlint_checker *checker;
    tl_scanner *scanner;
};

/* The severity of a finding of rule number `rule` under the checker's configuration. */
tl_severity tl_checker_severity(const termlint_checker *checker, size_t rule, tl_level level);

/* Chooses among the findings of one document: in order, none overlapping another; the longest at a
 * place, then the rule that comes first. A mixed-script finding that a longer one covers gives it
 * its rule. Returns how many are left at the front of `findings`. */
size_t tl_findings_choose(tl_finding *findings, size_t count);

/* Checks a document into `report`. */
void tl_worker_check(termlint_worker *worker, tl_source *source, tl_report *report);

#endif
