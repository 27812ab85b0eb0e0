/* SPDX-License-Identifier: MPL-2.0 */
/* What a program needs of the installed library: no more than this. */
#include <stdio.h>
#include <string.h>
#include <termlint.h>

int
main(int argc, char **argv)
{
    const char *text = argc > 2 ? argv[2] : "";
    termlint_checker *checker = termlint_checker_new();
    bool ok = argc > 2 && termlint_checker_load(checker, (const char *[]){argv[1]}, 1, NULL, NULL);
    termlint_worker *worker = termlint_worker_new(checker);
    termlint_report *report = termlint_check(worker, "text.txt", text, strlen(text));
    termlint_report_finish(report);
    termlint_finding finding;
    for (size_t i = 0; ok && termlint_report_finding(report, i, &finding); i++) {
        printf("%u:%u %s: %s -> %s\n", finding.line, finding.column, finding.rule, finding.message,
               finding.suggestion_count ? finding.suggestions[0] : "?");
    }
    termlint_report_free(report);
    termlint_worker_free(worker);
    termlint_checker_free(checker);
    return !ok;
}
