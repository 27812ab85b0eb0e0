/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_TEXT_NUMBER_WORD_H
#define TL_TEXT_NUMBER_WORD_H

#include "base/str.h"

/* Numbers as words, and what stands beside numbers, by language (dict/numbers.tsv). */

typedef enum tl_number_kind {
    TL_NUMBER_DECIMAL,
    TL_NUMBER_GROUP,
    TL_NUMBER_CARDINAL,
    TL_NUMBER_ORDINAL,
    TL_NUMBER_FRACTION,
    TL_NUMBER_FRACTIONS,
    TL_NUMBER_SCALE,
    TL_NUMBER_ATTACHED,
    TL_NUMBER_PREFIX,
    TL_NUMBER_GLUED,
    TL_NUMBER_COUNTED,
    TL_NUMBER_STEM,
    TL_NUMBER_HINT,
    TL_NUMBER_LINK,
    TL_NUMBER_FILLER,
    TL_NUMBER_ABBREVIATION,
    TL_NUMBER_MINUS,
    TL_NUMBER_PLUS,
    TL_NUMBER_DOWN,
    TL_NUMBER_PERCENT,
    TL_NUMBER_UNIT,
    TL_NUMBER_HOUR,
    TL_NUMBER_MINUTE,
    TL_NUMBER_AM,
    TL_NUMBER_PM,
    TL_NUMBER_AM_HOUR,
    TL_NUMBER_PM_HOUR,
    TL_NUMBER_CLOCK,
    TL_NUMBER_PAST,
    TL_NUMBER_TO,
    TL_NUMBER_TOWARD,
    TL_NUMBER_WITHOUT,
    TL_NUMBER_HALF_TO,
    TL_NUMBER_HOUR_OF,
    TL_NUMBER_PERIOD,
    TL_NUMBER_RATE,
    TL_NUMBER_KNOWN, /* of the empty key: the words of the language are known up to a hundred */
} tl_number_kind;

typedef struct tl_number_word {
    uint64_t hash;  /* of the language and the key; 0: an empty place of the table */
    uint8_t kind;   /* tl_number_kind */
    uint8_t length; /* of the key, in bytes */
    double value;
} tl_number_word;

/* The word of that kind, by its key (text/words.h) or by the hash of that; NULL if the language (a
 * primary subtag) has none. */
const tl_number_word *tl_number_word_find(tl_str language, tl_str key, tl_number_kind kind);
const tl_number_word *tl_number_word_at(tl_str language, uint64_t hash, tl_number_kind kind);

/* The next of the same word and kind, which has another value; or NULL. */
const tl_number_word *tl_number_word_next(const tl_number_word *word);

/* The longest word of that kind, of `shortest` bytes or more, that the key begins with; or NULL. */
const tl_number_word *tl_number_stem_find(tl_str language, tl_str key, tl_number_kind kind,
                                          size_t shortest);

/* The sign between whole and fraction (TL_NUMBER_DECIMAL), or between groups of three digits
 * (TL_NUMBER_GROUP): a comma or a full stop, or 0 if the language has none of the two for it. */
char tl_number_sign(tl_str language, tl_number_kind kind);

/* True if the number words of the language are known up to a hundred at least. */
bool tl_number_words_known(tl_str language);

#endif
