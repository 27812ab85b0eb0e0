/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_SOURCE_DETECT_H
#define TL_SOURCE_DETECT_H

#include "source/encoding.h"

/* What bytes that are not UTF-8 look like. */
typedef struct tl_encoding_guess {
    const tl_encoding *encoding; /* NULL: nothing known */
    bool is_sure;                /* so much that a file may be read by it */
} tl_encoding_guess;

/* Looks at what begins with the first byte that is not UTF-8. */
tl_encoding_guess tl_encoding_detect(tl_str bytes, size_t invalid_at);

/* UTF-16 without a byte order mark: NULL unless it is surely that. */
const tl_encoding *tl_encoding_detect_utf16(tl_str bytes);

#endif
