/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_TEXT_TYPO_H
#define TL_TEXT_TYPO_H

#include "base/arena.h"
#include "base/str.h"

/* How one word may have come about as a mistyped other one. */

enum {
    TL_TYPO_EDITS = 2,
    TL_TYPO_FIRST_LETTER = 40, /* what an edit of the first letter costs more than of another */
};

typedef enum tl_typo_kind {
    TL_TYPO_WRONG,   /* one letter for another */
    TL_TYPO_MISSING, /* a letter left out */
    TL_TYPO_EXTRA,   /* a letter too many */
    TL_TYPO_SWAPPED, /* two neighbours in the wrong order */
} tl_typo_kind;

typedef struct tl_typo_edit {
    tl_typo_kind kind;
    uint32_t
        letter;     /* as it is written; of a swap the first of the two; of MISSING the meant one */
    uint32_t other; /* of WRONG the meant letter, of a swap the second; else 0 */
    uint8_t at;     /* place in the written word */
    uint8_t meant_at;
    bool doubles; /* MISSING or EXTRA: the same letter stands beside it */
    bool alike;   /* WRONG: the letters sound or look alike */
    bool slipped; /* WRONG or EXTRA: the key lies beside that of a letter that is meant */
} tl_typo_edit;

typedef struct tl_typo {
    tl_typo_edit edits[TL_TYPO_EDITS]; /* in order of the word */
    unsigned count;
    unsigned cost; /* hundredths of a letter; less for edits that typists often make */
    uint8_t length, meant_length; /* code points */
} tl_typo;

/* Finds the fewest edits, of those the cheapest, that make the key `written` of the key `meant`
 * (text/words.h). False if there are none or more than TL_TYPO_EDITS. */
bool tl_typo_find(tl_str written, tl_str meant, tl_typo *typo);

/* What they cost, if it is known how many they are (text/distance.h): quicker. False if they are
 * more. */
bool tl_typo_weigh(tl_str written, tl_str meant, unsigned edits, uint32_t *cost);

/* The edits in words: “dt” for “td”, “n” is left out. In `arena`. */
tl_str tl_typo_describe(const tl_typo *typo, tl_arena *arena);

#endif
