/* SPDX-License-Identifier: MPL-2.0 */
/* A map from word forms to the words of terms. While it is built, the forms of one hash are a list
 * in an open-addressing table, so that a form given again is merged at once; then the lists are
 * laid out as runs of postings, each slot of the table naming its own. A slot lies where the first
 * bits of the hash say, so that the table grows from one end to the other. That a hash stands for
 * the very key is not checked here: the scanner compares every match with the text before it
 * believes it. */
#include "scan/vocabulary.h"

#include "base/alloc.h"
#include "base/array.h"
#include "base/utf8.h"
#include "text/compare.h"
#include "text/words.h"

#include <stdlib.h>
#include <string.h>

enum {
    LONGEST_FORM = 512, /* bytes */
    FIRST_SLOTS = 64,
    AHEAD = 16, /* slots between the one at hand and the one whose list is asked for */
};

typedef struct form {
    uint64_t hash;
    tl_posting posting;
    uint32_t next; /* 1 + index of the next form of the hash; 0: none */
} form;

typedef struct slot {
    uint32_t tag;   /* the part of the hash that the place of the slot does not tell */
    uint32_t first; /* 1 + index of the first posting, or form while building; 0: free */
} slot;

struct tl_vocabulary {
    uint32_t word_count;
    form *forms; /* while building */
    size_t form_count, form_capacity;
    size_t list_count;   /* slots in use */
    uint64_t multiplier; /* a key and one more letter have the hash `key * multiplier + letter` */
    char *surfaces;      /* NUL-terminated forms, one after the other; offset 0 is the empty one */
    size_t surfaces_length, surfaces_capacity;
    tl_posting *postings;
    size_t posting_count;
    slot *slots;
    size_t slot_count; /* a power of two */
    unsigned shift;    /* what leaves a spread hash the number of its slot */
    tl_filter filter;
    bool is_mapped; /* all of it is an image's */
};

static const tl_image_part parts[] = {
    TL_IMAGE_PLAIN("voc.word", tl_vocabulary, word_count),
    TL_IMAGE_ARRAY("voc.post", tl_vocabulary, postings, posting_count),
    TL_IMAGE_ARRAY("voc.slot", tl_vocabulary, slots, slot_count),
    TL_IMAGE_ARRAY("voc.text", tl_vocabulary, surfaces, surfaces_length),
    TL_FILTER_IMAGE("voc.filt", tl_vocabulary, filter),
};

enum { PARTS = sizeof parts / sizeof *parts };

static void
set_slots(tl_vocabulary *vocabulary, slot *slots, size_t count)
{
    vocabulary->slots = slots;
    vocabulary->slot_count = count;
    vocabulary->shift = 64;
    for (size_t one = 1; one < count; one *= 2) {
        vocabulary->shift--;
    }
}

tl_vocabulary *
tl_vocabulary_new(void)
{
    tl_vocabulary *vocabulary = tl_alloc_zero(1, sizeof *vocabulary);
    set_slots(vocabulary, tl_alloc_zero(FIRST_SLOTS, sizeof(slot)), FIRST_SLOTS);
    vocabulary->multiplier = tl_words_hash_join(1, 0, 1);
    vocabulary->surfaces = tl_array_reserve(NULL, &vocabulary->surfaces_capacity, 1, 1);
    vocabulary->surfaces[0] = '\0';
    vocabulary->surfaces_length = 1;
    return vocabulary;
}

void
tl_vocabulary_save(const tl_vocabulary *vocabulary, tl_image_writer *writer)
{
    tl_image_add_parts(writer, parts, PARTS, vocabulary);
}

/* Of runs of postings and of texts the last has an end, so that they all have. */
static bool
is_sound(tl_vocabulary *vocabulary)
{
    size_t postings = vocabulary->posting_count, text = vocabulary->surfaces_length;
    size_t slots = vocabulary->slot_count;
    set_slots(vocabulary, vocabulary->slots, slots);
    return slots > 1 && (slots & (slots - 1)) == 0 && postings > 0 &&
           vocabulary->postings[postings - 1].kinds & TL_POSTING_LAST && text > 0 &&
           vocabulary->surfaces[text - 1] == '\0' && tl_filter_is_sound(&vocabulary->filter);
}

tl_vocabulary *
tl_vocabulary_open(const tl_image *image)
{
    tl_vocabulary *vocabulary = tl_alloc_zero(1, sizeof *vocabulary);
    vocabulary->is_mapped = true;
    vocabulary->multiplier = tl_words_hash_join(1, 0, 1);
    if (!tl_image_find_parts(image, parts, PARTS, vocabulary) || !is_sound(vocabulary)) {
        tl_vocabulary_free(vocabulary);
        return NULL;
    }
    return vocabulary;
}

void
tl_vocabulary_free(tl_vocabulary *vocabulary)
{
    if (vocabulary == NULL) {
        return;
    }
    if (!vocabulary->is_mapped) {
        free(vocabulary->forms);
        free(vocabulary->surfaces);
        free(vocabulary->postings);
        free(vocabulary->slots);
        tl_filter_clear(&vocabulary->filter);
    }
    free(vocabulary);
}

static uint32_t
tag_of(uint64_t spread)
{
    return (uint32_t)spread;
}

static size_t
next_slot(const tl_vocabulary *vocabulary, size_t at)
{
    return (at + 1) & (vocabulary->slot_count - 1);
}

/* The slot of the list of `hash`, or the free one where it belongs. */
static size_t
find_list(const tl_vocabulary *vocabulary, uint64_t hash)
{
    uint64_t spread = tl_filter_spread(hash);
    size_t at = spread >> vocabulary->shift;
    while (vocabulary->slots[at].first != 0 &&
           (vocabulary->slots[at].tag != tag_of(spread) ||
            vocabulary->forms[vocabulary->slots[at].first - 1].hash != hash)) {
        at = next_slot(vocabulary, at);
    }
    return at;
}

void
tl_vocabulary_prefetch(const tl_vocabulary *vocabulary, uint64_t hash)
{
    __builtin_prefetch(&vocabulary->slots[tl_filter_spread(hash) >> vocabulary->shift]);
}

static void
prefetch_form(const tl_vocabulary *vocabulary, uint32_t one_more)
{
    if (one_more != 0) {
        __builtin_prefetch(&vocabulary->forms[one_more - 1]);
    }
}

static void
prefetch_surface(const tl_vocabulary *vocabulary, uint32_t one_more)
{
    if (one_more != 0) {
        __builtin_prefetch(vocabulary->surfaces + vocabulary->forms[one_more - 1].posting.surface);
    }
}

/* Only the form tells all of its hash. */
static void
grow_slots(tl_vocabulary *vocabulary)
{
    slot *old = vocabulary->slots;
    size_t old_count = vocabulary->slot_count;
    set_slots(vocabulary, tl_alloc_zero(old_count * 2, sizeof *old), old_count * 2);
    for (size_t i = 0; i < old_count; i++) {
        prefetch_form(vocabulary, old[(i + AHEAD) & (old_count - 1)].first);
        if (old[i].first != 0) {
            uint64_t hash = vocabulary->forms[old[i].first - 1].hash;
            size_t at = tl_filter_spread(hash) >> vocabulary->shift;
            while (vocabulary->slots[at].first != 0) {
                at = next_slot(vocabulary, at);
            }
            vocabulary->slots[at] = old[i];
        }
    }
    free(old);
}

/* Adds a form to the front of the list at `list`. Three slots in four are used at most. */
static void
push_form(tl_vocabulary *vocabulary, size_t list, uint64_t hash, tl_posting posting)
{
    vocabulary->forms = tl_array_reserve(vocabulary->forms, &vocabulary->form_capacity,
                                         vocabulary->form_count + 1, sizeof *vocabulary->forms);
    uint32_t next = vocabulary->slots[list].first;
    vocabulary->forms[vocabulary->form_count++] =
        (form){.hash = hash, .posting = posting, .next = next};
    vocabulary->slots[list] =
        (slot){.tag = tag_of(tl_filter_spread(hash)), .first = (uint32_t)vocabulary->form_count};
    vocabulary->list_count += next == 0;
    if (vocabulary->list_count > vocabulary->slot_count / 4 * 3) {
        grow_slots(vocabulary);
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
    for (uint32_t i = vocabulary->slots[list].first; i != 0; i = vocabulary->forms[i - 1].next) {
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
    for (uint32_t i = vocabulary->slots[list].first; i != 0; i = vocabulary->forms[i - 1].next) {
        const tl_posting *posting = &vocabulary->forms[i - 1].posting;
        if (posting->kinds & TL_POSTING_JOINED && posting->cells == which) {
            return posting->word;
        }
    }
    uint32_t word = push_word(vocabulary, list, hash, TL_POSTING_JOINED);
    vocabulary->forms[vocabulary->form_count - 1].posting.cells = (uint16_t)which;
    return word;
}

/* A form about to be added, NUL-terminated in lower case: its capitals are those of the term that
 * it stands in. */
typedef struct fresh_form {
    uint64_t hash;
    size_t length; /* without the NUL */
    char text[LONGEST_FORM * 2];
} fresh_form;

static void
read_letters(fresh_form *fresh, tl_str surface)
{
    char key[LONGEST_FORM * 3];
    fresh->hash = tl_words_hash((tl_str){key, tl_words_key(surface, key)});
    fresh->length = 0;
    for (size_t at = 0; at < surface.len;) {
        uint32_t lower = tl_letter_lower(tl_utf8_next(surface, &at));
        fresh->length += tl_utf8_encode(lower, fresh->text + fresh->length);
    }
}

enum { SMALL_A = 0x430, SMALL_YE = 0x435, SMALL_RU_ER = 0x440, SMALL_YO = 0x451 };

/* Reads one of the letters that most words are made of, whose key is its lower case, but for ё; it
 * is written to `out` in lower case, and *letter is that of the key. Returns its bytes, as many as
 * are written; 0 if it is none of them. */
static size_t
read_plain_letter(tl_str surface, size_t at, char *out, uint32_t *letter)
{
    unsigned char first = (unsigned char)surface.ptr[at];
    if (first < 0x80) {
        *letter = first | 0x20u;
        out[0] = (char)*letter;
        return *letter >= 'a' && *letter <= 'z' ? 1 : 0;
    }
    if (first != 0xD0 && first != 0xD1) {
        return 0;
    }
    uint32_t c = (first & 0x1Fu) << 6 | ((unsigned char)surface.ptr[at + 1] & 0x3Fu);
    bool is_yo = c == SMALL_YO || c == SMALL_YO - 0x50;
    uint32_t lower = is_yo ? SMALL_YO : c < SMALL_A ? c + 0x20 : c;
    out[0] = lower < SMALL_RU_ER ? '\xD0' : '\xD1';
    out[1] = (char)(0x80u | (lower & 0x3Fu));
    *letter = is_yo ? SMALL_YE : lower;
    return is_yo || (c >= SMALL_A - 0x20 && c < SMALL_A + 0x20) ? 2 : 0;
}

/* Reads a form, no longer than LONGEST_FORM - 1 bytes. */
static void
read_form(const tl_vocabulary *vocabulary, fresh_form *fresh, tl_str surface)
{
    uint64_t hash = 0;
    for (size_t at = 0, bytes; at < surface.len; at += bytes) {
        uint32_t letter = 0;
        bytes = read_plain_letter(surface, at, fresh->text + at, &letter);
        if (bytes == 0) {
            read_letters(fresh, surface);
            fresh->text[fresh->length] = '\0';
            return;
        }
        hash = hash * vocabulary->multiplier + letter;
    }
    fresh->hash = hash;
    fresh->length = surface.len;
    fresh->text[surface.len] = '\0';
}

static uint32_t
keep_surface(tl_vocabulary *vocabulary, const fresh_form *fresh)
{
    size_t begin = vocabulary->surfaces_length, size = fresh->length + 1;
    if (begin + size > UINT32_MAX) {
        tl_out_of_memory();
    }
    vocabulary->surfaces =
        tl_array_reserve(vocabulary->surfaces, &vocabulary->surfaces_capacity, begin + size, 1);
    memcpy(vocabulary->surfaces + begin, fresh->text, size);
    vocabulary->surfaces_length = begin + size;
    return (uint32_t)begin;
}

/* The posting is complete but for its surface. */
static void
add_fresh(tl_vocabulary *vocabulary, const fresh_form *fresh, tl_posting posting)
{
    size_t list = find_list(vocabulary, fresh->hash);
    for (uint32_t i = vocabulary->slots[list].first; i != 0; i = vocabulary->forms[i - 1].next) {
        tl_posting *known = &vocabulary->forms[i - 1].posting;
        if (known->word == posting.word &&
            strcmp(vocabulary->surfaces + known->surface, fresh->text) == 0) {
            known->cells |= posting.cells;
            known->kinds |= posting.kinds;
            return;
        }
    }
    posting.surface = keep_surface(vocabulary, fresh);
    push_form(vocabulary, list, fresh->hash, posting);
}

void
tl_vocabulary_add_form(tl_vocabulary *vocabulary, uint32_t word, tl_str surface, uint16_t cells,
                       uint16_t kind)
{
    fresh_form fresh;
    if (surface.len < LONGEST_FORM) {
        read_form(vocabulary, &fresh, surface);
        add_fresh(vocabulary, &fresh, (tl_posting){.word = word, .cells = cells, .kinds = kind});
    }
}

/* Asks for what the slots of some forms name, which are there by now: a form and its text, perhaps
 * of another hash. */
static void
prefetch_lists(const tl_vocabulary *vocabulary, const fresh_form *fresh, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        uint64_t spread = tl_filter_spread(fresh[i].hash);
        prefetch_form(vocabulary, vocabulary->slots[spread >> vocabulary->shift].first);
    }
    for (size_t i = 0; i < count; i++) {
        uint64_t spread = tl_filter_spread(fresh[i].hash);
        prefetch_surface(vocabulary, vocabulary->slots[spread >> vocabulary->shift].first);
    }
}

/* In a large vocabulary every look at a list waits for memory. So the lists of several forms are
 * asked for before the first is looked at. */
void
tl_vocabulary_add_forms(tl_vocabulary *vocabulary, uint32_t word,
                        const tl_inflected_word *inflected, uint16_t kind)
{
    enum { BATCH = 16 };
    fresh_form fresh[BATCH];
    const tl_form *forms[BATCH];
    for (size_t i = 1, count; i < inflected->count;) {
        for (count = 0; count < BATCH && i < inflected->count; i++) {
            tl_str text = inflected->forms[i].text;
            if (text.len < LONGEST_FORM && !tl_str_equal(text, inflected->forms[0].text)) {
                read_form(vocabulary, &fresh[count], text);
                tl_vocabulary_prefetch(vocabulary, fresh[count].hash);
                forms[count++] = &inflected->forms[i];
            }
        }
        prefetch_lists(vocabulary, fresh, count);
        for (size_t k = 0; k < count; k++) {
            add_fresh(vocabulary, &fresh[k],
                      (tl_posting){.word = word, .cells = forms[k]->cells, .kinds = kind});
        }
    }
}

uint32_t
tl_vocabulary_word_count(const tl_vocabulary *vocabulary)
{
    return vocabulary->word_count;
}

static bool
comes_before(const tl_posting *a, const tl_posting *b)
{
    return a->word != b->word ? a->word < b->word : a->surface < b->surface;
}

/* Lays out the postings of the list that begins with form `first`, in order; the list is short. */
static void
lay_out(tl_vocabulary *vocabulary, uint32_t first, const bool *begins)
{
    size_t begin = vocabulary->posting_count;
    bool may_begin = false;
    for (uint32_t i = first; i != 0; i = vocabulary->forms[i - 1].next) {
        const tl_posting *posting = &vocabulary->forms[i - 1].posting;
        size_t at = vocabulary->posting_count++;
        for (; at > begin && comes_before(posting, &vocabulary->postings[at - 1]); at--) {
            vocabulary->postings[at] = vocabulary->postings[at - 1];
        }
        vocabulary->postings[at] = *posting;
        may_begin = may_begin || begins[posting->word];
    }
    vocabulary->postings[begin].kinds |= may_begin ? TL_POSTING_BEGINS : 0;
    vocabulary->postings[vocabulary->posting_count - 1].kinds |= TL_POSTING_LAST;
}

/* Copies the forms of the postings from number `first` on, so that what stands side by side in the
 * one array does in the other. Words may have a form in common. */
static void
move_surfaces(tl_vocabulary *vocabulary, size_t first, char *to, size_t *length)
{
    for (size_t i = first; i < vocabulary->posting_count; i++) {
        tl_posting *posting = &vocabulary->postings[i];
        const char *from = vocabulary->surfaces + posting->surface;
        size_t size = strlen(from) + 1;
        bool is_same = i > first && posting[-1].surface > 0 && posting->surface > 0 &&
                       strcmp(to + posting[-1].surface, from) == 0;
        if (is_same) {
            posting->surface = posting[-1].surface;
        } else if (posting->surface > 0) {
            memcpy(to + *length, from, size);
            posting->surface = (uint32_t)*length;
            *length += size;
        }
    }
}

static uint32_t
first_of(const tl_vocabulary *vocabulary, size_t at)
{
    return at < vocabulary->slot_count ? vocabulary->slots[at].first : 0;
}

static void
lay_out_all(tl_vocabulary *vocabulary, const bool *begins)
{
    slot *slots = vocabulary->slots;
    char *surfaces = tl_alloc(vocabulary->surfaces_length);
    size_t length = 1;
    surfaces[0] = '\0';
    for (size_t at = 0; at < vocabulary->slot_count; at++) {
        prefetch_form(vocabulary, first_of(vocabulary, at + AHEAD));
        prefetch_surface(vocabulary, first_of(vocabulary, at + AHEAD / 2));
        if (slots[at].first != 0) {
            uint32_t first = slots[at].first;
            size_t begin = vocabulary->posting_count;
            tl_filter_add(&vocabulary->filter, vocabulary->forms[first - 1].hash);
            slots[at].first = (uint32_t)begin + 1;
            lay_out(vocabulary, first, begins);
            move_surfaces(vocabulary, begin, surfaces, &length);
        }
    }
    free(vocabulary->surfaces);
    vocabulary->surfaces = tl_realloc(surfaces, length, 1);
    vocabulary->surfaces_length = length;
}

void
tl_vocabulary_build(tl_vocabulary *vocabulary, const bool *begins)
{
    vocabulary->postings = tl_alloc_zero(vocabulary->form_count, sizeof *vocabulary->postings);
    tl_filter_init(&vocabulary->filter, vocabulary->list_count);
    lay_out_all(vocabulary, begins);
    free(vocabulary->forms);
    vocabulary->forms = NULL;
}

/* The postings under a hash, by what it is spread to. An image may have no free slot. */
static const tl_posting *
find_spread(const tl_vocabulary *vocabulary, uint64_t spread)
{
    size_t at = spread >> vocabulary->shift, left = vocabulary->slot_count;
    for (; vocabulary->slots[at].first != 0 && left > 0; at = next_slot(vocabulary, at), left--) {
        if (vocabulary->slots[at].tag == tag_of(spread)) {
            uint32_t first = vocabulary->slots[at].first - 1;
            return first < vocabulary->posting_count ? &vocabulary->postings[first] : NULL;
        }
    }
    return NULL;
}

const tl_posting *
tl_vocabulary_find(const tl_vocabulary *vocabulary, uint64_t hash)
{
    uint64_t spread = tl_filter_spread(hash);
    if (!tl_filter_has_bits(*tl_filter_block(&vocabulary->filter, spread), spread)) {
        return NULL;
    }
    return find_spread(vocabulary, spread);
}

/* A large vocabulary lies in memory that is slow to answer; so all questions are put before the
 * first answer is waited for: which block of the filter, which slot, which postings. */
void
tl_vocabulary_find_many(const tl_vocabulary *vocabulary, const uint64_t *hashes, size_t count,
                        const tl_posting **found)
{
    const tl_filter filter = vocabulary->filter;
    uint64_t spreads[TL_VOCABULARY_BATCH];
    size_t passed[TL_VOCABULARY_BATCH], passed_count = 0;
    for (size_t i = 0; i < count; i++) {
        spreads[i] = tl_filter_spread(hashes[i]);
        __builtin_prefetch(tl_filter_block(&filter, spreads[i]));
    }
    for (size_t i = 0; i < count; i++) {
        found[i] = NULL;
        passed[passed_count] = i;
        passed_count += tl_filter_has_bits(*tl_filter_block(&filter, spreads[i]), spreads[i]);
    }
    for (size_t i = 0; i < passed_count; i++) {
        __builtin_prefetch(&vocabulary->slots[spreads[passed[i]] >> vocabulary->shift]);
    }
    for (size_t i = 0; i < passed_count; i++) {
        found[passed[i]] = find_spread(vocabulary, spreads[passed[i]]);
        __builtin_prefetch(found[passed[i]]);
    }
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

const tl_posting *
tl_vocabulary_postings(const tl_vocabulary *vocabulary, size_t *count)
{
    *count = vocabulary->posting_count;
    return vocabulary->postings;
}

tl_str
tl_vocabulary_surface(const tl_vocabulary *vocabulary, const tl_posting *posting)
{
    bool is_there = posting->surface < vocabulary->surfaces_length;
    return is_there ? tl_str_from(vocabulary->surfaces + posting->surface) : TL_STR("");
}
