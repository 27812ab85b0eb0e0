/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_MORPH_TABLES_H
#define TL_MORPH_TABLES_H

#include "morph/inflect.h"

/* The tables that gen_tables.py makes from dict/morph and dict/names. Keys are folded: lower case,
 * е for ё. Rows are in the byte order of their keys read backwards, word sets in byte order. */

enum { TL_INDECLINABLE = 0 }; /* the paradigm of what does not inflect */

typedef struct tl_paradigm {
    char gender; /* 'm', 'f' or 'n' */
    bool adjective;
    /* Endings, alternatives parted by '|', '?' before those that are matched only; "@": the
     * accusative is the genitive of what lives, else the nominative; NULL: no such form. */
    const char *cells[TL_CELL_COUNT];
} tl_paradigm;

/* Which numbers a word has. */
typedef enum tl_number {
    TL_NUMBER_BOTH,
    TL_NUMBER_SINGULAR, /* it has no plural */
    TL_NUMBER_PLURAL,   /* it is the plural of its paradigm */
} tl_number;

/* What a reading says beside the other readings of the word. */
typedef enum tl_trust {
    TL_TRUST_SURE,  /* where it differs from another, neither is sure */
    TL_TRUST_NONE,  /* its forms are only matched, and nothing of the word is sure */
    TL_TRUST_ASIDE, /* its forms are only matched, the other readings stay as sure as they are */
} tl_trust;

/* One way to decline a word. */
typedef struct tl_reading {
    uint16_t paradigm; /* of tl_paradigms */
    uint8_t cut;       /* bytes to take off the end of the word before… */
    char animacy;      /* 'a': it lives, 'i': it does not, 0: unknown */
    tl_number number;
    tl_trust trust;
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
} tl_lexicon;

/* What words that end so have, alternatives parted by '|'.
 * English plurals: '?' before those that are matched only; "+s" adds, "-x/y" puts y for x at the
 * end, "=" is the word itself, "#" says that it is a plural already.
 * Russian verbs: the letters of the key, then what stands in their place in the other forms. */
typedef struct tl_ending_rules_row {
    tl_str key; /* "^word" or "ending" */
    const char *rules;
} tl_ending_rules_row;

typedef struct tl_ending_rules {
    const tl_ending_rules_row *rows;
    size_t count;
} tl_ending_rules;

typedef struct tl_word_set {
    const tl_str *words;
    size_t count;
} tl_word_set;

/* Spellings in which one word differs: how many bytes of either are left without what both begin
 * with and then what both end with. */
typedef struct tl_spelling_pair {
    tl_str british, american;
    uint8_t british_only, american_only;
} tl_spelling_pair;

typedef struct tl_pair_set {
    const tl_spelling_pair *items;
    size_t count;
} tl_pair_set;

extern const tl_paradigm tl_paradigms[];
extern const tl_reading tl_readings[];
extern const tl_lexicon tl_nouns, tl_adjectives;
extern const tl_lexicon tl_family_men, tl_family_women, tl_family_both;
extern const tl_lexicon tl_given_men, tl_given_women, tl_given_both;
extern const tl_lexicon tl_patronymic_men, tl_patronymic_women, tl_patronymic_both;
extern const tl_ending_rules tl_english_plurals, tl_verbs, tl_verb_roots, tl_verb_endings;
extern const tl_word_set tl_fixed_parts, tl_inflected_parts, tl_prefixes, tl_place_links;
extern const tl_word_set tl_conjunctions, tl_before_names, tl_before_fixed_names;
extern const tl_word_set tl_governing_gen, tl_governing_dat, tl_governing_acc, tl_governing_ins,
    tl_governing_loc;
extern const tl_word_set tl_prepositions, tl_postposed, tl_before_general, tl_ranks;
extern const tl_word_set tl_fixed_halves, tl_fixed_words, tl_syllable_families, tl_chinese_families,
    tl_men_names, tl_women_names, tl_men_given, tl_women_given, tl_open_given;
extern const tl_word_set tl_verb_prefixes, tl_no_verbs;
extern const tl_word_set tl_endings; /* of the paradigms */
extern const tl_word_set tl_english_suffixes, tl_russian_suffixes, tl_short_prefixes;
extern const tl_word_set tl_english_roles, tl_english_things, tl_russian_roles, tl_russian_things;
extern const tl_pair_set tl_spelling_pairs, tl_unsure_pairs;

#endif
