/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_TEXT_FOLD_H
#define TL_TEXT_FOLD_H

#include "base/str.h"

/* Internal to text/: the folded code points of a word, one by one: its letters and digits, each
 * composed with the marks behind it (Unicode normalization form C) and then folded. Everything
 * else is left out, ignorables before composing. */

enum {
    /* Marks behind one letter that count: the limit of the Stream-Safe Text Format (UAX #15). */
    TL_FOLD_MARKS_MAX = 30,
    TL_FOLD_READY_MAX = 160,
};

typedef struct tl_fold {
    tl_str word;                       /* borrowed, well-formed UTF-8 */
    size_t at;                         /* bytes already read */
    size_t taken, count;               /* of `ready` */
    uint32_t ready[TL_FOLD_READY_MAX]; /* what the letter read last folds to */
} tl_fold;

void tl_fold_init(tl_fold *fold, tl_str word);

/* The next folded code point, or 0 at the end. */
uint32_t tl_fold_next(tl_fold *fold);

/* The hash of a key is the polynomial of its code points in this odd number, modulo 2^64: that of
 * the letters before `letter` being `hash`, this is that of all. */
#define TL_FOLD_MULTIPLIER UINT64_C(0x9e3779b97f4a7c55)

static inline uint64_t
tl_fold_hash(uint64_t hash, uint32_t letter)
{
    return hash * TL_FOLD_MULTIPLIER + letter;
}

/* The bit of a letter in the set of those that a key has. */
static inline uint32_t
tl_fold_letter(uint32_t letter)
{
    return UINT32_C(1) << (letter % 32);
}

#endif
