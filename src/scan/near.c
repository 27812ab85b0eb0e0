/* SPDX-License-Identifier: MPL-2.0 */
/* Files the words that a typo may be made in: those of good forms, long enough and no acronyms, as
 * they are and inflected, and the family names that have no Latin form but the romanized one. Which
 * pattern a word belongs to is not known here: the trie tells. */
#include "scan/near.h"

#include "base/alloc.h"
#include "base/array.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "scan/index.h"
#include "text/compare.h"
#include "text/key.h"
#include "text/script.h"
#include "text/typo.h"
#include "text/words.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

enum { LONGEST_WORD = 256 };

/* A family name that no pattern has. */
typedef struct romanized_name {
    uint32_t person;     /* its number */
    uint32_t at, length; /* of `texts` */
} romanized_name;

struct tl_near_forms {
    const tl_index *index;
    pthread_mutex_t lock;     /* held while the forms are filed */
    tl_near_index *spellings; /* NULL: they are not yet */
    tl_near_beside *beside;
    const tl_posting *postings; /* all of the vocabulary */
    size_t posting_count;       /* ids below are of postings, from there on of names */
    romanized_name *names;
    size_t name_count, name_capacity;
    tl_buf texts;
    bool is_mapped; /* names and texts are an image's */
};

static const tl_image_part parts[] = {
    TL_IMAGE_ARRAY("rom.name", tl_near_forms, names, name_count),
    TL_IMAGE_ARRAY("rom.text", tl_near_forms, texts.ptr, texts.len),
};

enum { PARTS = sizeof parts / sizeof *parts };

tl_near_forms *
tl_near_forms_new(const tl_index *index)
{
    tl_near_forms *forms = tl_alloc_zero(1, sizeof *forms);
    forms->index = index;
    pthread_mutex_init(&forms->lock, NULL);
    return forms;
}

void
tl_near_forms_save(const tl_near_forms *forms, tl_image_writer *writer)
{
    tl_near_index_save(forms->spellings, writer);
    tl_near_beside_save(forms->beside, writer);
    tl_image_add_parts(writer, parts, PARTS, forms);
}

tl_near_forms *
tl_near_forms_open(const tl_index *index, const tl_image *image)
{
    tl_near_forms *forms = tl_near_forms_new(index);
    forms->is_mapped = true;
    forms->spellings = tl_near_index_open(image);
    forms->beside = tl_near_beside_open(image);
    forms->postings = tl_vocabulary_postings(index->patterns.vocabulary, &forms->posting_count);
    if (!tl_image_find_parts(image, parts, PARTS, forms) || forms->spellings == NULL ||
        forms->beside == NULL) {
        tl_near_forms_free(forms);
        return NULL;
    }
    return forms;
}

void
tl_near_forms_free(tl_near_forms *forms)
{
    if (forms) {
        pthread_mutex_destroy(&forms->lock);
        tl_near_index_free(forms->spellings);
        tl_near_beside_free(forms->beside);
    }
    if (forms && !forms->is_mapped) {
        tl_buf_clear(&forms->texts);
        free(forms->names);
    }
    free(forms);
}

/* What is asked of each word of the vocabulary: the text of its base form as a pattern has it, and
 * the inflections that patterns accept. */
typedef struct asked_word {
    tl_str text;
    uint16_t kinds;
    bool is_alone; /* some pattern has no other word */
    tl_near_sketch sketch;
} asked_word;

static void
add_form(tl_near_forms *forms, tl_str text, size_t id, asked_word *asked)
{
    char bytes[LONGEST_WORD * 3];
    if (text.len <= LONGEST_WORD && id <= UINT32_MAX) {
        tl_str key = {bytes, tl_words_key(text, bytes)};
        tl_near_letters letters = tl_near_letters_of(key);
        tl_near_index_add(forms->spellings, key, letters, (uint32_t)id, asked->is_alone);
        tl_near_sketch_add(&asked->sketch, letters);
    }
}

/* An acronym is too short to be told by a letter or two, and a number is what it is. */
static bool
may_be_mistyped(tl_str word)
{
    size_t at = 0;
    bool has_small = false;
    while (at < word.len) {
        uint32_t letter = tl_utf8_next(word, &at);
        bool is_letter = tl_script_of(letter) != TL_SCRIPT_NONE;
        has_small = has_small || (is_letter && tl_letter_upper(letter) != letter);
        if (letter >= '0' && letter <= '9') {
            return false;
        }
    }
    return has_small;
}

static bool
is_wanted(const tl_pattern *pattern)
{
    return pattern->kind != TL_PATTERN_EXCEPT && tl_term_is_good(pattern->term);
}

static void
ask_for_pattern(const tl_pattern *pattern, asked_word *asked)
{
    for (uint32_t i = 0; i < pattern->count; i++) {
        const tl_pattern_word *word = &pattern->words[i];
        tl_str text = tl_str_at(pattern->text, word->range);
        asked[word->word].is_alone |= pattern->count == 1;
        if (asked[word->word].text.len || may_be_mistyped(text)) {
            asked[word->word].text = text;
            asked[word->word].kinds |= word->kinds;
        }
    }
}

/* Files the form if a pattern asks for it in one of its readings. */
static void
add_run(tl_near_forms *forms, tl_form_run run, asked_word *asked)
{
    const tl_vocabulary *vocabulary = forms->index->patterns.vocabulary;
    tl_str text = {NULL, 0};
    bool is_asked_for = false;
    for (uint32_t i = 0; i < run.count; i++) {
        is_asked_for = is_asked_for || (run.first[i].kinds & asked->kinds);
        tl_str surface = tl_vocabulary_surface(vocabulary, &run.first[i]);
        text = surface.len ? surface : text;
    }
    if (is_asked_for) {
        add_form(forms, text.len ? text : asked->text, (size_t)(run.first - forms->postings),
                 asked);
    }
}

/* Notes which words stand beside which. */
static void
add_pairs(tl_near_forms *forms, const asked_word *asked, size_t words)
{
    const tl_pattern_set *set = &forms->index->patterns;
    tl_near_sketch *sketches = tl_alloc_zero(words, sizeof *sketches);
    tl_near_pair *pairs = NULL;
    size_t count = 0, capacity = 0;
    for (size_t i = 0; i < words; i++) {
        sketches[i] = asked[i].sketch;
    }
    for (size_t i = 0; i < set->count; i++) {
        const tl_pattern *pattern = tl_pattern_at(set, (uint32_t)i);
        for (uint32_t k = 1; is_wanted(pattern) && k < pattern->count; k++) {
            pairs = tl_array_reserve(pairs, &capacity, count + 1, sizeof *pairs);
            pairs[count++] = (tl_near_pair){.first = pattern->words[k - 1].word,
                                            .second = pattern->words[k].word};
        }
    }
    forms->beside = tl_near_beside_new(pairs, count, sketches, words);
    free(pairs);
    free(sketches);
}

static void
add_words(tl_near_forms *forms)
{
    const tl_pattern_set *set = &forms->index->patterns;
    const size_t words = tl_vocabulary_word_count(set->vocabulary);
    asked_word *asked = tl_alloc_zero(words, sizeof *asked);
    for (size_t i = 0; i < set->count; i++) {
        const tl_pattern *pattern = tl_pattern_at(set, (uint32_t)i);
        if (is_wanted(pattern)) {
            ask_for_pattern(pattern, asked);
        }
    }
    size_t cursor = 0, count;
    forms->postings = tl_vocabulary_postings(set->vocabulary, &forms->posting_count);
    for (const tl_posting *postings;
         (postings = tl_vocabulary_next(set->vocabulary, &cursor, &count)) != NULL;) {
        tl_form_run run = tl_form_run_first(postings);
        for (; run.first; run = tl_form_run_next(run)) {
            add_run(forms, run, &asked[run.first->word]);
        }
    }
    add_pairs(forms, asked, words);
    free(asked);
}

static bool
has_latin_name(const tl_concept *concept)
{
    for (size_t i = 0; i < concept->entry_count; i++) {
        const tl_entry *entry = &concept->entries[i];
        if (entry->name && entry->preferred &&
            tl_script_of_language(entry->language) == TL_SCRIPT_LATIN) {
            return true;
        }
    }
    return false;
}

static void
add_romanized_names(tl_near_forms *forms)
{
    tl_arena scratch = {0};
    for (size_t i = 0; i < forms->index->person_count; i++) {
        const tl_person *person = tl_index_person_at(forms->index, i);
        if (!has_latin_name(person->concept)) {
            tl_latin_name name =
                tl_index_latin_name(forms->index, person, (tl_str){NULL, 0}, &scratch);
            forms->names = tl_array_reserve(forms->names, &forms->name_capacity,
                                            forms->name_count + 1, sizeof *forms->names);
            asked_word asked = {.is_alone = true};
            add_form(forms, name.family, forms->posting_count + forms->name_count, &asked);
            forms->names[forms->name_count++] =
                (romanized_name){.person = (uint32_t)i,
                                 .at = (uint32_t)forms->texts.len,
                                 .length = (uint32_t)name.family.len};
            tl_buf_add(&forms->texts, name.family);
        }
        tl_arena_reset(&scratch);
    }
    tl_arena_clear(&scratch);
}

void
tl_near_forms_prepare(tl_near_forms *forms)
{
    pthread_mutex_lock(&forms->lock);
    if (forms->spellings == NULL) {
        forms->spellings = tl_near_index_new();
        add_words(forms);
        add_romanized_names(forms);
        tl_near_index_build(forms->spellings);
    }
    pthread_mutex_unlock(&forms->lock);
}

static int
compare_words(const void *left, const void *right)
{
    const tl_near_word *a = left, *b = right;
    if (a->edits != b->edits) {
        return a->edits < b->edits ? -1 : 1;
    }
    if (a->cost != b->cost) {
        return a->cost < b->cost ? -1 : 1;
    }
    int order = tl_str_compare(a->key, b->key);
    return order ? order : (a->forms.first > b->forms.first) - (a->forms.first < b->forms.first);
}

/* What a match was filed for. */
static tl_near_word
word_of_match(const tl_near_forms *forms, const tl_near_match *match, uint32_t cost)
{
    tl_near_word word = {.key = match->key, .edits = match->edits, .cost = cost};
    if (match->id < forms->posting_count) {
        word.forms = tl_form_run_first(&forms->postings[match->id]);
    } else if (match->id - forms->posting_count < forms->name_count) {
        const romanized_name *name = &forms->names[match->id - forms->posting_count];
        word.person = tl_index_person_at(forms->index, name->person);
        word.name =
            tl_str_slice(tl_buf_str(&forms->texts), name->at, (size_t)name->at + name->length);
    }
    return word;
}

const tl_near_beside *
tl_near_forms_beside(const tl_near_forms *forms)
{
    return forms->beside;
}

bool
tl_near_forms_may_have_alone(const tl_near_forms *forms, tl_str text, const tl_word *word)
{
    const tl_str bytes = tl_str_at(text, word->range);
    if (!(word->flags & TL_WORD_PLAIN)) {
        tl_key key;
        return tl_near_index_may_have_alone(forms->spellings, tl_key_of(bytes, &key));
    }
    tl_beginning beginning = {.length = 0};
    beginning.length = tl_words_plain_letters(bytes, beginning.letters, TL_BEGINNING);
    tl_beginning_hash(&beginning);
    return tl_near_index_may_begin_alone(forms->spellings, &beginning, word->length);
}

size_t
tl_near_forms_find(const tl_near_forms *forms, tl_str key, tl_near_word words[TL_NEAR_MAX_WORDS])
{
    enum { MAX_MATCHES = 64 };
    tl_near_match matches[MAX_MATCHES];
    tl_near_word found[MAX_MATCHES];
    size_t matched = tl_near_index_find(forms->spellings, key, matches, MAX_MATCHES), count = 0;
    for (size_t i = 0; i < matched; i++) {
        uint32_t cost;
        if (tl_typo_weigh(key, matches[i].key, matches[i].edits, &cost)) {
            found[count] = word_of_match(forms, &matches[i], cost);
            count += found[count].forms.first || found[count].person; /* unless it is broken */
        }
    }
    if (count > 1) {
        qsort(found, count, sizeof found[0], compare_words);
    }
    count = count < TL_NEAR_MAX_WORDS ? count : TL_NEAR_MAX_WORDS;
    memcpy(words, found, count * sizeof found[0]);
    return count;
}
