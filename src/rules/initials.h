/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_RULES_INITIALS_H
#define TL_RULES_INITIALS_H

#include "base/arena.h"

/* True if no spelling of a name that begins as the Cyrillic word does begins with the letter that
 * the Latin word begins with: «С.» is no "V.", but «Ю.» may be "Yu.", "Iu." or "J.". Either may be
 * an initial or a name in full. */
bool tl_is_other_initial(tl_str cyrillic, tl_str latin, tl_arena *scratch);

#endif
