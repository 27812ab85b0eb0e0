/* SPDX-License-Identifier: MPL-2.0 */
/* Character references. The names and what they stand for come from the build (generate/), in order
 * of bytes; the longest name is found by trying every length that the text allows, from the
 * longest, so that a reference costs the same whatever follows it. */
#include "readers/reference.h"

#include "base/utf8.h"

#include <string.h>

static const struct named_reference {
    tl_str name; /* without "&" */
    tl_str text;
} named_references[] = {
#include "references.inc"
};

enum { NAME_MAX_LENGTH = 32 }; /* CounterClockwiseContourIntegral; */

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool
is_alphanumeric(char c)
{
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static tl_reference
reference_to(tl_str text, size_t length)
{
    tl_reference reference = {.length = length, .text_length = text.len};
    memcpy(reference.text, text.ptr, text.len);
    return reference;
}

static const struct named_reference *
find_name(tl_str name)
{
    size_t low = 0, high = sizeof named_references / sizeof named_references[0];
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = tl_str_compare(named_references[middle].name, name);
        if (order == 0) {
            return &named_references[middle];
        }
        if (order < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return NULL;
}

/* 13.2.5.73: for historical reasons "&notit" in an attribute is no reference. */
static bool
is_historical(tl_str text, size_t end)
{
    return text.ptr[end - 1] != ';' && end < text.len &&
           (text.ptr[end] == '=' || is_alphanumeric(text.ptr[end]));
}

static tl_reference
named_at(tl_str text, size_t at, bool in_attribute)
{
    size_t begin = at + 1, end = begin;
    while (end < text.len && end - begin < NAME_MAX_LENGTH && is_alphanumeric(text.ptr[end])) {
        end++;
    }
    end += end < text.len && text.ptr[end] == ';';
    for (; end > begin + 1; end--) {
        const struct named_reference *found = find_name(tl_str_slice(text, begin, end));
        if (found) {
            return in_attribute && is_historical(text, end) ? (tl_reference){0}
                                                            : reference_to(found->text, end - at);
        }
    }
    return (tl_reference){0};
}

/* -1 if `c` is no digit to the base. */
static int
digit_value(char c, unsigned base)
{
    if (is_digit(c)) {
        return c - '0';
    }
    if (base == 16 && c >= 'a' && c <= 'f') {
        return c - 'a' + 10;
    }
    return base == 16 && c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* 13.2.5.80: what a number stands for; the controls of ISO 8859-1 are those of windows-1252. */
static uint32_t
code_point_of(uint32_t number)
{
    static const uint16_t windows_1252[] = {
        0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178,
    };
    if (number >= 0x80 && number < 0xA0) {
        return windows_1252[number - 0x80];
    }
    bool is_character = number > 0 && number <= 0x10FFFF && (number < 0xD800 || number > 0xDFFF);
    return is_character ? number : 0xFFFD;
}

static tl_reference
numeric_at(tl_str text, size_t at)
{
    size_t begin = at + 2;
    bool is_hexadecimal = begin < text.len && (text.ptr[begin] == 'x' || text.ptr[begin] == 'X');
    unsigned base = is_hexadecimal ? 16 : 10;
    begin += is_hexadecimal;
    uint32_t number = 0;
    size_t end = begin;
    for (int digit; end < text.len && (digit = digit_value(text.ptr[end], base)) >= 0; end++) {
        number = number > 0x10FFFF ? number : number * base + (uint32_t)digit;
    }
    if (end == begin) {
        return (tl_reference){0};
    }
    end += end < text.len && text.ptr[end] == ';';
    tl_reference reference = {.length = end - at};
    reference.text_length = tl_utf8_encode(code_point_of(number), reference.text);
    return reference;
}

tl_reference
tl_reference_at(tl_str text, size_t at, bool in_attribute)
{
    bool is_numeric = at + 1 < text.len && text.ptr[at + 1] == '#';
    return is_numeric ? numeric_at(text, at) : named_at(text, at, in_attribute);
}
