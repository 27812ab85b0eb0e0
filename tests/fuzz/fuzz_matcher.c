/* SPDX-License-Identifier: MPL-2.0 */
/* Bytes as choices of a termbase and a text: the scanner finds what a matcher finds that simply
 * tries everything. */
#include "../unit/scan_game.h"
#include "load_termbase.h"
#include "scan/scan.h"

#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);

/* The next byte, 0 behind the last. */
static size_t
pick(void *context, size_t limit)
{
    tl_str *bytes = context;
    size_t number = bytes->len ? (unsigned char)bytes->ptr[0] : 0;
    *bytes = tl_str_slice(*bytes, 1, bytes->len);
    return number % limit;
}

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

static void
require_hits(const scan_game *game, const tl_termbase *termbase)
{
    tl_buf found = {0};
    tl_index *index = tl_index_new(termbase);
    tl_scanner *scanner = tl_scanner_new(index);
    const tl_segment segment = {.text = tl_str_from(game->text.ptr), .role = TL_ROLE_PARAGRAPH};
    describe(&found, tl_scanner_run(scanner, &segment, TL_STR("de")));
    if (!tl_str_equal(tl_buf_str(&found), tl_buf_str(&game->hits))) {
        fprintf(stderr, "%s\ntext: “%s”\nfound:\n%swanted:\n%s", game->termbase.ptr, game->text.ptr,
                found.ptr, game->hits.ptr);
        abort();
    }
    tl_scanner_free(scanner);
    tl_index_free(index);
    tl_buf_clear(&found);
}

int
LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    tl_str bytes = {(const char *)data, size};
    scan_game game = {.pick = pick, .context = &bytes};
    tl_termbase termbase = {0};
    scan_game_deal(&game);
    if (!load_termbase(&termbase, tl_str_from(game.termbase.ptr))) {
        abort();
    }
    require_hits(&game, &termbase);
    tl_termbase_clear(&termbase);
    scan_game_clear(&game);
    return 0;
}
