/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_RULES_PLACE_CAPITALS_H
#define TL_RULES_PLACE_CAPITALS_H

#include "rules/pass.h"

/* The capitals of a place, for what is put there. Texts are in the pass's arena, or the same. */

/* `text` with the capitals that it has in place of the hit; `is_own`: it is the hit's own form. */
tl_str tl_place_capitals(tl_pass *pass, const tl_hit *hit, tl_str text, bool is_own);

/* A headword has its capital from the list: it goes small where what it replaces did. */
tl_str tl_place_headword(tl_pass *pass, const tl_hit *hit, tl_str text);

#endif
