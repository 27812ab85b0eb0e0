/* SPDX-License-Identifier: MPL-2.0 */
/* Any bytes as a diff; and two texts, with a NUL byte between them: the findings that the diff from
 * one to the other leaves are those on the lines that it adds. */
#include "require.h"

#include "base/buf.h"
#include "report/report.h"
#include "termlint.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);

static const char name[] = "d/a\nb";

/* A report with a finding on each of so many lines. */
static termlint_report *
report_of(uint32_t lines)
{
    termlint_report *report = termlint_report_new();
    for (uint32_t line = 1; line <= lines; line++) {
        const tl_position begin = {line, 1}, end = {line, 2};
        tl_report_add(report, &(tl_diag){.path = tl_str_from(name),
                                         .rule = TL_STR("near-miss"),
                                         .severity = TL_SEVERITY_ERROR,
                                         .begin = begin,
                                         .end = end,
                                         .message = TL_STR("m")});
    }
    return report;
}

static uint32_t
count_lines(tl_str text)
{
    uint32_t count = 0;
    tl_str line;
    while (text.len && tl_str_split(&text, '\n', &line)) {
        count++;
    }
    return count;
}

/* Takes "@@ -A,B +C,D @@" off; returns C. */
static uint32_t
new_line_of(tl_str header)
{
    size_t at = tl_str_find_byte(header, '+', 0) + 1;
    return (uint32_t)strtoul(header.ptr + at, NULL, 10);
}

/* Requires that the findings are on the lines with a plus, and on no others. The diff is one of
 * ours, so that lines of hunks are known by their mark. */
static void
require_added(tl_str diff, const termlint_report *report)
{
    size_t found = 0;
    uint32_t at = 0;
    tl_str line;
    for (size_t number = 0; diff.len && tl_str_split(&diff, '\n', &line); number++) {
        char mark = number > 1 && line.len ? line.ptr[0] : '\0'; /* behind the names */
        at = mark == '@' ? new_line_of(line) : at;
        if (mark == '+') {
            require(found < report->count && tl_report_at(report, found).begin.line == at);
            found++;
        }
        at += mark == '+' || mark == ' ';
    }
    require(found == report->count);
}

static void
check_texts(tl_str before, tl_str after)
{
    termlint_bytes diff =
        termlint_diff(name, (termlint_bytes){(char *)(uintptr_t)before.ptr, before.len},
                      (termlint_bytes){(char *)(uintptr_t)after.ptr, after.len});
    termlint_added_lines *lines = termlint_added_lines_read("diff", diff.ptr, diff.length, NULL);
    termlint_report *report = report_of(count_lines(after));
    require(lines != NULL);
    termlint_added_lines_apply(lines, report);
    require_added((tl_str){diff.ptr, diff.length}, report);
    termlint_report_free(report);
    termlint_added_lines_free(lines);
    free(diff.ptr);
}

int
LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    tl_str input = {(const char *)data, size};
    size_t middle = tl_str_find_byte(input, '\0', 0);
    char *error = NULL;
    termlint_added_lines *lines = termlint_added_lines_read("diff", input.ptr, size, &error);
    require((lines == NULL) == (error != NULL));
    if (lines) {
        termlint_report *report = report_of(8);
        termlint_added_lines_apply(lines, report);
        termlint_report_free(report);
    }
    if (middle < size) {
        check_texts(tl_str_slice(input, 0, middle), tl_str_slice(input, middle + 1, size));
    }
    termlint_added_lines_free(lines);
    free(error);
    return 0;
}
