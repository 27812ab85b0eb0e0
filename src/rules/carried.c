/* SPDX-License-Identifier: MPL-2.0 */
/* Compares the concepts of the two sides of a unit, as sets: how often and in which order a concept
 * stands does not count. To be missed, a concept must surely stand in every source and have a form
 * in the target's language; to be there, it may stand in any form, a bad one or a doubtful one too,
 * since other rules speak of those. */
#include "rules/carried.h"

#include "morph/ending.h"
#include "rules/concept_trace.h"
#include "rules/named_person.h"
#include "rules/near_document.h"
#include "rules/plausible_typo.h"
#include "rules/raised_name.h"
#include "rules/rules.h"
#include "rules/stem_index.h"
#include "text/key.h"
#include "text/script.h"

typedef struct place_list {
    tl_concept_place *items;
    size_t count;
} place_list;

static bool
is_in_language(const tl_term *term, tl_str language)
{
    return tl_str_equal_ascii_nocase(tl_language_primary(term->entry->language), language);
}

/* A family name beside somebody else's given name is not that person's. */
static bool
is_somebody_else(tl_pass *pass, const tl_hit *hit)
{
    tl_named_person named;
    const tl_concept *concept = hit->pattern->term->concept;
    return concept->type == TL_TYPE_PERSON && hit->pattern->kind == TL_PATTERN_FAMILY &&
           tl_named_person_until(pass, hit->first + hit->count, &named) && named.concept != concept;
}

static void
add_hit(place_list *list, const tl_hit *hit, bool is_sure)
{
    list->items[list->count++] = (tl_concept_place){.concept = hit->pattern->term->concept,
                                                    .hit = hit,
                                                    .form = hit->pattern->text,
                                                    .range = hit->range,
                                                    .first = hit->first,
                                                    .count = hit->count,
                                                    .is_sure = is_sure};
}

static void
add_hits(tl_pass *pass, place_list *list, const tl_scan *scan, tl_str language)
{
    for (size_t i = 0; i < scan->hit_count; i++) {
        const tl_hit *hit = &scan->hits[i];
        bool is_name = hit->pattern->kind == TL_PATTERN_TERM &&
                       !tl_term_is_good(hit->pattern->term) &&
                       tl_raised_of(pass, hit) >= TL_RAISED_NAME;
        if (hit->pattern->kind != TL_PATTERN_EXCEPT && !is_name && !is_somebody_else(pass, hit)) {
            add_hit(list, hit, is_in_language(hit->pattern->term, language));
        }
    }
}

static void
add_mentions(place_list *list, const tl_scan *scan)
{
    for (size_t i = 0; i < scan->mention_count; i++) {
        const tl_mention *mention = &scan->mentions[i];
        list->items[list->count++] = (tl_concept_place){
            .concept = mention->person->concept,
            .range = tl_scan_range(scan, mention->family.first, mention->family.count),
            .first = mention->family.first,
            .count = mention->family.count,
            .is_sure = !mention->is_weak};
    }
}

static void
add_stem_hits(place_list *list, const tl_scan *scan, const tl_stem_hits *hits)
{
    for (size_t i = 0; i < hits->count; i++) {
        const tl_stem_hit *hit = &hits->items[i];
        list->items[list->count++] =
            (tl_concept_place){.concept = hit->term->concept,
                               .form = hit->term->text,
                               .range = tl_scan_range(scan, hit->first, hit->count),
                               .first = hit->first,
                               .count = hit->count,
                               .is_sure = true};
    }
}

/* A near word that is neither a form nor a typo that near-miss would tell of is none of the term's:
 * the concept is missing. Nor is the employer where the employee is meant. */
static bool
may_be_meant(const tl_pass *pass, const tl_near_hit *near)
{
    if (tl_near_is_name(near)) {
        return true;
    }
    const tl_pattern *pattern = near->hit.pattern;
    tl_key key, other;
    tl_str written = tl_key_of(tl_pass_word(pass, near->word), &key);
    tl_str base = tl_key_of(tl_str_at(pattern->text, pattern->words[near->expected].range), &other);
    return tl_may_be_inflected(written, base) ||
           (tl_judge_term(pass, near).doubt != TL_DOUBT_FULL && !tl_names_another(written, base));
}

static void
add_doubtful(const tl_pass *pass, place_list *list, const tl_scan *scan)
{
    for (size_t i = 0; i < scan->reordered_count; i++) {
        add_hit(list, &scan->reordered[i].hit, false);
    }
    for (size_t i = 0; i < scan->near_count; i++) {
        const tl_near_hit *near = &scan->near[i];
        if (near->hit.pattern && may_be_meant(pass, near)) {
            add_hit(list, &near->hit, false);
        } else if (near->person) {
            list->items[list->count++] = (tl_concept_place){.concept = near->person->concept,
                                                            .range = near->hit.range,
                                                            .first = near->hit.first,
                                                            .count = near->hit.count};
        }
    }
}

static tl_concept_places
find_concepts(tl_pass *pass, const tl_unit_text *text)
{
    const tl_scan *scan = text->scan, *foreign = text->foreign;
    tl_stem_hits stem_hits = tl_stem_hits_find(pass, scan);
    size_t most = stem_hits.count + scan->hit_count + scan->mention_count + scan->reordered_count +
                  scan->near_count + foreign->hit_count;
    place_list list = {.items = tl_arena_alloc(pass->scratch, most, sizeof *list.items)};
    pass->scan = scan;
    add_hits(pass, &list, scan, scan->language);
    add_mentions(&list, scan);
    add_stem_hits(&list, scan, &stem_hits);
    if (foreign != scan) {
        pass->scan = foreign;
        add_hits(pass, &list, foreign, scan->language);
    }
    pass->scan = scan;
    add_doubtful(pass, &list, scan);
    pass->scan = NULL;
    return (tl_concept_places){list.items, list.count};
}

/* What is known of the unit at hand: for each text, first the sources. */
struct tl_unit_memo {
    tl_concept_places *places; /* items NULL: not asked for yet */
    tl_carried **carried;      /* of targets */
};

static struct tl_unit_memo *
memo_of(tl_pass *pass)
{
    if (pass->memo == NULL) {
        size_t count = pass->unit->source.count + pass->unit->target.count;
        pass->memo = tl_arena_alloc(pass->scratch, 1, sizeof *pass->memo);
        pass->memo->places = tl_arena_alloc(pass->scratch, count, sizeof *pass->memo->places);
        pass->memo->carried = tl_arena_alloc(pass->scratch, count, sizeof(tl_carried *));
    }
    return pass->memo;
}

static size_t
number_of(const tl_unit *unit, const tl_unit_text *text)
{
    bool is_source = text >= unit->source.texts && text < unit->source.texts + unit->source.count;
    return (size_t)(is_source ? text - unit->source.texts
                              : text - unit->target.texts + (ptrdiff_t)unit->source.count);
}

tl_concept_places
tl_concepts_in(tl_pass *pass, const tl_unit_text *text)
{
    tl_concept_places *known = &memo_of(pass)->places[number_of(pass->unit, text)];
    if (known->items == NULL) {
        *known = find_concepts(pass, text);
    }
    return *known;
}

static const tl_concept_place *
find(const tl_concept_places *places, const tl_concept *concept, bool sure)
{
    for (size_t i = 0; i < places->count; i++) {
        if (places->items[i].concept == concept && (places->items[i].is_sure || !sure)) {
            return &places->items[i];
        }
    }
    return NULL;
}

bool
tl_concepts_have(const tl_concept_places *places, const tl_concept *concept)
{
    return find(places, concept, false) != NULL;
}

/* The places of all texts of one side. */
typedef struct side_places {
    const tl_unit_side *side;
    const tl_concept_places *of_text;
} side_places;

static side_places
places_of_side(tl_pass *pass, const tl_unit_side *side)
{
    tl_concept_places *of_text = tl_arena_alloc(pass->scratch, side->count, sizeof *of_text);
    for (size_t i = 0; i < side->count; i++) {
        of_text[i] = tl_concepts_in(pass, &side->texts[i]);
    }
    return (side_places){side, of_text};
}

static bool
all_have(const side_places *side, const tl_concept *concept)
{
    for (size_t i = 0; i < side->side->count; i++) {
        if (find(&side->of_text[i], concept, true) == NULL) {
            return false;
        }
    }
    return true;
}

bool
tl_concept_has_good_form(const tl_concept *concept, tl_str language)
{
    const tl_entry *entry = tl_concept_entry(concept, language);
    for (size_t i = 0; entry && i < entry->term_count; i++) {
        if (tl_term_is_good(entry->terms[i])) {
            return true;
        }
    }
    return false;
}

/* Whether the text has the concept in some way: as a form, one that several concepts have, a part
 * of one, or what may stand for it. `trace` is the place in a text of the other side. */
static tl_traced
trace_in(tl_pass *pass, const tl_unit_text *text, const tl_concept_places *places,
         const tl_concept_trace *trace)
{
    if (tl_concepts_have(places, trace->place->concept)) {
        return TL_TRACED_SURELY;
    }
    for (size_t i = 0; i < places->count; i++) {
        tl_concept_trace there = {.place = &places->items[i], .text = text};
        if (tl_concept_shares_form(places->items[i].concept, trace) ||
            tl_concept_shares_form(trace->place->concept, &there)) {
            return TL_TRACED_SURELY;
        }
    }
    return tl_concept_traced(pass, text, trace);
}

/* True if `place` is the first of its concept in its text. */
static bool
is_first(const tl_concept_places *places, const tl_concept_place *place)
{
    return find(places, place->concept, true) == place;
}

/* The best trace of a concept of the target in any source. */
static tl_traced
trace_in_sources(tl_pass *pass, const side_places *sources, const tl_concept_place *place,
                 const tl_unit_text *target)
{
    tl_traced found = TL_TRACED_NOT;
    for (size_t i = 0; i < sources->side->count; i++) {
        tl_concept_trace trace = {.place = place, .text = target};
        tl_traced traced = trace_in(pass, &sources->side->texts[i], &sources->of_text[i], &trace);
        found = traced > found ? traced : found;
    }
    return found;
}

/* A concept of one side that the other surely has not, or only perhaps has. */
typedef struct candidate {
    const tl_concept_place *place;
    const tl_concept_place *instead; /* of a missing one: what stands in its stead */
    bool is_excused;
    bool is_used; /* it stands in the stead of another */
} candidate;

typedef struct candidates {
    candidate *items;
    size_t count;
    const tl_concept_place **settled; /* those that the other side surely has */
    size_t settled_count;
} candidates;

typedef struct comparison {
    side_places sources;
    const tl_unit_text *target;
    tl_concept_places places; /* of the target */
    candidates missing, added;
} comparison;

static candidates
make_candidates(tl_pass *pass, size_t most)
{
    return (candidates){.items = tl_arena_alloc(pass->scratch, most, sizeof(candidate)),
                        .settled = tl_arena_alloc(pass->scratch, most, sizeof(tl_concept_place *))};
}

static void
add_candidate(candidates *list, const tl_concept_place *place, tl_traced traced)
{
    if (traced == TL_TRACED_SURELY) {
        list->settled[list->settled_count++] = place;
    } else {
        list->items[list->count++] =
            (candidate){.place = place, .is_excused = traced == TL_TRACED_MAYBE};
    }
}

static void
find_missing(tl_pass *pass, comparison *c)
{
    const tl_concept_places *first = &c->sources.of_text[0];
    c->missing = make_candidates(pass, first->count);
    for (size_t i = 0; i < first->count; i++) {
        const tl_concept_place *place = &first->items[i];
        tl_concept_trace trace = {.place = place, .text = &c->sources.side->texts[0]};
        if (place->is_sure && is_first(first, place) && all_have(&c->sources, place->concept) &&
            tl_concept_has_good_form(place->concept, c->target->scan->language)) {
            add_candidate(&c->missing, place, trace_in(pass, c->target, &c->places, &trace));
        }
    }
}

static void
find_added(tl_pass *pass, comparison *c)
{
    c->added = make_candidates(pass, c->places.count);
    for (size_t i = 0; i < c->places.count; i++) {
        const tl_concept_place *place = &c->places.items[i];
        if (place->is_sure && is_first(&c->places, place) &&
            tl_concept_has_good_form(place->concept, c->sources.side->language)) {
            add_candidate(&c->added, place, trace_in_sources(pass, &c->sources, place, c->target));
        }
    }
}

/* Puts what was added in the stead of what is missing, like for like. */
static void
match_up(comparison *c)
{
    for (size_t i = 0; i < c->missing.count; i++) {
        candidate *missing = &c->missing.items[i];
        for (size_t k = 0; k < c->added.count && missing->instead == NULL; k++) {
            candidate *added = &c->added.items[k];
            if (!added->is_used && !(added->is_excused && missing->is_excused) &&
                added->place->concept->type == missing->place->concept->type) {
                missing->instead = added->place;
                added->is_used = true;
            }
        }
    }
}

/* What may stand for itself elsewhere counts only where something else stands in its stead. */
static tl_carried
collect(tl_pass *pass, const comparison *c)
{
    tl_missing_concept *missing = tl_arena_alloc(pass->scratch, c->missing.count, sizeof *missing);
    const tl_concept_place **added = tl_arena_alloc(pass->scratch, c->added.count, sizeof *added);
    tl_carried carried = {.kept = c->missing.settled,
                          .kept_count = c->missing.settled_count,
                          .grounded = c->added.settled,
                          .grounded_count = c->added.settled_count,
                          .missing = missing,
                          .added = added};
    for (size_t i = 0; i < c->missing.count; i++) {
        const candidate *item = &c->missing.items[i];
        if (!item->is_excused || item->instead) {
            missing[carried.missing_count++] = (tl_missing_concept){item->place, item->instead};
        }
    }
    for (size_t i = 0; i < c->added.count; i++) {
        const candidate *item = &c->added.items[i];
        if (!item->is_excused && !item->is_used) {
            added[carried.added_count++] = item->place;
        }
    }
    return carried;
}

static tl_carried
compare(tl_pass *pass, const tl_unit_text *target)
{
    comparison c = {.sources = places_of_side(pass, &pass->unit->source), .target = target};
    c.places = tl_concepts_in(pass, target);
    find_missing(pass, &c);
    find_added(pass, &c);
    match_up(&c);
    return collect(pass, &c);
}

tl_carried
tl_carried_to(tl_pass *pass, const tl_unit_text *target)
{
    tl_carried **known = &memo_of(pass)->carried[number_of(pass->unit, target)];
    if (*known == NULL) {
        tl_carried carried = compare(pass, target);
        *known = tl_arena_alloc(pass->scratch, 1, sizeof **known);
        **known = carried;
    }
    return **known;
}
