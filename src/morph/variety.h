/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_MORPH_VARIETY_H
#define TL_MORPH_VARIETY_H

#include "base/str.h"

/* How the spelling of a word differs from another spelling of it. */
typedef enum tl_variety {
    TL_VARIETY_NONE,     /* they are no two spellings of one word */
    TL_VARIETY_BRITISH,  /* organisation, of organization */
    TL_VARIETY_AMERICAN, /* defense, of defence */
    TL_VARIETY_UNSURE,   /* either may be right, or they are two words: judgement, judgment */
} tl_variety;

/* What `word` is to `other`; both are keys (text/words.h). */
tl_variety tl_variety_of(tl_str word, tl_str other);

#endif
