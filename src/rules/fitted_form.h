/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_RULES_FITTED_FORM_H
#define TL_RULES_FITTED_FORM_H

#include "base/map.h"
#include "rules/replacement.h"

/* Forms in the grammatical place of another one, in the capitals of the termbase. One is certain if
 * there is no doubt of its cell, and what agrees with the old one agrees with it. */

/* Those that have been fitted: of a worker, for any number of documents, as long as it asks the
 * same dictionaries. All-zero is empty. */
typedef struct tl_fitted_forms {
    tl_arena arena;
    tl_arena scratch; /* what inflecting takes */
    tl_map map;
    tl_buf key; /* of the form at hand */
} tl_fitted_forms;

void tl_fitted_forms_clear(tl_fitted_forms *forms);

/* Between documents: forgets all if it has become much. */
void tl_fitted_forms_limit(tl_fitted_forms *forms);

/* `text`, of a language, in the case and number that the hit has in its sentence. */
tl_replacement tl_form_fit(tl_pass *pass, const tl_hit *hit, tl_str text, tl_str language);

/* The hit's own form in the cells of the hit. */
tl_replacement tl_form_fit_own(tl_pass *pass, const tl_hit *hit);

#endif
