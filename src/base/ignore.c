/* SPDX-License-Identifier: MPL-2.0 */
/* Ignore files as gitignore(5) has them: which line is a pattern, and which of many patterns
 * decides. Knows text and paths; finding and reading the files is walk.c's. Invariant: the lists
 * are in order of their folders, outermost first. */
#include "base/alloc.h"
#include "base/array.h"
#include "base/glob.h"

#include <stdlib.h>
#include <string.h>

typedef struct ignore_pattern {
    tl_str glob; /* points into the list's text */
    bool negated;
} ignore_pattern;

struct tl_ignore_list {
    size_t folder_len; /* with its slash */
    char *text;        /* owned copy of the file */
    ignore_pattern *patterns;
    size_t count, capacity;
};

/* Without trailing spaces, of which an escaped one and what is before it stay. */
static tl_str
without_trailing_spaces(tl_str line)
{
    size_t end = 0;
    for (size_t i = 0; i < line.len; i++) {
        if (line.ptr[i] == '\\') {
            i++;
        } else if (line.ptr[i] == ' ') {
            continue;
        }
        end = i + 1;
    }
    return tl_str_slice(line, 0, end);
}

static void
add_line(struct tl_ignore_list *list, tl_str line)
{
    if (tl_str_ends_with(line, TL_STR("\r"))) {
        line.len--;
    }
    if (line.len == 0 || line.ptr[0] == '#') {
        return;
    }
    line = without_trailing_spaces(line);
    bool negated = tl_str_starts_with(line, TL_STR("!"));
    list->patterns =
        tl_array_reserve(list->patterns, &list->capacity, list->count + 1, sizeof *list->patterns);
    list->patterns[list->count++] =
        (ignore_pattern){.glob = tl_str_slice(line, negated, line.len), .negated = negated};
}

void
tl_ignore_push(tl_ignore *ignore, tl_str folder, tl_str text)
{
    struct tl_ignore_list list = {.folder_len = folder.len ? folder.len + 1 : 0};
    if (tl_str_starts_with(text, TL_STR("\xEF\xBB\xBF"))) {
        text = tl_str_slice(text, 3, text.len);
    }
    list.text = tl_alloc(text.len);
    if (text.len > 0) {
        memcpy(list.text, text.ptr, text.len);
    }
    tl_str rest = {list.text, text.len}, line;
    while (tl_str_split(&rest, '\n', &line)) {
        add_line(&list, line);
    }
    ignore->lists =
        tl_array_reserve(ignore->lists, &ignore->capacity, ignore->count + 1, sizeof list);
    ignore->lists[ignore->count++] = list;
}

void
tl_ignore_pop(tl_ignore *ignore)
{
    struct tl_ignore_list *list = &ignore->lists[--ignore->count];
    free(list->patterns);
    free(list->text);
}

void
tl_ignore_clear(tl_ignore *ignore)
{
    while (ignore->count > 0) {
        tl_ignore_pop(ignore);
    }
    free(ignore->lists);
    *ignore = (tl_ignore){0};
}

/* The last pattern of the list that matches `path`, or NULL. */
static const ignore_pattern *
deciding_pattern(const struct tl_ignore_list *list, tl_str path, bool is_folder)
{
    tl_str below = tl_str_slice(path, list->folder_len, path.len);
    for (size_t i = list->count; i-- > 0;) {
        if (tl_glob_match(list->patterns[i].glob, below, is_folder)) {
            return &list->patterns[i];
        }
    }
    return NULL;
}

bool
tl_ignore_excludes(const tl_ignore *ignore, tl_str path, bool is_folder)
{
    for (size_t i = ignore->count; i-- > 0;) {
        const ignore_pattern *pattern = deciding_pattern(&ignore->lists[i], path, is_folder);
        if (pattern != NULL) {
            return !pattern->negated;
        }
    }
    return false;
}
