/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_SCAN_NAME_FORM_H
#define TL_SCAN_NAME_FORM_H

#include "base/arena.h"
#include "morph/inflect.h"

/* Cyrillic names as they stand in a text: inflected. */

/* True if `word` is `name` (one word) in some case, but for capitals and ё. */
bool tl_is_form_of_name(tl_str word, tl_str name, tl_part part, char gender, tl_arena *scratch);

/* True if `word` is a form of a known given name (scan/lists.h). *is_own tells whether that is
 * `own` or another name of its group. */
bool tl_is_form_of_given(tl_str word, tl_str own, tl_arena *scratch, bool *is_own);

#endif
