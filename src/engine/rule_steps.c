/* SPDX-License-Identifier: MPL-2.0 */
/* Runs the rules, one step of all of them at a time: for one text on its own, and what unit_check.c
 * and checking.c ask for. */
#include "engine/checking.h"

static void (*function_for(const tl_rule *rule, tl_rule_step step))(tl_pass *)
{
    return step == TL_STEP_SEGMENT ? rule->check
           : step == TL_STEP_UNIT  ? rule->check_unit
           : step == TL_STEP_ALONE ? rule->check_alone
                                   : rule->finish;
}

void
tl_checking_step(tl_checking *c, tl_rule_step step)
{
    size_t count;
    const tl_rule *const *rules = tl_rules(&count);
    for (size_t i = 0; i < count; i++) {
        void (*function)(tl_pass *) = function_for(rules[i], step);
        if (function && tl_rule_is_on(c->checker, rules[i], i)) {
            c->pass.rule = rules[i];
            c->pass.state = &c->states[i];
            function(&c->pass);
        }
    }
}

/* Good forms as they should be written, inflected or not. */
static void
count_usage(tl_checking *c, const tl_scan *scan)
{
    bool is_second = c->count > 1 && tl_document_has(&c->documents[1], scan->segment);
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
const tl_scan *
tl_checking_text(tl_checking *c, const tl_visit *visit)
{
    tl_scanner *scanner = c->worker->scanner;
    tl_scanner_set_date(scanner, visit->date.first);
    c->pass.date = visit->date;
    c->pass.is_dated = c->checker->date || visit->date.first != c->checker->today;
    c->pass.scan = tl_scanner_run(scanner, visit->segment, tl_worker_language(c->worker));
    tl_checking_step(c, TL_STEP_SEGMENT);
    if (c->worker->counts_usage) {
        count_usage(c, c->pass.scan);
    }
    return c->pass.scan;
}
