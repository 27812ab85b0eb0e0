/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_RULES_WHOLE_DOCUMENT_H
#define TL_RULES_WHOLE_DOCUMENT_H

#include "rules/carried.h"
#include "rules/keyed.h"

/* Two documents side by side as wholes: what blocks without a counterpart have is looked for
 * everywhere on the other side. An all-zero one is empty; all of it is in the arena of the
 * document. */
typedef struct tl_whole {
    tl_keyed has[TL_SIDE_TARGET + 1]; /* by concept: that it stands on that side */
    struct tl_waiting_finding *head, **tail;
} tl_whole;

/* Notes which concepts stand in the unit at hand, on `side`. */
void tl_whole_note(tl_pass *pass, tl_whole *whole, tl_side side);

/* Keeps a finding about a concept until it is known whether some text of `side` has it. */
void tl_whole_wait(tl_pass *pass, tl_whole *whole, tl_side side, const tl_finding *finding);

/* Adds what is known of the next part of the documents. */
void tl_whole_join(tl_pass *pass, tl_whole *whole, const tl_whole *later);

/* Pushes the findings whose concepts stand nowhere on their side. */
void tl_whole_finish(tl_pass *pass, tl_whole *whole);

#endif
