/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_SCAN_GIVEN_H
#define TL_SCAN_GIVEN_H

#include "base/arena.h"
#include "morph/inflect.h"

/* Cyrillic names as they stand in a text: inflected. */

/* True if `word` is `name` (one word) in some case, but for capitals and ё. */
bool tl_is_form_of_name(tl_str word, tl_str name, tl_part part, char gender, tl_arena *scratch);

/* The group of a known given name (scan/lists.h) of which `word` is a form, or -1; one that has the
 * name `own` before others. */
int32_t tl_group_of_given(tl_str word, tl_str own, tl_arena *scratch);

#endif
