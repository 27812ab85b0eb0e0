/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_TERMBASE_ROW_GROUPS_H
#define TL_TERMBASE_ROW_GROUPS_H

#include "base/map.h"

/* Which rows of a table are of one concept. A table is read twice: once to tell this, and again
 * concept by concept, so that only one of them is in memory as it stands in the file. */

/* Where a row begins, and what is to be known in order to read it again. */
typedef struct tl_row {
    size_t at;     /* byte */
    uint32_t line; /* from 1 */
    bool has_no_quotes;
    size_t next; /* of its group; TL_NO_ROW: it is the last */
} tl_row;

#define TL_NO_ROW SIZE_MAX

/* Numbers of rows. */
typedef struct tl_row_group {
    size_t first, last;
} tl_row_group;

typedef struct tl_row_groups {
    tl_row_group *groups; /* owned array, in order of their first rows */
    size_t count, capacity;
    tl_row *rows; /* owned array */
    size_t row_count, row_capacity;
    tl_map by_key; /* key → number of the group + 1, as a pointer */
} tl_row_groups;

/* Adds a row to the group of its key, which is borrowed until they settle; an empty key is a group
 * of its own. */
void tl_row_groups_add(tl_row_groups *groups, tl_str key, tl_row row);

/* All rows have been added, and no key is needed any longer. */
void tl_row_groups_settle(tl_row_groups *groups);

void tl_row_groups_clear(tl_row_groups *groups);

#endif
