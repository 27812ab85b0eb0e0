/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_TEXT_PLAIN_RUN_H
#define TL_TEXT_PLAIN_RUN_H

#include "base/str.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* Internal to text/: where a run of ASCII letters and digits and of the Cyrillic letters from
 * U+0400 to U+047F ends, which nearly all words are made of. Written twice, for any machine and for
 * sixteen bytes at a time; tests hold the two against each other. */

enum { TL_PLAIN_BLOCK = 16 };

static inline bool
tl_is_plain_ascii(unsigned char byte)
{
    unsigned char small = byte | 0x20;
    return (small >= 'a' && small <= 'z') || (byte >= '0' && byte <= '9');
}

/* The end of the run that begins at `at`, which is `at` itself if there is none there. The text is
 * well-formed. */
static inline size_t
tl_plain_run_by_byte(tl_str text, size_t at)
{
    for (; at < text.len; at++) {
        unsigned char byte = (unsigned char)text.ptr[at];
        if ((byte & 0xFE) == 0xD0) {
            at++;
        } else if (!tl_is_plain_ascii(byte)) {
            break;
        }
    }
    return at;
}

#ifdef __SSE2__
/* Which of sixteen bytes are of the run, if all before them are; *lead: the first of two bytes is
 * the last of what came before. */
static inline unsigned
tl_plain_bytes(const char *bytes, unsigned *lead)
{
    const __m128i block = _mm_loadu_si128((const void *)bytes);
    const __m128i small = _mm_or_si128(block, _mm_set1_epi8(0x20));
    /* Signed, as the machine compares: a range moved to the lowest numbers there are. */
    const __m128i letter = _mm_cmpgt_epi8(_mm_set1_epi8(-128 + 26),
                                          _mm_add_epi8(small, _mm_set1_epi8((char)(-128 - 'a'))));
    const __m128i digit = _mm_cmpgt_epi8(_mm_set1_epi8(-128 + 10),
                                         _mm_add_epi8(block, _mm_set1_epi8((char)(-128 - '0'))));
    const __m128i wide =
        _mm_cmpeq_epi8(_mm_and_si128(block, _mm_set1_epi8((char)0xFE)), _mm_set1_epi8((char)0xD0));
    unsigned plain = (unsigned)_mm_movemask_epi8(_mm_or_si128(letter, digit));
    unsigned leads = (unsigned)_mm_movemask_epi8(wide);
    plain |= leads | leads << 1 | *lead;
    *lead = leads >> 15 & 1;
    return plain & 0xFFFF;
}

/* How many of the TL_PLAIN_BLOCK bytes at `bytes`, where a letter begins, are of the run; the last
 * of them may be the first half of a letter. */
static inline size_t
tl_plain_run_in_block(const char *bytes)
{
    unsigned lead = 0;
    return (unsigned)__builtin_ctz(~tl_plain_bytes(bytes, &lead));
}

static inline size_t
tl_plain_run_end(tl_str text, size_t at)
{
    unsigned lead = 0;
    for (; text.len - at >= TL_PLAIN_BLOCK; at += TL_PLAIN_BLOCK) {
        unsigned other = ~tl_plain_bytes(text.ptr + at, &lead) & 0xFFFF;
        if (other != 0) {
            return at + (unsigned)__builtin_ctz(other);
        }
    }
    return tl_plain_run_by_byte(text, at + lead);
}
#else
static inline size_t
tl_plain_run_in_block(const char *bytes)
{
    size_t end = tl_plain_run_by_byte((tl_str){bytes, TL_PLAIN_BLOCK}, 0);
    return end < TL_PLAIN_BLOCK ? end : TL_PLAIN_BLOCK;
}

static inline size_t
tl_plain_run_end(tl_str text, size_t at)
{
    return tl_plain_run_by_byte(text, at);
}
#endif

#endif
