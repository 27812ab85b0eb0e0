/* SPDX-License-Identifier: MPL-2.0 */
/* Counts units by concept and says what follows from the counts. Knows nothing of the words that
 * stand in the stead of others: see rendered_otherwise.c. */
#include "rules/habit.h"

enum { ENOUGH_UNITS = 200 };

static tl_habit_count *
count_of(tl_pass *pass, tl_habit *habit, const tl_concept *concept)
{
    return tl_keyed_get(&habit->of, pass, concept, sizeof(tl_habit_count));
}

static void
count_missing(tl_pass *pass, tl_habit *habit, const tl_missing_concept *missing)
{
    count_of(pass, habit, missing->source->concept)->missing++;
    if (missing->instead) {
        count_of(pass, habit, missing->instead->concept)->added++;
    }
}

void
tl_habit_add(tl_pass *pass, tl_habit *habit, const tl_carried *carried)
{
    habit->units++;
    for (size_t i = 0; i < carried->kept_count; i++) {
        count_of(pass, habit, carried->kept[i]->concept)->kept++;
    }
    for (size_t i = 0; i < carried->grounded_count; i++) {
        count_of(pass, habit, carried->grounded[i]->concept)->grounded++;
    }
    for (size_t i = 0; i < carried->missing_count; i++) {
        count_missing(pass, habit, &carried->missing[i]);
    }
    for (size_t i = 0; i < carried->added_count; i++) {
        count_of(pass, habit, carried->added[i]->concept)->added++;
    }
}

void
tl_habit_join(tl_pass *pass, tl_habit *habit, const tl_habit *later)
{
    const void *concept;
    const tl_habit_count *from;
    for (size_t i = 0; (from = tl_keyed_at(&later->of, i, &concept)) != NULL; i++) {
        tl_habit_count *into = count_of(pass, habit, concept);
        into->kept += from->kept;
        into->missing += from->missing;
        into->grounded += from->grounded;
        into->added += from->added;
    }
    habit->units += later->units;
}

tl_habit_count
tl_habit_of(const tl_habit *habit, const tl_concept *concept)
{
    const tl_habit_count *count = tl_keyed_find(&habit->of, concept);
    return count ? *count : (tl_habit_count){0};
}

bool
tl_habit_tells(const tl_habit *habit)
{
    return habit->units >= ENOUGH_UNITS;
}
