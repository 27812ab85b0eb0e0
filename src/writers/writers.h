/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_WRITERS_WRITERS_H
#define TL_WRITERS_WRITERS_H

#include "base/buf.h"
#include "base/sink.h"
#include "report/report.h"

/* What formats tell of a rule. */
typedef struct tl_write_rule {
    const char *id;
    const char *summary;
    const char *help;
    tl_severity severity; /* the default */
} tl_write_rule;

typedef struct tl_write_options {
    tl_columns columns;         /* of all columns but those of a format that prescribes its unit */
    bool color;                 /* only formats for people are ever coloured */
    bool quiet;                 /* text: no summary */
    const char *version;        /* of termlint, as "0.1.0" */
    const tl_write_rule *rules; /* all there are, in order; for formats that describe them */
    size_t rule_count;
} tl_write_options;

/* One output format: a const row in the file that implements it, its name in the X() list of
 * writers.c. */
typedef struct tl_writer {
    const char *id;
    const char *summary;
    bool human;       /* may be coloured, on a terminal */
    bool wants_usage; /* it sets good forms beside the bad ones: their use is to be counted */

    bool severest_first; /* the findings by severity, else in their order */

    /* Append to `out` what stands before the findings of the report, which is finished, and behind
     * them; NULL: nothing. */
    void (*begin)(const tl_report *report, const tl_write_options *options, tl_buf *out);
    void (*end)(const tl_report *report, const tl_write_options *options, tl_buf *out);

    /* Appends a finding; `before` is the one that was written before it, or NULL. */
    void (*finding)(const tl_diag *diag, const tl_diag *before, const tl_write_options *options,
                    tl_buf *out);
} tl_writer;

/* All writers, in the order of the list. */
const tl_writer *const *tl_writers(size_t *count);
const tl_writer *tl_writer_find(tl_str id);

/* Writes the whole report, piece by piece; false if the sink takes no more. */
bool tl_writer_write(const tl_writer *writer, const tl_report *report,
                     const tl_write_options *options, const tl_sink *sink);

#endif
