/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_SCAN_SON_H
#define TL_SCAN_SON_H

#include "base/str.h"

/* Patronymics of two words, or of two that are written as one: «Али оглы», "Serik-qyzy",
 * «Асанулы». */

/* True if the word, of either script, says "son of" or "daughter of" who is named before it. */
bool tl_is_son_word(tl_str word);

/* The father's name in such a patronymic; empty if it is of another kind. */
tl_str tl_father_of_son(tl_str patronymic);

#endif
