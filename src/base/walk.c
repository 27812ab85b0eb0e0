/* SPDX-License-Identifier: MPL-2.0 */
/* Walking a folder in a fixed order, without what git ignores. Knows folders, repositories and
 * where ignore files are; what their patterns mean is ignore.c's. Each folder is read whole, closed
 * and sorted before anything below it is opened, so depth costs no descriptors. Invariant: `shown`
 * and `within` name the same folder, and `ignore` holds the files of all folders above it. */
#include "base/walk.h"

#include "base/arena.h"
#include "base/array.h"
#include "base/file.h"
#include "base/glob.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct walker {
    const tl_walk_options *options;
    tl_problem_list *problems;
    tl_buf top;    /* absolute path of the repository's root, else of the folder walked */
    tl_buf shown;  /* path of the current folder for the caller and for opening; "" is "." */
    tl_buf within; /* the same from the top, for patterns; "" is the top */
    tl_ignore ignore;
    bool stopped;
} walker;

typedef struct entry {
    tl_str name; /* NUL-terminated */
    bool is_folder;
} entry;

typedef struct entry_list {
    entry *items; /* owned array */
    size_t count, capacity;
    tl_arena names;
} entry_list;

/* Appends "/name" to a path, or "name" to an empty one; NUL-terminated. Returns the length before,
 * for shorten(). */
static size_t
lengthen(tl_buf *path, tl_str name)
{
    size_t before = path->len;
    if (before > 0 && path->ptr[before - 1] != '/') {
        tl_buf_add_byte(path, '/');
    }
    tl_buf_add(path, name);
    *tl_buf_reserve(path, 1) = '\0';
    return before;
}

static void
shorten(tl_buf *path, size_t length)
{
    path->len = length;
    path->ptr[length] = '\0';
}

static void
add_problem(walker *walk, const char *what)
{
    char reason[128] = "";
    strerror_r(errno, reason, sizeof reason);
    tl_str path = walk->shown.len ? tl_buf_str(&walk->shown) : TL_STR(".");
    tl_problem_add(walk->problems, path, 0, 0, "cannot read the %s: %s", what, reason);
}

/* What errno says of a file: that there is none. */
static bool
is_absent(void)
{
    return errno == ENOENT || errno == ENOTDIR;
}

/* Pushes the ignore file at `path`, if it is a regular file, for what is below `folder`. */
static bool
push_ignore_file(walker *walk, const char *path, tl_str folder)
{
    struct stat status;
    bool is_there = lstat(path, &status) == 0;
    if ((is_there && !S_ISREG(status.st_mode)) || (!is_there && is_absent())) {
        return false; /* git follows no symbolic link here either */
    }
    tl_buf text = {0};
    bool ok = tl_file_read(path, &text, NULL, NULL);
    if (ok) {
        tl_ignore_push(&walk->ignore, folder, tl_buf_str(&text));
    } else {
        tl_problem_add(walk->problems, tl_str_from(path), 0, 0,
                       "cannot read the ignore file, its patterns are not applied");
    }
    tl_buf_clear(&text);
    return ok;
}

static bool
push_ignore_file_in(walker *walk, tl_buf *path, tl_str folder)
{
    size_t length = lengthen(path, TL_STR(".gitignore"));
    bool pushed = push_ignore_file(walk, path->ptr, folder);
    shorten(path, length);
    return pushed;
}

/* Pushes the ignore files of all folders from the top down to the one that `path`, which is
 * relative to the top, is in. Returns true if they exclude it or a folder on the way. */
static bool
descend_to(walker *walk, tl_str path)
{
    bool excluded = false;
    for (size_t begin = 0, end; begin < path.len; begin = end + 1) {
        size_t top_len = walk->top.len;
        tl_str folder = tl_str_slice(path, 0, begin ? begin - 1 : 0);
        lengthen(&walk->top, folder);
        push_ignore_file_in(walk, &walk->top, folder);
        shorten(&walk->top, top_len);
        end = tl_str_find_byte(path, '/', begin);
        excluded |= tl_ignore_excludes(&walk->ignore, tl_str_slice(path, 0, end), end < path.len);
    }
    return excluded;
}

static bool
is_repository(tl_buf *folder)
{
    struct stat status;
    size_t length = lengthen(folder, TL_STR(".git"));
    bool found = lstat(folder->ptr, &status) == 0 || !is_absent();
    shorten(folder, length);
    return found;
}

static void
drop_last_name(tl_buf *path)
{
    size_t length = path->len;
    while (length > 0 && path->ptr[length - 1] != '/') {
        length--;
    }
    shorten(path, length > 1 ? length - 1 : length);
}

/* Sets the top to the root of the repository that the absolute path `folder` is in and pushes the
 * repository's own exclude file, or returns false and sets it to the folder itself. */
static bool
find_top(walker *walk, const char *folder)
{
    lengthen(&walk->top, tl_str_from(folder));
    while (!is_repository(&walk->top)) {
        if (walk->top.len <= 1) {
            shorten(&walk->top, 0);
            lengthen(&walk->top, tl_str_from(folder));
            return false;
        }
        drop_last_name(&walk->top);
    }
    size_t length = lengthen(&walk->top, TL_STR(".git/info/exclude"));
    push_ignore_file(walk, walk->top.ptr, TL_STR(""));
    shorten(&walk->top, length);
    return true;
}

/* The part of the absolute path `folder` that is below the top. */
static tl_str
below_top(const walker *walk, const char *folder)
{
    tl_str path = tl_str_from(folder);
    tl_str rest = tl_str_slice(path, walk->top.len, path.len);
    return tl_str_starts_with(rest, TL_STR("/")) ? tl_str_slice(rest, 1, rest.len) : rest;
}

static bool
is_left_out(const walker *walk, const char *name)
{
    return strcmp(name, ".") == 0 || strcmp(name, "..") == 0 || strcmp(name, ".git") == 0 ||
           (name[0] == '.' && !walk->options->hidden);
}

/* Keeps a file or a folder of the open folder `fd`; drops what is neither. */
static void
add_entry(walker *walk, int fd, const char *name, entry_list *entries)
{
    struct stat status;
    if (fstatat(fd, name, &status, AT_SYMLINK_NOFOLLOW) != 0) {
        if (errno != ENOENT) {
            add_problem(walk, "folder");
        }
        return;
    }
    if (!S_ISDIR(status.st_mode) && !S_ISREG(status.st_mode)) {
        return;
    }
    entries->items = tl_array_reserve(entries->items, &entries->capacity, entries->count + 1,
                                      sizeof *entries->items);
    entries->items[entries->count++] = (entry){
        .name = tl_arena_copy(&entries->names, tl_str_from(name)),
        .is_folder = S_ISDIR(status.st_mode),
    };
}

/* Byte order of the paths that begin so: the name of a folder has a slash behind it. */
static int
compare_entries(const void *left, const void *right)
{
    const entry *a = left, *b = right;
    size_t common = a->name.len < b->name.len ? a->name.len : b->name.len;
    int order = memcmp(a->name.ptr, b->name.ptr, common);
    if (order != 0) {
        return order;
    }
    unsigned char next_a = (unsigned char)a->name.ptr[common];
    unsigned char next_b = (unsigned char)b->name.ptr[common];
    next_a = next_a == 0 && a->is_folder ? '/' : next_a;
    next_b = next_b == 0 && b->is_folder ? '/' : next_b;
    return (next_a > next_b) - (next_a < next_b);
}

/* Reads the current folder; a symbolic link is followed only where the walk starts. */
static void
read_entries(walker *walk, bool is_start, entry_list *entries)
{
    const char *path = walk->shown.len ? walk->shown.ptr : ".";
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | (is_start ? 0 : O_NOFOLLOW));
    DIR *folder = fd < 0 ? NULL : fdopendir(fd);
    if (folder == NULL) {
        add_problem(walk, "folder");
        if (fd >= 0) {
            close(fd);
        }
        return;
    }
    const struct dirent *found;
    while (errno = 0, (found = readdir(folder)) != NULL) {
        if (!is_left_out(walk, found->d_name)) {
            add_entry(walk, fd, found->d_name, entries);
        }
    }
    if (errno != 0) {
        add_problem(walk, "folder");
    }
    closedir(folder);
    if (entries->count > 0) {
        qsort(entries->items, entries->count, sizeof *entries->items, compare_entries);
    }
}

static void walk_folder(walker *walk, bool is_start);

/* Visits what `shown` and `within` name. */
static void
visit(walker *walk, bool is_folder)
{
    const tl_walk_options *options = walk->options;
    tl_str shown = tl_buf_str(&walk->shown);
    if (tl_ignore_excludes(&walk->ignore, tl_buf_str(&walk->within), is_folder) ||
        (options->wanted != NULL && !options->wanted(options->context, shown, is_folder))) {
        return;
    }
    if (is_folder) {
        walk_folder(walk, false);
    } else {
        walk->stopped = !options->file(options->context, shown);
    }
}

static void
walk_folder(walker *walk, bool is_start)
{
    entry_list entries = {0};
    read_entries(walk, is_start, &entries);
    bool pushed =
        entries.count > 0 && push_ignore_file_in(walk, &walk->shown, tl_buf_str(&walk->within));
    for (size_t i = 0; i < entries.count && !walk->stopped; i++) {
        size_t shown_len = lengthen(&walk->shown, entries.items[i].name);
        size_t within_len = lengthen(&walk->within, entries.items[i].name);
        visit(walk, entries.items[i].is_folder);
        shorten(&walk->shown, shown_len);
        shorten(&walk->within, within_len);
    }
    if (pushed) {
        tl_ignore_pop(&walk->ignore);
    }
    free(entries.items);
    tl_arena_clear(&entries.names);
}

static void
clear_walk(walker *walk)
{
    tl_buf_clear(&walk->top);
    tl_buf_clear(&walk->shown);
    tl_buf_clear(&walk->within);
    tl_ignore_clear(&walk->ignore);
}

/* The folder as given, without slashes at its end; nothing for ".". */
static tl_str
shown_folder(const char *folder)
{
    tl_str shown = tl_str_from(folder);
    while (shown.len > 1 && shown.ptr[shown.len - 1] == '/') {
        shown.len--;
    }
    return tl_str_equal(shown, TL_STR(".")) ? TL_STR("") : shown;
}

void
tl_walk(const char *folder, const tl_walk_options *options, tl_problem_list *problems)
{
    walker walk = {.options = options, .problems = problems};
    lengthen(&walk.shown, shown_folder(folder));
    char *absolute = realpath(folder, NULL);
    if (absolute == NULL) {
        add_problem(&walk, "folder");
    } else {
        find_top(&walk, absolute);
        lengthen(&walk.within, below_top(&walk, absolute));
        if (descend_to(&walk, tl_buf_str(&walk.within))) {
            tl_ignore_clear(&walk.ignore); /* asked for by name all the same */
        }
        walk_folder(&walk, true);
    }
    free(absolute);
    clear_walk(&walk);
}

bool
tl_walk_ignores(const char *path, tl_problem_list *problems)
{
    walker walk = {.problems = problems};
    const char *slash = strrchr(path, '/');
    tl_str name = tl_str_from(slash ? slash + 1 : path);
    tl_str folder = slash ? (tl_str){path, (size_t)(slash - path) + 1} : TL_STR(".");
    lengthen(&walk.shown, folder);
    char *absolute = realpath(walk.shown.ptr, NULL);
    bool ignores = false;
    if (absolute != NULL && find_top(&walk, absolute)) {
        lengthen(&walk.within, below_top(&walk, absolute));
        lengthen(&walk.within, name);
        ignores = descend_to(&walk, tl_buf_str(&walk.within));
    }
    free(absolute);
    clear_walk(&walk);
    return ignores;
}
