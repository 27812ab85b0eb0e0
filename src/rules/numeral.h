/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_RULES_NUMERAL_H
#define TL_RULES_NUMERAL_H

#include "rules/quantities.h"

/* One number or clock time in a text, with the words that belong to it. */

/* Reads the number that begins with word `first` of the scan into *quantity; returns one behind its
 * last word, or `first` if none begins there. */
uint32_t tl_numeral_read(const tl_scan *scan, uint32_t first, tl_quantity *quantity);

/* Reads the first character such as ½ in `range` of the text, where there is one. */
bool tl_numeral_read_vulgar(const tl_scan *scan, tl_range range, tl_quantity *quantity);

/* Adds a reading unless there is no room. */
void tl_quantity_add(tl_quantity *quantity, tl_quantity_kind kind, double value);

#endif
