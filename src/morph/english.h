/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_MORPH_ENGLISH_H
#define TL_MORPH_ENGLISH_H

#include "morph/inflect.h"

/* An English noun and its plurals. */
tl_inflected_word tl_inflect_english(tl_str word, tl_arena *arena);

/* A name in Latin letters: its plural ("the Ivanovs") is matched, never generated. */
tl_inflected_word tl_inflect_latin_name(tl_str word, tl_arena *arena);

/* The words of an English term: the head has a plural. Where it is open which word is the head,
 * both may have one. */
void tl_inflect_english_phrase(const tl_phrase *phrase, tl_arena *arena,
                               tl_inflected_word *words_out);

/* 's' for a term in the singular, 'p' for one in the plural, 0 if it may be either. */
char tl_english_number(const tl_phrase *phrase, tl_arena *arena);

#endif
