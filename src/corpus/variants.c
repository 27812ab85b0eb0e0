/* SPDX-License-Identifier: MPL-2.0 */
/* What is said of names with two spellings: which of them is better, where the others stand, what
 * would mend them. Works on runs of sorted places, so that it takes time by the number of places,
 * however many names and findings there are. */
#include "corpus/variants.h"

#include "base/alloc.h"
#include "base/array.h"
#include "base/buf.h"
#include "romanize/cyrillic_stem.h"
#include "text/capitals.h"
#include "text/key.h"

#include <stdlib.h>

enum { MOST_PLACES = 100, PLACES_IN_WORDS = 10, LONGEST_NAME = 4 };

/* A place that counts, under the group and the spelling that it is of. */
typedef struct place {
    uint32_t group, spelling, sighting;
} place;

/* A place of which another rule has reported. */
typedef struct taken {
    tl_str path;
    tl_range range;
    uint32_t reach; /* where all up to this one of the path end */
} taken;

typedef struct telling {
    const tl_groups *groups;
    tl_arena *arena; /* for what is said of them */
    tl_report *report;
    place *places; /* owned, sorted */
    size_t place_count;
    taken *taken; /* owned, sorted by path and beginning */
    size_t taken_count;
    struct found *found; /* owned */
    size_t found_count;
} telling;

/* A finding, and the spelling that it wants. */
typedef struct found {
    tl_diag diag;
    tl_str better, suggestion;
    tl_edit edits[LONGEST_NAME];
} found;

/* One name: places [first, end), those of its better spelling being [best_first, best_end). */
typedef struct group {
    size_t first, end, best_first, best_end;
    uint32_t best;
    tl_str explanation;
    const tl_diag_place *others; /* places of the better spelling */
    size_t other_count;
} group;

static int
compare_places(const void *left, const void *right)
{
    const place *a = left, *b = right;
    int order = (a->group > b->group) - (a->group < b->group);
    order = order ? order : (a->spelling > b->spelling) - (a->spelling < b->spelling);
    return order ? order : (a->sighting > b->sighting) - (a->sighting < b->sighting);
}

static void
sort_places(telling *t)
{
    const tl_groups *names = t->groups;
    t->places = tl_alloc_zero(names->sightings->count + 1, sizeof *t->places);
    for (size_t i = 0; i < names->sightings->count; i++) {
        uint32_t spelling = names->sightings->items[i].suspect;
        if (names->counts[i]) {
            t->places[t->place_count++] = (place){names->leader[spelling], spelling, (uint32_t)i};
        }
    }
    if (t->place_count) {
        qsort(t->places, t->place_count, sizeof *t->places, compare_places);
    }
}

/* -- what is taken ---------------------------------------------------------------------------- */

static int
compare_taken(const void *left, const void *right)
{
    const taken *a = left, *b = right;
    int order = tl_str_compare(a->path, b->path);
    return order ? order : (a->range.begin > b->range.begin) - (a->range.begin < b->range.begin);
}

static void
sort_taken(telling *t)
{
    t->taken_count = t->report->count;
    t->taken = tl_alloc_zero(t->taken_count + 1, sizeof *t->taken);
    for (size_t i = 0; i < t->taken_count; i++) {
        const tl_diag diag = tl_report_at(t->report, i);
        t->taken[i] = (taken){.path = diag.path, .range = diag.range};
    }
    if (t->taken_count) {
        qsort(t->taken, t->taken_count, sizeof *t->taken, compare_taken);
    }
    for (size_t i = 0; i < t->taken_count; i++) {
        taken *now = &t->taken[i];
        bool goes_on = i > 0 && tl_str_equal(now[-1].path, now->path);
        now->reach = goes_on && now[-1].reach > now->range.end ? now[-1].reach : now->range.end;
    }
}

/* The number of the taken places that stand before the end of `draft`, or in paths before its own.
 */
static size_t
count_before(const telling *t, const tl_diag *draft)
{
    size_t low = 0, high = t->taken_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = tl_str_compare(t->taken[middle].path, draft->path);
        if (order < 0 || (order == 0 && t->taken[middle].range.begin < draft->range.end)) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

/* True if another rule has reported on the place. */
static bool
is_taken(const telling *t, const tl_diag *draft)
{
    size_t i = count_before(t, draft);
    return i > 0 && tl_str_equal(t->taken[i - 1].path, draft->path) &&
           t->taken[i - 1].reach > draft->range.begin;
}

/* -- groups ----------------------------------------------------------------------------------- */

/* True if spelling `a` is to be preferred to `b`. */
static bool
is_better(const tl_groups *names, uint32_t a, uint32_t b)
{
    if (names->count[a] != names->count[b]) {
        return names->count[a] > names->count[b];
    }
    return names->fits_house[a] != names->fits_house[b] ? names->fits_house[a] : a < b;
}

static size_t
end_of_spelling(const telling *t, size_t first)
{
    size_t end = first;
    while (end < t->place_count && t->places[end].spelling == t->places[first].spelling) {
        end++;
    }
    return end;
}

static void
choose_best(const telling *t, group *g)
{
    g->best = t->places[g->first].spelling;
    for (size_t at = g->first, end; at < g->end; at = end) {
        end = end_of_spelling(t, at);
        uint32_t spelling = t->places[at].spelling;
        if (at == g->first || is_better(t->groups, spelling, g->best)) {
            g->best = spelling;
            g->best_first = at;
            g->best_end = end;
        }
    }
}

static tl_diag
draft_of(const telling *t, size_t number)
{
    const tl_sightings *sightings = t->groups->sightings;
    return tl_report_at(&sightings->drafts, sightings->items[t->places[number].sighting].draft);
}

/* "Zainetdinov: a.txt:3:5, b.txt:7:1" */
static void
describe_places(const telling *t, size_t first, size_t end, tl_buf *out)
{
    tl_str display = t->groups->display[t->places[first].spelling];
    tl_buf_add_format(out, "%s%.*s: ", out->len ? "\n" : "", TL_STR_ARGS(display));
    for (size_t i = first; i < end && i - first < PLACES_IN_WORDS; i++) {
        const tl_diag draft = draft_of(t, i);
        tl_buf_add_format(out, "%s%.*s:%u:%u", i > first ? ", " : "", TL_STR_ARGS(draft.path),
                          draft.begin.line, draft.begin.column);
    }
    if (end - first > PLACES_IN_WORDS) {
        tl_buf_add_format(out, " and %zu more", end - first - PLACES_IN_WORDS);
    }
}

static void
collect_places(const telling *t, group *g)
{
    size_t count = g->best_end - g->best_first;
    count = count < MOST_PLACES ? count : MOST_PLACES;
    tl_diag_place *places = tl_arena_alloc(t->arena, count, sizeof *places);
    for (size_t i = 0; i < count; i++) {
        const tl_diag draft = draft_of(t, g->best_first + i);
        places[i] = (tl_diag_place){.path = draft.path,
                                    .text = draft.text,
                                    .begin = draft.begin,
                                    .begin_bytes = draft.begin_bytes,
                                    .begin_utf16 = draft.begin_utf16};
    }
    g->others = places;
    g->other_count = count;
}

static void
describe_group(const telling *t, group *g)
{
    tl_buf out = {0};
    for (size_t at = g->first, end; at < g->end; at = end) {
        end = end_of_spelling(t, at);
        describe_places(t, at, end, &out);
    }
    g->explanation = tl_arena_copy(t->arena, tl_buf_str(&out));
    tl_buf_clear(&out);
    collect_places(t, g);
}

/* -- findings --------------------------------------------------------------------------------- */

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
replacement(const telling *t, const group *g, uint32_t spelling, tl_str text)
{
    const tl_groups *names = t->groups;
    const tl_suspect *suspects = names->suspects->items;
    tl_arena *arena = t->arena;
    if (!suspects[spelling].is_cyrillic) {
        return tl_capitals_only(text) ? tl_capitals_raise_all(arena, names->display[g->best])
                                      : names->display[g->best];
    }
    tl_key key;
    tl_str folded = tl_key_of(text, &key), stem = tl_cyrillic_stem(folded);
    tl_str ending = tl_str_slice(folded, stem.len, folded.len);
    if (tl_str_equal(ending, TL_STR("ь"))) {
        return names->display[g->best]; /* the sign is what they differ in */
    }
    tl_str word = put_ending(suspects[g->best].text, stem, ending, arena);
    return tl_capitals_only(text) ? tl_capitals_raise_all(arena, word)
                                  : tl_capitals_raise_first(arena, word);
}

static const char *
times(uint32_t count)
{
    return count == 1 ? "place" : "places";
}

static void
find_at_place(telling *t, const group *g, size_t number)
{
    const tl_groups *names = t->groups;
    const tl_sighting *s = &names->sightings->items[t->places[number].sighting];
    tl_diag diag = draft_of(t, number);
    if (s->is_silenced || is_taken(t, &diag)) {
        return;
    }
    tl_str suggestion = replacement(t, g, s->suspect, diag.text);
    uint32_t mine = names->count[s->suspect], best = names->count[g->best];
    diag.message = tl_arena_format(
        t->arena, "“%.*s” (%u %s) and “%.*s” (%u %s) are spellings of one name, use “%.*s”",
        TL_STR_ARGS(names->display[s->suspect]), mine, times(mine),
        TL_STR_ARGS(names->display[g->best]), best, times(best), TL_STR_ARGS(suggestion));
    diag.explanation = g->explanation;
    diag.has_relation = !names->suspects->items[s->suspect].is_cyrillic;
    diag.relation = TL_RELATION_ROMANIZATION;
    diag.places = g->others;
    diag.place_count = g->other_count;
    found *item = &t->found[t->found_count++];
    *item = (found){.diag = diag, .better = names->display[g->best], .suggestion = suggestion};
    item->edits[0] =
        (tl_edit){.range = diag.edit_count ? diag.edits[0].range : diag.range, .text = suggestion};
    item->diag.edit_count = diag.edit_count == 1 ? 1 : 0;
}

static int
compare_found(const void *left, const void *right)
{
    const tl_diag *a = &((const found *)left)->diag, *b = &((const found *)right)->diag;
    int order = tl_str_compare(a->path, b->path);
    return order ? order : (a->range.begin > b->range.begin) - (a->range.begin < b->range.begin);
}

/* True if nothing but a space stands between the two. */
static bool
are_side_by_side(const tl_diag *a, const tl_diag *b)
{
    return tl_str_equal(a->path, b->path) && a->end.line == b->begin.line &&
           a->end.column + 1 == b->begin.column && a->in_line.end < a->line_text.len &&
           a->line_text.ptr[a->in_line.end] == ' ';
}

/* Of a person one finding tells all the words that differ: takes the second into the first. */
static void
take_in(telling *t, found *first, const found *second)
{
    tl_arena *arena = t->arena;
    tl_diag *a = &first->diag;
    const tl_diag *b = &second->diag;
    bool has_edits = a->edit_count && b->edit_count;
    first->better = tl_arena_format(arena, "%.*s %.*s", TL_STR_ARGS(first->better),
                                    TL_STR_ARGS(second->better));
    first->suggestion = tl_arena_format(arena, "%.*s %.*s", TL_STR_ARGS(first->suggestion),
                                        TL_STR_ARGS(second->suggestion));
    first->edits[a->edit_count] = second->edits[0];
    a->edit_count = has_edits ? a->edit_count + 1 : 0;
    a->text = tl_arena_format(arena, "%.*s %.*s", TL_STR_ARGS(a->text), TL_STR_ARGS(b->text));
    a->range.end = b->range.end;
    a->end = b->end;
    a->end_bytes = b->end_bytes;
    a->end_utf16 = b->end_utf16;
    a->in_line.end = a->in_line.begin + (uint32_t)a->text.len;
    a->explanation = tl_arena_format(arena, "%.*s\n%.*s", TL_STR_ARGS(a->explanation),
                                     TL_STR_ARGS(b->explanation));
    a->message = tl_arena_format(arena, "“%.*s” and “%.*s” are spellings of one name, use “%.*s”",
                                 TL_STR_ARGS(a->text), TL_STR_ARGS(first->better),
                                 TL_STR_ARGS(first->suggestion));
    a->places = b->places;
    a->place_count = b->place_count;
}

static void
report_found(telling *t)
{
    if (t->found_count > 1) {
        qsort(t->found, t->found_count, sizeof *t->found, compare_found);
    }
    for (size_t i = 0, next; i < t->found_count; i = next) {
        found *item = &t->found[i];
        for (next = i + 1; next < t->found_count && next - i < LONGEST_NAME &&
                           are_side_by_side(&item->diag, &t->found[next].diag);
             next++) {
            take_in(t, item, &t->found[next]);
        }
        item->diag.suggestions = &item->suggestion;
        item->diag.suggestion_count = 1;
        item->diag.edits = item->edits;
        tl_report_add(t->report, &item->diag);
    }
}

static void
report_group(telling *t, group *g)
{
    choose_best(t, g);
    if (g->best_end - g->best_first == g->end - g->first) {
        return;
    }
    describe_group(t, g);
    for (size_t i = g->first; i < g->end; i++) {
        if (t->places[i].spelling != g->best) {
            find_at_place(t, g, i);
        }
    }
}

void
tl_variants_report(const tl_groups *groups, tl_report *report)
{
    tl_arena arena = {0};
    telling t = {.groups = groups, .arena = &arena, .report = report};
    sort_places(&t);
    sort_taken(&t);
    t.found = tl_alloc_zero(t.place_count + 1, sizeof *t.found);
    for (size_t first = 0, end; first < t.place_count; first = end) {
        end = first + 1;
        while (end < t.place_count && t.places[end].group == t.places[first].group) {
            end++;
        }
        report_group(&t, &(group){.first = first, .end = end});
    }
    report_found(&t);
    free(t.places);
    free(t.taken);
    free(t.found);
    tl_arena_clear(&arena);
}
