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

/* The numeral right before a Russian noun, as far as the noun goes by it. */
typedef enum tl_counted {
    TL_COUNTED_NOT,
    TL_COUNTED_TWO,    /* «два», «две», «оба», «обе», which show its gender */
    TL_COUNTED_FEW,    /* «три», «четыре» */
    TL_COUNTED_FIGURE, /* 2 to 4, 22 to 24…, which may number what stands before */
} tl_counted;

/* The numeral before word `first`, an adjective between or not. */
tl_counted tl_counted_at(const tl_pass *pass, uint32_t first);

/* Whether nothing stands before the word in its sentence, so that it is likely to be the subject.
 */
bool tl_begins_sentence(const tl_pass *pass, uint32_t first);

#endif
