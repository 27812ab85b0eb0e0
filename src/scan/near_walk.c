/* SPDX-License-Identifier: MPL-2.0 */
/* The walk for near hits: like that of walk.c, from each word along every path that the text can
 * take through the trie, but with one step that is a typo of what stands there. A typo is looked
 * for in whole words only, never where words are joined or parted. Before the walk the words are
 * sifted: most are a typo neither of a term of one word nor of anything that their neighbours call
 * for, and what has no suspect within reach is not walked. */
#include "base/array.h"
#include "scan/scanner.h"

enum { SHORTEST_ALONE = 5 };

/* What a word may be a typo of, by what stands beside it. */
enum {
    ALONE = 1 << 0,          /* a term of one word, or a romanized name */
    BEFORE_ANOTHER = 1 << 1, /* what stands before the next word in some term */
    BEHIND_ANOTHER = 1 << 2, /* what stands behind the word before it */
};

typedef struct suspect {
    uint32_t word;
    unsigned reasons;
} suspect;

typedef struct near_walk {
    tl_scanner *scanner;
    const suspect *suspects; /* words that may be the typo, in order */
    size_t suspect_count;
    tl_path_step path[TL_PATTERN_MAX_WORDS];
    size_t depth;
    const tl_near_word *near; /* of the step that is mistyped; NULL: none is yet */
    uint32_t mistyped;
} near_walk;

static void
take_patterns(near_walk *walk, uint32_t node)
{
    const tl_pattern_set *set = &walk->scanner->index->patterns;
    uint32_t value, cursor = TL_TRIE_NONE;
    while ((cursor = tl_trie_next_value(set->trie, node, cursor, &value)) != TL_TRIE_NONE) {
        const tl_pattern *pattern = tl_pattern_at(set, value);
        if (pattern && pattern->count == walk->depth &&
            walk->scanner->language->has[pattern->language]) {
            tl_scanner_add_near(walk->scanner, pattern, walk->path, walk->mistyped, walk->near);
        }
    }
}

static void walk_on(near_walk *walk, uint32_t node, uint32_t at);

/* Goes on with one word of the vocabulary for text word `at`. */
static void
take_step(near_walk *walk, uint32_t node, tl_form_run forms, uint32_t at)
{
    const tl_trie *trie = walk->scanner->index->patterns.trie;
    uint32_t child = forms.first->kinds & TL_POSTING_JOINED
                         ? TL_TRIE_NONE
                         : tl_trie_step(trie, node, forms.first->word);
    if (child == TL_TRIE_NONE) {
        return;
    }
    walk->path[walk->depth++] =
        (tl_path_step){.forms = forms.first, .form_count = forms.count, .first = at, .count = 1};
    if (walk->near) {
        take_patterns(walk, child);
    }
    if (tl_trie_goes_on(trie, child)) {
        walk_on(walk, child, at + 1);
    }
    walk->depth--;
}

/* What speaks for a typo at the word; asked for the few words of a path only. */
static unsigned
reasons_at(const near_walk *walk, uint32_t at)
{
    for (size_t i = 0; i < walk->suspect_count && walk->suspects[i].word <= at; i++) {
        if (walk->suspects[i].word == at) {
            return walk->suspects[i].reasons;
        }
    }
    return 0;
}

static void
take_mistyped_step(near_walk *walk, uint32_t node, uint32_t at)
{
    size_t count;
    if (!(reasons_at(walk, at) & (walk->depth ? BEHIND_ANOTHER : ALONE | BEFORE_ANOTHER))) {
        return;
    }
    const tl_near_word *words = tl_scanner_near_words(walk->scanner, at, &count);
    for (size_t i = 0; i < count; i++) {
        if (words[i].forms.first) {
            walk->near = &words[i];
            walk->mistyped = (uint32_t)walk->depth;
            take_step(walk, node, words[i].forms, at);
        } else if (walk->depth == 0) {
            tl_scanner_add_near_name(walk->scanner, at, &words[i]);
        }
    }
    walk->near = NULL;
}

static void
walk_on(near_walk *walk, uint32_t node, uint32_t at)
{
    const tl_words *words = &walk->scanner->scan.words;
    if (at >= words->count || walk->depth == TL_PATTERN_MAX_WORDS ||
        (walk->depth > 0 && words->items[at].gap == TL_GAP_PARAGRAPH)) {
        return;
    }
    tl_form_run forms = tl_form_run_first(walk->scanner->lookups[at]);
    for (; forms.first; forms = tl_form_run_next(forms)) {
        take_step(walk, node, forms, at);
    }
    if (walk->near == NULL) {
        take_mistyped_step(walk, node, at);
    }
}

/* Whether the word may be a typo at all, and of a term that has no other word, as bits of a note.
 */
static uint32_t
weigh(const tl_scanner *scanner, uint32_t at)
{
    const tl_word *word = &scanner->scan.words.items[at];
    if (word->length + 1u < TL_NEAR_SHORTEST || word->length > TL_NEAR_LONGEST ||
        (word->flags & TL_WORD_HAS_DIGIT) || (word->scripts & (word->scripts - 1u)) != 0) {
        return TL_NOTE_WEIGHED | TL_NOTE_NO_TYPO;
    }
    bool may_be =
        word->length >= SHORTEST_ALONE &&
        tl_near_forms_may_have_alone(scanner->index->near_forms, scanner->scan.segment->text, word);
    return TL_NOTE_WEIGHED | (may_be ? TL_NOTE_TYPO : 0u);
}

/* The same, asked once of each word. */
static uint32_t
weighed(tl_scanner *scanner, uint32_t at)
{
    tl_note *note = tl_scanner_note(scanner, at);
    if (note == NULL) {
        return weigh(scanner, at);
    }
    if (!(note->known & TL_NOTE_WEIGHED)) {
        note->known |= weigh(scanner, at);
    }
    return note->known;
}

typedef bool fits_fn(const tl_near_beside *, uint32_t neighbour, const tl_word *word);

/* True if the word may be a typo of something that stands beside word `neighbour` in a term. */
static bool
may_stand_beside(const tl_scanner *scanner, uint32_t at, uint32_t neighbour, fits_fn *fits)
{
    const tl_near_beside *beside = tl_near_forms_beside(scanner->index->near_forms);
    const tl_word *word = &scanner->scan.words.items[at];
    tl_form_run run = tl_form_run_first(scanner->lookups[neighbour]);
    for (; run.first; run = tl_form_run_next(run)) {
        if (fits(beside, run.first->word, word)) {
            return true;
        }
    }
    return false;
}

static unsigned
find_reasons(tl_scanner *scanner, uint32_t at)
{
    const tl_words *words = &scanner->scan.words;
    const tl_posting *const *lookups = scanner->lookups;
    const uint32_t known = weighed(scanner, at);
    unsigned reasons = !lookups[at] && (known & TL_NOTE_TYPO) ? ALONE : 0;
    if ((known & TL_NOTE_NO_TYPO) || (words->items[at].flags & TL_WORD_NOT_TEXT)) {
        return 0;
    }
    if (scanner->suspects_all) {
        return ALONE | BEFORE_ANOTHER | BEHIND_ANOTHER;
    }
    if (at > 0 && lookups[at - 1] && words->items[at].gap != TL_GAP_PARAGRAPH &&
        may_stand_beside(scanner, at, at - 1, tl_near_fits_behind)) {
        reasons |= BEHIND_ANOTHER;
    }
    if (at + 1 < words->count && lookups[at + 1] && words->items[at + 1].gap != TL_GAP_PARAGRAPH &&
        may_stand_beside(scanner, at, at + 1, tl_near_fits_before)) {
        reasons |= BEFORE_ANOTHER;
    }
    return reasons;
}

/* False if no reason will be found: the word is known to be no typo alone, and nothing beside it is
 * a word of the termbase. This is what most words come to. */
static inline bool
may_have_reasons(const tl_scanner *scanner, uint32_t at)
{
    const tl_words *words = &scanner->scan.words;
    const tl_posting *const *lookups = scanner->lookups;
    const uint32_t known = scanner->notes.items[words->items[at].card].known;
    return !(known & TL_NOTE_NO_TYPO) &&
           ((!lookups[at] && (known & (TL_NOTE_WEIGHED | TL_NOTE_TYPO)) != TL_NOTE_WEIGHED) ||
            (at > 0 && lookups[at - 1]) || (at + 1 < words->count && lookups[at + 1]) ||
            scanner->suspects_all);
}

/* The words outside of all hits that may be a typo, *count of them. */
static const suspect *
sift(tl_scanner *scanner, size_t *count)
{
    const tl_scan *scan = &scanner->scan;
    suspect *suspects = tl_arena_alloc(&scanner->scratch, scan->words.count, sizeof *suspects);
    uint32_t at = 0;
    *count = 0;
    for (size_t i = 0; i <= scan->hit_count; i++) {
        const tl_hit *hit = i < scan->hit_count ? &scan->hits[i] : NULL;
        for (uint32_t end = hit ? hit->first : (uint32_t)scan->words.count; at < end; at++) {
            unsigned reasons = may_have_reasons(scanner, at) ? find_reasons(scanner, at) : 0;
            suspects[*count] = (suspect){at, reasons};
            *count += reasons != 0;
        }
        at = hit ? hit->first + hit->count : at;
    }
    return suspects;
}

void
tl_scanner_find_near(tl_scanner *scanner)
{
    near_walk walk = {.scanner = scanner};
    walk.suspects = sift(scanner, &walk.suspect_count);
    for (uint32_t at = 0; walk.suspect_count > 0 && at < scanner->scan.words.count;) {
        if (walk.suspects[0].word < at) {
            walk.suspects++;
            walk.suspect_count--;
        } else if (walk.suspects[0].word - at >= TL_PATTERN_MAX_WORDS) {
            at = walk.suspects[0].word - TL_PATTERN_MAX_WORDS + 1;
        } else {
            if (scanner->lookups[at] || walk.suspects[0].word == at) {
                walk_on(&walk, TL_TRIE_ROOT, at);
            }
            at++;
        }
    }
    tl_scanner_judge_near(scanner);
}
