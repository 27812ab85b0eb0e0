/* SPDX-License-Identifier: MPL-2.0 */
/* Remembers what a word may be a typo of: words recur, and to look for near ones costs a hundred
 * times what a look into the memo costs. One memo belongs to one scanner; it never changes a
 * result. */
#include "base/array.h"
#include "scan/scanner.h"
#include "text/key.h"

#include <stdlib.h>

enum {
    MEMO_SIZE = 1 << 16,
    MOST_WORDS = 1 << 18,
};

void
tl_near_memo_clear(tl_near_memo *memo)
{
    tl_slots_clear(&memo->entries);
    free(memo->words);
    *memo = (tl_near_memo){0};
}

static void
list_words(tl_scanner *scanner, uint32_t at, tl_near_memo_entry *entry)
{
    tl_near_memo *memo = &scanner->near_memo;
    tl_key key;
    memo->words = tl_array_reserve(memo->words, &memo->word_capacity,
                                   memo->word_count + TL_NEAR_MAX_WORDS, sizeof *memo->words);
    entry->hash = scanner->scan.words.items[at].hash;
    entry->first = (uint32_t)memo->word_count;
    entry->count = (uint32_t)tl_near_forms_find(
        scanner->index->near_forms, tl_key_of(tl_scan_text(&scanner->scan, at, 1), &key),
        memo->words + memo->word_count);
    memo->word_count += entry->count;
}

const tl_near_word *
tl_scanner_near_words(tl_scanner *scanner, uint32_t at, size_t *count)
{
    tl_near_memo *memo = &scanner->near_memo;
    const uint64_t hash = scanner->scan.words.items[at].hash;
    if (memo->word_count > MOST_WORDS) {
        tl_slots_clear(&memo->entries);
        memo->word_count = 0;
    }
    tl_near_memo_entry *entry = tl_slots_at(&memo->entries, hash, sizeof *entry, MEMO_SIZE);
    if (entry->hash != hash) {
        list_words(scanner, at, entry);
    }
    *count = entry->count;
    return memo->words + entry->first;
}
