/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_ROMANIZE_LANGUAGE_FORM_H
#define TL_ROMANIZE_LANGUAGE_FORM_H

#include "base/str.h"

/* "Is this Latin word the same name as another language has it?" Oripov is Арипов in Uzbek, Serhii
 * is Сергей in Ukrainian. Kept apart from romanization: it says who is meant, not how the name was
 * written (dict/language-forms.tsv, dict/names/given.tsv). */

enum { TL_FORM_FEE = 31 }; /* such a spelling is never surely the same name */

/* The least cost, with the fee, of `latin` as a spelling of what `cyrillic` is in another language;
 * *language names it, "another" where it may be any. TL_COST_DIFFERENT above TL_COST_LIKELY. */
uint32_t tl_language_form_cost(tl_str cyrillic, tl_str latin, const char **language);

#endif
