/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_RULES_STEM_INDEX_H
#define TL_RULES_STEM_INDEX_H

#include "rules/pass.h"

/* The good forms of a termbase in one language by the stems of their first words, for languages of
 * which there are no paradigms: what the scan cannot find inflected there is found with a Hunspell
 * dictionary. Made when a text of the language is first met in a document, and kept for it. */

/* A term, and where it stands in a text. */
typedef struct tl_stem_hit {
    const tl_term *term;
    uint32_t first, count; /* words of the scan */
} tl_stem_hit;

typedef struct tl_stem_hits {
    const tl_stem_hit *items; /* in order of the text, none overlapping another */
    size_t count;
} tl_stem_hits;

/* The terms that stand in a text but for its inflection; none where the language has paradigms or
 * no dictionary, and none where the scan has a hit. In the pass's scratch arena. */
tl_stem_hits tl_stem_hits_find(tl_pass *pass, const tl_scan *scan);

#endif
