/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_MORPH_GROUPS_H
#define TL_MORPH_GROUPS_H

#include "morph/lexicon.h"

/* What the words of a Russian term may be, before any of them inflects. */

typedef struct tl_russian_word {
    const tl_lexicon_row *noun;      /* NULL: unlike any noun */
    const tl_lexicon_row *adjective; /* NULL: it is none */
    bool acronym;
} tl_russian_word;

/* Words joined by hyphens: [first, end). The last of them tells what the group is. */
typedef struct tl_group {
    size_t first, end;
} tl_group;

/* A term with what is known of its words. */
typedef struct tl_russian_term {
    const tl_phrase *phrase;
    tl_russian_word *words; /* phrase->count of them, in the arena */
    bool in_capitals;       /* all of it is: capitals then make no acronym */
} tl_russian_term;

tl_russian_term tl_russian_term_read(const tl_phrase *phrase, tl_arena *arena);

tl_group tl_group_at(const tl_russian_term *term, size_t first);

/* The readings of the group as an adjective, or NULL. */
const tl_lexicon_row *tl_group_adjective(const tl_russian_term *term, tl_group group);

/* "Ростов-на-Дону": the first word of the group is its noun, not the last one. */
bool tl_group_is_linked_place(const tl_russian_term *term, tl_group group);

/* True for what may stand among the adjectives before a noun and does not agree with it: adverbs,
 * numbers, foreign words, "и" between two adjectives. */
bool tl_group_is_passed_over(const tl_russian_term *term, tl_group group, bool after_adjective);

/* What the adjectives before a noun demand of it. */
typedef struct tl_agreement {
    bool known;
    char gender;
    bool plural;
} tl_agreement;

bool tl_reading_agrees(const tl_reading *reading, const tl_agreement *wanted);

/* How a noun goes with the adjectives before it. */
typedef enum tl_noun_fit {
    TL_NOUN_AGREES,
    TL_NOUN_UNCLEAR, /* it may be their noun, of a gender not known: "Верховный владыка" */
    TL_NOUN_NOT, /* it is not their noun: "управляющий делами" */
} tl_noun_fit;

tl_noun_fit tl_noun_fit_of(const tl_lexicon_row *noun, const tl_agreement *wanted);

/* True if one of the readings is an adjective's. */
bool tl_row_is_adjectival(const tl_lexicon_row *row);

#endif
