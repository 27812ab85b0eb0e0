/* SPDX-License-Identifier: MPL-2.0 */
/* Puts spellings together that turn out to be one name: files their places by the company that they
 * keep, has each pair judged, and counts. Numbers follow the order of the documents, so nothing
 * here depends on threads. */
#include "corpus/groups.h"

#include "base/alloc.h"
#include "base/hash.h"
#include "corpus/kinship.h"
#include "romanize/identify.h"
#include "text/capitals.h"

#include <stdlib.h>

typedef struct grouping {
    tl_groups groups;
    tl_disjoint one; /* suspects by name */
    const tl_suspects *suspects;
    const tl_sightings *sightings;
    const tl_judges *judges;
    tl_arena *arena;
    uint32_t *like;       /* by sighting: the first of the same suspect in the same company */
    uint32_t *by_suspect; /* such first ones */
    uint32_t *starts;
    bool *counts; /* by sighting: as in the groups, of the first of those alike only */
} grouping;

/* -- sightings by suspect --------------------------------------------------------------------- */

static uint64_t
company_hash(const tl_sighting *s)
{
    uint64_t hash = tl_hash_pair(s->suspect, s->initial);
    hash = tl_hash_pair(hash, tl_hash_bytes(s->before));
    hash = tl_hash_pair(hash, tl_hash_bytes(s->behind));
    return tl_hash_pair(hash, tl_hash_bytes(s->title));
}

/* A sighting under the hash of its suspect and company, or of its paragraph. */
typedef struct filed {
    uint32_t suspect;
    uint64_t hash;
    uint32_t sighting;
} filed;

static int
compare_filed(const void *left, const void *right)
{
    const filed *a = left, *b = right;
    int order = (a->suspect > b->suspect) - (a->suspect < b->suspect);
    order = order ? order : (a->hash > b->hash) - (a->hash < b->hash);
    return order ? order : (a->sighting > b->sighting) - (a->sighting < b->sighting);
}

static bool
are_alike(const filed *a, const filed *b)
{
    return a->suspect == b->suspect && a->hash == b->hash;
}

/* All sightings, sorted by suspect and hash; to be freed. */
static filed *
file_sightings(const tl_sightings *sightings, uint64_t (*hash)(const tl_sighting *))
{
    filed *all = tl_alloc_zero(sightings->count + 1, sizeof *all);
    for (size_t i = 0; i < sightings->count; i++) {
        all[i] = (filed){sightings->items[i].suspect, hash(&sightings->items[i]), (uint32_t)i};
    }
    if (sightings->count) {
        qsort(all, sightings->count, sizeof *all, compare_filed);
    }
    return all;
}

static void
group_by_company(grouping *g)
{
    size_t total = g->sightings->count, kept = 0;
    filed *all = file_sightings(g->sightings, company_hash);
    g->like = tl_arena_alloc(g->arena, total, sizeof *g->like);
    g->by_suspect = tl_arena_alloc(g->arena, total, sizeof *g->by_suspect);
    g->starts = tl_arena_alloc(g->arena, g->suspects->count + 1, sizeof *g->starts);
    uint32_t suspect = 0;
    for (size_t i = 0; i < total; i++) {
        while (suspect <= all[i].suspect) {
            g->starts[suspect++] = (uint32_t)kept;
        }
        if (i == 0 || !are_alike(&all[i], &all[i - 1])) {
            g->by_suspect[kept++] = all[i].sighting;
        }
        g->like[all[i].sighting] = g->by_suspect[kept - 1];
    }
    while (suspect <= g->suspects->count) {
        g->starts[suspect++] = (uint32_t)kept;
    }
    free(all);
}

/* -- groups ----------------------------------------------------------------------------------- */

static void
note_house_form(grouping *g, const tl_cluster_pair *pair)
{
    uint32_t both[] = {pair->a, pair->b};
    for (size_t i = 0; i < 2 && pair->cyrillic.len; i++) {
        g->groups.fits_house[both[i]] |=
            tl_scheme_fits(g->judges->house, pair->cyrillic, g->suspects->items[both[i]].text);
    }
}

static void
take_pair(grouping *g, const tl_kinship *kinship, const tl_cluster_pair *pair)
{
    tl_disjoint_unite(&g->one, pair->a, pair->b);
    note_house_form(g, pair);
    tl_kinship_mark(kinship, pair);
}

/* Whom a bare family name may be, by nothing but its spelling. */
typedef struct namesakes {
    uint32_t first; /* 1 + the leader of somebody with a given name; 0: nobody */
    bool are_many;  /* there is another: then it is nobody's */
} namesakes;

static void
note_namesake(grouping *g, namesakes *of, uint32_t other)
{
    uint32_t leader = tl_disjoint_leader(&g->one, other) + 1;
    of->are_many = of->are_many || (of->first && of->first != leader);
    of->first = leader;
}

/* Takes the pairs that only their spelling tells, but for a name alone that two people may have. */
static void
take_alike(grouping *g, const tl_kinship *kinship, const tl_kin *verdicts)
{
    namesakes *of = tl_arena_alloc(g->arena, g->suspects->count, sizeof *of);
    for (size_t i = 0; i < g->suspects->pair_count; i++) {
        const tl_cluster_pair *pair = &g->suspects->pairs[i];
        if (verdicts[i] != TL_KIN_ALIKE) {
            continue;
        }
        if (tl_kinship_is_named(kinship, pair->a)) {
            note_namesake(g, &of[pair->b], pair->a);
        }
        if (tl_kinship_is_named(kinship, pair->b)) {
            note_namesake(g, &of[pair->a], pair->b);
        }
    }
    for (size_t i = 0; i < g->suspects->pair_count; i++) {
        const tl_cluster_pair *pair = &g->suspects->pairs[i];
        if (verdicts[i] == TL_KIN_ALIKE && !of[pair->a].are_many && !of[pair->b].are_many) {
            take_pair(g, kinship, pair);
        }
    }
}

static void
judge_pairs(grouping *g)
{
    tl_number_map spelled_alike = {0};
    tl_kinship kinship = {.suspects = g->suspects,
                          .sightings = g->sightings,
                          .by_suspect = g->by_suspect,
                          .starts = g->starts,
                          .cluster = g->judges->cluster,
                          .speller = g->judges->speller,
                          .spelled_alike = &spelled_alike,
                          .arena = g->arena,
                          .counts = g->counts};
    tl_kin *verdicts = tl_arena_alloc(g->arena, g->suspects->pair_count, sizeof *verdicts);
    for (size_t i = 0; i < g->suspects->pair_count; i++) {
        verdicts[i] = tl_kinship_judge(&kinship, &g->suspects->pairs[i]);
        if (verdicts[i] == TL_KIN_SURE) {
            take_pair(g, &kinship, &g->suspects->pairs[i]);
        }
    }
    take_alike(g, &kinship, verdicts);
}

/* Tells each spelling the first of its group, and each place whether it counts. */
static void
settle_groups(grouping *g)
{
    for (uint32_t i = 0; i < g->suspects->count; i++) {
        g->groups.leader[i] = tl_disjoint_leader(&g->one, i);
    }
    for (size_t i = 0; i < g->sightings->count; i++) {
        g->groups.counts[i] = g->counts[g->like[i]];
    }
}

static uint64_t
paragraph_hash(const tl_sighting *s)
{
    return s->paragraph;
}

static void
count_places(grouping *g)
{
    filed *all = file_sightings(g->sightings, paragraph_hash);
    for (size_t i = 0; i < g->sightings->count; i++) {
        bool is_new = i == 0 || !are_alike(&all[i], &all[i - 1]);
        g->groups.count[all[i].suspect] += is_new && g->groups.counts[all[i].sighting];
    }
    for (size_t i = 0; i < g->sightings->count; i++) {
        tl_str text = tl_report_at(&g->sightings->drafts, g->sightings->items[i].draft).text;
        tl_str *display = &g->groups.display[g->sightings->items[i].suspect];
        if (g->groups.counts[i] && (display->len == 0 || tl_capitals_only(*display))) {
            *display = text;
        }
    }
    free(all);
}

tl_groups
tl_groups_find(const tl_suspects *suspects, const tl_sightings *sightings, const tl_judges *judges,
               tl_arena *arena)
{
    size_t count = suspects->count, places = sightings->count;
    grouping g = {
        .groups = {.suspects = suspects,
                   .sightings = sightings,
                   .counts = tl_arena_alloc(arena, places, sizeof *g.groups.counts),
                   .leader = tl_arena_alloc(arena, count, sizeof *g.groups.leader),
                   .count = tl_arena_alloc(arena, count, sizeof *g.groups.count),
                   .fits_house = tl_arena_alloc(arena, count, sizeof *g.groups.fits_house),
                   .display = tl_arena_alloc(arena, count, sizeof *g.groups.display)},
        .suspects = suspects,
        .sightings = sightings,
        .judges = judges,
        .arena = arena,
        .counts = tl_arena_alloc(arena, places, sizeof *g.counts),
        .one = tl_disjoint_new(count, arena),
    };
    group_by_company(&g);
    judge_pairs(&g);
    settle_groups(&g);
    count_places(&g);
    return g.groups;
}
