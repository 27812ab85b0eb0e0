/* SPDX-License-Identifier: MPL-2.0 */
/* One document on its own, from bytes to a report. What is found in it is told by checking.c. */
#include "base/alloc.h"
#include "engine/checking.h"

tl_report *
tl_worker_check(termlint_worker *worker, const char *name, tl_str bytes,
                const tl_encoding **encoding)
{
    tl_report *report = tl_alloc_zero(1, sizeof *report);
    tl_source source;
    tl_error error = {0};
    if (tl_source_init(&source, tl_str_from(name), bytes, &error)) {
        tl_checking c = {.worker = worker, .checker = worker->checker, .encoding = encoding};
        if (tl_checking_read(&c, &source, report)) {
            tl_checking_run(&c, report);
        }
        tl_checking_clear(&c);
        tl_source_clear(&source);
    } else {
        tl_problem_add(&report->problems, tl_str_from(name), 0, 0, "%s", error.message);
        tl_error_clear(&error);
    }
    return report;
}

termlint_report *
termlint_check(termlint_worker *worker, const char *name, const char *bytes, size_t length)
{
    const tl_encoding *encoding = NULL;
    return tl_worker_check(worker, name, (tl_str){bytes, length}, &encoding);
}
