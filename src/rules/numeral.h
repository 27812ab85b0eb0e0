/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_RULES_NUMERAL_H
#define TL_RULES_NUMERAL_H

#include "rules/quantities.h"
#include "text/number_word.h"

/* One number or clock time in a text, with the words that belong to it. */

/* Reads the number that begins with word `first` of the scan into *quantity; returns one behind its
 * last word, or `first` if none begins there. */
uint32_t tl_numeral_read(const tl_scan *scan, uint32_t first, tl_quantity *quantity);

/* Adds a reading unless there is no room. */
void tl_quantity_add(tl_quantity *quantity, tl_quantity_kind kind, double value);

/* The row of dict/numbers.tsv for word `at`, of that kind; NULL: none, or no such word. */
const tl_number_word *tl_numeral_word(const tl_scan *scan, uint32_t at, tl_number_kind kind);

/* The same for a number in words that begins with word `first`: "twenty-five thousand". Sets *value
 * and returns one behind its last word, or `first`. */
uint32_t tl_numeral_read_words(const tl_scan *scan, uint32_t first, double *value);

#endif
