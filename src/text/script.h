/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_TEXT_SCRIPT_H
#define TL_TEXT_SCRIPT_H

#include "base/str.h"

/* The scripts that termlint tells apart (UAX #24); bits, so that a word has a set of them. */
typedef enum tl_script {
    TL_SCRIPT_NONE = 0, /* common and inherited: digits, marks, punctuation */
    TL_SCRIPT_LATIN = 1,
    TL_SCRIPT_CYRILLIC = 2,
    TL_SCRIPT_GREEK = 4,
    TL_SCRIPT_OTHER = 8,
} tl_script;

tl_script tl_script_of(uint32_t code_point);

/* That of the first letter of a word; TL_SCRIPT_NONE for an empty one. */
tl_script tl_script_of_word(tl_str word);

/* The letter of `script` (Latin, Cyrillic or Greek) that looks like `code_point`, or 0 when there
 * is none: the single-letter subset of UTS #39 confusables. A letter of `script` is its own. */
uint32_t tl_script_lookalike(uint32_t code_point, tl_script script);

/* Writes `word` to `out` (at least word.len * 2 bytes) with every letter in `script`; returns the
 * length, or 0 if some letter has no look-alike there. */
size_t tl_script_rewrite(tl_str word, tl_script script, char *out);

/* The script that a language is written in by default ("en" → Latin, "ru", "uk", "kk" →
 * Cyrillic, "sr-Latn" → Latin); TL_SCRIPT_OTHER for one that is neither. `language` is BCP 47. */
tl_script tl_script_of_language(tl_str language);

/* True if that script is Cyrillic. */
bool tl_language_is_cyrillic(tl_str language);

/* True if the language writes all its nouns with a capital, as German does: it tells no name. */
bool tl_language_raises_nouns(tl_str language);

/* True if it writes the names of bodies, documents and events with a capital for every word, as
 * English does; others raise the first word only. */
bool tl_language_raises_names(tl_str language);

/* The primary subtag: "sr" of "sr-Latn". */
tl_str tl_language_primary(tl_str language);

#endif
