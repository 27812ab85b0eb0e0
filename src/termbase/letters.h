/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_TERMBASE_LETTERS_H
#define TL_TERMBASE_LETTERS_H

#include "base/arena.h"

/* What the loader asks of the letters of a term. All texts are well-formed UTF-8. */

/* `text` in normalisation form C (UAX #15), copied into the arena and NUL-terminated. */
tl_str tl_letters_nfc(tl_arena *arena, tl_str text);

/* True if there is some letter or digit. */
bool tl_letters_exist(tl_str text);

/* True if there are letters and all of them are lower case. */
bool tl_letters_are_lower(tl_str text);

/* True for a word of two letters or more that are all capitals. */
bool tl_letters_are_acronym(tl_str text);

/* Equality and hash without regard to letter case (simple folding, letter by letter). */
bool tl_letters_equal_folded(tl_str a, tl_str b);
uint64_t tl_letters_hash_folded(tl_str text);

#endif
