/* SPDX-License-Identifier: MPL-2.0 */
/* inconsistent-name, the part that needs all documents: suspects are found among the words of the
 * run, the documents that have them are read again, and of each group of spellings that turn out to
 * be one name all but one are reported. The order of documents is that of the report, so nothing
 * here depends on threads. */
#include "base/alloc.h"
#include "base/array.h"
#include "base/hash.h"
#include "engine/kinship.h"
#include "romanize/cyrillic_stem.h"
#include "romanize/identify.h"
#include "text/capitals.h"
#include "text/key.h"

#include <stdlib.h>

enum { MOST_PLACES = 100, PLACES_IN_WORDS = 10 };

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
    bool *counts;     /* by sighting */
    bool *fits_house; /* by suspect */
    tl_str *display;  /* by suspect: as it is written, not in capitals; empty: unknown */
} conclusion;

/* -- reading ---------------------------------------------------------------------------------- */

static void
read_again(conclusion *c, const char *name, termlint_reread_fn reread, void *context)
{
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
        tl_sightings_read(&c->sightings, &c->suspects, c->worker, &source);
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
            read_again(c, tally->documents[i].name, reread, context);
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
leader_of(const conclusion *c, uint32_t suspect)
{
    while (c->leader[suspect] != suspect) {
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
judge_pairs(conclusion *c, tl_cluster *cluster)
{
    tl_kinship kinship = {.suspects = &c->suspects,
                          .sightings = &c->sightings,
                          .by_suspect = c->by_suspect,
                          .starts = c->starts,
                          .cluster = cluster,
                          .dictionaries = c->worker->checker->dictionaries,
                          .counts = c->counts};
    for (size_t i = 0; i < c->suspects.pair_count; i++) {
        const tl_cluster_pair *pair = &c->suspects.pairs[i];
        if (tl_kinship_judge(&kinship, pair)) {
            unite(c, pair->a, pair->b);
            note_house_form(c, pair);
        }
    }
}

static bool
does_count(const conclusion *c, size_t sighting)
{
    return c->counts[c->like[sighting]];
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
        c->count[all[i].suspect] += is_new && does_count(c, all[i].sighting);
    }
    for (size_t i = 0; i < c->sightings.count; i++) {
        tl_str text = c->sightings.drafts.diags[c->sightings.items[i].draft].text;
        tl_str *display = &c->display[c->sightings.items[i].suspect];
        if (does_count(c, i) && (display->len == 0 || tl_capitals_only(*display))) {
            *display = text;
        }
    }
    free(all);
}

/* True if spelling `a` is to be preferred to `b`. */
static bool
is_better(const conclusion *c, uint32_t a, uint32_t b)
{
    if (c->count[a] != c->count[b]) {
        return c->count[a] > c->count[b];
    }
    return c->fits_house[a] != c->fits_house[b] ? c->fits_house[a] : a < b;
}

static uint32_t
best_of_group(const conclusion *c, uint32_t leader)
{
    uint32_t best = leader;
    for (uint32_t i = leader + 1; i < c->suspects.count; i++) {
        if (c->suspects.items[i].is_paired && leader_of(c, i) == leader && is_better(c, i, best)) {
            best = i;
        }
    }
    return best;
}

/* -- findings --------------------------------------------------------------------------------- */

static const tl_diag *
draft_of(const conclusion *c, size_t sighting)
{
    return &c->sightings.drafts.diags[c->sightings.items[sighting].draft];
}

/* "Zainetdinov: a.txt:3:5, b.txt:7:1" */
static void
describe_places(const conclusion *c, uint32_t suspect, tl_buf *out)
{
    size_t told = 0, left = 0;
    tl_buf_add_format(out, "%s%.*s: ", out->len ? "\n" : "", TL_STR_ARGS(c->display[suspect]));
    for (size_t i = 0; i < c->sightings.count; i++) {
        if (c->sightings.items[i].suspect != suspect || !does_count(c, i)) {
            continue;
        }
        if (told == PLACES_IN_WORDS) {
            left++;
            continue;
        }
        const tl_diag *draft = draft_of(c, i);
        tl_buf_add_format(out, "%s%.*s:%u:%u", told++ ? ", " : "", TL_STR_ARGS(draft->path),
                          draft->begin.line, draft->begin.column);
    }
    if (left) {
        tl_buf_add_format(out, " and %zu more", left);
    }
}

/* What is said of a group of spellings: the same for all places. */
typedef struct group {
    uint32_t leader, best;
    tl_str explanation;
    tl_diag_place places[MOST_PLACES]; /* of the best spelling */
    size_t place_count;
} group;

static void
collect_group_places(const conclusion *c, group *g)
{
    for (size_t i = 0; i < c->sightings.count && g->place_count < MOST_PLACES; i++) {
        if (c->sightings.items[i].suspect == g->best && does_count(c, i)) {
            const tl_diag *draft = draft_of(c, i);
            g->places[g->place_count++] = (tl_diag_place){.path = draft->path,
                                                          .text = draft->text,
                                                          .begin = draft->begin,
                                                          .begin_bytes = draft->begin_bytes,
                                                          .begin_utf16 = draft->begin_utf16};
        }
    }
}

static void
describe_group(conclusion *c, group *g)
{
    tl_buf out = {0};
    for (uint32_t i = g->leader; i < c->suspects.count; i++) {
        if (c->suspects.items[i].is_paired && leader_of(c, i) == g->leader && c->count[i]) {
            describe_places(c, i, &out);
        }
    }
    g->explanation = tl_arena_copy(&c->arena, tl_buf_str(&out));
    tl_buf_clear(&out);
    collect_group_places(c, g);
}

/* The stem with the ending of another spelling: «Наталь» and «ия» make «Наталья», «Натали» and «ья»
 * «Наталия». */
static tl_str
put_ending(tl_str stem, tl_str other_stem, tl_str ending, tl_arena *arena)
{
    bool is_soft = tl_str_ends_with(stem, TL_STR("ь"));
    bool was_soft = tl_str_ends_with(other_stem, TL_STR("ь"));
    bool drops_i =
        is_soft && !was_soft && ending.len > 2 && tl_str_starts_with(ending, TL_STR("и"));
    const char *between = was_soft && !is_soft ? "и" : "";
    ending = tl_str_slice(ending, drops_i ? 2 : 0, ending.len);
    return tl_arena_format(arena, "%.*s%s%.*s", TL_STR_ARGS(stem), between, TL_STR_ARGS(ending));
}

/* The better spelling in the form and the capitals of the text. */
static tl_str
replacement(conclusion *c, const group *g, const tl_sighting *s, tl_str text)
{
    tl_arena *arena = &c->arena;
    if (c->suspects.items[s->suspect].is_cyrillic) {
        tl_key key;
        tl_str folded = tl_key_of(text, &key);
        tl_str ending = tl_str_slice(folded, tl_cyrillic_stem(folded).len, folded.len);
        if (tl_str_equal(ending, TL_STR("ь"))) {
            return c->display[g->best]; /* the sign is what they differ in */
        }
        tl_str word =
            put_ending(c->suspects.items[g->best].text, tl_cyrillic_stem(folded), ending, arena);
        return tl_capitals_only(text) ? tl_capitals_raise_all(arena, word)
                                      : tl_capitals_raise_first(arena, word);
    }
    return tl_capitals_only(text) ? tl_capitals_raise_all(arena, c->display[g->best])
                                  : c->display[g->best];
}

/* True if another rule has reported on the place. */
static bool
is_taken(const tl_report *report, const tl_diag *draft)
{
    for (size_t i = 0; i < report->count; i++) {
        const tl_diag *diag = &report->diags[i];
        if (diag->range.begin < draft->range.end && draft->range.begin < diag->range.end &&
            tl_str_equal(diag->path, draft->path)) {
            return true;
        }
    }
    return false;
}

static const char *
times(uint32_t count)
{
    return count == 1 ? "place" : "places";
}

static void
report_place(conclusion *c, const group *g, const tl_sighting *s)
{
    tl_diag diag = c->sightings.drafts.diags[s->draft];
    if (s->is_silenced || is_taken(c->report, &diag)) {
        return;
    }
    tl_str suggestion = replacement(c, g, s, diag.text);
    uint32_t mine = c->count[s->suspect], best = c->count[g->best];
    diag.message = tl_arena_format(
        &c->arena, "“%.*s” (%u %s) and “%.*s” (%u %s) are spellings of one name, use “%.*s”",
        TL_STR_ARGS(c->display[s->suspect]), mine, times(mine), TL_STR_ARGS(c->display[g->best]),
        best, times(best), TL_STR_ARGS(suggestion));
    const tl_edit edit = {.range = diag.edit_count ? diag.edits[0].range : diag.range,
                          .text = suggestion};
    diag.explanation = g->explanation;
    diag.suggestions = &suggestion;
    diag.suggestion_count = 1;
    diag.edits = &edit;
    diag.edit_count = diag.edit_count == 1 ? 1 : 0;
    diag.has_relation = !c->suspects.items[s->suspect].is_cyrillic;
    diag.relation = TL_RELATION_ROMANIZATION;
    diag.places = g->places;
    diag.place_count = g->place_count;
    tl_report_add(c->report, &diag);
}

static void
report_groups(conclusion *c)
{
    for (uint32_t leader = 0; leader < c->suspects.count; leader++) {
        if (!c->suspects.items[leader].is_paired || c->leader[leader] != leader) {
            continue;
        }
        group *g = tl_arena_alloc(&c->arena, 1, sizeof *g);
        g->leader = leader;
        g->best = best_of_group(c, leader);
        if (c->count[g->best] == 0) {
            continue;
        }
        describe_group(c, g);
        for (size_t i = 0; i < c->sightings.count; i++) {
            const tl_sighting *s = &c->sightings.items[i];
            if (s->suspect != g->best && leader_of(c, s->suspect) == leader && does_count(c, i)) {
                report_place(c, g, s);
            }
        }
    }
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
    for (uint32_t i = 0; i < count; i++) {
        c->leader[i] = i;
    }
    group_by_company(c);
    judge_pairs(c, cluster);
    count_places(c);
    report_groups(c);
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
