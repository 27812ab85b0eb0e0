/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_RULES_OWN_SURNAME_H
#define TL_RULES_OWN_SURNAME_H

#include "rules/pass.h"

/* True if a Cyrillic word is, in some case, a name that is no misspelling of the near family name
 * `other`: a well-known one, a given name, or one made of a given name (Керимов) of which the other
 * is not made, or of a word of the language of the text (Зверев). May load a dictionary: ask last.
 */
bool tl_is_own_surname(const tl_pass *pass, tl_str word, tl_str other);

#endif
