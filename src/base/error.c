/* SPDX-License-Identifier: MPL-2.0 */
/* Errors of termlint itself, and the nearest known word for a mistyped one. Prints nothing: the
 * command line and the language server do. An error once set stays: the first cause is the one to
 * tell. */
#include "base/error.h"

#include "base/alloc.h"
#include "base/array.h"
#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DEFAULT_PROBLEM_LIMIT = 100, LONGEST_KEY = 64 };

__attribute__((format(printf, 1, 0))) static char *
format_message(const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    int length = vsnprintf(NULL, 0, format, args);
    size_t size = length < 0 ? 1 : (size_t)length + 1;
    char *message = tl_alloc(size);
    message[0] = '\0';
    vsnprintf(message, size, format, again);
    va_end(again);
    return message;
}

void
tl_error_clear(tl_error *error)
{
    free(error->message);
    *error = (tl_error){0};
}

bool
tl_error_set(tl_error *error, const char *format, ...)
{
    if (error != NULL && error->message == NULL) {
        va_list args;
        va_start(args, format);
        error->message = format_message(format, args);
        va_end(args);
    }
    return false;
}

void
tl_problem_list_clear(tl_problem_list *list)
{
    for (size_t i = 0; i < list->kept; i++) {
        free(list->items[i].path);
        free(list->items[i].message);
    }
    free(list->items);
    *list = (tl_problem_list){.limit = list->limit};
}

void
tl_problem_add(tl_problem_list *list, tl_str path, uint32_t line, uint32_t column,
               const char *format, ...)
{
    list->count++;
    if (list->kept >= (list->limit ? list->limit : DEFAULT_PROBLEM_LIMIT)) {
        return;
    }
    va_list args;
    va_start(args, format);
    char *message = format_message(format, args);
    va_end(args);
    char *copy = tl_alloc(path.len + 1);
    if (path.len) {
        memcpy(copy, path.ptr, path.len);
    }
    copy[path.len] = '\0';
    list->items =
        tl_array_reserve(list->items, &list->capacity, list->kept + 1, sizeof *list->items);
    list->items[list->kept++] =
        (tl_problem){.path = copy, .line = line, .column = column, .message = message};
}

static bool
comes_after(const tl_problem *a, const tl_problem *b)
{
    int order = strcmp(a->path, b->path);
    if (order != 0) {
        return order > 0;
    }
    return a->line != b->line ? a->line > b->line : a->column > b->column;
}

void
tl_problem_list_sort(tl_problem_list *list)
{
    /* Insertion sort: stable, and the list is short by its limit. */
    for (size_t i = 1; i < list->kept; i++) {
        tl_problem moved = list->items[i];
        size_t at = i;
        for (; at > 0 && comes_after(&list->items[at - 1], &moved); at--) {
            list->items[at] = list->items[at - 1];
        }
        list->items[at] = moved;
    }
}

static size_t
smallest_of(size_t a, size_t b, size_t c)
{
    size_t least = a < b ? a : b;
    return least < c ? least : c;
}

/* Edit distance in bytes with transpositions of neighbours (optimal string alignment). */
static size_t
edit_distance(tl_str a, tl_str b)
{
    size_t rows[3][LONGEST_KEY + 1];
    size_t *before = rows[0], *previous = rows[1], *current = rows[2];
    for (size_t j = 0; j <= b.len; j++) {
        previous[j] = j;
    }
    for (size_t i = 1; i <= a.len; i++) {
        current[0] = i;
        for (size_t j = 1; j <= b.len; j++) {
            size_t change = previous[j - 1] + (a.ptr[i - 1] != b.ptr[j - 1]);
            current[j] = smallest_of(previous[j] + 1, current[j - 1] + 1, change);
            if (i > 1 && j > 1 && a.ptr[i - 1] == b.ptr[j - 2] && a.ptr[i - 2] == b.ptr[j - 1] &&
                before[j - 2] + 1 < current[j]) {
                current[j] = before[j - 2] + 1;
            }
        }
        size_t *recycled = before;
        before = previous;
        previous = current;
        current = recycled;
    }
    return previous[b.len];
}

/* The first candidate that `given` is the beginning of, if it is long enough to tell. */
static tl_str
first_that_begins(tl_str given, const tl_str *candidates, size_t count)
{
    enum { LEAST = 3 };
    for (size_t i = 0; given.len >= LEAST && i < count; i++) {
        if (tl_str_starts_with(candidates[i], given)) {
            return candidates[i];
        }
    }
    return (tl_str){NULL, 0};
}

tl_str
tl_nearest(tl_str given, const tl_str *candidates, size_t count)
{
    tl_str nearest = {NULL, 0};
    size_t least = given.len / 3 + 1;
    for (size_t i = 0; given.len <= LONGEST_KEY && i < count; i++) {
        if (candidates[i].len > LONGEST_KEY || candidates[i].len == 0) {
            continue;
        }
        size_t distance = edit_distance(given, candidates[i]);
        if (distance <= least && distance < given.len && (!nearest.len || distance < least)) {
            nearest = candidates[i];
            least = distance;
        }
    }
    return nearest.len ? nearest : first_that_begins(given, candidates, count);
}
