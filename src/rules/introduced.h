/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_RULES_INTRODUCED_H
#define TL_RULES_INTRODUCED_H

#include "rules/pass.h"

/* Who has been introduced in a document so far: people of the termbase, and others with a family
 * name like theirs. A name alone is that of whoever has been introduced with it. All-zero is a
 * document that has introduced nobody. */
typedef struct tl_introduced {
    struct tl_known_person **people; /* lists by hash of the concept, in the document's arena */
    size_t size, count;              /* lists, a power of two of them; people */
} tl_introduced;

/* Notes that the person is named here, rightly or with his own given name beside. */
void tl_introduced_meet(tl_introduced *introduced, tl_pass *pass, const tl_concept *person);
bool tl_introduced_has_met(const tl_introduced *introduced, const tl_concept *person);

/* True if somebody else with that family name, however spelled, has been introduced. */
bool tl_introduced_has_namesake(const tl_introduced *introduced, const tl_concept *person);

/* Notes the somebody else of a namesake, if what tells of him may be a name: a known one, or a word
 * that no dictionary has. */
void tl_introduced_note(tl_introduced *introduced, tl_pass *pass, const tl_namesake *namesake);

/* True if a mention alone is that of somebody else who was introduced with this spelling, or with
 * this family name before the person himself; or who is introduced here, by a word at the beginning
 * of a sentence that only a given name can be. Notes the latter. */
bool tl_introduced_is_other(tl_introduced *introduced, tl_pass *pass, const tl_mention *mention);

#endif
