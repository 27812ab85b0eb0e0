/* SPDX-License-Identifier: MPL-2.0 */
/* Reviewdog Diagnostic Format: one DiagnosticResult. Columns are bytes of UTF-8 whatever was asked
 * for, as its definition (reviewdog.proto) says; a safe replacement is a suggestion over the range
 * of the finding. */
#include "writers/json_text.h"
#include "writers/writers.h"

static const char *
severity_of(tl_severity severity)
{
    return severity == TL_SEVERITY_ERROR     ? "ERROR"
           : severity == TL_SEVERITY_WARNING ? "WARNING"
                                             : "INFO";
}

static void
add_range(tl_buf *out, const tl_diag *diag)
{
    tl_position begin = tl_diag_begin(diag, TL_COLUMNS_BYTES);
    tl_position end = tl_diag_end(diag, TL_COLUMNS_BYTES);
    tl_buf_add_format(out,
                      "\"range\": {\"start\": {\"line\": %u, \"column\": %u}, "
                      "\"end\": {\"line\": %u, \"column\": %u}}",
                      begin.line, begin.column, end.line, end.column);
}

static void
write_diagnostic(const tl_diag *diag, const tl_diag *before, const tl_write_options *options,
                 tl_buf *out)
{
    (void)options;
    tl_buf_add_cstr(out, before ? ",\n" : "\n");
    tl_buf_add_cstr(out, "  {\"message\": ");
    tl_json_add_string(out, diag->message);
    tl_buf_add_cstr(out, ", \"location\": {\"path\": ");
    tl_json_add_string(out, diag->path);
    tl_buf_add_cstr(out, ", ");
    add_range(out, diag);
    tl_buf_add_format(
        out, "}, \"severity\": \"%s\", \"code\": {\"value\": ", severity_of(diag->severity));
    tl_json_add_string(out, diag->rule);
    tl_buf_add_byte(out, '}');
    if (diag->fixable && tl_diag_is_replaced_whole(diag)) {
        tl_buf_add_cstr(out, ", \"suggestions\": [{");
        add_range(out, diag);
        tl_buf_add_cstr(out, ", \"text\": ");
        tl_json_add_string(out, diag->edits[0].text);
        tl_buf_add_cstr(out, "}]");
    }
    tl_buf_add_byte(out, '}');
}

static void
begin(const tl_report *report, const tl_write_options *options, tl_buf *out)
{
    (void)report, (void)options;
    tl_buf_add_cstr(out, "{\"source\": {\"name\": \"termlint\"}, \"diagnostics\": [");
}

static void
end(const tl_report *report, const tl_write_options *options, tl_buf *out)
{
    (void)report, (void)options;
    tl_buf_add_cstr(out, "]}\n");
}

const tl_writer tl_writer_rdjson = {
    .id = "rdjson",
    .summary = "Reviewdog Diagnostic Format, for reviewdog",
    .begin = begin,
    .finding = write_diagnostic,
    .end = end,
};
