/* SPDX-License-Identifier: MPL-2.0 */
/* JUnit's XML, for what shows test results: each finding is a test that failed, each document that
 * could not be checked a test in error; a report without either has one test that passed. A report
 * is the same whenever and wherever it was made, so the time and the host that the format wants are
 * fixed. */
#include "writers/writers.h"
#include "writers/xml_text.h"

static void
begin_case(tl_buf *out, tl_str path, const char *name)
{
    tl_buf_add_cstr(out, "    <testcase");
    tl_xml_add_attribute(out, "classname", path);
    tl_xml_add_attribute(out, "name", tl_str_from(name));
    tl_buf_add_cstr(out, " time=\"0\">");
}

static void
write_finding(const tl_diag *diag, const tl_diag *before, const tl_write_options *options,
              tl_buf *out)
{
    (void)before;
    tl_position at = tl_diag_begin(diag, options->columns);
    tl_buf name = {0};
    tl_buf_add_format(&name, "%u:%u ", at.line, at.column);
    tl_buf_add(&name, diag->rule);
    tl_buf_add_byte(&name, '\0');
    begin_case(out, diag->path, name.ptr);
    tl_buf_clear(&name);
    tl_buf_add_cstr(out, "<failure");
    tl_xml_add_attribute(out, "message", diag->message);
    tl_xml_add_attribute(out, "type", tl_str_from(tl_severity_name(diag->severity)));
    tl_buf_add_byte(out, '>');
    tl_xml_add_text(out, diag->explanation);
    tl_buf_add_cstr(out, "</failure></testcase>\n");
}

static void
add_problem(tl_buf *out, const tl_problem *problem)
{
    begin_case(out, tl_str_from(problem->path), "read");
    tl_buf_add_cstr(out, "<error");
    tl_xml_add_attribute(out, "message", tl_str_from(problem->message));
    tl_buf_add_cstr(out, " type=\"problem\"/></testcase>\n");
}

static void
add_passed(tl_buf *out)
{
    begin_case(out, TL_STR("termlint"), "no findings");
    tl_buf_add_cstr(out, "</testcase>\n");
}

static void
begin(const tl_report *report, const tl_write_options *options, tl_buf *out)
{
    (void)options;
    size_t problems = report->problems.kept, tests = report->count + problems;
    tl_buf_add_format(out,
                      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n"
                      "  <testsuite name=\"termlint\" package=\"termlint\" id=\"0\" tests=\"%zu\" "
                      "failures=\"%zu\" errors=\"%zu\" time=\"0\" "
                      "timestamp=\"1970-01-01T00:00:00\" hostname=\"localhost\">\n"
                      "    <properties/>\n",
                      tests ? tests : 1, report->count, problems);
}

static void
end(const tl_report *report, const tl_write_options *options, tl_buf *out)
{
    (void)options;
    for (size_t i = 0; i < report->problems.kept; i++) {
        add_problem(out, &report->problems.items[i]);
    }
    if (report->count == 0 && report->problems.kept == 0) {
        add_passed(out);
    }
    tl_buf_add_cstr(out, "    <system-out/>\n    <system-err/>\n  </testsuite>\n</testsuites>\n");
}

const tl_writer tl_writer_junit = {
    .id = "junit",
    .summary = "JUnit XML: each finding a failed test",
    .begin = begin,
    .finding = write_finding,
    .end = end,
};
