/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_RULES_TENURE_H
#define TL_RULES_TENURE_H

#include "rules/named_person.h"

/* Who held a title when, as the termbase knows it. */

/* True if the person, or one of the same family name, held the title on a day of the period. */
bool tl_tenure_fits(tl_pass *pass, const tl_concept *title, const tl_named_person *person,
                    tl_period period);

/* True if the termbase knows that the person, who fits no tenure in the period, did not hold the
 * title: it is one of its holders at another time, or all of the period is within known tenures.
 * *holder is set to who held it all the time, NULL if there is none such. */
bool tl_tenure_excludes(const tl_concept *title, const tl_named_person *person, tl_period period,
                        const tl_concept **holder);

/* The name of `holder` in place of `person`: the family name alone, initials or in full; in its
 * capitals and, where that is certain, in its grammatical case. Empty if the text's language has no
 * name for the holder. */
tl_str tl_tenure_name(tl_pass *pass, const tl_concept *holder, const tl_named_person *person);

/* "on 2024-04-12", "in 2012", "in 2012-05". */
tl_str tl_tenure_format(tl_period period, tl_arena *arena);

#endif
