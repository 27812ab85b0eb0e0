/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_WRITERS_JSON_TEXT_H
#define TL_WRITERS_JSON_TEXT_H

#include "base/buf.h"

/* The strings of JSON (RFC 8259, section 7), for every format that is made of it. */

/* Adds `str` in quotation marks. UTF-8 stays as it is, but for the characters that must be escaped
 * and those that are not safe on a terminal (tl_shown_is_unsafe); what is no UTF-8 becomes
 * U+FFFD. */
void tl_json_add_string(tl_buf *out, tl_str str);

/* The same, or null if `str` is empty. */
void tl_json_add_string_or_null(tl_buf *out, tl_str str);

/* Adds an array of strings. */
void tl_json_add_strings(tl_buf *out, const tl_str *items, size_t count);

#endif
