/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_RULES_REPLACEMENT_H
#define TL_RULES_REPLACEMENT_H

#include "rules/pass.h"

/* A good form made to fit the place of a bad one: its capitals, its grammatical case and number,
 * its white space. */
typedef struct tl_replacement {
    tl_str text;  /* in the document's arena; empty if there is no form to suggest */
    bool certain; /* it may be put in place unseen */
} tl_replacement;

/* `form`, a good form of `entry`, in place of `hit`. */
tl_replacement tl_replacement_for_hit(tl_pass *pass, const tl_hit *hit, const tl_term *form);

/* The text of a near hit with the word that is meant, and what else differs mended too. */
tl_replacement tl_replacement_for_near(tl_pass *pass, const tl_near_hit *near);

/* `word` with the capitals of `model`: all capitals if the model has only those, a capital first
 * letter if it begins with one; else as it is. */
tl_str tl_replacement_capitals(tl_arena *arena, tl_str word, tl_str model);

/* True if the text has capitals only, two at least. */
bool tl_replacement_is_all_caps(tl_str text);

#endif
