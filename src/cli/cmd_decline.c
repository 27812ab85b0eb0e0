/* SPDX-License-Identifier: MPL-2.0 */
/* termlint decline: the six cases of a Russian name. */
#include "base/alloc.h"
#include "cli/commands.h"
#include "cli/lines.h"
#include "cli/options.h"
#include "termlint.h"

#include <stdlib.h>
#include <string.h>

static bool
decline_line(void *context, const tl_line *line)
{
    const char *gender = context;
    if (line->text[0] == '\0') {
        return true;
    }
    char *forms = termlint_decline(line->text, gender ? gender[0] : '\0');
    fputs(forms, stdout);
    free(forms);
    return true;
}

static int
decline(const char *gender, const tl_string_list *operands)
{
    if (operands->count != 1 || operands->items[0][0] == '\0') {
        return tl_fail("want one name, in quotes, or - for lines of standard input");
    }
    if (strcmp(operands->items[0], "-") == 0) {
        bool ok = tl_each_line("-", decline_line, (void *)gender);
        return ok ? TL_EXIT_CLEAN : TL_EXIT_FAILURE;
    }
    char *name = tl_alloc_string(operands->items[0]);
    bool ok = name && decline_line((void *)gender, &(tl_line){.text = name});
    free(name);
    return ok ? TL_EXIT_CLEAN : TL_EXIT_FAILURE;
}

static int
run(int argc, char **argv)
{
    extern const tl_command tl_command_decline;
    const char *gender = NULL;
    bool help = false;
    tl_string_list operands = {0};
    const tl_option options[] = {
        {TL_OPTION_CHOICE, "gender", "GENDER", "a man's or a woman's forms; else as the name tells",
         "m|f", &gender},
        {TL_OPTION_FLAG, "help", NULL, "print this", NULL, &help},
        {0},
    };
    int status = TL_EXIT_FAILURE;
    if (tl_options_parse(options, argc, argv, &operands)) {
        status = help ? tl_command_print_help(
                            &tl_command_decline, options,
                            "Output: six lines CASE<TAB>FORM[|FORM] for nom, gen, dat, acc, ins "
                            "and loc. Where the name\nleaves the gender open, a man's form comes "
                            "first.")
                      : decline(gender, &operands);
    }
    tl_string_list_clear(&operands);
    return status;
}

const tl_command tl_command_decline = {
    .name = "decline",
    .usage = "[--gender m|f] NAME | -",
    .summary = "print the forms of a Russian name in all cases",
    .run = run,
};
