/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_RULES_MIXED_LETTERS_H
#define TL_RULES_MIXED_LETTERS_H

#include "base/arena.h"
#include "text/script.h"

/* Inside mixed-script: what the letters of one word tell, wherever it stands. */

/* The word with its look-alikes in the letters of `script`; empty if not all of it can be. */
tl_str tl_letters_rewrite(tl_arena *arena, tl_str word, tl_script script);

/* The same in Cyrillic, but only if all letters are those of the text's language (BCP 47): МТS is
 * no МТЅ. */
tl_str tl_letters_in_cyrillic(tl_arena *arena, tl_str word, tl_str language);

/* How many letters of the word are of `script`. */
size_t tl_letters_count(tl_str word, tl_script script);

/* The word joins two scripts where names and Russian endings do: СберPay, PDFка, email’ом. */
bool tl_letters_are_deliberate(tl_str word);

/* The script changes more than once, “Khodжayev”, or within an acronym, “ФIFA”, which nobody makes
 * on purpose, look-alikes or not. */
bool tl_letters_are_no_word(tl_str word);

/* Latin capitals that are a Roman numeral. */
bool tl_letters_are_roman(tl_str text);

/* Cyrillic capitals that can be nothing but one: ХХ, ХІ. */
bool tl_letters_are_cyrillic_numeral(tl_str word);

/* A one-letter word of Russian that has a Latin look-alike. */
bool tl_letters_are_russian_word(tl_str word);

/* True if the letters are too few for a name that joins two scripts on purpose: four in all, one of
 * them in the other script (IgM, H5N1). */
bool tl_letters_are_few(tl_str word);

/* A small letter and an acronym of the other script, мRNA, in the script of the acronym; empty if
 * the word is none or the letter has no counterpart there. */
tl_str tl_letters_prefixed(tl_arena *arena, tl_str word);

#endif
