/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_MORPH_RUSSIAN_H
#define TL_MORPH_RUSSIAN_H

#include "morph/inflect.h"

/* The words of a Russian term: the head noun inflects, the adjectives before it agree with it. */
void tl_inflect_russian_phrase(const tl_phrase *phrase, tl_arena *arena,
                               tl_inflected_word *words_out);

#endif
