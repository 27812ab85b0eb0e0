/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_RULES_VERB_TERM_H
#define TL_RULES_VERB_TERM_H

#include "base/str.h"

/* True if a form of a termbase in that language (a primary subtag) looks like a verb: a verb and a
 * noun of one concept do not stand for each other. */
bool tl_is_verb_term(tl_str language, tl_str form);

#endif
