/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_CLI_RECORDS_H
#define TL_CLI_RECORDS_H

#include "cli/settings.h"

/* check --records, for engines that split a corpus over machines: reads one JSON object a line,
 *
 *     {"id": …, "text": "…", "lang": "ru", "path": "a.txt"}
 *
 * of which "text" must be there, and writes one line for each, in order, before it reads on:
 *
 *     {"id": …, "findings": […]}     or, of a line that is no record,
 *     {"id": …, "error": "…"}
 *
 * A finding is that of --format json, with columns in the unit named (NULL: code points). No record
 * knows of another. `path` is a file, or "-" for standard input; returns the exit status, for which
 * lines that are no records count only without --fail-on never. */
int tl_check_records(const tl_settings *settings, const char *columns, const char *path);

#endif
