/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_MORPH_DICTIONARY_FILES_H
#define TL_MORPH_DICTIONARY_FILES_H

#include "base/error.h"

/* Inside morph/ only: what can be told of a dictionary's files without Hunspell. `path` is for
 * messages. */

/* False if the .aff file is empty, or ends before the last of its tables does. */
bool tl_affix_file_check(const char *path, tl_str bytes, tl_error *error);

/* False if the .dic file has no words, or far fewer than its first line says. */
bool tl_word_file_check(const char *path, tl_str bytes, tl_error *error);

enum { TL_DICTIONARY_SAMPLES = 24 };

/* Takes words from all over a .dic file, in its own encoding, without their flags; borrowed from
 * `bytes`. Returns how many. */
size_t tl_word_file_sample(tl_str bytes, tl_str samples[TL_DICTIONARY_SAMPLES]);

#endif
