/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_ROMANIZE_RESPELLING_TABLE_H
#define TL_ROMANIZE_RESPELLING_TABLE_H

#include "romanize/edges.h"

/* The compiled form of dict/respelling.tsv, written by gen_respelling.py; inside romanize/ only. */

enum { TL_RESPELLING_RUN = 5 }; /* letters in a run */

/* "Where these letters are meant, those may be written." */
typedef struct tl_respelling_row {
    uint8_t meant[TL_RESPELLING_RUN], written[TL_RESPELLING_RUN];
    uint8_t meant_length, written_length;
    uint8_t cost;
    bool at_start, at_end;
    bool rekeys; /* the classes of the two differ */
} tl_respelling_row;

/* The rows that begin with a letter: [first, last). */
typedef struct tl_respelling_span {
    uint16_t first, last;
} tl_respelling_span;

extern const tl_respelling_row tl_respelling_rows[];
extern const tl_respelling_span
    tl_respelling_spans[TL_LETTER_COUNT]; /* by letter; 0: nothing is meant */

/* The rows by the first letter meant and the first written, 0 for none: [first, last) of `ordered`,
 * which has their numbers. */
extern const uint16_t tl_respelling_ordered[];
extern const tl_respelling_span tl_respelling_pairs[TL_LETTER_COUNT][TL_LETTER_COUNT];

/* By letter: the class of a consonant, 0 for what is none. */
extern const uint8_t tl_respelling_classes[TL_LETTER_COUNT];

#endif
