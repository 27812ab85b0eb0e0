/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TESTS_FUZZ_FIX_CHECK_H
#define TESTS_FUZZ_FIX_CHECK_H

/* What holds for the repair of a document of any format, suppressions in it counted: bytes outside
 * of the replacements stay, and a second repair has nothing to do. */
#include "checker_of.h"

#include "base/array.h"
#include "base/buf.h"

/* Forms that are short enough to be found by chance, and good ones that no markup takes as they
 * are. */
static const char fix_terms[] = "termlint: 1\n"
                                "languages: [en, ru]\n"
                                "concepts:\n"
                                "  - id: fox\n"
                                "    en: {preferred: Fox & Co, deprecated: [zq, red fox]}\n"
                                "    ru: {preferred: лиса <A>, deprecated: [щю, рыжая лиса]}\n"
                                "  - id: rook\n"
                                "    type: person\n"
                                "    en: Yury Grachyov\n"
                                "    ru: Юрий Грачёв\n";

static inline tl_str
str_of(termlint_bytes bytes)
{
    return (tl_str){bytes.ptr, bytes.length};
}

static inline int
compare_ranges(const void *left, const void *right)
{
    const tl_range *a = left, *b = right;
    return (a->begin > b->begin) - (a->begin < b->begin);
}

/* Where the safe replacements are made, in order: a finding across markup has several, and another
 * finding may stand in that markup. */
static inline tl_range *
edited_ranges(const tl_report *report, size_t *count)
{
    tl_range *ranges = NULL;
    size_t capacity = 0;
    *count = 0;
    for (size_t i = 0; i < report->count; i++) {
        const tl_diag found = tl_report_at(report, i), *diag = &found;
        for (size_t k = 0; diag->fixable && k < diag->edit_count; k++) {
            ranges = tl_array_reserve(ranges, &capacity, *count + 1, sizeof *ranges);
            ranges[(*count)++] = diag->edits[k].range;
        }
    }
    if (*count > 1) {
        qsort(ranges, *count, sizeof *ranges, compare_ranges);
    }
    return ranges;
}

/* The bytes before, between and behind what is replaced stand in the result in their order. */
static inline void
require_rest(tl_str before, tl_str after, const tl_report *report)
{
    uint32_t at = 0;
    size_t from = 0, count;
    tl_range *ranges = edited_ranges(report, &count);
    for (size_t i = 0; i <= count; i++) {
        tl_str kept = tl_str_slice(before, at, i < count ? ranges[i].begin : before.len);
        size_t found = i < count ? tl_str_find(after, kept, from) : after.len - kept.len;
        require(kept.len <= after.len && found >= from);
        require(tl_str_equal(tl_str_slice(after, found, found + kept.len), kept));
        require(i > 0 || found == 0);
        from = found + kept.len;
        at = i < count ? ranges[i].end : at;
    }
    free(ranges);
}

/* `is_one_file`: ranges are those of the file, not of the parts of an archive. */
static inline void
require_fixable(const char *name, tl_str bytes, bool is_one_file)
{
    static termlint_worker *worker;
    if (worker == NULL) {
        worker = worker_of(fix_terms);
    }
    termlint_report *report = termlint_check(worker, name, bytes.ptr, bytes.len);
    if (fixable_in(report) == 0) {
        termlint_report_free(report);
        return;
    }
    termlint_bytes given = {(char *)(uintptr_t)bytes.ptr, bytes.len};
    termlint_fixed once = termlint_fix(worker, name, given, NULL);
    tl_report_finish(report);
    require((once.applied == 0) == (once.text.ptr == NULL));
    if (once.applied) {
        if (is_one_file && once.applied == fixable_in(report)) {
            require_rest(bytes, str_of(once.text), report);
        }
        termlint_fixed twice = termlint_fix(worker, name, once.text, NULL);
        require(twice.applied == 0);
        termlint_fixed_clear(&twice);
    }
    termlint_fixed_clear(&once);
    termlint_report_free(report);
}

#endif
