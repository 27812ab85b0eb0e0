/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_SCAN_LETTER_CASE_H
#define TL_SCAN_LETTER_CASE_H

#include "scan/scan.h"

/* Letter case: whether words that have other capitals than a form can be that form at all, and
 * which of the differences are a fault where they stand. */

/* `first` and `others` are the differences of the hit's first word and of the others (TL_DIFFER_…);
 * those of letter case that are no fault are taken away, and hit->is_raised is set. False if the
 * words are not the form: a name or an acronym in small letters. */
bool tl_letter_case_judge(const tl_scan *scan, tl_hit *hit, unsigned *first, unsigned *others);

/* True if the words of the hit, which the termbase has in small letters, stand in a longer name:
 * "Hall 7 Package Registry". */
bool tl_letter_case_is_part_of_name(const tl_scan *scan, const tl_hit *hit);

/* True if the text has a capital letter. */
bool tl_letter_case_has_capital(tl_str text);

#endif
