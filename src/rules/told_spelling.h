/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_RULES_TOLD_SPELLING_H
#define TL_RULES_TOLD_SPELLING_H

#include "rules/pass.h"

enum { TL_TOLD_LISTS = 256 };

/* The spellings of family names in a document that have been explained, in lists by hash; all-zero
 * is none. */
typedef struct tl_told_spellings {
    struct tl_told_spelling *lists[TL_TOLD_LISTS];
} tl_told_spellings;

/* Fills the schemes and the explanation of a finding on a mention, if its family name differs. */
void tl_told_spellings_explain(tl_told_spellings *told, tl_pass *pass, const tl_mention *mention,
                               tl_finding *finding);

#endif
