/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_ROMANIZE_CYRILLIC_STEM_H
#define TL_ROMANIZE_CYRILLIC_STEM_H

#include "base/str.h"

/* Cyrillic spellings of one name in whatever case they stand. Words are keys (text/words.h). */

/* What the case forms of a name have in common: the key without the ending of a case, as long as
 * three letters remain. A prefix of the key. */
tl_str tl_cyrillic_stem(tl_str key);

/* Writes the stem to `out`, which has room for stem.len bytes, as careless spelling leaves it: no
 * signs, no doubled letters, е for э, и for й and ы. Returns its length. Two stems that differ only
 * in these may be one name. */
size_t tl_cyrillic_skeleton(tl_str stem, char *out);

#endif
