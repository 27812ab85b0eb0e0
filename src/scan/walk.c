/* SPDX-License-Identifier: MPL-2.0 */
/* The walk: from each word that may begin a pattern, every path through the trie that the text can
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
    int joined; /* the step that reads two words of a pattern in one, or -1 */
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
        const tl_pattern *pattern = tl_pattern_at(set, value);
        tl_hit hit;
        if (pattern && pattern->count == walk->depth + (walk->joined >= 0) &&
            walk->scanner->language->has[pattern->language] &&
            (walk->joined < 0 || tl_pattern_may_be_joined(pattern, (uint32_t)walk->joined)) &&
            tl_scanner_verify(walk->scanner, pattern, walk->joined, walk->path, &hit)) {
            add_candidate(walk->scanner, &hit);
        }
    }
}

static void walk_on(trie_walk *walk, uint32_t node, uint32_t at);

/* Where a word of the vocabulary leads to, or TL_TRIE_NONE. Two words of a pattern are read in one
 * at most once in a path, and only where the text has one word too: else they match one by one. */
static uint32_t
find_child(const trie_walk *walk, uint32_t node, const tl_posting *posting, uint32_t word_count)
{
    if (posting->kinds & TL_POSTING_JOINED && (walk->joined >= 0 || word_count > 1)) {
        return TL_TRIE_NONE;
    }
    return tl_trie_step(walk->scanner->index->patterns.trie, node, posting->word);
}

/* Goes on with each vocabulary word that text words [begin, end) may be, once: were it
 * once for each form, the paths would double with every word that has two. */
static void
take_step(trie_walk *walk, uint32_t node, const tl_posting *postings, tl_range words)
{
    for (tl_form_run run = tl_form_run_first(postings); run.first; run = tl_form_run_next(run)) {
        uint32_t child = find_child(walk, node, run.first, words.end - words.begin);
        if (child == TL_TRIE_NONE) {
            continue;
        }
        bool joins = run.first->kinds & TL_POSTING_JOINED;
        walk->joined = joins ? (int)walk->depth : walk->joined;
        walk->path[walk->depth++] = (tl_path_step){.forms = run.first,
                                                   .form_count = run.count,
                                                   .first = words.begin,
                                                   .count = words.end - words.begin};
        take_patterns(walk, child);
        if (tl_trie_goes_on(walk->scanner->index->patterns.trie, child)) {
            walk_on(walk, child, words.end);
        }
        walk->depth--;
        walk->joined = joins ? -1 : walk->joined;
    }
}

/* How many words from `at` are single capital letters with full stops between them. */
static uint32_t
dotted_letters(const tl_words *words, uint32_t at)
{
    uint32_t count = 0;
    while (at + count < words->count && count < MAX_DOTTED_LETTERS &&
           tl_is_dotted_letter(&words->items[at + count]) &&
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
    take_step(walk, node, scanner->lookups[at], (tl_range){at, at + 1});
    if (at + 1 < words->count && may_be_joined(&words->items[at], &words->items[at + 1])) {
        take_step(walk, node, tl_scanner_look_up_joined(scanner, at, 2), (tl_range){at, at + 2});
    }
    if (tl_is_dotted_letter(&words->items[at])) {
        uint32_t letters = dotted_letters(words, at);
        if (letters > 1) {
            take_step(walk, node, tl_scanner_look_up_joined(scanner, at, letters),
                      (tl_range){at, at + letters});
        }
    }
}

void
tl_scanner_collect(tl_scanner *scanner)
{
    trie_walk walk = {.scanner = scanner, .joined = -1};
    for (size_t i = 0; i < scanner->start_count; i++) {
        walk_on(&walk, TL_TRIE_ROOT, scanner->starts[i]);
    }
}
