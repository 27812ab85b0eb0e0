/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_ENGINE_PASSAGE_H
#define TL_ENGINE_PASSAGE_H

#include "engine/checking.h"

#include <stdatomic.h>

/* A run of the texts of one or two documents, which one thread checks without knowing what stands
 * before: what it finds and remembers there. Parts are then joined in order. */
typedef struct tl_passage {
    const tl_checking *whole;
    const tl_visit *visits;
    size_t count;
    atomic_bool is_checked;  /* by whichever thread: it may be joined */
    termlint_worker *worker; /* of the thread that checks it */
    tl_pass pass;
    tl_text_read read;
    void *states[TL_MAX_RULES]; /* of the rules, by number */
    tl_arena arena;             /* of what is found; lives as long as the documents */
    tl_arena scratch;           /* what is known of one unit */
    tl_tally tally;
    tl_usage_list usages; /* summed */
} tl_passage;

/* Runs the rules for all texts of a part whose whole and visits are set. */
void tl_passage_check(tl_passage *passage, termlint_worker *worker, tl_shared *shared);

/* Takes over what was found and is remembered of the next part, which is only to be cleared then.
 */
void tl_passage_join(tl_passage *passage, tl_passage *later);

/* Runs what rules do in the end, when all parts are joined to this one; what is no finding is told
 * to `remarks`. */
void tl_passage_finish(tl_passage *passage, tl_problem_list *remarks);

void tl_passage_clear(tl_passage *passage);

#endif
