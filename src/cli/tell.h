/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_CLI_TELL_H
#define TL_CLI_TELL_H

#include <stdint.h>

/* What the program says beside its output, and how it ends. */

/* Exit statuses, as the README promises them. */
enum {
    TL_EXIT_CLEAN = 0,
    TL_EXIT_FINDINGS = 1,
    TL_EXIT_FAILURE = 2,
};

/* A line on standard error. What is foreign in it cannot steer a terminal, nor begin another line,
 * which a CI server may read as a command. */
void tl_tell(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* A message on standard error: "termlint: …", or "path:line:column: …". Returns TL_EXIT_FAILURE. */
int tl_fail(const char *format, ...) __attribute__((format(printf, 1, 2)));
void tl_print_problem(void *context, const char *path, uint32_t line, uint32_t column,
                      const char *message);

/* The same for what is no reason to fail. */
void tl_print_remark(void *context, const char *path, uint32_t line, uint32_t column,
                     const char *message);

#endif
