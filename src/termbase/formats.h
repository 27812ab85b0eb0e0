/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_TERMBASE_FORMATS_H
#define TL_TERMBASE_FORMATS_H

#include "base/buf.h"
#include "termbase/dropped.h"
#include "termbase/load.h"

/* One format of termbases: a const row in the file that implements it, its name in the X() list of
 * formats.c. */
typedef struct tl_termbase_format {
    const char *id;
    const char *summary;
    const char *extensions; /* "csv|txt", small letters */

    /* True if a file that begins with these bytes is surely of this format, whatever its name;
     * NULL: nothing tells. */
    bool (*is_begun_by)(tl_str beginning);

    bool is_document; /* files of this format are documents, in which terms are listed, too */

    /* Reads a whole file into load->termbase; mistakes are reported with their places. */
    void (*read)(tl_load *load, tl_termbase_file *file, tl_str bytes);

    /* Instead of `read`, for files of any size: makes a reader; hands it a piece of the file, false
     * if it wants no more; frees it at the end, `is_whole` unless the file could not be read. */
    void *(*open)(tl_load *load, tl_termbase_file *file);
    bool (*take)(void *reader, tl_str piece);
    void (*close)(void *reader, bool is_whole);

    /* Appends the termbase to `out`. Reading it again gives the same termbase, but for what is
     * noted in *dropped and for the places. NULL: the format is only read. */
    void (*write)(const tl_termbase *termbase, tl_buf *out, tl_dropped *dropped);
} tl_termbase_format;

const tl_termbase_format *const *tl_termbase_formats(size_t *count);
const tl_termbase_format *tl_termbase_format_find(tl_str id);

/* The format of a file by the bytes that it begins with, else by the extension of its name; YAML if
 * nothing tells another. */
const tl_termbase_format *tl_termbase_format_of(tl_str path, tl_str beginning);

/* True if a file that begins with these bytes is surely a termbase, and no document. */
bool tl_termbase_begins(tl_str beginning);

#endif
