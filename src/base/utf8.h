/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_BASE_UTF8_H
#define TL_BASE_UTF8_H

#include "base/str.h"

enum { TL_UTF8_MAX = 4 };

/* Offset of the first byte that is not part of well-formed UTF-8 (The Unicode Standard, table
 * 3-7), or str.len if there is none. */
size_t tl_utf8_invalid_at(tl_str str);

/* Decodes the code point at *at, which is less than str.len, and moves *at behind it. In ill-formed
 * input each maximal subpart (The Unicode Standard, 3.9, U+FFFD substitution) gives U+FFFD. */
static inline uint32_t tl_utf8_next(tl_str str, size_t *at);

/* The same for what is neither ASCII nor two bytes long and well formed; tl_utf8_next() asks it. */
uint32_t tl_utf8_next_long(tl_str str, size_t *at);

/* Decodes the code point that ends at *at, which is greater than 0, and moves *at to its start.
 * The string is well formed. */
uint32_t tl_utf8_previous(tl_str str, size_t *at);

/* Writes `code_point` to `out`, which has room for TL_UTF8_MAX bytes; returns how many it took. */
size_t tl_utf8_encode(uint32_t code_point, char *out);

/* The number of code points. */
size_t tl_utf8_length(tl_str str);

/* The number of UTF-16 code units. */
size_t tl_utf8_utf16_length(tl_str str);

static inline uint32_t
tl_utf8_next(tl_str str, size_t *at)
{
    const unsigned char *bytes = (const unsigned char *)str.ptr + *at;
    if (bytes[0] < 0x80) {
        *at += 1;
        return bytes[0];
    }
    if (bytes[0] >= 0xC2 && bytes[0] < 0xE0 && *at + 1 < str.len && (bytes[1] & 0xC0u) == 0x80) {
        *at += 2;
        return (bytes[0] & 0x1Fu) << 6 | (bytes[1] & 0x3Fu);
    }
    return tl_utf8_next_long(str, at);
}

#endif
