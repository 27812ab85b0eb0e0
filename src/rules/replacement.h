/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_RULES_REPLACEMENT_H
#define TL_RULES_REPLACEMENT_H

#include "rules/pass.h"

/* A good form made to fit the place of a bad one: its capitals, its grammatical case and number,
 * its white space. */
typedef struct tl_replacement {
    tl_str text;  /* lives as long as the findings; empty if there is no form to suggest */
    bool certain; /* it may be put in place unseen */
} tl_replacement;

/* `form` in place of `hit`; if it is the hit's own form, as that should be written there. */
tl_replacement tl_replacement_for_hit(tl_pass *pass, const tl_hit *hit, const tl_term *form);

/* The text of a near hit with the word that is meant, and what else differs mended too. */
tl_replacement tl_replacement_for_near(tl_pass *pass, const tl_near_hit *near);

/* False if a preposition before the hit does not go with the case that it would be in. */
bool tl_near_is_governed(tl_pass *pass, const tl_near_hit *near);

#endif
