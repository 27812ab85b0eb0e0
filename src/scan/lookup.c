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

void
tl_scanner_look_up(tl_scanner *scanner)
{
    const tl_filter filter = *tl_vocabulary_filter(scanner->index->patterns.vocabulary);
    const tl_word *words = scanner->scan.words.items;
    const size_t count = scanner->scan.words.count;
    const uint8_t script = (uint8_t)scanner->scan.script;
    const tl_posting **lookups = tl_array_reserve(scanner->lookups, &scanner->lookup_capacity,
                                                  count, sizeof *scanner->lookups);
    scanner->lookups = lookups;
    for (size_t i = 0; i < count; i++) {
        bool is_plain_miss =
            words[i].scripts == script && !tl_filter_may_have(&filter, words[i].hash);
        lookups[i] = is_plain_miss ? NULL : look_up_word(scanner, &words[i]);
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
