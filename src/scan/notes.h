/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_SCAN_NOTES_H
#define TL_SCAN_NOTES_H

#include "scan/slots.h"
#include "scan/vocabulary.h"
#include "text/lexicon.h"

/* What a scanner has found out about the words of its lexicon, so that each is asked about once.
 * All-zero: nothing yet. It all follows from the word and the index, and never changes a result. */

enum {
    TL_NOTE_LOOKED_UP = 1 << 0, /* `posting` is known */
    TL_NOTE_NO_TYPO = 1 << 1,   /* of anything: it is too short, too long, no word */
    TL_NOTE_WEIGHED = 1 << 2,   /* it is known whether it… */
    TL_NOTE_TYPO = 1 << 3,      /* …may be a typo of a term of one word or of a romanized name */
    TL_NOTE_NOBODY = 1 << 4,    /* in Latin letters it is a spelling of no person's name… */
    TL_NOTE_NO_NAME = 1 << 5,   /* …and of no other name either, a place's, say */
};

typedef struct tl_note {
    const tl_posting *posting; /* of the word as it stands; NULL: none */
    uint32_t known;            /* TL_NOTE_… */
    uint32_t nobody_in;        /* number of a tl_told: there it is a spelling of no name; 0: none */
} tl_note;

typedef struct tl_notes {
    tl_note *items; /* by number of the card; 0 is for a word that has none, and stays empty */
    size_t count, capacity;
    tl_slots pairs;      /* of cards that together are a spelling of nobody's name, as uint64_t */
    uint32_t generation; /* of the lexicon */
} tl_notes;

void tl_notes_clear(tl_notes *notes);

/* Makes room for a note on every card. */
void tl_notes_follow(tl_notes *notes, const tl_lexicon *lexicon);

/* The place for a pair, which may hold another one or 0. */
uint64_t *tl_notes_pair_at(tl_notes *notes, uint64_t pair);

#endif
