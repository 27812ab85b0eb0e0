/* SPDX-License-Identifier: MPL-2.0 */
/* termlint lsp: starts the language server with the settings of the command line. */
#include "cli/commands.h"
#include "cli/settings.h"
#include "lsp/server.h"

#include <unistd.h>

static termlint_config *
make_config(void *settings, termlint_problem_fn problem, void *context)
{
    return tl_settings_config_telling(settings, problem, context);
}

static int
run(int argc, char **argv)
{
    extern const tl_command tl_command_lsp;
    tl_settings settings = {0};
    tl_string_list operands = {0};
    bool help = false, on_stdio = false;
    const tl_option options[] = {
        TL_CHECKER_OPTIONS(&settings),
        {TL_OPTION_FLAG, "stdio", NULL, "what it does anyway; some clients say so", NULL,
         &on_stdio},
        {TL_OPTION_FLAG, "help", NULL, "print this", NULL, &help},
        {0},
    };
    int status = TL_EXIT_FAILURE;
    if (tl_options_parse(options, argc, argv, &operands)) {
        const tl_lsp_setup setup = {.make_config = make_config, .context = &settings};
        status = help ? tl_command_print_help(&tl_command_lsp, options, NULL)
                 : operands.count
                     ? tl_fail("lsp takes no arguments, “%s” is one", operands.items[0])
                     : tl_lsp_serve(STDIN_FILENO, STDOUT_FILENO, &setup);
    }
    tl_settings_clear(&settings);
    tl_string_list_clear(&operands);
    return status;
}

const tl_command tl_command_lsp = {
    .name = "lsp",
    .usage = "[OPTION]...",
    .summary = "serve an editor by the Language Server Protocol on standard input and output",
    .run = run,
};
