/* SPDX-License-Identifier: MPL-2.0 */
/* Borrowed byte strings. Knows bytes only: letters, words and scripts live in text/. A string of
 * length zero may have a NULL pointer, so nothing here passes one to the C library unguarded.
 * Nothing is copied or freed. */
#include "base/str.h"

#include <string.h>

tl_str
tl_str_from(const char *cstr)
{
    return cstr ? (tl_str){cstr, strlen(cstr)} : (tl_str){NULL, 0};
}

static char
ascii_lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

bool
tl_str_equal_ascii_nocase(tl_str a, tl_str b)
{
    if (a.len != b.len) {
        return false;
    }
    for (size_t i = 0; i < a.len; i++) {
        if (ascii_lower(a.ptr[i]) != ascii_lower(b.ptr[i])) {
            return false;
        }
    }
    return true;
}

bool
tl_str_is_one_of_ascii_nocase(tl_str str, const tl_str *strings, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (tl_str_equal_ascii_nocase(str, strings[i])) {
            return true;
        }
    }
    return false;
}

int
tl_str_compare(tl_str a, tl_str b)
{
    size_t common = a.len < b.len ? a.len : b.len;
    int order = common ? memcmp(a.ptr, b.ptr, common) : 0;
    if (order != 0) {
        return order;
    }
    return (a.len > b.len) - (a.len < b.len);
}

bool
tl_str_starts_with(tl_str str, tl_str prefix)
{
    return str.len >= prefix.len && tl_str_equal(tl_str_slice(str, 0, prefix.len), prefix);
}

bool
tl_str_ends_with(tl_str str, tl_str suffix)
{
    return str.len >= suffix.len &&
           tl_str_equal(tl_str_slice(str, str.len - suffix.len, str.len), suffix);
}

tl_str
tl_str_slice(tl_str str, size_t begin, size_t end)
{
    if (end > str.len) {
        end = str.len;
    }
    if (begin >= end) {
        return (tl_str){str.len ? str.ptr + end : NULL, 0};
    }
    return (tl_str){str.ptr + begin, end - begin};
}

tl_str
tl_str_at(tl_str str, tl_range range)
{
    return tl_str_slice(str, range.begin, range.end);
}

static bool
is_ascii_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

tl_str
tl_str_trim(tl_str str)
{
    size_t begin = 0, end = str.len;
    while (begin < end && is_ascii_space(str.ptr[begin])) {
        begin++;
    }
    while (end > begin && is_ascii_space(str.ptr[end - 1])) {
        end--;
    }
    return tl_str_slice(str, begin, end);
}

bool
tl_str_split(tl_str *rest, char separator, tl_str *part)
{
    if (rest->ptr == NULL && rest->len == 0) {
        return false;
    }
    size_t at = tl_str_find_byte(*rest, separator, 0);
    *part = tl_str_slice(*rest, 0, at);
    *rest = at < rest->len ? (tl_str){rest->ptr + at + 1, rest->len - at - 1} : (tl_str){NULL, 0};
    return true;
}

bool
tl_str_has_digit(tl_str str, size_t at)
{
    return at < str.len && str.ptr[at] >= '0' && str.ptr[at] <= '9';
}

size_t
tl_str_find_byte(tl_str str, char byte, size_t from)
{
    if (from >= str.len) {
        return str.len;
    }
    const char *at = memchr(str.ptr + from, byte, str.len - from);
    return at ? (size_t)(at - str.ptr) : str.len;
}

/* The place in the needle of a byte that is rare in prose: punctuation, if there is any. */
static size_t
rarest_byte(tl_str needle)
{
    for (size_t i = 0; i < needle.len; i++) {
        unsigned char byte = (unsigned char)needle.ptr[i], small = byte | 0x20;
        bool is_common = byte >= 0x80 || byte == ' ' || (small >= 'a' && small <= 'z');
        if (!is_common) {
            return i;
        }
    }
    return 0;
}

size_t
tl_str_find(tl_str str, tl_str needle, size_t from)
{
    if (needle.len == 0) {
        return from < str.len ? from : str.len;
    }
    const size_t rare = rarest_byte(needle);
    while (from + needle.len <= str.len) {
        from = tl_str_find_byte(str, needle.ptr[rare], from + rare) - rare;
        if (from + needle.len > str.len) {
            break;
        }
        if (memcmp(str.ptr + from, needle.ptr, needle.len) == 0) {
            return from;
        }
        from++;
    }
    return str.len;
}

/* True if one of the eight bytes may be a digit: a byte less than 10 once the digits' bits are off,
 * told for all at once. What follows a digit may be taken for one. */
static bool
may_have_digit(const char *bytes)
{
    const uint64_t each = UINT64_C(0x0101010101010101);
    uint64_t chunk;
    memcpy(&chunk, bytes, sizeof chunk);
    chunk ^= '0' * each;
    return ((chunk - 10 * each) & ~chunk & 0x80 * each) != 0;
}

size_t
tl_str_find_digit(tl_str str, size_t from)
{
    for (; from < str.len; from++) {
        while (str.len - from >= sizeof(uint64_t) && !may_have_digit(str.ptr + from)) {
            from += sizeof(uint64_t);
        }
        if (from < str.len && str.ptr[from] >= '0' && str.ptr[from] <= '9') {
            return from;
        }
    }
    return str.len;
}
