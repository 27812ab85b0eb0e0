/* SPDX-License-Identifier: MPL-2.0 */
/* Runs the rules of a passage, one step of all of them at a time: for one text on its own, for what
 * unit_check.c puts together, and in the end. */
#include "engine/rule_steps.h"

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
