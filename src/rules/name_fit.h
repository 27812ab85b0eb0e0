/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_RULES_NAME_FIT_H
#define TL_RULES_NAME_FIT_H

#include "rules/name_words.h"

/* How the forms that a misspelled Russian name should have go with their place. */
typedef enum tl_name_fit {
    TL_NAME_FITS,     /* each is the form that the ending tells and the words beside it allow */
    TL_NAME_UNSURE,   /* the case cannot be told: the likeliest forms, for a person to judge */
    TL_NAME_IS_OTHER, /* the ending is that of the other gender's name: it is somebody else's */
} tl_name_fit;

/* Puts the words of the person's name that differ into the case that the place wants. A name that
 * is not Russian fits as it is. */
tl_name_fit tl_name_words_fit(tl_pass *pass, const tl_person *person, tl_name_words *name);

#endif
