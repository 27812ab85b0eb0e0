/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_ROMANIZE_RESPELLED_PAIRS_H
#define TL_ROMANIZE_RESPELLED_PAIRS_H

#include "romanize/cluster.h"

/* All pairs of Cyrillic words that may be spellings of one name (romanize/respelling.h) at a cost
 * of 1 to `limit`; others among the words are passed over, and so are words of fewer than six
 * letters. Grows with the words and the pairs: where very many words have the same consonants, not
 * all of them are compared. The pairs have no Cyrillic form of their own. */
tl_cluster_pairs tl_respelled_pairs_find(const tl_str *words, size_t count, uint32_t limit,
                                         tl_arena *arena);

#endif
