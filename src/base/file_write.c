/* SPDX-License-Identifier: MPL-2.0 */
/* Replacing a file so that nobody ever sees it half written. Knows the ways in which a replacement
 * can lose something (mode, owner, attributes, links, somebody else's change) and refuses where it
 * would; knows nothing of contents. Invariant: until the last step succeeds the old contents are
 * whole on disk, and after any error they are still, or again, the contents of the path. */
#include "base/alloc.h"
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

enum { NAME_SIZE = 64, MOST_NAMES = 1000, ATTRIBUTE_LIMIT = 64 * 1024, PERMISSIONS = 07777 };

/* One replacement under way. The folder is held open, so that all steps happen in the same one. */
typedef struct replacement {
    const char *path; /* as given, for messages */
    char *resolved;   /* owned: no symbolic links; NULL for a new file */
    const char *name; /* in the folder */
    int folder;
    int old; /* the file to be replaced, or -1 for a new one */
    struct stat status;
    char temporary[NAME_SIZE]; /* name of the file beside it, or empty */

    /* Owned, and there before the temporary file is: out of memory ends the process as it is. */
    char *attributes; /* room for the names and for one value */
    tl_buf before;    /* room for the old contents */
} replacement;

static bool
fail(const replacement *target, tl_error *error)
{
    return tl_file_fail(error, "write", target->path);
}

/* Opens the folder of `path`, which is changed, and points *name behind it. */
static int
open_folder_of(char *path, const char **name)
{
    char *slash = strrchr(path, '/');
    *name = slash ? slash + 1 : path;
    if (slash == NULL) {
        return open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    }
    *slash = '\0';
    return open(slash == path ? "/" : path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

/* Resolves the path and opens the folder, and the file if there is one. */
static bool
open_target(replacement *target, tl_error *error)
{
    target->resolved = realpath(target->path, NULL);
    bool is_new = target->resolved == NULL && errno == ENOENT;
    struct stat status;
    if (is_new && lstat(target->path, &status) == 0) {
        errno = ENOENT; /* a symbolic link to nowhere */
        return fail(target, error);
    }
    if (is_new) {
        target->resolved = tl_alloc_string(target->path);
    }
    if (target->resolved == NULL) {
        return fail(target, error);
    }
    target->folder = open_folder_of(target->resolved, &target->name);
    if (target->folder < 0) {
        return fail(target, error);
    }
    if (is_new) {
        return true;
    }
    target->old = openat(target->folder, target->name, O_RDWR | O_NOFOLLOW | O_CLOEXEC);
    if (target->old < 0 || fstat(target->old, &target->status) != 0) {
        return fail(target, error);
    }
    target->attributes = tl_alloc(2 * ATTRIBUTE_LIMIT);
    tl_buf_reserve(&target->before, (size_t)target->status.st_size + 1);
    return true;
}

static void
close_target(replacement *target)
{
    if (target->temporary[0] != '\0') {
        unlinkat(target->folder, target->temporary, 0);
    }
    if (target->old >= 0) {
        close(target->old);
    }
    if (target->folder >= 0) {
        close(target->folder);
    }
    free(target->resolved);
    free(target->attributes);
    tl_buf_clear(&target->before);
}

/* Creates the file beside the target under a name that nobody has; returns its descriptor. */
static int
create_temporary(replacement *target, mode_t mode)
{
    for (int i = 0; i < MOST_NAMES; i++) {
        char name[NAME_SIZE];
        snprintf(name, sizeof name, ".termlint-%ld-%d.tmp", (long)getpid(), i);
        int fd =
            openat(target->folder, name, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
        if (fd >= 0) {
            memcpy(target->temporary, name, sizeof name);
        }
        if (fd >= 0 || errno != EEXIST) {
            return fd;
        }
    }
    return -1;
}

/* True if the path still names the file that was read, with its size and time. */
static bool
is_as_read(const replacement *target, const tl_file_stamp *stamp)
{
    struct stat now;
    if (fstatat(target->folder, target->name, &now, AT_SYMLINK_NOFOLLOW) != 0) {
        return false;
    }
    return (uint64_t)now.st_dev == stamp->device && (uint64_t)now.st_ino == stamp->inode &&
           (uint64_t)now.st_size == stamp->size &&
           (int64_t)now.st_mtim.tv_sec == stamp->mtime_seconds &&
           (int64_t)now.st_mtim.tv_nsec == stamp->mtime_nanoseconds;
}

static bool
check_stamp(const replacement *target, const tl_file_stamp *stamp, tl_error *error)
{
    return stamp == NULL || is_as_read(target, stamp) ||
           tl_error_set(error, "cannot write %s: it was changed by someone else after it was read",
                        target->path);
}

/* Copies the extended attributes. What the file system or our rights do not allow is left out, as
 * cp(1) does. */
static void
copy_attributes(const replacement *target, int to)
{
    char *names = target->attributes, *value = names + ATTRIBUTE_LIMIT;
    ssize_t length = flistxattr(target->old, names, ATTRIBUTE_LIMIT);
    for (ssize_t at = 0; at < length; at += (ssize_t)strlen(names + at) + 1) {
        ssize_t size = fgetxattr(target->old, names + at, value, ATTRIBUTE_LIMIT);
        if (size >= 0) {
            (void)fsetxattr(to, names + at, value, (size_t)size, 0);
        }
    }
}

static bool
give_owner(const replacement *target, int fd)
{
    return fchown(fd, target->status.st_uid, target->status.st_gid) == 0;
}

/* Writes the finished contents to the temporary file `fd` and renames it over the target. */
static bool
replace_by_rename(replacement *target, int fd, tl_str bytes, const tl_file_stamp *stamp,
                  tl_error *error)
{
    if (!tl_file_write_all(fd, target->path, bytes, error)) {
        return false;
    }
    if (target->old >= 0) {
        copy_attributes(target, fd);
        if (fchmod(fd, target->status.st_mode & PERMISSIONS) != 0) {
            return fail(target, error);
        }
    }
    if (fsync(fd) != 0) {
        return fail(target, error);
    }
    if (!check_stamp(target, stamp, error)) {
        return false;
    }
    if (renameat(target->folder, target->temporary, target->folder, target->name) != 0) {
        return fail(target, error);
    }
    target->temporary[0] = '\0';
    /* Not an error if it fails: the path names whole contents either way. */
    (void)fsync(target->folder);
    return true;
}

static bool
overwrite(const replacement *target, tl_str bytes, tl_error *error)
{
    if (lseek(target->old, 0, SEEK_SET) != 0 || ftruncate(target->old, 0) != 0) {
        return fail(target, error);
    }
    return tl_file_write_all(target->old, target->path, bytes, error) &&
           (fsync(target->old) == 0 || fail(target, error));
}

/* Overwrites the target itself, its old contents kept in the temporary file `fd` meanwhile. */
static bool
replace_in_place(replacement *target, int fd, tl_str bytes, const tl_file_stamp *stamp,
                 tl_error *error)
{
    tl_buf *before = &target->before;
    bool ok = tl_file_read_stream(target->old, target->path, before, error) &&
              tl_file_write_all(fd, target->path, tl_buf_str(before), error) &&
              ((fsync(fd) == 0 && fsync(target->folder) == 0) || fail(target, error)) &&
              check_stamp(target, stamp, error);
    if (ok && !overwrite(target, bytes, error)) {
        ok = false;
        if (!overwrite(target, tl_buf_str(before), NULL)) {
            tl_error_clear(error);
            tl_error_set(error, "cannot write %s: its old contents are in %s beside it",
                         target->path, target->temporary);
            target->temporary[0] = '\0';
        }
    }
    return ok;
}

static bool
replace(replacement *target, tl_str bytes, const tl_file_stamp *stamp, tl_error *error)
{
    bool is_new = target->old < 0;
    if (!check_stamp(target, stamp, error)) {
        return false;
    }
    int fd = create_temporary(target, is_new ? 0666 : 0600);
    if (fd < 0) {
        return fail(target, error);
    }
    bool by_rename = is_new || (target->status.st_nlink == 1 && give_owner(target, fd));
    bool ok = by_rename ? replace_by_rename(target, fd, bytes, stamp, error)
                        : replace_in_place(target, fd, bytes, stamp, error);
    close(fd);
    return ok;
}

static bool
is_stream(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode);
}

static bool
write_stream(const char *path, tl_str bytes, tl_error *error)
{
    int fd = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
    if (fd < 0) {
        return tl_file_fail(error, "write", path);
    }
    bool ok = tl_file_write_all(fd, path, bytes, error);
    return (close(fd) == 0 || (ok && tl_file_fail(error, "write", path))) && ok;
}

/* Keeps the signals by which a person ends a process away from this thread until all is done. */
static void
hold_signals(sigset_t *before)
{
    sigset_t held;
    sigemptyset(&held);
    sigaddset(&held, SIGHUP);
    sigaddset(&held, SIGINT);
    sigaddset(&held, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &held, before);
}

bool
tl_file_write_atomic(const char *path, tl_str bytes, const tl_file_stamp *stamp, tl_error *error)
{
    if (stamp == NULL && is_stream(path)) {
        return write_stream(path, bytes, error);
    }
    replacement target = {.path = path, .folder = -1, .old = -1};
    sigset_t before;
    hold_signals(&before);
    bool ok = open_target(&target, error) && replace(&target, bytes, stamp, error);
    close_target(&target);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return ok;
}
