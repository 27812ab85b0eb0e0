/* SPDX-License-Identifier: MPL-2.0 */
/* JSON Lines: one finding a line, then one line with the summary. */
#include "writers/json.h"

static void
write_finding(const tl_diag *diag, const tl_diag *before, const tl_write_options *options,
              tl_buf *out)
{
    (void)before;
    tl_json_add_finding(out, diag, options->columns);
    tl_buf_add_byte(out, '\n');
}

static void
write_summary(const tl_report *report, const tl_write_options *options, tl_buf *out)
{
    (void)options;
    tl_buf_add_cstr(out, "{\"summary\": ");
    tl_json_add_summary(out, report);
    tl_buf_add_cstr(out, "}\n");
}

const tl_writer tl_writer_jsonl = {
    .id = "jsonl",
    .summary = "JSON Lines: one finding a line, then the summary",
    .finding = write_finding,
    .end = write_summary,
};
