/* SPDX-License-Identifier: MPL-2.0 */
/* Checks a part of a document, text by text and unit by unit, and joins parts to one. Who does it
 * when is checking.c's to say; nothing here is shared but what tl_shared holds and what nobody
 * changes. */
#include "engine/passage.h"

#include "engine/rule_steps.h"
#include "engine/unit_check.h"

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
