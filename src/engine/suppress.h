/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_ENGINE_SUPPRESS_H
#define TL_ENGINE_SUPPRESS_H

#include "report/report.h"
#include "rules/rules.h"
#include "source/document.h"

/* Suppression in the text itself. A directive stands in a line of a comment, or in plain text in a
 * line of its own:
 *
 *   termlint-disable [RULE]…            from its place on; without a rule, all of them
 *   termlint-enable [RULE]…             ends that
 *   termlint-disable-next-line [RULE]…  for the line below the comment
 *   termlint-disable-line [RULE]…       for its own line, behind other text
 *
 * What follows a dash is for people. [sic] behind a word accepts that word. */

/* What one directive says of one rule, or of all. */
typedef struct tl_suppression {
    tl_str directive; /* its first word; borrowed from the source */
    tl_str rule;      /* likewise; empty: all */
    tl_position place;
    bool is_used;
} tl_suppression;

/* Places of a document, a line in the upper and a column in the lower half, both from 1: from the
 * first to the last, inclusive; and the suppression that covers them. */
typedef struct tl_suppressed_places {
    uint64_t first, last;
    uint32_t suppression;
} tl_suppressed_places;

typedef struct tl_suppressed_list {
    tl_suppressed_places *items; /* owned array: in order, none overlapping another */
    size_t count, capacity;
} tl_suppressed_list;

typedef struct tl_suppression_list {
    tl_suppression *items; /* owned array */
    size_t count, capacity;
    tl_suppressed_list of_rule[TL_MAX_RULES]; /* by number */
    tl_suppressed_list of_all;
} tl_suppression_list;

/* Reads the directives in the comments of a document. One that names no rule there is changes
 * nothing, and is told. */
void tl_suppressions_read(tl_suppression_list *list, tl_document *document,
                          tl_problem_list *remarks);
void tl_suppressions_clear(tl_suppression_list *list);

/* Whether the finding is suppressed, by a directive (which is used then) or by [sic] in the text
 * behind it. Takes O(log directives). */
bool tl_suppressions_cover(tl_suppression_list *list, const tl_diag *diag, tl_str behind);

/* Tells of the directives that were of no use, unless their rule is off. */
void tl_suppressions_tell_unused(const tl_suppression_list *list, tl_str path,
                                 bool (*is_on)(const void *context, const tl_rule *rule),
                                 const void *context, tl_problem_list *unused);

#endif
