/* SPDX-License-Identifier: MPL-2.0 */
/* Word lookups: each word of the text by its hash, and, where that finds nothing and the word has
 * letters that another script shares, by the hash of the word rewritten in one script. Words of
 * addresses and file names are no text and are never looked up. */
#include "base/array.h"
#include "scan/scanner.h"

enum { LONGEST_REWRITTEN = 256 };

static bool
is_single_script(uint8_t scripts)
{
    return (scripts & (scripts - 1u)) == 0;
}

static const tl_posting *
look_up_rewritten(const tl_scanner *scanner, const tl_word *word, tl_script script)
{
    char rewritten[LONGEST_REWRITTEN * 2], key[LONGEST_REWRITTEN * 6];
    tl_str text = tl_str_at(scanner->scan.segment->text, word->range);
    size_t length = text.len <= LONGEST_REWRITTEN ? tl_script_rewrite(text, script, rewritten) : 0;
    if (length == 0) {
        return NULL;
    }
    tl_str folded = {key, tl_words_key((tl_str){rewritten, length}, key)};
    return tl_vocabulary_find(scanner->index->patterns.vocabulary, tl_words_hash(folded));
}

/* A word of mixed letters is tried in either script, a word of the other script in the text's. */
static const tl_posting *
look_up_lookalike(const tl_scanner *scanner, const tl_word *word)
{
    tl_script script = scanner->scan.script;
    if (word->scripts == TL_SCRIPT_NONE) {
        return NULL;
    }
    const tl_posting *found = look_up_rewritten(scanner, word, script);
    if (found == NULL && !is_single_script(word->scripts)) {
        tl_script other = script == TL_SCRIPT_LATIN ? TL_SCRIPT_CYRILLIC : TL_SCRIPT_LATIN;
        found = look_up_rewritten(scanner, word, other);
    }
    return found;
}

static void
reserve(tl_scanner *scanner, size_t count)
{
    tl_scan *scan = &scanner->scan;
    scanner->lookups = tl_array_reserve(scanner->lookups, &scanner->lookup_capacity, count,
                                        sizeof *scanner->lookups);
    scanner->starts =
        tl_array_reserve(scanner->starts, &scanner->start_capacity, count, sizeof *scanner->starts);
    scan->odd = tl_array_reserve(scan->odd, &scan->odd_capacity, count, sizeof *scan->odd);
    scan->capitals =
        tl_array_reserve(scan->capitals, &scan->capital_capacity, count, sizeof *scan->capitals);
}

/* The hash of a word and the one behind it, read as one. */
static inline uint64_t
hash_joined(const tl_scanner *scanner, const tl_word *first)
{
    const tl_word *second = first + 1;
    return second->length < TL_POWER_COUNT
               ? first->hash * scanner->powers[second->length] + second->hash
               : tl_words_hash_join(first->hash, second->hash, second->length);
}

/* Looks up words [first, first + count): those of which nothing is known yet, together. */
static void
look_up_block(tl_scanner *scanner, size_t first, size_t count)
{
    const tl_word *words = scanner->scan.words.items + first;
    const tl_posting **lookups = scanner->lookups + first, *found[TL_VOCABULARY_BATCH];
    uint64_t hashes[TL_VOCABULARY_BATCH];
    size_t fresh[TL_VOCABULARY_BATCH], fresh_count = 0;
    for (size_t i = 0; i < count; i++) {
        const tl_note *note = &scanner->notes.items[words[i].card];
        lookups[i] = note->posting;
        hashes[fresh_count] = words[i].hash;
        fresh[fresh_count] = i;
        fresh_count += !(note->known & TL_NOTE_LOOKED_UP);
    }
    tl_vocabulary_find_many(scanner->index->patterns.vocabulary, hashes, fresh_count, found);
    for (size_t i = 0; i < fresh_count; i++) {
        tl_note *note = tl_scanner_note(scanner, (uint32_t)(first + fresh[i]));
        lookups[fresh[i]] = found[i];
        if (note) {
            note->posting = found[i];
            note->known |= TL_NOTE_LOOKED_UP;
        }
    }
}

/* Words [first, first + count) read as one with what follows, all but the last of the text. */
static void
look_up_joined(const tl_scanner *scanner, size_t first, size_t count, const tl_posting **joined)
{
    const tl_word *words = scanner->scan.words.items + first;
    const bool is_last = first + count == scanner->scan.words.count;
    uint64_t hashes[TL_VOCABULARY_BATCH];
    for (size_t i = 0; i + is_last < count; i++) {
        hashes[i] = hash_joined(scanner, &words[i]);
    }
    tl_vocabulary_find_many(scanner->index->patterns.vocabulary, hashes, count - is_last, joined);
    if (is_last) {
        joined[count - 1] = NULL;
    }
}

static const tl_posting *
correct_lookup(const tl_scanner *scanner, const tl_word *word, const tl_posting *found)
{
    if (word->flags & TL_WORD_NOT_TEXT) {
        return NULL;
    }
    return found ? found : look_up_lookalike(scanner, word);
}

/* One look at each word, for all that is asked of every word. What is noted of few words is written
 * in any case and kept if it holds, which is faster than to branch. */
static void
note_block(tl_scanner *scanner, size_t first, size_t count, const tl_posting *const *joined)
{
    tl_scan *scan = &scanner->scan;
    const tl_word *words = scan->words.items + first;
    const tl_posting **lookups = scanner->lookups + first;
    const uint8_t script = (uint8_t)scan->script;
    uint32_t *starts = scanner->starts + scanner->start_count, *odd = scan->odd + scan->odd_count,
             *capitals = scan->capitals + scan->capital_count;
    for (size_t i = 0; i < count; i++) {
        const unsigned flags = words[i].flags;
        const bool is_odd = words[i].scripts != script, is_letter = words[i].length == 1;
        const bool has_capital = flags & TL_WORD_CAPITALISED;
        if (is_odd || (flags & TL_WORD_NOT_TEXT)) {
            lookups[i] = correct_lookup(scanner, &words[i], lookups[i]);
        }
        *starts = *odd = *capitals = (uint32_t)(first + i);
        starts += (lookups[i] && (lookups[i]->kinds & TL_POSTING_BEGINS)) || joined[i] ||
                  tl_is_dotted_letter(&words[i]);
        odd += is_odd | ((flags & TL_WORD_ALL_CAPS) != 0) | (is_letter & has_capital);
        capitals += has_capital;
    }
    scanner->start_count = (size_t)(starts - scanner->starts);
    scan->odd_count = (size_t)(odd - scan->odd);
    scan->capital_count = (size_t)(capitals - scan->capitals);
}

void
tl_scanner_look_up(tl_scanner *scanner)
{
    const size_t all = scanner->scan.words.count;
    const tl_posting *joined[TL_VOCABULARY_BATCH];
    scanner->start_count = scanner->scan.odd_count = scanner->scan.capital_count = 0;
    reserve(scanner, all);
    for (size_t first = 0, count; first < all; first += count) {
        count = all - first < TL_VOCABULARY_BATCH ? all - first : TL_VOCABULARY_BATCH;
        look_up_block(scanner, first, count);
        look_up_joined(scanner, first, count, joined);
        note_block(scanner, first, count, joined);
    }
}

const tl_posting *
tl_scanner_look_up_joined(const tl_scanner *scanner, uint32_t first, uint32_t count)
{
    const tl_word *words = scanner->scan.words.items;
    uint64_t hash = words[first].hash;
    for (uint32_t i = 1; i < count; i++) {
        hash = tl_words_hash_join(hash, words[first + i].hash, words[first + i].length);
    }
    return tl_vocabulary_find(scanner->index->patterns.vocabulary, hash);
}
