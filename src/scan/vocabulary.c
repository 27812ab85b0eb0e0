/* SPDX-License-Identifier: MPL-2.0 */
/* A map from word forms to the words of terms. While it is built, the forms of one hash are a list
 * in an open-addressing table, so that a form given again is merged at once; then the lists are
 * laid out as runs of postings, each slot of the table naming its own. That a hash stands for the
 * very key is not checked here: the scanner compares every match with the text before it believes
 * it. */
#include "scan/vocabulary.h"

#include "base/alloc.h"
#include "base/array.h"
#include "base/utf8.h"
#include "text/compare.h"
#include "text/words.h"

#include <stdlib.h>
#include <string.h>

enum { LONGEST_WORD = 1024, FIRST_SLOTS = 64 };

typedef struct form {
    uint64_t hash;
    tl_posting posting;
    uint32_t next; /* 1 + index of the next form of the hash; 0: none */
} form;

typedef struct slot {
    uint32_t tag;   /* the part of the hash that the place of the slot does not tell */
    uint32_t first; /* 1 + index of the first posting; 0: free */
} slot;

struct tl_vocabulary {
    uint32_t word_count;
    form *forms; /* while building, as is `lists` */
    size_t form_count, form_capacity;
    uint32_t *lists; /* by slot: 1 + index of the first form; 0: free */
    size_t list_count;
    size_t mask;
    uint64_t multiplier; /* a key and one more letter have the hash `key * multiplier + letter` */
    char *surfaces;      /* NUL-terminated forms, one after the other; offset 0 is the empty one */
    size_t surfaces_length, surfaces_capacity;
    tl_posting *postings;
    size_t posting_count;
    slot *slots;
    tl_filter filter;
};

tl_vocabulary *
tl_vocabulary_new(void)
{
    tl_vocabulary *vocabulary = tl_alloc_zero(1, sizeof *vocabulary);
    vocabulary->lists = tl_alloc_zero(FIRST_SLOTS, sizeof *vocabulary->lists);
    vocabulary->mask = FIRST_SLOTS - 1;
    vocabulary->multiplier = tl_words_hash_join(1, 0, 1);
    vocabulary->surfaces = tl_array_reserve(NULL, &vocabulary->surfaces_capacity, 1, 1);
    vocabulary->surfaces[0] = '\0';
    vocabulary->surfaces_length = 1;
    return vocabulary;
}

static void
free_scaffold(tl_vocabulary *vocabulary)
{
    free(vocabulary->forms);
    free(vocabulary->lists);
    vocabulary->forms = NULL;
    vocabulary->lists = NULL;
}

void
tl_vocabulary_free(tl_vocabulary *vocabulary)
{
    if (vocabulary == NULL) {
        return;
    }
    free_scaffold(vocabulary);
    free(vocabulary->surfaces);
    free(vocabulary->postings);
    free(vocabulary->slots);
    tl_filter_clear(&vocabulary->filter);
    free(vocabulary);
}

/* The slot of the list of `hash`, or the free one where it belongs. */
static size_t
find_list(const tl_vocabulary *vocabulary, uint64_t hash)
{
    size_t at = (size_t)tl_filter_spread(hash) & vocabulary->mask;
    while (vocabulary->lists[at] != 0 &&
           vocabulary->forms[vocabulary->lists[at] - 1].hash != hash) {
        at = (at + 1) & vocabulary->mask;
    }
    return at;
}

static void
grow_lists(tl_vocabulary *vocabulary)
{
    uint32_t *old = vocabulary->lists;
    size_t old_size = vocabulary->mask + 1;
    vocabulary->lists = tl_alloc_zero(old_size * 2, sizeof *vocabulary->lists);
    vocabulary->mask = old_size * 2 - 1;
    for (size_t i = 0; i < old_size; i++) {
        if (old[i] != 0) {
            vocabulary->lists[find_list(vocabulary, vocabulary->forms[old[i] - 1].hash)] = old[i];
        }
    }
    free(old);
}

/* Adds a form to the front of the list at `list`. */
static void
push_form(tl_vocabulary *vocabulary, size_t list, uint64_t hash, tl_posting posting)
{
    vocabulary->forms = tl_array_reserve(vocabulary->forms, &vocabulary->form_capacity,
                                         vocabulary->form_count + 1, sizeof *vocabulary->forms);
    uint32_t next = vocabulary->lists[list];
    vocabulary->forms[vocabulary->form_count++] =
        (form){.hash = hash, .posting = posting, .next = next};
    vocabulary->lists[list] = (uint32_t)vocabulary->form_count;
    vocabulary->list_count += next == 0;
    if (vocabulary->list_count * 2 > vocabulary->mask) {
        grow_lists(vocabulary);
    }
}

static uint32_t
push_word(tl_vocabulary *vocabulary, size_t list, uint64_t hash, uint16_t kind)
{
    tl_posting posting = {.word = vocabulary->word_count++, .kinds = kind};
    push_form(vocabulary, list, hash, posting);
    return posting.word;
}

uint32_t
tl_vocabulary_add_word(tl_vocabulary *vocabulary, uint64_t hash)
{
    size_t list = find_list(vocabulary, hash);
    for (uint32_t i = vocabulary->lists[list]; i != 0; i = vocabulary->forms[i - 1].next) {
        const tl_posting *posting = &vocabulary->forms[i - 1].posting;
        if (posting->surface == 0 && posting->kinds & TL_INFLECTION_NONE) {
            return posting->word;
        }
    }
    return push_word(vocabulary, list, hash, TL_INFLECTION_NONE);
}

uint32_t
tl_vocabulary_add_joined(tl_vocabulary *vocabulary, uint64_t hash, unsigned which)
{
    size_t list = find_list(vocabulary, hash);
    for (uint32_t i = vocabulary->lists[list]; i != 0; i = vocabulary->forms[i - 1].next) {
        const tl_posting *posting = &vocabulary->forms[i - 1].posting;
        if (posting->kinds & TL_POSTING_JOINED && posting->cells == which) {
            return posting->word;
        }
    }
    uint32_t word = push_word(vocabulary, list, hash, TL_POSTING_JOINED);
    vocabulary->forms[vocabulary->form_count - 1].posting.cells = (uint16_t)which;
    return word;
}

/* True for the letters that most words are made of: their key is their lower case, but for ё. */
static bool
is_plain_letter(uint32_t c, uint32_t *lower)
{
    enum { CAPITAL_YO = 0x401, SMALL_YO = 0x451 };
    if (c < 0x80) {
        *lower = c | 0x20;
        return *lower >= 'a' && *lower <= 'z';
    }
    if (c >= 0x410 && c <= 0x44F) {
        *lower = c < 0x430 ? c + 0x20 : c;
        return true;
    }
    *lower = SMALL_YO;
    return c == CAPITAL_YO || c == SMALL_YO;
}

/* Writes the form in lower case: its capitals are those of the term it stands in. */
static char *
write_letters(char *out, tl_str surface)
{
    for (size_t at = 0; at < surface.len;) {
        out += tl_utf8_encode(tl_letter_lower(tl_utf8_next(surface, &at)), out);
    }
    return out;
}

/* The same for a form of plain letters, which it hashes too; NULL if there are others. */
static char *
write_plain_letters(const tl_vocabulary *vocabulary, char *out, tl_str surface, uint64_t *hash)
{
    enum { SMALL_YE = 0x435, SMALL_YO = 0x451 };
    *hash = 0;
    for (size_t at = 0; at < surface.len;) {
        uint32_t lower;
        if (!is_plain_letter(tl_utf8_next(surface, &at), &lower)) {
            return NULL;
        }
        *hash = *hash * vocabulary->multiplier + (lower == SMALL_YO ? SMALL_YE : lower);
        out += tl_utf8_encode(lower, out);
    }
    return out;
}

static uint64_t
hash_of_surface(tl_str surface)
{
    char key[LONGEST_WORD * 3];
    tl_str clipped = tl_str_slice(surface, 0, LONGEST_WORD);
    return tl_words_hash((tl_str){key, tl_words_key(clipped, key)});
}

/* Writes the form behind the others; returns where it ends. */
static size_t
write_surface(tl_vocabulary *vocabulary, tl_str surface, uint64_t *hash)
{
    size_t begin = vocabulary->surfaces_length, most = surface.len * 2 + TL_UTF8_MAX;
    if (begin + most > UINT32_MAX) {
        tl_out_of_memory();
    }
    vocabulary->surfaces =
        tl_array_reserve(vocabulary->surfaces, &vocabulary->surfaces_capacity, begin + most, 1);
    char *out = vocabulary->surfaces + begin, *end = NULL;
    if (surface.len <= LONGEST_WORD) {
        end = write_plain_letters(vocabulary, out, surface, hash);
    }
    if (end == NULL) {
        *hash = hash_of_surface(surface);
        end = write_letters(out, surface);
    }
    *end++ = '\0';
    return (size_t)(end - vocabulary->surfaces);
}

void
tl_vocabulary_add_form(tl_vocabulary *vocabulary, uint32_t word, tl_str surface, uint16_t cells,
                       uint16_t kind)
{
    uint64_t hash;
    size_t begin = vocabulary->surfaces_length, end = write_surface(vocabulary, surface, &hash);
    size_t list = find_list(vocabulary, hash);
    for (uint32_t i = vocabulary->lists[list]; i != 0; i = vocabulary->forms[i - 1].next) {
        tl_posting *known = &vocabulary->forms[i - 1].posting;
        if (known->word == word &&
            strcmp(vocabulary->surfaces + known->surface, vocabulary->surfaces + begin) == 0) {
            known->cells |= cells;
            known->kinds |= kind;
            return;
        }
    }
    vocabulary->surfaces_length = end;
    push_form(
        vocabulary, list, hash,
        (tl_posting){.word = word, .surface = (uint32_t)begin, .cells = cells, .kinds = kind});
}

uint32_t
tl_vocabulary_word_count(const tl_vocabulary *vocabulary)
{
    return vocabulary->word_count;
}

static uint32_t
tag_of(uint64_t hash)
{
    return (uint32_t)(tl_filter_spread(hash) >> 32);
}

static bool
comes_before(const tl_posting *a, const tl_posting *b)
{
    return a->word != b->word ? a->word < b->word : a->surface < b->surface;
}

/* Lays out the postings of the list that begins with form `first`, in order; the list is short. */
static void
lay_out(tl_vocabulary *vocabulary, uint32_t first)
{
    size_t begin = vocabulary->posting_count;
    for (uint32_t i = first; i != 0; i = vocabulary->forms[i - 1].next) {
        const tl_posting *posting = &vocabulary->forms[i - 1].posting;
        size_t at = vocabulary->posting_count++;
        for (; at > begin && comes_before(posting, &vocabulary->postings[at - 1]); at--) {
            vocabulary->postings[at] = vocabulary->postings[at - 1];
        }
        vocabulary->postings[at] = *posting;
    }
    vocabulary->postings[vocabulary->posting_count - 1].kinds |= TL_POSTING_LAST;
}

void
tl_vocabulary_build(tl_vocabulary *vocabulary)
{
    vocabulary->postings = tl_alloc_zero(vocabulary->form_count, sizeof *vocabulary->postings);
    vocabulary->slots = tl_alloc_zero(vocabulary->mask + 1, sizeof *vocabulary->slots);
    tl_filter_init(&vocabulary->filter, vocabulary->list_count);
    for (size_t at = 0; at <= vocabulary->mask; at++) {
        uint32_t first = vocabulary->lists[at];
        if (first != 0) {
            uint64_t hash = vocabulary->forms[first - 1].hash;
            tl_filter_add(&vocabulary->filter, hash);
            vocabulary->slots[at] =
                (slot){.tag = tag_of(hash), .first = (uint32_t)vocabulary->posting_count + 1};
            lay_out(vocabulary, first);
        }
    }
    free_scaffold(vocabulary);
}

const tl_filter *
tl_vocabulary_filter(const tl_vocabulary *vocabulary)
{
    return &vocabulary->filter;
}

const tl_posting *
tl_vocabulary_find(const tl_vocabulary *vocabulary, uint64_t hash)
{
    if (!tl_filter_may_have(&vocabulary->filter, hash)) {
        return NULL;
    }
    size_t at = (size_t)tl_filter_spread(hash) & vocabulary->mask;
    for (; vocabulary->slots[at].first != 0; at = (at + 1) & vocabulary->mask) {
        if (vocabulary->slots[at].tag == tag_of(hash)) {
            return &vocabulary->postings[vocabulary->slots[at].first - 1];
        }
    }
    return NULL;
}

const tl_posting *
tl_vocabulary_next(const tl_vocabulary *vocabulary, size_t *cursor, size_t *count)
{
    if (*cursor >= vocabulary->posting_count) {
        return NULL;
    }
    const tl_posting *run = &vocabulary->postings[*cursor];
    *count = 1;
    while (!(run[*count - 1].kinds & TL_POSTING_LAST)) {
        *count += 1;
    }
    *cursor += *count;
    return run;
}

tl_form_run
tl_form_run_first(const tl_posting *postings)
{
    tl_form_run run = {.first = postings, .count = postings != NULL};
    while (postings && !(run.first[run.count - 1].kinds & TL_POSTING_LAST) &&
           run.first[run.count].word == run.first->word) {
        run.count++;
    }
    return run;
}

tl_form_run
tl_form_run_next(tl_form_run run)
{
    const tl_posting *last = &run.first[run.count - 1];
    return tl_form_run_first(last->kinds & TL_POSTING_LAST ? NULL : last + 1);
}

tl_str
tl_vocabulary_surface(const tl_vocabulary *vocabulary, const tl_posting *posting)
{
    return tl_str_from(vocabulary->surfaces + posting->surface);
}
