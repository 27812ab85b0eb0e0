/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_ENGINE_VARIANTS_H
#define TL_ENGINE_VARIANTS_H

#include "engine/sightings.h"

/* What was found out about the spellings of a run; all is borrowed. */
typedef struct tl_variants {
    const tl_suspects *suspects;
    const tl_sightings *sightings;
    const bool *counts;     /* by sighting: it is one of a name with two spellings */
    const uint32_t *leader; /* by suspect: the first spelling of its name */
    const uint32_t *count;  /* by suspect: places that count, repeated paragraphs once */
    const bool *fits_house; /* by suspect: the scheme of the house writes so */
    const tl_str *display;  /* by suspect: as it is written, not in capitals */
    tl_arena *arena;        /* for what is said of them */
} tl_variants;

/* Reports all places of each name but those of its best spelling: the most frequent one, then that
 * of the house scheme, then the first. Places of which the report has a finding are left out. */
void tl_variants_report(const tl_variants *variants, tl_report *report);

#endif
