/* SPDX-License-Identifier: MPL-2.0 */
/* Baselines: findings that are known and not told again. An entry is a finding's key (rule,
 * concept, text and the words around it, without path or line) with the number of its places, so
 * that it survives moved lines and renamed files. One entry a line, in order:
 *
 *   KEY <tab> COUNT <tab> RULE <tab> TEXT
 *
 * where RULE and TEXT are for the reader. An update only removes what is no longer found. */
#include "termlint.h"

#include "base/alloc.h"
#include "base/array.h"
#include "base/buf.h"
#include "engine/give.h"
#include "report/report.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

static const tl_str first_line = TL_STR_INIT("# termlint baseline 1");

typedef struct entry {
    uint64_t key;
    size_t count; /* places that are known */
    size_t found; /* of them, in the report */
    tl_str label; /* rule, tab, text; borrowed */
} entry;

struct termlint_baseline {
    entry *entries; /* owned array, in order of the key once it is sorted */
    size_t count, capacity;
    tl_arena arena;
};

void
termlint_baseline_free(termlint_baseline *baseline)
{
    if (baseline) {
        free(baseline->entries);
        tl_arena_clear(&baseline->arena);
        free(baseline);
    }
}

static void
add_entry(termlint_baseline *baseline, entry item)
{
    baseline->entries = tl_array_reserve(baseline->entries, &baseline->capacity,
                                         baseline->count + 1, sizeof *baseline->entries);
    baseline->entries[baseline->count++] = item;
}

static int
compare_entries(const void *left, const void *right)
{
    const entry *a = left, *b = right;
    return (a->key > b->key) - (a->key < b->key);
}

/* Puts the entries in order and adds up equal ones. */
static void
settle(termlint_baseline *baseline)
{
    size_t kept = 0;
    if (baseline->count > 1) {
        qsort(baseline->entries, baseline->count, sizeof *baseline->entries, compare_entries);
    }
    for (size_t i = 0; i < baseline->count; i++) {
        if (kept && baseline->entries[kept - 1].key == baseline->entries[i].key) {
            baseline->entries[kept - 1].count += baseline->entries[i].count;
        } else {
            baseline->entries[kept++] = baseline->entries[i];
        }
    }
    baseline->count = kept;
}

static bool
parse_number(tl_str text, unsigned base, uint64_t *number)
{
    *number = 0;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        unsigned digit = c >= '0' && c <= '9'   ? (unsigned)(c - '0')
                         : c >= 'a' && c <= 'f' ? (unsigned)(c - 'a') + 10
                                                : base;
        if (digit >= base || *number > (UINT64_MAX - digit) / base) {
            return false;
        }
        *number = *number * base + digit;
    }
    return text.len > 0;
}

static bool
parse_line(termlint_baseline *baseline, tl_str line)
{
    tl_str key, count;
    entry item = {0};
    uint64_t places;
    if (!tl_str_split(&line, '\t', &key) || !tl_str_split(&line, '\t', &count) ||
        !parse_number(key, 16, &item.key) || !parse_number(count, 10, &places) || places == 0 ||
        places > UINT32_MAX) {
        return false;
    }
    item.count = (size_t)places;
    item.label = tl_arena_copy(&baseline->arena, line);
    add_entry(baseline, item);
    return true;
}

termlint_baseline *
termlint_baseline_read(const char *name, const char *bytes, size_t length, char **error)
{
    termlint_baseline *baseline = tl_alloc_zero(1, sizeof *baseline);
    tl_str rest = {bytes, length}, line;
    for (size_t number = 1; tl_str_split(&rest, '\n', &line); number++) {
        bool is_last = line.len == 0 && rest.ptr == NULL;
        bool ok =
            number == 1 ? tl_str_equal(line, first_line) : is_last || parse_line(baseline, line);
        if (!ok) {
            tl_error problem = {0};
            tl_error_set(&problem, "%s:%zu: %s", name, number,
                         number == 1 ? "this is no baseline, want “# termlint baseline 1”"
                                     : "not an entry, want KEY, COUNT, RULE, TEXT between tabs");
            tl_give_error(error, &problem);
            termlint_baseline_free(baseline);
            return NULL;
        }
    }
    settle(baseline);
    return baseline;
}

termlint_baseline *
termlint_baseline_of(const termlint_report *report)
{
    termlint_baseline *baseline = tl_alloc_zero(1, sizeof *baseline);
    for (size_t i = 0; i < report->count; i++) {
        const tl_diag diag = tl_report_at(report, i);
        tl_str label = tl_arena_format(&baseline->arena, "%.*s\t%.*s", TL_STR_ARGS(diag.rule),
                                       TL_STR_ARGS(diag.text));
        for (size_t k = diag.rule.len + 1; k < label.len; k++) {
            char *byte = (char *)label.ptr + k;
            *byte = (unsigned char)*byte < 0x20 ? ' ' : *byte;
        }
        add_entry(baseline, (entry){.key = tl_diag_key(&diag), .count = 1, .label = label});
    }
    settle(baseline);
    return baseline;
}

/* Whether the baseline does not have it, or not as often. */
static bool
is_new(void *context, const tl_diag *diag)
{
    termlint_baseline *baseline = context;
    entry wanted = {.key = tl_diag_key(diag)};
    entry *known = baseline->count == 0 ? NULL
                                        : bsearch(&wanted, baseline->entries, baseline->count,
                                                  sizeof *baseline->entries, compare_entries);
    bool is_known = known && known->found < known->count;
    if (is_known) {
        known->found++;
    }
    return !is_known;
}

void
termlint_baseline_apply(termlint_baseline *baseline, termlint_report *report)
{
    tl_report_filter(report, is_new, baseline);
}

size_t
termlint_baseline_stale(const termlint_baseline *baseline)
{
    size_t stale = 0;
    for (size_t i = 0; i < baseline->count; i++) {
        stale += baseline->entries[i].count - baseline->entries[i].found;
    }
    return stale;
}

termlint_bytes
termlint_baseline_write(const termlint_baseline *baseline, bool only_found)
{
    tl_buf out = {0};
    tl_buf_add(&out, first_line);
    tl_buf_add_byte(&out, '\n');
    for (size_t i = 0; i < baseline->count; i++) {
        const entry *item = &baseline->entries[i];
        size_t count = only_found ? item->found : item->count;
        if (count) {
            tl_buf_add_format(&out, "%016" PRIx64 "\t%zu\t%.*s\n", item->key, count,
                              TL_STR_ARGS(item->label));
        }
    }
    size_t length = out.len;
    tl_buf_add_byte(&out, '\0');
    return (termlint_bytes){.ptr = out.ptr, .length = length};
}
