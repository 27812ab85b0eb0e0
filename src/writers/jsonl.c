/* SPDX-License-Identifier: MPL-2.0 */
/* JSON Lines: one finding a line, then one line with the summary. */
#include "writers/json.h"

static void
write_jsonl(const tl_report *report, const tl_write_options *options, tl_buf *out)
{
    for (size_t i = 0; i < report->count; i++) {
        tl_json_add_finding(out, &report->diags[i], options->columns);
        tl_buf_add_byte(out, '\n');
    }
    tl_buf_add_cstr(out, "{\"summary\": ");
    tl_json_add_summary(out, report);
    tl_buf_add_cstr(out, "}\n");
}

const tl_writer tl_writer_jsonl = {
    .id = "jsonl",
    .summary = "JSON Lines: one finding a line, then the summary",
    .write = write_jsonl,
};
