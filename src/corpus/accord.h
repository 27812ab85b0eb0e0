/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_CORPUS_ACCORD_H
#define TL_CORPUS_ACCORD_H

#include "corpus/kinship.h"

/* Inside corpus/ only: whether two places speak for one person. */

/* A pair on trial. */
typedef struct tl_trial {
    const tl_kinship *kinship;
    uint32_t a, b;   /* suspects */
    bool of_given;   /* they are given names, so a family name is what counts beside them */
    bool patronymic; /* they are patronymics: likewise */
    uint32_t cost;
} tl_trial;

/* True if both are family names. */
bool tl_trial_of_families(const tl_trial *t);

/* Place `number` of those that a suspect has, one for each company; NULL behind the last. */
const tl_sighting *tl_trial_place(const tl_trial *t, uint32_t suspect, uint32_t number);

/* The other part of the name: beside a family name the given name, beside a given name or a
 * patronymic the family name; empty if there is none. */
tl_str tl_trial_other_part(const tl_trial *t, const tl_sighting *s);

/* The initial of the given name, whether it is written out or not; 0 if nothing tells. */
uint32_t tl_trial_initial(const tl_trial *t, const tl_sighting *s);

typedef enum tl_accord {
    TL_ACCORD_NONE,
    TL_ACCORD_CLASHES,
    TL_ACCORD_UNKNOWN,
    TL_ACCORD_INITIAL, /* the same initial, which is enough if other places have the whole name */
    TL_ACCORD_FITS,
} tl_accord;

/* Whether the company of two places speaks for one person. */
tl_accord tl_accord_of(const tl_trial *t, const tl_sighting *a, const tl_sighting *b);

#endif
