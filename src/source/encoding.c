/* SPDX-License-Identifier: MPL-2.0 */
/* Encodings as data: from the bytes of a file to UTF-8 and back. Which one a file has is not
 * decided here. Invariant: what decodes without a fault encodes to the same bytes. */
#include "source/encoding.h"

#include "base/utf8.h"

#include <string.h>

const tl_encoding tl_encoding_utf8 = {
    .name = "UTF-8",
    .aliases = "utf8\0u8\0unicode-1-1-utf-8\0",
    .form = TL_FORM_UTF8,
};

const tl_encoding tl_encoding_utf16_le = {
    .name = "UTF-16LE",
    .aliases = "utf-16\0utf16\0utf16le\0ucs-2\0unicode\0",
    .form = TL_FORM_UTF16_LE,
};

const tl_encoding tl_encoding_utf16_be = {
    .name = "UTF-16BE",
    .aliases = "utf16be\0",
    .form = TL_FORM_UTF16_BE,
};

static const tl_encoding byte_encodings[] = {
#include "encodings.inc"
};

static const tl_encoding *const unicode_encodings[] = {
    &tl_encoding_utf8,
    &tl_encoding_utf16_le,
    &tl_encoding_utf16_be,
};

enum {
    UNICODE_COUNT = sizeof unicode_encodings / sizeof unicode_encodings[0],
    BYTE_COUNT = sizeof byte_encodings / sizeof byte_encodings[0],
};

const tl_encoding *
tl_encoding_at(size_t index)
{
    if (index < UNICODE_COUNT) {
        return unicode_encodings[index];
    }
    return index < UNICODE_COUNT + BYTE_COUNT ? &byte_encodings[index - UNICODE_COUNT] : NULL;
}

static bool
is_called(const tl_encoding *encoding, tl_str name)
{
    if (tl_str_equal_ascii_nocase(tl_str_from(encoding->name), name)) {
        return true;
    }
    for (const char *alias = encoding->aliases; *alias; alias += strlen(alias) + 1) {
        if (tl_str_equal_ascii_nocase(tl_str_from(alias), name)) {
            return true;
        }
    }
    return false;
}

const tl_encoding *
tl_encoding_find(tl_str name)
{
    const tl_encoding *encoding;
    for (size_t i = 0; (encoding = tl_encoding_at(i)); i++) {
        if (is_called(encoding, name)) {
            return encoding;
        }
    }
    return NULL;
}

const tl_encoding *
tl_encoding_marked(tl_str bytes, size_t *length)
{
    static const struct {
        tl_str mark;
        const tl_encoding *encoding;
    } marks[] = {
        {TL_STR_INIT("\xEF\xBB\xBF"), &tl_encoding_utf8},
        {TL_STR_INIT("\xFF\xFE"), &tl_encoding_utf16_le},
        {TL_STR_INIT("\xFE\xFF"), &tl_encoding_utf16_be},
    };
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        if (tl_str_starts_with(bytes, marks[i].mark)) {
            *length = marks[i].mark.len;
            return marks[i].encoding;
        }
    }
    *length = 0;
    return NULL;
}

static void
add_code_point(tl_buf *out, uint32_t code_point)
{
    out->len += tl_utf8_encode(code_point, tl_buf_reserve(out, TL_UTF8_MAX));
}

static size_t
decode_bytes(const tl_encoding *encoding, tl_str bytes, tl_buf *out)
{
    for (size_t at = 0; at < bytes.len; at++) {
        unsigned char byte = (unsigned char)bytes.ptr[at];
        uint32_t code_point = byte < 0x80 ? byte : encoding->high[byte - 0x80];
        if (byte >= 0x80 && code_point == 0) {
            return at;
        }
        add_code_point(out, code_point);
    }
    return bytes.len;
}

static uint32_t
unit_at(const tl_encoding *encoding, tl_str bytes, size_t at)
{
    uint32_t first = (unsigned char)bytes.ptr[at], second = (unsigned char)bytes.ptr[at + 1];
    return encoding->form == TL_FORM_UTF16_LE ? first | second << 8 : first << 8 | second;
}

static bool
is_surrogate(uint32_t unit)
{
    return unit >= 0xD800 && unit <= 0xDFFF;
}

/* Surrogates come in pairs, the high one first (The Unicode Standard, 3.9, D91). */
static size_t
decode_utf16(const tl_encoding *encoding, tl_str bytes, tl_buf *out)
{
    size_t at = 0;
    while (bytes.len - at >= 2) {
        uint32_t unit = unit_at(encoding, bytes, at);
        if (!is_surrogate(unit)) {
            add_code_point(out, unit);
            at += 2;
            continue;
        }
        uint32_t low = bytes.len - at >= 4 ? unit_at(encoding, bytes, at + 2) : 0;
        if (unit >= 0xDC00 || low < 0xDC00 || low > 0xDFFF) {
            return at;
        }
        add_code_point(out, 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00));
        at += 4;
    }
    return at;
}

size_t
tl_encoding_decode(const tl_encoding *encoding, tl_str bytes, tl_buf *out)
{
    switch (encoding->form) {
    case TL_FORM_BYTES: return decode_bytes(encoding, bytes, out);
    case TL_FORM_UTF16_LE:
    case TL_FORM_UTF16_BE: return decode_utf16(encoding, bytes, out);
    case TL_FORM_UTF8: break;
    }
    size_t valid = tl_utf8_invalid_at(bytes);
    tl_buf_add(out, tl_str_slice(bytes, 0, valid));
    return valid;
}

static bool
add_byte_for(const tl_encoding *encoding, uint32_t code_point, tl_buf *out)
{
    if (code_point < 0x80) {
        tl_buf_add_byte(out, (char)code_point);
        return true;
    }
    for (size_t i = 0; i < TL_HIGH_BYTES; i++) {
        if (encoding->high[i] == code_point) {
            tl_buf_add_byte(out, (char)(0x80 + i));
            return true;
        }
    }
    return false;
}

static void
add_unit(const tl_encoding *encoding, uint32_t unit, tl_buf *out)
{
    bool is_little = encoding->form == TL_FORM_UTF16_LE;
    tl_buf_add_byte(out, (char)(is_little ? unit & 0xFF : unit >> 8));
    tl_buf_add_byte(out, (char)(is_little ? unit >> 8 : unit & 0xFF));
}

static void
add_units_for(const tl_encoding *encoding, uint32_t code_point, tl_buf *out)
{
    if (code_point < 0x10000) {
        add_unit(encoding, code_point, out);
        return;
    }
    add_unit(encoding, 0xD800 + ((code_point - 0x10000) >> 10), out);
    add_unit(encoding, 0xDC00 + (code_point & 0x3FF), out);
}

bool
tl_encoding_encode(const tl_encoding *encoding, tl_str text, tl_buf *out, uint32_t *missing)
{
    if (encoding->form == TL_FORM_UTF8) {
        tl_buf_add(out, text);
        return true;
    }
    for (size_t at = 0; at < text.len;) {
        uint32_t code_point = tl_utf8_next(text, &at);
        if (encoding->form != TL_FORM_BYTES) {
            add_units_for(encoding, code_point, out);
        } else if (!add_byte_for(encoding, code_point, out)) {
            *missing = code_point;
            return false;
        }
    }
    return true;
}
