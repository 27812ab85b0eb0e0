/* SPDX-License-Identifier: MPL-2.0 */
/* Hashing of byte strings, eight bytes at a time. Words of the text are not hashed here but as
 * they are folded (text/words), so that halves of a compound can be joined. The result is part of
 * fingerprints and shards: it never changes between machines or releases. */
#include "base/hash.h"

/* Four bytes as a number, the first of them the lowest. */
static uint64_t
four_bytes(const char *ptr)
{
    const unsigned char *bytes = (const unsigned char *)ptr;
    return (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 |
           (uint32_t)bytes[3] << 24;
}

static uint64_t
eight_bytes(const char *ptr)
{
    return four_bytes(ptr) | four_bytes(ptr + 4) << 32;
}

uint64_t
tl_hash_bytes(tl_str str)
{
    uint64_t hash = UINT64_C(0x9ae16a3b2f90404f) ^ str.len;
    size_t at = 0;
    for (; at + 8 <= str.len; at += 8) {
        hash = tl_hash_mix(hash ^ eight_bytes(str.ptr + at));
    }
    uint64_t tail = 0;
    if (str.len >= 8 && at < str.len) { /* the last eight, but for those that were hashed */
        tail = eight_bytes(str.ptr + str.len - 8) >> (8 * (8 - (str.len - at)));
    } else {
        for (size_t k = 0; at + k < str.len; k++) {
            tail |= (uint64_t)(unsigned char)str.ptr[at + k] << (8 * k);
        }
    }
    return tl_hash_mix(hash ^ tail);
}
