/* SPDX-License-Identifier: MPL-2.0 */
/* termlint check: documents in, findings out. Everything is gathered first and written at once, in
 * an order that depends on the input alone. What could not be checked is told on standard error,
 * and what could be is reported all the same. */
#include "cli/commands.h"
#include "cli/inputs.h"

#include "base/alloc.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct check {
    tl_settings settings;
    const char *format, *output, *columns, *color;
    bool help;
    tl_inputs inputs;
    termlint_report **reports; /* by number of the input */
} check;

static void
check_one(void *context, termlint_worker *worker, size_t number)
{
    check *c = context;
    const tl_input *input = &c->inputs.items[number];
    tl_buf bytes = {0};
    tl_error error = {0};
    if (tl_input_read(input, &bytes, NULL, &error)) {
        c->reports[number] = termlint_check(worker, input->name, bytes.ptr, bytes.len);
    } else {
        c->reports[number] = termlint_report_new();
        termlint_report_add_problem(c->reports[number], input->name, error.message);
    }
    tl_error_clear(&error);
    tl_buf_clear(&bytes);
}

static void
check_all(check *c, const termlint_checker *checker, termlint_report *report)
{
    c->reports = tl_alloc_zero(c->inputs.count, sizeof(termlint_report *));
    tl_inputs_run(checker, c->inputs.count, c->settings.jobs, check_one, c);
    for (size_t i = 0; i < c->inputs.count; i++) {
        termlint_report_merge(report, c->reports[i]);
        termlint_report_free(c->reports[i]);
    }
    free(c->reports);
    termlint_report_finish(report);
}

static bool
is_human(const char *format)
{
    termlint_format row;
    for (size_t i = 0; termlint_output_format(i, &row); i++) {
        if (strcmp(row.id, format) == 0) {
            return row.human;
        }
    }
    return false;
}

static bool
wants_color(const check *c)
{
    if (!is_human(c->format) || strcmp(c->color, "never") == 0) {
        return false;
    }
    const char *no_color = getenv("NO_COLOR"), *term = getenv("TERM");
    return strcmp(c->color, "always") == 0 ||
           (c->output == NULL && isatty(STDOUT_FILENO) && !(no_color && *no_color) &&
            !(term && strcmp(term, "dumb") == 0));
}

static int
write_report(const check *c, const termlint_report *report)
{
    termlint_write_options options = {.format = c->format,
                                      .columns = c->columns,
                                      .color = wants_color(c),
                                      .quiet = c->settings.quiet};
    char *error = NULL;
    size_t length;
    char *text = termlint_report_write(report, &options, &length, &error);
    if (text == NULL) {
        int status = tl_fail("%s", error);
        free(error);
        return status;
    }
    bool written = tl_write_output(c->output, text, length);
    free(text);
    bool problems = termlint_report_problems(report, tl_print_problem, NULL) > 0;
    if (problems || !written) {
        return TL_EXIT_FAILURE;
    }
    return tl_settings_fails(&c->settings, report) ? TL_EXIT_FINDINGS : TL_EXIT_CLEAN;
}

static bool
is_known_format(const char *format)
{
    termlint_format row;
    for (size_t i = 0; termlint_output_format(i, &row); i++) {
        if (strcmp(row.id, format) == 0) {
            return true;
        }
    }
    tl_fail("unknown format “%s”; `termlint check --help` lists them", format);
    return false;
}

static int
check_documents(check *c, const tl_string_list *operands)
{
    int status = TL_EXIT_FAILURE;
    termlint_checker *checker =
        is_known_format(c->format) ? tl_settings_checker(&c->settings) : NULL;
    termlint_report *report = termlint_report_new();
    if (checker && tl_inputs_collect(&c->inputs, &c->settings, operands, report)) {
        check_all(c, checker, report);
        status = write_report(c, report);
    }
    tl_inputs_clear(&c->inputs);
    termlint_report_free(report);
    termlint_checker_free(checker);
    return status;
}

static int
print_help(const tl_option *options)
{
    extern const tl_command tl_command_check;
    tl_command_print_help(&tl_command_check, options, "formats:");
    termlint_format row;
    for (size_t i = 0; termlint_output_format(i, &row); i++) {
        printf("  %-10s %s\n", row.id, row.summary);
    }
    return TL_EXIT_CLEAN;
}

static int
run(int argc, char **argv)
{
    check c = {.format = "text", .color = "auto"};
    tl_string_list operands = {0};
    const tl_option options[] = {
        TL_SETTINGS_OPTIONS(&c.settings),
        {TL_OPTION_STRING, "format", "NAME", "output format; default: text", NULL, &c.format},
        {TL_OPTION_STRING, "output", "FILE", "write there, not to standard output", NULL,
         &c.output},
        {TL_OPTION_CHOICE, "columns", "UNIT", "what columns count; default: codepoints",
         "codepoints|bytes|utf16", &c.columns},
        {TL_OPTION_CHOICE, "color", "WHEN", "colours in formats for people; default: auto",
         "auto|always|never", &c.color},
        {TL_OPTION_FLAG, "help", NULL, "print this", NULL, &c.help},
        {0},
    };
    int status = TL_EXIT_FAILURE;
    if (tl_options_parse(options, argc, argv, &operands)) {
        status = c.help ? print_help(options) : check_documents(&c, &operands);
    }
    tl_settings_clear(&c.settings);
    tl_string_list_clear(&operands);
    return status;
}

const tl_command tl_command_check = {
    .name = "check",
    .usage = "[OPTION]... [PATH | -]...",
    .summary = "find terms and names that are not written as the termbase has them",
    .run = run,
};
