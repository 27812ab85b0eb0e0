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
    tl_str languages[2]; /* of two documents, as far as it is known; primary subtags */
    tl_pass pass;
    void *states[TL_MAX_RULES];
    tl_arena scratch; /* what is known of one unit */
    struct tl_stem_index *stem_indexes;
    tl_usage_list usages;
} tl_checking;

typedef enum tl_rule_step {
    TL_STEP_SEGMENT,
    TL_STEP_UNIT,
    TL_STEP_ALONE,
    TL_STEP_END
} tl_rule_step;

/* Reads one more document; false with a problem in the report if it cannot be read. */
bool tl_checking_read(tl_checking *c, tl_source *source, tl_report *report);

/* Checks the documents that were read and adds what is found to the report. */
void tl_checking_run(tl_checking *c, tl_report *report);

void tl_checking_clear(tl_checking *c);

/* Runs the rules for one text on its own; the scan is borrowed until the next. */
const tl_scan *tl_checking_text(tl_checking *c, const tl_visit *visit);

/* Runs one function of all rules. */
void tl_checking_step(tl_checking *c, tl_rule_step step);

#endif
