/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_RULES_TYPO_PLACE_H
#define TL_RULES_TYPO_PLACE_H

#include "rules/pass.h"

/* What the place of a near word tells, whatever its letters are. */

/* Whether the dictionaries of the language of a near hit know a word; as_written: in just these
 * capitals. */
tl_known tl_near_ask(const tl_pass *pass, const tl_near_hit *near, tl_str word, bool as_written);

/* It is part of a compound, of a path or an identifier, and need not be a word. */
bool tl_near_is_part(const tl_pass *pass, const tl_near_hit *near);

/* It is a word of somebody's or something's name. */
bool tl_near_is_in_name(const tl_pass *pass, const tl_near_hit *near);

/* Too few of the words around are of the language: a list of names, code, a quotation from
 * elsewhere. */
bool tl_near_is_among_strangers(const tl_pass *pass, const tl_near_hit *near);

#endif
