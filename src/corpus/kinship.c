/* SPDX-License-Identifier: MPL-2.0 */
/* Judges two spellings by what stands beside them. Somebody else's name that is corrected is worse
 * than a variant that is missed: without common company only a family name that cannot be anything
 * else is believed, and where both have given names and none of them agree, nothing is. */
#include "corpus/kinship.h"

#include "base/alloc.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "morph/base_name.h"
#include "romanize/cyrillic_stem.h"
#include "text/key.h"

#include <stdlib.h>

enum {
    SHORTEST_ALONE = 6, /* letters */
    KEYS_OF_PART_MAX = TL_CLUSTER_KEYS_MAX + 1,
};

/* A place of a spelling under a key of the name beside it. */
typedef struct filed {
    uint64_t key;
    const tl_sighting *sighting;
} filed;

/* The company that one spelling keeps, filed so that nobody has to look at all of it. */
typedef struct circle {
    filed *named;   /* owned, by key: places with another part of the name, under all its keys */
    filed *unnamed; /* owned, by key: of all places one for each initial and title */
    size_t named_count, unnamed_count;
} circle;

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

/* True if two words beside the suspects, which share a key, may be one name. */
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
    uint32_t cost;
    tl_cluster_shared(t->kinship->cluster, a, b, &arena, &cost);
    tl_arena_clear(&arena);
    return cost <= TL_COST_LIKELY;
}

static bool
is_ordinary(const trial *t, tl_str word)
{
    bool cyrillic = t->kinship->suspects->items[t->a].is_cyrillic;
    const tl_speller *speller = &t->kinship->speller;
    return speller->ask(speller->context, cyrillic ? TL_STR("ru") : TL_STR("en"), word, true) ==
           TL_KNOWN_YES;
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

/* E. and Y., I. and Yu.: two letters with which one Cyrillic one is begun. */
static bool
may_be_one_letter(uint32_t a, uint32_t b)
{
    return a != b && (a == 'e' || a == 'i' || a == 'j' || a == 'y') &&
           (b == 'e' || b == 'i' || b == 'j' || b == 'y');
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
    if (initial_a && initial_b && !may_be_one_letter(initial_a, initial_b)) {
        return initial_a == initial_b ? best : ACCORD_CLASHES;
    }
    bool same_title = a->title.len && tl_str_equal(a->title, b->title);
    return same_title && best == ACCORD_FITS ? ACCORD_FITS : ACCORD_UNKNOWN;
}

/* -- circles ---------------------------------------------------------------------------------- */

/* Words that may be one name share one of these keys. */
static size_t
keys_of_part(const trial *t, tl_str part, uint64_t keys[KEYS_OF_PART_MAX])
{
    bool is_cyrillic = t->kinship->suspects->items[t->a].is_cyrillic;
    size_t count = is_cyrillic ? 0 : tl_cluster_keys(part, keys);
    keys[count++] = tl_hash_bytes(is_cyrillic ? tl_cyrillic_stem(part) : part);
    return count;
}

static uint64_t
key_of_rest(const trial *t, const tl_sighting *s)
{
    uint64_t key = tl_hash_pair(initial_of(t, s), tl_hash_bytes(s->title));
    return tl_hash_pair(key, other_part(t, s).len > 0);
}

static int
compare_filed(const void *left, const void *right)
{
    const filed *a = left, *b = right;
    int order = (a->key > b->key) - (a->key < b->key);
    return order ? order : (a->sighting > b->sighting) - (a->sighting < b->sighting);
}

static void
sort_filed(filed *items, size_t count)
{
    if (count > 1) {
        qsort(items, count, sizeof *items, compare_filed);
    }
}

/* Keeps the first of each key. */
static size_t
keep_distinct(filed *items, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        if (kept == 0 || items[kept - 1].key != items[i].key) {
            items[kept++] = items[i];
        }
    }
    return kept;
}

static circle
draw_circle(const trial *t, uint32_t suspect)
{
    size_t count = t->kinship->starts[suspect + 1] - t->kinship->starts[suspect];
    circle c = {.named = tl_alloc_zero(count * KEYS_OF_PART_MAX + 1, sizeof *c.named),
                .unnamed = tl_alloc_zero(count + 1, sizeof *c.unnamed)};
    const tl_sighting *s;
    for (uint32_t i = 0; (s = sighting_at(t, suspect, i)) != NULL; i++) {
        uint64_t keys[KEYS_OF_PART_MAX];
        tl_str part = other_part(t, s);
        size_t key_count = part.len ? keys_of_part(t, part, keys) : 0;
        for (size_t k = 0; k < key_count; k++) {
            c.named[c.named_count++] = (filed){keys[k], s};
        }
        c.unnamed[c.unnamed_count++] = (filed){key_of_rest(t, s), s};
    }
    sort_filed(c.named, c.named_count);
    sort_filed(c.unnamed, c.unnamed_count);
    c.unnamed_count = keep_distinct(c.unnamed, c.unnamed_count);
    return c;
}

static void
clear_circle(circle *c)
{
    free(c->named);
    free(c->unnamed);
}

static size_t
first_of_key(const circle *c, uint64_t key)
{
    size_t low = 0, high = c->named_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (c->named[middle].key < key) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

/* The best accord of a place with those of the circle that have such a name beside them. Any other
 * name is a clash. */
static accord
accord_of_names(const trial *t, const tl_sighting *place, tl_str part, const circle *c)
{
    accord best = c->named_count ? ACCORD_CLASHES : ACCORD_NONE;
    uint64_t keys[KEYS_OF_PART_MAX];
    size_t count = keys_of_part(t, part, keys);
    for (size_t k = 0; k < count; k++) {
        for (size_t i = first_of_key(c, keys[k]);
             best != ACCORD_FITS && i < c->named_count && c->named[i].key == keys[k]; i++) {
            accord found = compare_company(t, place, c->named[i].sighting);
            best = found > best ? found : best;
        }
    }
    return best;
}

/* The best accord of one place with any place of the other spelling. */
static accord
best_accord(const trial *t, const tl_sighting *place, const circle *c)
{
    tl_str part = other_part(t, place);
    accord best = part.len ? accord_of_names(t, place, part, c) : ACCORD_NONE;
    for (size_t i = 0; best != ACCORD_FITS && i < c->unnamed_count; i++) {
        const tl_sighting *other = c->unnamed[i].sighting;
        if (part.len == 0 || other_part(t, other).len == 0) {
            accord found = compare_company(t, place, other);
            best = found > best ? found : best;
        }
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

/* True if the place has another name beside it than all those of the circle that have one: then a
 * place of the circle that has none is between two people, and nobody's. */
static bool
has_namesake_in(const trial *t, const tl_sighting *place, const circle *c)
{
    tl_str part = other_part(t, place);
    return part.len && accord_of_names(t, place, part, c) == ACCORD_CLASHES;
}

/* Whether the places of two spellings have a person in common. */
static tl_kin
are_kin(const trial *t, const circle *of_b)
{
    bool clash = false;
    const tl_sighting *s;
    for (uint32_t i = 0; (s = sighting_at(t, t->a, i)) != NULL; i++) {
        accord found = best_accord(t, s, of_b);
        if (found == ACCORD_FITS) {
            return TL_KIN_SURE;
        }
        clash = clash || found == ACCORD_CLASHES || has_namesake_in(t, s, of_b);
    }
    return !clash && speak_for_themselves(t) ? TL_KIN_ALIKE : TL_KIN_NOT;
}

/* Marks the places of one spelling that may be the person of the other. */
static void
mark_places(const trial *t, uint32_t suspect, const circle *other)
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

static trial
begin_trial(const tl_kinship *kinship, const tl_cluster_pair *pair)
{
    trial t = {.kinship = kinship, .a = pair->a, .b = pair->b, .cost = pair->cost};
    t.of_given = has_given(&t, t.a) || has_given(&t, t.b);
    t.patronymic = tl_patronymic_mark(kinship->suspects->items[t.a].text);
    return t;
}

tl_kin
tl_kinship_judge(const tl_kinship *kinship, const tl_cluster_pair *pair)
{
    const trial t = begin_trial(kinship, pair);
    if (t.of_given && t.cost > 0 && kinship->suspects->items[t.a].is_cyrillic) {
        return TL_KIN_NOT; /* Елена and Алёна are two */
    }
    circle of_b = draw_circle(&t, t.b);
    tl_kin kin = are_kin(&t, &of_b);
    clear_circle(&of_b);
    return kin;
}

void
tl_kinship_mark(const tl_kinship *kinship, const tl_cluster_pair *pair)
{
    const trial t = begin_trial(kinship, pair);
    circle of_a = draw_circle(&t, t.a), of_b = draw_circle(&t, t.b);
    mark_places(&t, t.a, &of_b);
    mark_places(&t, t.b, &of_a);
    clear_circle(&of_a);
    clear_circle(&of_b);
}

bool
tl_kinship_is_named(const tl_kinship *kinship, uint32_t suspect)
{
    const trial t = {.kinship = kinship, .a = suspect, .b = suspect};
    const tl_sighting *s;
    for (uint32_t i = 0; (s = sighting_at(&t, suspect, i)) != NULL; i++) {
        if (other_part(&t, s).len) {
            return true;
        }
    }
    return false;
}
