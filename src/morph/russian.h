/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_MORPH_RUSSIAN_H
#define TL_MORPH_RUSSIAN_H

#include "morph/inflect.h"

/* The words of a Russian term: the head noun inflects, the adjectives before it agree with it. */
void tl_inflect_russian_phrase(const tl_phrase *phrase, tl_arena *arena,
                               tl_inflected_word *words_out);

/* The gender of its head: 'm', 'f', 'n', 'p' for a plural, 0 if it is open. */
char tl_russian_phrase_gender(const tl_phrase *phrase, tl_arena *arena);

#endif
