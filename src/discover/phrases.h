/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_DISCOVER_PHRASES_H
#define TL_DISCOVER_PHRASES_H

#include "discover/counts.h"
#include "source/document.h"
#include "text/words.h"

/* Counts what may be names, bodies, titles and acronyms in one segment. `words` is memory to work
 * with. A judgement is left to what reads the counts, who sees all of them. */
void tl_phrases_count(tl_counts *counts, const tl_segment *segment, tl_words *words);

/* True if `acronym` is made of the first letters of the words of `text` from `begin` on; lower-case
 * function words may be left out. */
bool tl_is_expansion(tl_str acronym, tl_str text);

#endif
