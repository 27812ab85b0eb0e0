/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_RULES_NEAR_DOCUMENT_H
#define TL_RULES_NEAR_DOCUMENT_H

#include "rules/plausible_typo.h"

/* Inside near-miss: what the rest of the document tells of a near word. One letter makes another
 * name, so something has to speak for the person, here or elsewhere; and what is written so again
 * and again is a word of its own. */

/* Whether a near hit is of a person's name, and which concept it is of. */
bool tl_near_is_name(const tl_near_hit *near);
const tl_concept *tl_near_concept(const tl_near_hit *near);

/* Remembers whom the segment at hand names: people as they should be, and others with a name that
 * is near to one of theirs. */
void tl_near_note_people(tl_pass *pass);

/* Pushes the finding for a mistyped name, or keeps it until the document has been seen, or drops
 * it. */
void tl_near_push_name(tl_pass *pass, const tl_near_hit *near, const tl_verdict *verdict,
                       const tl_finding *finding);

/* Pushes the finding for a term, or keeps it if something elsewhere may speak for it or against it.
 */
void tl_near_push_term(tl_pass *pass, const tl_near_hit *near, const tl_verdict *verdict,
                       const tl_finding *finding);

/* Takes over what the next part of the document has shown. */
void tl_near_join(tl_pass *pass, void *later);

/* Behind the last segment: pushes what the document speaks for. */
void tl_near_finish(tl_pass *pass);

#endif
