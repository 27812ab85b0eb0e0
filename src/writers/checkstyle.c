/* SPDX-License-Identifier: MPL-2.0 */
/* Checkstyle's XML, which many tools read: the findings by file, each with its line, column,
 * severity, message and rule. */
#include "writers/writers.h"
#include "writers/xml_text.h"

/* Checkstyle's own names: error, warning, info. */
static const char *
severity_of(tl_severity severity)
{
    return severity == TL_SEVERITY_SUGGESTION ? "info" : tl_severity_name(severity);
}

static void
add_error(tl_buf *out, const tl_diag *diag, tl_columns columns)
{
    tl_position at = tl_diag_begin(diag, columns);
    tl_buf_add_format(out, "    <error line=\"%u\" column=\"%u\" severity=\"%s\"", at.line,
                      at.column, severity_of(diag->severity));
    tl_xml_add_attribute(out, "message", diag->message);
    tl_buf_add_cstr(out, " source=\"termlint.");
    tl_xml_add_text(out, diag->rule);
    tl_buf_add_cstr(out, "\"/>\n");
}

static void
begin(const tl_report *report, const tl_write_options *options, tl_buf *out)
{
    (void)report, (void)options;
    tl_buf_add_cstr(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"8.0\">"
                         "\n");
}

/* The findings of a report are in order of their paths. */
static void
write_finding(const tl_diag *diag, const tl_diag *before, const tl_write_options *options,
              tl_buf *out)
{
    if (before == NULL || !tl_str_equal(before->path, diag->path)) {
        tl_buf_add_cstr(out, before ? "  </file>\n  <file" : "  <file");
        tl_xml_add_attribute(out, "name", diag->path);
        tl_buf_add_cstr(out, ">\n");
    }
    add_error(out, diag, options->columns);
}

static void
end(const tl_report *report, const tl_write_options *options, tl_buf *out)
{
    (void)options;
    tl_buf_add_cstr(out, report->count ? "  </file>\n</checkstyle>\n" : "</checkstyle>\n");
}

const tl_writer tl_writer_checkstyle = {
    .id = "checkstyle",
    .summary = "Checkstyle XML, for editors and CI servers",
    .begin = begin,
    .finding = write_finding,
    .end = end,
};
