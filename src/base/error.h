/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_BASE_ERROR_H
#define TL_BASE_ERROR_H

#include "base/str.h"

/* What termlint itself could not do. What is wrong with the user's text is a finding instead
 * (report/diag.h); the two are never mixed. Messages: lower case, no full stop, what is there and
 * then what is wanted. */

/* One error: filled once, where it arises. An all-zero one is "no error". */
typedef struct tl_error {
    char *message; /* owned; NULL while there is no error */
} tl_error;

void tl_error_clear(tl_error *error);

/* Fills *error unless it is NULL or already filled. Always returns false, so that a function can
 * `return tl_error_set(error, …)`. */
bool tl_error_set(tl_error *error, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* A list of errors with places, for inputs in which many may be reported at once. An all-zero one
 * is empty. `count` is all there were; at most `limit` (0: 100) are kept, in order of arrival. */
typedef struct tl_problem {
    char *path;            /* owned */
    uint32_t line, column; /* from 1, columns in code points; 0 where no place is known */
    char *message;         /* owned */
} tl_problem;

typedef struct tl_problem_list {
    tl_problem *items;
    size_t kept, capacity;
    size_t count;
    size_t limit;
} tl_problem_list;

void tl_problem_list_clear(tl_problem_list *list);

void tl_problem_add(tl_problem_list *list, tl_str path, uint32_t line, uint32_t column,
                    const char *format, ...) __attribute__((format(printf, 5, 6)));

/* Sorts by path, line and column, keeping the order of arrival for equal places. */
void tl_problem_list_sort(tl_problem_list *list);

/* The candidate nearest to `given` (the fewest edits, at most a third of its length and never all
 * of it), else the first that begins with it, if it has three letters at least; or an empty string.
 * For "unknown key X; did you mean Y". */
tl_str tl_nearest(tl_str given, const tl_str *candidates, size_t count);

#endif
