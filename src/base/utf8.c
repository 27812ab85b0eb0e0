/* SPDX-License-Identifier: MPL-2.0 */
/* UTF-8 as The Unicode Standard, chapter 3.9, defines it: no overlong forms, no surrogates,
 * nothing above U+10FFFF. What a code point means is the business of text/. Ill-formed bytes are
 * never read past: decoding always moves forward and never beyond the string. */
#include "base/utf8.h"

#include <string.h>

enum { REPLACEMENT = 0xFFFD };

/* The range of the second byte after `lead`, and the length of the sequence; 0 for no lead. */
static unsigned
sequence(unsigned char lead, unsigned char *low, unsigned char *high)
{
    *low = 0x80;
    *high = 0xBF;
    if (lead >= 0xC2 && lead <= 0xDF) {
        return 2;
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
        *low = lead == 0xE0 ? 0xA0 : 0x80;
        *high = lead == 0xED ? 0x9F : 0xBF;
        return 3;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        *low = lead == 0xF0 ? 0x90 : 0x80;
        *high = lead == 0xF4 ? 0x8F : 0xBF;
        return 4;
    }
    return 0;
}

/* Length of the longest well-formed prefix of a sequence at `at`; *needed is its whole length. */
static size_t
well_formed_prefix(tl_str str, size_t at, size_t *needed)
{
    const unsigned char *bytes = (const unsigned char *)str.ptr;
    unsigned char low, high;
    *needed = sequence(bytes[at], &low, &high);
    size_t have = 1;
    while (have < *needed && at + have < str.len && bytes[at + have] >= low &&
           bytes[at + have] <= high) {
        low = 0x80;
        high = 0xBF;
        have++;
    }
    return have;
}

uint32_t
tl_utf8_next_long(tl_str str, size_t *at)
{
    const unsigned char *bytes = (const unsigned char *)str.ptr + *at;
    size_t needed, have = well_formed_prefix(str, *at, &needed);
    *at += have;
    if (have < needed || needed == 0) {
        return REPLACEMENT;
    }
    uint32_t code_point = bytes[0] & (0x7Fu >> needed);
    for (size_t i = 1; i < needed; i++) {
        code_point = code_point << 6 | (bytes[i] & 0x3Fu);
    }
    return code_point;
}

uint32_t
tl_utf8_previous(tl_str str, size_t *at)
{
    do {
        *at -= 1;
    } while (*at > 0 && ((unsigned char)str.ptr[*at] & 0xC0u) == 0x80u);
    size_t from = *at;
    return tl_utf8_next(str, &from);
}

/* True for eight bytes that are well formed by themselves, told at once: ASCII, or four letters of
 * U+0400–U+04FF. */
static bool
is_plain_chunk(const char *bytes)
{
    static const unsigned char masks[] = {0xFC, 0xC0, 0xFC, 0xC0, 0xFC, 0xC0, 0xFC, 0xC0};
    static const unsigned char marks[] = {0xD0, 0x80, 0xD0, 0x80, 0xD0, 0x80, 0xD0, 0x80};
    uint64_t chunk, mask, mark;
    memcpy(&chunk, bytes, sizeof chunk);
    memcpy(&mask, masks, sizeof mask);
    memcpy(&mark, marks, sizeof mark);
    return (chunk & UINT64_C(0x8080808080808080)) == 0 || (chunk & mask) == mark;
}

/* True for a well-formed sequence of two bytes. */
static bool
is_pair(tl_str str, size_t at)
{
    if (at + 1 >= str.len) {
        return false;
    }
    const unsigned char *bytes = (const unsigned char *)str.ptr + at;
    return bytes[0] >= 0xC2 && bytes[0] <= 0xDF && (bytes[1] & 0xC0u) == 0x80;
}

/* Passes what most texts are made of: plain bytes, and letters of two. */
static size_t
pass_common(tl_str str, size_t at)
{
    for (;;) {
        while (at + sizeof(uint64_t) <= str.len && is_plain_chunk(str.ptr + at)) {
            at += sizeof(uint64_t);
        }
        const size_t before = at;
        while (is_pair(str, at)) {
            at += 2;
        }
        if (at == before) {
            if (at == str.len || (unsigned char)str.ptr[at] >= 0x80) {
                return at;
            }
            at++;
        }
    }
}

size_t
tl_utf8_invalid_at(tl_str str)
{
    for (size_t at = pass_common(str, 0); at < str.len; at = pass_common(str, at)) {
        size_t needed, have = well_formed_prefix(str, at, &needed);
        if (needed == 0 || have < needed) {
            return at;
        }
        at += needed;
    }
    return str.len;
}

size_t
tl_utf8_encode(uint32_t code_point, char *out)
{
    if (code_point < 0x80) {
        out[0] = (char)code_point;
        return 1;
    }
    size_t length = code_point < 0x800 ? 2 : code_point < 0x10000 ? 3 : 4;
    for (size_t i = length - 1; i > 0; i--) {
        out[i] = (char)(0x80u | (code_point & 0x3Fu));
        code_point >>= 6;
    }
    out[0] = (char)((0xF00u >> length) | code_point);
    return length;
}

size_t
tl_utf8_length(tl_str str)
{
    size_t count = 0;
    for (size_t i = 0; i < str.len; i++) {
        count += ((unsigned char)str.ptr[i] & 0xC0u) != 0x80u;
    }
    return count;
}

size_t
tl_utf8_utf16_length(tl_str str)
{
    size_t count = 0;
    for (size_t i = 0; i < str.len; i++) {
        unsigned char byte = (unsigned char)str.ptr[i];
        count += (byte & 0xC0u) != 0x80u;
        count += byte >= 0xF0u;
    }
    return count;
}
