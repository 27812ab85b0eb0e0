/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_TEXT_NUMBER_WORD_H
#define TL_TEXT_NUMBER_WORD_H

#include "base/str.h"

/* Numbers as words, and what stands beside numbers, by language (dict/numbers.tsv). */

typedef enum tl_number_kind {
    TL_NUMBER_DECIMAL,
    TL_NUMBER_CARDINAL,
    TL_NUMBER_ORDINAL,
    TL_NUMBER_SCALE,
    TL_NUMBER_ATTACHED,
    TL_NUMBER_HALF,
    TL_NUMBER_PREFIX,
    TL_NUMBER_LINK,
    TL_NUMBER_PERCENT,
    TL_NUMBER_HOUR,
    TL_NUMBER_MINUTE,
    TL_NUMBER_AM,
    TL_NUMBER_PM,
    TL_NUMBER_AM_HOUR,
    TL_NUMBER_PM_HOUR,
    TL_NUMBER_CLOCK,
    TL_NUMBER_PERIOD,
} tl_number_kind;

typedef struct tl_number_word {
    char language[4];
    tl_str key;
    tl_number_kind kind;
    double value;
} tl_number_word;

/* The word of that kind, by its key (text/words.h); NULL if the language (a primary subtag) has
 * none. */
const tl_number_word *tl_number_word_find(tl_str language, tl_str key, tl_number_kind kind);

/* The longest prefix that says so many of something and that more letters follow; or NULL. */
const tl_number_word *tl_number_prefix_find(tl_str language, tl_str key);

/* The sign between whole and fraction, or 0 if that is not known of the language. */
char tl_number_decimal_sign(tl_str language);

#endif
