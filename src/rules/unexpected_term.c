/* SPDX-License-Identifier: MPL-2.0 */
/* unexpected-term: a concept of the target that no source has and that stands in nothing's stead.
 */
#include "rules/carried.h"
#include "rules/habit.h"
#include "rules/rules.h"
#include "rules/whole_document.h"

/* A term that is no name and answers to nothing in its source; whether that means anything the rest
 * of the document tells. */
typedef struct doubtful {
    struct doubtful *next;
    tl_finding finding;
} doubtful;

typedef struct state {
    tl_whole whole;
    tl_habit habit;
    doubtful *head, **tail;
} state;

static state *
state_of(tl_pass *pass)
{
    if (*pass->state == NULL) {
        state *made = tl_arena_alloc(pass->arena, 1, sizeof *made);
        made->tail = &made->head;
        *pass->state = made;
    }
    return *pass->state;
}

static tl_finding
finding_at(tl_pass *pass, const tl_concept_place *place)
{
    tl_finding finding = tl_pass_finding(pass, place->range);
    finding.concept = place->concept;
    finding.severity = place->concept->severity;
    finding.message =
        tl_arena_format(pass->arena, "“%.*s” answers to nothing in the source",
                        TL_STR_ARGS(tl_pass_quote(pass, tl_pass_text(pass, place->range))));
    return finding;
}

static void
wait_for(tl_pass *pass, const tl_finding *finding)
{
    state *known = state_of(pass);
    doubtful *item = tl_arena_alloc(pass->arena, 1, sizeof *item);
    item->finding = *finding;
    *known->tail = item;
    known->tail = &item->next;
}

static void
check_target(tl_pass *pass, const tl_unit_text *target)
{
    tl_carried carried = tl_carried_to(pass, target);
    if (target == pass->unit->target.texts) {
        tl_habit_add(pass, &state_of(pass)->habit, &carried);
    }
    pass->scan = target->scan;
    for (size_t i = 0; i < carried.added_count; i++) {
        tl_finding finding = finding_at(pass, carried.added[i]);
        if (carried.added[i]->concept->type == TL_TYPE_TERM) {
            wait_for(pass, &finding);
        } else {
            tl_pass_push(pass, &finding);
        }
    }
    pass->scan = NULL;
}

static void
check_unit(tl_pass *pass)
{
    for (size_t i = 0; i < pass->unit->target.count; i++) {
        check_target(pass, &pass->unit->target.texts[i]);
    }
    if (pass->unit->is_aligned) {
        tl_whole_note(pass, &state_of(pass)->whole, TL_SIDE_SOURCE);
    }
}

/* A concept of a block without a counterpart is unexpected if the whole source has it nowhere. */
static void
check_alone(tl_pass *pass)
{
    for (size_t i = 0; i < pass->unit->target.count; i++) {
        const tl_unit_text *target = &pass->unit->target.texts[i];
        tl_concept_places places = tl_concepts_in(pass, target);
        pass->scan = target->scan;
        for (size_t k = 0; k < places.count; k++) {
            if (places.items[k].is_sure &&
                tl_concept_has_good_form(places.items[k].concept, pass->unit->source.language)) {
                tl_finding finding = finding_at(pass, &places.items[k]);
                tl_whole_wait(pass, &state_of(pass)->whole, TL_SIDE_SOURCE, &finding);
            }
        }
        pass->scan = NULL;
    }
    tl_whole_note(pass, &state_of(pass)->whole, TL_SIDE_SOURCE);
}

static void
join(tl_pass *pass, void *later)
{
    state *into = state_of(pass);
    const state *from = later;
    tl_whole_join(pass, &into->whole, &from->whole);
    tl_habit_join(pass, &into->habit, &from->habit);
    if (from->head) {
        *into->tail = from->head;
        into->tail = from->tail;
    }
}

static void
finish(tl_pass *pass)
{
    state *known = *pass->state;
    if (known) {
        tl_whole_finish(pass, &known->whole);
    }
    for (const doubtful *item = known ? known->head : NULL; item; item = item->next) {
        if (!tl_habit_tells(&known->habit)) {
            tl_pass_push(pass, &item->finding);
        }
    }
}

const tl_rule tl_rule_unexpected_term = {
    .id = "unexpected-term",
    .summary = "a term of the target that the source has not",
    .help = "In a bilingual document, finds a term of the target whose concept no source has: "
            "another organisation, office or person than the source names, or one that was added. "
            "Where it stands in the stead of a term that is missing, missing-translation reports "
            "it.\n\n"
            "A term that makes a pronoun or a short form of the source explicit is left alone, "
            "and in a document of 200 units or more every term that is no name: translations often "
            "say what the source implies.",
    .bad = "The exercise is over. → Учение ОДКБ завершено.",
    .good = "The exercise is over. → Учение завершено.",
    .severity = TL_SEVERITY_WARNING,
    .needs_termbase = true,
    .check_unit = check_unit,
    .check_alone = check_alone,
    .join = join,
    .finish = finish,
};
