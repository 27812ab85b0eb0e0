/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_ROMANIZE_MATCH_H
#define TL_ROMANIZE_MATCH_H

#include "romanize/letters.h"

/* Inside romanize/ only. A Latin word made ready to be compared with many Cyrillic ones: where in
 * it each Latin string of the edge table occurs. */
typedef struct tl_token {
    tl_latin latin;
    uint64_t end_bit;                /* the position behind the last letter, as a bit */
    uint64_t match[TL_OUTPUT_LIMIT]; /* by output: the positions at which it begins, as bits */
} tl_token;

/* False if `latin` is no spelling of anything (tl_latin_fold). */
bool tl_token_init(tl_token *token, tl_str latin);

/* True if the edge may take the letters [at, end) of the word. */
bool tl_edge_fits(const tl_edge *edge, const tl_cyrillic *word, size_t at, size_t end);

/* The node of the trie of units for some letters, or NULL if no unit begins so. */
const tl_unit_node *tl_unit_node_find(const uint8_t *letters, size_t length);

/* The cost of the token as a spelling of the word, or TL_COST_DIFFERENT above `limit`. */
uint32_t tl_token_cost(const tl_token *token, const tl_cyrillic *word, uint32_t limit);

/* The cost of one word as an abbreviation of the other's beginning ("V", "Yu"), or
 * TL_COST_DIFFERENT. */
uint32_t tl_romanize_initial_cost(tl_str cyrillic, tl_str latin);

#endif
