/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_RULES_STRANGER_H
#define TL_RULES_STRANGER_H

#include "rules/named_person.h"

/* Reads, right behind a title, the name of somebody of whom no word is known: a family name that
 * tells by its ending, or two or three words that no dictionary has but as names and that are
 * nothing else. */
bool tl_stranger_from(tl_pass *pass, uint32_t first, tl_named_person *person);

#endif
