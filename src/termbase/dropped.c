/* SPDX-License-Identifier: MPL-2.0 */
/* Counting what a conversion loses. Knows neither formats nor termbases. */
#include "termbase/dropped.h"

void
tl_dropped_add(tl_dropped *dropped, tl_arena *arena, tl_str what, size_t count)
{
    size_t at = 0;
    if (count == 0) {
        return;
    }
    while (at < dropped->count && !tl_str_equal(dropped->items[at].what, what)) {
        at++;
    }
    if (at >= TL_DROPPED_KINDS - 1) {
        at = TL_DROPPED_KINDS - 1;
        what = TL_STR("other");
        arena = NULL;
    }
    if (at == dropped->count) {
        dropped->items[at].what = arena ? tl_arena_copy(arena, what) : what;
        dropped->count++;
    }
    dropped->items[at].count += count;
}

void
tl_dropped_add_all(tl_dropped *dropped, const tl_dropped *from)
{
    for (size_t i = 0; i < from->count; i++) {
        tl_dropped_add(dropped, NULL, from->items[i].what, from->items[i].count);
    }
}
