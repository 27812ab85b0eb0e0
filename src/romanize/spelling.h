/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_ROMANIZE_SPELLING_H
#define TL_ROMANIZE_SPELLING_H

#include "romanize/letters.h"

/* Inside romanize/ only. A Latin word made ready to be compared with many Cyrillic ones: where in
 * it each letter stands. Sets of positions are bits. */
typedef struct tl_spelling {
    tl_latin latin;
    uint64_t end_bit;               /* the position behind the last letter */
    uint64_t places[TL_BASE_COUNT]; /* by base: where it stands */
} tl_spelling;

/* False if `latin` is no spelling of anything (tl_latin_fold). */
bool tl_spelling_init(tl_spelling *spelling, tl_str latin);

/* Where an output of the edge table begins, marks aside; the empty one does everywhere. */
static inline uint64_t
tl_spelling_match(const tl_spelling *spelling, size_t output)
{
    const tl_output *row = &tl_outputs[output];
    const tl_latin_letter *letters = &tl_output_letters[row->at];
    uint64_t begins = spelling->end_bit | (spelling->end_bit - 1);
    for (size_t i = 0; i < row->length; i++) {
        begins &= spelling->places[letters[i].base] >> i;
    }
    return begins;
}

/* What the marks add where `output` is read at letter `at`, at which it matches. */
uint32_t tl_spelling_mark_cost(const tl_spelling *spelling, const tl_output *output, size_t at);

/* The same where the word has no marks at all. */
uint32_t tl_spelling_stripped_cost(const tl_output *output);

#endif
