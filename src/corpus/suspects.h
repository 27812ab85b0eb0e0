/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_CORPUS_SUSPECTS_H
#define TL_CORPUS_SUSPECTS_H

#include "morph/speller.h"
#include "report/tally.h"
#include "romanize/cluster.h"
#include "scan/filter.h"

/* The words of a run that may be spellings of one name, before anybody has looked where they
 * stand. */

/* One spelling: a Latin word or, of a Cyrillic one, what its case forms have in common. */
typedef struct tl_suspect {
    tl_str text; /* Latin: as it first stands in the documents; Cyrillic: folded */
    bool is_cyrillic;
    bool is_family; /* it ends as Russian family names do and few other words */
    bool is_paired;
} tl_suspect;

typedef struct tl_suspects {
    tl_arena arena;
    tl_suspect *items; /* owned array, in order of the documents */
    size_t count, capacity;
    struct tl_suspect_word { /* owned array, sorted: which words of the documents are which */
        uint64_t hash;
        uint32_t suspect;
    } * words;
    size_t word_count, word_capacity;
    tl_filter filter; /* of their hashes, once the suspects have been found */
    uint32_t *ids; /* owned: suspects of the words of all documents, one document after another */
    size_t *id_begin;     /* owned: where those of a document begin, by its number */
    uint32_t *first;      /* owned: by suspect, the first of those that it may be one with */
    struct tl_neighbour { /* owned array, sorted: what suspects stand beside, told by the first */
        uint32_t suspect, beside;
        bool is_common; /* the other of a pair stands beside it too */
    } * neighbours;
    size_t neighbour_count, neighbour_capacity;
    tl_cluster_pair *pairs; /* owned array, by index of items; of Cyrillic ones the name is empty */
    size_t pair_count, pair_capacity;
} tl_suspects;

/* Finds the suspects of a run. Words that the speller knows as ordinary ones are none; it
 * is not asked where no two words are alike. */
void tl_suspects_find(tl_suspects *suspects, const tl_tally *tally, tl_cluster *cluster,
                      const tl_speller *speller);
void tl_suspects_clear(tl_suspects *suspects);

/* The suspect with another spelling that a word of this hash is, or -1. */
int64_t tl_suspects_at(const tl_suspects *suspects, uint64_t hash);

/* True if the document, by its number, has a suspect in company that may tell something. */
bool tl_suspects_in(const tl_suspects *suspects, const tl_tally *tally, size_t document);

#endif
