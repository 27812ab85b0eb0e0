/* SPDX-License-Identifier: MPL-2.0 */
/* termlint check: documents in, findings out. Everything is gathered first and written at once, in
 * an order that depends on the input alone. What could not be checked is told on standard error,
 * and what could be is reported all the same. */
#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/records.h"

#include "base/alloc.h"
#include "base/shown.h"
#include "termlint_tools.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct check {
    tl_settings settings;
    const char *format, *output, *columns, *color;
    const char *baseline, *diff;
    const char *print_config;
    bool update_baseline, report_stale, report_unused;
    bool records, help;
    termlint_format writer; /* that of `format` */
    tl_inputs inputs;
    termlint_report **reports; /* by number of the input */
    tl_buf kept;             /* what is not to be read again: of standard input or the only file */
    size_t found_last;       /* number of the input that was read again last */
    termlint_worker *worker; /* owned: for what only all inputs show, once they are checked */
} check;

/* A source with its target. */
static termlint_report *
check_pair(termlint_worker *worker, const tl_input *source)
{
    const tl_input *sides[] = {source, source->target};
    termlint_document documents[2];
    termlint_report *unread = termlint_report_new();
    tl_buf bytes[2] = {{0}, {0}};
    tl_error error = {0};
    for (size_t i = 0; i < 2; i++) {
        if (!tl_input_read(sides[i], &bytes[i], NULL, &error)) {
            termlint_report_add_problem(unread, sides[i]->name, error.message);
            tl_error_clear(&error);
        }
        documents[i] = (termlint_document){.name = sides[i]->name,
                                           .bytes = bytes[i].ptr,
                                           .length = bytes[i].len,
                                           .checker = sides[i]->checker};
    }
    if (termlint_report_tell(unread, TERMLINT_PROBLEMS, NULL, NULL) == 0) {
        termlint_report_free(unread);
        unread = termlint_check_pair(worker, &documents[0], &documents[1]);
    }
    tl_buf_clear(&bytes[0]);
    tl_buf_clear(&bytes[1]);
    return unread;
}

/* Standard input cannot be read twice, and one file need not: it takes no more memory than later.
 */
static bool
is_kept(const check *c, const tl_input *input)
{
    return input->path == NULL || c->inputs.count == 1;
}

static void
check_one(void *context, termlint_worker *worker, size_t number)
{
    check *c = context;
    const tl_input *input = &c->inputs.items[number];
    tl_buf bytes = {0};
    tl_error error = {0};
    termlint_worker_count_usage(worker, c->writer.wants_usage);
    if (input->target || input->is_target) {
        c->reports[number] = input->target ? check_pair(worker, input) : termlint_report_new();
        return;
    }
    if (tl_input_read(input, &bytes, NULL, &error)) {
        c->reports[number] = termlint_check(worker, input->name, bytes.ptr, bytes.len);
        if (is_kept(c, input)) {
            c->kept = bytes; /* taken over */
            bytes = (tl_buf){0};
        }
    } else {
        c->reports[number] = termlint_report_new();
        termlint_report_add_problem(c->reports[number], input->name, error.message);
    }
    tl_error_clear(&error);
    tl_buf_clear(&bytes);
}

static void
check_all(check *c, termlint_report *report)
{
    c->reports = tl_alloc_zero(c->inputs.count, sizeof(termlint_report *));
    c->worker = tl_inputs_run(&c->inputs, &c->settings, check_one, c);
    for (size_t i = 0; i < c->inputs.count; i++) {
        termlint_report_merge(report, c->reports[i]);
        termlint_report_free(c->reports[i]);
    }
    free(c->reports);
}

/* Every document is asked for once at most. */
static const termlint_checker *
reread(void *context, const char *name, termlint_bytes *bytes)
{
    check *c = context;
    tl_buf buf = {0};
    tl_error error = {0};
    const tl_input *input = tl_inputs_find(&c->inputs, name, &c->found_last);
    bool ok = input != NULL;
    if (ok && is_kept(c, input)) {
        buf = c->kept; /* given away */
        c->kept = (tl_buf){0};
    } else if (ok) {
        ok = tl_input_read(input, &buf, NULL, &error);
    }
    tl_error_clear(&error);
    *bytes = (termlint_bytes){buf.ptr, buf.len};
    return ok ? input->checker : NULL;
}

/* What only all documents together show. */
static void
conclude(check *c, termlint_report *report)
{
    if (c->worker) {
        termlint_report_conclude(report, c->worker, reread, c);
        termlint_worker_free(c->worker);
    }
    tl_buf_clear(&c->kept);
}

static bool
tell(char *error)
{
    tl_fail("%s", error);
    free(error);
    return false;
}

/* Keeps the findings on the lines that --diff adds. */
static bool
filter_by_diff(const check *c, termlint_report *report)
{
    char *error = NULL;
    tl_buf bytes = {0};
    bool ok = tl_read_option_file(c->diff, &bytes);
    if (ok) {
        termlint_added_lines *lines =
            termlint_added_lines_read(c->diff, bytes.ptr, bytes.len, &error);
        ok = lines != NULL || tell(error);
        if (ok) {
            termlint_added_lines_apply(lines, report);
        }
        termlint_added_lines_free(lines);
    }
    tl_buf_clear(&bytes);
    return ok;
}

static bool
write_baseline(const char *path, const termlint_baseline *baseline, bool only_found)
{
    termlint_bytes text = termlint_baseline_write(baseline, only_found);
    bool ok = tl_write_output(path, text.ptr, text.length);
    free(text.ptr);
    return ok;
}

/* Whether there is nothing that could not be read: only then is it known what is not found. */
static bool
is_whole(const check *c, const termlint_report *report)
{
    return !c->inputs.failed && termlint_report_tell(report, TERMLINT_PROBLEMS, NULL, NULL) == 0;
}

/* A first baseline holds all findings; an existing one only shrinks. */
static bool
start_baseline(const check *c, termlint_report *report)
{
    termlint_baseline *baseline = termlint_baseline_of(report);
    bool ok = !is_whole(c, report) || write_baseline(c->baseline, baseline, false);
    termlint_baseline_apply(baseline, report);
    termlint_baseline_free(baseline);
    return ok;
}

static bool
filter_by_baseline(const check *c, termlint_report *report)
{
    char *error = NULL;
    tl_buf bytes = {0};
    if (c->update_baseline && access(c->baseline, F_OK) != 0 && errno == ENOENT) {
        return start_baseline(c, report);
    }
    if (!tl_read_option_file(c->baseline, &bytes)) {
        return false;
    }
    termlint_baseline *baseline = termlint_baseline_read(c->baseline, bytes.ptr, bytes.len, &error);
    bool ok = baseline != NULL || tell(error);
    if (ok) {
        termlint_baseline_apply(baseline, report);
        size_t stale = termlint_baseline_stale(baseline);
        bool is_to_shrink = c->update_baseline && stale && is_whole(c, report);
        ok = !is_to_shrink || write_baseline(c->baseline, baseline, true);
        if (stale && c->report_stale && !c->update_baseline) {
            tl_tell("termlint: %zu stale %s in %s; --update-baseline drops them", stale,
                    stale == 1 ? "entry" : "entries", c->baseline);
        }
    }
    termlint_baseline_free(baseline);
    tl_buf_clear(&bytes);
    return ok;
}

static bool
filter(const check *c, termlint_report *report)
{
    return (c->diff == NULL || filter_by_diff(c, report)) &&
           (c->baseline == NULL || filter_by_baseline(c, report));
}

static bool
wants_color(const check *c)
{
    if (!c->writer.human || strcmp(c->color, "never") == 0) {
        return false;
    }
    const char *no_color = getenv("NO_COLOR"), *term = getenv("TERM");
    return strcmp(c->color, "always") == 0 ||
           (c->output == NULL && isatty(STDOUT_FILENO) && !(no_color && *no_color) &&
            !(term && strcmp(term, "dumb") == 0));
}

static bool
print_piece(void *context, const char *bytes, size_t length)
{
    (void)context;
    return tl_write_output(NULL, bytes, length);
}

/* A file is written as a whole or not at all. */
static bool
write_file(const char *path, const termlint_report *report, const termlint_write_options *options,
           char **error)
{
    size_t length;
    char *text = termlint_report_write(report, options, &length, error);
    bool written = text && tl_write_output(path, text, length);
    free(text);
    return written;
}

static int
write_report(const check *c, const termlint_report *report)
{
    termlint_write_options options = {.format = c->format,
                                      .columns = c->columns,
                                      .color = wants_color(c),
                                      .quiet = c->settings.quiet};
    char *error = NULL;
    bool written = c->output
                       ? write_file(c->output, report, &options, &error)
                       : termlint_report_write_pieces(report, &options, print_piece, NULL, &error);
    if (error) {
        tell(error);
        return TL_EXIT_FAILURE;
    }
    termlint_report_tell(report, TERMLINT_UNKNOWN_RULES, tl_print_remark, NULL);
    if (c->report_unused) {
        termlint_report_tell(report, TERMLINT_UNUSED, tl_print_remark, NULL);
    }
    bool problems = termlint_report_tell(report, TERMLINT_PROBLEMS, tl_print_problem, NULL) > 0;
    if (problems || !written || c->inputs.failed) {
        return TL_EXIT_FAILURE;
    }
    return termlint_report_fails(report) ? TL_EXIT_FINDINGS : TL_EXIT_CLEAN;
}

/* The output format of that name; false after a message if there is none. */
static bool
find_format(const char *name, termlint_format *format)
{
    enum { MAX_FORMATS = 32 };
    tl_str names[MAX_FORMATS];
    size_t count = 0;
    for (; count < MAX_FORMATS && termlint_format_at(TERMLINT_OUTPUT, count, format); count++) {
        names[count] = tl_str_from(format->id);
        if (strcmp(format->id, name) == 0) {
            return true;
        }
    }
    tl_str near = tl_nearest(tl_str_from(name), names, count);
    tl_fail("unknown format “%s”%s%.*s%s; `termlint check --help` lists them", name,
            near.len ? ", did you mean “" : "", TL_STR_ARGS(near), near.len ? "”" : "");
    return false;
}

static int
check_documents(check *c, const tl_string_list *operands)
{
    int status = TL_EXIT_FAILURE;
    bool ok = find_format(c->format, &c->writer);
    termlint_config *config = ok ? tl_settings_config(&c->settings) : NULL;
    termlint_report *report = termlint_report_new();
    if (config && tl_inputs_collect(&c->inputs, &c->settings, config, operands, report)) {
        tl_inputs_pair(&c->inputs, &c->settings);
        check_all(c, report);
        conclude(c, report);
        if (filter(c, report)) {
            termlint_report_finish(report);
            status = write_report(c, report);
        }
    }
    tl_inputs_clear(&c->inputs);
    termlint_report_free(report);
    tl_settings_leave(config);
    return status;
}

static int
print_config(const check *c)
{
    termlint_config *config = tl_settings_config(&c->settings);
    char *text = config ? termlint_config_print(config, c->print_config) : NULL;
    if (text) {
        tl_buf shown = {0};
        tl_shown_add(&shown, tl_str_from(c->print_config));
        printf("# the settings for %.*s%s\n%s", (int)shown.len, shown.ptr,
               termlint_config_ignores(config, c->print_config, false)
                   ? ", which `ignore:` leaves out"
                   : "",
               text);
        tl_buf_clear(&shown);
    }
    int status = text ? TL_EXIT_CLEAN : TL_EXIT_FAILURE;
    free(text);
    termlint_config_free(config);
    return status;
}

static int
print_help(const tl_option *options)
{
    extern const tl_command tl_command_check;
    tl_command_print_help(&tl_command_check, options, "formats:");
    termlint_format row;
    for (size_t i = 0; termlint_format_at(TERMLINT_OUTPUT, i, &row); i++) {
        printf("  %-10s %s\n", row.id, row.summary);
    }
    return TL_EXIT_CLEAN;
}

/* Records are answered one by one: nothing that wants a report as a whole goes with them. */
static int
check_records(const check *c, const tl_string_list *operands)
{
    bool is_plain = strcmp(c->format, "text") == 0 && !c->output && !c->baseline && !c->diff &&
                    !c->settings.files_from && operands->count <= 1;
    return is_plain ? tl_check_records(&c->settings, c->columns,
                                       operands->count ? operands->items[0] : "-")
                    : tl_fail("--records takes one file, and no --format, --output, --baseline, "
                              "--diff or --files-from");
}

static int
run(int argc, char **argv)
{
    check c = {.settings = {.takes_cache = true}, .format = "text", .color = "auto"};
    tl_string_list operands = {0};
    const tl_option options[] = {
        TL_SETTINGS_OPTIONS(&c.settings),
        {TL_OPTION_STRING, "source", "FILE", "a document to be checked with its translation", NULL,
         &c.settings.source},
        {TL_OPTION_STRING, "target", "FILE", "that translation", NULL, &c.settings.target},
        {TL_OPTION_STRING, "format", "NAME", "output format; default: text", NULL, &c.format},
        {TL_OPTION_STRING, "output", "FILE", "write there, not to standard output", NULL,
         &c.output},
        {TL_OPTION_CHOICE, "columns", "UNIT", "what columns count; default: codepoints",
         "codepoints|bytes|utf16", &c.columns},
        {TL_OPTION_CHOICE, "color", "WHEN", "colours in formats for people; default: auto",
         "auto|always|never", &c.color},
        {TL_OPTION_STRING, "diff", "FILE",
         "a unified diff, - for standard input: only findings on its added lines", NULL, &c.diff},
        {TL_OPTION_STRING, "baseline", "FILE", "findings that are known and not told", NULL,
         &c.baseline},
        {TL_OPTION_FLAG, "update-baseline", NULL,
         "write the baseline if there is none, else drop from it what is no longer found", NULL,
         &c.update_baseline},
        {TL_OPTION_FLAG, "report-unused", NULL, "tell of suppressions that suppress nothing", NULL,
         &c.report_unused},
        {TL_OPTION_FLAG, "report-stale", NULL,
         "say how many entries of the baseline are no longer found", NULL, &c.report_stale},
        {TL_OPTION_FLAG, "records", NULL,
         "read a JSON object a line (id, text, lang, path), write one for each (id, findings)",
         NULL, &c.records},
        TL_SHARD_OPTION(&c.settings),
        {TL_OPTION_STRING, "print-config", "PATH",
         "print the settings for that path and who set them, check nothing", NULL, &c.print_config},
        {TL_OPTION_FLAG, "help", NULL, "print this", NULL, &c.help},
        {0},
    };
    int status = TL_EXIT_FAILURE;
    if (tl_options_parse(options, argc, argv, &operands)) {
        bool lacks_baseline = (c.update_baseline || c.report_stale) && c.baseline == NULL;
        bool is_part = c.update_baseline && (c.diff || c.settings.shard);
        bool lacks_side = (c.settings.source == NULL) != (c.settings.target == NULL);
        status = c.help           ? print_help(options)
                 : lacks_side     ? tl_fail("--source and --target want each other")
                 : lacks_baseline ? tl_fail("--update-baseline and --report-stale want --baseline")
                 : is_part        ? tl_fail("--update-baseline wants all findings, not those of "
                                                   "--diff or --shard alone")
                 : c.print_config ? print_config(&c)
                 : c.records      ? check_records(&c, &operands)
                                  : check_documents(&c, &operands);
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
