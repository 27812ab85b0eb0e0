/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_ENGINE_ANCHORS_H
#define TL_ENGINE_ANCHORS_H

#include "scan/scan.h"

/* What stands alike in a text and its translation: numbers, addresses, acronyms in the same
 * letters, concepts of the termbase, and names by the consonants that they begin with. */
typedef struct tl_anchors {
    const uint64_t *items; /* hashes, sorted, each once; in the arena */
    size_t count;
} tl_anchors;

tl_anchors tl_anchors_of(const tl_scan *scan, tl_arena *arena);

/* How many both have. */
size_t tl_anchors_shared(const tl_anchors *a, const tl_anchors *b);

#endif
