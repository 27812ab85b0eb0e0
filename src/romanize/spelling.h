/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_ROMANIZE_SPELLING_H
#define TL_ROMANIZE_SPELLING_H

#include "romanize/letters.h"

/* Inside romanize/ only. A Latin word made ready to be compared with many Cyrillic ones: where in
 * it each Latin string of the edge table occurs. */
typedef struct tl_spelling {
    tl_latin latin;
    uint64_t end_bit;                /* the position behind the last letter, as a bit */
    uint64_t match[TL_OUTPUT_LIMIT]; /* by output: the positions at which it begins, as bits */
} tl_spelling;

/* False if `latin` is no spelling of anything (tl_latin_fold). */
bool tl_spelling_init(tl_spelling *spelling, tl_str latin);

/* What the marks add where `output` is read at letter `at`, at which it matches. */
uint32_t tl_spelling_mark_cost(const tl_spelling *spelling, const tl_output *output, size_t at);

#endif
