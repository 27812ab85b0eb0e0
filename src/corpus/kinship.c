/* SPDX-License-Identifier: MPL-2.0 */
/* Judges two spellings by what stands beside them. Somebody else's name that is corrected is worse
 * than a variant that is missed: without common company only a family name that cannot be anything
 * else is believed, and where both have given names and none of them agree, nothing is. */
#include "corpus/kinship.h"

#include "corpus/circle.h"
#include "morph/base_name.h"

enum { SHORTEST_ALONE = 6 }; /* letters */

static bool
has_given(const tl_trial *t, uint32_t suspect)
{
    const tl_sighting *s;
    for (uint32_t i = 0; (s = tl_trial_place(t, suspect, i)) != NULL; i++) {
        if (s->is_given) {
            return true;
        }
    }
    return false;
}

/* True if both are family names that stand for themselves. */
static bool
speak_for_themselves(const tl_trial *t)
{
    return tl_trial_of_families(t) && t->cost <= TL_COST_SAME &&
           t->kinship->suspects->items[t->a].text.len >= SHORTEST_ALONE;
}

/* True if the place has another name beside it than all those of the circle that have one: then a
 * place of the circle that has none is between two people, and nobody's. */
static bool
has_namesake_in(const tl_trial *t, const tl_sighting *place, const tl_circle *c)
{
    tl_str part = tl_trial_other_part(t, place);
    return part.len && tl_circle_accord_by_name(t, place, part, c) == TL_ACCORD_CLASHES;
}

/* Whether the places of two spellings have a person in common. */
static tl_kin
are_kin(const tl_trial *t, const tl_circle *of_b)
{
    bool clash = false;
    const tl_sighting *s;
    for (uint32_t i = 0; (s = tl_trial_place(t, t->a, i)) != NULL; i++) {
        tl_accord found = tl_circle_best_accord(t, s, of_b);
        if (found == TL_ACCORD_FITS) {
            return TL_KIN_SURE;
        }
        clash = clash || found == TL_ACCORD_CLASHES || has_namesake_in(t, s, of_b);
    }
    return !clash && speak_for_themselves(t) ? TL_KIN_ALIKE : TL_KIN_NOT;
}

/* Marks the places of one spelling that may be the person of the other. */
static void
mark_places(const tl_trial *t, uint32_t suspect, const tl_circle *other)
{
    const tl_sighting *s;
    for (uint32_t i = 0; (s = tl_trial_place(t, suspect, i)) != NULL; i++) {
        tl_accord found = tl_circle_best_accord(t, s, other);
        bool unknown = found == TL_ACCORD_UNKNOWN && tl_trial_of_families(t);
        if (found >= TL_ACCORD_INITIAL || unknown) {
            t->kinship->counts[s - t->kinship->sightings->items] = true;
        }
    }
}

static tl_trial
begin_trial(const tl_kinship *kinship, const tl_cluster_pair *pair)
{
    tl_trial t = {.kinship = kinship, .a = pair->a, .b = pair->b, .cost = pair->cost};
    t.of_given = has_given(&t, t.a) || has_given(&t, t.b);
    t.patronymic = tl_patronymic_mark(kinship->suspects->items[t.a].text);
    return t;
}

tl_kin
tl_kinship_judge(const tl_kinship *kinship, const tl_cluster_pair *pair)
{
    const tl_trial t = begin_trial(kinship, pair);
    if (t.of_given && t.cost > 0 && kinship->suspects->items[t.a].is_cyrillic) {
        return TL_KIN_NOT; /* Елена and Алёна are two */
    }
    tl_circle of_b = tl_circle_draw(&t, t.b);
    tl_kin kin = are_kin(&t, &of_b);
    tl_circle_clear(&of_b);
    return kin;
}

void
tl_kinship_mark(const tl_kinship *kinship, const tl_cluster_pair *pair)
{
    const tl_trial t = begin_trial(kinship, pair);
    tl_circle of_a = tl_circle_draw(&t, t.a), of_b = tl_circle_draw(&t, t.b);
    mark_places(&t, t.a, &of_b);
    mark_places(&t, t.b, &of_a);
    tl_circle_clear(&of_a);
    tl_circle_clear(&of_b);
}

bool
tl_kinship_is_named(const tl_kinship *kinship, uint32_t suspect)
{
    const tl_trial t = {.kinship = kinship, .a = suspect, .b = suspect};
    const tl_sighting *s;
    for (uint32_t i = 0; (s = tl_trial_place(&t, suspect, i)) != NULL; i++) {
        if (tl_trial_other_part(&t, s).len) {
            return true;
        }
    }
    return false;
}
