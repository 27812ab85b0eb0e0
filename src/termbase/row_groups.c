/* SPDX-License-Identifier: MPL-2.0 */
/* Rows in groups, each a chain through the rows in the order of the file. Knows keys, not what they
 * are made of. */
#include "termbase/row_groups.h"

#include "base/array.h"

#include <stdlib.h>

static size_t
add_row(tl_row_groups *groups, tl_row row)
{
    groups->rows = tl_array_reserve(groups->rows, &groups->row_capacity, groups->row_count + 1,
                                    sizeof *groups->rows);
    row.next = TL_NO_ROW;
    groups->rows[groups->row_count] = row;
    return groups->row_count++;
}

static size_t
add_group(tl_row_groups *groups, size_t row)
{
    groups->groups = tl_array_reserve(groups->groups, &groups->capacity, groups->count + 1,
                                      sizeof *groups->groups);
    groups->groups[groups->count] = (tl_row_group){row, row};
    return ++groups->count;
}

void
tl_row_groups_add(tl_row_groups *groups, tl_str key, tl_row row)
{
    size_t number = add_row(groups, row);
    size_t known = key.len ? (uintptr_t)tl_map_get(&groups->by_key, key) : 0;
    if (known) {
        tl_row_group *group = &groups->groups[known - 1];
        groups->rows[group->last].next = number;
        group->last = number;
        return;
    }
    size_t made = add_group(groups, number);
    if (key.len) {
        tl_map_add(&groups->by_key, key, (void *)(uintptr_t)made);
    }
}

void
tl_row_groups_settle(tl_row_groups *groups)
{
    tl_map_clear(&groups->by_key);
}

void
tl_row_groups_clear(tl_row_groups *groups)
{
    tl_map_clear(&groups->by_key);
    free(groups->groups);
    free(groups->rows);
    *groups = (tl_row_groups){0};
}
