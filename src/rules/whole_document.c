/* SPDX-License-Identifier: MPL-2.0 */
/* A set of concepts for each side, and findings that wait for the end. Doubtful forms count as
 * there: a check without an alignment has to be sure of what it says. */
#include "rules/whole_document.h"

typedef struct tl_waiting_finding {
    struct tl_waiting_finding *next;
    tl_side side;
    tl_finding finding;
} waiting;

/* Tells that the concept stands on that side; false if that was known. */
static bool
add_concept(tl_pass *pass, tl_whole *whole, tl_side side, const tl_concept *concept)
{
    bool *has = tl_keyed_get(&whole->has[side], pass, concept, sizeof *has);
    bool is_new = !*has;
    *has = true;
    return is_new;
}

void
tl_whole_note(tl_pass *pass, tl_whole *whole, tl_side side)
{
    const tl_unit_side *texts = side == TL_SIDE_SOURCE ? &pass->unit->source : &pass->unit->target;
    for (size_t i = 0; i < texts->count; i++) {
        tl_concept_places places = tl_concepts_in(pass, &texts->texts[i]);
        for (size_t k = 0; k < places.count; k++) {
            add_concept(pass, whole, side, places.items[k].concept);
        }
    }
}

void
tl_whole_wait(tl_pass *pass, tl_whole *whole, tl_side side, const tl_finding *finding)
{
    waiting *item = tl_arena_alloc(pass->arena, 1, sizeof *item);
    item->side = side;
    item->finding = *finding;
    whole->tail = whole->tail ? whole->tail : &whole->head;
    *whole->tail = item;
    whole->tail = &item->next;
}

void
tl_whole_join(tl_pass *pass, tl_whole *whole, const tl_whole *later)
{
    const void *concept;
    for (tl_side side = TL_SIDE_SOURCE; side <= TL_SIDE_TARGET; side++) {
        for (size_t i = 0; tl_keyed_at(&later->has[side], i, &concept); i++) {
            add_concept(pass, whole, side, concept);
        }
    }
    if (later->head) {
        whole->tail = whole->tail ? whole->tail : &whole->head;
        *whole->tail = later->head;
        whole->tail = later->tail;
    }
}

/* The first finding about a concept speaks for all. */
void
tl_whole_finish(tl_pass *pass, tl_whole *whole)
{
    for (waiting *item = whole->head; item; item = item->next) {
        if (add_concept(pass, whole, item->side, item->finding.concept)) {
            tl_pass_push(pass, &item->finding);
        }
    }
}
