/* SPDX-License-Identifier: MPL-2.0 */
/* Questions about single words that several rules ask. Words are compared by their keys, so that
 * capitals and marks make no difference. */
#include "rules/at_word.h"

#include "text/key.h"

const tl_hit *
tl_hit_at(const tl_pass *pass, uint32_t at)
{
    int32_t hit = tl_scan_hit_at(pass->scan, at);
    return hit >= 0 ? &pass->scan->hits[hit] : NULL;
}

bool
tl_is_one_of(tl_str word, const tl_str *keys, size_t count)
{
    tl_key key;
    tl_str folded = tl_key_of(word, &key);
    for (size_t i = 0; i < count; i++) {
        if (tl_str_equal(folded, keys[i])) {
            return true;
        }
    }
    return false;
}

bool
tl_word_is_one_of(const tl_pass *pass, uint32_t at, const tl_str *keys, size_t count)
{
    return tl_is_one_of(tl_pass_word(pass, at), keys, count);
}

bool
tl_word_is_listed(const tl_pass *pass, uint32_t at, tl_list list)
{
    tl_key key;
    return tl_list_has(list, tl_key_of(tl_pass_word(pass, at), &key));
}

bool
tl_gap_is_open(uint8_t gap)
{
    return gap == TL_GAP_SPACE || gap == TL_GAP_HYPHEN || gap == TL_GAP_DOT;
}
