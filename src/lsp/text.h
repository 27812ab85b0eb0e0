/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_LSP_TEXT_H
#define TL_LSP_TEXT_H

#include "base/buf.h"

/* The text of a document as an editor holds it. Editors say places in lines and characters, both
 * from 0, a character being a unit of the encoding agreed upon; everything else here is bytes.
 * Lines end with \n, \r\n or a lone \r (LSP 3.17, Text Documents). */

typedef enum tl_unit_of { TL_UTF16_UNITS, TL_UTF8_UNITS } tl_unit_of;

typedef struct tl_text {
    tl_buf bytes;    /* well-formed UTF-8, with a NUL byte behind that len does not count */
    uint32_t *lines; /* owned array: where each line begins; never empty once set */
    size_t line_count, line_capacity;
} tl_text;

typedef struct tl_caret {
    uint32_t line, character;
} tl_caret;

void tl_text_clear(tl_text *text);

void tl_text_set(tl_text *text, tl_str bytes);

/* Replaces what stands between two places. False, and nothing is changed, if `end` comes before
 * `begin`. */
bool tl_text_replace(tl_text *text, tl_range range, tl_str bytes);

/* The byte offset of a place: behind the last line it is the end of the text, behind the end of a
 * line the end of that line, within a character the beginning of that character. */
uint32_t tl_text_offset(const tl_text *text, tl_caret caret, tl_unit_of unit);
tl_caret tl_text_caret(const tl_text *text, uint32_t offset, tl_unit_of unit);

#endif
