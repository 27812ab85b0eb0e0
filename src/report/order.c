/* SPDX-License-Identifier: MPL-2.0 */
/* The order of findings, which is total over all that they say, so that it does not depend on the
 * order in which they were added. */
#include "report/keep.h"

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
compare_strings(const tl_kept *left, const tl_kept *right)
{
    const tl_diag *a = &left->told->diag, *b = &right->told->diag;
    const tl_str pairs[][2] = {
        {a->concept, b->concept},   {a->term, b->term},
        {a->language, b->language}, {left->origin->segment, right->origin->segment},
        {a->message, b->message},   {a->explanation, b->explanation},
    };
    int order = 0;
    for (size_t i = 0; order == 0 && i < sizeof pairs / sizeof pairs[0]; i++) {
        order = tl_str_compare(pairs[i][0], pairs[i][1]);
    }
    return order;
}

/* The text follows from the place. */
static int
compare_told(const tl_kept *left, const tl_kept *right)
{
    const tl_diag *a = &left->told->diag, *b = &right->told->diag;
    int order = compare_strings(left, right);
    order = order ? order : compare_numbers(b->severity, a->severity);
    order = order ? order : compare_numbers(a->has_relation, b->has_relation);
    order = order || !a->has_relation ? order : compare_numbers(a->relation, b->relation);
    order = order ? order : compare_numbers(b->fixable, a->fixable);
    order = order ? order
                  : compare_lists(a->suggestions, a->suggestion_count, b->suggestions,
                                  b->suggestion_count);
    return order ? order : compare_lists(a->schemes, a->scheme_count, b->schemes, b->scheme_count);
}

int
tl_kept_compare(const void *left, const void *right)
{
    const tl_kept *a = left, *b = right;
    int order = a->origin == b->origin ? 0 : tl_str_compare(a->origin->path, b->origin->path);
    order = order ? order : compare_numbers(a->range.begin, b->range.begin);
    order = order ? order : compare_numbers(b->range.end, a->range.end);
    if (order || (a->told == b->told && a->origin == b->origin)) {
        return order;
    }
    order = tl_str_compare(a->told->diag.rule, b->told->diag.rule);
    return order ? order : compare_told(a, b);
}
