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

/* What few words need: those that may be in the vocabulary, and those of another script. */
static __attribute__((noinline)) const tl_posting *
look_up_word(const tl_scanner *scanner, const tl_word *word)
{
    if (word->flags & TL_WORD_NOT_TEXT) {
        return NULL;
    }
    const tl_posting *found = tl_vocabulary_find(scanner->index->patterns.vocabulary, word->hash);
    return found || word->scripts == scanner->scan.script ? found
                                                          : look_up_lookalike(scanner, word);
}

/* True if a pattern may begin with `first` and words behind it read as one. Asked of every word but
 * the last: a filter answers. */
static inline bool
may_begin_joined(const tl_scanner *scanner, tl_filter filter, const tl_word *first)
{
    const tl_word *second = first + 1;
    if (second->length >= TL_POWER_COUNT || tl_is_dotted_letter(first)) {
        return true;
    }
    uint64_t hash = first->hash * scanner->powers[second->length] + second->hash;
    return tl_filter_may_have(&filter, hash);
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
}

/* One look at each word, for all that is asked of every word. What is noted of few words is written
 * in any case and kept if it holds, which is faster than to branch. */
void
tl_scanner_look_up(tl_scanner *scanner)
{
    const tl_filter filter = *tl_vocabulary_filter(scanner->index->patterns.vocabulary);
    const tl_word *words = scanner->scan.words.items;
    const size_t count = scanner->scan.words.count;
    const uint8_t script = (uint8_t)scanner->scan.script;
    size_t start_count = 0, odd_count = 0;
    reserve(scanner, count);
    const tl_posting **lookups = scanner->lookups;
    uint32_t *starts = scanner->starts, *odd = scanner->scan.odd;
    for (size_t i = 0; i < count; i++) {
        const tl_word *word = &words[i];
        bool is_odd = word->scripts != script;
        bool is_miss = !is_odd && !tl_filter_may_have(&filter, word->hash);
        lookups[i] = is_miss ? NULL : look_up_word(scanner, word);
        starts[start_count] = odd[odd_count] = (uint32_t)i;
        start_count += (lookups[i] && (lookups[i]->kinds & TL_POSTING_BEGINS)) ||
                       (i + 1 < count && may_begin_joined(scanner, filter, word));
        odd_count += is_odd || (word->flags & TL_WORD_ALL_CAPS);
    }
    scanner->start_count = start_count;
    scanner->scan.odd_count = odd_count;
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
