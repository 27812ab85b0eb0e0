/* SPDX-License-Identifier: MPL-2.0 */
/* Counts that are gathered one by one and summed by sorting: a document has few forms, a corpus
 * many documents, and the sum is the same in whatever order they came. */
#include "report/usage.h"

#include "base/array.h"

#include <stdlib.h>

void
tl_usage_list_clear(tl_usage_list *list)
{
    free(list->items);
    *list = (tl_usage_list){0};
}

void
tl_usage_add(tl_usage_list *list, const tl_usage *usage)
{
    list->items =
        tl_array_reserve(list->items, &list->capacity, list->count + 1, sizeof *list->items);
    list->items[list->count++] = *usage;
}

static int
compare(const void *left, const void *right)
{
    const tl_usage *a = left, *b = right;
    int order = tl_str_compare(a->concept, b->concept);
    order = order ? order : tl_str_compare(a->form, b->form);
    order = order ? order : tl_str_compare(a->language, b->language);
    return order ? order : tl_str_compare(a->path, b->path);
}

void
tl_usage_sum(tl_usage_list *list)
{
    size_t kept = 0;
    if (list->count > 1) {
        qsort(list->items, list->count, sizeof *list->items, compare);
    }
    for (size_t i = 0; i < list->count; i++) {
        if (kept && compare(&list->items[kept - 1], &list->items[i]) == 0) {
            list->items[kept - 1].count += list->items[i].count;
        } else {
            list->items[kept++] = list->items[i];
        }
    }
    list->count = kept;
}
