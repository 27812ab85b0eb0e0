/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_TEXT_GAP_H
#define TL_TEXT_GAP_H

#include "text/trait.h"
#include "text/words.h"

/* Internal to text/: what stands between two words. */
typedef struct tl_gap_content {
    uint32_t kinds;       /* set of 1 << tl_trait_class of the punctuation */
    uint32_t punctuation; /* characters that are neither white space nor invisible */
    uint32_t stops;       /* full stops, exclamation and question marks among them */
    uint32_t line_breaks;
    bool space;             /* there is white space */
    bool space_before;      /* there is white space before any punctuation */
    bool quote_is_open;     /* a single quotation has been opened on this line */
    tl_trait_class first;   /* of the punctuation */
    unsigned char sentence; /* how far the end of a sentence has been seen; internal to gap.c */
} tl_gap_content;

/* Reads on from `at`, which is 0 or behind a word, to the next word or the end of the text; returns
 * where that is. Fills *gap, of which quote_is_open is what it was before. */
size_t tl_gap_read(tl_str text, size_t at, tl_gap_content *gap);

tl_gap tl_gap_of(const tl_gap_content *gap);

/* A sentence can begin behind the gap: a stop with white space behind it, perhaps closing quotation
 * marks before that; a line break behind a colon; a paragraph break. */
bool tl_gap_ends_sentence(const tl_gap_content *gap);

/* The gap has a lone full stop right behind the word, as behind an abbreviation. */
bool tl_gap_may_abbreviate(const tl_gap_content *gap);

#endif
