/* SPDX-License-Identifier: MPL-2.0 */
/* Questions to a finished scan: which hit covers a word, where a sentence begins, what the words of
 * a range say. What scanner.c and its parts put together is only read here. */
#include "scan/scan.h"

#include "text/capitals.h"

#include <string.h>

static void *
copy_items(tl_arena *arena, const void *items, size_t count, size_t size)
{
    void *copy = tl_arena_alloc(arena, count, size);
    if (count) {
        memcpy(copy, items, count * size);
    }
    return copy;
}

const tl_scan *
tl_scan_copy(const tl_scan *scan, tl_arena *arena)
{
    tl_scan *copy = copy_items(arena, scan, 1, sizeof *scan);
    const tl_words *words = &scan->words;
    copy->words.items = copy_items(arena, words->items, words->count, sizeof *words->items);
    copy->odd = copy_items(arena, scan->odd, scan->odd_count, sizeof *scan->odd);
    copy->capitals = copy_items(arena, scan->capitals, scan->capital_count, sizeof *scan->capitals);
    copy->hits = copy_items(arena, scan->hits, scan->hit_count, sizeof *scan->hits);
    copy->reordered =
        copy_items(arena, scan->reordered, scan->reordered_count, sizeof *scan->reordered);
    copy->mentions = copy_items(arena, scan->mentions, scan->mention_count, sizeof *scan->mentions);
    copy->namesakes =
        copy_items(arena, scan->namesakes, scan->namesake_count, sizeof *scan->namesakes);
    copy->places = copy_items(arena, scan->places, scan->place_count, sizeof *scan->places);
    copy->near = copy_items(arena, scan->near, scan->near_count, sizeof *scan->near);
    for (size_t i = 0; i < copy->near_count; i++) {
        copy->near[i].meant = tl_arena_copy(arena, scan->near[i].meant);
    }
    return copy;
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

const tl_mention *
tl_scan_mention_at(const tl_scan *scan, uint32_t word)
{
    size_t low = 0, high = scan->mention_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const tl_mention *mention = &scan->mentions[middle];
        if (word >= mention->family.first + mention->family.count) {
            low = middle + 1;
        } else if (word < mention->family.first) {
            high = middle;
        } else {
            return mention;
        }
    }
    return NULL;
}

bool
tl_scan_is_of_termbase(const tl_scan *scan, uint32_t word)
{
    for (size_t i = 0; i < scan->mention_count; i++) {
        if (tl_name_part_has(&scan->mentions[i].given, word) ||
            tl_name_part_has(&scan->mentions[i].patronymic, word)) {
            return true;
        }
    }
    return tl_scan_hit_at(scan, word) >= 0 || tl_scan_mention_at(scan, word) != NULL;
}

bool
tl_scan_begins_anew(const tl_scan *scan, uint32_t at)
{
    const tl_word *word = &scan->words.items[at];
    if (word->gap == TL_GAP_SPACE && !(word[-1].flags & TL_WORD_HAS_LETTER)) {
        word--; /* the number of an item */
    }
    if (word->flags & TL_WORD_SENTENCE_START) {
        return true;
    }
    bool is_first = word == scan->words.items;
    tl_range gap = {is_first ? 0 : word[-1].range.end, word->range.begin};
    tl_str between = tl_str_at(scan->segment->text, gap);
    return word->gap == TL_GAP_QUOTE || word->gap == TL_GAP_OTHER ||
           tl_str_find_byte(between, '\n', 0) < between.len;
}

bool
tl_scan_has_article(const tl_scan *scan, uint32_t word)
{
    if (word == 0 || scan->words.items[word].gap != TL_GAP_SPACE) {
        return false;
    }
    tl_str before = tl_scan_text(scan, word - 1, 1);
    return tl_str_equal_ascii_nocase(before, TL_STR("a")) ||
           tl_str_equal_ascii_nocase(before, TL_STR("an"));
}

/* "FILEs". */
static bool
is_plural_of_capitals(const tl_scan *scan, const tl_word *word)
{
    tl_str text = tl_str_at(scan->segment->text, word->range);
    return word->length > 2 && tl_str_ends_with(text, TL_STR("s")) &&
           tl_capitals_only(tl_str_slice(text, 0, text.len - 1));
}

bool
tl_scan_shouts(const tl_scan *scan, const tl_hit *hit)
{
    for (uint32_t i = 0; i < hit->count; i++) {
        const tl_word *word = &scan->words.items[hit->first + i];
        bool small = word->length < 2 || !(word->flags & TL_WORD_HAS_LETTER);
        if (!small && !(word->flags & TL_WORD_ALL_CAPS) && !is_plural_of_capitals(scan, word)) {
            return false;
        }
    }
    return true;
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

bool
tl_scan_is_broken(const tl_scan *scan, uint32_t word)
{
    const tl_str soft_hyphen = TL_STR("\u00ad");
    const tl_word *second = &scan->words.items[word], *first = second - 1;
    tl_range between = {first->range.end, second->range.begin};
    tl_str gap = tl_str_at(scan->segment->text, between);
    size_t at = 0;
    while (at < gap.len && gap.ptr[at] != '\n') {
        at++;
    }
    return at < gap.len &&
           (second->gap == TL_GAP_HYPHEN || tl_str_starts_with(gap, soft_hyphen) ||
            tl_str_ends_with(tl_str_at(scan->segment->text, first->range), soft_hyphen));
}
