/* SPDX-License-Identifier: MPL-2.0 */
/* Words that are usually abbreviations when a full stop follows. */
#include "text/abbreviation.h"

#include "text/words.h"

enum { BYTES_MAX = 2 * TL_ABBREVIATION_LONGEST };

static const tl_str abbreviations[] = {
/* in order of bytes */
#include "abbreviations.inc"
};

bool
tl_is_abbreviation(tl_str word)
{
    char key[BYTES_MAX * 3];
    if (word.len > BYTES_MAX) {
        return false;
    }
    tl_str folded = {key, tl_words_key(word, key)};
    size_t low = 0, high = sizeof abbreviations / sizeof abbreviations[0];
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = tl_str_compare(folded, abbreviations[middle]);
        if (order == 0) {
            return true;
        }
        if (order < 0) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return false;
}
