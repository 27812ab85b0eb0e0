/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_BASE_CACHE_H
#define TL_BASE_CACHE_H

#include "base/sink.h"

/* Files that can be made again, in a folder that belongs to the user alone (mode 0700, files 0600).
 * Nothing here is an error: what cannot be read is not there, what cannot be written is not kept.
 * Neither a folder nor a file is taken that somebody else owns or may write to, or that is a
 * symbolic link. A file is never changed, only replaced, so that one that is mapped stays whole. */

/* Maps a file of the folder, read-only. False if there is none that may be taken. */
bool tl_cache_map(const char *folder, const char *name, tl_str *bytes);
void tl_cache_unmap(tl_str bytes);

/* Makes the file of what `write` hands to the sink, unless that returns false. The folder is made
 * if need be. Of all its files the ones that were longest not used go when they are too many. */
void tl_cache_write(const char *folder, const char *name,
                    bool (*write)(void *context, const tl_sink *sink), void *context);

/* How a file can be seen to be the same as before without reading it. Equal bytes are equal. */
typedef struct tl_file_look {
    uint64_t device, inode, size;
    int64_t modified[2], changed[2]; /* seconds, nanoseconds */
} tl_file_look;

bool tl_file_look_at(const char *path, tl_file_look *look);

/* True if the file had not been touched for some seconds, so that a change since then shows. */
bool tl_file_is_settled(const tl_file_look *look);

/* What tells this program from every other, and from every other build of it; empty if there is
 * nothing. */
tl_str tl_build_id(void);

#endif
