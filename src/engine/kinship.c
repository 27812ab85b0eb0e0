/* SPDX-License-Identifier: MPL-2.0 */
/* Judges two spellings by what stands beside them. Somebody else's name that is corrected is worse
 * than a variant that is missed: without common company only a family name that cannot be anything
 * else is believed, and where both have given names and none of them agree, nothing is. */
#include "engine/kinship.h"

#include "base/utf8.h"
#include "morph/base_name.h"
#include "romanize/cyrillic_stem.h"
#include "text/key.h"
#include "text/script.h"

enum { SHORTEST_ALONE = 6 /* letters */ };

/* A pair on trial. */
typedef struct trial {
    const tl_kinship *kinship;
    uint32_t a, b;   /* suspects */
    bool of_given;   /* they are given names, so a family name is what counts beside them */
    bool patronymic; /* they are patronymics: likewise */
    uint32_t cost;
} trial;

static const tl_sighting *
sighting_at(const trial *t, uint32_t suspect, uint32_t number)
{
    uint32_t at = t->kinship->starts[suspect] + number;
    return at < t->kinship->starts[suspect + 1]
               ? &t->kinship->sightings->items[t->kinship->by_suspect[at]]
               : NULL;
}

static bool
are_family_names(const trial *t)
{
    const tl_suspects *suspects = t->kinship->suspects;
    return suspects->items[t->a].is_family && suspects->items[t->b].is_family && !t->of_given &&
           !t->patronymic;
}

/* -- company ---------------------------------------------------------------------------------- */

static bool
share_a_key(tl_str a, tl_str b)
{
    uint64_t of_a[TL_CLUSTER_KEYS_MAX], of_b[TL_CLUSTER_KEYS_MAX];
    size_t a_count = tl_cluster_keys(a, of_a), b_count = tl_cluster_keys(b, of_b);
    for (size_t i = 0; i < a_count * b_count; i++) {
        if (of_a[i / b_count] == of_b[i % b_count]) {
            return true;
        }
    }
    return false;
}

/* True if two words beside the suspects may be one name. */
static bool
are_one(const trial *t, tl_str a, tl_str b)
{
    if (tl_str_equal(a, b)) {
        return true;
    }
    if (t->kinship->suspects->items[t->a].is_cyrillic) {
        return tl_str_equal(tl_cyrillic_stem(a), tl_cyrillic_stem(b));
    }
    tl_arena arena = {0};
    uint32_t cost = TL_COST_DIFFERENT;
    if (share_a_key(a, b)) {
        tl_cluster_shared(t->kinship->cluster, a, b, &arena, &cost);
    }
    tl_arena_clear(&arena);
    return cost <= TL_COST_LIKELY;
}

static bool
is_ordinary(const trial *t, tl_str word)
{
    bool cyrillic = t->kinship->suspects->items[t->a].is_cyrillic;
    return tl_dictionaries_ask(t->kinship->dictionaries, cyrillic ? TL_STR("ru") : TL_STR("en"),
                               word, true) == TL_KNOWN_YES;
}

/* The other part of the name: beside a family name the given name, beside a given name or a
 * patronymic the family name; empty if there is none. */
static tl_str
other_part(const trial *t, const tl_sighting *s)
{
    if (t->of_given || t->patronymic) {
        bool surname_first = s->behind.len == 0 && s->before.len && !s->before_is_given;
        return surname_first ? s->before : s->behind;
    }
    if (s->before.len && (s->before_is_given || !is_ordinary(t, s->before))) {
        return s->before;
    }
    return s->behind_is_given && are_family_names(t) ? s->behind : TL_STR("");
}

/* True if the other part of the name is surely a name, so that two that agree are no chance. */
static bool
is_telling(const trial *t, const tl_sighting *s)
{
    if (t->of_given || t->patronymic) {
        return !is_ordinary(t, other_part(t, s));
    }
    return are_family_names(t) || s->before_is_given;
}

/* The initial of the given name, whether it is written out or not; 0 if nothing tells. */
static uint32_t
initial_of(const trial *t, const tl_sighting *s)
{
    tl_str part = other_part(t, s);
    size_t at = 0;
    return s->initial || part.len == 0 ? s->initial : tl_utf8_next(part, &at);
}

typedef enum accord {
    ACCORD_NONE,
    ACCORD_CLASHES,
    ACCORD_UNKNOWN,
    ACCORD_INITIAL, /* the same initial, which is enough if other places have the whole name */
    ACCORD_FITS,
} accord;

/* Whether the company of two places speaks for one person. */
static accord
compare_company(const trial *t, const tl_sighting *a, const tl_sighting *b)
{
    tl_str of_a = other_part(t, a), of_b = other_part(t, b);
    if (of_a.len && of_b.len) {
        return !are_one(t, of_a, of_b)                ? ACCORD_CLASHES
               : is_telling(t, a) && is_telling(t, b) ? ACCORD_FITS
                                                      : ACCORD_UNKNOWN;
    }
    if (t->of_given || t->patronymic) {
        return ACCORD_UNKNOWN;
    }
    accord best = are_family_names(t) ? ACCORD_FITS : ACCORD_INITIAL;
    uint32_t initial_a = initial_of(t, a), initial_b = initial_of(t, b);
    if (initial_a && initial_b) {
        return initial_a == initial_b ? best : ACCORD_CLASHES;
    }
    bool same_title = a->title.len && tl_str_equal(a->title, b->title);
    return same_title && best == ACCORD_FITS ? ACCORD_FITS : ACCORD_UNKNOWN;
}

/* The best accord of one place with any place of the other spelling. */
static accord
best_accord(const trial *t, const tl_sighting *place, uint32_t other)
{
    accord best = ACCORD_NONE;
    const tl_sighting *s;
    for (uint32_t i = 0; best != ACCORD_FITS && (s = sighting_at(t, other, i)) != NULL; i++) {
        accord found = compare_company(t, place, s);
        best = found > best ? found : best;
    }
    return best;
}

/* -- judgement -------------------------------------------------------------------------------- */

static bool
has_given(const trial *t, uint32_t suspect)
{
    const tl_sighting *s;
    for (uint32_t i = 0; (s = sighting_at(t, suspect, i)) != NULL; i++) {
        if (s->is_given) {
            return true;
        }
    }
    return false;
}

/* True if both are family names that stand for themselves. */
static bool
speak_for_themselves(const trial *t)
{
    return are_family_names(t) && t->cost <= TL_COST_SAME &&
           t->kinship->suspects->items[t->a].text.len >= SHORTEST_ALONE;
}

/* Whether the places of two spellings have a person in common. */
static bool
are_kin(const trial *t)
{
    bool clash = false;
    const tl_sighting *s;
    for (uint32_t i = 0; (s = sighting_at(t, t->a, i)) != NULL; i++) {
        accord found = best_accord(t, s, t->b);
        if (found == ACCORD_FITS) {
            return true;
        }
        clash = clash || found == ACCORD_CLASHES;
    }
    return !clash && speak_for_themselves(t);
}

/* Marks the places of one spelling that may be the person of the other. */
static void
mark_places(const trial *t, uint32_t suspect, uint32_t other)
{
    const tl_sighting *s;
    for (uint32_t i = 0; (s = sighting_at(t, suspect, i)) != NULL; i++) {
        accord found = best_accord(t, s, other);
        bool unknown = found == ACCORD_UNKNOWN && are_family_names(t);
        if (found >= ACCORD_INITIAL || unknown) {
            t->kinship->counts[s - t->kinship->sightings->items] = true;
        }
    }
}

bool
tl_kinship_judge(const tl_kinship *kinship, const tl_cluster_pair *pair)
{
    trial t = {.kinship = kinship, .a = pair->a, .b = pair->b, .cost = pair->cost};
    t.of_given = has_given(&t, t.a) || has_given(&t, t.b);
    tl_key key;
    t.patronymic = tl_patronymic_mark(kinship->suspects->items[t.a].text);
    if (!are_kin(&t)) {
        return false;
    }
    mark_places(&t, t.a, t.b);
    mark_places(&t, t.b, t.a);
    return true;
}
