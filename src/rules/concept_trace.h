/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_RULES_CONCEPT_TRACE_H
#define TL_RULES_CONCEPT_TRACE_H

#include "rules/carried.h"

/* What speaks for it that a text has a concept although the scan found no form of it there. */

/* A concept, and where it stands in the text of the other side. */
typedef struct tl_concept_trace {
    const tl_concept_place *place;
    const tl_unit_text *text;
} tl_concept_trace;

typedef enum tl_traced {
    TL_TRACED_NOT,
    TL_TRACED_MAYBE,  /* a pronoun or a short form may stand for it */
    TL_TRACED_SURELY, /* it is there */
} tl_traced;

/* True if `concept` has, in the language of the trace's text, the form that stands there: whoever
 * has one of the two has the other. */
bool tl_concept_shares_form(const tl_concept *concept, const tl_concept_trace *trace);

/* Looks for the concept within longer forms, by the stems of its words, and for what may stand for
 * it. */
tl_traced tl_concept_traced(tl_pass *pass, const tl_unit_text *text, const tl_concept_trace *trace);

#endif
