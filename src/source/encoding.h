/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_SOURCE_ENCODING_H
#define TL_SOURCE_ENCODING_H

#include "base/buf.h"

/* How characters are bytes in a file: UTF-8, UTF-16 in either byte order, and the encodings with a
 * byte for each character of dict/encodings.tsv. Rows are static: compare their addresses. */

typedef enum tl_encoding_form {
    TL_FORM_BYTES, /* one for each character */
    TL_FORM_UTF8,
    TL_FORM_UTF16_LE,
    TL_FORM_UTF16_BE,
} tl_encoding_form;

enum { TL_HIGH_BYTES = 128 };

typedef struct tl_encoding {
    const char *name;
    const char *aliases; /* in lower case, each with a NUL byte, and an empty one */
    tl_encoding_form form;
    uint16_t
        high[TL_HIGH_BYTES]; /* TL_FORM_BYTES: the characters of the bytes from 0x80; 0: none */
} tl_encoding;

extern const tl_encoding tl_encoding_utf8, tl_encoding_utf16_le, tl_encoding_utf16_be;

/* All encodings; "UTF-8" first. */
const tl_encoding *tl_encoding_at(size_t index);

/* The encoding of that name, in any letter case; NULL if there is none. "UTF-16" without a byte
 * order is little-endian, as it is in files that do not say. */
const tl_encoding *tl_encoding_find(tl_str name);

/* The encoding whose byte order mark these bytes begin with, and the mark's length; NULL and 0 if
 * they begin with none. */
const tl_encoding *tl_encoding_marked(tl_str bytes, size_t *length);

/* Appends the characters of `bytes` as UTF-8. Returns the offset of the first byte that is no
 * character, up to which all is appended; bytes.len if there is none. */
size_t tl_encoding_decode(const tl_encoding *encoding, tl_str bytes, tl_buf *out);

/* Appends well-formed UTF-8 in the encoding. False if the encoding has no such character, which
 * *missing is set to; some bytes may have been appended then. */
bool tl_encoding_encode(const tl_encoding *encoding, tl_str text, tl_buf *out, uint32_t *missing);

#endif
