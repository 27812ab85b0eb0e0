/* SPDX-License-Identifier: MPL-2.0 */
/* Whether bytes can be read as a termbase at all: encoding, line ends. Knows nothing of the
 * formats but that libyaml ends lines where editors do not. The first fault is reported, and only
 * that. */
#include "termbase/bytes.h"

#include "base/utf8.h"

tl_bytes_place
tl_bytes_place_of(tl_str bytes, size_t offset)
{
    tl_bytes_place at = {1, 1};
    size_t line_start = 0;
    for (size_t i = 0; i < offset && i < bytes.len; i++) {
        bool ends_line = bytes.ptr[i] == '\n' ||
                         (bytes.ptr[i] == '\r' && (i + 1 == bytes.len || bytes.ptr[i + 1] != '\n'));
        if (ends_line) {
            at.line++;
            line_start = i + 1;
        }
    }
    at.column += (uint32_t)tl_utf8_length(tl_str_slice(bytes, line_start, offset));
    return at;
}

/* The code unit at an offset of UTF-16, or 0 behind the end. */
static uint32_t
unit_at(tl_str bytes, size_t at, bool is_big)
{
    if (at + 1 >= bytes.len) {
        return 0;
    }
    unsigned char first = (unsigned char)bytes.ptr[at], second = (unsigned char)bytes.ptr[at + 1];
    return is_big ? (uint32_t)first << 8 | second : (uint32_t)second << 8 | first;
}

void
tl_bytes_decode(tl_buf *bytes)
{
    tl_str text = tl_buf_str(bytes);
    bool is_big = tl_str_starts_with(text, TL_STR("\xfe\xff"));
    tl_buf decoded = {0};
    bool is_little = tl_str_starts_with(text, TL_STR("\xff\xfe"));
    if ((!is_big && !is_little) || text.len % 2 == 1) {
        return;
    }
    for (size_t at = 2; at + 1 < text.len; at += 2) {
        uint32_t c = unit_at(text, at, is_big), low = unit_at(text, at + 2, is_big);
        if (c >= 0xD800 && c < 0xDC00 && low >= 0xDC00 && low < 0xE000) {
            c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
            at += 2;
        } else if (c >= 0xD800 && c < 0xE000) {
            c = 0xFFFD;
        }
        char letter[TL_UTF8_MAX];
        tl_buf_add(&decoded, (tl_str){letter, tl_utf8_encode(c, letter)});
    }
    tl_buf_clear(bytes);
    *bytes = decoded;
}

/* The encoding in which these bytes are Russian text, or NULL. In both legacy ones the letters are
 * the bytes from 0xc0; small letters, which are the most, come last in windows-1251 and first in
 * KOI8-R. */
static const char *
guess_encoding(tl_str bytes)
{
    if (tl_str_starts_with(bytes, TL_STR("\xff\xfe")) ||
        tl_str_starts_with(bytes, TL_STR("\xfe\xff"))) {
        return "UTF-16";
    }
    size_t low = 0, high = 0, other = 0;
    for (size_t i = 0; i < bytes.len; i++) {
        unsigned char byte = (unsigned char)bytes.ptr[i];
        low += byte >= 0xc0 && byte < 0xe0;
        high += byte >= 0xe0;
        other += byte >= 0x80 && byte < 0xc0;
    }
    if (low + high < 9 * other || low + high < 3) {
        return NULL;
    }
    return high >= low ? "windows-1251" : "KOI8-R";
}

static bool
is_utf8(tl_str bytes, tl_str path, tl_problem_list *problems)
{
    size_t offset = tl_utf8_invalid_at(bytes);
    if (offset == bytes.len) {
        return true;
    }
    const char *guess = guess_encoding(bytes);
    tl_bytes_place at = tl_bytes_place_of(bytes, offset);
    tl_problem_add(problems, path, at.line, at.column, "byte 0x%02x is not UTF-8%s%s, want UTF-8",
                   (unsigned char)bytes.ptr[offset], guess ? ", looks like " : "",
                   guess ? guess : "");
    return false;
}

/* libyaml ends lines at U+0085, U+2028 and U+2029: every line number behind one would be wrong. */
static bool
has_plain_line_ends(tl_str bytes, tl_str path, tl_problem_list *problems)
{
    static const tl_str ends[] = {TL_STR_INIT("\xc2\x85"), TL_STR_INIT("\xe2\x80\xa8"),
                                  TL_STR_INIT("\xe2\x80\xa9")};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        size_t offset = tl_str_find(bytes, ends[i], 0);
        if (offset < bytes.len) {
            tl_bytes_place at = tl_bytes_place_of(bytes, offset);
            tl_problem_add(problems, path, at.line, at.column,
                           "an invisible Unicode line separator, want a plain line break");
            return false;
        }
    }
    return true;
}

bool
tl_bytes_check(tl_str bytes, tl_str path, tl_problem_list *problems)
{
    return is_utf8(bytes, path, problems) && has_plain_line_ends(bytes, path, problems);
}

/* Controls (but tab and line feed), and those that reorder text on display. They come in by the
 * escapes of quoted scalars, the latter raw as well. */
static bool
is_unwanted(uint32_t c)
{
    return (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7f && c < 0xa0) || c == 0x061c ||
           c == 0x200e || c == 0x200f || (c >= 0x2028 && c <= 0x202e) ||
           (c >= 0x2066 && c <= 0x2069);
}

bool
tl_bytes_have_unwanted(tl_str text, uint32_t *unwanted)
{
    for (size_t at = 0; at < text.len;) {
        *unwanted = tl_utf8_next(text, &at);
        if (is_unwanted(*unwanted)) {
            return true;
        }
    }
    return false;
}
