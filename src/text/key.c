/* SPDX-License-Identifier: MPL-2.0 */
/* Keys of single words, in a place of fixed size. A word that is too long is cut between two
 * characters. */
#include "text/key.h"

tl_str
tl_key_of(tl_str word, tl_key *key)
{
    size_t end = word.len < TL_KEY_WORD_LONGEST ? word.len : TL_KEY_WORD_LONGEST;
    while (end < word.len && end > 0 && ((unsigned char)word.ptr[end] & 0xC0u) == 0x80u) {
        end--;
    }
    return (tl_str){key->bytes, tl_words_key(tl_str_slice(word, 0, end), key->bytes)};
}

bool
tl_keys_equal(tl_str a, tl_str b)
{
    tl_key first, second;
    return tl_str_equal(tl_key_of(a, &first), tl_key_of(b, &second));
}
