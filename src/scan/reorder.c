/* SPDX-License-Identifier: MPL-2.0 */
/* Terms in another order of words: a window slides over the runs of words that terms are made of,
 * and where its words are those of a term (scan/shuffle) they are compared one by one. Knows which
 * words stand where, but not whether the order is a fault: rules decide that. A window has at most
 * as many content words as the longest term, so the search is linear in the text. */
#include "base/array.h"
#include "morph/inflect.h"
#include "scan/scanner.h"

#include <string.h>

enum { MOST_FUNCTION_WORDS = 2 }; /* between two content words */

static const uint32_t NO_WORD = UINT32_MAX;

/* Some words of the text, the first and the last of them content words. */
typedef struct window {
    uint32_t first, end;                  /* text words */
    uint32_t items[TL_SHUFFLE_MAX_WORDS]; /* content words of the text */
    uint32_t count;
} window;

static const tl_word *
word_at(const tl_scanner *scanner, uint32_t at)
{
    return &scanner->scan.words.items[at];
}

/* The posting behind `posting` in the run of one text word, or NULL; two words written as one are
 * passed over. Start with NULL. */
static const tl_posting *
next_posting(const tl_scanner *scanner, uint32_t at, const tl_posting *posting)
{
    do {
        if (posting == NULL) {
            posting = scanner->lookups[at];
        } else {
            posting = posting->kinds & TL_POSTING_LAST ? NULL : posting + 1;
        }
    } while (posting && (posting->kinds & TL_POSTING_JOINED));
    return posting;
}

/* The vocabulary word of a function word, or NO_WORD. */
static uint32_t
function_word(const tl_scanner *scanner, uint32_t at)
{
    const tl_posting *posting = NULL;
    while ((posting = next_posting(scanner, at, posting)) != NULL) {
        if (tl_shuffle_is_function_word(scanner->index->shuffles, posting->word)) {
            return posting->word;
        }
    }
    return NO_WORD;
}

/* True if word `at` may stand in one term with the word before it. */
static bool
goes_on(const tl_scanner *scanner, uint32_t at)
{
    const tl_word *word = word_at(scanner, at);
    return (word->gap == TL_GAP_SPACE || word->gap == TL_GAP_HYPHEN) &&
           !(word->flags & TL_WORD_SENTENCE_START) && word_at(scanner, at - 1)->tail == 0;
}

static bool
is_free(const tl_scanner *scanner, uint32_t word)
{
    return tl_shuffle_is_free_word(scanner->index->shuffles, word);
}

static bool
is_content(const tl_scanner *scanner, const tl_pattern *pattern, uint32_t at)
{
    return !tl_shuffle_is_function_word(scanner->index->shuffles, pattern->words[at].word);
}

static bool
has_word(const tl_pattern *pattern, uint32_t word)
{
    for (uint32_t i = 0; i < pattern->count; i++) {
        if (pattern->words[i].word == word) {
            return true;
        }
    }
    return false;
}

/* A function word that ties words together in its own way is right only where the term has it. */
static bool
are_function_words_fit(const tl_scanner *scanner, const window *w, const tl_pattern *pattern)
{
    for (uint32_t at = w->first; at < w->end; at++) {
        uint32_t word = function_word(scanner, at);
        if (word != NO_WORD && !is_free(scanner, word) && !has_word(pattern, word)) {
            return false;
        }
    }
    return true;
}

/* What the words of a window say together when they are taken for those of a pattern. */
typedef struct reading {
    tl_word_pair pairs[TL_SHUFFLE_MAX_WORDS];
    uint16_t cells; /* in which all of them agree */
    bool inflected; /* some word is not in the form that the pattern has */
    bool same_order;
} reading;

/* One of them. */
typedef struct reading_word {
    uint16_t cells; /* in which it stands as it does; 0: any */
    bool is_base;   /* it is in the form that the pattern has */
} reading_word;

/* Takes text word `at` for `expected`; false if it is no form of it. */
static bool
read_word(const tl_scanner *scanner, uint32_t at, const tl_pattern_word *expected,
          reading_word *read)
{
    const tl_posting *posting = NULL;
    bool found = false;
    *read = (reading_word){0};
    while ((posting = next_posting(scanner, at, posting)) != NULL) {
        if (posting->word == expected->word && (posting->kinds & expected->kinds)) {
            read->cells |= posting->cells;
            read->is_base = read->is_base || posting->surface == 0;
            found = true;
        }
    }
    return found;
}

static bool
declines(const tl_pattern *pattern, const tl_word_pair *pair)
{
    return pattern->words[pair->in_pattern].kinds & TL_INFLECTION_TERM;
}

/* «Реестр государственных сортов» for «Государственный реестр сортов»: an adjective that has come
 * to stand before a word that does not decline with the term agrees with that one. The last word
 * that declines is the noun that the others go by. */
static bool
has_gone_astray(const tl_pattern *pattern, const reading *r, uint32_t number, uint32_t count)
{
    bool is_last = true, before_fixed = false;
    for (uint32_t i = 0; i < count; i++) {
        is_last = is_last && !(i > number && declines(pattern, &r->pairs[i]));
        before_fixed = before_fixed || (r->pairs[i].in_text == r->pairs[number].in_text + 1 &&
                                        !declines(pattern, &r->pairs[i]));
    }
    return declines(pattern, &r->pairs[number]) && !is_last && before_fixed;
}

/* Whether the words are in one case and number. */
static bool
agree(const tl_scanner *scanner, const tl_pattern *pattern, const reading_word *words,
      uint32_t count, reading *r)
{
    for (uint32_t i = 0; i < count; i++) {
        if (!has_gone_astray(pattern, r, i, count)) {
            r->cells &= words[i].cells ? words[i].cells : TL_CELLS_ALL;
            r->inflected = r->inflected || !words[i].is_base;
        }
    }
    return r->cells != 0 || scanner->scan.script == TL_SCRIPT_LATIN;
}

/* Takes each content word of the pattern for one of the window's. */
static bool
read_window(const tl_scanner *scanner, const window *w, const tl_pattern *pattern, reading *r)
{
    reading_word words[TL_SHUFFLE_MAX_WORDS];
    uint32_t taken = 0, number = 0;
    *r = (reading){.cells = TL_CELLS_ALL, .same_order = true};
    for (uint32_t at = 0; at < pattern->count; at++) {
        if (!is_content(scanner, pattern, at)) {
            continue;
        }
        uint32_t i = 0;
        while (i < w->count &&
               ((taken >> i & 1) ||
                !read_word(scanner, w->items[i], &pattern->words[at], &words[number]))) {
            i++;
        }
        if (i == w->count) {
            return false;
        }
        taken |= 1u << i;
        r->same_order = r->same_order && i == number;
        r->pairs[number++] = (tl_word_pair){.in_pattern = at, .in_text = w->items[i]};
    }
    return number == w->count && agree(scanner, pattern, words, number, r);
}

static void
add_reordered(tl_scanner *scanner, const window *w, const tl_pattern *pattern, const reading *r)
{
    tl_scan *scan = &scanner->scan;
    scan->reordered = tl_array_reserve(scan->reordered, &scan->reordered_capacity,
                                       scan->reordered_count + 1, sizeof *scan->reordered);
    tl_reordered *added = &scan->reordered[scan->reordered_count++];
    uint16_t cells = r->cells ? r->cells : TL_CELLS_PLURAL;
    *added = (tl_reordered){.pair_count = w->count};
    added->hit = (tl_hit){.pattern = pattern,
                          .range = tl_scan_range(scan, w->first, w->end - w->first),
                          .first = w->first,
                          .count = w->end - w->first,
                          .cells = r->inflected ? cells : 0};
    memcpy(added->pairs, r->pairs, w->count * sizeof *r->pairs);
}

/* "Board of the Physicians" is the good term Board of Physicians: what stands in it is no term of
 * its own. */
static void
shield(tl_scan *scan, const window *w)
{
    for (uint32_t at = w->first; at < w->end; at++) {
        int32_t found = tl_scan_hit_at(scan, at);
        if (found >= 0) {
            tl_hit *hit = &scan->hits[found];
            hit->is_inside = hit->first >= w->first && hit->first + hit->count <= w->end &&
                             hit->count < w->end - w->first;
        }
    }
}

/* Adds the terms among `patterns` that are good, or those that are not. False, with none of them
 * added, if the window has the very order of one that is good. */
static bool
add_terms(tl_scanner *scanner, const window *w, const uint32_t *patterns, size_t count, bool good)
{
    size_t before = scanner->scan.reordered_count;
    for (size_t i = 0; i < count; i++) {
        const tl_pattern *pattern = tl_pattern_at(&scanner->index->patterns, patterns[i]);
        reading r;
        if (pattern == NULL || tl_term_is_good(pattern->term) != good ||
            !tl_scanner_admits(scanner, pattern->term) || !read_window(scanner, w, pattern, &r)) {
            continue;
        }
        if (good && r.same_order) {
            scanner->scan.reordered_count = before;
            shield(&scanner->scan, w);
            return false;
        }
        if (!r.same_order && are_function_words_fit(scanner, w, pattern)) {
            add_reordered(scanner, w, pattern, &r);
        }
    }
    return true;
}

/* True if a hit covers the window or reaches beyond it: its words are those of another term. */
static bool
is_taken(const tl_scan *scan, const window *w)
{
    int32_t first = tl_scan_hit_at(scan, w->first), last = tl_scan_hit_at(scan, w->end - 1);
    const tl_hit *left = first >= 0 ? &scan->hits[first] : NULL;
    const tl_hit *right = last >= 0 ? &scan->hits[last] : NULL;
    return (left && (left->first < w->first || left->first + left->count >= w->end)) ||
           (right && right->first + right->count > w->end);
}

/* Tries a window whose words may be those of a term; true if they are. */
static bool
try_window(tl_scanner *scanner, const window *w, uint64_t key)
{
    size_t count, before = scanner->scan.reordered_count;
    const uint32_t *patterns = tl_shuffle_find(scanner->index->shuffles, key, &count);
    if (patterns == NULL || is_taken(&scanner->scan, w)) {
        return false;
    }
    if (add_terms(scanner, w, patterns, count, true)) {
        add_terms(scanner, w, patterns, count, false);
    }
    return scanner->scan.reordered_count > before;
}

/* Drops the items [begin, end): a longer window has been found behind them. */
static void
drop_between(tl_scan *scan, size_t begin, size_t end)
{
    size_t kept = scan->reordered_count - end;
    memmove(&scan->reordered[begin], &scan->reordered[end], kept * sizeof *scan->reordered);
    scan->reordered_count = begin + kept;
}

/* A window while it grows. */
typedef struct growing {
    window w;
    uint64_t key;
    uint32_t lengths;        /* of the terms that may still come about */
    uint32_t function_words; /* since the last content word */
} growing;

/* Takes in word `at`; false if no term goes on with it. */
static bool
grow(const tl_scanner *scanner, growing *g, uint32_t at)
{
    const tl_posting *posting = next_posting(scanner, at, NULL);
    if (posting == NULL || (at > g->w.first && !goes_on(scanner, at))) {
        return false;
    }
    if (function_word(scanner, at) != NO_WORD) {
        return at > g->w.first && ++g->function_words <= MOST_FUNCTION_WORDS;
    }
    const tl_shuffle_class *class = tl_shuffle_class_of(scanner->index->shuffles, posting->word);
    g->lengths &= class->lengths;
    if (g->lengths >> (g->w.count + 1) == 0) {
        return false;
    }
    g->function_words = 0;
    g->key += class->code;
    g->w.items[g->w.count++] = at;
    g->w.end = at + 1;
    return true;
}

static bool
is_complete(const growing *g, uint32_t at)
{
    return g->w.end == at + 1 && (g->lengths >> g->w.count & 1);
}

/* Tries the windows that begin at word `first`, and keeps the longest. Returns its end, or the next
 * word if there is none. */
static uint32_t
search_from(tl_scanner *scanner, uint32_t first)
{
    growing g = {.w.first = first, .lengths = (2u << TL_SHUFFLE_MAX_WORDS) - 1};
    uint32_t end = first + 1;
    size_t before = scanner->scan.reordered_count;
    for (uint32_t at = first; at < scanner->scan.words.count && grow(scanner, &g, at); at++) {
        size_t shorter = scanner->scan.reordered_count;
        if (is_complete(&g, at) && try_window(scanner, &g.w, g.key)) {
            drop_between(&scanner->scan, before, shorter);
            end = g.w.end;
        }
    }
    return end;
}

void
tl_scanner_find_reordered(tl_scanner *scanner)
{
    for (uint32_t at = 0; at + 1 < scanner->scan.words.count;) {
        at = scanner->lookups[at] ? search_from(scanner, at) : at + 1;
    }
}
