/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_RULES_NUMERAL_PARTS_H
#define TL_RULES_NUMERAL_PARTS_H

#include "rules/numeral.h"

/* Inside numeral*.c only: what its parts ask of words and of each other. */

enum { TL_NUMERAL_MINUTES = 60 };

const tl_word *tl_numeral_token(const tl_scan *scan, uint32_t at);

/* Whether word `at`, if there is one, is digits and nothing else; the value of the digits that it
 * begins with; its letters. */
bool tl_numeral_is_digits(const tl_scan *scan, uint32_t at);
double tl_numeral_value_at(const tl_scan *scan, uint32_t at);
size_t tl_numeral_length_of(const tl_scan *scan, uint32_t at);

/* The value of the digits that a text begins with. */
double tl_numeral_value_of(tl_str digits);

/* What stands before word `at`, which is not the first. */
tl_str tl_numeral_gap_before(const tl_scan *scan, uint32_t at);

/* Read what stands at word `at`, behind a number, into its quantity; each returns one behind the
 * last word that it took, or `at`. */
uint32_t tl_numeral_read_suffix(const tl_scan *scan, uint32_t at, tl_quantity *quantity);
uint32_t tl_numeral_read_time(const tl_scan *scan, uint32_t at, tl_quantity *quantity);
uint32_t tl_numeral_read_percent(const tl_scan *scan, uint32_t at, tl_quantity *quantity);

/* True for a whole number of hours that a day has. */
bool tl_is_hour(double value);

/* Minutes since midnight of a time on a clock of twelve hours. */
double tl_minutes_on_half(double minutes, bool is_pm);

#endif
