/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_ROMANIZE_MATCH_H
#define TL_ROMANIZE_MATCH_H

#include "romanize/spelling.h"

/* Inside romanize/ only: tl_romanize_cost() of words that are ready, and of initials. */

/* The cost of the spelling for the word, or TL_COST_DIFFERENT above `limit`. */
uint32_t tl_spelling_cost(const tl_spelling *spelling, const tl_cyrillic *word, uint32_t limit);

/* The cost of one word as an abbreviation of the other's beginning ("V", "Yu"), or
 * TL_COST_DIFFERENT. */
uint32_t tl_romanize_initial_cost(tl_str cyrillic, tl_str latin);

#endif
