/* SPDX-License-Identifier: MPL-2.0 */
/* Remembers which family names a word may be a spelling of: names recur, and a romanization lookup
 * costs a thousand times what a hash probe costs. One memo belongs to one scanner. It is emptied
 * when full; it never changes a result. */
#include "base/alloc.h"
#include "base/array.h"
#include "scan/scanner.h"

#include <stdlib.h>

enum { MEMO_SIZE = 1 << 15, MAX_MATCHES = 8 };

void
tl_name_memo_clear(tl_name_memo *memo)
{
    free(memo->entries);
    free(memo->matches);
    *memo = (tl_name_memo){0};
}

static void
prepare(tl_name_memo *memo)
{
    if (memo->entries == NULL || memo->count > MEMO_SIZE / 2) {
        tl_name_memo_clear(memo);
        memo->entries = tl_alloc_zero(MEMO_SIZE, sizeof *memo->entries);
        memo->mask = MEMO_SIZE - 1;
    }
}

const tl_name_match *
tl_scanner_family_matches(tl_scanner *scanner, tl_str word, uint64_t hash, size_t *count)
{
    tl_name_memo *memo = &scanner->memo;
    prepare(memo);
    hash = hash ? hash : 1;
    size_t at = (size_t)(hash ^ hash >> 32) & memo->mask;
    while (memo->entries[at].hash != 0 && memo->entries[at].hash != hash) {
        at = (at + 1) & memo->mask;
    }
    tl_name_memo_entry *entry = &memo->entries[at];
    if (entry->hash == 0) {
        memo->matches = tl_array_reserve(memo->matches, &memo->match_capacity,
                                         memo->match_count + MAX_MATCHES, sizeof *memo->matches);
        size_t found = tl_name_index_find(scanner->index->families, word, TL_COST_LIKELY,
                                          memo->matches + memo->match_count, MAX_MATCHES);
        *entry = (tl_name_memo_entry){
            .hash = hash, .first = (uint32_t)memo->match_count, .count = (uint32_t)found};
        memo->match_count += found;
        memo->count++;
    }
    *count = entry->count;
    return memo->matches + entry->first;
}
