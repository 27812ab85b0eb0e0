/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_RULES_RAISED_NAME_H
#define TL_RULES_RAISED_NAME_H

#include "rules/pass.h"

/* What a form in small letters is where the text begins it with a capital: a barrow is a mound, but
 * Clyde Barrow, Barrow Island and Barrow-in-Furness are none. */
typedef enum tl_raised {
    TL_RAISED_NOT,      /* the form, as far as capitals tell */
    TL_RAISED_DOUBTFUL, /* it has a capital for no reason that is to be seen */
    TL_RAISED_NAME,     /* the name of a place or a thing, or a part of one */
    TL_RAISED_PERSON,   /* somebody's family name, who may be named again */
} tl_raised;

/* Judges a hit by the words around it. Forms with capitals of their own, names and those whose
 * `case:` is any are never in doubt. */
tl_raised tl_raised_of(tl_pass *pass, const tl_hit *hit);

/* True if the hit, one word with a capital and nothing before it that a common noun wants, may be
 * the name of a person who has been named in full elsewhere. */
bool tl_raised_may_be_person(const tl_pass *pass, const tl_hit *hit);

#endif
