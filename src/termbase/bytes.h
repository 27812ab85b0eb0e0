/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_TERMBASE_BYTES_H
#define TL_TERMBASE_BYTES_H

#include "base/buf.h"
#include "base/error.h"

/* The bytes of a file, before anybody asks what they spell. */

/* The longest file that is read as a whole. */
enum { TL_BYTES_MAX = 1024 * 1024 * 1024 };

typedef struct tl_bytes_place {
    uint32_t line, column; /* from 1; columns in code points */
} tl_bytes_place;

/* The place of a byte. Lines end at \n, \r\n and a lone \r. */
tl_bytes_place tl_bytes_place_of(tl_str bytes, size_t offset);

/* Makes UTF-8 of UTF-16 that begins with a byte order mark; any other bytes stay as they are, as
 * does an odd number of them. What is no character becomes U+FFFD. */
void tl_bytes_decode(tl_buf *bytes);

/* Returns false, the problem being reported, for anything but UTF-8 (with a guess at what it is)
 * and for line separators that editors do not count. */
bool tl_bytes_check(tl_str bytes, tl_str path, tl_problem_list *problems);

/* True if the text has a character that no text of a termbase may have, the first of which is then
 * *unwanted: a control but tab and line feed, or one that reorders text on display. */
bool tl_bytes_have_unwanted(tl_str text, uint32_t *unwanted);

#endif
