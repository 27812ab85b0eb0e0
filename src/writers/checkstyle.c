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
add_finding(tl_buf *out, const tl_diag *diag, tl_columns columns)
{
    tl_position at = tl_diag_begin(diag, columns);
    tl_buf_add_format(out, "    <error line=\"%u\" column=\"%u\" severity=\"%s\"", at.line,
                      at.column, severity_of(diag->severity));
    tl_xml_add_attribute(out, "message", diag->message);
    tl_buf_add_cstr(out, " source=\"termlint.");
    tl_xml_add_text(out, diag->rule);
    tl_buf_add_cstr(out, "\"/>\n");
}

/* The findings of a report are in order of their paths. */
static bool
begins_file(const tl_report *report, size_t at)
{
    return at == 0 || !tl_str_equal(report->diags[at].path, report->diags[at - 1].path);
}

static void
write_checkstyle(const tl_report *report, const tl_write_options *options, tl_buf *out)
{
    tl_buf_add_cstr(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"8.0\">"
                         "\n");
    for (size_t i = 0; i < report->count; i++) {
        if (begins_file(report, i)) {
            tl_buf_add_cstr(out, i ? "  </file>\n  <file" : "  <file");
            tl_xml_add_attribute(out, "name", report->diags[i].path);
            tl_buf_add_cstr(out, ">\n");
        }
        add_finding(out, &report->diags[i], options->columns);
    }
    tl_buf_add_cstr(out, report->count ? "  </file>\n</checkstyle>\n" : "</checkstyle>\n");
}

const tl_writer tl_writer_checkstyle = {
    .id = "checkstyle",
    .summary = "Checkstyle XML, for editors and CI servers",
    .write = write_checkstyle,
};
