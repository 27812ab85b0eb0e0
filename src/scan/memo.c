/* SPDX-License-Identifier: MPL-2.0 */
/* Remembers which family names a word may be a spelling of, in Latin letters and in Cyrillic ones:
 * names recur, and a lookup costs a hundred times what a look into the memo costs. A memo belongs
 * to one scanner; it never changes a result. */
#include "base/array.h"
#include "base/hash.h"
#include "scan/scanner.h"

#include <stdlib.h>

/* Small enough for the processor's own memory: looking farther costs as much as a lookup. */
enum {
    MEMO_SIZE = 1 << 13,
    FEW_MATCHES = 8,
    MOST_MATCHES = 1 << 15,
    MOST_RESPELLED = 1 << 16, /* words */
    MOST_DECLINED = 1 << 15,  /* names: about a kilobyte for each */
};

void
tl_name_memo_clear(tl_name_memo *memo)
{
    tl_slots_clear(&memo->entries);
    free(memo->matches);
    *memo = (tl_name_memo){0};
}

/* Takes all matches: of many namesakes it may be the last who is meant. */
static void
look_up(tl_scanner *scanner, tl_str word, tl_name_memo_entry *entry)
{
    tl_name_memo *memo = &scanner->memo;
    size_t room = FEW_MATCHES, found;
    for (;; room *= 2) {
        memo->matches = tl_array_reserve(memo->matches, &memo->match_capacity,
                                         memo->match_count + room, sizeof *memo->matches);
        found = tl_name_index_find(scanner->index->families, word, TL_COST_LIKELY,
                                   memo->matches + memo->match_count, room);
        if (found < room) {
            break;
        }
    }
    entry->first = (uint32_t)memo->match_count;
    entry->count = (uint32_t)found;
    memo->match_count += found;
}

const tl_name_match *
tl_scanner_family_matches(tl_scanner *scanner, tl_str word, size_t *count)
{
    uint64_t hash = tl_hash_bytes(word) | 1; /* by the bytes: marks tell schemes apart */
    if (scanner->memo.match_count > MOST_MATCHES) {
        tl_name_memo_clear(&scanner->memo);
    }
    tl_name_memo_entry *entry = tl_slots_at(&scanner->memo.entries, hash, sizeof *entry, MEMO_SIZE);
    if (entry->hash != hash) {
        entry->hash = hash;
        look_up(scanner, word, entry);
    }
    *count = entry->count;
    return scanner->memo.matches + entry->first;
}

void
tl_respelled_memo_clear(tl_respelled_memo *memo)
{
    tl_slots_clear(&memo->entries);
    tl_declined_names_clear(&memo->declined);
    *memo = (tl_respelled_memo){0};
}

void
tl_respelled_memo_limit(tl_respelled_memo *memo)
{
    if (memo->count > MOST_RESPELLED || memo->declined.count > MOST_DECLINED) {
        tl_respelled_memo_clear(memo);
    }
}

const tl_respelled *
tl_scanner_respelled(tl_scanner *scanner, tl_str word, size_t *count)
{
    tl_respelled_memo *memo = &scanner->respelled_memo;
    tl_str language = scanner->scan.language;
    uint64_t hash = tl_hash_pair(tl_hash_bytes(word), tl_hash_bytes(language)) | 1;
    tl_respelled_memo_entry *entry = tl_slots_at(&memo->entries, hash, sizeof *entry, MEMO_SIZE);
    if (entry->hash != hash) {
        entry->hash = hash;
        entry->items =
            tl_respelled_find(scanner->index, language, word, &memo->declined, &entry->count);
        memo->count++;
    }
    *count = entry->count;
    return entry->items;
}
