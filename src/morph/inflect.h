/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_MORPH_INFLECT_H
#define TL_MORPH_INFLECT_H

#include "base/arena.h"
#include "base/str.h"

/* Inflected forms of Russian names and of the words of Russian and English terms, from the
 * paradigms of dict/morph and dict/names. Words are NFC UTF-8 as written; е and ё are one letter to
 * what recognises a word, and a form has ё where the base has it or the ending is known to be
 * stressed.
 *
 * Two questions are kept apart. Matching asks what may be a form of the word: the union of all
 * paradigms that it could follow. Generating asks what surely is one: it answers nothing rather
 * than something wrong. */

typedef enum tl_case {
    TL_CASE_NOM,
    TL_CASE_GEN,
    TL_CASE_DAT,
    TL_CASE_ACC,
    TL_CASE_INS,
    TL_CASE_LOC,
    TL_CASE_COUNT,
} tl_case;

/* The cell of a paradigm: a case, + TL_CASE_COUNT for the plural. English nouns use TL_CASE_NOM in
 * both numbers. */
typedef uint8_t tl_cell;
enum {
    TL_CELL_COUNT = 2 * TL_CASE_COUNT,
    /* Not of a paradigm: a Russian term behind a numeral from two to four, the noun in the genitive
     * singular, its adjectives in the genitive plural. */
    TL_CELL_COUNTED = TL_CELL_COUNT,
};

/* Sets of cells: bit i is cell i. */
enum {
    TL_CELLS_SINGULAR = (1 << TL_CASE_COUNT) - 1,
    TL_CELLS_PLURAL = TL_CELLS_SINGULAR << TL_CASE_COUNT,
    TL_CELLS_ALL = TL_CELLS_SINGULAR | TL_CELLS_PLURAL,
};

/* One form of a word, and three sets of cells, each within the one before it:
 *   cells  for matching: it may be the form of these, perhaps rare or obsolete there
 *   usual  it is the usual form of these by one of the paradigms that the word may follow
 *   sure   for generating: it is the form of these; of the forms of a word at most one has a cell
 */
typedef struct tl_form {
    tl_str text; /* capitals follow those of the base; lives in the arena */
    uint16_t cells, usual, sure;
} tl_form;

typedef enum tl_part { TL_PART_FAMILY, TL_PART_GIVEN, TL_PART_PATRONYMIC } tl_part;

typedef struct tl_inflected_word {
    const tl_form *forms; /* distinct texts; the base form first */
    size_t count;
    bool inflects;   /* false: there is only the base form */
    uint32_t number; /* of forms that a memo keeps: no others have it; else 0 */
} tl_inflected_word;

/* The form that surely is the one of `cell`, or an empty string. */
tl_str tl_form_in(const tl_inflected_word *word, tl_cell cell);

/* The form that most likely is the one of `cell`, or an empty string if there is none. */
tl_str tl_form_guess(const tl_inflected_word *word, tl_cell cell);

/* Who can tell of a word whether the language has it; without one, NULL, words that the tables do
 * not name are judged by their endings alone. */
typedef struct tl_witness {
    bool (*has_word)(void *context, tl_str word);
    void *context;
} tl_witness;

struct tl_inflect_memo;

/* A term as its words: hyphenated compounds are given as their parts. */
typedef struct tl_phrase {
    const tl_str *words;
    const tl_str *separators; /* count - 1: what stands between; NULL: a space everywhere */
    size_t count;
    tl_str language; /* BCP 47 */
    const tl_witness *witness;
    struct tl_inflect_memo *memo; /* of one without a witness (morph/memo.h); NULL: none */
} tl_phrase;

/* Whether anything is known here of how words of the language (BCP 47) inflect. */
bool tl_has_paradigms(tl_str language);

/* All forms of each word of a term, words_out[0..phrase->count). "ru": the head noun and the
 * adjectives before it inflect and agree, what follows the head stays; a verb at the beginning is
 * conjugated. "en": the plural of the head. Any other language: base forms only. A run of words is
 * a form of the term if each is a form of its word and the cells of all have one in common. */
void tl_inflect_term(const tl_phrase *phrase, tl_arena *arena, tl_inflected_word *words_out);

/* tl_form_in(), tl_form_guess(). */
typedef tl_str tl_form_of_word(const tl_inflected_word *word, tl_cell cell);

/* The term in `cell`, or TL_CELL_COUNTED, from what tl_inflect_term() gave of it, its separators as
 * they are; an empty string if a word has no such form. */
tl_str tl_term_in(const tl_phrase *phrase, const tl_inflected_word *words, tl_cell cell,
                  tl_form_of_word *form_in, tl_arena *arena);

/* The term in a cell, likewise, as it surely is: empty if that cannot be told (a word that is
 * unknown and may decline in several ways, a number that it has not). */
tl_str tl_inflect_term_to(const tl_phrase *phrase, tl_cell cell, tl_arena *arena);

/* What a term makes the words around it agree with: 'm', 'f' or 'n', the gender of its head, or 'p'
 * for a plural; in English 's' or 'p'. 0 where that is not certain; '-' in a language of which
 * nothing is known here. */
char tl_term_agreement(const tl_phrase *phrase, tl_arena *arena);

/* All forms of one word of a Russian name, hyphenated ones too. gender: 'm', 'f', or 0 for unknown:
 * then the word's ending tells ("Иванова" is a woman), and both are given where it does not. The
 * plural ("Ивановы") is matched, never generated. A Latin word has an English plural. */
tl_inflected_word tl_inflect_name(tl_str word, tl_part part, char gender, tl_arena *arena);

#endif
