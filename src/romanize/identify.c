/* SPDX-License-Identifier: MPL-2.0 */
/* What there is to say of a whole name: the verdict from its worst pair of words, and the schemes
 * that write every pair. The pairs come from pair.c, the wording from departures.c. */
#include "romanize/identify.h"

#include "romanize/departures.h"
#include "romanize/letters.h"
#include "romanize/pair.h"

const char *
tl_verdict_name(tl_verdict verdict)
{
    static const char *const names[] = {"same", "likely", "possible", "different"};
    return names[verdict];
}

static tl_verdict
verdict_of(uint32_t cost)
{
    return cost <= TL_COST_SAME       ? TL_VERDICT_SAME
           : cost <= TL_COST_LIKELY   ? TL_VERDICT_LIKELY
           : cost <= TL_COST_POSSIBLE ? TL_VERDICT_POSSIBLE
                                      : TL_VERDICT_DIFFERENT;
}

static bool
writes_all(const tl_scheme *scheme, const tl_pairs *pairs)
{
    for (size_t i = 0; i < pairs->count; i++) {
        const tl_pair *pair = &pairs->items[i];
        if (!pair->is_initial && !tl_scheme_fits(scheme, pair->cyrillic, pair->latin)) {
            return false;
        }
    }
    return true;
}

/* How often the marks of the pairs are not those of the scheme. */
static size_t
mark_count(const tl_scheme *scheme, const tl_pairs *pairs, tl_arena *arena)
{
    size_t count = 0;
    for (size_t i = 0; i < pairs->count; i++) {
        const tl_pair *pair = &pairs->items[i];
        tl_str form = tl_scheme_romanize(scheme, pair->cyrillic, arena);
        count += !pair->is_initial && !tl_latin_same_marks(form, pair->latin);
    }
    return count;
}

static tl_departures
departures_from(const tl_scheme *scheme, const tl_pairs *pairs, tl_arena *arena)
{
    tl_departures all = {0};
    for (size_t i = 0; i < pairs->count; i++) {
        const tl_pair *pair = &pairs->items[i];
        tl_steps given = {0}, wanted = {0};
        if (pair->is_initial || tl_scheme_fits(scheme, pair->cyrillic, pair->latin)) {
            continue;
        }
        given.items = tl_romanize_path(pair->cyrillic, pair->latin, arena, &given.count);
        wanted.items = tl_scheme_path(scheme, pair->cyrillic, arena, &wanted.count);
        if (given.count == 0 || wanted.count == 0) {
            continue;
        }
        tl_departures more = tl_departures_of_steps(given, wanted, arena);
        tl_departure *items = tl_arena_alloc(arena, all.count + more.count, sizeof *items);
        if (all.count) {
            memcpy(items, all.items, all.count * sizeof *items);
        }
        if (more.count) {
            memcpy(items + all.count, more.items, more.count * sizeof *items);
        }
        all = (tl_departures){items, all.count + more.count};
    }
    return all;
}

static bool
is_of_one_language(const tl_scheme *a, const tl_scheme *b)
{
    return tl_str_equal(tl_str_from(a->language), tl_str_from(b->language));
}

/* How unlikely a scheme is to be meant: little known, not the house. */
static size_t
strangeness(const tl_scheme *scheme, const tl_scheme *house)
{
    return scheme->rank * (size_t)2 + (scheme != house);
}

/* Finds the schemes that fit, and the one for the language to name: marks decide, then what is
 * likely meant. */
static void
find_schemes(tl_identity *identity, const tl_pairs *pairs, tl_arena *arena)
{
    size_t count, best = SIZE_MAX;
    const tl_scheme *schemes = tl_schemes(&count);
    const tl_scheme **fitting = tl_arena_alloc(arena, count, sizeof *fitting);
    for (size_t i = 0; i < count; i++) {
        if (!writes_all(&schemes[i], pairs)) {
            continue;
        }
        fitting[identity->scheme_count++] = &schemes[i];
        if (!is_of_one_language(&schemes[i], identity->house)) {
            continue;
        }
        size_t badness =
            mark_count(&schemes[i], pairs, arena) * 16 + strangeness(&schemes[i], identity->house);
        if (badness < best) {
            best = badness;
            identity->nearest = &schemes[i];
        }
    }
    identity->schemes = fitting;
}

/* Finds the scheme for the language from which the pairs depart least; of equals, the likeliest
 * meant. */
static void
find_nearest(tl_identity *identity, const tl_pairs *pairs, tl_arena *arena)
{
    size_t count, best = SIZE_MAX;
    const tl_scheme *schemes = tl_schemes(&count);
    for (size_t i = 0; i < count; i++) {
        if (!is_of_one_language(&schemes[i], identity->house)) {
            continue;
        }
        tl_departures departures = departures_from(&schemes[i], pairs, arena);
        size_t badness = departures.count * 16 + strangeness(&schemes[i], identity->house);
        if (departures.count && badness < best) {
            best = badness;
            identity->nearest = &schemes[i];
            identity->from_nearest = departures;
        }
    }
}

/* The language of which the first word is the form that is no romanization; NULL: none is. */
static const char *
form_language(const tl_pairs *pairs)
{
    for (size_t i = 0; i < pairs->count; i++) {
        if (pairs->items[i].language) {
            return pairs->items[i].language;
        }
    }
    return NULL;
}

tl_identity
tl_identify(tl_str cyrillic, tl_str latin, const tl_scheme *house, tl_arena *arena)
{
    tl_pairs pairs;
    const tl_scheme *rule = house ? house : tl_scheme_find(TL_STR("bgn-pcgn"));
    tl_identity identity = {.latin = latin, .house = tl_scheme_for(rule, cyrillic)};
    identity.cost = tl_pair_names(cyrillic, latin, &pairs);
    identity.verdict = verdict_of(identity.cost);
    if (identity.verdict == TL_VERDICT_DIFFERENT) {
        return identity;
    }
    identity.form_language = form_language(&pairs);
    if (identity.form_language) {
        return identity;
    }
    find_schemes(&identity, &pairs, arena);
    if (identity.nearest == NULL) {
        find_nearest(&identity, &pairs, arena);
    }
    identity.house_fits = writes_all(identity.house, &pairs);
    identity.from_house = departures_from(identity.house, &pairs, arena);
    return identity;
}
