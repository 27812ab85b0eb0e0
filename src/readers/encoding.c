/* SPDX-License-Identifier: MPL-2.0 */
/* Is it UTF-8, and if not, what does it look like? The guess is for a person who reads the message
 * and is taken for no more: it looks at how the bytes above ASCII are spread over the places where
 * the Cyrillic encodings have their small and capital letters. */
#include "readers/encoding.h"

#include "base/utf8.h"

enum { SAMPLE = 64 * 1024 };

/* Bytes above ASCII in a sample. */
typedef struct census {
    size_t all;
    size_t alone;  /* between ASCII bytes: an accented letter or a quotation mark */
    size_t x80_af; /* CP866: capitals, and а to п */
    size_t xc0_df; /* windows-1251: capitals; KOI8-R: small letters */
    size_t xe0_ff; /* windows-1251: small letters; KOI8-R: capitals */
} census;

static bool
is_high(tl_str bytes, size_t at)
{
    return at < bytes.len && (unsigned char)bytes.ptr[at] >= 0x80;
}

static census
take_census(tl_str sample)
{
    census count = {0};
    for (size_t i = 0; i < sample.len; i++) {
        if (!is_high(sample, i)) {
            continue;
        }
        unsigned char byte = (unsigned char)sample.ptr[i];
        bool has_neighbour = is_high(sample, i + 1) || (i > 0 && is_high(sample, i - 1));
        count.all++;
        count.alone += !has_neighbour;
        count.x80_af += byte <= 0xAF;
        count.xc0_df += byte >= 0xC0 && byte <= 0xDF;
        count.xe0_ff += byte >= 0xE0;
    }
    return count;
}

static bool
has_utf16_mark(tl_str bytes)
{
    return tl_str_starts_with(bytes, TL_STR("\xFF\xFE")) ||
           tl_str_starts_with(bytes, TL_STR("\xFE\xFF"));
}

/* The name of the likely encoding, or NULL: what was UTF-8 for a while is damaged UTF-8. */
static const char *
guess_encoding(tl_str bytes, size_t invalid_at)
{
    if (has_utf16_mark(bytes)) {
        return "UTF-16";
    }
    if (take_census(tl_str_slice(bytes, 0, invalid_at)).all > 0) {
        return NULL;
    }
    census count = take_census(tl_str_slice(bytes, invalid_at, invalid_at + SAMPLE));
    if (count.alone * 2 > count.all) {
        return "windows-1252";
    }
    if (count.x80_af * 2 > count.all) {
        return "CP866";
    }
    return count.xc0_df > count.xe0_ff ? "KOI8-R" : "windows-1251";
}

bool
tl_source_check_utf8(tl_source *source, tl_error *error)
{
    tl_str bytes = source->bytes;
    size_t nul = tl_str_find_byte(bytes, '\0', 0);
    bool is_binary = nul < bytes.len && !has_utf16_mark(bytes);
    size_t wrong = is_binary ? nul : tl_utf8_invalid_at(bytes);
    if (wrong == bytes.len) {
        return true;
    }
    tl_position at = tl_source_position(source, (uint32_t)wrong, TL_COLUMNS_CODE_POINTS);
    if (is_binary) {
        return tl_error_set(error, "%.*s: line %u, column %u: NUL byte; this is a binary file",
                            TL_STR_ARGS(source->name), at.line, at.column);
    }
    const char *encoding = guess_encoding(bytes, wrong);
    return tl_error_set(error, "%.*s: line %u, column %u: invalid UTF-8 byte 0x%02X%s%s",
                        TL_STR_ARGS(source->name), at.line, at.column,
                        (unsigned char)bytes.ptr[wrong], encoding ? "; looks like " : "",
                        encoding ? encoding : "");
}
