/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_REPORT_TALLY_H
#define TL_REPORT_TALLY_H

#include "base/buf.h"
#include "base/str.h"

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
    uint32_t segment; /* of the place noted last */
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

/* Notes that a word of that document, by its number, stands in a segment, by its number, where it
 * may be a name that is to be judged. */
void tl_tally_place(tl_tally *tally, uint32_t segment, uint32_t word);

/* Walks over the places of a document, as they were noted; begins with an all-zero one. */
typedef struct tl_tally_place_at {
    size_t at; /* bytes read of the places */
    uint32_t segment, word;
} tl_tally_place_at;

bool tl_tally_next_place(const tl_tally_document *document, tl_tally_place_at *place);

/* Copies all documents of `from` behind those of `into`. */
void tl_tally_add_all(tl_tally *into, const tl_tally *from);

/* Moves all documents of `from` behind those of `into`. */
void tl_tally_merge(tl_tally *into, tl_tally *from);

#endif
