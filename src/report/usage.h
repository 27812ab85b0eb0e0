/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_REPORT_USAGE_H
#define TL_REPORT_USAGE_H

#include "base/arena.h"

/* How often good forms of the termbase stand in documents, for reports that set them beside the bad
 * ones. */
typedef struct tl_usage {
    tl_str concept, form, language, path;
    size_t count;
} tl_usage;

/* All-zero is empty. */
typedef struct tl_usage_list {
    tl_usage *items; /* owned array */
    size_t count, capacity;
} tl_usage_list;

void tl_usage_list_clear(tl_usage_list *list);

/* Appends one; what it points to must live as long as the list. */
void tl_usage_add(tl_usage_list *list, const tl_usage *usage);

/* Makes one of all that differ in their count alone; puts them in order of concept, form, language
 * and path. */
void tl_usage_sum(tl_usage_list *list);

#endif
