/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_TERMBASE_FORMATS_H
#define TL_TERMBASE_FORMATS_H

#include "base/buf.h"
#include "termbase/load.h"

/* What a format could not hold, by the key of the termbase that says it. All-zero: nothing. */
typedef struct tl_dropped {
    struct {
        const char *what;
        size_t count;
    } items[16];
    size_t count;
} tl_dropped;

/* Notes that `count` of `what`, a static string, are lost; 0 is nothing lost. */
void tl_dropped_add(tl_dropped *dropped, const char *what, size_t count);

/* One format of termbases: a const row in the file that implements it, its name in the X() list of
 * formats.c. */
typedef struct tl_termbase_format {
    const char *id;
    const char *summary;
    const char *extensions; /* "csv|txt", small letters */

    /* Reads a whole file into load->termbase; mistakes are reported with their places. */
    void (*read)(tl_load *load, tl_termbase_file *file, tl_str bytes);

    /* Appends the termbase to `out`. Reading it again gives the same termbase, but for what is
     * noted in *dropped and for the places. */
    void (*write)(const tl_termbase *termbase, tl_buf *out, tl_dropped *dropped);
} tl_termbase_format;

const tl_termbase_format *const *tl_termbase_formats(size_t *count);
const tl_termbase_format *tl_termbase_format_find(tl_str id);

/* The format of a file by the extension of its name; YAML if no other claims it. */
const tl_termbase_format *tl_termbase_format_for(tl_str path);

#endif
