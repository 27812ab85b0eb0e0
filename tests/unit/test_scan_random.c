/* SPDX-License-Identifier: MPL-2.0 */
/* The scanner against a matcher that simply tries everything, on random texts and termbases. Seeds
 * are fixed. */
#include "scan_fixture.h"
#include "scan_game.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static size_t
pick(void *context, size_t limit)
{
    uint64_t *random = context;
    *random = *random * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (size_t)(*random >> 33) % limit;
}

/* Hits as the game has them. */
static void
describe(tl_buf *out, const tl_scan *scan)
{
    for (size_t i = 0; i < scan->hit_count; i++) {
        const tl_hit *hit = &scan->hits[i];
        tl_buf_add_format(out, "%u-%u %s %x\n", hit->range.begin, hit->range.end,
                          hit->pattern->term->concept->id.ptr, hit->differences);
    }
    tl_buf_add_byte(out, '\0');
}

/* One round; returns the length of what was found. */
static size_t
play(uint64_t seed)
{
    scan_game game = {.pick = pick, .context = &seed};
    tl_buf found = {0};
    scan_fixture f;
    scan_game_deal(&game);
    scan_setup(&f, game.termbase.ptr);
    describe(&found, scan_text(&f, game.text.ptr, "de"));
    if (strcmp(found.ptr, game.hits.ptr) != 0) {
        print_error("%s\ntext: “%s”\n", game.termbase.ptr, game.text.ptr);
    }
    assert_string_equal(found.ptr, game.hits.ptr);
    size_t length = found.len;
    scan_clear(&f);
    scan_game_clear(&game);
    tl_buf_clear(&found);
    return length;
}

static void
the_scanner_finds_what_a_simple_matcher_finds(void **state)
{
    (void)state;
    enum { ROUNDS = 8000 };
    size_t found = 0;
    for (uint64_t seed = 1; seed <= ROUNDS; seed++) {
        found += play(seed * UINT64_C(0x9e3779b97f4a7c15));
    }
    assert_true(found > ROUNDS * 10);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_scanner_finds_what_a_simple_matcher_finds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
