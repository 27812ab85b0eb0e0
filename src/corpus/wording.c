/* SPDX-License-Identifier: MPL-2.0 */
/* What is said of a spelling that is not the best one, and what would mend it. Findings are made
 * one after another, in order of their places, and none is kept here. */
#include "corpus/wording.h"

#include "romanize/cyrillic_stem.h"
#include "text/capitals.h"
#include "text/key.h"

#include <stdlib.h>

enum { LONGEST_NAME = 4 }; /* words */

typedef struct telling {
    const tl_variant_list *list;
    tl_arena arena; /* of what is said of one person */
} telling;

/* A finding, and the spelling that it wants. */
typedef struct finding {
    tl_diag diag;
    tl_str better, suggestion;
    tl_edit edits[LONGEST_NAME];
} finding;

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
replacement(telling *t, const tl_variant_group *g, uint32_t spelling, tl_str text)
{
    const tl_groups *names = t->list->names;
    const tl_suspect *suspects = names->suspects->items;
    tl_arena *arena = &t->arena;
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

static tl_diag
draft_of(const tl_groups *names, const tl_variant_place *place)
{
    const tl_sightings *sightings = names->sightings;
    return tl_report_at(&sightings->drafts, sightings->items[place->sighting].draft);
}

static finding
word_place(telling *t, const tl_variant_place *place)
{
    const tl_groups *names = t->list->names;
    const tl_variant_group *g = &t->list->groups[place->group];
    const tl_sighting *s = &names->sightings->items[place->sighting];
    tl_diag diag = draft_of(names, place);
    tl_str mine = names->display[s->suspect], best = names->display[g->best];
    uint32_t mine_count = names->count[s->suspect], best_count = names->count[g->best];
    tl_str suggestion = replacement(t, g, s->suspect, diag.text);
    diag.message = tl_arena_format(
        &t->arena, "“%.*s” (%u %s) and “%.*s” (%u %s) are spellings of one name, use “%.*s”",
        TL_STR_ARGS(mine), mine_count, times(mine_count), TL_STR_ARGS(best), best_count,
        times(best_count), TL_STR_ARGS(suggestion));
    diag.explanation = g->explanation;
    diag.has_relation = !names->suspects->items[s->suspect].is_cyrillic;
    diag.relation = TL_RELATION_ROMANIZATION;
    diag.places = g->others;
    diag.place_count = g->other_count;
    tl_range mended = diag.edit_count ? diag.edits[0].range : diag.range;
    diag.edit_count = diag.edit_count == 1 ? 1 : 0;
    return (finding){.diag = diag,
                     .better = best,
                     .suggestion = suggestion,
                     .edits = {{.range = mended, .text = suggestion}}};
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
take_in(telling *t, finding *first, const finding *second)
{
    tl_arena *arena = &t->arena;
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

static int
compare_places(const void *left, const void *right)
{
    const tl_variant_place *a = left, *b = right;
    int order = tl_str_compare(a->path, b->path);
    return order ? order : (a->begin > b->begin) - (a->begin < b->begin);
}

/* Reports the finding of place `at` with those of the words behind it; returns the next place. */
static size_t
tell_person(telling *t, size_t at, tl_report *report)
{
    finding whole = word_place(t, &t->list->places[at]);
    size_t next = at + 1;
    for (; next < t->list->count && next - at < LONGEST_NAME; next++) {
        const tl_diag draft = draft_of(t->list->names, &t->list->places[next]);
        if (!are_side_by_side(&whole.diag, &draft)) {
            break;
        }
        const finding part = word_place(t, &t->list->places[next]);
        take_in(t, &whole, &part);
    }
    whole.diag.suggestions = &whole.suggestion;
    whole.diag.suggestion_count = 1;
    whole.diag.edits = whole.edits;
    tl_report_add(report, &whole.diag);
    tl_arena_reset(&t->arena);
    return next;
}

void
tl_variants_tell(const tl_variant_list *list, tl_report *report)
{
    telling t = {.list = list};
    if (list->count > 1) {
        qsort(list->places, list->count, sizeof *list->places, compare_places);
    }
    for (size_t at = 0; at < list->count;) {
        at = tell_person(&t, at, report);
    }
    tl_arena_clear(&t.arena);
}
