/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_CLI_PROGRESS_H
#define TL_CLI_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* How far a long run is, on standard error: one line that is written over, from the second second
 * on. For one thread. */
typedef struct tl_progress {
    bool wanted, shown;
    size_t count;
    int64_t begun, last; /* milliseconds */
} tl_progress;

/* `when` is "always", "never", or "auto" (NULL): on a terminal, outside of CI, unless quiet. */
tl_progress tl_progress_begin(const char *when, bool quiet, size_t count);

/* `done` of the count are done. */
void tl_progress_tell(tl_progress *progress, size_t done);

/* Takes the line away. */
void tl_progress_end(tl_progress *progress);

#endif
