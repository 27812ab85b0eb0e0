/* SPDX-License-Identifier: MPL-2.0 */
/* Which configuration files hold for a document: those in its folder and the folders above, each
 * read once, and its mistakes told. Paths are made absolute by their letters, symbolic links stay.
 */
#include "config/configs.h"

#include "base/file.h"
#include "termbase/path.h"

#include <errno.h>
#include <sys/stat.h>

/* The name of a document that has none. */
#define NO_NAME "<stdin>"

void
tl_configs_tell(termlint_config *config, tl_problem_list *problems)
{
    config->has_mistakes |= problems->count > 0;
    for (size_t i = 0; i < problems->kept && config->problem; i++) {
        const tl_problem *p = &problems->items[i];
        config->problem(config->context, p->path, p->line, p->column, p->message);
    }
    tl_problem_list_clear(problems);
}

/* In the scratch arena, of which nothing else is wanted any more. */
tl_str
tl_configs_absolute(termlint_config *config, const char *path)
{
    tl_arena *scratch = &config->scratch;
    tl_str given = tl_str_from(path ? path : NO_NAME);
    tl_arena_reset(scratch);
    if (tl_str_starts_with(given, TL_STR("/"))) {
        return tl_path_normalise(scratch, given);
    }
    tl_str below = tl_arena_format(scratch, "%.*s/", TL_STR_ARGS(config->current));
    return tl_path_join(scratch, below, given);
}

/* The folder of an absolute path; that of "/" is "/". */
static tl_str
folder_of(tl_str path)
{
    size_t end = path.len;
    while (end > 0 && path.ptr[end - 1] != '/') {
        end--;
    }
    return tl_str_slice(path, 0, end > 1 ? end - 1 : end);
}

/* The path as a person in the current folder would write it. */
static tl_str
as_seen(const termlint_config *config, tl_str path)
{
    size_t length = config->current.len;
    bool is_below =
        tl_str_starts_with(path, config->current) && path.len > length && path.ptr[length] == '/';
    return is_below ? tl_str_slice(path, length + 1, path.len) : path;
}

/* Appends what the editor holds of the file; false if it holds nothing. */
static bool
add_unsaved(const termlint_config *config, const char *path, tl_buf *bytes)
{
    termlint_bytes text;
    const tl_unsaved *unsaved = &config->unsaved;
    bool is_unsaved = unsaved->text && unsaved->text(unsaved->context, path, &text);
    if (is_unsaved) {
        tl_buf_add(bytes, (tl_str){text.ptr, text.length});
    }
    return is_unsaved;
}

static bool
is_there(const termlint_config *config, const char *path)
{
    struct stat status;
    tl_buf text = {0};
    bool found = lstat(path, &status) == 0 || (errno != ENOENT && errno != ENOTDIR) ||
                 add_unsaved(config, path, &text);
    tl_buf_clear(&text);
    return found;
}

tl_config *
tl_configs_read(termlint_config *config, tl_str path, tl_str shown, tl_config_folder *found)
{
    tl_config *read = tl_arena_alloc(&config->arena, 1, sizeof *read);
    tl_problem_list problems = {0};
    tl_error error = {0};
    tl_buf bytes = {0};
    read->path = tl_arena_copy(&config->arena, shown);
    read->folder = tl_arena_copy(&config->arena, folder_of(path));
    bool is_unsaved = add_unsaved(config, read->path.ptr, &bytes);
    if (!is_unsaved && !tl_file_read(read->path.ptr, &bytes, NULL, &error)) {
        tl_problem_add(&problems, shown, 0, 0, "%s", error.message);
    } else {
        tl_config_read(read, tl_buf_str(&bytes), &config->arena, &problems);
    }
    found->nearest = read;
    found->is_broken = problems.count > 0;
    tl_configs_tell(config, &problems);
    tl_error_clear(&error);
    tl_buf_clear(&bytes);
    return read;
}

/* What holds in the folder: its own file, and what is found in the folders above. */
static const tl_config_folder *
look_up(termlint_config *config, tl_str path)
{
    tl_config_folder *found = tl_map_get(&config->folders, path);
    if (found) {
        return found;
    }
    found = tl_arena_alloc(&config->arena, 1, sizeof *found);
    tl_map_add(&config->folders, tl_arena_copy(&config->arena, path), found);
    bool is_top = path.len <= 1;
    tl_str file = tl_arena_format(&config->scratch, "%.*s/" TL_CONFIG_NAME,
                                  is_top ? 0 : (int)path.len, path.ptr);
    tl_config *own = is_there(config, file.ptr)
                         ? tl_configs_read(config, file, as_seen(config, file), found)
                         : NULL;
    if (own) {
        own->is_found = true;
    }
    if (own && own->is_root) {
        return found;
    }
    const tl_config_folder none = {.nearest = config->settings};
    const tl_config_folder *above = is_top ? &none : look_up(config, folder_of(path));
    found->is_broken |= above->is_broken;
    if (own) {
        own->outer = above->nearest;
    } else {
        found->nearest = above->nearest;
    }
    return found;
}

const tl_config_folder *
tl_configs_find(termlint_config *config, tl_str path)
{
    return config->is_chosen ? &config->chosen : look_up(config, folder_of(path));
}
