/* SPDX-License-Identifier: MPL-2.0 */
/* A bump allocator: a list of blocks, the newest first. Large requests get a block of their own,
 * placed behind the newest so that its free space is not lost. Nothing is freed singly, and what
 * is handed out never moves. Strings stand close together; all else is aligned for any type. */
#include "base/arena.h"

#include "base/alloc.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    BLOCK_SIZE = 64 * 1024 - 64,
    USUAL_LENGTH = 256, /* of what is formatted: less is done at once */
};

struct tl_arena_block {
    struct tl_arena_block *next;
    size_t used;
    size_t size;
    alignas(max_align_t) unsigned char bytes[];
};

static struct tl_arena_block *
block_new(size_t size)
{
    if (size > SIZE_MAX - sizeof(struct tl_arena_block)) {
        tl_out_of_memory();
    }
    struct tl_arena_block *block = tl_alloc(sizeof *block + size);
    block->next = NULL;
    block->used = 0;
    block->size = size;
    return block;
}

void
tl_arena_clear(tl_arena *arena)
{
    while (arena->blocks) {
        struct tl_arena_block *next = arena->blocks->next;
        free(arena->blocks);
        arena->blocks = next;
    }
}

void
tl_arena_adopt(tl_arena *arena, tl_arena *from)
{
    struct tl_arena_block *newest = arena->blocks, *last = from->blocks;
    while (last && last->next) {
        last = last->next;
    }
    if (newest && last) {
        last->next = newest->next;
        newest->next = from->blocks;
    } else if (last) {
        arena->blocks = from->blocks;
    }
    from->blocks = NULL;
}

void
tl_arena_reset(tl_arena *arena)
{
    struct tl_arena_block *kept = arena->blocks;
    if (kept == NULL || kept->size != BLOCK_SIZE) {
        tl_arena_clear(arena);
        return;
    }
    arena->blocks = kept->next;
    tl_arena_clear(arena);
    kept->next = NULL;
    kept->used = 0;
    arena->blocks = kept;
}

static struct tl_arena_block *
add_own_block(tl_arena *arena, size_t bytes)
{
    struct tl_arena_block *block = block_new(bytes);
    if (arena->blocks) {
        block->next = arena->blocks->next;
        arena->blocks->next = block;
    } else {
        arena->blocks = block;
    }
    return block;
}

static size_t
aligned(size_t offset, size_t align)
{
    return (offset + align - 1) / align * align;
}

/* Memory as it comes, its address a multiple of `align`. */
static void *
take(tl_arena *arena, size_t bytes, size_t align)
{
    struct tl_arena_block *block = arena->blocks;
    if (bytes > BLOCK_SIZE / 4) {
        block = add_own_block(arena, bytes);
    } else if (block == NULL || aligned(block->used, align) + bytes > block->size) {
        block = block_new(BLOCK_SIZE);
        block->next = arena->blocks;
        arena->blocks = block;
    }
    size_t at = aligned(block->used, align);
    block->used = at + bytes;
    return block->bytes + at;
}

void *
tl_arena_alloc(tl_arena *arena, size_t count, size_t size)
{
    size_t align = alignof(max_align_t);
    if (size != 0 && count > (SIZE_MAX - align) / size) {
        tl_out_of_memory();
    }
    return memset(take(arena, count * size, align), 0, count * size);
}

/* Room for a string of that length and its NUL byte. */
static char *
take_string(tl_arena *arena, size_t length)
{
    if (length == SIZE_MAX) {
        tl_out_of_memory();
    }
    char *string = take(arena, length + 1, 1);
    string[length] = '\0';
    return string;
}

tl_str
tl_arena_copy(tl_arena *arena, tl_str str)
{
    char *copy = take_string(arena, str.len);
    if (str.len) {
        memcpy(copy, str.ptr, str.len);
    }
    return (tl_str){copy, str.len};
}

tl_str
tl_arena_format(tl_arena *arena, const char *format, ...)
{
    char usual[USUAL_LENGTH];
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int length = vsnprintf(usual, sizeof usual, format, args);
    va_end(args);
    if (length < 0) {
        tl_out_of_memory();
    }
    char *text = take_string(arena, (size_t)length);
    if (length < USUAL_LENGTH) {
        memcpy(text, usual, (size_t)length);
    } else {
        vsnprintf(text, (size_t)length + 1, format, again);
    }
    va_end(again);
    return (tl_str){text, (size_t)length};
}
