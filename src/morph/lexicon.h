/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_MORPH_LEXICON_H
#define TL_MORPH_LEXICON_H

#include "morph/tables.h"

/* The row for a folded word: the word itself, else its longest ending; NULL if there is none. A row
 * without readings says that words like this are not of the lexicon. */
const tl_lexicon_row *tl_lexicon_find(const tl_lexicon *lexicon, tl_str folded);

/* True if the row is for one word, not for an ending. */
bool tl_lexicon_row_is_word(const tl_lexicon_row *row);

/* The i-th reading of a row, i < row->count. */
const tl_reading *tl_lexicon_reading(const tl_lexicon_row *row, size_t i);

/* The rules for a folded word; NULL if nothing is known of words that end like it. */
const char *tl_rules_find(const tl_ending_rules *table, tl_str folded);

/* True if the set has the word, however it is written. */
bool tl_word_set_has(const tl_word_set *set, tl_str word);

#endif
