/* SPDX-License-Identifier: MPL-2.0 */
/* Counts units by concept and says what follows from the counts. Knows nothing of the words that
 * stand in the stead of others: see rendered_otherwise.c. */
#include "rules/habit.h"

enum { ENOUGH_UNITS = 200, LEAST_GROUNDED = 20 };

static void
count_missing(tl_habit *habit, const tl_missing_concept *missing)
{
    habit->of[missing->source->concept->number].missing++;
    if (missing->instead) {
        habit->of[missing->instead->concept->number].added++;
    }
}

void
tl_habit_add(tl_pass *pass, tl_habit *habit, const tl_carried *carried)
{
    if (habit->of == NULL) {
        size_t count = pass->index->termbase->concept_count;
        habit->of = tl_arena_alloc(pass->arena, count, sizeof *habit->of);
    }
    habit->units++;
    for (size_t i = 0; i < carried->kept_count; i++) {
        habit->of[carried->kept[i]->concept->number].kept++;
    }
    for (size_t i = 0; i < carried->grounded_count; i++) {
        habit->of[carried->grounded[i]->concept->number].grounded++;
    }
    for (size_t i = 0; i < carried->missing_count; i++) {
        count_missing(habit, &carried->missing[i]);
    }
    for (size_t i = 0; i < carried->added_count; i++) {
        habit->of[carried->added[i]->concept->number].added++;
    }
}

bool
tl_habit_tells(const tl_habit *habit)
{
    return habit->units >= ENOUGH_UNITS;
}

bool
tl_habit_is_bound(const tl_habit *habit, const tl_concept *concept)
{
    const tl_habit_count *count = &habit->of[concept->number];
    return count->added * LEAST_GROUNDED <= count->grounded;
}
