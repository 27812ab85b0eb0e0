/* SPDX-License-Identifier: MPL-2.0 */
/* A set of concepts for each side, and findings that wait for the end. Doubtful forms count as
 * there: a check without an alignment has to be sure of what it says. */
#include "rules/whole_document.h"

typedef struct waiting {
    struct waiting *next;
    tl_side side;
    tl_finding finding;
} waiting;

typedef struct whole {
    bool *has[TL_SIDE_TARGET + 1]; /* by number of the concept */
    waiting *head, **tail;
} whole;

static whole *
state_of(tl_pass *pass)
{
    if (*pass->state == NULL) {
        whole *made = tl_arena_alloc(pass->arena, 1, sizeof *made);
        size_t count = pass->index->termbase->concept_count;
        made->has[TL_SIDE_SOURCE] = tl_arena_alloc(pass->arena, count, sizeof(bool));
        made->has[TL_SIDE_TARGET] = tl_arena_alloc(pass->arena, count, sizeof(bool));
        made->tail = &made->head;
        *pass->state = made;
    }
    return *pass->state;
}

void
tl_whole_note(tl_pass *pass, tl_side side)
{
    whole *all = state_of(pass);
    const tl_unit_side *texts = side == TL_SIDE_SOURCE ? &pass->unit->source : &pass->unit->target;
    for (size_t i = 0; i < texts->count; i++) {
        tl_concept_places places = tl_concepts_in(pass, &texts->texts[i]);
        for (size_t k = 0; k < places.count; k++) {
            all->has[side][places.items[k].concept->number] = true;
        }
    }
}

void
tl_whole_wait(tl_pass *pass, tl_side side, const tl_finding *finding)
{
    whole *all = state_of(pass);
    waiting *item = tl_arena_alloc(pass->arena, 1, sizeof *item);
    item->side = side;
    item->finding = *finding;
    *all->tail = item;
    all->tail = &item->next;
}

/* The first finding about a concept speaks for all. */
void
tl_whole_finish(tl_pass *pass)
{
    whole *all = *pass->state;
    for (waiting *item = all ? all->head : NULL; item; item = item->next) {
        bool *has = &all->has[item->side][item->finding.concept->number];
        if (!*has) {
            tl_pass_push(pass, &item->finding);
            *has = true;
        }
    }
}
