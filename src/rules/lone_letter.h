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

/* True if the letter is an initial of a name that is written in `script`: "A. Заречный" with a
 * Latin A, "Zarechny V. В."; not where it is the mark of something («витамин A. Потом»). */
bool tl_letter_is_initial_in(tl_pass *pass, uint32_t at, tl_script script);

/* True if a hyphen, or before a number a slash, joins the letter with a word in `script`:
 * "Т-shirt", "Type-С", "А/H1N1". */
bool tl_letter_is_joined_in(const tl_pass *pass, uint32_t at, tl_script script);

#endif
