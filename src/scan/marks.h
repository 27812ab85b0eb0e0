/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_SCAN_MARKS_H
#define TL_SCAN_MARKS_H

#include "scan/scan.h"

/* Quotation marks and brackets: words know them only as gaps, but a form takes in the marks that
 * belong to it, «Паром» in «Футбольный клуб «Паром»», and none else. */

/* True if what stands before word `word` of the scan has a quotation mark and no bracket. */
bool tl_marks_are_quotes(const tl_scan *scan, uint32_t word);

/* How what stands before word `word` of the scan differs from `expected`, which is of the same kind
 * (tl_gap): TL_HIT_QUOTES where guillemets are wanted and other quotation marks found, unless it is
 * within guillemets itself; TL_HIT_SEPARATOR where a dash stands for a hyphen. What a keyboard has
 * in place of other signs, straight marks and hyphens, is no wish of the termbase. */
unsigned tl_marks_compare(const tl_scan *scan, uint32_t word, tl_str expected);

/* Widens the range of a hit by the mark before or behind it whose partner stands within the hit, or
 * by both of them if the pattern has a mark before its first word. True if the marks of the hit are
 * then in pairs. */
bool tl_marks_take_in(const tl_scan *scan, tl_hit *hit);

#endif
