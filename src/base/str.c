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

bool
tl_str_equal(tl_str a, tl_str b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
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

size_t
tl_str_find_byte(tl_str str, char byte, size_t from)
{
    if (from >= str.len) {
        return str.len;
    }
    const char *at = memchr(str.ptr + from, byte, str.len - from);
    return at ? (size_t)(at - str.ptr) : str.len;
}

/* Horspool's search: behind what does not match, the last byte that was looked at tells how far to
 * move on. For a needle of 255 bytes at most. */
static size_t
find_by_skipping(tl_str str, tl_str needle, size_t from)
{
    unsigned char skip[256];
    const size_t last = needle.len - 1;
    memset(skip, (int)needle.len, sizeof skip);
    for (size_t i = 0; i < last; i++) {
        skip[(unsigned char)needle.ptr[i]] = (unsigned char)(last - i);
    }
    while (str.len - from > last) {
        unsigned char byte = (unsigned char)str.ptr[from + last];
        if (byte == (unsigned char)needle.ptr[last] &&
            memcmp(str.ptr + from, needle.ptr, last) == 0) {
            return from;
        }
        from += skip[byte];
    }
    return str.len;
}

size_t
tl_str_find(tl_str str, tl_str needle, size_t from)
{
    enum { SHORTEST_TO_SKIP = 4, LONGEST_TO_SKIP = 255, WORTH_A_TABLE = 1024 };
    if (needle.len == 0) {
        return from < str.len ? from : str.len;
    }
    if (needle.len >= SHORTEST_TO_SKIP && needle.len <= LONGEST_TO_SKIP && from < str.len &&
        str.len - from >= WORTH_A_TABLE) {
        return find_by_skipping(str, needle, from);
    }
    while (from + needle.len <= str.len) {
        from = tl_str_find_byte(str, needle.ptr[0], from);
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
