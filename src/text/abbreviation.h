/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_TEXT_ABBREVIATION_H
#define TL_TEXT_ABBREVIATION_H

#include "base/str.h"

enum { TL_ABBREVIATION_LONGEST = 6 }; /* code points of the key */

/* Internal to text/: true if a full stop behind `word` is more likely that of an abbreviation than
 * the end of a sentence (dict/abbreviations.tsv). */
bool tl_is_abbreviation(tl_str word);

#endif
