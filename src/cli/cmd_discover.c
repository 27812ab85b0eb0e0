/* SPDX-License-Identifier: MPL-2.0 */
/* termlint discover: documents or counts in, candidates or counts out. Each thread adds to the same
 * counts, one document at a time: they add up to the same in any order. */
#include "cli/commands.h"
#include "cli/inputs.h"

#include "base/alloc.h"
#include "termlint_tools.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

typedef struct discover {
    tl_settings settings;
    const char *format, *output;
    bool counts, merge, help;
    tl_inputs inputs;
    termlint_report *report; /* of what could not be read */
    termlint_discovery *discovery;
    pthread_mutex_t lock; /* of both */
} discover;

static void
count_one(void *context, termlint_worker *worker, size_t number)
{
    discover *d = context;
    const tl_input *input = &d->inputs.items[number];
    tl_buf bytes = {0};
    tl_error error = {0};
    char *problem = NULL;
    termlint_discovery *one = termlint_discovery_new();
    bool read = tl_input_read(input, &bytes, NULL, &error);
    bool ok = read && termlint_discovery_add(one, worker, input->name,
                                             (termlint_bytes){bytes.ptr, bytes.len}, &problem);
    pthread_mutex_lock(&d->lock);
    if (ok) {
        termlint_discovery_merge(d->discovery, one);
    } else {
        termlint_report_add_problem(d->report, input->name, read ? problem : error.message);
    }
    pthread_mutex_unlock(&d->lock);
    termlint_discovery_free(one);
    free(problem);
    tl_error_clear(&error);
    tl_buf_clear(&bytes);
}

static int
tell(char *error)
{
    int status = tl_fail("%s", error);
    free(error);
    return status;
}

static int
write_candidates(const discover *d, const termlint_checker *known)
{
    char *error = NULL;
    const char *format = d->counts ? "counts" : d->format;
    termlint_bytes text = termlint_discovery_write(d->discovery, known, format, &error);
    if (text.ptr == NULL) {
        return tell(error);
    }
    bool written = tl_write_output(d->output, text.ptr, text.length);
    free(text.ptr);
    bool problems = termlint_report_tell(d->report, TERMLINT_PROBLEMS, tl_print_problem, NULL) > 0;
    return written && !problems && !d->inputs.failed ? TL_EXIT_CLEAN : TL_EXIT_FAILURE;
}

static bool
read_counts(discover *d, const char *path)
{
    tl_buf bytes = {0};
    char *error = NULL;
    bool ok = tl_read_option_file(path, &bytes);
    if (ok && !termlint_discovery_read(d->discovery, path, bytes.ptr, bytes.len, &error)) {
        tell(error);
        ok = false;
    }
    tl_buf_clear(&bytes);
    return ok;
}

static bool
merge_counts(discover *d, const tl_string_list *files)
{
    bool ok = files->count > 0;
    if (!ok) {
        tl_fail("--merge wants files of counts");
    }
    for (size_t i = 0; ok && i < files->count; i++) {
        ok = read_counts(d, files->items[i]);
    }
    return ok;
}

/* The candidates that the termbase of --termbase lacks; without one, all. */
static int
discover_all(discover *d, const tl_string_list *operands)
{
    int status = TL_EXIT_FAILURE;
    termlint_config *config = tl_settings_config(&d->settings);
    const termlint_checker *known = config ? termlint_config_checker(config, NULL) : NULL;
    bool ok = known != NULL;
    if (ok && d->merge) {
        ok = merge_counts(d, operands);
    } else if (ok) {
        ok = tl_inputs_collect(&d->inputs, &d->settings, config, operands, d->report);
        termlint_worker_free(tl_inputs_run(&d->inputs, &d->settings, count_one, d));
    }
    if (ok) {
        status = write_candidates(d, known);
    }
    termlint_config_free(config);
    return status;
}

static int
run(int argc, char **argv)
{
    extern const tl_command tl_command_discover;
    discover d = {.format = "text", .lock = PTHREAD_MUTEX_INITIALIZER};
    tl_string_list operands = {0};
    const tl_option options[] = {
        {TL_OPTION_LIST, "termbase", "FILE", "leave out what it has; may be repeated", NULL,
         &d.settings.termbases},
        TL_CONFIG_OPTIONS(&d.settings),
        {TL_OPTION_CHOICE, "format", "NAME", "how to write them; default: text",
         "text|json|yaml|html", &d.format},
        {TL_OPTION_STRING, "output", "FILE", "write there, not to standard output", NULL,
         &d.output},
        {TL_OPTION_FLAG, "counts", NULL, "write counts to be merged, no candidates", NULL,
         &d.counts},
        {TL_OPTION_FLAG, "merge", NULL, "the operands are files of counts: add them", NULL,
         &d.merge},
        TL_SHARD_OPTION(&d.settings),
        {TL_OPTION_STRING, "files-from", "FILE", "paths to read, a line each; - for standard input",
         NULL, &d.settings.files_from},
        {TL_OPTION_FLAG, "0", NULL, "the paths of --files-from end with a NUL byte", NULL,
         &d.settings.nul_separated},
        {TL_OPTION_NUMBER, "jobs", "N", "threads; default: one for each processor", NULL,
         &d.settings.jobs},
        {TL_OPTION_FLAG, "help", NULL, "print this", NULL, &d.help},
        {0},
    };
    int status = TL_EXIT_FAILURE;
    d.settings.wants_no_termbase = true;
    d.report = termlint_report_new();
    d.discovery = termlint_discovery_new();
    if (tl_options_parse(options, argc, argv, &operands)) {
        status = d.help ? tl_command_print_help(
                              &tl_command_discover, options,
                              "Candidates come with the number of their places and the first "
                              "three, the likeliest first.\nCounts of parts of a corpus (--shard, "
                              "--counts) merge into what one run gives.")
                        : discover_all(&d, &operands);
    }
    tl_inputs_clear(&d.inputs);
    termlint_report_free(d.report);
    termlint_discovery_free(d.discovery);
    tl_settings_clear(&d.settings);
    tl_string_list_clear(&operands);
    return status;
}

const tl_command tl_command_discover = {
    .name = "discover",
    .usage = "[OPTION]... [PATH | -]...",
    .summary =
        "find what a termbase could hold: names, bodies, titles, acronyms and their variants",
    .run = run,
};
