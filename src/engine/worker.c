/* SPDX-License-Identifier: MPL-2.0 */
/* A worker checks documents: reader → segments → scan → rules → findings → report. All that one
 * document needs lives in its arena and goes with it. This is where offsets of a segment become
 * places in the file. */
#include "engine/checker.h"

#include "base/alloc.h"
#include "base/array.h"
#include "base/utf8.h"
#include "engine/dating.h"
#include "engine/suppress.h"
#include "readers/readers.h"

#include <stdlib.h>

termlint_worker *
termlint_worker_new(const termlint_checker *checker)
{
    termlint_worker *worker = tl_alloc_zero(1, sizeof *worker);
    termlint_worker_use(worker, checker);
    return worker;
}

void
termlint_worker_free(termlint_worker *worker)
{
    if (worker == NULL) {
        return;
    }
    for (size_t i = 0; i < worker->scanner_count; i++) {
        tl_scanner_free(worker->scanners[i].scanner);
    }
    free(worker->scanners);
    free(worker);
}

static tl_scanner *
scanner_for(termlint_worker *worker, const tl_terms *terms)
{
    for (size_t i = 0; i < worker->scanner_count; i++) {
        if (worker->scanners[i].terms == terms) {
            return worker->scanners[i].scanner;
        }
    }
    worker->scanners = tl_array_reserve(worker->scanners, &worker->scanner_capacity,
                                        worker->scanner_count + 1, sizeof *worker->scanners);
    tl_scanner *scanner = tl_scanner_new(terms->index);
    worker->scanners[worker->scanner_count++] =
        (struct tl_worker_scanner){.terms = terms, .scanner = scanner};
    return scanner;
}

static bool
is_on(const termlint_checker *checker, const tl_rule *rule, size_t number)
{
    return checker->severities[number] != TL_SEVERITY_OFF &&
           (checker->terms->is_loaded || !rule->needs_termbase);
}

/* True if some rule that is on reads near hits, which cost time to find. */
static bool
wants_typos(const termlint_checker *checker)
{
    size_t count;
    const tl_rule *const *rules = tl_rules(&count);
    for (size_t i = 0; i < count; i++) {
        if (rules[i]->seeks_typos && is_on(checker, rules[i], i)) {
            return true;
        }
    }
    return false;
}

void
termlint_worker_use(termlint_worker *worker, const termlint_checker *checker)
{
    worker->checker = checker;
    worker->scanner = scanner_for(worker, checker->terms);
    tl_scanner_seek_typos(worker->scanner, wants_typos(checker));
}

typedef enum rule_step { STEP_SEGMENT, STEP_END } rule_step;

static void
take_step(const termlint_checker *checker, tl_pass *pass, void **states, rule_step step)
{
    size_t count;
    const tl_rule *const *rules = tl_rules(&count);
    for (size_t i = 0; i < count; i++) {
        void (*function)(tl_pass *) = step == STEP_SEGMENT ? rules[i]->check : rules[i]->finish;
        if (function && is_on(checker, rules[i], i)) {
            pass->rule = rules[i];
            pass->state = &states[i];
            function(pass);
        }
    }
}

static tl_severity
severity_of(const termlint_checker *checker, const tl_finding *finding)
{
    return tl_checker_severity(checker, tl_rule_number(finding->rule), finding->severity);
}

/* What nobody wants to hear of stands in nobody's way either. */
static void
drop_silenced(const termlint_checker *checker, tl_pass *pass)
{
    size_t kept = 0;
    for (size_t i = 0; i < pass->count; i++) {
        if (severity_of(checker, &pass->findings[i]) != TL_SEVERITY_OFF) {
            pass->findings[kept++] = pass->findings[i];
        }
    }
    pass->count = kept;
}

static tl_known
ask_dictionaries(void *dictionaries, tl_str language, tl_str word, bool as_written)
{
    return tl_dictionaries_ask(dictionaries, language, word, as_written);
}

static void
run_rules(termlint_worker *worker, tl_document *document, tl_pass *pass)
{
    const termlint_checker *checker = worker->checker;
    const tl_period *dates = tl_document_dates(document, checker->date, checker->today);
    void *states[TL_MAX_RULES] = {NULL};
    for (size_t i = 0; i < document->count; i++) {
        tl_scanner_set_date(worker->scanner, dates[i].first);
        pass->date = dates[i];
        pass->scan = tl_scanner_run(worker->scanner, &document->segments[i], checker->language);
        take_step(checker, pass, states, STEP_SEGMENT);
    }
    pass->scan = NULL;
    take_step(checker, pass, states, STEP_END);
}

/* Why the replacement that is to be put in place cannot be, or empty. */
static tl_str
refusal_of(const tl_finding *finding, const tl_source *source, tl_arena *arena)
{
    tl_buf encoded = {0};
    uint32_t missing;
    char letter[TL_UTF8_MAX];
    bool fits = tl_encoding_encode(source->encoding, finding->suggestions[0], &encoded, &missing);
    tl_buf_clear(&encoded);
    return fits ? TL_STR("")
                : tl_arena_format(arena, "%s has no “%.*s” (U+%04X)", source->encoding->name,
                                  (int)tl_utf8_encode(missing, letter), letter, missing);
}

/* Where a finding stands in its file, and what stands there. */
static void
set_place(tl_diag *diag, const tl_finding *finding, tl_source *source, tl_range range)
{
    diag->path = source->name;
    diag->range = tl_source_in_file(source, range);
    diag->begin = tl_source_position(source, range.begin, TL_COLUMNS_CODE_POINTS);
    diag->end = tl_source_position(source, range.end, TL_COLUMNS_CODE_POINTS);
    diag->begin_bytes = tl_source_position(source, range.begin, TL_COLUMNS_BYTES);
    diag->end_bytes = tl_source_position(source, range.end, TL_COLUMNS_BYTES);
    diag->begin_utf16 = tl_source_position(source, range.begin, TL_COLUMNS_UTF16);
    diag->end_utf16 = tl_source_position(source, range.end, TL_COLUMNS_UTF16);
    diag->text = tl_str_at(finding->segment->text, finding->range);
    diag->line_text = tl_source_line(source, diag->begin.line);
    uint32_t line = (uint32_t)(diag->line_text.ptr - source->bytes.ptr);
    diag->in_line = (tl_range){range.begin - line, range.end - line};
}

/* Adds a finding to the report, unless the text itself suppresses it. */
static void
add_diag(const termlint_checker *checker, const tl_finding *finding, tl_document *document,
         const tl_suppression_list *suppressions, tl_report *report)
{
    tl_severity severity = severity_of(checker, finding);
    bool editable;
    tl_range range = tl_segment_locate(finding->segment, finding->range, &editable);
    tl_diag diag = {
        .rule = tl_str_from(finding->rule->id),
        .severity = severity,
        .fails = severity >= checker->fail_on,
        .message = finding->message,
        .explanation = finding->explanation,
        .suggestions = finding->suggestions,
        .suggestion_count = finding->suggestion_count,
        .fixable = finding->fixable && editable && finding->suggestion_count > 0,
        .concept = finding->concept ? finding->concept->id : (tl_str){NULL, 0},
        .term = finding->term,
        .language = finding->language,
        .has_relation = finding->has_relation,
        .relation = finding->relation,
        .schemes = finding->schemes,
        .scheme_count = finding->scheme_count,
        .segment = finding->segment->unit_id,
    };
    set_place(&diag, finding, document->source, range);
    if (diag.fixable) {
        diag.refusal = refusal_of(finding, document->source, &document->arena);
        diag.fixable = diag.refusal.len == 0;
    }
    tl_str text = finding->segment->text;
    tl_str behind = tl_str_slice(text, finding->range.end, text.len);
    if (!tl_suppressions_cover(suppressions, &diag, behind)) {
        tl_report_add(report, &diag);
    }
}

static void
check_document(termlint_worker *worker, tl_document *document, tl_report *report)
{
    tl_pass pass = {.given = tl_scanner_given(worker->scanner),
                    .speller = {ask_dictionaries, worker->checker->dictionaries},
                    .index = worker->checker->terms->index,
                    .document = document,
                    .arena = &document->arena};
    run_rules(worker, document, &pass);
    drop_silenced(worker->checker, &pass);
    size_t count = tl_findings_choose(pass.findings, pass.count);
    tl_suppression_list suppressions = {0};
    tl_suppressions_read(&suppressions, document->source, &report->problems);
    for (size_t i = 0; i < count; i++) {
        add_diag(worker->checker, &pass.findings[i], document, &suppressions, report);
    }
    report->files++;
    report->bytes += document->source->file.len;
    tl_suppressions_clear(&suppressions);
    tl_pass_clear(&pass);
}

/* From the bytes of the source to segments. */
static bool
read_document(const termlint_worker *worker, tl_document *document, const tl_encoding **encoding,
              tl_error *error)
{
    tl_source *source = document->source;
    const tl_reader *reader = tl_reader_for(source->name);
    const tl_encoding *asked = *encoding ? *encoding : worker->checker->encoding;
    tl_str declared = {NULL, 0};
    if (reader->declared_encoding) {
        declared = reader->declared_encoding(source->file);
    }
    bool ok = tl_source_decode(source, asked, declared, error);
    *encoding = source->encoding;
    return ok && reader->read(document, error);
}

tl_report *
tl_worker_check(termlint_worker *worker, const char *name, tl_str bytes,
                const tl_encoding **encoding)
{
    tl_report *report = tl_alloc_zero(1, sizeof *report);
    tl_source source;
    tl_document document;
    tl_error error = {0};
    bool ok = tl_source_init(&source, tl_str_from(name), bytes, &error);
    tl_document_init(&document, &source);
    if (ok && read_document(worker, &document, encoding, &error)) {
        check_document(worker, &document, report);
    } else {
        tl_problem_add(&report->problems, tl_str_from(name), 0, 0, "%s", error.message);
        tl_error_clear(&error);
    }
    tl_document_clear(&document);
    tl_source_clear(&source);
    return report;
}

termlint_report *
termlint_check(termlint_worker *worker, const char *name, const char *bytes, size_t length)
{
    const tl_encoding *encoding = NULL;
    return tl_worker_check(worker, name, (tl_str){bytes, length}, &encoding);
}
