/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_SCAN_MARKS_H
#define TL_SCAN_MARKS_H

#include "scan/scan.h"

/* Quotation marks and brackets: words know them only as gaps, but a form takes in the marks that
 * belong to it, «Паром» in «Футбольный клуб «Паром»», and none else. */

/* True if what stands before word `word` of the scan has a quotation mark and no bracket. */
bool tl_marks_are_quotes(const tl_scan *scan, uint32_t word);

/* Widens the range of a hit by the mark before or behind it whose partner stands within the hit, or
 * by both of them if the pattern has a mark before its first word. True if the marks of the hit are
 * then in pairs. */
bool tl_marks_take_in(const tl_scan *scan, tl_hit *hit);

#endif
