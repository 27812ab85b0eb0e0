/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_TEXT_KEY_H
#define TL_TEXT_KEY_H

#include "text/words.h"

/* The key of a single word (text/words.h) where no arena is at hand: for lists and comparisons. */

enum { TL_KEY_WORD_LONGEST = 128 }; /* bytes of a word; of a longer one only these count */

typedef struct tl_key {
    char bytes[TL_KEY_WORD_LONGEST * 3];
} tl_key;

/* The key of `word`, in *key. */
tl_str tl_key_of(tl_str word, tl_key *key);

/* True if the words differ at most in what a key leaves out. */
bool tl_keys_equal(tl_str a, tl_str b);

#endif
