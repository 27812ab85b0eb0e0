/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_RULES_GOVERNED_H
#define TL_RULES_GOVERNED_H

#include "rules/pass.h"

/* What the words before a place say of the cells in which a noun may stand there. */
typedef struct tl_governed {
    uint16_t cells; /* TL_CELLS_ALL: they say nothing */
    bool is_sure;   /* the preposition stands right before it */
} tl_governed;

/* Of the Russian noun phrase that begins with word `first` of the scan at hand; in other languages
 * nothing is told. */
tl_governed tl_governed_at(const tl_pass *pass, uint32_t first);

/* Whether nothing stands before the word in its sentence, so that it is likely to be the subject.
 */
bool tl_begins_sentence(const tl_pass *pass, uint32_t first);

#endif
