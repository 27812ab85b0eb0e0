/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_RULES_SENTENCE_DATE_H
#define TL_RULES_SENTENCE_DATE_H

#include "rules/pass.h"

enum { TL_SENTENCE_PERIODS = 16 };

/* All dates that some text names. */
typedef struct tl_segment_dates {
    tl_named_date *items; /* in order, in the document's arena */
    size_t count;
} tl_segment_dates;

/* Those of `count` segments; their ranges are those in the text of each. */
tl_segment_dates tl_dates_read(const tl_pass *pass, const tl_segment *segments, size_t count);

/* By which dates something said at a place of the segment at hand is to be judged. A date that
 * belongs to the place itself, at the head of its clause ("In 2012, the Secretary General …") or
 * right behind it ("the Secretary General in 2012"), outweighs the date of the text. Any other date
 * of the sentence may be that of something else ("recalled the decision of 23 November 2022"): it
 * can only excuse, and so can one that heads an earlier sentence, where this one has none. */
typedef struct tl_sentence_date {
    bool is_own;         /* `judged` belongs to the place itself */
    bool is_of_sentence; /* it is the only date of the sentence, in a text that has none */
    tl_period judged;    /* all-zero: not to be judged */
    tl_period excuses[TL_SENTENCE_PERIODS];
    size_t excuse_count; /* `judged` is one of them */
} tl_sentence_date;

/* The dates for words [first, end) of the scan, which lie in one sentence. Takes time by the length
 * of the sentence, and never by that of the text. */
tl_sentence_date tl_sentence_date_of(const tl_pass *pass, const tl_segment_dates *dates,
                                     uint32_t first, uint32_t end);

/* True if the sentence around words [first, end) says that it tells of earlier times than the text,
 * without saying of which: "last year", "two years ago", «тогда». */
bool tl_sentence_looks_back(const tl_pass *pass, uint32_t first, uint32_t end);

#endif
