/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_MORPH_ENDING_H
#define TL_MORPH_ENDING_H

#include "base/str.h"

/* True if one word may be a form of the other, or derived from it, by what the two end in where
 * they begin to differ: организацие and организация, patcher and patch; not организацыя. Keys
 * (text/words.h), Russian if they are Cyrillic, else English. */
bool tl_may_share_root(tl_str a, tl_str b);

/* Bytes of the letters that both words begin with. */
size_t tl_common_beginning(tl_str a, tl_str b);

/* True if one or two letters (a key) may stand before a word to make another: asymmetric. */
bool tl_is_prefix(tl_str letters);

#endif
