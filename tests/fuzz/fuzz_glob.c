/* SPDX-License-Identifier: MPL-2.0 */
/* A pattern and a path, with a line break between them, against a matcher that simply tries
 * everything. The input is also taken for an ignore file and a path. */
#include "base/glob.h"

#include <stdlib.h>

enum { LONGEST = 24 }; /* the simple matcher takes exponential time */

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);

static bool matches_simply(tl_str pattern, tl_str path, bool at_start);

static tl_str
rest_of(tl_str str, size_t begin)
{
    return tl_str_slice(str, begin, str.len);
}

/* What is left of the pattern after a run of stars matches some rest of the path. */
static bool
stars_match(tl_str pattern, tl_str path, bool at_start)
{
    size_t stars = 1;
    while (stars < pattern.len && pattern.ptr[stars] == '*') {
        stars++;
    }
    tl_str behind = rest_of(pattern, stars);
    bool deep = stars > 1 && at_start && (behind.len == 0 || behind.ptr[0] == '/');
    if (deep && behind.len == 0) {
        return path.len > 0;
    }
    if (deep && matches_simply(rest_of(behind, 1), path, true)) {
        return true;
    }
    for (size_t i = 0; i <= path.len; i++) {
        if (matches_simply(behind, rest_of(path, i), false)) {
            return true;
        }
        if (i < path.len && path.ptr[i] == '/' && !deep) {
            return false;
        }
    }
    return false;
}

static bool
matches_simply(tl_str pattern, tl_str path, bool at_start)
{
    if (pattern.len == 0) {
        return path.len == 0;
    }
    if (pattern.ptr[0] == '*') {
        return stars_match(pattern, path, at_start);
    }
    if (path.len == 0 || (pattern.ptr[0] != '?' && pattern.ptr[0] != path.ptr[0]) ||
        (pattern.ptr[0] == '?' && path.ptr[0] == '/')) {
        return false;
    }
    return matches_simply(rest_of(pattern, 1), rest_of(path, 1), pattern.ptr[0] == '/');
}

static bool
has_any(tl_str str, const char *bytes)
{
    for (; *bytes != '\0'; bytes++) {
        if (tl_str_find_byte(str, *bytes, 0) < str.len) {
            return true;
        }
    }
    return false;
}

/* Paths have neither empty names nor NUL, the simple matcher neither sets nor escapes. */
static bool
can_compare(tl_str pattern, tl_str path)
{
    return pattern.len <= LONGEST && path.len <= LONGEST && path.len > 0 &&
           !tl_str_starts_with(path, TL_STR("/")) && !tl_str_ends_with(path, TL_STR("/")) &&
           tl_str_find(path, TL_STR("//"), 0) == path.len && !has_any(pattern, "[\\") &&
           tl_str_find_byte(path, '\0', 0) == path.len &&
           tl_str_find_byte(pattern, '\0', 0) == pattern.len;
}

int
LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    tl_str input = {(const char *)data, size}, pattern;
    tl_str path = input;
    if (!tl_str_split(&path, '\n', &pattern)) {
        return 0;
    }
    bool matches = tl_glob_match(pattern, path, false);
    if (can_compare(pattern, path) && tl_str_starts_with(pattern, TL_STR("/")) &&
        !tl_str_ends_with(pattern, TL_STR("/")) &&
        matches != matches_simply(rest_of(pattern, 1), path, true)) {
        abort();
    }
    tl_ignore ignore = {0};
    tl_ignore_push(&ignore, TL_STR(""), input);
    tl_ignore_excludes(&ignore, path, true);
    tl_ignore_clear(&ignore);
    return 0;
}
