/* SPDX-License-Identifier: MPL-2.0 */
/* The entry point: finds the command and runs it. A closed pipe, a full disk or a
 * file that may not grow is an error that is told, not a signal. */
#include "cli/commands.h"
#include "termlint.h"

#include "base/alloc.h"

#include <errno.h>
#include <jansson.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

static int
run_command(int argc, char **argv)
{
    const tl_command *command = tl_command_find(argv[0]);
    if (command) {
        return command->run(argc, argv);
    }
    if (argv[0][0] == '-') {
        return tl_fail("unknown option %s; the command comes first, see `termlint --help`",
                       argv[0]);
    }
    const char *near = tl_command_nearest(argv[0]);
    return tl_fail("unknown command “%s”%s%s%s", argv[0], near ? ", did you mean “" : "",
                   near ? near : "", near ? "”" : "");
}

int
main(int argc, char **argv)
{
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
    json_set_alloc_funcs(tl_alloc, free);
    if (argc < 2) {
        tl_commands_print(stderr);
        return TL_EXIT_FAILURE;
    }
    int status = TL_EXIT_CLEAN;
    if (strcmp(argv[1], "--version") == 0) {
        printf("termlint %s\n", termlint_version());
    } else if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "help") == 0) {
        tl_commands_print(stdout);
    } else {
        status = run_command(argc - 1, argv + 1);
    }
    if (fflush(stdout) != 0 || ferror(stdout)) {
        return errno == EPIPE ? TL_EXIT_FAILURE : tl_fail("cannot write standard output");
    }
    return status;
}
