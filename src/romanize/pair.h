/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_ROMANIZE_PAIR_H
#define TL_ROMANIZE_PAIR_H

#include "base/str.h"

/* Inside romanize/ only: which words of two names answer to each other. */

enum { TL_PAIR_MAX = 8 };

/* A Cyrillic word and what stands for it. */
typedef struct tl_pair {
    tl_str cyrillic, latin;
    bool is_initial; /* one of the two is the abbreviation of the other */
    const char
        *language; /* of which the Latin word is the form (romanize/language_form.h), or NULL */
} tl_pair;

typedef struct tl_pairs {
    tl_pair items[TL_PAIR_MAX];
    size_t count;
} tl_pairs;

/* Fills `pairs` with the best pairs of words; returns the cost of the worst of them, or
 * TL_COST_DIFFERENT if some word that may not be missing has none. Forms of other languages count
 * where the name is not likely without. */
uint32_t tl_pair_names(tl_str cyrillic, tl_str latin, tl_pairs *pairs);

#endif
