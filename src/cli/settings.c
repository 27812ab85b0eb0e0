/* SPDX-License-Identifier: MPL-2.0 */
/* From options to a checker: rules, language, date, termbases. Everything that is wrong with them
 * is told before the first document is read, with its place where it is in a file. Without a
 * termbase the rules that need none still run, and one line says so. */
#include "cli/settings.h"

#include "cli/commands.h"

#include <stdlib.h>
#include <string.h>

void
tl_settings_clear(tl_settings *settings)
{
    tl_string_list_clear(&settings->termbases);
    tl_string_list_clear(&settings->rules);
}

static bool
tell(char *error)
{
    tl_fail("%s", error);
    free(error);
    return false;
}

static bool
set_rule(termlint_checker *checker, const char *setting)
{
    enum { LONGEST_RULE = 64 };
    const char *equals = strchr(setting, '=');
    char rule[LONGEST_RULE + 1], *error = NULL;
    size_t length = equals ? (size_t)(equals - setting) : 0;
    if (equals == NULL || length == 0 || length > LONGEST_RULE) {
        tl_fail("--rule is “%s”, want NAME=SEVERITY", setting);
        return false;
    }
    memcpy(rule, setting, length);
    rule[length] = '\0';
    return termlint_checker_set_rule(checker, rule, equals + 1, &error) || tell(error);
}

bool
tl_settings_set_rules(termlint_checker *checker, const tl_settings *settings)
{
    for (size_t i = 0; i < settings->rules.count; i++) {
        if (!set_rule(checker, settings->rules.items[i])) {
            return false;
        }
    }
    return true;
}

static bool
configure(termlint_checker *checker, const tl_settings *settings)
{
    char *error = NULL;
    if (!tl_settings_set_rules(checker, settings)) {
        return false;
    }
    if (settings->language && !termlint_checker_set_language(checker, settings->language, &error)) {
        return tell(error);
    }
    if (settings->date && !termlint_checker_set_date(checker, settings->date, &error)) {
        return tell(error);
    }
    if (settings->termbases.count == 0) {
        fputs("termlint: no termbase: only the rules that need none run; name one with "
              "--termbase\n",
              stderr);
        return true;
    }
    return termlint_checker_load(checker, settings->termbases.items, settings->termbases.count,
                                 tl_print_problem, NULL);
}

termlint_checker *
tl_settings_checker(const tl_settings *settings)
{
    termlint_checker *checker = termlint_checker_new();
    if (!configure(checker, settings)) {
        termlint_checker_free(checker);
        return NULL;
    }
    return checker;
}

bool
tl_settings_fails(const tl_settings *settings, const termlint_report *report)
{
    static const char *const names[] = {"suggestion", "warning", "error"};
    int least = TERMLINT_WARNING;
    if (settings->fail_on && strcmp(settings->fail_on, "never") == 0) {
        return false;
    }
    for (int i = 0; settings->fail_on && i < 3; i++) {
        least = strcmp(settings->fail_on, names[i]) == 0 ? TERMLINT_SUGGESTION + i : least;
    }
    size_t failing = 0;
    for (int severity = least; severity <= TERMLINT_ERROR; severity++) {
        failing += termlint_report_count(report, severity);
    }
    return failing > 0;
}
