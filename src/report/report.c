/* SPDX-License-Identifier: MPL-2.0 */
/* The list of findings: copies what is added, puts it in one order that does not depend on the
 * order of addition (files are checked by several threads), and tells equal findings apart. Holds
 * no pointer into a document, so documents are dropped as soon as they are checked. */
#include "report/report.h"

#include "base/alloc.h"
#include "base/array.h"
#include "base/hash.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What is kept of a long line on either side of the text, in bytes: enough for a line of a terminal
 * and for the words of the key, and no more, since every finding has a copy. */
enum { LINE_CONTEXT = 512 };

void
tl_report_clear(tl_report *report)
{
    tl_arena_clear(&report->arena);
    free(report->diags);
    tl_problem_list_clear(&report->problems);
    tl_problem_list_clear(&report->remarks);
    tl_problem_list_clear(&report->unused);
    tl_usage_list_clear(&report->usages);
    tl_tally_clear(&report->tally);
    *report = (tl_report){0};
}

static bool
is_inside_character(tl_str str, size_t at)
{
    return at < str.len && ((unsigned char)str.ptr[at] & 0xC0u) == 0x80u;
}

static void
cut_line(tl_diag *diag)
{
    tl_str line = diag->line_text;
    tl_range text = tl_diag_text_in_line(diag);
    size_t begin = text.begin > LINE_CONTEXT ? text.begin - LINE_CONTEXT : 0;
    size_t end = line.len - text.end > LINE_CONTEXT ? text.end + LINE_CONTEXT : line.len;
    while (begin > 0 && begin < text.begin && is_inside_character(line, begin)) {
        begin++;
    }
    while (end > text.end && is_inside_character(line, end)) {
        end--;
    }
    diag->in_line = (tl_range){text.begin - (uint32_t)begin, text.end - (uint32_t)begin};
    diag->is_cut = diag->is_cut || begin > 0;
    diag->line_text = tl_str_slice(line, begin, end);
}

/* A copy of `str`, or `previous` if it is the same already: paths and rules come in runs. */
static tl_str
copy_unless_same(tl_arena *arena, tl_str previous, tl_str str)
{
    return previous.ptr && tl_str_equal(previous, str) ? previous : tl_arena_copy(arena, str);
}

static const tl_str *
copy_list(tl_arena *arena, const tl_str *items, size_t count)
{
    tl_str *copy = tl_arena_alloc(arena, count, sizeof *copy);
    for (size_t i = 0; i < count; i++) {
        copy[i] = tl_arena_copy(arena, items[i]);
    }
    return copy;
}

static const tl_edit *
copy_edits(tl_arena *arena, const tl_edit *edits, size_t count)
{
    tl_edit *copy = tl_arena_alloc(arena, count, sizeof *copy);
    for (size_t i = 0; i < count; i++) {
        copy[i] = (tl_edit){.range = edits[i].range, .text = tl_arena_copy(arena, edits[i].text)};
    }
    return copy;
}

static const tl_diag_place *
copy_places(tl_arena *arena, const tl_diag_place *places, size_t count)
{
    tl_diag_place *copy = tl_arena_alloc(arena, count, sizeof *copy);
    for (size_t i = 0; i < count; i++) {
        copy[i] = places[i];
        copy[i].path = tl_arena_copy(arena, places[i].path);
        copy[i].text = tl_arena_copy(arena, places[i].text);
    }
    return copy;
}

void
tl_report_add(tl_report *report, const tl_diag *diag)
{
    static const tl_diag none;
    const tl_diag *last = report->count ? &report->diags[report->count - 1] : &none;
    tl_arena *arena = &report->arena;
    tl_diag copy = *diag;
    cut_line(&copy);
    copy.path = copy_unless_same(arena, last->path, diag->path);
    copy.rule = copy_unless_same(arena, last->rule, diag->rule);
    copy.concept = copy_unless_same(arena, last->concept, diag->concept);
    copy.term = copy_unless_same(arena, last->term, diag->term);
    copy.language = copy_unless_same(arena, last->language, diag->language);
    copy.segment = copy_unless_same(arena, last->segment, diag->segment);
    copy.text = tl_arena_copy(arena, diag->text);
    copy.line_text = tl_arena_copy(arena, copy.line_text);
    copy.message = tl_arena_copy(arena, diag->message);
    copy.explanation = tl_arena_copy(arena, diag->explanation);
    copy.refusal = tl_arena_copy(arena, diag->refusal);
    copy.suggestions = copy_list(arena, diag->suggestions, diag->suggestion_count);
    copy.schemes = copy_list(arena, diag->schemes, diag->scheme_count);
    copy.places = copy_places(arena, diag->places, diag->place_count);
    copy.edits = copy_edits(arena, diag->edits, diag->edit_count);
    report->diags = tl_array_reserve(report->diags, &report->capacity, report->count + 1,
                                     sizeof *report->diags);
    report->diags[report->count++] = copy;
}

void
tl_report_add_usage(tl_report *report, const tl_usage *usage)
{
    static const tl_usage none;
    const tl_usage_list *usages = &report->usages;
    const tl_usage *last = usages->count ? &usages->items[usages->count - 1] : &none;
    tl_arena *arena = &report->arena;
    tl_usage copy = {.concept = copy_unless_same(arena, last->concept, usage->concept),
                     .form = copy_unless_same(arena, last->form, usage->form),
                     .language = copy_unless_same(arena, last->language, usage->language),
                     .path = copy_unless_same(arena, last->path, usage->path),
                     .count = usage->count};
    tl_usage_add(&report->usages, &copy);
}

static int
compare_numbers(uint64_t a, uint64_t b)
{
    return (a > b) - (a < b);
}

static int
compare_lists(const tl_str *a, size_t a_count, const tl_str *b, size_t b_count)
{
    int order = compare_numbers(a_count, b_count);
    for (size_t i = 0; order == 0 && i < a_count; i++) {
        order = tl_str_compare(a[i], b[i]);
    }
    return order;
}

static int
compare_places(const tl_diag *a, const tl_diag *b)
{
    int order = tl_str_compare(a->path, b->path);
    order = order ? order : compare_numbers(a->range.begin, b->range.begin);
    order = order ? order : compare_numbers(b->range.end, a->range.end);
    return order ? order : tl_str_compare(a->rule, b->rule);
}

static int
compare_strings(const tl_diag *a, const tl_diag *b)
{
    const tl_str pairs[][2] = {
        {a->concept, b->concept}, {a->term, b->term},       {a->language, b->language},
        {a->segment, b->segment}, {a->message, b->message}, {a->explanation, b->explanation},
    };
    int order = 0;
    for (size_t i = 0; order == 0 && i < sizeof pairs / sizeof pairs[0]; i++) {
        order = tl_str_compare(pairs[i][0], pairs[i][1]);
    }
    return order;
}

/* Over all that a finding says, so that 0 means a duplicate. The text follows from the place. */
static int
compare_diags(const void *left, const void *right)
{
    const tl_diag *a = left, *b = right;
    int order = compare_places(a, b);
    order = order ? order : compare_strings(a, b);
    order = order ? order : compare_numbers(b->severity, a->severity);
    order = order ? order : compare_numbers(a->has_relation, b->has_relation);
    order = order || !a->has_relation ? order : compare_numbers(a->relation, b->relation);
    order = order ? order : compare_numbers(b->fixable, a->fixable);
    order = order ? order
                  : compare_lists(a->suggestions, a->suggestion_count, b->suggestions,
                                  b->suggestion_count);
    return order ? order : compare_lists(a->schemes, a->scheme_count, b->schemes, b->scheme_count);
}

static void
drop_duplicates(tl_report *report)
{
    size_t kept = 0;
    for (size_t i = 0; i < report->count; i++) {
        if (kept == 0 || compare_diags(&report->diags[kept - 1], &report->diags[i]) != 0) {
            report->diags[kept++] = report->diags[i];
        }
    }
    report->count = kept;
}

static void
count_severities(tl_report *report)
{
    memset(report->by_severity, 0, sizeof report->by_severity);
    report->failing = 0;
    for (size_t i = 0; i < report->count; i++) {
        report->by_severity[report->diags[i].severity]++;
        report->failing += report->diags[i].fails;
    }
}

/* A finding by its key and path, and its number in the order of the report. */
typedef struct identity {
    uint64_t hash;
    size_t index;
} identity;

static int
compare_identities(const void *left, const void *right)
{
    const identity *a = left, *b = right;
    int order = compare_numbers(a->hash, b->hash);
    return order ? order : compare_numbers(a->index, b->index);
}

static void
set_fingerprints(tl_report *report)
{
    identity *all = tl_alloc_zero(report->count, sizeof *all);
    for (size_t i = 0; i < report->count; i++) {
        const tl_diag *diag = &report->diags[i];
        all[i] = (identity){tl_hash_pair(tl_diag_key(diag), tl_hash_bytes(diag->path)), i};
    }
    qsort(all, report->count, sizeof *all, compare_identities);
    uint64_t alike = 0;
    for (size_t i = 0; i < report->count; i++) {
        alike = i > 0 && all[i].hash == all[i - 1].hash ? alike + 1 : 0;
        tl_diag *diag = &report->diags[all[i].index];
        snprintf(diag->fingerprint, sizeof diag->fingerprint, "%016llx",
                 (unsigned long long)(alike ? tl_hash_pair(all[i].hash, alike) : all[i].hash));
    }
    free(all);
}

void
tl_report_finish(tl_report *report)
{
    if (report->count > 1) {
        qsort(report->diags, report->count, sizeof *report->diags, compare_diags);
    }
    drop_duplicates(report);
    count_severities(report);
    set_fingerprints(report);
    tl_problem_list_sort(&report->problems);
    tl_problem_list_sort(&report->remarks);
    tl_problem_list_sort(&report->unused);
    tl_usage_sum(&report->usages);
}

static void
merge_problems(tl_problem_list *into, const tl_problem_list *from)
{
    for (size_t i = 0; i < from->kept; i++) {
        const tl_problem *problem = &from->items[i];
        tl_problem_add(into, tl_str_from(problem->path), problem->line, problem->column, "%s",
                       problem->message);
    }
    into->count += from->count - from->kept;
}

/* Copies instead of chaining arenas: a report of a small file would bring a whole block of memory
 * for a few findings, and there may be many thousands of such files. */
static void
add_all_but_tally(tl_report *into, const tl_report *from)
{
    for (size_t i = 0; i < from->count; i++) {
        tl_report_add(into, &from->diags[i]);
    }
    for (size_t i = 0; i < from->usages.count; i++) {
        tl_report_add_usage(into, &from->usages.items[i]);
    }
    into->files += from->files;
    into->bytes += from->bytes;
    merge_problems(&into->problems, &from->problems);
    merge_problems(&into->remarks, &from->remarks);
    merge_problems(&into->unused, &from->unused);
}

void
tl_report_add_all(tl_report *into, const tl_report *from)
{
    add_all_but_tally(into, from);
    tl_tally_add_all(&into->tally, &from->tally);
}

void
tl_report_merge(tl_report *into, tl_report *from)
{
    add_all_but_tally(into, from);
    tl_tally_merge(&into->tally, &from->tally);
    tl_report_clear(from);
}
