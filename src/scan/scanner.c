/* SPDX-License-Identifier: MPL-2.0 */
/* The scanner: looks up the words of a segment, walks the trie of patterns from each word that
 * begins one, and chooses leftmost-longest among all that matched; people are then found among the
 * words that no form explains. Knows forms and their variants, but not what is wrong with which:
 * rules decide that. Deterministic: equal input, equal hits. */
#include "scan/scanner.h"

#include "base/alloc.h"

#include <stdlib.h>

tl_scanner *
tl_scanner_new(const tl_index *index)
{
    tl_scanner *scanner = tl_alloc_zero(1, sizeof *scanner);
    scanner->index = index;
    scanner->given = tl_given_new();
    tl_lexicon_init(&scanner->lexicon);
    scanner->scan.words.lexicon = &scanner->lexicon;
    for (size_t length = 0; length < TL_POWER_COUNT; length++) {
        scanner->powers[length] = tl_words_hash_join(1, 0, length);
    }
    return scanner;
}

void
tl_scanner_free(tl_scanner *scanner)
{
    if (scanner == NULL) {
        return;
    }
    tl_words_clear(&scanner->scan.words);
    tl_lexicon_clear(&scanner->lexicon);
    tl_notes_clear(&scanner->notes);
    tl_arena_clear(&scanner->scratch);
    tl_name_memo_clear(&scanner->memo);
    tl_respelled_memo_clear(&scanner->respelled_memo);
    tl_near_memo_clear(&scanner->near_memo);
    free(scanner->scan.near);
    tl_given_free(scanner->given);
    free(scanner->scan.hits);
    free(scanner->scan.reordered);
    free(scanner->scan.mentions);
    free(scanner->scan.namesakes);
    free(scanner->scan.places);
    for (size_t i = 0; i < TL_TOLD_COUNT; i++) {
        tl_buf_clear(&scanner->told[i].tag);
        free(scanner->told[i].has);
    }
    free(scanner->scan.odd);
    free(scanner->scan.capitals);
    free(scanner->lookups);
    free(scanner->starts);
    free(scanner->candidates);
    free(scanner);
}

tl_given *
tl_scanner_given(tl_scanner *scanner)
{
    return scanner->given;
}

void
tl_scanner_seek_typos(tl_scanner *scanner, bool wanted)
{
    scanner->seeks_typos = wanted;
    if (wanted) {
        tl_near_forms_prepare(scanner->index->near_forms);
    }
}

void
tl_scanner_set_date(tl_scanner *scanner, tl_date date)
{
    scanner->date = date;
}

enum { FEWEST_TELLING_WORDS = 3 };

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

/* Tells which patterns a text in `language` can have forms of: those in its own language, and those
 * of languages in another script. */
static void
tell(tl_told *told, const tl_pattern_set *set, tl_str language)
{
    tl_str primary = tl_language_primary(language);
    tl_buf_clear(&told->tag);
    tl_buf_add(&told->tag, language);
    told->script = tl_script_of_language(language);
    free(told->has);
    told->has = tl_alloc_zero(set->language_count, sizeof *told->has);
    for (size_t i = 0; i < set->language_count; i++) {
        told->has[i] = tl_str_equal(set->languages[i].primary, primary) ||
                       set->languages[i].script != told->script;
    }
}

/* What has been told of the language; the texts of a run are in few. */
static const tl_told *
find_told(tl_scanner *scanner, tl_str language)
{
    for (size_t i = 0; i < TL_TOLD_COUNT && i < scanner->told_count; i++) {
        if (tl_str_equal(tl_buf_str(&scanner->told[i].tag), language)) {
            return &scanner->told[i];
        }
    }
    tl_told *told = &scanner->told[scanner->told_count++ % TL_TOLD_COUNT];
    tell(told, &scanner->index->patterns, language);
    told->number = (uint32_t)scanner->told_count;
    return told;
}

/* A language that a text of some length cannot be in: the default of a style sheet, that of a page
 * around it. A side of a bilingual unit is what its file says. */
static bool
is_plainly_other(const tl_scan *scan, tl_str language)
{
    return scan->segment->side == TL_SIDE_NONE && scan->words.count >= FEWEST_TELLING_WORDS &&
           tl_script_of_language(language) != TL_SCRIPT_OTHER &&
           tl_script_of_language(language) != prevailing_script(&scan->words);
}

static void
tell_language(tl_scanner *scanner, tl_str language)
{
    tl_scan *scan = &scanner->scan;
    tl_str given = scan->segment->language;
    if (given.len && !is_plainly_other(scan, given)) {
        language = given;
    }
    if (language.len == 0) {
        language = prevailing_script(&scan->words) == TL_SCRIPT_CYRILLIC
                       ? scanner->index->cyrillic_language
                       : scanner->index->latin_language;
    }
    scanner->language = find_told(scanner, language);
    scan->language = tl_language_primary(language);
    scan->script = scanner->language->script;
}

const tl_scan *
tl_scanner_read(tl_scanner *scanner, const tl_segment *segment, tl_str language)
{
    tl_scan *scan = &scanner->scan;
    scan->segment = segment;
    scan->hit_count = 0;
    scan->reordered_count = 0;
    scan->mention_count = 0;
    scan->namesake_count = 0;
    scan->place_count = 0;
    scan->near_count = 0;
    scan->odd_count = scan->capital_count = 0;
    tl_words_find(&scan->words, segment->text);
    tl_notes_follow(&scanner->notes, &scanner->lexicon);
    tell_language(scanner, language);
    return scan;
}

const tl_scan *
tl_scanner_run(tl_scanner *scanner, const tl_segment *segment, tl_str language)
{
    scanner->candidate_count = 0;
    tl_arena_reset(&scanner->scratch);
    tl_respelled_memo_limit(&scanner->respelled_memo);
    tl_scanner_read(scanner, segment, language);
    tl_scanner_look_up(scanner);
    tl_scanner_collect(scanner);
    tl_scanner_resolve(scanner);
    tl_scanner_find_reordered(scanner);
    tl_scanner_find_mentions(scanner);
    if (scanner->seeks_typos) {
        tl_scanner_find_near(scanner);
    }
    return &scanner->scan;
}
