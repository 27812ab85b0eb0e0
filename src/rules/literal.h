/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_RULES_LITERAL_H
#define TL_RULES_LITERAL_H

#include "rules/pass.h"

/* True if the words [first, first + count) of a text are no words of a sentence but something that
 * is copied as it is: a part of an option or an identifier (--body-file, TIME_STYLE), of a command
 * or a name in the other script that stands in `other` too («git push -u», "A4 Tab"), or alone in
 * quotation marks on both sides. */
bool tl_is_literal(const tl_scan *scan, uint32_t first, uint32_t count, const tl_unit_side *other);

/* True if the range of a text is a part of an option, an identifier or a placeholder ("<num>"). */
bool tl_is_part_of_code(tl_str text, tl_range range);

#endif
