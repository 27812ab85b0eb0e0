/* SPDX-License-Identifier: MPL-2.0 */
/* A set of concepts for each side, and findings that wait for the end. Doubtful forms count as
 * there: a check without an alignment has to be sure of what it says. */
#include "rules/whole_document.h"

typedef struct tl_waiting_finding {
    struct tl_waiting_finding *next;
    tl_side side;
    tl_finding finding;
} waiting;

static void
begin(tl_pass *pass, tl_whole *whole)
{
    if (whole->tail == NULL) {
        size_t count = pass->index->termbase->concept_count;
        whole->has[TL_SIDE_SOURCE] = tl_arena_alloc(pass->arena, count, sizeof(bool));
        whole->has[TL_SIDE_TARGET] = tl_arena_alloc(pass->arena, count, sizeof(bool));
        whole->tail = &whole->head;
    }
}

void
tl_whole_note(tl_pass *pass, tl_whole *whole, tl_side side)
{
    begin(pass, whole);
    const tl_unit_side *texts = side == TL_SIDE_SOURCE ? &pass->unit->source : &pass->unit->target;
    for (size_t i = 0; i < texts->count; i++) {
        tl_concept_places places = tl_concepts_in(pass, &texts->texts[i]);
        for (size_t k = 0; k < places.count; k++) {
            whole->has[side][places.items[k].concept->number] = true;
        }
    }
}

void
tl_whole_wait(tl_pass *pass, tl_whole *whole, tl_side side, const tl_finding *finding)
{
    begin(pass, whole);
    waiting *item = tl_arena_alloc(pass->arena, 1, sizeof *item);
    item->side = side;
    item->finding = *finding;
    *whole->tail = item;
    whole->tail = &item->next;
}

/* The first finding about a concept speaks for all. */
void
tl_whole_finish(tl_pass *pass, tl_whole *whole)
{
    for (waiting *item = whole->head; item; item = item->next) {
        bool *has = &whole->has[item->side][item->finding.concept->number];
        if (!*has) {
            tl_pass_push(pass, &item->finding);
            *has = true;
        }
    }
}
