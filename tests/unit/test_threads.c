/* SPDX-License-Identifier: MPL-2.0 */
/* base/threads.h: every piece is done once, no seat is taken twice at a time, and threads that were
 * taken are left again. */
#include "base/threads.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

enum { PIECES = 500, INNER = 20 };

typedef struct tally {
    tl_threads *threads;
    atomic_int done[PIECES];
    atomic_bool is_taken[PIECES]; /* by seat */
    atomic_int clashes, inner;
} tally;

static void
do_piece(void *context, size_t seat, size_t number)
{
    tally *t = context;
    t->clashes += seat >= PIECES || atomic_exchange(&t->is_taken[seat], true);
    t->done[number]++;
    for (volatile int i = 0; i < 1000; i++) {
    }
    t->is_taken[seat] = false;
}

static void
do_inner(void *context, size_t seat, size_t number)
{
    tally *t = context;
    (void)seat;
    (void)number;
    t->inner++;
}

static void
do_nested(void *context, size_t seat, size_t number)
{
    tally *t = context;
    do_piece(context, seat, number);
    tl_threads_run(t->threads, INNER, do_inner, t);
}

static void
expect_all_done(tally *t)
{
    assert_int_equal(t->clashes, 0);
    for (size_t i = 0; i < PIECES; i++) {
        assert_int_equal(t->done[i], 1);
    }
}

static void
one_thread_does_all_in_order(void **state)
{
    (void)state;
    tally t = {.threads = NULL};
    tl_threads_run(NULL, PIECES, do_piece, &t);
    expect_all_done(&t);
    tl_threads_run(NULL, 0, do_piece, &t);
    expect_all_done(&t);
}

static void
every_piece_is_done_once(void **state)
{
    (void)state;
    for (long spare = 0; spare < 8; spare++) {
        tl_threads threads;
        tl_threads_init(&threads, (size_t)spare);
        tally t = {.threads = &threads};
        tl_threads_run(&threads, PIECES, do_piece, &t);
        expect_all_done(&t);
        assert_int_equal(threads.spare, spare);
        tl_threads_clear(&threads);
    }
}

static void
jobs_within_pieces_share_the_threads(void **state)
{
    (void)state;
    tl_threads threads;
    tl_threads_init(&threads, 3);
    tally t = {.threads = &threads};
    tl_threads_run(&threads, PIECES, do_nested, &t);
    expect_all_done(&t);
    assert_int_equal(t.inner, PIECES * INNER);
    assert_int_equal(threads.spare, 3);
    tl_threads_clear(&threads);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_thread_does_all_in_order),
        cmocka_unit_test(every_piece_is_done_once),
        cmocka_unit_test(jobs_within_pieces_share_the_threads),
    };
    return cmocka_run_group_tests_name("threads", tests, NULL, NULL);
}
