/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_MORPH_MEMO_H
#define TL_MORPH_MEMO_H

#include "morph/inflect.h"

/* Remembers how words were inflected: the same heads and adjectives stand in many terms of a large
 * termbase. It never changes a result. An all-zero memo is empty; it belongs to one thread. */
typedef struct tl_inflect_memo {
    tl_arena arena;
    struct tl_inflect_memo_entry *entries; /* owned; each question has one place */
    struct tl_known_word *words;           /* owned; by morph/groups.c */
    size_t kept;                           /* bytes of the arena, about */
    uint32_t last_number;
} tl_inflect_memo;

enum { TL_INFLECT_MEMO_PLACES = 1 << 13 };

void tl_inflect_memo_clear(tl_inflect_memo *memo);

/* Forgets everything if too much is remembered. What was given until then is given up, so it is
 * called between two terms. */
void tl_inflect_memo_trim(tl_inflect_memo *memo);

/* What else the forms of a word depend on, as a number. The same word asked for the same way has
 * the same forms. */
typedef uint64_t tl_inflect_way;

/* The forms that were kept for the word, asked for in that way; none (count 0) if there are none.
 */
tl_inflected_word tl_inflect_memo_find(const tl_inflect_memo *memo, tl_str word,
                                       tl_inflect_way way);

/* Keeps the forms of a word, which are copied, and returns them, numbered. */
tl_inflected_word tl_inflect_memo_keep(tl_inflect_memo *memo, tl_str word, tl_inflect_way way,
                                       tl_inflected_word forms);

/* tl_inflect_name(), remembered. */
tl_inflected_word tl_inflect_name_once(tl_str word, tl_part part, char gender,
                                       tl_inflect_memo *memo);

#endif
