/* SPDX-License-Identifier: MPL-2.0 */
/* A worker checks documents: reader → segments → scan → rules → findings → report. All that one
 * document needs lives in its arena and goes with it. This is where offsets of a segment become
 * places in the file. */
#include "engine/checker.h"

#include "base/alloc.h"
#include "base/array.h"
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

tl_diag
tl_finding_diag(const termlint_checker *checker, const tl_finding *finding, tl_source *source)
{
    tl_severity severity = severity_of(checker, finding);
    bool editable;
    tl_range range = tl_segment_locate(finding->segment, finding->range, &editable);
    tl_position begin = tl_source_position(source, range.begin, TL_COLUMNS_CODE_POINTS);
    return (tl_diag){
        .path = source->name,
        .rule = tl_str_from(finding->rule->id),
        .severity = severity,
        .fails = severity >= checker->fail_on,
        .range = range,
        .begin = begin,
        .end = tl_source_position(source, range.end, TL_COLUMNS_CODE_POINTS),
        .begin_bytes = tl_source_position(source, range.begin, TL_COLUMNS_BYTES),
        .end_bytes = tl_source_position(source, range.end, TL_COLUMNS_BYTES),
        .begin_utf16 = tl_source_position(source, range.begin, TL_COLUMNS_UTF16),
        .end_utf16 = tl_source_position(source, range.end, TL_COLUMNS_UTF16),
        .text = tl_str_at(source->bytes, range),
        .line_text = tl_source_line(source, begin.line),
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
}

/* Adds the findings to the report, but for those that the text itself suppresses. */
static void
add_diags(const termlint_checker *checker, const tl_finding *findings, size_t count,
          tl_source *source, tl_report *report)
{
    tl_suppression_list suppressions = {0};
    tl_suppressions_read(&suppressions, source, &report->problems);
    for (size_t i = 0; i < count; i++) {
        tl_diag diag = tl_finding_diag(checker, &findings[i], source);
        if (!tl_suppressions_cover(&suppressions, source, &diag)) {
            tl_report_add(report, &diag);
        }
    }
    tl_suppressions_clear(&suppressions);
}

static void
check_document(termlint_worker *worker, tl_source *source, tl_report *report)
{
    tl_document document;
    tl_error error = {0};
    tl_document_init(&document, source);
    if (!tl_reader_for(source->name)->read(&document, &error)) {
        tl_problem_add(&report->problems, source->name, 0, 0, "%s", error.message);
        tl_error_clear(&error);
        tl_document_clear(&document);
        return;
    }
    tl_pass pass = {.given = tl_scanner_given(worker->scanner),
                    .speller = {ask_dictionaries, worker->checker->dictionaries},
                    .index = worker->checker->terms->index,
                    .document = &document,
                    .tally = &report->tally,
                    .arena = &document.arena};
    run_rules(worker, &document, &pass);
    drop_silenced(worker->checker, &pass);
    size_t count = tl_findings_choose(pass.findings, pass.count);
    add_diags(worker->checker, pass.findings, count, source, report);
    report->files++;
    report->bytes += source->bytes.len;
    tl_pass_clear(&pass);
    tl_document_clear(&document);
}

termlint_report *
termlint_check(termlint_worker *worker, const char *name, const char *bytes, size_t length)
{
    tl_report *report = tl_alloc_zero(1, sizeof *report);
    tl_source source;
    tl_error error = {0};
    if (tl_source_init(&source, tl_str_from(name), (tl_str){bytes, length}, &error)) {
        check_document(worker, &source, report);
        tl_source_clear(&source);
    } else {
        tl_problem_add(&report->problems, tl_str_from(name), 0, 0, "%s", error.message);
        tl_error_clear(&error);
    }
    return report;
}
