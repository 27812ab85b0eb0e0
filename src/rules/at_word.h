/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_RULES_AT_WORD_H
#define TL_RULES_AT_WORD_H

#include "rules/pass.h"
#include "scan/lists.h"

/* What stands at a word of the segment at hand, as rules ask when they look around. */

static inline const tl_word *
tl_word_at(const tl_pass *pass, uint32_t at)
{
    return &pass->scan->words.items[at];
}

/* The hit that covers the word, or NULL. */
const tl_hit *tl_hit_at(const tl_pass *pass, uint32_t at);

/* True if the word, by its key (text/words.h), is one of `keys`. */
bool tl_is_one_of(tl_str word, const tl_str *keys, size_t count);
bool tl_word_is_one_of(const tl_pass *pass, uint32_t at, const tl_str *keys, size_t count);

bool tl_word_is_listed(const tl_pass *pass, uint32_t at, tl_list list);

/* A gap that may be inside a name or a title: white space, a hyphen, the stop of an abbreviation.
 */
bool tl_gap_is_open(uint8_t gap);

#endif
