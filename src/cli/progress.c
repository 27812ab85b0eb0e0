/* SPDX-License-Identifier: MPL-2.0 */
/* The progress line. It never stands in standard output, and what is printed after it begins on a
 * clean line. */
#include "cli/progress.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { PATIENCE = 1000, INTERVAL = 100 /* milliseconds */ };

static int64_t
now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

static bool
is_for_a_person(void)
{
    const char *ci = getenv("CI"), *term = getenv("TERM");
    return isatty(STDERR_FILENO) && !(ci && *ci) && !(term && strcmp(term, "dumb") == 0);
}

tl_progress
tl_progress_begin(const char *when, bool quiet, size_t count)
{
    bool is_auto = when == NULL || strcmp(when, "auto") == 0;
    bool wanted = is_auto ? !quiet && is_for_a_person() : strcmp(when, "always") == 0;
    return (tl_progress){.wanted = wanted, .count = count, .begun = now()};
}

void
tl_progress_tell(tl_progress *progress, size_t done)
{
    int64_t time = progress->wanted ? now() : 0;
    if (progress->wanted && time - progress->begun >= PATIENCE &&
        time - progress->last >= INTERVAL) {
        fprintf(stderr, "\r%zu of %zu documents", done, progress->count);
        progress->last = time;
        progress->shown = true;
    }
}

void
tl_progress_end(tl_progress *progress)
{
    if (progress->shown) {
        fprintf(stderr, "\r%*s\r", (int)sizeof "18446744073709551615 of " * 2, "");
    }
}
