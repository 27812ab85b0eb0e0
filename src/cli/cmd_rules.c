/* SPDX-License-Identifier: MPL-2.0 */
/* termlint rules: the rules with their severities, as configured; as a table for the README too. */
#include "cli/commands.h"
#include "cli/settings.h"

#include <string.h>

static const char *
severity_name(int severity)
{
    static const char *const names[] = {"off", "suggestion", "warning", "error"};
    return names[severity];
}

/* The configured severity; where nothing was configured, the default in the rule's own words. */
static const char *
shown_severity(const termlint_rule *rule)
{
    bool in_words = strchr(rule->default_severity, ' ') != NULL;
    return in_words ? rule->default_severity : severity_name(rule->severity);
}

static void
print_rules(const termlint_checker *checker, bool markdown)
{
    termlint_rule rule;
    if (markdown) {
        puts("| rule | severity | finds |\n|---|---|---|");
    }
    for (size_t i = 0; termlint_checker_rule(checker, i, &rule); i++) {
        if (markdown) {
            printf("| %s | %s | %s |\n", rule.id, shown_severity(&rule), rule.summary);
        } else {
            printf("%-16s %-10s %s\n", rule.id, severity_name(rule.severity), rule.summary);
        }
    }
}

/* The rules as they are in the current folder. */
static int
print_configured(const tl_settings *settings, bool markdown)
{
    termlint_config *config = tl_settings_config(settings);
    const termlint_checker *checker = config ? termlint_config_checker(config, NULL) : NULL;
    if (checker) {
        print_rules(checker, markdown);
    }
    termlint_config_free(config);
    return checker ? TL_EXIT_CLEAN : TL_EXIT_FAILURE;
}

static int
run(int argc, char **argv)
{
    extern const tl_command tl_command_rules;
    tl_settings settings = {0};
    const char *format = "text";
    bool help = false;
    tl_string_list operands = {0};
    const tl_option options[] = {
        {TL_OPTION_LIST, "rule", "NAME=SEVERITY",
         "severity of a rule: error, warning, suggestion, off; may be repeated", NULL,
         &settings.rules},
        TL_CONFIG_OPTIONS(&settings),
        {TL_OPTION_CHOICE, "format", "NAME", "how to print them; default: text", "text|markdown",
         &format},
        {TL_OPTION_FLAG, "help", NULL, "print this", NULL, &help},
        {0},
    };
    int status = TL_EXIT_FAILURE;
    if (tl_options_parse(options, argc, argv, &operands)) {
        status = help ? tl_command_print_help(&tl_command_rules, options, NULL)
                      : print_configured(&settings, strcmp(format, "markdown") == 0);
    }
    tl_settings_clear(&settings);
    tl_string_list_clear(&operands);
    return status;
}

const tl_command tl_command_rules = {
    .name = "rules",
    .usage = "[OPTION]...",
    .summary = "list the rules with their severities as configured in this folder",
    .run = run,
};
