/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_MORPH_RUSSIAN_H
#define TL_MORPH_RUSSIAN_H

#include "morph/inflect.h"

/* The words of a Russian term: the head noun inflects, the adjectives before it agree with it. */
void tl_inflect_russian_phrase(const tl_phrase *phrase, tl_arena *arena,
                               tl_inflected_word *words_out);

/* The gender of the head noun, 'p' if it is a plural, 0 if that is not certain. */
char tl_russian_agreement(const tl_phrase *phrase, tl_arena *arena);

#endif
