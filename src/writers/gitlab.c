/* SPDX-License-Identifier: MPL-2.0 */
/* GitLab's code quality report: an array of issues as the Code Climate engine specification has
 * them, with the fields that GitLab reads. It drops issues that share a fingerprint; ours are
 * unique in a report. Lines only: GitLab shows no columns. */
#include "writers/json_text.h"
#include "writers/writers.h"

static const char *
severity_of(tl_severity severity)
{
    return severity == TL_SEVERITY_ERROR     ? "major"
           : severity == TL_SEVERITY_WARNING ? "minor"
                                             : "info";
}

static void
write_issue(const tl_diag *diag, const tl_diag *before, const tl_write_options *options,
            tl_buf *out)
{
    (void)options;
    tl_buf_add_cstr(out, before ? ",\n" : "\n");
    tl_buf_add_cstr(out, "  {\"description\": ");
    tl_json_add_string(out, diag->message);
    tl_buf_add_cstr(out, ", \"check_name\": ");
    tl_json_add_string(out, diag->rule);
    tl_buf_add_format(out, ", \"fingerprint\": \"%s\", \"severity\": \"%s\"", diag->fingerprint,
                      severity_of(diag->severity));
    tl_buf_add_cstr(out, ", \"location\": {\"path\": ");
    tl_json_add_string(out, diag->path);
    tl_buf_add_format(out, ", \"lines\": {\"begin\": %u, \"end\": %u}}}", diag->begin.line,
                      diag->end.line);
}

static void
begin(const tl_report *report, const tl_write_options *options, tl_buf *out)
{
    (void)report, (void)options;
    tl_buf_add_byte(out, '[');
}

static void
end(const tl_report *report, const tl_write_options *options, tl_buf *out)
{
    (void)options;
    tl_buf_add_cstr(out, report->count ? "\n]\n" : "]\n");
}

const tl_writer tl_writer_gitlab = {
    .id = "gitlab",
    .summary = "GitLab code quality report",
    .begin = begin,
    .finding = write_issue,
    .end = end,
};
