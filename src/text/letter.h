/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_TEXT_LETTER_H
#define TL_TEXT_LETTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Internal to text/: the folding of one letter, digit or combining mark. */

enum { TL_LETTER_FOLD_MAX = 8 };

/* Writes what `code_point` contributes to the key of a word; returns how many code points: usually
 * one, none for marks and modifiers, several for ligatures and ß. Canonically equivalent code
 * points give the same, and folding the result again changes nothing. */
size_t tl_letter_fold(uint32_t code_point, uint32_t out[TL_LETTER_FOLD_MAX]);

/* Spacing modifier letters that are no sound of their own: ʹ ʺ ʻ ʼ ʽ ʾ ʿ ˈ ː … */
bool tl_letter_is_modifier(uint32_t code_point);

#endif
