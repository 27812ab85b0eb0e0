/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_RULES_INTRODUCED_H
#define TL_RULES_INTRODUCED_H

#include "rules/keyed.h"

/* Who is introduced in a document: people of the termbase, and others with a family name like
 * theirs. A name alone is that of whoever is introduced with it, before or behind. What the text
 * shows is noted in its order and judged in the end. All-zero is a document that introduces nobody.
 */
typedef struct tl_introduced {
    struct tl_introduction *head, **tail;
    tl_keyed people; /* by concept: what has been noted of them */
} tl_introduced;

/* Notes that the person is named here: surely, or unless somebody else with that family name
 * in the same spelling is introduced. */
void tl_introduced_meet(tl_introduced *introduced, tl_pass *pass, const tl_concept *person,
                        bool is_sure);

/* Notes the somebody else of a namesake, if what tells of him may be a name: a known one, or a word
 * that no dictionary has. */
void tl_introduced_note(tl_introduced *introduced, tl_pass *pass, const tl_namesake *namesake);

/* True if a mention alone is surely that of somebody else, introduced here by a word at the
 * beginning of a sentence that only a given name can be. Notes him. */
bool tl_introduced_is_other(tl_introduced *introduced, tl_pass *pass, const tl_mention *mention);

/* Keeps a finding on a mention. One on a name alone stands unless somebody else is introduced with
 * this spelling that the person never has, or with this family name and the person not at all;
 * where both are introduced it is not fixable, unless both are spelled alike. One that is weak
 * stands if the person is named somewhere. */
void tl_introduced_wait(tl_introduced *introduced, tl_pass *pass, const tl_mention *mention,
                        const tl_finding *finding);

/* Takes over what the next part of the document shows. */
void tl_introduced_join(tl_introduced *introduced, const tl_introduced *later);

/* Pushes the findings that stand. */
void tl_introduced_settle(const tl_introduced *introduced, tl_pass *pass);

#endif
