/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_MORPH_INFLECT_H
#define TL_MORPH_INFLECT_H

#include "base/arena.h"
#include "base/str.h"

/* Inflected forms of Russian words and of the words of Russian and English terms, from paradigms
 * (dict/names). Matching accepts the union of plausible forms; generating takes the first, which is
 * the surest. */

typedef enum tl_case {
    TL_CASE_NOM,
    TL_CASE_GEN,
    TL_CASE_DAT,
    TL_CASE_ACC,
    TL_CASE_INS,
    TL_CASE_LOC,
    TL_CASE_COUNT,
} tl_case;

/* The cell of a paradigm: case + number (+ TL_CASE_COUNT for the plural). English nouns use
 * TL_CASE_NOM in both numbers. */
typedef uint8_t tl_cell;
enum { TL_CELL_COUNT = 2 * TL_CASE_COUNT };

typedef struct tl_form {
    tl_str text;    /* lower case where the word is, capitals kept; lives in the arena */
    uint16_t cells; /* bit i: this is the form of cell i */
} tl_form;

typedef enum tl_part { TL_PART_WORD, TL_PART_FAMILY, TL_PART_GIVEN, TL_PART_PATRONYMIC } tl_part;

typedef struct tl_inflected_word {
    const tl_form *forms; /* distinct texts; the base form first */
    size_t count;
    bool inflects; /* false: only the base form */
} tl_inflected_word;

/* All forms of each of the `count` words of a term (the words as written, hyphenated compounds
 * given as their parts). `language` decides: "ru" (head noun and the adjectives before it agree,
 * what follows the head stays; of one-word terms the word itself), "en" (plural of the head).
 * Any other language: base forms only. Fills words_out[0..count). */
void tl_inflect_term(const tl_str *words, size_t count, tl_str language, tl_arena *arena,
                     tl_inflected_word *words_out);

/* gender: 'm', 'f' or 0 for unknown (both are returned). Forms of one word of a Russian name. */
tl_inflected_word tl_inflect_name(tl_str word, tl_part part, char gender, tl_arena *arena);

/* The term's words in `cell`: strict, for suggestions. Returns an empty string for a word list it
 * cannot put there with certainty; words are joined by the `separators` given (count - 1). */
tl_str tl_inflect_term_to(const tl_str *words, const tl_str *separators, size_t count,
                          tl_str language, tl_cell cell, tl_arena *arena);

#endif
