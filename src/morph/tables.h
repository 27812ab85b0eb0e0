/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_MORPH_TABLES_H
#define TL_MORPH_TABLES_H

#include "morph/inflect.h"

/* The tables that gen_tables.py makes from dict/morph and dict/names. Keys are folded: lower case,
 * е for ё. Every array of rows is in byte order of its keys. */

typedef struct tl_paradigm {
    char gender; /* 'm', 'f' or 'n' */
    bool adjective;
    /* Endings, alternatives parted by '|', '?' before those that are matched only; "@": the
     * accusative is the genitive of what lives, else the nominative; NULL: no such form. */
    const char *cells[TL_CELL_COUNT];
} tl_paradigm;

/* One way to decline a word. */
typedef struct tl_reading {
    uint16_t paradigm; /* of tl_paradigms; 0 is the one that does not inflect */
    uint8_t cut;       /* bytes to take off the end of the word before… */
    char animacy;      /* 'a': it lives, 'i': it does not, 0: unknown */
    bool plural;       /* the word is the plural of the paradigm */
    bool unsure;       /* matched, never generated */
    const char *added; /* …this is put there, and then the ending */
} tl_reading;

/* A key is "^word", "1ending" for words of one syllable, or "ending". */
typedef struct tl_lexicon_row {
    tl_str key;
    uint16_t first; /* of tl_readings */
    uint16_t count;
} tl_lexicon_row;

typedef struct tl_lexicon {
    const tl_lexicon_row *rows;
    size_t count;
    size_t longest; /* bytes of the longest ending */
} tl_lexicon;

/* English plurals: alternatives parted by '|', '?' before those that are matched only; "+s" adds,
 * "=" is the word itself, "-x/y" puts y for x at the end. */
typedef struct tl_plurals_row {
    tl_str key; /* "^word" or "ending" */
    const char *plurals;
} tl_plurals_row;

typedef struct tl_plurals {
    const tl_plurals_row *rows;
    size_t count;
    size_t longest;
} tl_plurals;

typedef struct tl_word_set {
    const tl_str *words;
    size_t count;
} tl_word_set;

extern const tl_paradigm tl_paradigms[];
extern const tl_reading tl_readings[];
extern const tl_lexicon tl_nouns, tl_adjectives;
extern const tl_lexicon tl_family_men, tl_family_women, tl_family_both;
extern const tl_lexicon tl_given_men, tl_given_women, tl_given_both;
extern const tl_lexicon tl_patronymic_men, tl_patronymic_women, tl_patronymic_both;
extern const tl_plurals tl_english_plurals;
extern const tl_word_set tl_fixed_parts, tl_inflected_parts, tl_place_links, tl_conjunctions;
extern const tl_word_set tl_prepositions, tl_postposed;

#endif
