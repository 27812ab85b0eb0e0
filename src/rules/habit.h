/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_RULES_HABIT_H
#define TL_RULES_HABIT_H

#include "rules/carried.h"
#include "rules/keyed.h"

/* How often a document carries a concept from one side to the other. A termbase says of one sense
 * of "check" that it is чек; whether a document means that sense, its other units tell. */
typedef struct tl_habit_count {
    uint32_t kept;     /* units whose target has the concept of the source */
    uint32_t missing;  /* those whose target has not */
    uint32_t grounded; /* units whose source has the concept of the target */
    uint32_t added;    /* those whose source has not */
} tl_habit_count;

typedef struct tl_habit {
    tl_keyed of; /* by concept: tl_habit_count */
    uint32_t units;
} tl_habit;

/* Counts the unit at hand by what its first target has. */
void tl_habit_add(tl_pass *pass, tl_habit *habit, const tl_carried *carried);

/* Adds the counts of another part of the document. */
void tl_habit_join(tl_pass *pass, tl_habit *habit, const tl_habit *later);

/* What is counted of a concept. */
tl_habit_count tl_habit_of(const tl_habit *habit, const tl_concept *concept);

/* True if the document has so many units that they tell what it says for a plain word. A shorter
 * one is taken at the termbase's word. */
bool tl_habit_tells(const tl_habit *habit);

#endif
