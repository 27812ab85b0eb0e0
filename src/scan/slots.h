/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_SCAN_SLOTS_H
#define TL_SCAN_SLOTS_H

#include <stddef.h>
#include <stdint.h>

/* Places by hash for what is remembered of words: few at first, so that a short text touches little
 * memory, and more as they fill. Each word has one place, which it takes from the word that had it
 * before. An item begins with the hash of its word, a uint64_t; 0: it is free. All-zero is empty.
 */
typedef struct tl_slots {
    char *items;        /* owned */
    size_t count, used; /* a power of two; taken since the last growth */
} tl_slots;

/* The place of a word: its own item, or one that it may take. Items are of `size` bytes, `most` of
 * them at most. */
void *tl_slots_at(tl_slots *slots, uint64_t hash, size_t size, size_t most);

void tl_slots_clear(tl_slots *slots);

#endif
