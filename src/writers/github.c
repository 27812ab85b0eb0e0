/* SPDX-License-Identifier: MPL-2.0 */
/* Workflow commands of GitHub Actions: one annotation for each finding. The runner shows only the
 * first ten errors and ten warnings of a step, so the most severe come first. Nothing in a text or
 * a file name can begin a command of its own: every line break and separator is escaped. */
#include "writers/writers.h"

#include "base/shown.h"
#include "base/utf8.h"

/* Escapes % and line breaks, and of a property also : and , (actions/toolkit, command.ts); all else
 * that is not safe to show in a log is made so. */
static void
add_escaped(tl_buf *out, tl_str text, bool is_property)
{
    const tl_str special = is_property ? TL_STR("%\r\n:,") : TL_STR("%\r\n");
    for (size_t at = 0, begin = 0; at < text.len; begin = at) {
        tl_utf8_next(text, &at);
        char c = text.ptr[begin];
        if (tl_str_find_byte(special, c, 0) < special.len) {
            tl_buf_add_format(out, "%%%02X", (unsigned char)c);
        } else {
            tl_shown_add(out, tl_str_slice(text, begin, at));
        }
    }
}

static const char *
command_of(tl_severity severity)
{
    return severity == TL_SEVERITY_ERROR     ? "error"
           : severity == TL_SEVERITY_WARNING ? "warning"
                                             : "notice";
}

/* Columns are given only where the finding is in one line, as the runner wants it. */
static void
add_place(tl_buf *out, const tl_diag *diag, tl_columns columns)
{
    tl_position begin = tl_diag_begin(diag, columns), end = tl_diag_end(diag, columns);
    tl_buf_add_format(out, ",line=%u,endLine=%u", begin.line, end.line);
    if (begin.line == end.line) {
        tl_buf_add_format(out, ",col=%u,endColumn=%u", begin.column, end.column);
    }
}

static void
write_command(const tl_diag *diag, const tl_diag *before, const tl_write_options *options,
              tl_buf *out)
{
    (void)before;
    tl_buf_add_format(out, "::%s file=", command_of(diag->severity));
    add_escaped(out, diag->path, true);
    add_place(out, diag, options->columns);
    tl_buf_add_cstr(out, ",title=");
    add_escaped(out, diag->rule, true);
    tl_buf_add_cstr(out, "::");
    add_escaped(out, diag->message, false);
    if (diag->explanation.len) {
        tl_buf_add_cstr(out, "%0A");
        add_escaped(out, diag->explanation, false);
    }
    tl_buf_add_byte(out, '\n');
}

const tl_writer tl_writer_github = {
    .id = "github",
    .summary = "workflow commands of GitHub Actions: annotations",
    .severest_first = true,
    .finding = write_command,
};
