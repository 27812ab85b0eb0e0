/* SPDX-License-Identifier: MPL-2.0 */
/* Reading whole files, and plain writing to a descriptor. Knows what the system says of a file,
 * nothing of what is in it. Never blocks on a FIFO, never reads 4 GiB or more: positions are
 * 32-bit offsets everywhere else. Replacing files is file_write.c. */
#include "base/file.h"

#include "base/alloc.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { STREAM_CHUNK = 64 * 1024 };

bool
tl_file_fail(tl_error *error, const char *verb, const char *path)
{
    char reason[128];
    if (strerror_r(errno, reason, sizeof reason) != 0) {
        return tl_error_set(error, "cannot %s %s: error %d", verb, path, errno);
    }
    return tl_error_set(error, "cannot %s %s: %s", verb, path, reason);
}

static bool
fail_as_too_large(tl_error *error, const char *name)
{
    return tl_error_set(error, "cannot read %s: it has 4 GiB or more, want less", name);
}

bool
tl_file_read_stream(int fd, const char *name, tl_buf *bytes, tl_error *error)
{
    size_t before = bytes->len;
    while (bytes->len - before <= UINT32_MAX) {
        if (bytes->len == bytes->capacity) {
            tl_buf_reserve(bytes, STREAM_CHUNK);
        }
        ssize_t got = read(fd, bytes->ptr + bytes->len, bytes->capacity - bytes->len);
        if (got == 0) {
            return true;
        }
        if (got < 0 && errno != EINTR) {
            return tl_file_fail(error, "read", name);
        }
        bytes->len += got > 0 ? (size_t)got : 0;
    }
    return fail_as_too_large(error, name);
}

static bool
is_readable_kind(const struct stat *status, const char *path, tl_error *error)
{
    if (S_ISREG(status->st_mode)) {
        return true;
    }
    const char *kind = S_ISDIR(status->st_mode)    ? "a directory"
                       : S_ISFIFO(status->st_mode) ? "a FIFO"
                       : S_ISSOCK(status->st_mode) ? "a socket"
                                                   : "a device";
    return tl_error_set(error, "cannot read %s: it is %s, want a regular file", path, kind);
}

static tl_file_stamp
stamp_of(const struct stat *status)
{
    return (tl_file_stamp){
        .device = (uint64_t)status->st_dev,
        .inode = (uint64_t)status->st_ino,
        .size = (uint64_t)status->st_size,
        .mtime_seconds = (int64_t)status->st_mtim.tv_sec,
        .mtime_nanoseconds = (int64_t)status->st_mtim.tv_nsec,
    };
}

static bool
read_open_file(int fd, const char *path, tl_buf *bytes, tl_file_stamp *stamp, tl_error *error)
{
    struct stat status;
    if (fstat(fd, &status) != 0) {
        return tl_file_fail(error, "read", path);
    }
    if (!is_readable_kind(&status, path, error)) {
        return false;
    }
    if ((uint64_t)status.st_size > UINT32_MAX) {
        return fail_as_too_large(error, path);
    }
    /* Taken before reading: a file that changes meanwhile no longer fits its stamp. */
    if (stamp != NULL) {
        *stamp = stamp_of(&status);
    }
    /* One byte more than the size, so that the end is seen without growing the buffer. */
    tl_buf_reserve(bytes, (size_t)status.st_size + 1);
    return tl_file_read_stream(fd, path, bytes, error);
}

/* Never waits for a FIFO. */
static int
open_to_read(const char *path, tl_error *error)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (fd < 0) {
        tl_file_fail(error, "read", path);
    }
    return fd;
}

bool
tl_file_read(const char *path, tl_buf *bytes, tl_file_stamp *stamp, tl_error *error)
{
    int fd = open_to_read(path, error);
    if (fd < 0) {
        return false;
    }
    bool ok = read_open_file(fd, path, bytes, stamp, error);
    close(fd);
    return ok;
}

static bool
read_pieces(int fd, const char *path, const tl_sink *sink, tl_error *error)
{
    char *piece = tl_alloc(STREAM_CHUNK);
    ssize_t got;
    do {
        got = read(fd, piece, STREAM_CHUNK);
    } while ((got < 0 && errno == EINTR) ||
             (got > 0 && sink->take(sink->context, (tl_str){piece, (size_t)got})));
    bool ok = got >= 0 || tl_file_fail(error, "read", path);
    free(piece);
    return ok;
}

bool
tl_file_read_pieces(const char *path, const tl_sink *sink, tl_error *error)
{
    struct stat status;
    int fd = open_to_read(path, error);
    if (fd < 0) {
        return false;
    }
    bool ok = fstat(fd, &status) == 0 || tl_file_fail(error, "read", path);
    ok = ok && is_readable_kind(&status, path, error) && read_pieces(fd, path, sink, error);
    close(fd);
    return ok;
}

bool
tl_file_write_all(int fd, const char *name, tl_str bytes, tl_error *error)
{
    while (bytes.len > 0) {
        ssize_t written = write(fd, bytes.ptr, bytes.len);
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written < 0) {
            return tl_file_fail(error, "write", name);
        }
        bytes = tl_str_slice(bytes, (size_t)written, bytes.len);
    }
    return true;
}
