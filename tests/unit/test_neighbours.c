/* SPDX-License-Identifier: MPL-2.0 */
/* Who stands beside what, over several documents, and what two words both stand beside. */
#include "corpus/neighbours.h"

#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

/* Words 0 and 1 are asked about, 3 and 4 are one. */
enum { WORDS = 6, DOCUMENTS = 2 };

typedef struct fixture {
    tl_arena arena;
    tl_tally tally;
    tl_neighbours neighbours;
} fixture;

static void
set_up(fixture *f)
{
    static const uint32_t ids[] = {0, 2, 3, 5, 4, 1, 2};
    static const size_t id_begin[] = {0, 4};
    static const bool wanted[WORDS] = {true, true, false, false, false, false};
    tl_disjoint one = tl_disjoint_new(WORDS, &f->arena);
    tl_disjoint_unite(&one, 4, 3);
    tl_tally_begin(&f->tally, TL_STR("a.txt"));
    tl_tally_link(&f->tally, 2, 0); /* 3 and 0 */
    tl_tally_link(&f->tally, 0, 3); /* 0 and 5 */
    tl_tally_begin(&f->tally, TL_STR("b.txt"));
    tl_tally_link(&f->tally, 0, 1); /* 4 and 1 */
    tl_tally_link(&f->tally, 2, 1); /* 2 and 1 */
    tl_tally_link(&f->tally, 1, 0); /* 1 and 4, once more */
    const tl_neighbours_request request = {
        .tally = &f->tally, .ids = ids, .id_begin = id_begin, .one = &one, .wanted = wanted};
    tl_neighbours_find(&f->neighbours, &request);
}

static void
clear(fixture *f)
{
    tl_neighbours_clear(&f->neighbours);
    tl_tally_clear(&f->tally);
    tl_arena_clear(&f->arena);
}

static void
neighbours_are_in_order_and_each_told_once(void **state)
{
    (void)state;
    fixture f = {0};
    set_up(&f);
    const tl_neighbours *n = &f.neighbours;
    assert_int_equal(n->begin[1] - n->begin[0], 2);
    assert_int_equal(n->beside[0], 3);
    assert_int_equal(n->beside[1], 5);
    assert_int_equal(n->begin[2] - n->begin[1], 2);
    assert_int_equal(n->beside[2], 2);
    assert_int_equal(n->beside[3], 3);
    assert_int_equal(n->begin[WORDS], 4); /* of the others nobody has asked */
    clear(&f);
}

static void
what_both_stand_beside_is_common(void **state)
{
    (void)state;
    fixture f = {0};
    set_up(&f);
    tl_common at = {0};
    assert_true(tl_neighbours_next_common(&f.neighbours, 0, 1, &at));
    assert_int_equal(f.neighbours.beside[at.of_a - 1], 3);
    assert_int_equal(f.neighbours.beside[at.of_b - 1], 3);
    assert_false(tl_neighbours_are_common(&f.neighbours, 0, 3));
    f.neighbours.is_common[at.of_a - 1] = true;
    assert_true(tl_neighbours_are_common(&f.neighbours, 0, 3));
    assert_false(tl_neighbours_are_common(&f.neighbours, 0, 5));
    assert_false(tl_neighbours_are_common(&f.neighbours, 1, 3));
    assert_false(tl_neighbours_next_common(&f.neighbours, 0, 1, &at));
    clear(&f);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(neighbours_are_in_order_and_each_told_once),
        cmocka_unit_test(what_both_stand_beside_is_common),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
