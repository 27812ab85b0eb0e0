/* SPDX-License-Identifier: MPL-2.0 */
/* A worker checks documents, one or a source with its target: reader → segments → scan → rules →
 * findings → report. All that they need lives in the arena of the first and goes with it. This is
 * where offsets of a segment become places in the file. */
#include "engine/checker.h"

#include "base/alloc.h"
#include "base/array.h"
#include "engine/align.h"
#include "engine/dating.h"
#include "engine/give.h"
#include "engine/place.h"
#include "engine/suppress.h"
#include "engine/units.h"
#include "readers/readers.h"
#include "text/language_tag.h"
#include "text/script.h"

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
    free(worker->language);
    free(worker);
}

static tl_scanner *
scanner_for(termlint_worker *worker, tl_terms *terms)
{
    for (size_t i = 0; i < worker->scanner_count; i++) {
        if (worker->scanners[i].terms == terms) {
            return worker->scanners[i].scanner;
        }
    }
    worker->scanners = tl_array_reserve(worker->scanners, &worker->scanner_capacity,
                                        worker->scanner_count + 1, sizeof *worker->scanners);
    tl_scanner *scanner = tl_scanner_new(tl_terms_index(terms));
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

bool
termlint_worker_set_language(termlint_worker *worker, const char *language, char **error)
{
    if (language && !tl_language_is_known(language, error)) {
        return false;
    }
    free(worker->language);
    worker->language = language ? tl_give_text(tl_str_from(language)) : NULL;
    return true;
}

void
termlint_worker_count_usage(termlint_worker *worker, bool wanted)
{
    worker->counts_usage = wanted;
}

tl_str
tl_worker_language(const termlint_worker *worker)
{
    return worker->language ? tl_str_from(worker->language) : worker->checker->language;
}

/* The documents that are checked together, and all that is known of them. */
typedef struct checking {
    termlint_worker *worker;
    const termlint_checker *checker;
    const tl_encoding **encoding; /* that is known, or NULL; set to what it turns out to be */
    tl_document documents[2];     /* the source and the target, or one alone */
    size_t count;
    tl_str languages[2]; /* of two documents, as far as it is known; primary subtags */
    tl_pass pass;
    void *states[TL_MAX_RULES];
    tl_arena scratch; /* what is known of one unit */
    struct tl_stem_index *stem_indexes;
    tl_usage_list usages;
} checking;

typedef enum rule_step { STEP_SEGMENT, STEP_UNIT, STEP_ALONE, STEP_END } rule_step;

static void (*function_for(const tl_rule *rule, rule_step step))(tl_pass *)
{
    return step == STEP_SEGMENT ? rule->check
           : step == STEP_UNIT  ? rule->check_unit
           : step == STEP_ALONE ? rule->check_alone
                                : rule->finish;
}

static void
take_step(checking *c, rule_step step)
{
    size_t count;
    const tl_rule *const *rules = tl_rules(&count);
    for (size_t i = 0; i < count; i++) {
        void (*function)(tl_pass *) = function_for(rules[i], step);
        if (function && is_on(c->checker, rules[i], i)) {
            c->pass.rule = rules[i];
            c->pass.state = &c->states[i];
            function(&c->pass);
        }
    }
}

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

static tl_known
ask_dictionaries(void *dictionaries, tl_str language, tl_str word, bool as_written)
{
    return tl_dictionaries_ask(dictionaries, language, word, as_written);
}

static tl_stems
ask_stems(void *dictionaries, tl_str language, tl_str word)
{
    return tl_dictionaries_stems(dictionaries, language, word);
}

static tl_stems
ask_offers(void *dictionaries, tl_str language, tl_str word, tl_arena *arena)
{
    return tl_dictionaries_offers(dictionaries, language, word, arena);
}

static bool
is_of(const tl_document *document, const tl_segment *segment)
{
    return segment >= document->segments && segment < document->segments + document->count;
}

/* Good forms as they should be written, inflected or not. */
static void
count_usage(checking *c, const tl_scan *scan)
{
    bool is_second = c->count > 1 && is_of(&c->documents[1], scan->segment);
    for (size_t i = 0; i < scan->hit_count; i++) {
        const tl_hit *hit = &scan->hits[i];
        const tl_pattern *pattern = hit->pattern;
        if (pattern->kind != TL_PATTERN_EXCEPT && hit->differences == 0 &&
            tl_term_is_good(pattern->term)) {
            tl_usage_add(&c->usages, &(tl_usage){.concept = pattern->term->concept->id,
                                                 .form = pattern->text,
                                                 .language = pattern->term->entry->language,
                                                 .path = c->documents[is_second].source->name,
                                                 .count = 1});
        }
    }
}

/* Runs the rules for one text on its own. */
static const tl_scan *
check_text(checking *c, const tl_visit *visit)
{
    tl_scanner *scanner = c->worker->scanner;
    tl_scanner_set_date(scanner, visit->date.first);
    c->pass.date = visit->date;
    c->pass.is_dated = c->checker->date || visit->date.first != c->checker->today;
    c->pass.scan = tl_scanner_run(scanner, visit->segment, tl_worker_language(c->worker));
    take_step(c, STEP_SEGMENT);
    if (c->worker->counts_usage) {
        count_usage(c, c->pass.scan);
    }
    return c->pass.scan;
}

/* The text read as one in another language: what the scan of a language in another script has
 * found already. */
static const tl_scan *
read_as(checking *c, const tl_scan *scan, tl_str language)
{
    if (language.len == 0 || tl_script_of_language(language) != scan->script ||
        tl_str_equal(language, scan->language)) {
        return scan;
    }
    tl_segment *segment = tl_arena_alloc(&c->scratch, 1, sizeof *segment);
    *segment = *scan->segment;
    segment->language = language;
    return tl_scan_copy(tl_scanner_run(c->worker->scanner, segment, language), &c->scratch);
}

static void
add_text(tl_unit_side *side, tl_unit_text *texts, const tl_scan *scan)
{
    texts[side->count++].scan = scan;
    side->language = scan->language;
}

/* A text of so many words is no unit of translation, and to compare it word by word would take too
 * long. */
static bool
is_short_enough(const tl_unit_side *side)
{
    enum { MOST_WORDS = 8192 };
    size_t words = 0;
    for (size_t i = 0; i < side->count; i++) {
        words += side->texts[i].scan->words.count;
    }
    return words <= MOST_WORDS;
}

static void
check_unit(checking *c, const tl_visit *visits, size_t count)
{
    tl_unit_text *sources = tl_arena_alloc(&c->scratch, count, sizeof *sources);
    tl_unit_text *targets = tl_arena_alloc(&c->scratch, count, sizeof *targets);
    tl_unit unit = {.source.texts = sources, .target.texts = targets, .is_aligned = c->count > 1};
    for (size_t i = 0; i < count; i++) {
        bool is_source = visits[i].segment->side == TL_SIDE_SOURCE;
        const tl_scan *scan = tl_scan_copy(check_text(c, &visits[i]), &c->scratch);
        add_text(is_source ? &unit.source : &unit.target, is_source ? sources : targets, scan);
    }
    unit.source.language = unit.source.count ? unit.source.language : c->languages[0];
    unit.target.language = unit.target.count ? unit.target.language : c->languages[1];
    for (size_t i = 0; i < unit.source.count; i++) {
        sources[i].foreign = read_as(c, sources[i].scan, unit.target.language);
    }
    for (size_t i = 0; i < unit.target.count; i++) {
        targets[i].foreign = read_as(c, targets[i].scan, unit.source.language);
    }
    bool is_whole = unit.source.count && unit.target.count && is_short_enough(&unit.source) &&
                    is_short_enough(&unit.target);
    if (is_whole || unit.is_aligned) {
        c->pass.scan = NULL;
        c->pass.unit = &unit;
        c->pass.memo = NULL;
        take_step(c, is_whole ? STEP_UNIT : STEP_ALONE);
        c->pass.unit = NULL;
    }
    tl_arena_reset(&c->scratch);
}

static void
run_rules(checking *c)
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
            check_text(c, &visits.items[i]);
            continue;
        }
        while (next < visits.count && visits.items[next].group == visits.items[i].group) {
            next++;
        }
        check_unit(c, &visits.items[i], next - i);
    }
    c->pass.scan = NULL;
    take_step(c, STEP_END);
}

/* Adds a finding to the report, unless the text itself suppresses it. */
static void
add_finding(const checking *c, const tl_finding *finding, tl_document *document,
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
    return is_on(checker, rule, tl_rule_number(rule));
}

/* Adds the findings of one document. */
static void
add_findings(const checking *c, tl_document *document, tl_report *report)
{
    tl_suppression_list suppressions = {0};
    if (tl_reader_for(document->source->name)->rewrite == NULL) {
        tl_suppressions_read(&suppressions, document, &report->remarks);
    }
    for (size_t i = 0; i < c->pass.count; i++) {
        const tl_finding *finding = &c->pass.findings[i];
        if (is_of(document, finding->segment)) {
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
tl_worker_read(const termlint_worker *worker, tl_document *document, const tl_encoding **encoding,
               tl_error *error)
{
    const tl_encoding *asked = *encoding ? *encoding : worker->checker->encoding;
    document->wanted = worker->checker->pair;
    bool ok = tl_reader_run(tl_reader_for(document->source->name), document, asked, error);
    *encoding = document->source->encoding;
    return ok;
}

static bool
read_document(checking *c, tl_source *source, tl_report *report)
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

static void
check_documents(checking *c, tl_report *report)
{
    c->pass =
        (tl_pass){.given = tl_scanner_given(c->worker->scanner),
                  .speller = {ask_dictionaries, ask_stems, ask_offers, c->checker->dictionaries},
                  .index = tl_terms_index(c->checker->terms),
                  .document = &c->documents[0],
                  .tally = &report->tally,
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

static void
clear(checking *c)
{
    tl_pass_clear(&c->pass);
    tl_usage_list_clear(&c->usages);
    tl_arena_clear(&c->scratch);
    for (size_t i = 0; i < c->count; i++) {
        tl_document_clear(&c->documents[i]);
    }
}

tl_report *
tl_worker_check(termlint_worker *worker, const char *name, tl_str bytes,
                const tl_encoding **encoding)
{
    tl_report *report = tl_alloc_zero(1, sizeof *report);
    tl_source source;
    tl_error error = {0};
    if (tl_source_init(&source, tl_str_from(name), bytes, &error)) {
        checking c = {.worker = worker, .checker = worker->checker, .encoding = encoding};
        if (read_document(&c, &source, report)) {
            check_documents(&c, report);
        }
        clear(&c);
        tl_source_clear(&source);
    } else {
        tl_problem_add(&report->problems, tl_str_from(name), 0, 0, "%s", error.message);
        tl_error_clear(&error);
    }
    return report;
}

/* The code before the extension: "ru" of "notice.ru.md". */
static tl_str
language_in_name(tl_str name)
{
    size_t end = name.len, begin;
    while (end > 0 && name.ptr[end - 1] != '.' && name.ptr[end - 1] != '/') {
        end--;
    }
    begin = end > 0 ? end - 1 : 0;
    while (begin > 0 && name.ptr[begin - 1] != '.' && name.ptr[begin - 1] != '/') {
        begin--;
    }
    bool is_between = begin > 0 && end > begin && name.ptr[begin - 1] == '.';
    tl_str code = is_between ? tl_str_slice(name, begin, end - 1) : (tl_str){NULL, 0};
    return tl_language_is_tag(code) ? code : (tl_str){NULL, 0};
}

/* The language of one of two documents side by side: what --pair says, else its name, else its
 * configuration; empty: told by its script. */
static tl_str
language_of_side(const termlint_document *document, tl_str asked)
{
    tl_str named = language_in_name(tl_str_from(document->name));
    return asked.len ? asked : named.len ? named : document->checker->language;
}

/* Where nothing says the language of a document, the first of its blocks does. */
static void
set_language(checking *c, size_t number, tl_str language)
{
    tl_document *document = &c->documents[number];
    for (size_t i = 0; i < document->count; i++) {
        tl_segment *segment = &document->segments[i];
        segment->language = segment->language.len ? segment->language : language;
    }
    c->languages[number] = tl_language_primary(language);
    if (language.len == 0 && document->count) {
        tl_str none = {NULL, 0};
        c->languages[number] =
            tl_scanner_run(c->worker->scanner, &document->segments[0], none)->language;
    }
}

static bool
init_source(tl_source *source, const termlint_document *document, tl_report *report)
{
    tl_error error = {0};
    tl_str name = tl_str_from(document->name);
    bool ok = tl_source_init(source, name, (tl_str){document->bytes, document->length}, &error);
    if (!ok) {
        tl_problem_add(&report->problems, name, 0, 0, "%s", error.message);
    }
    tl_error_clear(&error);
    return ok;
}

/* Both documents are read, even if the first has a problem: the second may have one too. */
static bool
read_both(checking *c, tl_source sources[2], tl_report *report)
{
    const tl_encoding *encodings[2] = {NULL, NULL};
    bool ok = true;
    for (size_t i = 0; i < 2; i++) {
        c->encoding = &encodings[i];
        ok = read_document(c, &sources[i], report) && ok;
    }
    return ok;
}

termlint_report *
termlint_check_pair(termlint_worker *worker, const termlint_document *source,
                    const termlint_document *target)
{
    tl_report *report = tl_alloc_zero(1, sizeof *report);
    tl_source sources[2];
    if (!init_source(&sources[0], source, report)) {
        return report;
    }
    if (init_source(&sources[1], target, report)) {
        termlint_worker_use(worker, target->checker);
        const tl_language_pair *pair = &worker->checker->pair;
        checking c = {.worker = worker, .checker = worker->checker};
        if (read_both(&c, sources, report)) {
            set_language(&c, 0, language_of_side(source, pair->source));
            set_language(&c, 1, language_of_side(target, pair->target));
            tl_align(&c.documents[0], &c.documents[1], worker->scanner);
            check_documents(&c, report);
        }
        clear(&c);
        tl_source_clear(&sources[1]);
    }
    tl_source_clear(&sources[0]);
    return report;
}

termlint_report *
termlint_check(termlint_worker *worker, const char *name, const char *bytes, size_t length)
{
    const tl_encoding *encoding = NULL;
    return tl_worker_check(worker, name, (tl_str){bytes, length}, &encoding);
}
