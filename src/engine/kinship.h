/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_ENGINE_KINSHIP_H
#define TL_ENGINE_KINSHIP_H

#include "engine/sightings.h"

/* Whether two suspects are one name, by the company that they keep. */

typedef struct tl_kinship {
    const tl_suspects *suspects;
    const tl_sightings *sightings;
    const uint32_t *by_suspect; /* numbers of sightings, one for each company that a suspect keeps;
                                   those of suspect k from starts[k] on */
    const uint32_t *starts;     /* suspects->count + 1 of them */
    tl_cluster *cluster;
    tl_dictionaries *dictionaries;
    bool *
        counts; /* by number of the sighting: it is one of a name with two spellings; filled here */
} tl_kinship;

/* True if the two of a pair are one name; marks the places that are that name's. */
bool tl_kinship_judge(const tl_kinship *kinship, const tl_cluster_pair *pair);

#endif
