/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_TEXT_DISTANCE_H
#define TL_TEXT_DISTANCE_H

#include "base/str.h"

enum { TL_DISTANCE_LONGEST = 64 };

/* The edits between two keys, in code points: insertion, deletion, substitution and transposition
 * of neighbours are one each (optimal string alignment). Returns limit + 1 if there are more than
 * `limit`, or if one has more than TL_DISTANCE_LONGEST letters between what both begin and end
 * with.
 */
unsigned tl_edit_distance(tl_str a, tl_str b, unsigned limit);

#endif
