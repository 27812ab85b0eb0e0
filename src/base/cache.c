/* SPDX-License-Identifier: MPL-2.0 */
/* The folder is opened first and asked whose it is; whatever is then done with a file is done below
 * that open folder, so that nobody can put another in its place meanwhile. */
#include "base/cache.h"

#include "base/alloc.h"
#include "base/array.h"
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { PRIVATE_FOLDER = 0700, PRIVATE_FILE = 0600, LONGEST_NAME = 128 };

static const uint64_t most_bytes = UINT64_C(2) << 30; /* of all files together */
static const int64_t day = 24 * 60 * 60;
static const int64_t settled_after = 3; /* seconds: some file systems count two at a time */

static bool
is_ours(const struct stat *status)
{
    return status->st_uid == geteuid() && (status->st_mode & (S_IWGRP | S_IWOTH)) == 0;
}

static int
open_folder(const char *path)
{
    struct stat status;
    int folder = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (folder >= 0 && (fstat(folder, &status) != 0 || !is_ours(&status))) {
        close(folder);
        return -1;
    }
    return folder;
}

/* A file that is used is marked so, once a day. */
static void
note_use(int file, const struct stat *status)
{
    if (time(NULL) - status->st_mtim.tv_sec > day) {
        futimens(file, NULL);
    }
}

bool
tl_cache_map(const char *path, const char *name, tl_str *bytes)
{
    struct stat status;
    void *map = MAP_FAILED;
    int folder = open_folder(path);
    int file = folder < 0 ? -1 : openat(folder, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (file >= 0 && fstat(file, &status) == 0 && S_ISREG(status.st_mode) && is_ours(&status) &&
        status.st_size > 0) {
        map = mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_PRIVATE, file, 0);
        note_use(file, &status);
    }
    if (file >= 0) {
        close(file);
    }
    if (folder >= 0) {
        close(folder);
    }
    *bytes = (tl_str){map, map == MAP_FAILED ? 0 : (size_t)status.st_size};
    return map != MAP_FAILED;
}

void
tl_cache_unmap(tl_str bytes)
{
    if (bytes.len) {
        munmap((void *)(uintptr_t)bytes.ptr, bytes.len);
    }
}

/* -- writing ---------------------------------------------------------------------------------- */

/* The folder, made if need be, and the one that it is in, as for $XDG_CACHE_HOME. */
static int
make_folder(const char *path)
{
    const char *slash = strrchr(path, '/');
    if (slash && slash > path) {
        char *above = tl_alloc((size_t)(slash - path) + 1);
        memcpy(above, path, (size_t)(slash - path));
        above[slash - path] = '\0';
        mkdir(above, PRIVATE_FOLDER);
        free(above);
    }
    mkdir(path, PRIVATE_FOLDER);
    return open_folder(path);
}

static bool
write_piece(void *context, tl_str piece)
{
    const int *file = context;
    return tl_file_write_all(*file, "", piece, NULL);
}

/* A file that is old enough to go. */
typedef struct kept_file {
    char name[LONGEST_NAME];
    uint64_t size;
    int64_t used;
} kept_file;

static int
compare_use(const void *left, const void *right)
{
    const kept_file *a = left, *b = right;
    return (a->used < b->used) - (a->used > b->used);
}

/* All files of the folder; what a process that was killed left half written counts as used long
 * ago. */
static kept_file *
list_files(DIR *entries, size_t *count)
{
    kept_file *files = NULL;
    size_t capacity = 0;
    struct stat status;
    const struct dirent *entry;
    for (*count = 0; (entry = readdir(entries));) {
        if (strlen(entry->d_name) >= LONGEST_NAME ||
            fstatat(dirfd(entries), entry->d_name, &status, AT_SYMLINK_NOFOLLOW) != 0 ||
            !S_ISREG(status.st_mode)) {
            continue;
        }
        bool is_left = strstr(entry->d_name, ".tmp") && time(NULL) - status.st_mtim.tv_sec > day;
        files = tl_array_reserve(files, &capacity, *count + 1, sizeof *files);
        kept_file *file = &files[(*count)++];
        *file = (kept_file){.size = is_left ? most_bytes : (uint64_t)status.st_size,
                            .used = is_left ? INT64_MIN : status.st_mtim.tv_sec};
        memcpy(file->name, entry->d_name, strlen(entry->d_name) + 1);
    }
    return files;
}

static void
drop_oldest(int folder)
{
    int own = dup(folder);
    DIR *entries = own < 0 ? NULL : fdopendir(own);
    if (entries == NULL) {
        return;
    }
    size_t count;
    uint64_t together = 0;
    bool has_large = false;
    kept_file *files = list_files(entries, &count);
    if (count > 1) {
        qsort(files, count, sizeof *files, compare_use);
    }
    for (size_t i = 0; i < count; i++) {
        bool is_large = files[i].size > most_bytes; /* one such may stay: that used last */
        together += is_large && !has_large ? 0 : files[i].size;
        has_large |= is_large;
        if (together > most_bytes) {
            unlinkat(folder, files[i].name, 0);
        }
    }
    free(files);
    closedir(entries);
}

/* A new file of a name that no other process takes. */
static int
create(int folder, char name[LONGEST_NAME])
{
    struct timespec now;
    int file = -1;
    for (unsigned attempt = 0; attempt < 8 && file < 0; attempt++) {
        clock_gettime(CLOCK_REALTIME, &now);
        snprintf(name, LONGEST_NAME, "%ld-%ld-%u.tmp", (long)getpid(), now.tv_nsec, attempt);
        file = openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
                      PRIVATE_FILE);
    }
    return file;
}

void
tl_cache_write(const char *path, const char *name,
               bool (*write)(void *context, const tl_sink *sink), void *context)
{
    char temporary[LONGEST_NAME];
    int folder = make_folder(path), file = folder < 0 ? -1 : create(folder, temporary);
    if (file >= 0) {
        const tl_sink sink = {write_piece, &file};
        bool ok = write(context, &sink) && fdatasync(file) == 0;
        ok = close(file) == 0 && ok && renameat(folder, temporary, folder, name) == 0;
        if (!ok) {
            unlinkat(folder, temporary, 0);
        }
        drop_oldest(folder);
    }
    if (folder >= 0) {
        close(folder);
    }
}

/* -- files that are looked at ----------------------------------------------------------------- */

bool
tl_file_look_at(const char *path, tl_file_look *look)
{
    struct stat status;
    if (stat(path, &status) != 0) {
        return false;
    }
    *look = (tl_file_look){
        .device = (uint64_t)status.st_dev,
        .inode = (uint64_t)status.st_ino,
        .size = (uint64_t)status.st_size,
        .modified = {status.st_mtim.tv_sec, status.st_mtim.tv_nsec},
        .changed = {status.st_ctim.tv_sec, status.st_ctim.tv_nsec},
    };
    return true;
}

bool
tl_file_is_settled(const tl_file_look *look)
{
    int64_t now = time(NULL);
    return look->modified[0] < now - settled_after && look->changed[0] < now - settled_after;
}
