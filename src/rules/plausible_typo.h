/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_RULES_PLAUSIBLE_TYPO_H
#define TL_RULES_PLAUSIBLE_TYPO_H

#include "morph/variety.h"
#include "rules/pass.h"
#include "text/typo.h"

/* Inside near-miss: whether a near word is a typo or a word of its own. */

typedef enum tl_doubt {
    TL_DOUBT_NONE, /* no word of the language, and near to no other: a typo */
    TL_DOUBT_SOME, /* a word that might be meant, or the dictionary is missing */
    TL_DOUBT_MUCH, /* a word that is likely a slip here; it is shown what was meant, no more */
    TL_DOUBT_MOST, /* a word that is a slip if the document has the right form elsewhere */
    TL_DOUBT_FULL, /* no typo of this word */
    TL_DOUBT_FORM, /* no typo at all: another form of this word, or derived from it */
} tl_doubt;

typedef struct tl_verdict {
    tl_doubt doubt;
    tl_typo typo;       /* what differs, unless the doubt is full */
    bool is_ending;     /* of a term of one word, it may be another ending */
    tl_variety variety; /* British or American: it is no typo but the spelling of that country */
} tl_verdict;

/* Judges a near hit of a term, of a person's name. */
tl_verdict tl_judge_term(const tl_pass *pass, const tl_near_hit *near);
tl_verdict tl_judge_name(const tl_pass *pass, const tl_near_hit *near);

#endif
