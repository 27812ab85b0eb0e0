/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_CLI_ANSWERS_H
#define TL_CLI_ANSWERS_H

#include "cli/options.h"
#include "termlint.h"

/* The questions of `fix --interactive` and what has been said so far. */
typedef struct tl_answers {
    tl_string_list skipped; /* owned strings: the terms that are not asked about again */
    bool quit;
} tl_answers;

void tl_answers_clear(tl_answers *answers);

/* termlint_fix_options.ask: shows the finding on standard error and reads an answer from standard
 * input; the end of that is an answer too: quit. */
bool tl_answers_ask(void *answers, const termlint_report *report, size_t index);

#endif
