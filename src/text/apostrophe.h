/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_TEXT_APOSTROPHE_H
#define TL_TEXT_APOSTROPHE_H

#include "text/trait.h"

/* Internal to text/: what an apostrophe behind a letter or digit is. */

/* True if the apostrophe that ends at `behind` stands before a letter, perhaps with a second
 * apostrophe between them (Ob''ekt), so that it joins two letters. */
bool tl_apostrophe_joins(tl_str text, size_t behind);

/* Bytes of the possessive that begins with the apostrophe at `at`, 0 if it is none: 's (’s) at the
 * end of a word, or a bare apostrophe there behind an s. `last` is the letter or digit before it.
 * Within an open single quotation a bare apostrophe is taken for the end of the quotation. */
size_t tl_apostrophe_possessive(tl_str text, size_t at, tl_trait last, bool quote_is_open);

/* True if the mark at `at` opens a single quotation: ' or ‘ before a letter or digit, not directly
 * behind a word. */
bool tl_apostrophe_opens(tl_str text, size_t at, bool behind_word);

#endif
