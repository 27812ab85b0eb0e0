/* SPDX-License-Identifier: MPL-2.0 */
/* Remembers what a word may be a typo of: words recur, and to look for near ones costs a hundred
 * times what a look into the memo costs. That a word is no typo if it stands alone is remembered by
 * itself, in as little memory as will do, since nearly every word is asked for that. One memo
 * belongs to one scanner; it never changes a result. */
#include "base/alloc.h"
#include "base/array.h"
#include "scan/scanner.h"
#include "text/key.h"

#include <stdlib.h>

enum {
    MEMO_SIZE = 1 << 16,
    MOST_WORDS = 1 << 18,
    FIRST_ALONE = 1 << 9,
    MOST_ALONE = 1 << 17,
    GROWTH = 4,
};

void
tl_near_memo_clear(tl_near_memo *memo)
{
    free(memo->entries.items);
    free(memo->words);
    free(memo->alone);
    *memo = (tl_near_memo){0};
}

bool
tl_scanner_may_be_typo(const tl_scanner *scanner, uint32_t at)
{
    const tl_word *word = &scanner->scan.words.items[at];
    return word->length + 1u >= TL_NEAR_SHORTEST && word->length <= TL_NEAR_LONGEST &&
           !(word->flags & (TL_WORD_NOT_TEXT | TL_WORD_HAS_DIGIT)) &&
           (word->scripts & (word->scripts - 1u)) == 0;
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
        free(memo->entries.items);
        memo->entries = (tl_slots){0};
        memo->word_count = 0;
    }
    tl_near_memo_entry *entry = tl_slots_at(&memo->entries, hash, sizeof *entry, MEMO_SIZE);
    if (entry->hash != hash) {
        list_words(scanner, at, entry);
    }
    *count = entry->count;
    return memo->words + entry->first;
}

static uint64_t *
alone_slot(const tl_near_memo *memo, uint64_t hash)
{
    return &memo->alone[tl_filter_spread(hash >> 1) & (memo->alone_count - 1)];
}

static void
grow_alone(tl_near_memo *memo)
{
    uint64_t *old = memo->alone;
    size_t old_count = memo->alone_count;
    memo->alone_count = old_count ? old_count * GROWTH : FIRST_ALONE;
    memo->alone = tl_alloc_zero(memo->alone_count, sizeof *memo->alone);
    for (size_t i = 0; i < old_count; i++) {
        if (old[i]) {
            *alone_slot(memo, old[i]) = old[i];
        }
    }
    free(old);
}

void
tl_scanner_prefetch_alone(const tl_scanner *scanner, uint32_t at)
{
    if (scanner->near_memo.alone) {
        __builtin_prefetch(alone_slot(&scanner->near_memo, scanner->scan.words.items[at].hash));
    }
}

bool
tl_scanner_may_be_typo_alone(tl_scanner *scanner, uint32_t at)
{
    tl_near_memo *memo = &scanner->near_memo;
    const uint64_t hash = scanner->scan.words.items[at].hash;
    if (memo->alone_used * 2 >= memo->alone_count && memo->alone_count < MOST_ALONE) {
        grow_alone(memo);
    }
    uint64_t *entry = alone_slot(memo, hash);
    if (*entry >> 1 != hash >> 1) {
        tl_key key;
        tl_str word = tl_key_of(tl_scan_text(&scanner->scan, at, 1), &key);
        bool may_be = tl_near_forms_may_have_alone(scanner->index->near_forms, word);
        memo->alone_used += *entry == 0;
        *entry = (hash & ~UINT64_C(1)) | may_be;
    }
    return *entry & 1;
}
