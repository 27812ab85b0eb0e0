/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_CLI_LINES_H
#define TL_CLI_LINES_H

#include <stdbool.h>

/* Calls `line` for each line of a file, or of standard input for "-", without its end; a byte order
 * mark is dropped. Stops when it returns false. False after a message on standard error if the file
 * cannot be read or is not UTF-8. The line may be written to. */
bool tl_each_line(const char *path, bool (*line)(void *context, char *text), void *context);

#endif
