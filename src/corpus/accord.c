/* SPDX-License-Identifier: MPL-2.0 */
/* What stands beside two places, and whether it speaks for one person: the other part of the name,
 * initials, a title. Two names that do not agree are two people, whatever else agrees. */
#include "corpus/accord.h"

#include "base/hash.h"
#include "base/utf8.h"
#include "romanize/cyrillic_stem.h"

const tl_sighting *
tl_trial_place(const tl_trial *t, uint32_t suspect, uint32_t number)
{
    uint32_t at = t->kinship->starts[suspect] + number;
    return at < t->kinship->starts[suspect + 1]
               ? &t->kinship->sightings->items[t->kinship->by_suspect[at]]
               : NULL;
}

bool
tl_trial_of_families(const tl_trial *t)
{
    const tl_suspects *suspects = t->kinship->suspects;
    return suspects->items[t->a].is_family && suspects->items[t->b].is_family && !t->of_given &&
           !t->patronymic;
}

/* True if two Latin words may spell one name; names recur, so each two are compared once. */
static bool
spell_one_name(const tl_kinship *kinship, tl_str a, tl_str b)
{
    enum { NO = 1, YES = 2 };
    uint64_t key = tl_hash_pair(tl_hash_bytes(a), tl_hash_bytes(b));
    uint32_t known = tl_number_map_get(kinship->spelled_alike, key);
    if (known == 0) {
        tl_arena arena = {0};
        uint32_t cost;
        tl_cluster_shared(kinship->cluster, a, b, &arena, &cost);
        tl_arena_clear(&arena);
        known = cost <= TL_COST_LIKELY ? YES : NO;
        tl_number_map_add(kinship->spelled_alike, key, known, kinship->arena);
    }
    return known == YES;
}

/* True if two words beside the suspects, which share a key, may be one name. */
static bool
are_one(const tl_trial *t, tl_str a, tl_str b)
{
    if (tl_str_equal(a, b)) {
        return true;
    }
    return t->kinship->suspects->items[t->a].is_cyrillic
               ? tl_str_equal(tl_cyrillic_stem(a), tl_cyrillic_stem(b))
               : spell_one_name(t->kinship, a, b);
}

static bool
is_ordinary(const tl_trial *t, tl_str word)
{
    bool cyrillic = t->kinship->suspects->items[t->a].is_cyrillic;
    const tl_speller *speller = &t->kinship->speller;
    return speller->ask(speller->context, cyrillic ? TL_STR("ru") : TL_STR("en"), word, true) ==
           TL_KNOWN_YES;
}

tl_str
tl_trial_other_part(const tl_trial *t, const tl_sighting *s)
{
    if (t->of_given || t->patronymic) {
        bool surname_first = s->behind.len == 0 && s->before.len && !s->before_is_given;
        return surname_first ? s->before : s->behind;
    }
    if (s->before.len && (s->before_is_given || !is_ordinary(t, s->before))) {
        return s->before;
    }
    return s->behind_is_given && tl_trial_of_families(t) ? s->behind : TL_STR("");
}

/* True if the other part of the name is surely a name, so that two that agree are no chance. */
static bool
is_telling(const tl_trial *t, const tl_sighting *s)
{
    if (t->of_given || t->patronymic) {
        return !is_ordinary(t, tl_trial_other_part(t, s));
    }
    return tl_trial_of_families(t) || s->before_is_given;
}

uint32_t
tl_trial_initial(const tl_trial *t, const tl_sighting *s)
{
    tl_str part = tl_trial_other_part(t, s);
    size_t at = 0;
    return s->initial || part.len == 0 ? s->initial : tl_utf8_next(part, &at);
}

/* E. and Y., I. and Yu.: two letters with which one Cyrillic one is begun. */
static bool
may_be_one_letter(uint32_t a, uint32_t b)
{
    return a != b && (a == 'e' || a == 'i' || a == 'j' || a == 'y') &&
           (b == 'e' || b == 'i' || b == 'j' || b == 'y');
}

tl_accord
tl_accord_of(const tl_trial *t, const tl_sighting *a, const tl_sighting *b)
{
    tl_str of_a = tl_trial_other_part(t, a), of_b = tl_trial_other_part(t, b);
    if (of_a.len && of_b.len) {
        return !are_one(t, of_a, of_b)                ? TL_ACCORD_CLASHES
               : is_telling(t, a) && is_telling(t, b) ? TL_ACCORD_FITS
                                                      : TL_ACCORD_UNKNOWN;
    }
    if (t->of_given || t->patronymic) {
        return TL_ACCORD_UNKNOWN;
    }
    tl_accord best = tl_trial_of_families(t) ? TL_ACCORD_FITS : TL_ACCORD_INITIAL;
    uint32_t initial_a = tl_trial_initial(t, a), initial_b = tl_trial_initial(t, b);
    if (initial_a && initial_b && !may_be_one_letter(initial_a, initial_b)) {
        return initial_a == initial_b ? best : TL_ACCORD_CLASHES;
    }
    bool same_title = a->title.len && tl_str_equal(a->title, b->title);
    return same_title && best == TL_ACCORD_FITS ? TL_ACCORD_FITS : TL_ACCORD_UNKNOWN;
}
