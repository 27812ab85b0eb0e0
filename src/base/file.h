/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_BASE_FILE_H
#define TL_BASE_FILE_H

#include "base/buf.h"
#include "base/error.h"
#include "base/sink.h"

/* Whole files. Paths are NUL-terminated and mean what the system makes of them. */

/* What a file was when it was read: enough to see that somebody else has written to it since. */
typedef struct tl_file_stamp {
    uint64_t device;
    uint64_t inode;
    uint64_t size;
    int64_t mtime_seconds;
    int64_t mtime_nanoseconds;
} tl_file_stamp;

/* Appends the bytes of a regular file of less than 4 GiB to *bytes, and fills *stamp unless it is
 * NULL. A directory, a FIFO or a device is refused, without waiting for it. After an error *bytes
 * may hold a part. */
bool tl_file_read(const char *path, tl_buf *bytes, tl_file_stamp *stamp, tl_error *error);

/* Hands the bytes of a regular file of any size to `sink`, piece by piece, until it wants no more
 * of them, which is no error. */
bool tl_file_read_pieces(const char *path, const tl_sink *sink, tl_error *error);

/* Appends all that can be read from `fd`, less than 4 GiB, to *bytes; `name` is for messages.
 * For standard input, and for whatever else is open already. */
bool tl_file_read_stream(int fd, const char *name, tl_buf *bytes, tl_error *error);

/* Makes `bytes` the contents of the file `path`: all of them or, after an error, none.
 *
 * A new file gets the permissions that the umask leaves. An existing one keeps mode, owner, group,
 * extended attributes (access control lists are such), symbolic and hard links: of a symbolic link
 * the target is replaced. Without write permission on the file itself it is an error, as it is if
 * `stamp` is given and the file is not, or no longer, the one that was read.
 *
 * The new contents are written to a file beside the old one, synchronised and renamed over it, so
 * that at any moment, a power cut included, the path names the old or the new contents. Only a
 * file that has several hard links, or whose owner we may not give to a new file, is overwritten
 * in place; its old contents then lie beside it (".termlint-…") until the new ones are safe, and
 * are put back if writing fails.
 *
 * SIGINT, SIGTERM and SIGHUP wait until it is done, if this is the only thread.
 *
 * If `stamp` is NULL, a path that names a device, FIFO or socket is written to as a stream. */
bool tl_file_write_atomic(const char *path, tl_str bytes, const tl_file_stamp *stamp,
                          tl_error *error);

/* Writes all of `bytes` to `fd`; `name` is for messages. A closed pipe or a full device is an
 * error like any other, provided that the process ignores SIGPIPE. */
bool tl_file_write_all(int fd, const char *name, tl_str bytes, tl_error *error);

/* Sets the error "cannot VERB PATH: what errno says". Returns false. */
bool tl_file_fail(tl_error *error, const char *verb, const char *path);

#endif
