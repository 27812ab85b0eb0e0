/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_ROMANIZE_MARGINS_H
#define TL_ROMANIZE_MARGINS_H

#include "romanize/letters.h"

/* Inside romanize/ only. With which two letters the spellings of a list of names begin and end, so
 * that most words are told to be no name of the list at a glance. All-zero holds no name. */
typedef struct tl_margins {
    uint32_t behind_first[TL_BASE_COUNT]; /* by base: set of those that may follow; bit 0: none */
    uint32_t before_last[TL_BASE_COUNT];  /* by base: set of those that may precede */
} tl_margins;

/* What is known of the edge table while names are added. */
typedef struct tl_margin_table tl_margin_table;

tl_margin_table *tl_margin_table_new(void);
void tl_margin_table_free(tl_margin_table *table);

/* Adds a Cyrillic name, in numbered letters. */
void tl_margins_add(tl_margins *margins, const tl_margin_table *table, tl_str letters);

/* False if the word is no spelling of a name of the list at a cost of at most TL_COST_LIKELY. */
bool tl_margins_fit(const tl_margins *margins, const tl_latin *word);

/* The same, by the bytes of the word before it is folded: true if they do not tell. */
bool tl_margins_may_fit(const tl_margins *margins, tl_str word);

#endif
