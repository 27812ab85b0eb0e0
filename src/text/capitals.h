/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_TEXT_CAPITALS_H
#define TL_TEXT_CAPITALS_H

#include "base/arena.h"
#include "base/str.h"

/* Capitals of whole texts. Results are in the arena, or the argument itself. */

/* True if the text has capitals only, two at least; a ß may stand among them. */
bool tl_capitals_only(tl_str text);

/* True if the first letter of the text, whatever marks are before it, is a capital. */
bool tl_capitals_begin(tl_str text);

/* The text in capitals, SS for ß. */
tl_str tl_capitals_raise_all(tl_arena *arena, tl_str text);

/* The text with a capital first letter; a name that begins small on purpose, as eBuild, stays. */
tl_str tl_capitals_raise_first(tl_arena *arena, tl_str text);

/* The text in title case: a capital for every word but articles, prepositions and their like. */
tl_str tl_capitals_raise_words(tl_arena *arena, tl_str text);

/* The text with a small first letter in every word that has no other capital. */
tl_str tl_capitals_lower_words(tl_arena *arena, tl_str text);

/* True for a word that title case leaves small. */
bool tl_capitals_stay_small(tl_str word);

/* `word` in small letters but where `model` has a capital at the same place. */
tl_str tl_capitals_like(tl_arena *arena, tl_str word, tl_str model);

#endif
