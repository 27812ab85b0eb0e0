/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_CORPUS_NEIGHBOURS_H
#define TL_CORPUS_NEIGHBOURS_H

#include "base/disjoint.h"
#include "report/tally.h"

/* Beside what the words of a run stand, by their numbers. What may be one name is one: words are
 * told by the leader of their set. */
typedef struct tl_neighbours {
    size_t *begin;    /* owned: by word, where its own are; one more than there are words */
    uint32_t *beside; /* owned: leaders, of each word in order and distinct */
    bool *is_common;  /* owned: likewise; another spelling of the word stands beside it, too */
} tl_neighbours;

/* What is asked for. */
typedef struct tl_neighbours_request {
    const tl_tally *tally;
    const uint32_t *ids;    /* words by number of the tally, one document after another */
    const size_t *id_begin; /* where those of a document begin */
    const tl_disjoint *one; /* the sets of the words */
    const bool *wanted;     /* by word: the neighbours of the others are left out */
} tl_neighbours_request;

/* Fills `neighbours`, which are empty. Takes time by the links of the tally. */
void tl_neighbours_find(tl_neighbours *neighbours, const tl_neighbours_request *request);
void tl_neighbours_clear(tl_neighbours *neighbours);

/* Walks over what two words both stand beside; begins with an all-zero place. */
typedef struct tl_common {
    size_t of_a, of_b; /* places in `beside`, 1 more than the last one told */
} tl_common;

bool tl_neighbours_next_common(const tl_neighbours *neighbours, uint32_t a, uint32_t b,
                               tl_common *place);

/* True if the word stands beside `leader`, and another spelling of it, too. */
bool tl_neighbours_are_common(const tl_neighbours *neighbours, uint32_t word, uint32_t leader);

#endif
