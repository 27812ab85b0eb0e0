/* SPDX-License-Identifier: MPL-2.0 */
/* The walk: from each word that begins a pattern, every path through the trie that the text can
 * take. A vocabulary word is read from one text word, from two that are written apart, or from
 * single letters with full stops ("U.N."). Paths end at a paragraph; their length is bounded by
 * that of the longest pattern, so the walk is linear in the text. */
#include "base/array.h"
#include "scan/scanner.h"

enum { MAX_DOTTED_LETTERS = 8 };

typedef struct trie_walk {
    tl_scanner *scanner;
    tl_path_step path[TL_PATTERN_MAX_WORDS];
    size_t depth;
    tl_path_typo typo; /* near is NULL while every step is right */
} trie_walk;

static void
add_candidate(tl_scanner *scanner, const tl_hit *hit)
{
    scanner->candidates =
        tl_array_reserve(scanner->candidates, &scanner->candidate_capacity,
                         scanner->candidate_count + 1, sizeof *scanner->candidates);
    scanner->candidates[scanner->candidate_count++] = *hit;
}

static void
take_patterns(trie_walk *walk, uint32_t node)
{
    const tl_pattern_set *set = &walk->scanner->index->patterns;
    uint32_t value, cursor = TL_TRIE_NONE;
    while ((cursor = tl_trie_next_value(set->trie, node, cursor, &value)) != TL_TRIE_NONE) {
        int joined;
        const tl_pattern *pattern = tl_pattern_of_value(set, value, &joined);
        tl_hit hit;
        if (walk->typo.near) {
            if (joined < 0) {
                tl_scanner_add_near(walk->scanner, pattern, walk->path, &walk->typo);
            }
        } else if (tl_scanner_verify(walk->scanner, pattern, joined, walk->path, &hit)) {
            add_candidate(walk->scanner, &hit);
        }
    }
}

static void walk_on(trie_walk *walk, uint32_t node, uint32_t at);

/* The postings from `first` on that are of one vocabulary word: they stand side by side. */
static tl_lookup
forms_of_one_word(tl_lookup lookup, size_t first)
{
    size_t end = first + 1;
    while (end < lookup.count && lookup.postings[end].word == lookup.postings[first].word) {
        end++;
    }
    return (tl_lookup){.postings = &lookup.postings[first], .count = end - first};
}

/* Goes on with each vocabulary word of the lookup, once: were it once for each form, the paths
 * would double with every word that has two. */
static void
take_step(trie_walk *walk, uint32_t node, tl_lookup lookup, uint32_t first, uint32_t count)
{
    const tl_index *index = walk->scanner->index;
    tl_lookup forms;
    for (size_t i = 0; i < lookup.count; i += forms.count) {
        forms = forms_of_one_word(lookup, i);
        uint32_t word = forms.postings->word;
        if (node == TL_TRIE_ROOT && !(index->word_flags[word] & TL_WORD_STARTS)) {
            continue;
        }
        uint32_t child = tl_trie_step(index->patterns.trie, node, word);
        if (child == TL_TRIE_NONE) {
            continue;
        }
        walk->path[walk->depth++] = (tl_path_step){.forms = forms, .first = first, .count = count};
        take_patterns(walk, child);
        walk_on(walk, child, first + count);
        walk->depth--;
    }
}

/* One step of a path may be a typo of what stands there. */
static void
take_mistyped_step(trie_walk *walk, uint32_t node, uint32_t at)
{
    size_t count;
    const tl_near_word *words = tl_scanner_near_words(walk->scanner, at, &count);
    for (size_t i = 0; i < count; i++) {
        if (words[i].postings) {
            walk->typo = (tl_path_typo){.step = (uint32_t)walk->depth, .near = &words[i]};
            take_step(walk, node, (tl_lookup){words[i].postings, words[i].count}, at, 1);
        } else if (walk->depth == 0) {
            tl_scanner_add_near_name(walk->scanner, at, &words[i]);
        }
    }
    walk->typo.near = NULL;
}

static bool
is_dotted_letter(const tl_word *word)
{
    return word->length == 1 && (word->flags & TL_WORD_HAS_UPPER);
}

/* How many words from `at` are single capital letters with full stops between them. */
static uint32_t
dotted_letters(const tl_words *words, uint32_t at)
{
    uint32_t count = 0;
    while (at + count < words->count && count < MAX_DOTTED_LETTERS &&
           is_dotted_letter(&words->items[at + count]) &&
           (count == 0 || words->items[at + count].gap == TL_GAP_DOT)) {
        count++;
    }
    return count;
}

/* "a", «в», «и»: never half of a word that is written apart, or «парк и» would be «парки». The hash
 * of a key of one letter is its code point. */
static bool
is_word_of_one_letter(const tl_word *word)
{
    return word->length == 1 && (word->scripts == TL_SCRIPT_CYRILLIC || word->hash == 'a');
}

static bool
may_be_joined(const tl_word *first, const tl_word *second)
{
    if (second->flags & TL_WORD_NOT_TEXT) {
        return false;
    }
    return second->gap == TL_GAP_HYPHEN ||
           (second->gap == TL_GAP_SPACE && !is_word_of_one_letter(first) &&
            !is_word_of_one_letter(second));
}

/* All the ways to read the next vocabulary word at `at`. */
static void
walk_on(trie_walk *walk, uint32_t node, uint32_t at)
{
    tl_scanner *scanner = walk->scanner;
    const tl_words *words = &scanner->scan.words;
    if (at >= words->count || walk->depth == TL_PATTERN_MAX_WORDS ||
        (walk->depth > 0 && words->items[at].gap == TL_GAP_PARAGRAPH)) {
        return;
    }
    take_step(walk, node, scanner->lookups[at], at, 1);
    if (scanner->seeks_typos && walk->typo.near == NULL) {
        take_mistyped_step(walk, node, at);
    }
    tl_lookup joined = {0};
    if (at + 1 < words->count && may_be_joined(&words->items[at], &words->items[at + 1])) {
        joined.postings = tl_scanner_look_up_joined(scanner, at, 2, &joined.count);
        take_step(walk, node, joined, at, 2);
    }
    if (is_dotted_letter(&words->items[at])) {
        uint32_t letters = dotted_letters(words, at);
        if (letters > 1) {
            joined.postings = tl_scanner_look_up_joined(scanner, at, letters, &joined.count);
            take_step(walk, node, joined, at, letters);
        }
    }
}

void
tl_scanner_collect(tl_scanner *scanner)
{
    trie_walk walk = {.scanner = scanner};
    for (uint32_t at = 0; at < scanner->scan.words.count; at++) {
        walk_on(&walk, TL_TRIE_ROOT, at);
    }
}
