/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_RULES_WRONG_WORD_H
#define TL_RULES_WRONG_WORD_H

#include "rules/plausible_typo.h"

/* Inside near-miss: a word that the language has, or another term, in the place of a word of a
 * longer term. It is a slip in the name of the one, or the name of something else. Never
 * TL_DOUBT_NONE; TL_DOUBT_FULL: something else. `written` and `meant` are the keys of the typo. */
tl_doubt tl_judge_wrong_word(const tl_pass *pass, const tl_near_hit *near, const tl_typo *typo,
                             tl_str written, tl_str meant);

#endif
