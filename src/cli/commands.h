/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_CLI_COMMANDS_H
#define TL_CLI_COMMANDS_H

#include "base/buf.h"
#include "cli/tell.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* One command: a const row in the file that implements it (cmd_<name>.c), its name in the X() list
 * of commands.c. */
typedef struct tl_command {
    const char *name;
    const char *usage;                 /* what follows the name */
    const char *summary;               /* one line */
    int (*run)(int argc, char **argv); /* argv[0] is the name; returns the exit status */
} tl_command;

const tl_command *tl_command_find(const char *name);

/* "termlint --help". */
void tl_commands_print(FILE *out);

/* The name nearest to a mistyped command, or NULL. */
const char *tl_command_nearest(const char *name);

struct tl_option;

/* "termlint COMMAND --help": the row, its options, and `more`, which may be NULL. */
int tl_command_print_help(const tl_command *command, const struct tl_option *options,
                          const char *more);

/* Appends what the file that an option names holds, a pipe too, or standard input for "-". */
bool tl_read_option_file(const char *path, tl_buf *bytes);

/* Writes `length` bytes to `path`, or to standard output if it is NULL. */
bool tl_write_output(const char *path, const char *bytes, size_t length);

#endif
