/* SPDX-License-Identifier: MPL-2.0 */
/* termlint schemes: the romanization schemes that termlint knows. */
#include "cli/commands.h"
#include "cli/options.h"
#include "termlint.h"

static int
run(int argc, char **argv)
{
    extern const tl_command tl_command_schemes;
    bool help = false;
    tl_string_list operands = {0};
    const tl_option options[] = {
        {TL_OPTION_FLAG, "help", NULL, "print this", NULL, &help},
        {0},
    };
    bool ok = tl_options_parse(options, argc, argv, &operands);
    tl_string_list_clear(&operands);
    if (!ok || help) {
        return ok ? tl_command_print_help(&tl_command_schemes, options, NULL) : TL_EXIT_FAILURE;
    }
    termlint_scheme scheme;
    for (size_t i = 0; termlint_scheme_at(i, &scheme); i++) {
        printf("%-20s %-4s %u  %s\n", scheme.id, scheme.language, scheme.year, scheme.title);
    }
    return TL_EXIT_CLEAN;
}

const tl_command tl_command_schemes = {
    .name = "schemes",
    .usage = "",
    .summary = "list the romanization schemes: id, language, year, standard",
    .run = run,
};
