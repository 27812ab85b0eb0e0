/* SPDX-License-Identifier: MPL-2.0 */
/* Runs the rules over a part of a document: one step of all of them at a time, for one text on its
 * own, for what unit_check.c puts together, and in the end. Who does it when is checking.c's to
 * say; nothing here is shared but what tl_shared holds and what nobody changes. */
#include "engine/passage.h"

#include "engine/unit_check.h"

static void (*function_for(const tl_rule *rule, tl_rule_step step))(tl_pass *)
{
    return step == TL_STEP_SEGMENT ? rule->check
           : step == TL_STEP_UNIT  ? rule->check_unit
           : step == TL_STEP_ALONE ? rule->check_alone
                                   : rule->finish;
}

void
tl_passage_step(tl_passage *passage, tl_rule_step step)
{
    size_t count;
    const tl_rule *const *rules = tl_rules(&count);
    for (size_t i = 0; i < count; i++) {
        void (*function)(tl_pass *) = function_for(rules[i], step);
        if (function && tl_rule_is_on(passage->whole->checker, rules[i], i)) {
            passage->pass.rule = rules[i];
            passage->pass.state = &passage->states[i];
            function(&passage->pass);
        }
    }
}

/* Good forms as they should be written, inflected or not. */
static void
count_usage(tl_passage *passage, const tl_scan *scan)
{
    const tl_checking *c = passage->whole;
    bool is_second = c->count > 1 && tl_document_has(&c->documents[1], scan->segment);
    for (size_t i = 0; i < scan->hit_count; i++) {
        const tl_hit *hit = &scan->hits[i];
        const tl_pattern *pattern = hit->pattern;
        if (pattern->kind != TL_PATTERN_EXCEPT && hit->differences == 0 &&
            tl_term_is_good(pattern->term)) {
            tl_usage_add(&passage->usages, &(tl_usage){.concept = pattern->term->concept->id,
                                                       .form = pattern->text,
                                                       .language = pattern->term->entry->language,
                                                       .path = c->documents[is_second].source->name,
                                                       .count = 1});
        }
    }
}

/* Runs the rules for one text on its own. */
const tl_scan *
tl_passage_text(tl_passage *passage, const tl_visit *visit)
{
    const termlint_checker *checker = passage->whole->checker;
    tl_scanner *scanner = passage->worker->scanner;
    tl_scanner_set_date(scanner, visit->date.first);
    passage->pass.date = visit->date;
    passage->pass.is_dated = checker->date || visit->date.first != checker->today;
    passage->pass.scan =
        tl_scanner_run(scanner, visit->segment, tl_worker_language(passage->worker));
    tl_passage_step(passage, TL_STEP_SEGMENT);
    if (passage->worker->counts_usage) {
        count_usage(passage, passage->pass.scan);
    }
    return passage->pass.scan;
}

static void
begin(tl_passage *passage, termlint_worker *worker, tl_shared *shared)
{
    const tl_checking *c = passage->whole;
    passage->worker = worker;
    passage->pass = (tl_pass){.given = tl_scanner_given(worker->scanner),
                              .read = &passage->read,
                              .fitted = &worker->fitted,
                              .speller = tl_dictionaries_speller(c->checker->dictionaries),
                              .index = tl_terms_index(c->checker->terms),
                              .document = &c->documents[0],
                              .tally = &passage->tally,
                              .arena = &passage->arena,
                              .scratch = &passage->scratch,
                              .shared = shared};
}

void
tl_passage_check(tl_passage *passage, termlint_worker *worker, tl_shared *shared)
{
    begin(passage, worker, shared);
    for (size_t i = 0, next; i < passage->count; i = next) {
        next = tl_visits_group_end(passage->visits, passage->count, i);
        if (passage->visits[i].segment->side == TL_SIDE_NONE) {
            tl_passage_text(passage, &passage->visits[i]);
        } else {
            tl_check_unit(passage, &passage->visits[i], next - i);
        }
        tl_arena_reset(&passage->scratch);
    }
    passage->pass.scan = NULL;
    tl_usage_sum(&passage->usages);
    passage->is_checked = true;
}

static void
join_findings(tl_pass *pass, const tl_pass *later)
{
    for (size_t i = 0; i < later->count; i++) {
        tl_pass_push(pass, &later->findings[i]);
    }
}

static void
join_states(tl_passage *passage, tl_passage *later)
{
    size_t count;
    const tl_rule *const *rules = tl_rules(&count);
    for (size_t i = 0; i < count; i++) {
        if (later->states[i] && rules[i]->join) {
            passage->pass.rule = rules[i];
            passage->pass.state = &passage->states[i];
            rules[i]->join(&passage->pass, later->states[i]);
        }
    }
}

void
tl_passage_join(tl_passage *passage, tl_passage *later)
{
    join_findings(&passage->pass, &later->pass);
    join_states(passage, later);
    for (size_t i = 0; i < later->usages.count; i++) {
        tl_usage_add(&passage->usages, &later->usages.items[i]);
    }
    tl_pass_clear(&later->pass);
    tl_usage_list_clear(&later->usages);
    tl_tally_clear(&later->tally);
    tl_arena_clear(&later->scratch);
}

void
tl_passage_finish(tl_passage *passage, tl_problem_list *remarks)
{
    passage->pass.remarks = remarks;
    tl_passage_step(passage, TL_STEP_END);
    tl_usage_sum(&passage->usages);
}

void
tl_passage_clear(tl_passage *passage)
{
    tl_pass_clear(&passage->pass);
    tl_tally_clear(&passage->tally);
    tl_usage_list_clear(&passage->usages);
    tl_arena_clear(&passage->scratch);
    tl_arena_clear(&passage->arena);
}
