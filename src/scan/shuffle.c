/* SPDX-License-Identifier: MPL-2.0 */
/* The index behind word-order: from the set of a term's content words, in no order, to the term. A
 * set is known by a sum, which a window that slides over the text can keep up word by word. A sum
 * only promises that the words may be the same: the scanner compares them before it believes it. */
#include "scan/shuffle.h"

#include "base/alloc.h"
#include "base/array.h"
#include "base/hash.h"
#include "base/radix.h"
#include "text/words.h"

#include <stdlib.h>

enum { FILTER_BITS_PER_KEY = 16, BITS = 64 };

typedef enum word_kind { KIND_CONTENT, KIND_BOUND, KIND_FREE } word_kind;

typedef struct function_word {
    tl_str text;
    word_kind kind;
} function_word;

/* KIND_FREE: may stand in a term that has it not, and be missing where it has it. The others tie
 * words together in their own way ("Staff in CSTO" is no "CSTO Staff"). */
static const function_word function_words[] = {
    {TL_STR_INIT("of"), KIND_FREE},       {TL_STR_INIT("the"), KIND_FREE},
    {TL_STR_INIT("a"), KIND_FREE},        {TL_STR_INIT("an"), KIND_FREE},
    {TL_STR_INIT("for"), KIND_FREE},      {TL_STR_INIT("on"), KIND_FREE},
    {TL_STR_INIT("in"), KIND_BOUND},      {TL_STR_INIT("at"), KIND_BOUND},
    {TL_STR_INIT("to"), KIND_BOUND},      {TL_STR_INIT("by"), KIND_BOUND},
    {TL_STR_INIT("from"), KIND_BOUND},    {TL_STR_INIT("with"), KIND_BOUND},
    {TL_STR_INIT("under"), KIND_BOUND},   {TL_STR_INIT("against"), KIND_BOUND},
    {TL_STR_INIT("between"), KIND_BOUND}, {TL_STR_INIT("and"), KIND_BOUND},
    {TL_STR_INIT("or"), KIND_BOUND},      {TL_STR_INIT("и"), KIND_BOUND},
    {TL_STR_INIT("или"), KIND_BOUND},     {TL_STR_INIT("в"), KIND_BOUND},
    {TL_STR_INIT("во"), KIND_BOUND},      {TL_STR_INIT("на"), KIND_BOUND},
    {TL_STR_INIT("о"), KIND_BOUND},       {TL_STR_INIT("об"), KIND_BOUND},
    {TL_STR_INIT("по"), KIND_BOUND},      {TL_STR_INIT("с"), KIND_BOUND},
    {TL_STR_INIT("со"), KIND_BOUND},      {TL_STR_INIT("для"), KIND_BOUND},
    {TL_STR_INIT("при"), KIND_BOUND},     {TL_STR_INIT("от"), KIND_BOUND},
    {TL_STR_INIT("до"), KIND_BOUND},      {TL_STR_INIT("из"), KIND_BOUND},
    {TL_STR_INIT("к"), KIND_BOUND},       {TL_STR_INIT("у"), KIND_BOUND},
    {TL_STR_INIT("между"), KIND_BOUND},   {TL_STR_INIT("против"), KIND_BOUND},
};

enum { FUNCTION_WORD_COUNT = sizeof function_words / sizeof *function_words };

struct tl_shuffle_set {
    size_t word_count;
    uint32_t *class_numbers;   /* by vocabulary word: the word that stands for its class */
    tl_shuffle_class *classes; /* by that */
    uint8_t *kinds;            /* by vocabulary word: word_kind */
    tl_radix_item *sorted;     /* patterns, while building: by key, then as in the termbase */
    size_t count, capacity;
    uint64_t *keys;     /* open addressing; 0: free */
    uint32_t *firsts;   /* by slot: the first of `patterns` with its key */
    uint32_t *counts;   /* by slot: how many there are */
    uint32_t *patterns; /* numbers of patterns, those of one key together */
    size_t slot_count, slot_mask;
    uint64_t *filter; /* one bit for each key, by its low bits */
    size_t filter_blocks, filter_mask;
    bool is_mapped; /* all of it is an image's */
};

static const tl_image_part parts[] = {
    TL_IMAGE_ARRAY("shu.numb", tl_shuffle_set, class_numbers, word_count),
    TL_IMAGE_ARRAY("shu.clas", tl_shuffle_set, classes, word_count),
    TL_IMAGE_ARRAY("shu.kind", tl_shuffle_set, kinds, word_count),
    TL_IMAGE_ARRAY("shu.keys", tl_shuffle_set, keys, slot_count),
    TL_IMAGE_ARRAY("shu.firs", tl_shuffle_set, firsts, slot_count),
    TL_IMAGE_ARRAY("shu.coun", tl_shuffle_set, counts, slot_count),
    TL_IMAGE_ARRAY("shu.patt", tl_shuffle_set, patterns, count),
    TL_IMAGE_ARRAY("shu.filt", tl_shuffle_set, filter, filter_blocks),
};

enum { PARTS = sizeof parts / sizeof *parts };

enum { LONGEST_FUNCTION_WORD = 16 };

void
tl_shuffle_add_function_words(tl_vocabulary *vocabulary)
{
    for (size_t i = 0; i < FUNCTION_WORD_COUNT; i++) {
        char key[LONGEST_FUNCTION_WORD * 3];
        tl_str folded = {key, tl_words_key(function_words[i].text, key)};
        tl_vocabulary_add_word(vocabulary, tl_words_hash(folded));
    }
}

static uint32_t
class_number(tl_shuffle_set *set, uint32_t word)
{
    while (set->class_numbers[word] != word) {
        set->class_numbers[word] = set->class_numbers[set->class_numbers[word]];
        word = set->class_numbers[word];
    }
    return word;
}

/* Unites the words that share a form (union-find, the lower number stands for both). */
static void
unite_classes(tl_shuffle_set *set, const tl_vocabulary *vocabulary)
{
    uint32_t words = tl_vocabulary_word_count(vocabulary);
    for (uint32_t word = 0; word < words; word++) {
        set->class_numbers[word] = word;
    }
    size_t cursor = 0, count;
    const tl_posting *postings;
    while ((postings = tl_vocabulary_next(vocabulary, &cursor, &count)) != NULL) {
        uint32_t first = UINT32_MAX;
        for (size_t i = 0; i < count; i++) {
            if (postings[i].kinds & TL_POSTING_JOINED) {
                continue;
            }
            uint32_t other = class_number(set, postings[i].word);
            first = first == UINT32_MAX ? other : first;
            set->class_numbers[first > other ? first : other] = first < other ? first : other;
            first = first < other ? first : other;
        }
    }
    for (uint32_t word = 0; word < words; word++) {
        set->class_numbers[word] = class_number(set, word);
        set->classes[word].code = tl_hash_mix((uint64_t)word + 1);
    }
}

static bool
is_plain_gap(uint8_t gap)
{
    return gap == TL_GAP_SPACE || gap == TL_GAP_HYPHEN;
}

/* The number of its content words; 0 if it is not to be found shuffled. */
static uint32_t
count_content(const tl_shuffle_set *set, const tl_pattern *pattern)
{
    uint32_t count = 0;
    if (pattern->kind != TL_PATTERN_TERM || pattern->term->entry->name) {
        return 0;
    }
    for (uint32_t i = 0; i < pattern->count; i++) {
        if ((i > 0 && !is_plain_gap(pattern->words[i].gap)) || pattern->words[i].tail) {
            return 0;
        }
        count += set->kinds[pattern->words[i].word] == KIND_CONTENT;
    }
    return count >= 2 && count <= TL_SHUFFLE_MAX_WORDS ? count : 0;
}

static void
add_pattern(tl_shuffle_set *set, const tl_pattern *pattern, uint32_t number)
{
    uint32_t content = count_content(set, pattern);
    tl_radix_item added = {.value = number};
    for (uint32_t i = 0; content && i < pattern->count; i++) {
        uint32_t word = pattern->words[i].word;
        if (set->kinds[word] == KIND_CONTENT) {
            tl_shuffle_class *class = &set->classes[set->class_numbers[word]];
            class->lengths |= 1u << content;
            added.key += class->code;
        }
    }
    if (content) {
        added.key = added.key ? added.key : 1;
        set->sorted =
            tl_array_reserve(set->sorted, &set->capacity, set->count + 1, sizeof *set->sorted);
        set->sorted[set->count++] = added;
    }
}

static size_t
power_of_two_from(size_t least)
{
    size_t power = BITS;
    while (power < least) {
        power *= 2;
    }
    return power;
}

static size_t
find_slot(const tl_shuffle_set *set, uint64_t key)
{
    size_t at = (size_t)(key >> 32) & set->slot_mask;
    for (size_t left = set->slot_mask; left > 0; left--) { /* an image may have no free slot */
        if (set->keys[at] == 0 || set->keys[at] == key) {
            break;
        }
        at = (at + 1) & set->slot_mask;
    }
    return at;
}

static void
lay_out(tl_shuffle_set *set)
{
    tl_radix_sort(set->sorted, set->count);
    size_t slots = power_of_two_from(set->count * 2);
    size_t bits = power_of_two_from(set->count * FILTER_BITS_PER_KEY);
    set->slot_count = slots;
    set->slot_mask = slots - 1;
    set->keys = tl_alloc_zero(slots, sizeof *set->keys);
    set->firsts = tl_alloc_zero(slots, sizeof *set->firsts);
    set->counts = tl_alloc_zero(slots, sizeof *set->counts);
    set->patterns = tl_alloc_zero(set->count, sizeof *set->patterns);
    set->filter_blocks = bits / BITS;
    set->filter_mask = bits - 1;
    set->filter = tl_alloc_zero(bits / BITS, sizeof *set->filter);
    for (size_t i = 0; i < set->count; i++) {
        uint64_t key = set->sorted[i].key;
        size_t slot = find_slot(set, key), bit = (size_t)key & set->filter_mask;
        set->firsts[slot] = set->keys[slot] ? set->firsts[slot] : (uint32_t)i;
        set->keys[slot] = key;
        set->counts[slot]++;
        set->patterns[i] = set->sorted[i].value;
        set->filter[bit / BITS] |= UINT64_C(1) << bit % BITS;
    }
    free(set->sorted);
    set->sorted = NULL;
}

tl_shuffle_set *
tl_shuffle_set_new(const tl_pattern_set *patterns)
{
    tl_shuffle_set *set = tl_alloc_zero(1, sizeof *set);
    uint32_t words = tl_vocabulary_word_count(patterns->vocabulary);
    set->word_count = words;
    set->class_numbers = tl_alloc_zero(words, sizeof *set->class_numbers);
    set->classes = tl_alloc_zero(words, sizeof *set->classes);
    set->kinds = tl_alloc_zero(words, sizeof *set->kinds);
    for (size_t i = 0; i < FUNCTION_WORD_COUNT; i++) { /* the ids that come first */
        set->kinds[i] = (uint8_t)function_words[i].kind;
    }
    unite_classes(set, patterns->vocabulary);
    for (size_t i = 0; i < patterns->count; i++) {
        add_pattern(set, tl_pattern_at(patterns, (uint32_t)i), (uint32_t)i);
    }
    lay_out(set);
    return set;
}

void
tl_shuffle_set_save(const tl_shuffle_set *set, tl_image_writer *writer)
{
    tl_image_add_parts(writer, parts, PARTS, set);
}

static bool
is_power_of_two(size_t number)
{
    return number > 0 && (number & (number - 1)) == 0;
}

tl_shuffle_set *
tl_shuffle_set_open(const tl_image *image)
{
    tl_shuffle_set *set = tl_alloc_zero(1, sizeof *set);
    set->is_mapped = true;
    bool is_there = tl_image_find_parts(image, parts, PARTS, set);
    set->slot_mask = set->slot_count - 1;
    set->filter_mask = set->filter_blocks * BITS - 1;
    if (!is_there || !is_power_of_two(set->slot_count) || !is_power_of_two(set->filter_blocks)) {
        tl_shuffle_set_free(set);
        return NULL;
    }
    return set;
}

void
tl_shuffle_set_free(tl_shuffle_set *set)
{
    if (set && !set->is_mapped) {
        free(set->class_numbers);
        free(set->classes);
        free(set->kinds);
        free(set->keys);
        free(set->firsts);
        free(set->counts);
        free(set->patterns);
        free(set->filter);
    }
    free(set);
}

const tl_shuffle_class *
tl_shuffle_class_of(const tl_shuffle_set *set, uint32_t word)
{
    static const tl_shuffle_class none = {.code = 0};
    uint32_t number = word < set->word_count ? set->class_numbers[word] : UINT32_MAX;
    return number < set->word_count ? &set->classes[number] : &none;
}

bool
tl_shuffle_is_function_word(const tl_shuffle_set *set, uint32_t word)
{
    return word < set->word_count && set->kinds[word] != KIND_CONTENT;
}

bool
tl_shuffle_is_free_word(const tl_shuffle_set *set, uint32_t word)
{
    return word < set->word_count && set->kinds[word] == KIND_FREE;
}

const uint32_t *
tl_shuffle_find(const tl_shuffle_set *set, uint64_t key, size_t *count)
{
    size_t bit = (size_t)key & set->filter_mask;
    *count = 0;
    if (!(set->filter[bit / BITS] >> bit % BITS & 1)) {
        return NULL;
    }
    size_t slot = find_slot(set, key ? key : 1);
    if (set->keys[slot] != (key ? key : 1) || set->firsts[slot] > set->count ||
        set->counts[slot] > set->count - set->firsts[slot]) {
        return NULL;
    }
    *count = set->counts[slot];
    return *count ? &set->patterns[set->firsts[slot]] : NULL;
}
