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

static tl_lookup
look_up_rewritten(const tl_scanner *scanner, const tl_word *word, tl_script script)
{
    char rewritten[LONGEST_REWRITTEN * 2], key[LONGEST_REWRITTEN * 6];
    tl_lookup lookup = {0};
    tl_str text = tl_str_at(scanner->scan.segment->text, word->range);
    size_t length = text.len <= LONGEST_REWRITTEN ? tl_script_rewrite(text, script, rewritten) : 0;
    if (length) {
        tl_str folded = {key, tl_words_key((tl_str){rewritten, length}, key)};
        lookup.postings = tl_vocabulary_find(scanner->index->patterns.vocabulary,
                                             tl_words_hash(folded), &lookup.count);
    }
    return lookup;
}

/* A word of mixed letters is tried in either script, a word of the other script in the text's. */
static tl_lookup
look_up_lookalike(const tl_scanner *scanner, const tl_word *word)
{
    tl_script script = scanner->scan.script;
    tl_lookup lookup = {0};
    if (word->scripts == script || word->scripts == TL_SCRIPT_NONE) {
        return lookup;
    }
    lookup = look_up_rewritten(scanner, word, script);
    if (lookup.count == 0 && !is_single_script(word->scripts)) {
        tl_script other = script == TL_SCRIPT_LATIN ? TL_SCRIPT_CYRILLIC : TL_SCRIPT_LATIN;
        lookup = look_up_rewritten(scanner, word, other);
    }
    return lookup;
}

void
tl_scanner_look_up(tl_scanner *scanner)
{
    const tl_words *words = &scanner->scan.words;
    const tl_vocabulary *vocabulary = scanner->index->patterns.vocabulary;
    scanner->lookups = tl_array_reserve(scanner->lookups, &scanner->lookup_capacity, words->count,
                                        sizeof *scanner->lookups);
    for (size_t i = 0; i < words->count; i++) {
        const tl_word *word = &words->items[i];
        tl_lookup *lookup = &scanner->lookups[i];
        *lookup = (tl_lookup){0};
        if (word->flags & TL_WORD_NOT_TEXT) {
            continue;
        }
        lookup->postings = tl_vocabulary_find(vocabulary, word->hash, &lookup->count);
        if (lookup->count == 0 && word->scripts != scanner->scan.script) {
            *lookup = look_up_lookalike(scanner, word);
        }
    }
}

const tl_posting *
tl_scanner_look_up_joined(const tl_scanner *scanner, uint32_t first, uint32_t count, size_t *found)
{
    const tl_word *words = scanner->scan.words.items;
    uint64_t hash = words[first].hash;
    for (uint32_t i = 1; i < count; i++) {
        hash = tl_words_hash_join(hash, words[first + i].hash, words[first + i].length);
    }
    return tl_vocabulary_find(scanner->index->patterns.vocabulary, hash, found);
}
