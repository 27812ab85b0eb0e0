/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_TERMBASE_IDS_H
#define TL_TERMBASE_IDS_H

#include "termbase/load.h"

/* Ids of concepts: small Latin letters, digits and hyphens, no hyphen first. */

bool tl_id_is_good(tl_str text);

/* An id as near as can be to that of another program, or an empty string: a good one as it is, even
 * behind the "_" that XML wants before a digit. Copied into the arena, as is the one below. */
tl_str tl_id_fit(tl_arena *arena, tl_str text);

/* An id out of the words of a term, in any script that a romanization knows; never empty. */
tl_str tl_id_of_term(tl_arena *arena, tl_str term);

/* The same id, or with a number if a concept has it; into the run arena. */
tl_str tl_id_free(tl_load *load, tl_str wanted);

#endif
