/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_TEXT_WORD_READING_H
#define TL_TEXT_WORD_READING_H

#include "text/trait.h"
#include "text/words.h"

/* Internal to text/: reads the word that begins at `begin`, letter by letter. Fills what the word
 * is by itself, with its possessive; returns the place behind both. `quote_is_open`: a single
 * quotation has been opened before it on its line. */
size_t tl_word_read(tl_word *word, tl_str text, size_t begin, bool quote_is_open);

#endif
