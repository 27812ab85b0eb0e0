/* SPDX-License-Identifier: MPL-2.0 */
/* One line for each finding and nothing else, for the error lists of editors. */
#include "writers/headline.h"

static void
write_finding(const tl_diag *diag, const tl_diag *before, const tl_write_options *options,
              tl_buf *out)
{
    (void)before;
    tl_headline_add(out, diag, options->columns, &tl_palette_none);
    tl_buf_add_byte(out, '\n');
}

const tl_writer tl_writer_gnu = {
    .id = "gnu",
    .summary = "one line for each finding, as compilers write it",
    .finding = write_finding,
};
