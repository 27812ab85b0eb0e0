/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_TERMBASE_DROPPED_H
#define TL_TERMBASE_DROPPED_H

#include "base/arena.h"

/* What got lost on the way from one format to another, with how often; in order of appearance.
 * All-zero: nothing. */
typedef struct tl_dropped_item {
    tl_str what;
    size_t count;
} tl_dropped_item;

enum { TL_DROPPED_KINDS = 64 };

typedef struct tl_dropped {
    tl_dropped_item items[TL_DROPPED_KINDS]; /* the last stands for all that have no room */
    size_t count;
} tl_dropped;

/* Notes that `count` of `what` are lost; 0 is nothing lost. A name that is new is copied into the
 * arena, or borrowed if that is NULL. */
void tl_dropped_add(tl_dropped *dropped, tl_arena *arena, tl_str what, size_t count);

/* Adds all that `from` says, borrowing its names. */
void tl_dropped_add_all(tl_dropped *dropped, const tl_dropped *from);

#endif
