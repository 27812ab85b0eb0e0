/* SPDX-License-Identifier: MPL-2.0 */
/* Joining and normalising the paths of included files. Knows letters only: symbolic links and
 * letter case stay as they are, so two names of one file may count as two files. */
#include "termbase/path.h"

#include "base/buf.h"

bool
tl_path_is_relative(tl_str path)
{
    bool is_rooted =
        tl_str_starts_with(path, TL_STR("/")) || tl_str_starts_with(path, TL_STR("\\"));
    bool is_on_drive = path.len >= 2 && path.ptr[1] == ':';
    bool is_url = tl_str_find(path, TL_STR("://"), 0) < path.len;
    bool has_line_break = tl_str_find_byte(path, '\n', 0) < path.len;
    return path.len > 0 && !is_rooted && !is_on_drive && !is_url && !has_line_break;
}

/* Where the last part of the path begins. */
static size_t
last_part(tl_str path)
{
    size_t at = path.len;
    while (at > 0 && path.ptr[at - 1] != '/') {
        at--;
    }
    return at;
}

/* Takes the last part away for a "..", if there is one that can be taken away. */
static bool
drop_part(tl_buf *path)
{
    tl_str whole = tl_buf_str(path);
    size_t begin = last_part(whole);
    tl_str part = tl_str_slice(whole, begin, whole.len);
    if (part.len == 0 || tl_str_equal(part, TL_STR(".."))) {
        return tl_str_equal(whole, TL_STR("/"));
    }
    path->len = begin > 1 ? begin - 1 : begin;
    return true;
}

static void
add_part(tl_buf *path, tl_str part)
{
    if (part.len == 0 || tl_str_equal(part, TL_STR("."))) {
        return;
    }
    if (tl_str_equal(part, TL_STR("..")) && drop_part(path)) {
        return;
    }
    if (path->len && path->ptr[path->len - 1] != '/') {
        tl_buf_add_byte(path, '/');
    }
    tl_buf_add(path, part);
}

tl_str
tl_path_normalise(tl_arena *arena, tl_str path)
{
    tl_buf out = {0};
    tl_str rest = path, part;
    if (tl_str_starts_with(path, TL_STR("/"))) {
        tl_buf_add_byte(&out, '/');
    }
    while (tl_str_split(&rest, '/', &part)) {
        add_part(&out, part);
    }
    tl_str normal = tl_arena_copy(arena, out.len ? tl_buf_str(&out) : TL_STR("."));
    tl_buf_clear(&out);
    return normal;
}

tl_str
tl_path_join(tl_arena *arena, tl_str from, tl_str path)
{
    tl_str folder = tl_str_slice(from, 0, last_part(from));
    tl_buf joined = {0};
    tl_buf_add(&joined, folder);
    tl_buf_add(&joined, path);
    tl_str normal = tl_path_normalise(arena, tl_buf_str(&joined));
    tl_buf_clear(&joined);
    return normal;
}
