/* SPDX-License-Identifier: MPL-2.0 */
/* Hashing of byte strings, eight bytes at a time. Words of the text are not hashed here but as
 * they are folded (text/words), so that halves of a compound can be joined. The result is part of
 * fingerprints and shards: it never changes between machines or releases. */
#include "base/hash.h"

uint64_t
tl_hash_bytes(tl_str str)
{
    uint64_t hash = UINT64_C(0x9ae16a3b2f90404f) ^ str.len;
    size_t at = 0;
    for (; at + 8 <= str.len; at += 8) {
        uint64_t chunk = 0;
        for (size_t k = 0; k < 8; k++) {
            chunk |= (uint64_t)(unsigned char)str.ptr[at + k] << (8 * k);
        }
        hash = tl_hash_mix(hash ^ chunk);
    }
    uint64_t tail = 0;
    for (size_t k = 0; at + k < str.len; k++) {
        tail |= (uint64_t)(unsigned char)str.ptr[at + k] << (8 * k);
    }
    return tl_hash_mix(hash ^ tail);
}
