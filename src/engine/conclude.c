/* SPDX-License-Identifier: MPL-2.0 */
/* inconsistent-name, the part that needs all documents: suspects are found among the words of the
 * run, the documents that have them are read again, and spellings that turn out to be one name are
 * grouped; variants.c tells of them. The order of documents is that of the report, so nothing
 * here depends on threads. */
#include "base/alloc.h"
#include "base/array.h"
#include "base/hash.h"
#include "engine/kinship.h"
#include "engine/variants.h"
#include "romanize/identify.h"
#include "text/capitals.h"
#include "text/key.h"

#include <stdlib.h>

typedef struct conclusion {
    termlint_worker *worker;
    tl_report *report;
    tl_arena arena;
    tl_suspects suspects;
    tl_sightings sightings;
    uint32_t *like;       /* by sighting: the first of the same suspect in the same company */
    uint32_t *by_suspect; /* such first ones */
    uint32_t *starts;
    uint32_t *leader; /* by suspect: of its group; union-find */
    uint32_t *count;  /* by suspect: places that count, repeated paragraphs once */
    bool *counts;     /* by sighting, of the first of those alike: it is one of a name with two
                         spellings */
    bool *is_counted; /* by sighting: the same for all */
    bool *fits_house; /* by suspect */
    tl_str *display;  /* by suspect: as it is written, not in capitals; empty: unknown */
} conclusion;

/* -- reading ---------------------------------------------------------------------------------- */

static void
read_again(conclusion *c, size_t document, termlint_reread_fn reread, void *context)
{
    const char *name = c->report->tally.documents[document].name;
    termlint_bytes bytes = {NULL, 0};
    tl_error error = {0};
    tl_source source;
    const termlint_checker *checker = reread(context, name, &bytes);
    if (checker == NULL) {
        return;
    }
    termlint_worker_use(c->worker, checker);
    tl_scanner_seek_typos(c->worker->scanner, false); /* nobody asks for near hits here */
    if (tl_source_init(&source, tl_str_from(name), (tl_str){bytes.ptr, bytes.length}, &error)) {
        const tl_sightings_request request = {.suspects = &c->suspects,
                                              .tally = &c->report->tally,
                                              .document = document,
                                              .source = &source};
        tl_sightings_read(&c->sightings, &request, c->worker);
        tl_source_clear(&source);
    }
    tl_error_clear(&error);
    free(bytes.ptr);
}

static void
read_documents(conclusion *c, termlint_reread_fn reread, void *context)
{
    const tl_tally *tally = &c->report->tally;
    for (size_t i = 0; i < tally->count; i++) {
        if (tl_suspects_in(&c->suspects, tally, i)) {
            read_again(c, i, reread, context);
        }
    }
}

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
group_by_company(conclusion *c)
{
    size_t total = c->sightings.count, kept = 0;
    filed *all = file_sightings(&c->sightings, company_hash);
    c->like = tl_arena_alloc(&c->arena, total, sizeof *c->like);
    c->by_suspect = tl_arena_alloc(&c->arena, total, sizeof *c->by_suspect);
    c->starts = tl_arena_alloc(&c->arena, c->suspects.count + 1, sizeof *c->starts);
    uint32_t suspect = 0;
    for (size_t i = 0; i < total; i++) {
        while (suspect <= all[i].suspect) {
            c->starts[suspect++] = (uint32_t)kept;
        }
        if (i == 0 || !are_alike(&all[i], &all[i - 1])) {
            c->by_suspect[kept++] = all[i].sighting;
        }
        c->like[all[i].sighting] = c->by_suspect[kept - 1];
    }
    while (suspect <= c->suspects.count) {
        c->starts[suspect++] = (uint32_t)kept;
    }
    free(all);
}

/* -- groups ----------------------------------------------------------------------------------- */

static uint32_t
leader_of(conclusion *c, uint32_t suspect)
{
    while (c->leader[suspect] != suspect) {
        c->leader[suspect] = c->leader[c->leader[suspect]]; /* halves the way for who comes next */
        suspect = c->leader[suspect];
    }
    return suspect;
}

/* The one that comes first leads. */
static void
unite(conclusion *c, uint32_t a, uint32_t b)
{
    uint32_t first = leader_of(c, a), second = leader_of(c, b);
    c->leader[first > second ? first : second] = first > second ? second : first;
}

static void
note_house_form(conclusion *c, const tl_cluster_pair *pair)
{
    const tl_scheme *house = tl_terms_index(c->worker->checker->terms)->house;
    uint32_t both[] = {pair->a, pair->b};
    for (size_t i = 0; i < 2 && pair->cyrillic.len; i++) {
        c->fits_house[both[i]] |=
            tl_scheme_fits(house, pair->cyrillic, c->suspects.items[both[i]].text);
    }
}

static void
take_pair(conclusion *c, const tl_kinship *kinship, const tl_cluster_pair *pair)
{
    unite(c, pair->a, pair->b);
    note_house_form(c, pair);
    tl_kinship_mark(kinship, pair);
}

/* Whom a bare family name may be, by nothing but its spelling. */
typedef struct namesakes {
    uint32_t first; /* 1 + the leader of somebody with a given name; 0: nobody */
    bool are_many;  /* there is another: then it is nobody's */
} namesakes;

static void
note_namesake(conclusion *c, namesakes *of, uint32_t other)
{
    uint32_t leader = leader_of(c, other) + 1;
    of->are_many = of->are_many || (of->first && of->first != leader);
    of->first = leader;
}

/* Takes the pairs that only their spelling tells, but for a name alone that two people may have. */
static void
take_alike(conclusion *c, const tl_kinship *kinship, const tl_kin *verdicts)
{
    namesakes *of = tl_arena_alloc(&c->arena, c->suspects.count, sizeof *of);
    for (size_t i = 0; i < c->suspects.pair_count; i++) {
        const tl_cluster_pair *pair = &c->suspects.pairs[i];
        if (verdicts[i] != TL_KIN_ALIKE) {
            continue;
        }
        if (tl_kinship_is_named(kinship, pair->a)) {
            note_namesake(c, &of[pair->b], pair->a);
        }
        if (tl_kinship_is_named(kinship, pair->b)) {
            note_namesake(c, &of[pair->a], pair->b);
        }
    }
    for (size_t i = 0; i < c->suspects.pair_count; i++) {
        const tl_cluster_pair *pair = &c->suspects.pairs[i];
        if (verdicts[i] == TL_KIN_ALIKE && !of[pair->a].are_many && !of[pair->b].are_many) {
            take_pair(c, kinship, pair);
        }
    }
}

static void
judge_pairs(conclusion *c, tl_cluster *cluster)
{
    tl_kinship kinship = {.suspects = &c->suspects,
                          .sightings = &c->sightings,
                          .by_suspect = c->by_suspect,
                          .starts = c->starts,
                          .cluster = cluster,
                          .dictionaries = c->worker->checker->dictionaries,
                          .counts = c->counts};
    tl_kin *verdicts = tl_arena_alloc(&c->arena, c->suspects.pair_count, sizeof *verdicts);
    for (size_t i = 0; i < c->suspects.pair_count; i++) {
        verdicts[i] = tl_kinship_judge(&kinship, &c->suspects.pairs[i]);
        if (verdicts[i] == TL_KIN_SURE) {
            take_pair(c, &kinship, &c->suspects.pairs[i]);
        }
    }
    take_alike(c, &kinship, verdicts);
}

/* Tells each spelling the first of its group, and each place whether it counts. */
static void
settle_groups(conclusion *c)
{
    for (uint32_t i = 0; i < c->suspects.count; i++) {
        c->leader[i] = leader_of(c, i);
    }
    for (size_t i = 0; i < c->sightings.count; i++) {
        c->is_counted[i] = c->counts[c->like[i]];
    }
}

static uint64_t
paragraph_hash(const tl_sighting *s)
{
    return s->paragraph;
}

static void
count_places(conclusion *c)
{
    filed *all = file_sightings(&c->sightings, paragraph_hash);
    for (size_t i = 0; i < c->sightings.count; i++) {
        bool is_new = i == 0 || !are_alike(&all[i], &all[i - 1]);
        c->count[all[i].suspect] += is_new && c->is_counted[all[i].sighting];
    }
    for (size_t i = 0; i < c->sightings.count; i++) {
        tl_str text = c->sightings.drafts.diags[c->sightings.items[i].draft].text;
        tl_str *display = &c->display[c->sightings.items[i].suspect];
        if (c->is_counted[i] && (display->len == 0 || tl_capitals_only(*display))) {
            *display = text;
        }
    }
    free(all);
}

static void
judge_and_report(conclusion *c, tl_cluster *cluster)
{
    size_t count = c->suspects.count;
    c->leader = tl_arena_alloc(&c->arena, count, sizeof *c->leader);
    c->count = tl_arena_alloc(&c->arena, count, sizeof *c->count);
    c->display = tl_arena_alloc(&c->arena, count, sizeof *c->display);
    c->fits_house = tl_arena_alloc(&c->arena, count, sizeof *c->fits_house);
    c->counts = tl_arena_alloc(&c->arena, c->sightings.count, sizeof *c->counts);
    c->is_counted = tl_arena_alloc(&c->arena, c->sightings.count, sizeof *c->is_counted);
    for (uint32_t i = 0; i < count; i++) {
        c->leader[i] = i;
    }
    group_by_company(c);
    judge_pairs(c, cluster);
    settle_groups(c);
    count_places(c);
    const tl_variants variants = {.suspects = &c->suspects,
                                  .sightings = &c->sightings,
                                  .counts = c->is_counted,
                                  .leader = c->leader,
                                  .count = c->count,
                                  .fits_house = c->fits_house,
                                  .display = c->display,
                                  .arena = &c->arena};
    tl_variants_report(&variants, c->report);
}

void
termlint_report_conclude(termlint_report *report, termlint_worker *worker,
                         termlint_reread_fn reread, void *context)
{
    conclusion c = {.worker = worker, .report = report};
    const termlint_checker *checker = worker->checker;
    tl_cluster *cluster = tl_cluster_new();
    tl_suspects_find(&c.suspects, &report->tally, cluster, checker->dictionaries);
    if (c.suspects.pair_count) {
        read_documents(&c, reread, context);
        judge_and_report(&c, cluster);
        termlint_worker_use(worker, checker);
    }
    tl_cluster_free(cluster);
    tl_sightings_clear(&c.sightings);
    tl_suspects_clear(&c.suspects);
    tl_arena_clear(&c.arena);
}

/* The one document of a run. */
typedef struct alone {
    const termlint_checker *checker;
    termlint_bytes bytes; /* borrowed */
} alone;

static const termlint_checker *
reread_alone(void *context, const char *name, termlint_bytes *bytes)
{
    const alone *document = context;
    tl_buf copy = {0};
    (void)name;
    tl_buf_add(&copy, (tl_str){document->bytes.ptr, document->bytes.length});
    *bytes = (termlint_bytes){copy.ptr, copy.len};
    return document->checker;
}

void
termlint_report_conclude_alone(termlint_report *report, termlint_worker *worker,
                               termlint_bytes bytes)
{
    alone document = {.checker = worker->checker, .bytes = bytes};
    termlint_report_conclude(report, worker, reread_alone, &document);
}
