/* SPDX-License-Identifier: MPL-2.0 */
/* termlint identify: is this Latin word a spelling of that Cyrillic name? One pair for a person to
 * read, many as lines of tab-separated values, or Latin words that are to be found in a list of
 * names. Each line of input gives one line of output, in the same order. */
#include "cli/commands.h"
#include "cli/lines.h"
#include "cli/options.h"
#include "termlint_tools.h"

#include <stdlib.h>
#include <string.h>

static bool
is_different(const char *verdict)
{
    return strcmp(verdict, "different") == 0;
}

static void
print_cost(const char *verdict, uint32_t cost)
{
    if (is_different(verdict)) {
        fputs("-", stdout);
    } else {
        printf("%u", cost);
    }
}

static int
identify_pair(const char *cyrillic, const char *latin)
{
    termlint_identity identity = termlint_identify(cyrillic, latin);
    bool different = is_different(identity.verdict);
    printf("%s\t%s\t%s\t", cyrillic, latin, identity.verdict);
    print_cost(identity.verdict, identity.cost);
    printf("\t%s\n", identity.schemes);
    if (!different && identity.explanation[0]) {
        printf("%s\n", identity.explanation);
    }
    termlint_identity_clear(&identity);
    return different ? TL_EXIT_FINDINGS : TL_EXIT_CLEAN;
}

static bool
identify_line(void *context, const tl_line *line)
{
    bool *ok = context;
    char *cyrillic = line->text, *tab = strchr(cyrillic, '\t');
    if (cyrillic[0] == '\0') {
        return true;
    }
    if (tab == NULL) {
        tl_line_complain(line, "“%s” is no pair, want CYRILLIC<TAB>LATIN", cyrillic);
        *ok = false;
        return false;
    }
    *tab = '\0';
    tab[1 + strcspn(tab + 1, "\t")] = '\0';
    termlint_identity identity = termlint_identify(cyrillic, tab + 1);
    printf("%s\t%s\t%s\t", cyrillic, tab + 1, identity.verdict);
    print_cost(identity.verdict, identity.cost);
    printf("\t%s\n", identity.schemes);
    termlint_identity_clear(&identity);
    return true;
}

static bool
add_name(void *context, const tl_line *line)
{
    line->text[strcspn(line->text, "\t")] = '\0';
    if (line->text[0]) {
        termlint_names_add(context, line->text);
    }
    return true;
}

static bool
find_name(void *context, const tl_line *line)
{
    const char *verdict;
    uint32_t cost;
    if (line->text[0] == '\0') {
        return true;
    }
    char *found = termlint_names_find(context, line->text, &verdict, &cost);
    printf("%s\t%s\t%s\t", line->text, found, verdict);
    print_cost(verdict, cost);
    putchar('\n');
    free(found);
    return true;
}

static int
identify_among(const char *list, const char *input)
{
    termlint_names *names = termlint_names_new();
    bool ok = tl_each_line(list, add_name, names);
    if (ok) {
        termlint_names_build(names);
        ok = tl_each_line(input, find_name, names);
    }
    termlint_names_free(names);
    return ok ? TL_EXIT_CLEAN : TL_EXIT_FAILURE;
}

static int
identify(const char *list, const tl_string_list *operands)
{
    bool ok = true;
    if (list && operands->count == 1) {
        return identify_among(list, operands->items[0]);
    }
    if (!list && operands->count == 1) {
        ok = tl_each_line(operands->items[0], identify_line, &ok) && ok;
        return ok ? TL_EXIT_CLEAN : TL_EXIT_FAILURE;
    }
    if (!list && operands->count == 2) {
        return identify_pair(operands->items[0], operands->items[1]);
    }
    return tl_fail("want CYRILLIC LATIN, or - for lines of pairs; see `termlint identify --help`");
}

static int
run(int argc, char **argv)
{
    extern const tl_command tl_command_identify;
    const char *list = NULL;
    bool help = false;
    tl_string_list operands = {0};
    const tl_option options[] = {
        {TL_OPTION_STRING, "names", "FILE",
         "a list of Cyrillic names; the input is Latin words, each is named its best match", NULL,
         &list},
        {TL_OPTION_FLAG, "help", NULL, "print this", NULL, &help},
        {0},
    };
    int status = TL_EXIT_FAILURE;
    if (tl_options_parse(options, argc, argv, &operands)) {
        status = help ? tl_command_print_help(
                            &tl_command_identify, options,
                            "Output: CYRILLIC, LATIN, VERDICT, COST, SCHEMES, separated by tabs; "
                            "with --names\nLATIN, CYRILLIC or -, VERDICT, COST. VERDICT is same "
                            "(sure), likely (mixed or odd),\npossible (information only) or "
                            "different. COST is in hundredths of a letter.")
                      : identify(list, &operands);
    }
    tl_string_list_clear(&operands);
    return status;
}

const tl_command tl_command_identify = {
    .name = "identify",
    .usage = "CYRILLIC LATIN | FILE | -",
    .summary = "tell whether a Latin word is a spelling of a Cyrillic name",
    .run = run,
};
