/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_CLI_LINES_H
#define TL_CLI_LINES_H

#include <stdbool.h>
#include <stddef.h>

/* A line of input, and where it stands. */
typedef struct tl_line {
    char *text;       /* without its end; may be written to */
    const char *path; /* as messages name it; NULL: an argument, not a line */
    size_t number;
} tl_line;

/* Calls `line` for each line of a file, or of standard input for "-"; a byte order mark is dropped.
 * Stops when it returns false. False after a message on standard error if the file cannot be read
 * or is not UTF-8. */
bool tl_each_line(const char *path, bool (*line)(void *context, const tl_line *line),
                  void *context);

/* Prints a message on standard error, with the place of the line if it has one. */
void tl_line_complain(const tl_line *line, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
