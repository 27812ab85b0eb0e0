/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_READERS_MESSAGE_BYTES_H
#define TL_READERS_MESSAGE_BYTES_H

#include "base/utf8.h"
#include "text/script.h"

#include <string.h>

/* Internal to message.c and placeholder.c: what stands at a place of a message. */

/* The byte at `at`, NUL behind the end. */
static inline char
peek(tl_str text, size_t at)
{
    return at < text.len ? text.ptr[at] : '\0';
}

static inline bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static inline bool
is_ascii_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static inline bool
is_name_byte(char c)
{
    return is_ascii_letter(c) || is_digit(c) || c == '_';
}

static inline bool
is_one_of(char c, const char *bytes)
{
    return c != '\0' && strchr(bytes, c) != NULL;
}

/* A letter, digit or mark of some alphabet. */
static inline bool
is_letter(uint32_t code_point)
{
    return tl_script_of(code_point) != TL_SCRIPT_NONE;
}

static inline uint32_t
code_point_at(tl_str text, size_t at)
{
    return at < text.len ? tl_utf8_next(text, &at) : 0;
}

#endif
