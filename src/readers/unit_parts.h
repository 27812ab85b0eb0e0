/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_READERS_UNIT_PARTS_H
#define TL_READERS_UNIT_PARTS_H

#include "readers/unit.h"

/* The texts of one element that holds translations (an XLIFF unit, a TMX tu). Which of them belong
 * together, and which are to be checked, may be known only at its end. Strings are borrowed for as
 * long as the document lives. */
typedef struct tl_part {
    tl_side side;         /* TL_SIDE_NONE: not to be checked */
    tl_str key;           /* texts with the same key are of one unit */
    tl_str id;            /* of the unit */
    tl_str language;      /* as the file has it */
    size_t first, behind; /* its segments in the document */
    uint32_t unit;
} tl_part;

typedef struct tl_parts {
    tl_part *items; /* owned array, in the order of the document */
    size_t count, capacity;
    size_t settled;     /* segments of the document that are done with */
    uint32_t next_unit; /* how many units they are of */
} tl_parts;

void tl_parts_clear(tl_parts *parts);

/* Ends the text that is being built and takes it as a part that is like `like`, but for its
 * segments. One without a word is none. */
void tl_parts_end_text(tl_parts *parts, tl_unit_builder *builder, const tl_part *like);

/* Numbers the units, removes what is not to be checked from the document, and forgets the parts.
 * All segments of the document come from parts. */
void tl_parts_settle(tl_parts *parts, tl_document *document);

#endif
