/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_REPORT_REPORT_H
#define TL_REPORT_REPORT_H

#include "base/error.h"
#include "report/keep.h"
#include "report/tally.h"
#include "report/usage.h"

/* The findings of one or more files, with what could not be done. All-zero is empty. */
typedef struct tl_report {
    tl_keeper keeper;
    tl_kept *kept; /* owned array: the findings, see tl_report_at() */
    size_t count, capacity;
    size_t files;
    uint64_t bytes;
    size_t by_severity[TL_SEVERITY_ERROR + 1];
    size_t failing;           /* findings that make the run fail */
    tl_problem_list problems; /* files that could not be read */
    tl_problem_list remarks;  /* what was not told, empty suppressions: no failure */
    tl_problem_list unused;   /* suppressions that suppress nothing */
    tl_usage_list usages;     /* of good forms, if they were counted */
    tl_tally tally;           /* the names that the files have */
} tl_report;

void tl_report_clear(tl_report *report);

/* Appends a finding. What it points to is copied into the report; of a long line_text only the
 * neighbourhood of the text. */
void tl_report_add(tl_report *report, const tl_diag *diag);

/* The finding number `index`, which is less than count. What it points to is the report's. */
tl_diag tl_report_at(const tl_report *report, size_t index);

/* Leaves only the findings that `is_kept` says yes to. */
void tl_report_filter(tl_report *report, bool (*is_kept)(void *context, const tl_diag *diag),
                      void *context);

/* Adds how often a form is used; what it points to is copied into the report. */
void tl_report_add_usage(tl_report *report, const tl_usage *usage);

/* Orders by path, offset, longer first, rule (and then by all else that a finding says, so that the
 * order of addition never shows); drops exact duplicates; counts severities and what makes the run
 * fail; sets fingerprints; sorts the problems.
 *
 * A fingerprint is tl_diag_key() with the path and, where that leaves several alike in one file,
 * with the number among them: unique in the report, and the same after lines were moved.
 *
 * Call once, after the last addition. */
void tl_report_finish(tl_report *report);

/* Adds all findings, problems and counts of `from` to those of `into`. */
void tl_report_add_all(tl_report *into, const tl_report *from);

/* The same, but `from` is empty afterwards. */
void tl_report_merge(tl_report *into, tl_report *from);

#endif
