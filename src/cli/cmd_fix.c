/* SPDX-License-Identifier: MPL-2.0 */
/* termlint fix: makes the safe replacements, each file written whole or not at all. Documents are
 * mended in parallel and written in order. With --diff nothing is written but the patch; standard
 * input goes to standard output. */
#include "cli/commands.h"
#include "cli/inputs.h"

#include "base/alloc.h"

#include <stdlib.h>

typedef struct mended {
    tl_buf bytes; /* as they were read */
    tl_file_stamp stamp;
    termlint_fixed fixed;
} mended;

typedef struct fix {
    tl_settings settings;
    bool diff, help;
    tl_inputs inputs;
    mended *documents;
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
    document->fixed = termlint_fix(
        worker, input->name, (termlint_bytes){document->bytes.ptr, document->bytes.len}, NULL);
}

static bool
print_diff(const tl_input *input, const mended *document)
{
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

static void
clear_document(mended *document)
{
    tl_buf_clear(&document->bytes);
    termlint_fixed_clear(&document->fixed);
}

static void
fix_all(fix *f, termlint_report *report)
{
    f->documents = tl_alloc_zero(f->inputs.count, sizeof *f->documents);
    tl_inputs_run(&f->inputs, &f->settings, mend_one, f);
    for (size_t i = 0; i < f->inputs.count; i++) {
        mended *document = &f->documents[i];
        bool readable = termlint_report_problems(document->fixed.left, NULL, NULL) == 0;
        if (readable && deliver(f, &f->inputs.items[i], document)) {
            f->applied += document->fixed.applied;
            f->files += document->fixed.applied > 0;
        } else {
            f->failed = true;
        }
        termlint_report_merge(report, document->fixed.left);
        clear_document(document);
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
    termlint_report_remarks(report, tl_print_remark, NULL);
    termlint_report_refusals(report, tl_print_problem, NULL);
    bool problems = termlint_report_problems(report, tl_print_problem, NULL) > 0;
    if (problems || f->failed || f->inputs.failed) {
        return TL_EXIT_FAILURE;
    }
    return termlint_report_fails(report) ? TL_EXIT_FINDINGS : TL_EXIT_CLEAN;
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
        "findings at or above --fail-on are left. Standard input (-) goes to standard output.");
}

static int
run(int argc, char **argv)
{
    fix f = {0};
    tl_string_list operands = {0};
    const tl_option options[] = {
        TL_SETTINGS_OPTIONS(&f.settings),
        {TL_OPTION_FLAG, "diff", NULL, "print a unified diff, change nothing", NULL, &f.diff},
        {TL_OPTION_FLAG, "help", NULL, "print this", NULL, &f.help},
        {0},
    };
    int status = TL_EXIT_FAILURE;
    if (tl_options_parse(options, argc, argv, &operands)) {
        status = f.help ? print_help(options) : fix_documents(&f, &operands);
    }
    tl_settings_clear(&f.settings);
    tl_string_list_clear(&operands);
    return status;
}

const tl_command tl_command_fix = {
    .name = "fix",
    .usage = "[OPTION]... [PATH | -]...",
    .summary = "put the canonical forms in place, where that is safe",
    .run = run,
};
