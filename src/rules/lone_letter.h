/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_RULES_LONE_LETTER_H
#define TL_RULES_LONE_LETTER_H

#include "rules/pass.h"

/* Inside mixed-script: what stands around word `at`, a single letter. */

/* A neighbour is in `script`, only a space away, and none in another one: «а, б and в» are letters
 * that are talked about. */
bool tl_letter_has_neighbour_in(const tl_pass *pass, uint32_t at, tl_script script);

/* It is a word by itself, and not part of "-c", "%c", "c=". */
bool tl_letter_stands_as_word(const tl_pass *pass, uint32_t at);

/* It is a Cyrillic letter that counts something in Russian: «Х съезд», «І квартал», «глава Х». With
 * a stop behind it the letter is an initial. */
bool tl_letter_is_numeral(const tl_pass *pass, uint32_t at);

#endif
