/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_CORPUS_WORDING_H
#define TL_CORPUS_WORDING_H

#include "corpus/groups.h"

/* Inside corpus/ only: from the places of a name with two spellings to findings. */

/* A name with two spellings. */
typedef struct tl_variant_group {
    uint32_t best;               /* the suspect whose spelling is wanted */
    tl_str explanation;          /* where each spelling stands */
    const tl_diag_place *others; /* places of the better spelling */
    size_t other_count;
} tl_variant_group;

/* A place of another spelling than the best one. */
typedef struct tl_variant_place {
    tl_str path;    /* of the draft */
    uint32_t begin; /* likewise */
    uint32_t sighting, group;
} tl_variant_place;

/* All that is told of. */
typedef struct tl_variant_list {
    const tl_groups *names;
    const tl_variant_group *groups;
    tl_variant_place *places; /* sorted here */
    size_t count;
} tl_variant_list;

/* Reports all places: of a person one finding tells all the words in a row that differ. */
void tl_variants_tell(const tl_variant_list *list, tl_report *report);

#endif
