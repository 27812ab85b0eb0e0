/* SPDX-License-Identifier: MPL-2.0 */
/* termlint termbase: work on termbases. `lint` says what is wrong with one. */
#include "cli/commands.h"
#include "cli/options.h"
#include "termlint.h"

#include <string.h>

static int
lint(const tl_string_list *operands)
{
    if (operands->count < 2) {
        return tl_fail("want the termbases to check");
    }
    termlint_checker *checker = termlint_checker_new();
    bool ok = termlint_checker_load(checker, operands->items + 1, operands->count - 1,
                                    tl_print_problem, NULL);
    if (ok) {
        size_t concepts = termlint_checker_concept_count(checker);
        size_t terms = termlint_checker_term_count(checker);
        printf("%zu concept%s, %zu term%s, no mistake\n", concepts, concepts == 1 ? "" : "s", terms,
               terms == 1 ? "" : "s");
    }
    termlint_checker_free(checker);
    return ok ? TL_EXIT_CLEAN : TL_EXIT_FAILURE;
}

static int
run(int argc, char **argv)
{
    extern const tl_command tl_command_termbase;
    bool help = false;
    tl_string_list operands = {0};
    const tl_option options[] = {
        {TL_OPTION_FLAG, "help", NULL, "print this", NULL, &help},
        {0},
    };
    int status = TL_EXIT_FAILURE;
    if (tl_options_parse(options, argc, argv, &operands)) {
        if (help) {
            status = tl_command_print_help(&tl_command_termbase, options, NULL);
        } else if (operands.count && strcmp(operands.items[0], "lint") == 0) {
            status = lint(&operands);
        } else {
            status = tl_fail("want `termbase lint FILE...`");
        }
    }
    tl_string_list_clear(&operands);
    return status;
}

const tl_command tl_command_termbase = {
    .name = "termbase",
    .usage = "lint FILE...",
    .summary = "check termbases: every mistake with its place",
    .run = run,
};
