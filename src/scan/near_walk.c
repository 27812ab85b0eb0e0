/* SPDX-License-Identifier: MPL-2.0 */
/* The walk for near hits: like that of walk.c, from each word along every path that the text can
 * take through the trie, but with one step that is a typo of what stands there. A typo is looked
 * for in whole words only, never where words are joined or parted. */
#include "scan/scanner.h"

typedef struct near_walk {
    tl_scanner *scanner;
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
        const tl_pattern *pattern = &set->items[value];
        if (walk->scanner->language->has[pattern->language]) {
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

static void
take_mistyped_step(near_walk *walk, uint32_t node, uint32_t at)
{
    size_t count;
    const tl_near_word *words = tl_scanner_near_words(walk->scanner, at, &count);
    if (count == 0 || tl_scan_hit_at(&walk->scanner->scan, at) >= 0) {
        return;
    }
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

void
tl_scanner_find_near(tl_scanner *scanner)
{
    near_walk walk = {.scanner = scanner};
    for (uint32_t at = 0; at < scanner->scan.words.count; at++) {
        walk_on(&walk, TL_TRIE_ROOT, at);
    }
    tl_scanner_judge_near(scanner);
}
