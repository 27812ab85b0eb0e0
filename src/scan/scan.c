/* SPDX-License-Identifier: MPL-2.0 */
/* The scanner: looks up the words of a segment, walks the trie of patterns from each word that
 * begins one, and chooses leftmost-longest among all that matched; people are then found among the
 * words that no form explains. Knows forms and their variants, but not what is wrong with which:
 * rules decide that. Deterministic: equal input, equal hits. */
#include "scan/scan.h"

#include "base/alloc.h"
#include "scan/scanner.h"

#include <stdlib.h>

tl_scanner *
tl_scanner_new(const tl_index *index)
{
    tl_scanner *scanner = tl_alloc_zero(1, sizeof *scanner);
    scanner->index = index;
    return scanner;
}

void
tl_scanner_free(tl_scanner *scanner)
{
    if (scanner == NULL) {
        return;
    }
    tl_words_clear(&scanner->scan.words);
    tl_arena_clear(&scanner->scratch);
    tl_memo_clear(&scanner->name_memo.memo);
    tl_memo_clear(&scanner->near_memo.memo);
    free(scanner->name_memo.matches);
    free(scanner->near_memo.words);
    free(scanner->scan.hits);
    free(scanner->scan.mentions);
    free(scanner->scan.near);
    free(scanner->lookups);
    free(scanner->candidates);
    free(scanner);
}

void
tl_scanner_set_date(tl_scanner *scanner, tl_date date)
{
    scanner->date = date;
}

void
tl_scanner_seek_typos(tl_scanner *scanner)
{
    tl_near_forms_prepare(scanner->index->near_forms);
    scanner->seeks_typos = true;
}

static tl_str
primary_subtag(tl_str language)
{
    return tl_str_slice(language, 0, tl_str_find_byte(language, '-', 0));
}

static tl_script
prevailing_script(const tl_words *words)
{
    size_t latin = 0, cyrillic = 0;
    for (size_t i = 0; i < words->count; i++) {
        latin += words->items[i].scripts == TL_SCRIPT_LATIN;
        cyrillic += words->items[i].scripts == TL_SCRIPT_CYRILLIC;
    }
    return cyrillic > latin ? TL_SCRIPT_CYRILLIC : TL_SCRIPT_LATIN;
}

/* The first language of the termbase in that script, else the commonest one. */
static tl_str
language_in_script(const tl_termbase *termbase, tl_script script)
{
    for (size_t i = 0; i < termbase->language_count; i++) {
        if (tl_script_of_language(termbase->languages[i]) == script) {
            return termbase->languages[i];
        }
    }
    return script == TL_SCRIPT_CYRILLIC ? TL_STR("ru") : TL_STR("en");
}

static void
tell_language(tl_scanner *scanner, tl_str language)
{
    tl_scan *scan = &scanner->scan;
    if (scan->segment->language.len) {
        language = scan->segment->language;
    }
    if (language.len == 0) {
        tl_script script = prevailing_script(&scan->words);
        language = language_in_script(scanner->index->termbase, script);
    }
    scan->language = primary_subtag(language);
    scan->script = tl_script_of_language(language);
}

const tl_scan *
tl_scanner_run(tl_scanner *scanner, const tl_segment *segment, tl_str language)
{
    tl_scan *scan = &scanner->scan;
    scan->segment = segment;
    scan->hit_count = 0;
    scan->mention_count = 0;
    scan->near_count = 0;
    scanner->candidate_count = 0;
    tl_arena_reset(&scanner->scratch);
    tl_words_find(&scan->words, segment->text);
    tell_language(scanner, language);
    tl_scanner_look_up(scanner);
    tl_scanner_collect(scanner);
    tl_scanner_resolve(scanner);
    tl_scanner_find_mentions(scanner);
    if (scanner->seeks_typos) {
        tl_scanner_judge_near(scanner);
    }
    return scan;
}

int32_t
tl_scan_hit_at(const tl_scan *scan, uint32_t word)
{
    size_t low = 0, high = scan->hit_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const tl_hit *hit = &scan->hits[middle];
        if (word >= hit->first + hit->count) {
            low = middle + 1;
        } else if (word < hit->first) {
            high = middle;
        } else {
            return (int32_t)middle;
        }
    }
    return -1;
}

tl_range
tl_scan_range(const tl_scan *scan, uint32_t first, uint32_t count)
{
    const tl_word *words = scan->words.items;
    return (tl_range){words[first].range.begin, words[first + count - 1].range.end};
}

tl_str
tl_scan_text(const tl_scan *scan, uint32_t first, uint32_t count)
{
    return tl_str_at(scan->segment->text, tl_scan_range(scan, first, count));
}
