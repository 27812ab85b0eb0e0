/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_BASE_ARENA_H
#define TL_BASE_ARENA_H

#include "base/str.h"

#include <stdarg.h>

/* Memory that is released all at once. An all-zero arena is empty and ready for use. There are
 * three lifetimes: run (configuration, termbase), document and report. */
typedef struct tl_arena {
    struct tl_arena_block *blocks;
} tl_arena;

void tl_arena_clear(tl_arena *arena);

/* Moves all memory of `from`, which is empty afterwards, into `arena`. */
void tl_arena_adopt(tl_arena *arena, tl_arena *from);

/* Drops everything but keeps one block for reuse. */
void tl_arena_reset(tl_arena *arena);

/* Zeroed memory for `count` elements of `size` bytes, aligned for any type, that lives as long as
 * the arena. */
void *tl_arena_alloc(tl_arena *arena, size_t count, size_t size);

/* A copy of `str` in the arena, followed by a NUL byte that its length does not count. */
tl_str tl_arena_copy(tl_arena *arena, tl_str str);

/* A formatted string in the arena, NUL-terminated likewise. */
tl_str tl_arena_format(tl_arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
