/* SPDX-License-Identifier: MPL-2.0 */
/* Which encoding a file has, and its text in UTF-8. A mark is no guess and comes first, then what
 * people say, then what the file says, then what the bytes look like; a doubtful guess goes into
 * the message only. Invariant: what is handed on is well formed and has no NUL. */
#include "base/utf8.h"
#include "source/detect.h"
#include "source/source.h"

#include <stdio.h>

/* The text may stand in lines and columns for a message about what follows it. */
static bool
fail_behind(tl_source *source, tl_error *error, const char *what)
{
    tl_position at =
        tl_source_position(source, (uint32_t)source->bytes.len, TL_COLUMNS_CODE_POINTS);
    return tl_error_set(error, "%.*s: line %u, column %u: %s", TL_STR_ARGS(source->name), at.line,
                        at.column, what);
}

static bool
fail_on_nul(tl_source *source, size_t at, tl_error *error)
{
    source->bytes = tl_str_slice(source->bytes, 0, at);
    return fail_behind(source, error, "NUL byte; this is a binary file");
}

static bool
fail_on_utf8(tl_source *source, size_t wrong, tl_error *error)
{
    char message[160];
    tl_encoding_guess guess = tl_encoding_detect(source->file, wrong);
    snprintf(message, sizeof message, "invalid UTF-8 byte 0x%02X%s%s%s",
             (unsigned char)source->file.ptr[wrong], guess.encoding ? "; looks like " : "",
             guess.encoding ? guess.encoding->name : "",
             guess.encoding ? ", say so with --encoding" : "");
    source->bytes = tl_str_slice(source->file, 0, wrong);
    return fail_behind(source, error, message);
}

static bool
fail_on_encoded(tl_source *source, size_t wrong, tl_error *error)
{
    char message[160];
    if (source->encoding->form == TL_FORM_BYTES) {
        snprintf(message, sizeof message, "byte 0x%02X is no character in %s",
                 (unsigned char)source->file.ptr[wrong], source->encoding->name);
    } else {
        snprintf(message, sizeof message, "half a character in %s", source->encoding->name);
    }
    return fail_behind(source, error, message);
}

static bool
decode_as(tl_source *source, const tl_encoding *encoding, tl_error *error)
{
    source->encoding = encoding;
    tl_str text = tl_str_slice(source->file, source->mark, source->file.len);
    tl_buf_reserve(&source->decoded, text.len + 1);
    size_t end = tl_encoding_decode(encoding, text, &source->decoded);
    source->bytes = tl_buf_str(&source->decoded);
    if (source->bytes.len > UINT32_MAX) {
        return tl_error_set(error, "%.*s: text of %zu bytes in UTF-8, the limit is 4 GiB",
                            TL_STR_ARGS(source->name), source->bytes.len);
    }
    size_t nul = tl_str_find_byte(source->bytes, '\0', 0);
    if (nul < source->bytes.len) {
        return fail_on_nul(source, nul, error);
    }
    return end == text.len || fail_on_encoded(source, source->mark + end, error);
}

/* UTF-8 is the text itself; with a mark, which stays in it (tl_source_text_begin()). */
static bool
take_utf8(tl_source *source, bool is_known, tl_error *error)
{
    size_t nul = tl_str_find_byte(source->file, '\0', 0);
    if (nul < source->file.len) {
        const tl_encoding *wide = is_known ? NULL : tl_encoding_detect_utf16(source->file);
        return wide ? decode_as(source, wide, error) : fail_on_nul(source, nul, error);
    }
    size_t wrong = tl_utf8_invalid_at(source->file);
    if (wrong < source->file.len && !is_known) {
        tl_encoding_guess guess = tl_encoding_detect(source->file, wrong);
        if (guess.is_sure) {
            return decode_as(source, guess.encoding, error);
        }
    }
    source->encoding = &tl_encoding_utf8;
    return wrong == source->file.len || fail_on_utf8(source, wrong, error);
}

/* A declaration that could be read byte by byte is in no UTF-16. */
static bool
is_readable(const tl_encoding *encoding)
{
    return encoding->form == TL_FORM_BYTES || encoding->form == TL_FORM_UTF8;
}

bool
tl_source_decode(tl_source *source, const tl_encoding *asked, tl_str declared, tl_error *error)
{
    if (source->encoding != NULL) {
        return true;
    }
    size_t mark;
    const tl_encoding *known = tl_encoding_marked(source->file, &mark);
    source->mark = (uint32_t)mark;
    known = known ? known : asked;
    if (known == NULL && declared.len) {
        known = tl_encoding_find(declared);
        if (known == NULL) {
            return tl_error_set(error, "%.*s: unknown encoding “%.*s” is declared",
                                TL_STR_ARGS(source->name), TL_STR_ARGS(declared));
        }
        known = is_readable(known) ? known : NULL;
    }
    return known && known != &tl_encoding_utf8 ? decode_as(source, known, error)
                                               : take_utf8(source, known != NULL, error);
}
