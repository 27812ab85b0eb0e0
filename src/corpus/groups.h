/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_CORPUS_GROUPS_H
#define TL_CORPUS_GROUPS_H

#include "corpus/sightings.h"
#include "romanize/romanize.h"

/* Which suspects are spellings of one name, and which of their places are its own. */
typedef struct tl_groups {
    const tl_suspects *suspects;
    const tl_sightings *sightings;
    bool *counts;     /* by sighting: it is one of a name with two spellings */
    uint32_t *leader; /* by suspect: the first spelling of its name */
    uint32_t *count;  /* by suspect: places that count, repeated paragraphs once */
    bool *fits_house; /* by suspect: the scheme of the house writes so */
    tl_str *display;  /* by suspect: as it is written, not in capitals; empty: unknown */
} tl_groups;

/* What judges them; borrowed. */
typedef struct tl_judges {
    tl_cluster *cluster;
    tl_speller speller;
    const tl_scheme *house;
} tl_judges;

/* Judges all pairs of the suspects, of which all places have been seen. Borrows both, and the
 * arena for what is found. */
tl_groups tl_groups_find(const tl_suspects *suspects, const tl_sightings *sightings,
                         const tl_judges *judges, tl_arena *arena);

#endif
