/* SPDX-License-Identifier: MPL-2.0 */
/* The public face of termbase formats: thin, since termbase/ reads and writes them. */
#include "engine/checker.h"
#include "engine/give.h"
#include "termbase/formats.h"
#include "termlint_tools.h"

const char *
termlint_termbase_file(const termlint_checker *checker, size_t index)
{
    const tl_termbase *termbase = &checker->terms->termbase;
    return index < termbase->file_count ? termbase->files[index].ptr : NULL;
}

/* "3 note, 2 except" as a C string, or NULL for nothing. */
static char *
describe_dropped(const tl_dropped *dropped)
{
    tl_buf text = {0};
    for (size_t i = 0; i < dropped->count; i++) {
        tl_buf_add_format(&text, "%s%zu %.*s", i ? ", " : "", dropped->items[i].count,
                          TL_STR_ARGS(dropped->items[i].what));
    }
    if (text.len) {
        tl_buf_add_byte(&text, '\0');
    }
    return text.ptr;
}

char *
termlint_termbase_lost(const termlint_checker *checker)
{
    return describe_dropped(&checker->terms->termbase.lost);
}

char *
termlint_termbase_write(const termlint_checker *checker, const char *format, char **dropped,
                        char **error)
{
    const tl_termbase_format *row = tl_termbase_format_find(tl_str_from(format));
    tl_error problem = {0};
    tl_dropped lost = {0};
    tl_buf out = {0};
    if (row == NULL || row->write == NULL) {
        tl_error_set(&problem, "unknown format “%s” of termbases, want one that `%s` lists", format,
                     "termlint termbase --help");
        tl_give_error(error, &problem);
        return NULL;
    }
    row->write(&checker->terms->termbase, &out, &lost);
    tl_buf_add_byte(&out, '\0');
    *dropped = describe_dropped(&lost);
    return out.ptr;
}
