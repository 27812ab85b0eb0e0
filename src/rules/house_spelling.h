/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_RULES_HOUSE_SPELLING_H
#define TL_RULES_HOUSE_SPELLING_H

#include "rules/pass.h"

/* Internal to rules/: Cyrillic names of the source as the house writes them in Latin letters. What
 * is returned lives in the arena of the pass. */

/* The scheme for a Cyrillic name in base form: that of the house, or, of a name in another language
 * than its (the source's, else as the letters tell), the one that belongs with it. */
const tl_scheme *tl_house_scheme(const tl_pass *pass, tl_str base);

/* A word with the capitals of `like`; without a model each part of a name has one. */
tl_str tl_house_capitals(tl_pass *pass, tl_str word, tl_str like);

/* A Cyrillic name in base form as the house writes it, with the capitals of `like`. */
tl_str tl_house_form(tl_pass *pass, tl_str base, tl_str like);

/* True if the house writes some name so of which the Cyrillic `form` may be a form, each part of
 * it; `gender` is 'm', 'f' or 0. -ий and -ый may be y in any scheme. */
bool tl_is_house_form(tl_pass *pass, tl_str form, char gender, tl_str latin);

#endif
