/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_RULES_NOUN_PHRASE_H
#define TL_RULES_NOUN_PHRASE_H

#include "rules/pass.h"

/* When two English noun phrases of the same content words are one name.
 *
 * English says a thing in two ways: "the Navigation Rules" and "the Rules of Navigation", "the CSTO
 * Joint Staff" and "the Joint Staff of the CSTO". The head, the word that the others describe, is
 * the last one before the first preposition, and stays the same. So a phrase is good if
 *
 *   - owners aside it is the term: whose the thing is (an acronym, an organisation, a place) stands
 *     before the words that it describes or behind a preposition, and may change between the two
 *     ("the Chief of the Joint Staff of the CSTO" for "the Chief of the CSTO Joint Staff");
 *   - or, owners aside, all that follows the one preposition has moved before the head, or all that
 *     stands before the head has moved behind one preposition, in its own order ("the Defense
 *     Ministers Council" for "the Council of Defense Ministers").
 *
 * All else is another order of words: another head ("Staff Joint"), shuffled words ("General
 * Secretary"), a phrase moved inside a phrase ("the Council of Ministers of Defense" for "the
 * Council of Defense Ministers"), an owner behind the head without a preposition ("the Joint Staff
 * CSTO"). */

typedef struct tl_noun_token {
    uint8_t number;  /* of the content word in the term */
    uint8_t segment; /* how many prepositions stand before it */
    bool owner;
} tl_noun_token;

typedef struct tl_noun_phrase {
    tl_noun_token tokens[TL_SHUFFLE_MAX_WORDS];
    uint32_t count;
} tl_noun_phrase;

/* The term and the place in the text as phrases, with what both agree to be an owner as one token,
 * and owners that stand well left out. */
typedef struct tl_noun_phrases {
    tl_noun_phrase term, text;
    bool has_owner; /* an acronym of an organisation or a place that is not the concept itself */
} tl_noun_phrases;

tl_noun_phrases tl_noun_phrases_read(const tl_pass *pass, const tl_reordered *place);

/* True if the two are one name, as said above. */
bool tl_noun_phrases_are_one(const tl_noun_phrases *phrases);

/* True if they differ only in the order of the words that describe one head, in the same frame of
 * prepositions: no other thing can be meant. */
bool tl_noun_phrases_have_one_frame(const tl_noun_phrases *phrases);

#endif
