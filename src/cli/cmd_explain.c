/* SPDX-License-Identifier: MPL-2.0 */
/* termlint explain: what a rule does, with an example; what the termbase says of a word. A word
 * that is the name of a rule is that rule. */
#include "cli/commands.h"
#include "cli/settings.h"
#include "termlint_tools.h"

#include <stdlib.h>
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
explain_rule(const termlint_rule *rule)
{
    printf("%s: %s\ndefault severity: %s%s\n\n", rule->id, rule->summary, rule->default_severity,
           rule->needs_termbase ? "" : "; needs no termbase");
    print_wrapped(rule->help);
    printf("\n  bad:  %s\n  good: %s\n", rule->bad, rule->good);
    return TL_EXIT_CLEAN;
}

static int
explain_word(const termlint_checker *checker, const char *word)
{
    char *text = termlint_explain_word(checker, word);
    fputs(text, stdout);
    free(text);
    return TL_EXIT_CLEAN;
}

static int
refuse(const char *id)
{
    const char *near = termlint_nearest_rule(id);
    if (near == NULL) {
        return tl_fail("“%s” is no rule; to explain a word, name a termbase with --termbase or in "
                       ".termlint.yaml",
                       id);
    }
    return tl_fail("unknown rule “%s”, did you mean “%s”; `termlint rules` lists them", id, near);
}

static int
explain(const char *what, const termlint_checker *checker)
{
    termlint_rule rule;
    return find_rule(checker, what, &rule)          ? explain_rule(&rule)
           : termlint_checker_has_termbase(checker) ? explain_word(checker, what)
                                                    : refuse(what);
}

/* By the termbases that are named, or those of the documents in this folder. */
static int
explain_as_configured(const char *what, const tl_settings *settings)
{
    termlint_config *config = tl_settings_config(settings);
    const termlint_checker *checker = config ? termlint_config_checker(config, NULL) : NULL;
    int status = checker ? explain(what, checker) : TL_EXIT_FAILURE;
    termlint_config_free(config);
    return status;
}

static int
run(int argc, char **argv)
{
    extern const tl_command tl_command_explain;
    bool help = false;
    tl_settings settings = {0};
    tl_string_list operands = {0};
    const tl_option options[] = {
        TL_LIST("termbase", "FILE", "for a word: a termbase; may be repeated", &settings.termbases),
        TL_CONFIG_OPTIONS(&settings),
        TL_FLAG("help", "print this", &help),
        {0},
    };
    int status = TL_EXIT_FAILURE;
    if (tl_options_parse(options, argc, argv, &operands)) {
        if (help) {
            status = tl_command_print_help(&tl_command_explain, options, NULL);
        } else if (operands.count != 1 || operands.items[0][0] == '\0') {
            status = tl_fail("want the name of one rule (`termlint rules` lists them) or a word");
        } else {
            status = explain_as_configured(operands.items[0], &settings);
        }
    }
    tl_string_list_clear(&operands);
    tl_settings_clear(&settings);
    return status;
}

const tl_command tl_command_explain = {
    .name = "explain",
    .usage = "RULE | [--termbase FILE] WORD",
    .summary = "tell what a rule finds, or what is known of a word",
    .run = run,
};
