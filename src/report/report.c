/* SPDX-License-Identifier: MPL-2.0 */
/* The list of findings: copies what is added, puts it in one order that does not depend on the
 * order of addition (files are checked by several threads), and tells equal findings apart. Holds
 * no pointer into a document, so documents are dropped as soon as they are checked. */
#include "report/report.h"

#include "base/alloc.h"
#include "base/array.h"
#include "base/hash.h"

#include <stdlib.h>
#include <string.h>

/* Findings that are worth the memory of their report, of which there may be many thousands: a
 * smaller one would bring a whole block for a few findings. */
enum { MANY = 256 };

void
tl_report_clear(tl_report *report)
{
    tl_keeper_clear(&report->keeper);
    free(report->kept);
    tl_problem_list_clear(&report->problems);
    tl_problem_list_clear(&report->remarks);
    tl_problem_list_clear(&report->unused);
    tl_usage_list_clear(&report->usages);
    tl_tally_clear(&report->tally);
    *report = (tl_report){0};
}

void
tl_report_add(tl_report *report, const tl_diag *diag)
{
    report->kept =
        tl_array_reserve(report->kept, &report->capacity, report->count + 1, sizeof *report->kept);
    report->kept[report->count++] = tl_keep(&report->keeper, diag);
}

tl_diag
tl_report_at(const tl_report *report, size_t index)
{
    return tl_kept_diag(&report->kept[index]);
}

void
tl_report_filter(tl_report *report, bool (*is_kept)(void *context, const tl_diag *diag),
                 void *context)
{
    size_t count = 0;
    for (size_t i = 0; i < report->count; i++) {
        const tl_diag diag = tl_report_at(report, i);
        if (is_kept(context, &diag)) {
            report->kept[count++] = report->kept[i];
        }
    }
    report->count = count;
}

/* A copy of `str`, or `previous` if it is the same already: paths and forms come in runs. */
static tl_str
copy_unless_same(tl_arena *arena, tl_str previous, tl_str str)
{
    return previous.ptr && tl_str_equal(previous, str) ? previous : tl_arena_copy(arena, str);
}

void
tl_report_add_usage(tl_report *report, const tl_usage *usage)
{
    static const tl_usage none;
    const tl_usage_list *usages = &report->usages;
    const tl_usage *last = usages->count ? &usages->items[usages->count - 1] : &none;
    tl_arena *arena = &report->keeper.arena;
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

/* Most often one text after the other was read from its beginning to its end. */
static bool
is_sorted(const tl_report *report)
{
    size_t i = 1;
    while (i < report->count && tl_kept_compare(&report->kept[i - 1], &report->kept[i]) <= 0) {
        i++;
    }
    return i >= report->count;
}

static void
sort(tl_report *report)
{
    if (!is_sorted(report)) {
        qsort(report->kept, report->count, sizeof *report->kept, tl_kept_compare);
    }
}

static void
drop_duplicates(tl_report *report)
{
    size_t kept = 0;
    for (size_t i = 0; i < report->count; i++) {
        if (kept == 0 || tl_kept_compare(&report->kept[kept - 1], &report->kept[i]) != 0) {
            report->kept[kept++] = report->kept[i];
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
        const tl_diag *told = &report->kept[i].told->diag;
        report->by_severity[told->severity]++;
        report->failing += told->fails;
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
        const tl_diag diag = tl_report_at(report, i);
        all[i] = (identity){tl_hash_pair(tl_diag_key(&diag), tl_hash_bytes(diag.path)), i};
    }
    qsort(all, report->count, sizeof *all, compare_identities);
    uint64_t alike = 0;
    for (size_t i = 0; i < report->count; i++) {
        alike = i > 0 && all[i].hash == all[i - 1].hash ? alike + 1 : 0;
        report->kept[all[i].index].fingerprint =
            alike ? tl_hash_pair(all[i].hash, alike) : all[i].hash;
    }
    free(all);
}

void
tl_report_finish(tl_report *report)
{
    sort(report);
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

/* All but the tally. */
static void
copy_all(tl_report *into, const tl_report *from)
{
    for (size_t i = 0; i < from->count; i++) {
        const tl_diag diag = tl_report_at(from, i);
        tl_report_add(into, &diag);
    }
    for (size_t i = 0; i < from->usages.count; i++) {
        tl_report_add_usage(into, &from->usages.items[i]);
    }
}

/* The same, with the memory that they are in. */
static void
take_all(tl_report *into, tl_report *from)
{
    if (into->count == 0) {
        tl_kept *empty = into->kept;
        into->kept = from->kept;
        into->capacity = from->capacity;
        from->kept = empty;
    } else {
        into->kept = tl_array_reserve(into->kept, &into->capacity, into->count + from->count,
                                      sizeof *into->kept);
        memcpy(into->kept + into->count, from->kept, from->count * sizeof *from->kept);
    }
    into->count += from->count;
    for (size_t i = 0; i < from->usages.count; i++) {
        tl_usage_add(&into->usages, &from->usages.items[i]);
    }
    tl_arena_adopt(&into->keeper.arena, &from->keeper.arena);
}

static void
add_counts(tl_report *into, const tl_report *from)
{
    into->files += from->files;
    into->bytes += from->bytes;
    merge_problems(&into->problems, &from->problems);
    merge_problems(&into->remarks, &from->remarks);
    merge_problems(&into->unused, &from->unused);
}

void
tl_report_add_all(tl_report *into, const tl_report *from)
{
    copy_all(into, from);
    add_counts(into, from);
    tl_tally_add_all(&into->tally, &from->tally);
}

void
tl_report_merge(tl_report *into, tl_report *from)
{
    if (from->count < MANY) {
        copy_all(into, from);
    } else {
        take_all(into, from);
    }
    add_counts(into, from);
    tl_tally_merge(&into->tally, &from->tally);
    tl_report_clear(from);
}
