/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_ENGINE_CHECKING_H
#define TL_ENGINE_CHECKING_H

#include "engine/checker.h"
#include "engine/units.h"
#include "rules/rules.h"

/* Internal to worker.c, pair.c and their like: documents that are checked together, one or a source
 * with its target, and all that is known of them. What they need lives in the arena of the first
 * and goes with it. */
typedef struct tl_checking {
    termlint_worker *worker;
    const termlint_checker *checker;
    const tl_encoding **encoding; /* that is known, or NULL; set to what it turns out to be */
    tl_document documents[2];     /* the source and the target, or one alone */
    size_t count;
    tl_str languages[2];         /* of two documents, as far as it is known; primary subtags */
    struct tl_passage *passages; /* owned array (engine/passage.h) of their texts, in order */
    size_t passage_count, passage_capacity;
    size_t joined;             /* so many of them are one with the first */
    termlint_worker **helpers; /* owned array by seat of the thread: what those that help work with;
                                * the first is NULL */
    tl_shared shared;          /* while rules run */
} tl_checking;

/* Reads one more document; false with a problem in the report if it cannot be read. */
bool tl_checking_read(tl_checking *c, tl_source *source, tl_report *report);

/* Checks the documents that were read and adds what is found to the report. */
void tl_checking_run(tl_checking *c, tl_report *report);

void tl_checking_clear(tl_checking *c);

#endif
