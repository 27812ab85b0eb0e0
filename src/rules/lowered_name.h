/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_RULES_LOWERED_NAME_H
#define TL_RULES_LOWERED_NAME_H

#include "rules/pass.h"

/* What a name in small letters is. */
typedef enum tl_lowered {
    TL_LOWERED_NOT,      /* some capital of it stands, or it is none */
    TL_LOWERED_NAME,     /* sloppily written, but no other thing is called so */
    TL_LOWERED_DOUBTFUL, /* two ordinary words, that perhaps just met */
    TL_LOWERED_WORDS,    /* ordinary words: a wolf spit may be any */
} tl_lowered;

/* Judges a hit by how its name is written there. */
tl_lowered tl_lowered_of(const tl_pass *pass, const tl_hit *hit);

#endif
