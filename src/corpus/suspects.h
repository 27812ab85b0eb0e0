/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_CORPUS_SUSPECTS_H
#define TL_CORPUS_SUSPECTS_H

#include "base/number_map.h"
#include "corpus/neighbours.h"
#include "morph/speller.h"
#include "report/tally.h"
#include "romanize/cluster.h"

/* The words of a run that may be spellings of one name, before anybody has looked where they
 * stand. */

/* One spelling: a Latin word or, of a Cyrillic one, what its case forms have in common. */
typedef struct tl_suspect {
    tl_str text; /* Latin: as it first stands in the documents, borrowed from the tally; Cyrillic:
                    folded */
    bool is_cyrillic;
    bool is_family; /* of those with a pair: it ends as Russian family names do and few other words
                     */
    bool is_paired;
} tl_suspect;

typedef struct tl_suspects {
    tl_arena arena;
    tl_suspect *items; /* owned array, in order of the documents */
    size_t count, capacity;
    uint32_t *ids; /* owned: suspects of the words of all documents, one document after another */
    size_t *id_begin;       /* owned: where those of a document begin, by its number */
    tl_number_map words;    /* hash of a word → 1 + the suspect that it is */
    tl_cluster_pair *pairs; /* owned array, by index of items; of Cyrillic ones the name is empty */
    size_t pair_count, pair_capacity;
    tl_disjoint one;          /* which may be one with which, as far as it tells of company */
    tl_neighbours neighbours; /* of those with a pair */
} tl_suspects;

/* Finds the suspects of a run. Words that the speller knows as ordinary ones are none; it is not
 * asked where no two words are alike. */
void tl_suspects_find(tl_suspects *suspects, const tl_tally *tally, tl_cluster *cluster,
                      const tl_speller *speller);
void tl_suspects_clear(tl_suspects *suspects);

/* The suspect with another spelling that a word of this hash is, or -1. */
static inline int64_t
tl_suspects_at(const tl_suspects *suspects, uint64_t hash)
{
    uint32_t found = tl_number_map_get(&suspects->words, hash);
    return found && suspects->items[found - 1].is_paired ? (int64_t)found - 1 : -1;
}

/* True if the document, by its number, has a suspect in company that may tell something. */
bool tl_suspects_in(const tl_suspects *suspects, const tl_tally *tally, size_t document);

/* -- for the files that find them ------------------------------------------------------------- */

/* Fills items, ids and words from the words of all documents (corpus/collect.c). */
void tl_suspects_collect(tl_suspects *suspects, const tl_tally *tally);

/* Pairs the words that may be one by their keys, the Latin ones not judged yet and before the
 * Cyrillic ones (corpus/pairs.c). */
void tl_suspects_pair(tl_suspects *suspects);

#endif
