/* SPDX-License-Identifier: MPL-2.0 */
/* termlint fix: makes the safe replacements, each file written whole or not at all. Documents are
 * mended in parallel and written in order. With --diff nothing is written but the patch; standard
 * input goes to standard output. */
#include "cli/answers.h"
#include "cli/commands.h"
#include "cli/inputs.h"

#include "base/alloc.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct mended {
    tl_buf bytes; /* as they were read */
    tl_file_stamp stamp;
    termlint_fixed fixed;
} mended;

typedef struct fix {
    tl_settings settings;
    bool diff, interactive, track_changes, help;
    char date[sizeof "yyyy-mm-ddThh:mm:ssZ"];
    tl_string_list only; /* rules */
    tl_answers answers;
    termlint_fix_options options;
    tl_inputs inputs;
    mended *documents;
    size_t found_last; /* number of the input that was asked for last */
    bool failed;
    size_t applied, files;
} fix;

static void
mend_one(void *context, termlint_worker *worker, size_t number)
{
    fix *f = context;
    const tl_input *input = &f->inputs.items[number];
    mended *document = &f->documents[number];
    tl_error error = {0};
    if (!tl_input_read(input, &document->bytes, &document->stamp, &error)) {
        document->fixed.left = termlint_report_new();
        termlint_report_add_problem(document->fixed.left, input->name, error.message);
        tl_error_clear(&error);
        return;
    }
    termlint_bytes bytes = {document->bytes.ptr, document->bytes.len};
    document->fixed = termlint_fix(worker, input->name, bytes, &f->options);
}

static bool
print_diff(const tl_input *input, const mended *document)
{
    if (termlint_is_archive(input->name)) {
        tl_fail("%s: an archive, of which there is no diff; want --track-changes", input->name);
        return false;
    }
    termlint_bytes before = {document->bytes.ptr, document->bytes.len};
    termlint_bytes diff = termlint_diff(input->name, before, document->fixed.text);
    bool ok = tl_write_output(NULL, diff.ptr, diff.length);
    free(diff.ptr);
    return ok;
}

static bool
write_document(const tl_input *input, const mended *document)
{
    tl_error error = {0};
    tl_str text = {document->fixed.text.ptr, document->fixed.text.length};
    bool ok = tl_file_write_atomic(input->path, text, &document->stamp, &error);
    if (!ok) {
        tl_fail("%s", error.message);
    }
    tl_error_clear(&error);
    return ok;
}

/* Standard input goes to standard output whether or not anything was replaced. */
static bool
deliver(const fix *f, const tl_input *input, const mended *document)
{
    if (input->path == NULL && !f->diff) {
        const termlint_bytes *text = &document->fixed.text;
        return text->ptr ? tl_write_output(NULL, text->ptr, text->length)
                         : tl_write_output(NULL, document->bytes.ptr, document->bytes.len);
    }
    if (document->fixed.text.ptr == NULL) {
        return true;
    }
    return f->diff ? print_diff(input, document) : write_document(input, document);
}

/* Lets go of what can be read again: not of standard input, nor of a text that was not written. */
static void
drop_text(const fix *f, const tl_input *input, mended *document)
{
    if (input->path) {
        tl_buf_clear(&document->bytes);
    }
    if (input->path && !f->diff) {
        free(document->fixed.text.ptr);
        document->fixed.text = (termlint_bytes){NULL, 0};
    }
    termlint_report_free(document->fixed.left);
    document->fixed.left = NULL;
}

/* The text of a document as it is now, mended or not. */
static const termlint_checker *
reread(void *context, const char *name, termlint_bytes *bytes)
{
    fix *f = context;
    const tl_input *input = tl_inputs_find(&f->inputs, name, &f->found_last);
    if (input == NULL) {
        return NULL;
    }
    const mended *document = &f->documents[input - f->inputs.items];
    tl_str kept = document->fixed.text.ptr
                      ? (tl_str){document->fixed.text.ptr, document->fixed.text.length}
                      : tl_buf_str(&document->bytes);
    tl_buf buf = {0};
    tl_error error = {0};
    bool ok = true;
    if (kept.ptr) {
        tl_buf_add(&buf, kept);
    } else {
        ok = tl_input_read(input, &buf, NULL, &error);
    }
    tl_error_clear(&error);
    *bytes = (termlint_bytes){buf.ptr, buf.len};
    return ok ? input->checker : NULL;
}

/* What only all documents together show, once they are mended; it is left to a person. */
static void
conclude(fix *f, termlint_worker *worker, termlint_report *report)
{
    if (worker) {
        termlint_report_conclude(report, worker, reread, f);
        termlint_worker_free(worker);
    }
}

static void
fix_all(fix *f, termlint_report *report)
{
    f->documents = tl_alloc_zero(f->inputs.count, sizeof *f->documents);
    termlint_worker *worker = tl_inputs_run(&f->inputs, &f->settings, mend_one, f);
    for (size_t i = 0; i < f->inputs.count; i++) {
        mended *document = &f->documents[i];
        bool readable =
            termlint_report_tell(document->fixed.left, TERMLINT_PROBLEMS, NULL, NULL) == 0;
        if (readable && deliver(f, &f->inputs.items[i], document)) {
            f->applied += document->fixed.applied;
            f->files += document->fixed.applied > 0;
        } else {
            f->failed = true;
        }
        termlint_report_merge(report, document->fixed.left);
        drop_text(f, &f->inputs.items[i], document);
    }
    conclude(f, worker, report);
    for (size_t i = 0; i < f->inputs.count; i++) {
        tl_buf_clear(&f->documents[i].bytes);
        termlint_fixed_clear(&f->documents[i].fixed);
    }
    free(f->documents);
    termlint_report_finish(report);
}

static int
tell_result(const fix *f, const termlint_report *report)
{
    size_t left = 0;
    for (int severity = TERMLINT_SUGGESTION; severity <= TERMLINT_ERROR; severity++) {
        left += termlint_report_count(report, severity);
    }
    if (!f->settings.quiet) {
        fprintf(stderr, "%zu %s %s in %zu %s, %zu %s left for a person\n", f->applied,
                f->applied == 1 ? "replacement" : "replacements", f->diff ? "to make" : "made",
                f->files, f->files == 1 ? "file" : "files", left,
                left == 1 ? "finding" : "findings");
    }
    termlint_report_tell(report, TERMLINT_UNKNOWN_RULES, tl_print_remark, NULL);
    termlint_report_tell(report, TERMLINT_UNWRITABLE, tl_print_problem, NULL);
    bool problems = termlint_report_tell(report, TERMLINT_PROBLEMS, tl_print_problem, NULL) > 0;
    if (problems || f->failed || f->inputs.failed) {
        return TL_EXIT_FAILURE;
    }
    return termlint_report_fails(report) ? TL_EXIT_FINDINGS : TL_EXIT_CLEAN;
}

/* Of --rule, a name alone says whose findings to mend. */
static bool
take_rules(fix *f)
{
    termlint_checker *checker = termlint_checker_new();
    tl_string_list all = f->settings.rules;
    char *error = NULL;
    f->settings.rules = (tl_string_list){0};
    for (size_t i = 0; i < all.count && error == NULL; i++) {
        bool is_setting = strchr(all.items[i], '=') != NULL;
        if (is_setting || termlint_checker_set_rule(checker, all.items[i], "error", &error)) {
            tl_string_list_add(is_setting ? &f->settings.rules : &f->only, all.items[i]);
        }
    }
    if (error) {
        tl_fail("%s", error);
    }
    bool ok = error == NULL;
    free(error);
    tl_string_list_clear(&all);
    termlint_checker_free(checker);
    return ok;
}

static bool
names_standard_input(const fix *f, const tl_string_list *operands)
{
    bool names = f->settings.files_from && strcmp(f->settings.files_from, "-") == 0;
    for (size_t i = 0; i < operands->count; i++) {
        names = names || strcmp(operands->items[i], "-") == 0;
    }
    return names;
}

/* Now, or what SOURCE_DATE_EPOCH says that now is. */
static void
set_date(fix *f)
{
    const char *told = getenv("SOURCE_DATE_EPOCH");
    time_t now = told ? (time_t)strtoll(told, NULL, 10) : time(NULL);
    struct tm utc;
    if (gmtime_r(&now, &utc) == NULL ||
        strftime(f->date, sizeof f->date, "%Y-%m-%dT%H:%M:%SZ", &utc) == 0) {
        snprintf(f->date, sizeof f->date, "1970-01-01T00:00:00Z");
    }
}

/* What is to be mended, and how it is decided. */
static bool
set_options(fix *f, const tl_string_list *operands)
{
    if (f->interactive && names_standard_input(f, operands)) {
        tl_fail("--interactive reads answers from standard input, want documents from elsewhere");
        return false;
    }
    if (!take_rules(f)) {
        return false;
    }
    f->options.rules = f->only.items;
    f->options.rule_count = f->only.count;
    if (f->track_changes) {
        set_date(f);
        f->options.tracked = f->date;
    }
    if (f->interactive) {
        f->settings.jobs = 1;
        f->options.ask = tl_answers_ask;
        f->options.context = &f->answers;
    }
    return true;
}

static int
fix_documents(fix *f, const tl_string_list *operands)
{
    int status = TL_EXIT_FAILURE;
    termlint_config *config = tl_settings_config(&f->settings);
    termlint_report *report = termlint_report_new();
    if (config && tl_inputs_collect(&f->inputs, &f->settings, config, operands, report)) {
        fix_all(f, report);
        status = tell_result(f, report);
    }
    tl_inputs_clear(&f->inputs);
    termlint_report_free(report);
    termlint_config_free(config);
    return status;
}

static int
print_help(const tl_option *options)
{
    extern const tl_command tl_command_fix;
    return tl_command_print_help(
        &tl_command_fix, options,
        "Only replacements that cannot break the sentence are made; the exit status is 1 if\n"
        "findings at or above --fail-on are left. Standard input (-) goes to standard output.\n"
        "--rule NAME, without a severity, mends the findings of that rule only.");
}

static int
run(int argc, char **argv)
{
    fix f = {.settings = {.takes_cache = true}};
    tl_string_list operands = {0};
    const tl_option options[] = {
        TL_SETTINGS_OPTIONS(&f.settings),
        {TL_OPTION_FLAG, "diff", NULL, "print a unified diff, change nothing", NULL, &f.diff},
        {TL_OPTION_FLAG, "track-changes", NULL,
         "in DOCX and ODT: as changes by \"termlint\", for an editor to accept", NULL,
         &f.track_changes},
        {TL_OPTION_FLAG, "interactive", NULL, "ask about each finding, the uncertain ones too",
         NULL, &f.interactive},
        {TL_OPTION_FLAG, "help", NULL, "print this", NULL, &f.help},
        {0},
    };
    int status = TL_EXIT_FAILURE;
    if (tl_options_parse(options, argc, argv, &operands)) {
        status = f.help                        ? print_help(options)
                 : !set_options(&f, &operands) ? TL_EXIT_FAILURE
                                               : fix_documents(&f, &operands);
    }
    tl_settings_clear(&f.settings);
    tl_string_list_clear(&f.only);
    tl_answers_clear(&f.answers);
    tl_string_list_clear(&operands);
    return status;
}

const tl_command tl_command_fix = {
    .name = "fix",
    .usage = "[OPTION]... [PATH | -]...",
    .summary = "put the canonical forms in place, where that is safe",
    .run = run,
};
