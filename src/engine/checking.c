/* SPDX-License-Identifier: MPL-2.0 */
/* One run over documents: reader → segments → scan → rules → findings → report. This is where
 * offsets of a segment become places in the file. Bilingual units are put together by unit_check.c.
 */
#include "engine/checking.h"

#include "base/alloc.h"
#include "engine/dating.h"
#include "engine/place.h"
#include "engine/suppress.h"
#include "engine/unit_check.h"
#include "readers/readers.h"

static tl_severity
severity_of(const termlint_checker *checker, const tl_finding *finding)
{
    return tl_checker_severity(checker, tl_rule_number(finding->rule), finding->severity);
}

/* What nobody wants to hear of stands in nobody's way either: findings of a severity that is off,
 * those on the side that is not asked for. */
static void
drop_silenced(const termlint_checker *checker, tl_pass *pass)
{
    size_t kept = 0;
    for (size_t i = 0; i < pass->count; i++) {
        tl_side side = pass->findings[i].segment->side;
        bool on_side =
            checker->side == TL_SIDE_NONE || side == TL_SIDE_NONE || side == checker->side;
        if (on_side && severity_of(checker, &pass->findings[i]) != TL_SEVERITY_OFF) {
            pass->findings[kept++] = pass->findings[i];
        }
    }
    pass->count = kept;
}

static void
run_rules(tl_checking *c)
{
    const tl_period *dates[2] = {NULL};
    tl_arena *arena = &c->documents[0].arena;
    for (size_t i = 0; i < c->count; i++) {
        dates[i] = tl_document_dates(&c->documents[i], c->checker->date, c->checker->today);
    }
    tl_visits visits = tl_visits_plan(c->documents, dates, c->count, arena);
    for (size_t i = 0, next; i < visits.count; i = next) {
        next = i + 1;
        if (visits.items[i].segment->side == TL_SIDE_NONE) {
            tl_checking_text(c, &visits.items[i]);
            continue;
        }
        while (next < visits.count && visits.items[next].group == visits.items[i].group) {
            next++;
        }
        tl_check_unit(c, &visits.items[i], next - i);
    }
    c->pass.scan = NULL;
    tl_checking_step(c, TL_STEP_END);
}

/* Adds a finding to the report, unless the text itself suppresses it. */
static void
add_finding(const tl_checking *c, const tl_finding *finding, tl_document *document,
            tl_suppression_list *suppressions, tl_report *report)
{
    tl_severity severity = severity_of(c->checker, finding);
    tl_diag diag = tl_diag_of(finding, document);
    diag.severity = severity;
    diag.fails = severity >= c->checker->fail_on;
    tl_str text = finding->segment->text;
    tl_str behind = tl_str_slice(text, finding->range.end, text.len);
    if (!tl_suppressions_cover(suppressions, &diag, behind)) {
        tl_report_add(report, &diag);
    }
}

static bool
is_rule_on(const void *checker, const tl_rule *rule)
{
    return tl_rule_is_on(checker, rule, tl_rule_number(rule));
}

/* Adds the findings of one document. */
static void
add_findings(const tl_checking *c, tl_document *document, tl_report *report)
{
    tl_suppression_list suppressions = {0};
    if (tl_reader_for(document->source->name)->rewrite == NULL) {
        tl_suppressions_read(&suppressions, document, &report->remarks);
    }
    for (size_t i = 0; i < c->pass.count; i++) {
        const tl_finding *finding = &c->pass.findings[i];
        if (tl_document_has(document, finding->segment)) {
            add_finding(c, finding, document, &suppressions, report);
        }
    }
    tl_suppressions_tell_unused(&suppressions, document->source->name, is_rule_on, c->checker,
                                &report->unused);
    report->files++;
    report->bytes += document->source->file.len;
    tl_suppressions_clear(&suppressions);
}

bool
tl_checking_read(tl_checking *c, tl_source *source, tl_report *report)
{
    tl_document *document = &c->documents[c->count++];
    tl_error error = {0};
    tl_document_init(document, source);
    bool ok = tl_worker_read(c->worker, document, c->encoding, &error);
    if (!ok) {
        tl_problem_add(&report->problems, source->name, 0, 0, "%s", error.message);
    }
    tl_error_clear(&error);
    return ok;
}

void
tl_checking_run(tl_checking *c, tl_report *report)
{
    c->pass = (tl_pass){.given = tl_scanner_given(c->worker->scanner),
                        .speller = tl_dictionaries_speller(c->checker->dictionaries),
                        .index = tl_terms_index(c->checker->terms),
                        .document = &c->documents[0],
                        .tally = &report->tally,
                        .remarks = &report->remarks,
                        .arena = &c->documents[0].arena,
                        .stem_indexes = &c->stem_indexes,
                        .scratch = &c->scratch};
    run_rules(c);
    drop_silenced(c->checker, &c->pass);
    c->pass.count = tl_findings_choose(c->pass.findings, c->pass.count);
    for (size_t i = 0; i < c->count; i++) {
        add_findings(c, &c->documents[i], report);
    }
    tl_usage_sum(&c->usages);
    for (size_t i = 0; i < c->usages.count; i++) {
        tl_report_add_usage(report, &c->usages.items[i]);
    }
}

void
tl_checking_clear(tl_checking *c)
{
    tl_pass_clear(&c->pass);
    tl_usage_list_clear(&c->usages);
    tl_arena_clear(&c->scratch);
    for (size_t i = 0; i < c->count; i++) {
        tl_document_clear(&c->documents[i]);
    }
}
