/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_REPORT_TALLY_H
#define TL_REPORT_TALLY_H

#include "base/buf.h"
#include "base/str.h"

/* Where a word of a document stands. */
typedef struct tl_tally_place {
    uint32_t segment; /* its number */
    uint32_t at;      /* the number of the word among those of the segment (text/words.h) */
    uint32_t word;    /* the number of the word in the tally of the document */
} tl_tally_place;

/* Which words that may be names each document of a run has, for what only all documents together
 * show. An all-zero tally is empty. */
typedef struct tl_tally_document {
    char *name;       /* owned, NUL-terminated */
    uint64_t *hashes; /* owned: of the words' keys (text/words.h), distinct */
    tl_buf words;     /* as they first stand in the document, each followed by a NUL byte */
    tl_buf places;    /* where they stand: see tl_tally_next_place() */
    size_t count, capacity;
    struct tl_tally_link { /* owned array: two words that stand together in some place */
        uint32_t first, second;
    } * links;
    size_t link_count, link_capacity;
    tl_tally_place last; /* the place noted last */
} tl_tally_document;

typedef struct tl_tally {
    tl_tally_document *documents; /* owned array */
    size_t count, capacity;
} tl_tally;

void tl_tally_clear(tl_tally *tally);

/* Begins a document; the words that are added next are its own. `name` is copied. */
void tl_tally_begin(tl_tally *tally, tl_str name);

/* Adds a word of the document begun last, one that it has not had yet. */
void tl_tally_add(tl_tally *tally, uint64_t hash, tl_str word);

/* Notes that two words of that document, by their numbers in order of addition, stand together. */
void tl_tally_link(tl_tally *tally, uint32_t first, uint32_t second);

/* Notes where a word of that document may be a name that is to be judged. Places are noted in
 * order. */
void tl_tally_add_place(tl_tally *tally, tl_tally_place place);

/* Walks over the places of a document, as they were noted; begins with an all-zero one. */
typedef struct tl_tally_walk {
    size_t read; /* bytes of the places */
    tl_tally_place place;
} tl_tally_walk;

bool tl_tally_next_place(const tl_tally_document *document, tl_tally_walk *walk);

/* Copies all documents of `from` behind those of `into`. */
void tl_tally_add_all(tl_tally *into, const tl_tally *from);

/* Moves all documents of `from` behind those of `into`. */
void tl_tally_merge(tl_tally *into, tl_tally *from);

#endif
