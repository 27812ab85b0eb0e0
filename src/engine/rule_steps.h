/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_ENGINE_RULE_STEPS_H
#define TL_ENGINE_RULE_STEPS_H

#include "engine/passage.h"

typedef enum tl_rule_step {
    TL_STEP_SEGMENT,
    TL_STEP_UNIT,
    TL_STEP_ALONE,
    TL_STEP_END
} tl_rule_step;

/* Runs the rules for one text on its own; the scan is borrowed until the next. */
const tl_scan *tl_passage_text(tl_passage *passage, const tl_visit *visit);

/* Runs one function of all rules. */
void tl_passage_step(tl_passage *passage, tl_rule_step step);

#endif
