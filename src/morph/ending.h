/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_MORPH_ENDING_H
#define TL_MORPH_ENDING_H

#include "base/str.h"

/* True if one word may be a form of the other, or derived from it, by what the two end in where
 * they begin to differ: организацие and организация, patcher and patch; not организацыя. Keys
 * (text/words.h), Russian if they are Cyrillic, else English. */
bool tl_may_share_root(tl_str a, tl_str b);

/* True if a Cyrillic word may be a Russian noun's other form by its ending and by a vowel that
 * comes and goes: льва of лев, полуколец of полукольцо. Keys, as above. */
bool tl_may_be_inflected(tl_str word, tl_str base);

/* True if two words of one root name two roles or two things, by their suffixes (suffixes.tsv):
 * лицензиар and лицензиата, nitrite and nitrates. Keys, as above. */
bool tl_names_another(tl_str a, tl_str b);

/* True if the word, a key as above, ends as names of roles do: -er, -тель. */
bool tl_names_role(tl_str word);

/* Bytes of the letters that both words begin with. */
size_t tl_common_beginning(tl_str a, tl_str b);

/* True if one or two letters (a key) may stand before a word to make another: asymmetric. */
bool tl_is_prefix(tl_str letters);

#endif
