/* SPDX-License-Identifier: MPL-2.0 */
/* Remembers what a search for a word gave: words recur, and a romanization lookup costs a thousand
 * times what a hash probe costs. One memo belongs to one scanner. It is emptied when full; it never
 * changes a result. */
#include "base/alloc.h"
#include "base/array.h"
#include "scan/scanner.h"

#include <stdlib.h>

enum { MEMO_SIZE = 1 << 15, MAX_MATCHES = 8 };

void
tl_memo_clear(tl_memo *memo)
{
    free(memo->entries);
    *memo = (tl_memo){0};
}

tl_memo_entry *
tl_memo_find(tl_memo *memo, uint64_t hash, size_t *item_count, bool *is_new)
{
    if (memo->entries == NULL || memo->count > MEMO_SIZE / 2) {
        tl_memo_clear(memo);
        memo->entries = tl_alloc_zero(MEMO_SIZE, sizeof *memo->entries);
        memo->mask = MEMO_SIZE - 1;
        *item_count = 0;
    }
    hash = hash ? hash : 1;
    size_t at = (size_t)(hash ^ hash >> 32) & memo->mask;
    while (memo->entries[at].hash != 0 && memo->entries[at].hash != hash) {
        at = (at + 1) & memo->mask;
    }
    tl_memo_entry *entry = &memo->entries[at];
    *is_new = entry->hash == 0;
    if (*is_new) {
        *entry = (tl_memo_entry){.hash = hash, .first = (uint32_t)*item_count};
        memo->count++;
    }
    return entry;
}

const tl_name_match *
tl_scanner_family_matches(tl_scanner *scanner, tl_str word, uint64_t hash, size_t *count)
{
    tl_name_memo *names = &scanner->name_memo;
    bool is_new;
    tl_memo_entry *entry = tl_memo_find(&names->memo, hash, &names->match_count, &is_new);
    if (is_new) {
        names->matches = tl_array_reserve(names->matches, &names->match_capacity,
                                          names->match_count + MAX_MATCHES, sizeof *names->matches);
        size_t found = tl_name_index_find(scanner->index->families, word, TL_COST_LIKELY,
                                          names->matches + names->match_count, MAX_MATCHES);
        entry->count = (uint32_t)found;
        names->match_count += found;
    }
    *count = entry->count;
    return names->matches + entry->first;
}
