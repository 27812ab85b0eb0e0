/* SPDX-License-Identifier: MPL-2.0 */
/* The neighbours of each vocabulary word, side by side in one array for either side. A word of the
 * text is held against the sketches of its neighbours' neighbours, which are mostly one or two;
 * where they are many (behind "of"), it is not worth the time, and the word passes. */
#include "scan/near_beside.h"

#include "base/alloc.h"

#include <stdlib.h>

enum { MANY = 48 };

typedef enum side { BEFORE, BEHIND, SIDES } side;

struct tl_near_beside {
    uint32_t *begin[SIDES]; /* by word: its first neighbour; behind the last their count */
    tl_near_sketch *items[SIDES];
    size_t begin_count, item_count[SIDES];
    bool is_mapped; /* all of it is an image's */
};

static const tl_image_part parts[] = {
    TL_IMAGE_ARRAY("bes.bef1", tl_near_beside, begin[BEFORE], begin_count),
    TL_IMAGE_ARRAY("bes.bef2", tl_near_beside, items[BEFORE], item_count[BEFORE]),
    TL_IMAGE_ARRAY("bes.beh1", tl_near_beside, begin[BEHIND], begin_count),
    TL_IMAGE_ARRAY("bes.beh2", tl_near_beside, items[BEHIND], item_count[BEHIND]),
};

enum { PARTS = sizeof parts / sizeof *parts };

void
tl_near_sketch_add(tl_near_sketch *sketch, tl_near_letters letters)
{
    bool is_first = sketch->longest == 0;
    if (letters.count > TL_NEAR_LONGEST) {
        return;
    }
    uint8_t length = (uint8_t)letters.count;
    sketch->all = is_first ? letters.set : sketch->all & letters.set;
    sketch->any |= letters.set;
    sketch->shortest = is_first || length < sketch->shortest ? length : sketch->shortest;
    sketch->longest = length > sketch->longest ? length : sketch->longest;
}

static bool
has_more_than(uint32_t letters, unsigned limit)
{
    for (; limit > 0; limit--) {
        letters &= letters - 1;
    }
    return letters != 0;
}

/* An edit makes a word longer or shorter by one at most, and brings one letter at most that the
 * other has not. */
bool
tl_near_sketch_fits(const tl_near_sketch *sketch, const tl_word *word)
{
    unsigned limit = tl_near_limit(sketch->longest);
    return word->length <= sketch->longest + limit && word->length + limit >= sketch->shortest &&
           !has_more_than(word->letters & ~sketch->any, limit) &&
           !has_more_than(sketch->all & ~word->letters, limit);
}

static int
compare_numbers(const void *left, const void *right)
{
    const uint32_t *a = left, *b = right;
    return (*a > *b) - (*a < *b);
}

/* Sorts the neighbours of a word and keeps each once; returns how many there are. */
static size_t
distinct(uint32_t *numbers, size_t count)
{
    size_t kept = 0;
    if (count > 1) {
        qsort(numbers, count, sizeof *numbers, compare_numbers);
    }
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || numbers[i] != numbers[i - 1]) {
            numbers[kept++] = numbers[i];
        }
    }
    return kept;
}

/* Lays the neighbours out word by word: how many each has, where they end, then each from that end
 * on, so that it is left with where they begin. */
static uint32_t *
lay_out(const tl_near_pair *pairs, size_t count, side at, uint32_t *begin, size_t words)
{
    uint32_t *numbers = tl_alloc_zero(count + 1, sizeof *numbers);
    for (size_t i = 0; i < count; i++) {
        begin[at == BEHIND ? pairs[i].first : pairs[i].second]++;
    }
    for (size_t i = 0; i < words; i++) {
        begin[i + 1] += begin[i];
    }
    for (size_t i = 0; i < count; i++) {
        bool is_behind = at == BEHIND;
        uint32_t *end = &begin[is_behind ? pairs[i].first : pairs[i].second];
        numbers[--*end] = is_behind ? pairs[i].second : pairs[i].first;
    }
    return numbers;
}

static void
fill_side(tl_near_beside *beside, side at, uint32_t *numbers, const tl_near_sketch *sketches,
          size_t words)
{
    uint32_t *begin = beside->begin[at], kept = 0;
    for (size_t i = 0; i < words; i++) {
        size_t count = distinct(numbers + begin[i], begin[i + 1] - begin[i]);
        uint32_t first = begin[i];
        begin[i] = kept;
        for (size_t k = 0; k < count; k++) {
            numbers[kept++] = numbers[first + k];
        }
    }
    begin[words] = kept;
    beside->items[at] = tl_alloc_zero(kept, sizeof(tl_near_sketch));
    beside->item_count[at] = kept;
    for (uint32_t i = 0; i < kept; i++) {
        beside->items[at][i] = sketches[numbers[i]];
    }
}

tl_near_beside *
tl_near_beside_new(const tl_near_pair *pairs, size_t count, const tl_near_sketch *sketches,
                   size_t words)
{
    tl_near_beside *beside = tl_alloc_zero(1, sizeof *beside);
    beside->begin_count = words + 1;
    for (side at = BEFORE; at < SIDES; at++) {
        beside->begin[at] = tl_alloc_zero(words + 1, sizeof *beside->begin[at]);
        uint32_t *numbers = lay_out(pairs, count, at, beside->begin[at], words);
        fill_side(beside, at, numbers, sketches, words);
        free(numbers);
    }
    return beside;
}

void
tl_near_beside_save(const tl_near_beside *beside, tl_image_writer *writer)
{
    tl_image_add_parts(writer, parts, PARTS, beside);
}

tl_near_beside *
tl_near_beside_open(const tl_image *image)
{
    tl_near_beside *beside = tl_alloc_zero(1, sizeof *beside);
    beside->is_mapped = true;
    if (!tl_image_find_parts(image, parts, PARTS, beside) || beside->begin_count == 0) {
        tl_near_beside_free(beside);
        return NULL;
    }
    return beside;
}

void
tl_near_beside_free(tl_near_beside *beside)
{
    for (side at = BEFORE; beside && !beside->is_mapped && at < SIDES; at++) {
        free(beside->begin[at]);
        free(beside->items[at]);
    }
    free(beside);
}

static bool
fits(const tl_near_beside *beside, side at, uint32_t neighbour, const tl_word *word)
{
    if (neighbour >= beside->begin_count - 1) {
        return false;
    }
    uint32_t begin = beside->begin[at][neighbour], end = beside->begin[at][neighbour + 1];
    if (end < begin || end - begin > MANY || end > beside->item_count[at]) {
        return true;
    }
    for (uint32_t i = begin; i < end; i++) {
        if (tl_near_sketch_fits(&beside->items[at][i], word)) {
            return true;
        }
    }
    return false;
}

bool
tl_near_fits_before(const tl_near_beside *beside, uint32_t neighbour, const tl_word *word)
{
    return fits(beside, BEFORE, neighbour, word);
}

bool
tl_near_fits_behind(const tl_near_beside *beside, uint32_t neighbour, const tl_word *word)
{
    return fits(beside, BEHIND, neighbour, word);
}
