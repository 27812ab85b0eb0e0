/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_CLI_TERMBASE_FILES_H
#define TL_CLI_TERMBASE_FILES_H

#include "base/str.h"
#include "termlint.h"

/* Files that hold termbases, by their names and by what is in them. */

/* Calls `take` for each ending, without the dot, by which a format of termbases is known. */
typedef void (*tl_take_ending)(void *context, const termlint_format *format, tl_str ending);
void tl_each_termbase_ending(tl_take_ending take, void *context);

/* What follows the last dot of the file's own name; empty if there is none. */
tl_str tl_ending_of(const char *path);

/* Whether a file that some reader of documents claims is a termbase all the same: one that the
 * checker has loaded, or one whose first bytes say so. */
bool tl_is_termbase_file(const char *path, const termlint_checker *checker);

#endif
