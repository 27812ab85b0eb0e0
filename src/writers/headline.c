/* SPDX-License-Identifier: MPL-2.0 */
/* The one line that says a finding, for the formats that people read. Everything in it that comes
 * from outside is escaped, so that it is one line. */
#include "writers/headline.h"

#include "base/shown.h"
#include "writers/display.h"

const tl_palette tl_palette_none = {
    .path = "",
    .severity = {"", "", "", ""},
    .rule = "",
    .reset = "",
};

const tl_palette tl_palette_terminal = {
    .path = "\033[1m",
    .severity =
        {
            [TL_SEVERITY_OFF] = "",
            [TL_SEVERITY_SUGGESTION] = "\033[1;36m",
            [TL_SEVERITY_WARNING] = "\033[1;33m",
            [TL_SEVERITY_ERROR] = "\033[1;31m",
        },
    .rule = "\033[2m",
    .reset = "\033[0m",
};

/* Adds strings up to a NULL. */
static void
add_words(tl_buf *out, const char *const *words)
{
    for (; *words; words++) {
        tl_buf_add_cstr(out, *words);
    }
}

void
tl_headline_add(tl_buf *out, const tl_diag *diag, tl_columns columns, const tl_palette *palette)
{
    tl_position at = tl_diag_begin(diag, columns);
    tl_buf_add_cstr(out, palette->path);
    tl_shown_add(out, diag->path);
    tl_buf_add_byte(out, ':');
    tl_buf_add_number(out, at.line);
    tl_buf_add_byte(out, ':');
    tl_buf_add_number(out, at.column);
    add_words(out,
              (const char *[]){":", palette->reset, " ", palette->severity[diag->severity],
                               tl_severity_name(diag->severity), ":", palette->reset, " ", NULL});
    tl_shown_add(out, diag->message);
    add_words(out, (const char *[]){" ", palette->rule, "[", NULL});
    tl_shown_add(out, diag->rule);
    add_words(out, (const char *[]){"]", palette->reset, NULL});
}
