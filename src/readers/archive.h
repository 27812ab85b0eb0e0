/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_READERS_ARCHIVE_H
#define TL_READERS_ARCHIVE_H

#include "readers/readers.h"

/* Zip archives in memory, read with suspicion: what an archive says of itself is not believed, and
 * what is unpacked is bounded in size, in sum and as a multiple of what it was packed in. Archives
 * within archives stay packed. */
typedef struct tl_archive tl_archive;

/* Opens the archive that `bytes` are; `name` is for messages. Both are borrowed for as long as it
 * is open. NULL if they are none, a damaged or an encrypted one. */
tl_archive *tl_archive_open(tl_str name, tl_str bytes, tl_error *error);
void tl_archive_close(tl_archive *archive);

/* The name of the entry number `index`, borrowed, in the order of the archive; NULL behind the
 * last. */
const char *tl_archive_entry(const tl_archive *archive, size_t index);

/* Unpacks an entry into `arena`; an empty text if there is none of that name. */
bool tl_archive_read(tl_archive *archive, tl_str entry, tl_arena *arena, tl_str *bytes,
                     tl_error *error);

/* Writes the archive anew to `out`, with the given contents of one entry; all others stay as they
 * are packed, and where they are. */
typedef struct tl_archive_change {
    tl_str entry, bytes;
} tl_archive_change;

bool tl_archive_rewrite(tl_archive *archive, const tl_archive_change *changes, size_t count,
                        tl_buf *out, tl_error *error);

#endif
