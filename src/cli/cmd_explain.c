/* SPDX-License-Identifier: MPL-2.0 */
/* termlint explain: what a rule does, with an example. */
#include "cli/commands.h"
#include "cli/options.h"
#include "termlint.h"

#include <string.h>

static bool
find_rule(const termlint_checker *checker, const char *id, termlint_rule *rule)
{
    for (size_t i = 0; termlint_checker_rule(checker, i, rule); i++) {
        if (strcmp(rule->id, id) == 0) {
            return true;
        }
    }
    return false;
}

/* Prints paragraphs, each broken into lines of at most `WIDTH` bytes. */
static void
print_wrapped(const char *text)
{
    enum { WIDTH = 80 };
    while (*text) {
        size_t length = strcspn(text, "\n");
        size_t end = length;
        if (length > WIDTH) {
            for (end = WIDTH; end > 0 && text[end] != ' '; end--) {
            }
            end = end ? end : length;
        }
        printf("%.*s\n", (int)end, text);
        text += end;
        text += *text == ' ' || *text == '\n';
    }
}

static int
explain(const char *id)
{
    termlint_checker *checker = termlint_checker_new();
    termlint_rule rule;
    int status = TL_EXIT_CLEAN;
    if (find_rule(checker, id, &rule)) {
        printf("%s: %s\ndefault severity: %s%s\n\n", rule.id, rule.summary, rule.default_severity,
               rule.needs_termbase ? "" : "; needs no termbase");
        print_wrapped(rule.help);
        printf("\n  bad:  %s\n  good: %s\n", rule.bad, rule.good);
    } else {
        const char *near = termlint_nearest_rule(id);
        status = tl_fail("unknown rule “%s”%s%s%s; `termlint rules` lists them", id,
                         near ? ", did you mean “" : "", near ? near : "", near ? "”" : "");
    }
    termlint_checker_free(checker);
    return status;
}

static int
run(int argc, char **argv)
{
    extern const tl_command tl_command_explain;
    bool help = false;
    tl_string_list operands = {0};
    const tl_option options[] = {
        {TL_OPTION_FLAG, "help", NULL, "print this", NULL, &help},
        {0},
    };
    int status = TL_EXIT_FAILURE;
    if (tl_options_parse(options, argc, argv, &operands)) {
        if (help) {
            status = tl_command_print_help(&tl_command_explain, options, NULL);
        } else if (operands.count != 1) {
            status = tl_fail("want the name of one rule; `termlint rules` lists them");
        } else {
            status = explain(operands.items[0]);
        }
    }
    tl_string_list_clear(&operands);
    return status;
}

const tl_command tl_command_explain = {
    .name = "explain",
    .usage = "RULE",
    .summary = "tell what a rule finds and what it leaves alone",
    .run = run,
};
