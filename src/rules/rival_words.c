/* SPDX-License-Identifier: MPL-2.0 */
/* Counts texts by the roots of their words. A root is the hash of the first letters of a word's
 * key but for vowels at their end, which is no grammar but cheap, the same for every language, and
 * good enough to count by. */
#include "rules/rival_words.h"

#include "base/hash.h"
#include "base/utf8.h"
#include "scan/lists.h"
#include "text/key.h"
#include "text/reference.h"

enum { ROOT_LETTERS = 5, FEWEST_LETTERS = 3, FIRST_SIZE = 64 };

/* Letters in which endings begin, in whatever language: «файл» and «файлов» are one. */
static bool
is_vowel(tl_str letter)
{
    static const tl_str vowels = TL_STR_INIT("aeiouyаеёиоуыэюяіїєйь");
    return tl_str_find(vowels, letter, 0) < vowels.len;
}

static uint64_t
root_of(tl_str key)
{
    size_t ends[ROOT_LETTERS + 1] = {0}, letters = 0;
    while (ends[letters] < key.len && letters < ROOT_LETTERS) {
        size_t end = ends[letters];
        tl_utf8_next(key, &end);
        ends[++letters] = end;
    }
    while (letters > FEWEST_LETTERS &&
           is_vowel(tl_str_slice(key, ends[letters - 1], ends[letters]))) {
        letters--;
    }
    return tl_hash_bytes(tl_str_slice(key, 0, ends[letters])) | 1;
}

static bool
is_content(const tl_scan *scan, const tl_word *word, tl_str key)
{
    return word->length >= FEWEST_LETTERS && !tl_list_has(TL_LIST_FUNCTIONS, key) &&
           !tl_is_reference(scan->language, TL_REFERENCE_BEFORE, key) &&
           !tl_is_reference(scan->language, TL_REFERENCE_BEHIND, key);
}

static bool
is_text(const tl_scan *scan, const tl_word *word)
{
    return word->scripts == scan->script && !(word->flags & TL_WORD_NOT_TEXT);
}

static bool
has_root(const tl_rooted_word *words, size_t count, uint64_t root)
{
    for (size_t i = 0; i < count; i++) {
        if (words[i].root == root) {
            return true;
        }
    }
    return false;
}

tl_rooted_words
tl_rooted_words_of(const tl_scan *scan, tl_arena *arena)
{
    tl_rooted_word *items = tl_arena_alloc(arena, scan->words.count, sizeof *items);
    size_t count = 0;
    for (uint32_t at = 0; at < scan->words.count; at++) {
        tl_key buffer;
        tl_str key = tl_key_of(tl_scan_text(scan, at, 1), &buffer);
        uint64_t root = root_of(key);
        if (is_text(scan, &scan->words.items[at]) && !has_root(items, count, root)) {
            items[count++] = (tl_rooted_word){root, scan->words.items[at].range,
                                              is_content(scan, &scan->words.items[at], key)};
        }
    }
    return (tl_rooted_words){items, count};
}

tl_rooted_words
tl_rooted_words_copy(const tl_rooted_words *words, tl_arena *arena)
{
    tl_rooted_word *items = tl_arena_alloc(arena, words->count, sizeof *items);
    for (size_t i = 0; i < words->count; i++) {
        items[i] = words->items[i];
    }
    return (tl_rooted_words){items, words->count};
}

static tl_root_count *
find_slot(const tl_root_counts *counts, uint64_t root)
{
    size_t at = (size_t)tl_hash_mix(root) & (counts->size - 1);
    while (counts->slots[at].root && counts->slots[at].root != root) {
        at = (at + 1) & (counts->size - 1);
    }
    return &counts->slots[at];
}

static void
grow(tl_root_counts *counts, tl_arena *arena)
{
    tl_root_counts old = *counts;
    counts->size = old.size ? old.size * 2 : FIRST_SIZE;
    counts->slots = tl_arena_alloc(arena, counts->size, sizeof *counts->slots);
    for (size_t i = 0; i < old.size; i++) {
        if (old.slots[i].root) {
            *find_slot(counts, old.slots[i].root) = old.slots[i];
        }
    }
}

static void
count_root(tl_root_counts *counts, uint64_t root, uint32_t texts, tl_arena *arena)
{
    if (counts->count * 2 >= counts->size) {
        grow(counts, arena);
    }
    tl_root_count *slot = find_slot(counts, root);
    counts->count += slot->root == 0;
    slot->root = root;
    slot->texts += texts;
}

void
tl_root_counts_add(tl_root_counts *counts, const tl_rooted_words *words, tl_arena *arena)
{
    counts->texts++;
    for (size_t i = 0; i < words->count; i++) {
        count_root(counts, words->items[i].root, 1, arena);
    }
}

void
tl_root_counts_join(tl_root_counts *counts, const tl_root_counts *more, tl_arena *arena)
{
    counts->texts += more->texts;
    for (size_t i = 0; i < more->size; i++) {
        if (more->slots[i].root) {
            count_root(counts, more->slots[i].root, more->slots[i].texts, arena);
        }
    }
}

uint32_t
tl_root_counts_of(const tl_root_counts *counts, uint64_t root)
{
    return counts->size ? find_slot(counts, root)->texts : 0;
}
