/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_REPORT_REPORT_H
#define TL_REPORT_REPORT_H

#include "base/error.h"
#include "report/diag.h"

/* The findings of one or more files, with what could not be done. All-zero is empty. */
typedef struct tl_report {
    tl_arena arena;
    tl_diag *diags; /* owned array */
    size_t count, capacity;
    size_t files;
    uint64_t bytes;
    size_t by_severity[TL_SEVERITY_ERROR + 1];
    tl_problem_list problems; /* files that could not be read */
} tl_report;

void tl_report_clear(tl_report *report);

/* Appends a finding. Strings that it points to are copied into the report. */
void tl_report_add(tl_report *report, const tl_diag *diag);

/* Orders by path, offset, longer first, rule; drops exact duplicates; numbers equal fingerprints
 * apart; counts severities. Call once, after the last addition. */
void tl_report_finish(tl_report *report);

/* Moves all findings and problems of `from` behind those of `into`; `from` is empty afterwards. */
void tl_report_merge(tl_report *into, tl_report *from);

#endif
