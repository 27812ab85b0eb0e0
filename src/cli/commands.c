/* SPDX-License-Identifier: MPL-2.0 */
/* The list of commands, and what all of them share: help and output. Adding a command is one file
 * and one line here. */
#include "cli/commands.h"

#include "base/error.h"
#include "base/file.h"
#include "cli/options.h"
#include "cli/tell.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#define TL_COMMANDS(X) \
    X(check)           \
    X(fix)             \
    X(discover)        \
    X(init)            \
    X(explain)         \
    X(romanize)        \
    X(identify)        \
    X(decline)         \
    X(schemes)         \
    X(termbase)        \
    X(rules)           \
    X(lsp)

#define DECLARE(name) extern const tl_command tl_command_##name;
TL_COMMANDS(DECLARE)
#undef DECLARE

#define ROW(name) &tl_command_##name,
static const tl_command *const commands[] = {TL_COMMANDS(ROW)};
#undef ROW

enum { COMMAND_COUNT = sizeof commands / sizeof commands[0] };

const tl_command *
tl_command_find(const char *name)
{
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        if (strcmp(commands[i]->name, name) == 0) {
            return commands[i];
        }
    }
    return NULL;
}

const char *
tl_command_nearest(const char *name)
{
    tl_str names[COMMAND_COUNT];
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        names[i] = tl_str_from(commands[i]->name);
    }
    return tl_nearest(tl_str_from(name), names, COMMAND_COUNT).ptr;
}

void
tl_commands_print(FILE *out)
{
    fputs("usage: termlint COMMAND [OPTION]... [ARGUMENT]...\n\n"
          "A bilingual glossary and terminology checker.\n\ncommands:\n",
          out);
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        fprintf(out, "  %-10s %s\n", commands[i]->name, commands[i]->summary);
    }
    fputs("\n`termlint COMMAND --help` tells more of each; `termlint --version` prints the "
          "version.\n"
          "Exit status: 0 nothing found, 1 findings, 2 the work could not be done.\n",
          out);
}

int
tl_command_print_help(const tl_command *command, const tl_option *options, const char *more)
{
    printf("usage: termlint %s %s\n\n%s.\n\noptions:\n", command->name, command->usage,
           command->summary);
    tl_options_print(options, stdout);
    if (more) {
        printf("\n%s\n", more);
    }
    return TL_EXIT_CLEAN;
}

bool
tl_read_option_file(const char *path, tl_buf *bytes)
{
    tl_error error = {0};
    bool is_stdin = strcmp(path, "-") == 0;
    int fd = is_stdin ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    bool ok = fd >= 0 ? tl_file_read_stream(fd, is_stdin ? "standard input" : path, bytes, &error)
                      : tl_file_fail(&error, "read", path);
    if (!ok) {
        tl_fail("%s", error.message);
    }
    if (fd >= 0 && !is_stdin) {
        close(fd);
    }
    tl_error_clear(&error);
    return ok;
}

bool
tl_write_output(const char *path, const char *bytes, size_t length)
{
    tl_error error = {0};
    tl_str contents = {bytes, length};
    bool ok = path ? tl_file_write_atomic(path, contents, NULL, &error)
                   : fflush(stdout) == 0 &&
                         tl_file_write_all(STDOUT_FILENO, "standard output", contents, &error);
    bool nobody_reads = !ok && errno == EPIPE;
    if (!ok && !nobody_reads) {
        tl_fail("%s", error.message ? error.message : "cannot write standard output");
    }
    tl_error_clear(&error);
    return ok;
}
