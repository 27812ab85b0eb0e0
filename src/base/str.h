/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_BASE_STR_H
#define TL_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* A borrowed run of bytes, usually UTF-8; not NUL-terminated unless its owner says so. */
typedef struct tl_str {
    const char *ptr;
    size_t len;
} tl_str;

/* A half-open range of byte offsets. */
typedef struct tl_range {
    uint32_t begin;
    uint32_t end;
} tl_range;

#define TL_STR(literal) ((tl_str){(literal), sizeof(literal) - 1})

/* The same as an initialiser of static data. */
#define TL_STR_INIT(literal)           \
    {                                  \
        (literal), sizeof(literal) - 1 \
    }

/* Arguments for a "%.*s" conversion. */
#define TL_STR_ARGS(str) ((int)(str).len), ((str).len ? (str).ptr : "")

/* The bytes of a NUL-terminated string, NULL giving the empty string. */
tl_str tl_str_from(const char *cstr);

static inline bool
tl_str_equal(tl_str a, tl_str b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

/* ASCII letters are compared without regard to case, all other bytes as they are. */
bool tl_str_equal_ascii_nocase(tl_str a, tl_str b);

/* True if one of the strings is equal in that sense. */
bool tl_str_is_one_of_ascii_nocase(tl_str str, const tl_str *strings, size_t count);

/* Byte order; a prefix sorts first. Returns <0, 0 or >0. */
int tl_str_compare(tl_str a, tl_str b);

bool tl_str_starts_with(tl_str str, tl_str prefix);
bool tl_str_ends_with(tl_str str, tl_str suffix);

/* The bytes of [begin, end), both clamped to the string. */
tl_str tl_str_slice(tl_str str, size_t begin, size_t end);

/* The bytes that a range names; the range lies within the string. */
tl_str tl_str_at(tl_str str, tl_range range);

/* Without leading and trailing ASCII white space. */
tl_str tl_str_trim(tl_str str);

/* Takes the part before the first `separator` off the front of *rest into *part. Returns false
 * once nothing is left; an empty string has one empty part. Start with *rest = the whole. */
bool tl_str_split(tl_str *rest, char separator, tl_str *part);

/* Whether they are the same bytes in the same place. */
static inline bool
tl_str_is_same(tl_str a, tl_str b)
{
    return a.ptr == b.ptr && a.len == b.len;
}

/* Whether a digit, 0 to 9, stands at `at`, which may be behind the end. */
bool tl_str_has_digit(tl_str str, size_t at);

/* Position of the first occurrence of `byte` at or after `from`, or str.len. */
size_t tl_str_find_byte(tl_str str, char byte, size_t from);

/* Position of the first ASCII digit at or after `from`, or str.len. */
size_t tl_str_find_digit(tl_str str, size_t from);

/* Position of the first occurrence of `needle` at or after `from`, or str.len. */
size_t tl_str_find(tl_str str, tl_str needle, size_t from);

#endif
