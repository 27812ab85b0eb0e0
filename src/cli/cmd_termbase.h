/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_CLI_CMD_TERMBASE_H
#define TL_CLI_CMD_TERMBASE_H

#include "cli/commands.h"
#include "cli/options.h"
#include "termlint.h"

/* What `termlint termbase VERB` are: rows like those of commands, in the X() list of
 * cmd_termbase.c. */

/* A checker with these termbases, or NULL after a message for each mistake; none at all is one. */
termlint_checker *tl_load_termbases(const tl_string_list *paths);

/* Prints a text of the library and frees it. */
int tl_print_and_free(char *text);

#endif
