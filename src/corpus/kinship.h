/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_CORPUS_KINSHIP_H
#define TL_CORPUS_KINSHIP_H

#include "corpus/sightings.h"

/* Whether two suspects are one name, by the company that they keep. */

typedef struct tl_kinship {
    const tl_suspects *suspects;
    const tl_sightings *sightings;
    const uint32_t *by_suspect; /* numbers of sightings, one for each company that a suspect keeps;
                                   those of suspect k from starts[k] on */
    const uint32_t *starts;     /* suspects->count + 1 of them */
    tl_cluster *cluster;
    tl_speller speller;
    tl_number_map *spelled_alike; /* what is known of two Latin words; grows in the arena */
    tl_arena *arena;
    bool *counts; /* by number of the sighting: it is one of a name with two spellings; filled here
                   */
} tl_kinship;

typedef enum tl_kin {
    TL_KIN_NOT,
    TL_KIN_ALIKE, /* nothing but the names themselves says that they are one */
    TL_KIN_SURE,  /* they keep common company */
} tl_kin;

/* Whether the two of a pair are one name. */
tl_kin tl_kinship_judge(const tl_kinship *kinship, const tl_cluster_pair *pair);

/* Marks the places of a pair that are those of the one name. */
void tl_kinship_mark(const tl_kinship *kinship, const tl_cluster_pair *pair);

/* True if the other part of the name stands beside the suspect somewhere: "Alisher Khodjaev". */
bool tl_kinship_is_named(const tl_kinship *kinship, uint32_t suspect);

#endif
