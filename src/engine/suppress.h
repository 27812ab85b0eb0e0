/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_ENGINE_SUPPRESS_H
#define TL_ENGINE_SUPPRESS_H

#include "report/report.h"

/* Suppression in the text itself. A directive stands on a line of its own, bare or in a comment:
 *
 *   termlint-disable [RULE]…            from here on; without a rule, all of them
 *   termlint-enable [RULE]…             ends that
 *   termlint-disable-next-line [RULE]…  for the next line
 *   termlint-disable-line [RULE]…       for its own line, behind other text in a comment
 *
 * and [sic] behind a word accepts that word. */

/* The lines for which one rule, or all of them, are suppressed. */
typedef struct tl_suppression {
    tl_str rule;          /* borrowed from the source; empty: all */
    uint32_t first, last; /* lines, from 1 */
    uint32_t line;        /* of the directive */
} tl_suppression;

typedef struct tl_suppression_list {
    tl_suppression *items; /* owned array */
    size_t count, capacity;
} tl_suppression_list;

/* Reads the directives of a source. A text without any costs one search. A rule that does not exist
 * is told as a problem. */
void tl_suppressions_read(tl_suppression_list *list, tl_source *source, tl_problem_list *problems);
void tl_suppressions_clear(tl_suppression_list *list);

/* Whether the finding is suppressed, by a directive or by [sic] in the text behind it. */
bool tl_suppressions_cover(const tl_suppression_list *list, const tl_diag *diag, tl_str behind);

#endif
