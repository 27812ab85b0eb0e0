/* SPDX-License-Identifier: MPL-2.0 */
/* One run over documents: reader → segments → passages → findings → report. What is done with a
 * passage is told by passage.c. Where documents are cut depends on their text alone, so that what
 * is told is the same however many threads there are. */
#include "engine/checking.h"

#include "base/alloc.h"
#include "base/array.h"
#include "engine/dating.h"
#include "engine/passage.h"
#include "engine/place.h"
#include "engine/suppress.h"
#include "readers/readers.h"

#include <stdlib.h>

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

/* Plans the visits and cuts them into passages, one at least. */
static void
cut(tl_checking *c)
{
    const tl_period *dates[2] = {NULL};
    for (size_t i = 0; i < c->count; i++) {
        dates[i] = tl_document_dates(&c->documents[i], c->checker->date, c->checker->today);
    }
    const tl_visits visits = tl_visits_plan(c->documents, dates, c->count, &c->documents[0].arena);
    size_t begin = 0;
    do {
        size_t end = tl_visits_passage_end(&visits, begin, c->worker->passage_bytes);
        c->passages = tl_array_reserve(c->passages, &c->passage_capacity, c->passage_count + 1,
                                       sizeof *c->passages);
        c->passages[c->passage_count++] =
            (tl_passage){.whole = c, .visits = visits.items + begin, .count = end - begin};
        begin = end;
    } while (begin < visits.count);
}

/* What the thread at a seat works with. It lives as long as what it has found. */
static termlint_worker *
worker_at(tl_checking *c, size_t seat)
{
    if (seat == 0) {
        return c->worker;
    }
    termlint_worker **helper = &c->helpers[seat];
    *helper = *helper ? *helper : tl_worker_like(c->worker);
    return *helper;
}

/* Joins to the first passage, as far as they are checked, those that follow it; in their order. */
static void
join_checked(tl_checking *c)
{
    while (c->joined < c->passage_count && c->passages[c->joined].is_checked) {
        if (c->joined > 0) {
            tl_passage_join(&c->passages[0], &c->passages[c->joined]);
        }
        c->joined++;
    }
}

/* The thread at the first seat joins while others check. */
static void
check_passage(void *context, size_t seat, size_t number)
{
    tl_checking *c = context;
    tl_passage_check(&c->passages[number], worker_at(c, seat), &c->shared);
    if (seat == 0) {
        join_checked(c);
    }
}

/* The first passage is the whole in the end. */
static tl_passage *
run_rules(tl_checking *c, tl_report *report)
{
    cut(c);
    c->helpers = tl_alloc_zero(c->passage_count, sizeof(termlint_worker *));
    tl_shared_init(&c->shared);
    tl_threads_run(c->worker->threads, c->passage_count, check_passage, c);
    join_checked(c);
    tl_passage_finish(&c->passages[0], &report->remarks);
    tl_shared_clear(&c->shared);
    return &c->passages[0];
}

/* What the findings of one document are added to, and by. */
typedef struct adding {
    const termlint_checker *checker;
    tl_document *document;
    tl_suppression_list suppressions;
    tl_report *report;
    tl_arena scratch; /* what is known of one finding */
} adding;

/* Adds a finding to the report, unless the text itself suppresses it. */
static void
add_finding(adding *to, const tl_finding *finding)
{
    tl_severity severity = severity_of(to->checker, finding);
    tl_diag diag = tl_diag_of(finding, to->document, &to->scratch);
    diag.severity = severity;
    diag.fails = severity >= to->checker->fail_on;
    tl_str text = finding->segment->text;
    tl_str behind = tl_str_slice(text, finding->range.end, text.len);
    if (!tl_suppressions_cover(&to->suppressions, &diag, behind)) {
        tl_report_add(to->report, &diag);
    }
    tl_arena_reset(&to->scratch);
}

static bool
is_rule_on(const void *checker, const tl_rule *rule)
{
    return tl_rule_is_on(checker, rule, tl_rule_number(rule));
}

/* Adds the findings of one document. */
static void
add_findings(const tl_checking *c, const tl_pass *pass, tl_document *document, tl_report *report)
{
    adding to = {.checker = c->checker, .document = document, .report = report};
    if (tl_reader_for(document->source->name)->rewrite == NULL) {
        tl_suppressions_read(&to.suppressions, document, &report->remarks);
    }
    for (size_t i = 0; i < pass->count; i++) {
        const tl_finding *finding = &pass->findings[i];
        if (tl_document_has(document, finding->segment)) {
            add_finding(&to, finding);
        }
    }
    tl_suppressions_tell_unused(&to.suppressions, document->source->name, is_rule_on, c->checker,
                                &report->unused);
    report->files++;
    report->bytes += document->source->file.len;
    tl_suppressions_clear(&to.suppressions);
    tl_arena_clear(&to.scratch);
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
    tl_fitted_forms_limit(&c->worker->fitted);
    tl_passage *all = run_rules(c, report);
    drop_silenced(c->checker, &all->pass);
    all->pass.count = tl_findings_choose(all->pass.findings, all->pass.count);
    for (size_t i = 0; i < c->count; i++) {
        add_findings(c, &all->pass, &c->documents[i], report);
    }
    for (size_t i = 0; i < all->usages.count; i++) {
        tl_report_add_usage(report, &all->usages.items[i]);
    }
    tl_tally_merge(&report->tally, &all->tally);
}

void
tl_checking_clear(tl_checking *c)
{
    for (size_t i = 0; i < c->passage_count; i++) {
        tl_passage_clear(&c->passages[i]);
        termlint_worker_free(c->helpers[i]);
    }
    free(c->passages);
    free(c->helpers);
    for (size_t i = 0; i < c->count; i++) {
        tl_document_clear(&c->documents[i]);
    }
}
