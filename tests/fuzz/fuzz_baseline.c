/* SPDX-License-Identifier: MPL-2.0 */
/* Any bytes as a baseline: what is read is written so that reading it again gives the same bytes;
 * an update is a part of it; and the baseline of a report leaves nothing of that report. */
#include "require.h"

#include "base/str.h"
#include "termlint.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);

static tl_str
str_of(termlint_bytes bytes)
{
    return (tl_str){bytes.ptr, bytes.length};
}

static void
require_same_again(const termlint_baseline *baseline)
{
    termlint_bytes once = termlint_baseline_write(baseline, false);
    termlint_baseline *again = termlint_baseline_read("b", once.ptr, once.length, NULL);
    require(again != NULL);
    termlint_bytes twice = termlint_baseline_write(again, false);
    require(tl_str_equal(str_of(once), str_of(twice)));
    termlint_baseline_free(again);
    free(once.ptr);
    free(twice.ptr);
}

/* The bytes as a text, in which mixed-script finds something now and then. */
static termlint_report *
check(const unsigned char *data, size_t size)
{
    static termlint_worker *worker;
    if (worker == NULL) {
        worker = termlint_worker_new(termlint_checker_new());
    }
    return termlint_check(worker, "b.txt", (const char *)data, size);
}

static size_t
count(const termlint_report *report)
{
    return termlint_report_count(report, TERMLINT_ERROR) +
           termlint_report_count(report, TERMLINT_WARNING) +
           termlint_report_count(report, TERMLINT_SUGGESTION);
}

int
LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    termlint_report *report = check(data, size);
    termlint_baseline *given = termlint_baseline_read("b", (const char *)data, size, NULL);
    if (given) {
        require_same_again(given);
        termlint_baseline_apply(given, report);
        termlint_bytes less = termlint_baseline_write(given, true);
        termlint_bytes all = termlint_baseline_write(given, false);
        require(less.length <= all.length);
        free(less.ptr);
        free(all.ptr);
    }
    termlint_baseline *own = termlint_baseline_of(report);
    require_same_again(own);
    termlint_baseline_apply(own, report);
    termlint_report_finish(report);
    require(count(report) == 0 && termlint_baseline_stale(own) == 0);
    termlint_baseline_free(own);
    termlint_baseline_free(given);
    termlint_report_free(report);
    return 0;
}
