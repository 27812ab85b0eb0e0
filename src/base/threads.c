/* SPDX-License-Identifier: MPL-2.0 */
/* Jobs of many pieces, done by as many threads as are to spare. Threads are started while there are
 * pieces to be begun and end when there are none; a thread that only waits for others counts as one
 * to spare. Knows nothing of what is done: that the outcome is the same whoever does a piece is for
 * the pieces to see to. */
#include "base/threads.h"

#include "base/alloc.h"

#include <stdbool.h>
#include <stdlib.h>

typedef struct job {
    tl_threads *threads;
    tl_piece_fn piece;
    void *context;
    size_t count;
    pthread_mutex_t lock; /* of what follows */
    size_t begun;         /* pieces */
    size_t seats;         /* that are taken */
    pthread_t *helpers;   /* owned array: one for every seat but the first */
} job;

void
tl_threads_init(tl_threads *threads, size_t spare)
{
    pthread_mutex_init(&threads->lock, NULL);
    threads->spare = spare;
}

void
tl_threads_clear(tl_threads *threads)
{
    pthread_mutex_destroy(&threads->lock);
}

static bool
take_thread(tl_threads *threads)
{
    pthread_mutex_lock(&threads->lock);
    bool is_there = threads->spare > 0;
    threads->spare -= is_there;
    pthread_mutex_unlock(&threads->lock);
    return is_there;
}

/* A thread ends or begins to wait (1), or goes on (-1): then one may run too many for a while. */
static void
change_spare(tl_threads *threads, long by)
{
    pthread_mutex_lock(&threads->lock);
    threads->spare += by;
    pthread_mutex_unlock(&threads->lock);
}

/* The number of the next piece, or the count if all have been begun. */
static size_t
take_piece(job *j)
{
    pthread_mutex_lock(&j->lock);
    size_t number = j->begun < j->count ? j->begun++ : j->count;
    pthread_mutex_unlock(&j->lock);
    return number;
}

static size_t
take_seat(job *j)
{
    pthread_mutex_lock(&j->lock);
    size_t seat = j->seats++;
    pthread_mutex_unlock(&j->lock);
    return seat;
}

static void *
help(void *of_job)
{
    job *j = of_job;
    size_t seat = take_seat(j), number;
    while ((number = take_piece(j)) < j->count) {
        j->piece(j->context, seat, number);
    }
    change_spare(j->threads, 1);
    return NULL;
}

/* Starts threads as long as some are to spare and `left` pieces, or fewer, want them; returns how
 * many there are then. */
static size_t
start_helpers(job *j, size_t started, size_t left)
{
    for (; left > 0 && started + 1 < j->count && take_thread(j->threads); left--) {
        if (pthread_create(&j->helpers[started], NULL, help, j) != 0) {
            change_spare(j->threads, 1);
            break;
        }
        started++;
    }
    return started;
}

static void
run_with_helpers(job *j)
{
    size_t started = 0, number;
    j->helpers = tl_alloc_zero(j->count, sizeof *j->helpers);
    pthread_mutex_init(&j->lock, NULL);
    while ((number = take_piece(j)) < j->count) {
        started = start_helpers(j, started, j->count - 1 - number);
        j->piece(j->context, 0, number);
    }
    change_spare(j->threads, 1);
    for (size_t i = 0; i < started; i++) {
        pthread_join(j->helpers[i], NULL);
    }
    change_spare(j->threads, -1);
    pthread_mutex_destroy(&j->lock);
    free(j->helpers);
}

void
tl_threads_run(tl_threads *threads, size_t count, tl_piece_fn piece, void *context)
{
    if (threads && count > 1) {
        job j = {
            .threads = threads, .piece = piece, .context = context, .count = count, .seats = 1};
        run_with_helpers(&j);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        piece(context, 0, i);
    }
}
