/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_SCAN_ALONE_H
#define TL_SCAN_ALONE_H

#include "scan/index.h"

/* Whether a word that stands alone is taken for the family name of a person, and if not, why.
 * Whether another person is as near is for the caller to see. */
typedef enum tl_alone {
    TL_ALONE_TAKEN,
    TL_ALONE_NO_CAPITAL, /* no name */
    TL_ALONE_DISTINCT,   /* somebody else, the entry says */
    TL_ALONE_FAR,        /* costs more than is ever believed */
    TL_ALONE_SHORT,      /* wants a given name beside it */
    TL_ALONE_IF_MET,     /* of a Cyrillic spelling: wants that, or the right name elsewhere */
} tl_alone;

/* `cost` is that of the Latin word as a romanization of the person's family name. */
tl_alone tl_person_alone(const tl_person *person, tl_str word, uint32_t cost);

/* The same for a Cyrillic word and its cost as another spelling (romanize/respelling.h). */
tl_alone tl_person_respelled_alone(const tl_person *person, tl_str word, uint32_t cost);

#endif
