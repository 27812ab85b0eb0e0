/* SPDX-License-Identifier: MPL-2.0 */
/* The public face of reports: thin, since report/ and writers/ do the work. Ids of formats and of
 * columns are looked up here, once. */
#include "base/alloc.h"
#include "engine/checker.h"
#include "engine/give.h"
#include "termlint_tools.h"
#include "writers/text.h"
#include "writers/writers.h"

#include <stdlib.h>
#include <string.h>

termlint_report *
termlint_report_new(void)
{
    return tl_alloc_zero(1, sizeof(tl_report));
}

void
termlint_report_free(termlint_report *report)
{
    if (report) {
        tl_report_clear(report);
        free(report);
    }
}

void
termlint_report_merge(termlint_report *into, termlint_report *from)
{
    tl_report_merge(into, from);
}

void
termlint_report_add(termlint_report *into, const termlint_report *from)
{
    tl_report_add_all(into, from);
}

void
termlint_report_add_problem(termlint_report *report, const char *path, const char *message)
{
    tl_problem_add(&report->problems, tl_str_from(path), 0, 0, "%s", message);
}

void
termlint_report_finish(termlint_report *report)
{
    tl_report_finish(report);
}

size_t
termlint_report_count(const termlint_report *report, int severity)
{
    bool known = severity >= TERMLINT_OFF && severity <= TERMLINT_ERROR;
    return known ? report->by_severity[severity] : 0;
}

bool
termlint_report_fails(const termlint_report *report)
{
    return report->failing > 0;
}

size_t
termlint_report_files(const termlint_report *report)
{
    return report->files;
}

static const char *
or_empty(tl_str str)
{
    return str.ptr ? str.ptr : "";
}

bool
termlint_report_finding(const termlint_report *report, size_t index, termlint_finding *finding)
{
    if (index >= report->count) {
        return false;
    }
    const tl_diag diag = tl_report_at(report, index);
    *finding = (termlint_finding){.path = or_empty(diag.path),
                                  .rule = or_empty(diag.rule),
                                  .message = or_empty(diag.message),
                                  .explanation = or_empty(diag.explanation),
                                  .concept = or_empty(diag.concept),
                                  .language = or_empty(diag.language),
                                  .severity = (int)diag.severity,
                                  .offset = diag.range.begin,
                                  .length = diag.range.end - diag.range.begin,
                                  .line = diag.begin.line,
                                  .column = diag.begin.column,
                                  .end_line = diag.end.line,
                                  .end_column = diag.end.column,
                                  .fixable = diag.fixable};
    memcpy(finding->fingerprint, diag.fingerprint, sizeof finding->fingerprint);
    const size_t most = sizeof finding->suggestions / sizeof finding->suggestions[0];
    while (finding->suggestion_count < diag.suggestion_count && finding->suggestion_count < most) {
        size_t at = finding->suggestion_count++;
        finding->suggestions[at] = diag.suggestions[at].ptr;
    }
    return true;
}

bool
termlint_report_edit(const termlint_report *report, size_t index, size_t number,
                     termlint_edit *edit)
{
    if (index >= report->count) {
        return false;
    }
    const tl_diag diag = tl_report_at(report, index);
    if (number >= diag.edit_count) {
        return false;
    }
    const tl_edit *found = &diag.edits[number];
    *edit = (termlint_edit){.offset = found->range.begin,
                            .length = found->range.end - found->range.begin,
                            .text = found->text.ptr};
    return true;
}

char *
termlint_report_show(const termlint_report *report, size_t index, bool color)
{
    tl_buf out = {0};
    if (index < report->count) {
        const tl_diag diag = tl_report_at(report, index);
        tl_text_add_finding(&out, &diag, TL_COLUMNS_CODE_POINTS, color);
    }
    tl_buf_add_byte(&out, '\0');
    return out.ptr;
}

static size_t
tell_each(const tl_problem_list *list, termlint_problem_fn problem, void *context)
{
    for (size_t i = 0; i < list->kept && problem; i++) {
        const tl_problem *p = &list->items[i];
        problem(context, p->path, p->line, p->column, p->message);
    }
    return list->count;
}

static size_t
tell_unwritable(const termlint_report *report, termlint_problem_fn problem, void *context)
{
    size_t count = 0;
    tl_arena arena = {0};
    for (size_t i = 0; i < report->count; i++) {
        const tl_diag diag = tl_report_at(report, i);
        if (diag.refusal.len && problem) {
            tl_str message = tl_arena_format(
                &arena, "“%.*s” is not replaced by “%.*s”: %.*s", TL_STR_ARGS(diag.text),
                TL_STR_ARGS(diag.suggestions[0]), TL_STR_ARGS(diag.refusal));
            problem(context, diag.path.ptr, diag.begin.line, diag.begin.column, message.ptr);
        }
        count += diag.refusal.len > 0;
    }
    tl_arena_clear(&arena);
    return count;
}

size_t
termlint_report_tell(const termlint_report *report, int kind, termlint_problem_fn problem,
                     void *context)
{
    switch (kind) {
    case TERMLINT_PROBLEMS: return tell_each(&report->problems, problem, context);
    case TERMLINT_UNKNOWN_RULES: return tell_each(&report->remarks, problem, context);
    case TERMLINT_UNUSED: return tell_each(&report->unused, problem, context);
    case TERMLINT_UNWRITABLE: return tell_unwritable(report, problem, context);
    default: return 0;
    }
}

static bool
parse_columns(const char *name, tl_columns *columns)
{
    static const char *const names[] = {
        [TL_COLUMNS_CODE_POINTS] = "codepoints",
        [TL_COLUMNS_BYTES] = "bytes",
        [TL_COLUMNS_UTF16] = "utf16",
    };
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (name == NULL || strcmp(name, names[i]) == 0) {
            *columns = (tl_columns)i;
            return true;
        }
    }
    return false;
}

static size_t
describe_rules(tl_write_rule *described)
{
    size_t count;
    const tl_rule *const *rules = tl_rules(&count);
    for (size_t i = 0; i < count; i++) {
        described[i] = (tl_write_rule){.id = rules[i]->id,
                                       .summary = rules[i]->summary,
                                       .help = rules[i]->help,
                                       .severity = rules[i]->severity};
    }
    return count;
}

/* Who takes what is written, in the words of the public header. */
typedef struct taker {
    termlint_take_fn take;
    void *context;
} taker;

static bool
hand_over(void *context, tl_str piece)
{
    const taker *to = context;
    return to->take(to->context, piece.ptr, piece.len);
}

bool
termlint_report_write_pieces(const termlint_report *report, const termlint_write_options *options,
                             termlint_take_fn take, void *context, char **error)
{
    const tl_writer *writer = tl_writer_find(tl_str_from(options->format));
    tl_write_rule rules[TL_MAX_RULES];
    tl_write_options settings = {.rules = rules,
                                 .rule_count = describe_rules(rules),
                                 .color = options->color,
                                 .quiet = options->quiet,
                                 .version = termlint_version()};
    if (writer == NULL) {
        return tl_give_unknown(error, "format", options->format, NULL);
    }
    if (!parse_columns(options->columns, &settings.columns)) {
        return tl_give_unknown(error, "unit of columns", options->columns, NULL);
    }
    taker to = {take, context};
    return tl_writer_write(writer, report, &settings, &(tl_sink){hand_over, &to});
}

static bool
add_piece(void *context, const char *bytes, size_t length)
{
    tl_buf_add(context, (tl_str){bytes, length});
    return true;
}

char *
termlint_report_write(const termlint_report *report, const termlint_write_options *options,
                      size_t *length, char **error)
{
    tl_buf out = {0};
    if (!termlint_report_write_pieces(report, options, add_piece, &out, error)) {
        return NULL;
    }
    *length = out.len;
    tl_buf_add_byte(&out, '\0');
    return out.ptr;
}
