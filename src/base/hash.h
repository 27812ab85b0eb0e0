/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_BASE_HASH_H
#define TL_BASE_HASH_H

#include "base/str.h"

/* A 64-bit hash of bytes, the same on every machine and in every run. Not for security. */
uint64_t tl_hash_bytes(tl_str str);

/* Spreads the entropy of `value` over all 64 bits (a bijection). */
static inline uint64_t
tl_hash_mix(uint64_t value)
{
    value ^= value >> 32;
    value *= UINT64_C(0xd6e8feb86659fd93);
    value ^= value >> 32;
    value *= UINT64_C(0xd6e8feb86659fd93);
    value ^= value >> 32;
    return value;
}

/* A hash of the ordered pair (a, b). */
static inline uint64_t
tl_hash_pair(uint64_t a, uint64_t b)
{
    return tl_hash_mix(a ^ (b * UINT64_C(0x9e3779b97f4a7c15)) ^ (b >> 29));
}

#endif
