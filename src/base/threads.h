/* SPDX-License-Identifier: MPL-2.0 */
#ifndef TL_BASE_THREADS_H
#define TL_BASE_THREADS_H

#include <pthread.h>
#include <stddef.h>

/* How many threads may be started beside those that run, shared by all jobs that can use some: one
 * that has little left to do leaves its threads to the others. */
typedef struct tl_threads {
    pthread_mutex_t lock;
    long spare; /* below 0 for as long as too many run */
} tl_threads;

void tl_threads_init(tl_threads *threads, size_t spare);
void tl_threads_clear(tl_threads *threads);

/* Does the piece `number` of a job. No two threads that work on a job at once have the same seat:
 * that of the thread which began it is 0, and there are no more seats than pieces. */
typedef void (*tl_piece_fn)(void *context, size_t seat, size_t number);

/* Does the pieces 0 … count - 1 of a job, begun in that order, and returns when all are done. The
 * caller works too; `threads`, which may be NULL, says how many others may. Jobs may be begun
 * within a piece of another one. */
void tl_threads_run(tl_threads *threads, size_t count, tl_piece_fn piece, void *context);

#endif
