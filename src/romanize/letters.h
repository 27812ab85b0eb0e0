/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_ROMANIZE_LETTERS_H
#define TL_ROMANIZE_LETTERS_H

#include "base/str.h"
#include "romanize/edges.h"

/* Names as the matcher wants them: numbered letters without case, apostrophes and ignorables. */

enum { TL_NAME_MAX = 63 }; /* letters in a word; a longer one is no name */

/* A Cyrillic word. */
typedef struct tl_cyrillic {
    uint8_t count;
    uint8_t letters[TL_NAME_MAX + 1];
} tl_cyrillic;

/* A Latin word. `begin` and `end` are the bytes of `text` that a letter was read from. */
typedef struct tl_latin {
    tl_str text; /* borrowed */
    uint8_t count;
    bool marked; /* some letter has a mark */
    tl_latin_letter letters[TL_NAME_MAX + 1];
    uint16_t begin[TL_NAME_MAX + 1];
    uint16_t end[TL_NAME_MAX + 1];
} tl_latin;

/* Reads a Cyrillic word, hyphens included; a Latin look-alike in it counts as the Cyrillic letter.
 * False if it is empty, too long, or has something else in it. */
bool tl_cyrillic_fold(tl_cyrillic *word, tl_str text);

/* Reads a Latin word, hyphens included; a Cyrillic look-alike in it counts as the Latin letter.
 * False if it is too long, has no Latin letter, or has something that is neither. */
bool tl_latin_fold(tl_latin *word, tl_str text);

bool tl_is_combining(uint32_t point);
bool tl_is_hyphen(uint32_t point);

/* The number of a Cyrillic letter of either case; 0 for anything else. */
uint8_t tl_cyrillic_letter(uint32_t point);

/* The letter that `letter` becomes under a combining mark; a stress mark leaves it as it is. */
uint8_t tl_cyrillic_compose(uint8_t letter, uint32_t mark);

/* True if a Cyrillic word ends in these letters, of either case. */
bool tl_cyrillic_ends_with(tl_str word, tl_str ending);

/* True if two Latin texts have the same letters, case, marks and apostrophes aside. */
bool tl_latin_same_letters(tl_str left, tl_str right);

/* True if two Latin words have the same letters with the same marks, case and apostrophes aside. */
bool tl_latin_same_marks(tl_str left, tl_str right);

/* Writes the letter to `out`, which has room for TL_UTF8_MAX bytes; returns how many it took. */
size_t tl_cyrillic_encode(uint8_t letter, char *out);

#endif
