/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_RULES_NEAR_NAMES_H
#define TL_RULES_NEAR_NAMES_H

#include "rules/plausible_typo.h"

/* Inside near-miss: whose a mistyped family name is. One letter makes another name, so something
 * has to speak for the person, here or elsewhere in the document. */

/* Whether a near hit is of a person's name, and which concept it is of. */
bool tl_near_is_name(const tl_near_hit *near);
const tl_concept *tl_near_concept(const tl_near_hit *near);

/* Remembers whom the segment at hand names: people as they should be, and others with a name that
 * is near to one of theirs. */
void tl_near_names_note(tl_pass *pass);

/* Pushes the finding for a mistyped name, or keeps it until the document has been seen, or drops
 * it. */
void tl_near_names_push(tl_pass *pass, const tl_near_hit *near, const tl_verdict *verdict,
                        const tl_finding *finding);

/* Behind the last segment: pushes what the document speaks for. */
void tl_near_names_finish(tl_pass *pass);

#endif
