/* SPDX-License-Identifier: MPL-2.0 */
/* Chooses the hits among the candidates: leftmost-longest, of equals the better one, none in an
 * `except` context. A bad form that is as bad for another concept says so, since then nobody but
 * the author knows what was meant. */
#include "base/array.h"
#include "scan/scanner.h"

#include <stdlib.h>

static int
compare_numbers(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

/* Which of two hits on one span is meant: a form as it should be written, then a good one, then a
 * whole term, then the first of the termbase; of several readings of one form the one that differs
 * least. */
static int
compare_rank(const tl_hit *a, const tl_hit *b)
{
    const tl_pattern *p = a->pattern, *q = b->pattern;
    int order = compare_numbers(a->differences != 0, b->differences != 0);
    order = order ? order : compare_numbers(!tl_term_is_good(p->term), !tl_term_is_good(q->term));
    order = order ? order : compare_numbers(p->kind, q->kind);
    order = order ? order : (p > q) - (p < q);
    order = order ? order
                  : compare_numbers(tl_count_differences(a->differences),
                                    tl_count_differences(b->differences));
    order = order ? order : compare_numbers(a->differences, b->differences);
    return order ? order : compare_numbers(a->cells, b->cells);
}

static int
compare_candidates(const void *left, const void *right)
{
    const tl_hit *a = left, *b = right;
    if (a->range.begin != b->range.begin) {
        return a->range.begin < b->range.begin ? -1 : 1;
    }
    if (a->range.end != b->range.end) {
        return a->range.end > b->range.end ? -1 : 1;
    }
    return compare_rank(a, b);
}

static bool
excuses(const tl_hit *context, const tl_hit *hit)
{
    return context->pattern->kind == TL_PATTERN_EXCEPT &&
           context->pattern->term == hit->pattern->term &&
           context->range.begin <= hit->range.begin && context->range.end >= hit->range.end;
}

/* True if candidate `at` stands in one of its term's `except` contexts. Candidates are in order,
 * and a context has a bounded number of words, so only the neighbours are looked at. */
static bool
is_excepted(const tl_scanner *scanner, size_t at)
{
    const tl_hit *hit = &scanner->candidates[at];
    for (size_t i = at; i-- > 0;) {
        const tl_hit *before = &scanner->candidates[i];
        if (before->first + 2 * TL_PATTERN_MAX_WORDS < hit->first) {
            break;
        }
        if (excuses(before, hit)) {
            return true;
        }
    }
    for (size_t i = at + 1; i < scanner->candidate_count; i++) {
        if (scanner->candidates[i].range.begin > hit->range.begin) {
            break;
        }
        if (excuses(&scanner->candidates[i], hit)) {
            return true;
        }
    }
    return false;
}

/* The same form of another concept, if the candidates behind number `at` have one. */
static const tl_pattern *
find_rival(const tl_scanner *scanner, size_t at)
{
    const tl_hit *hit = &scanner->candidates[at];
    for (size_t i = at + 1; i < scanner->candidate_count; i++) {
        const tl_hit *other = &scanner->candidates[i];
        if (other->range.begin != hit->range.begin || other->range.end != hit->range.end) {
            break;
        }
        if (other->pattern->kind == TL_PATTERN_TERM && other->differences == hit->differences &&
            other->pattern->term->concept != hit->pattern->term->concept &&
            !is_excepted(scanner, i)) {
            return other->pattern;
        }
    }
    return NULL;
}

void
tl_scanner_resolve(tl_scanner *scanner)
{
    tl_scan *scan = &scanner->scan;
    if (scanner->candidate_count > 1) {
        qsort(scanner->candidates, scanner->candidate_count, sizeof *scanner->candidates,
              compare_candidates);
    }
    uint32_t covered = 0;
    for (size_t i = 0; i < scanner->candidate_count; i++) {
        const tl_hit *hit = &scanner->candidates[i];
        if (hit->range.begin < covered || hit->pattern->kind == TL_PATTERN_EXCEPT ||
            is_excepted(scanner, i)) {
            continue;
        }
        scan->hits = tl_array_reserve(scan->hits, &scan->hit_capacity, scan->hit_count + 1,
                                      sizeof *scan->hits);
        scan->hits[scan->hit_count] = *hit;
        if (!tl_term_is_good(hit->pattern->term)) {
            scan->hits[scan->hit_count].rival = find_rival(scanner, i);
        }
        scan->hit_count++;
        covered = hit->range.end;
    }
}
