/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_RULES_TYPO_RIVAL_H
#define TL_RULES_TYPO_RIVAL_H

#include "rules/pass.h"
#include "text/typo.h"

/* Other words of the language of which the written word may be a typo just as well. */
typedef enum tl_rival {
    TL_RIVAL_NONE,
    TL_RIVAL_FARTHER, /* one letter away too, but an unlikelier one */
    TL_RIVAL_AS_NEAR, /* as near as the meant word, or nearer */
} tl_rival;

/* `written` and `meant` are the keys that the typo was found with. Asks the dictionary some hundred
 * times, so ask this last. */
tl_rival tl_find_rival(const tl_pass *pass, const tl_near_hit *near, const tl_typo *typo,
                       tl_str written, tl_str meant);

#endif
