/* SPDX-License-Identifier: MPL-2.0 */
/* Asks the file system where a repository ends and where a path leads. Knows nothing of what the
 * files are for. */
#include "engine/confine.h"

#include <stdlib.h>
#include <sys/stat.h>

static bool
is_repository(tl_str folder, tl_arena *arena)
{
    struct stat status;
    return lstat(tl_arena_format(arena, "%.*s/.git", TL_STR_ARGS(folder)).ptr, &status) == 0;
}

static tl_str
folder_above(tl_str path)
{
    size_t end = path.len;
    while (end > 0 && path.ptr[end - 1] != '/') {
        end--;
    }
    return tl_str_slice(path, 0, end ? end - 1 : 0);
}

tl_str
tl_confine_root(tl_str folder, tl_arena *arena)
{
    char *real = realpath(tl_arena_copy(arena, folder).ptr, NULL);
    tl_str root = real ? tl_arena_copy(arena, tl_str_from(real)) : TL_STR("");
    free(real);
    while (root.len && !is_repository(root, arena)) {
        root = folder_above(root);
    }
    return root;
}

bool
tl_confine_allows(tl_str root, const char *path)
{
    char *real = realpath(path, NULL);
    tl_str found = tl_str_from(real ? real : "");
    bool is_below =
        tl_str_starts_with(found, root) && found.len > root.len && found.ptr[root.len] == '/';
    free(real);
    return found.len == 0 || is_below;
}
