/* SPDX-License-Identifier: MPL-2.0 */
/* Findings and uses of good forms, put together by concept. Both are turned into one list of uses,
 * summed, and cut into runs of one concept and form. */
#include "writers/spellings.h"

#include "base/map.h"

#include <stdlib.h>

/* The text with each run of white space made one space. */
static tl_str
in_one_line(tl_arena *arena, tl_str text)
{
    char *line = tl_arena_alloc(arena, text.len + 1, 1);
    size_t length = 0;
    for (size_t i = 0; i < text.len; i++) {
        bool is_space = text.ptr[i] == ' ' || (text.ptr[i] >= '\t' && text.ptr[i] <= '\r');
        if (!is_space) {
            line[length++] = text.ptr[i];
        } else if (length && line[length - 1] != ' ') {
            line[length++] = ' ';
        }
    }
    return (tl_str){line, length};
}

/* A finding about a whole segment shows no spelling. The severity stands where uses of good forms
 * have their language: it tells the two apart. */
static void
add_findings(const tl_report *report, tl_arena *arena, tl_map *concepts, tl_usage_list *uses)
{
    for (size_t i = 0; i < report->count; i++) {
        const tl_diag diag = tl_report_at(report, i);
        if (diag.concept.len && !diag.of_segment) {
            tl_usage_add(uses, &(tl_usage){.concept = diag.concept,
                                           .form = in_one_line(arena, diag.text),
                                           .language = tl_str_from(tl_severity_name(diag.severity)),
                                           .path = diag.path,
                                           .count = 1});
            tl_map_add(concepts, diag.concept, concepts);
        }
    }
}

static void
add_good_forms(const tl_report *report, const tl_map *concepts, tl_usage_list *uses)
{
    for (size_t i = 0; i < report->usages.count; i++) {
        tl_usage use = report->usages.items[i];
        if (tl_map_get(concepts, use.concept)) {
            use.language = TL_STR("");
            tl_usage_add(uses, &use);
        }
    }
}

static bool
is_one_spelling(const tl_usage *a, const tl_usage *b)
{
    return tl_str_equal(a->concept, b->concept) && tl_str_equal(a->form, b->form) &&
           tl_str_equal(a->language, b->language);
}

static tl_spelling
make_spelling(const tl_usage *uses, size_t count, tl_arena *arena)
{
    tl_spelling_count *counts = tl_arena_alloc(arena, count, sizeof *counts);
    tl_spelling spelling = {
        .concept = uses->concept, .form = uses->form, .counts = counts, .count = count};
    tl_severity_parse(uses->language, &spelling.severity);
    for (size_t i = 0; i < count; i++) {
        counts[i] = (tl_spelling_count){uses[i].path, uses[i].count};
        spelling.total += uses[i].count;
    }
    return spelling;
}

static int
compare(const void *left, const void *right)
{
    const tl_spelling *a = left, *b = right;
    int order = tl_str_compare(a->concept, b->concept);
    order = order ? order : (a->total < b->total) - (a->total > b->total);
    order = order ? order : tl_str_compare(a->form, b->form);
    return order ? order : (int)a->severity - (int)b->severity;
}

void
tl_spellings_gather(tl_spellings *spellings, const tl_report *report)
{
    tl_usage_list uses = {0};
    tl_map concepts = {0};
    *spellings = (tl_spellings){0};
    add_findings(report, &spellings->arena, &concepts, &uses);
    add_good_forms(report, &concepts, &uses);
    tl_usage_sum(&uses);
    spellings->items = tl_arena_alloc(&spellings->arena, uses.count, sizeof *spellings->items);
    for (size_t i = 0, next; i < uses.count; i = next) {
        next = i + 1;
        while (next < uses.count && is_one_spelling(&uses.items[i], &uses.items[next])) {
            next++;
        }
        spellings->items[spellings->count++] =
            make_spelling(&uses.items[i], next - i, &spellings->arena);
    }
    if (spellings->count > 1) {
        qsort(spellings->items, spellings->count, sizeof *spellings->items, compare);
    }
    tl_map_clear(&concepts);
    tl_usage_list_clear(&uses);
}

void
tl_spellings_clear(tl_spellings *spellings)
{
    tl_arena_clear(&spellings->arena);
    *spellings = (tl_spellings){0};
}
