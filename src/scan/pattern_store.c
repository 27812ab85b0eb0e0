/* SPDX-License-Identifier: MPL-2.0 */
/* Patterns in an image: made when they are first asked for, from rows that are checked then. The
 * items are all there, as room that no page is behind until it is written to, each with a flag that
 * says that it is made. */
#include "scan/pattern.h"

#include "base/alloc.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

typedef struct pattern_row {
    uint32_t term;  /* its number */
    uint32_t words; /* the first of its words */
    uint16_t language, count;
    uint16_t except; /* of a context: which of the term's */
    uint8_t kind;
    uint8_t unused;
} pattern_row;

/* The beginning of a tag that is longer would not be told from another: none is. */
typedef struct language_row {
    char tag[64];
} language_row;

struct tl_pattern_store {
    const tl_termbase *termbase;
    pattern_row *rows;
    tl_pattern_word *words;
    language_row *languages;
    size_t row_count, word_count, language_count;
    pthread_mutex_t lock;
    atomic_uchar *is_made; /* by number; NULL until the store is open */
};

static const tl_image_part parts[] = {
    TL_IMAGE_ARRAY("pat.item", struct tl_pattern_store, rows, row_count),
    TL_IMAGE_ARRAY("pat.word", struct tl_pattern_store, words, word_count),
    TL_IMAGE_ARRAY("pat.lang", struct tl_pattern_store, languages, language_count),
};

enum { PARTS = sizeof parts / sizeof *parts, MOST_EXCEPTIONS = UINT16_MAX };

static uint16_t
exception_of(const tl_pattern *pattern)
{
    size_t i = 0;
    while (i < pattern->term->except_count && i < MOST_EXCEPTIONS &&
           pattern->term->except[i].ptr != pattern->text.ptr) {
        i++;
    }
    return (uint16_t)i;
}

void
tl_pattern_set_save(const tl_pattern_set *set, tl_image_writer *writer)
{
    struct tl_pattern_store s = {.row_count = set->count, .language_count = set->language_count};
    for (size_t i = 0; i < set->count; i++) {
        s.word_count += set->items[i].count;
    }
    s.rows = tl_arena_alloc(&writer->arena, s.row_count, sizeof *s.rows);
    s.words = tl_arena_alloc(&writer->arena, s.word_count, sizeof *s.words);
    s.languages = tl_arena_alloc(&writer->arena, s.language_count, sizeof *s.languages);
    uint32_t words = 0;
    for (size_t i = 0; i < set->count; i++) {
        const tl_pattern *pattern = &set->items[i];
        s.rows[i] = (pattern_row){.term = pattern->term->number,
                                  .words = words,
                                  .language = pattern->language,
                                  .count = pattern->count,
                                  .except = exception_of(pattern),
                                  .kind = (uint8_t)pattern->kind};
        memcpy(s.words + words, pattern->words, pattern->count * sizeof *s.words);
        words += pattern->count;
    }
    for (size_t i = 0; i < set->language_count; i++) {
        tl_str tag = set->languages[i].tag;
        size_t most = sizeof s.languages[i].tag - 1;
        memcpy(s.languages[i].tag, tag.ptr, tag.len < most ? tag.len : most);
    }
    tl_image_add_parts(writer, parts, PARTS, &s);
    tl_vocabulary_save(set->vocabulary, writer);
    tl_trie_save(set->trie, writer);
}

static bool
open_languages(tl_pattern_set *set)
{
    const struct tl_pattern_store *store = set->store;
    set->languages = tl_alloc_zero(store->language_count, sizeof *set->languages);
    set->language_count = store->language_count;
    for (size_t i = 0; i < store->language_count; i++) {
        const char *tag = store->languages[i].tag;
        if (memchr(tag, '\0', sizeof store->languages[i].tag) == NULL) {
            return false;
        }
        set->languages[i] = (tl_pattern_language){
            .tag = tl_str_from(tag),
            .primary = tl_language_primary(tl_str_from(tag)),
            .script = tl_script_of_language(tl_str_from(tag)),
        };
    }
    return true;
}

bool
tl_pattern_set_open(tl_pattern_set *set, const tl_termbase *termbase, const tl_image *image)
{
    *set = (tl_pattern_set){.vocabulary = tl_vocabulary_open(image), .trie = tl_trie_open(image)};
    set->store = tl_alloc_zero(1, sizeof *set->store);
    set->store->termbase = termbase;
    pthread_mutex_init(&set->store->lock, NULL);
    if (set->vocabulary == NULL || set->trie == NULL ||
        !tl_image_find_parts(image, parts, PARTS, set->store) || !open_languages(set)) {
        return false;
    }
    set->count = set->store->row_count;
    set->items = tl_alloc_zero(set->count, sizeof *set->items);
    set->store->is_made = tl_alloc_zero(set->count, sizeof *set->store->is_made);
    return true;
}

void
tl_pattern_store_free(tl_pattern_set *set)
{
    if (set->store) {
        pthread_mutex_destroy(&set->store->lock);
        free(set->store->is_made);
        free(set->store);
    }
}

/* The words of a pattern lie one behind the other in its text. */
static bool
are_words_sound(const tl_pattern *pattern)
{
    size_t end = 0;
    for (uint32_t i = 0; i < pattern->count; i++) {
        const tl_pattern_word *word = &pattern->words[i];
        if (word->range.begin < end || word->range.end <= word->range.begin ||
            word->range.end > pattern->text.len - word->tail || word->tail > pattern->text.len ||
            word->gap > TL_GAP_PARAGRAPH) {
            return false;
        }
        end = word->range.end;
    }
    return true;
}

static bool
make(const tl_pattern_set *set, uint32_t number, tl_pattern *pattern)
{
    const struct tl_pattern_store *store = set->store;
    const pattern_row *row = &store->rows[number];
    bool is_within =
        row->kind <= TL_PATTERN_EXCEPT && row->language < set->language_count && row->count > 0 &&
        row->count <= TL_PATTERN_MAX_WORDS && row->words <= store->word_count &&
        row->count <= store->word_count - row->words && row->term < store->termbase->term_count;
    const tl_term *term = is_within ? tl_termbase_term(store->termbase, row->term) : NULL;
    if (term == NULL) {
        return false;
    }
    *pattern = (tl_pattern){.kind = (tl_pattern_kind)row->kind,
                            .language = row->language,
                            .count = row->count,
                            .term = term,
                            .text = tl_pattern_text((tl_pattern_kind)row->kind, term, row->except),
                            .words = &store->words[row->words]};
    return are_words_sound(pattern);
}

/* Items are written under the lock only, and read only when their flag says that they are. */
const tl_pattern *
tl_pattern_store_at(const tl_pattern_set *set, uint32_t number)
{
    if (number >= set->count) {
        return NULL;
    }
    atomic_uchar *is_made = &set->store->is_made[number];
    if (atomic_load_explicit(is_made, memory_order_acquire)) {
        return &set->items[number];
    }
    tl_pattern made;
    pthread_mutex_lock(&set->store->lock);
    bool ok = make(set, number, &made);
    if (ok && !atomic_load_explicit(is_made, memory_order_relaxed)) {
        set->items[number] = made;
        atomic_store_explicit(is_made, 1, memory_order_release);
    }
    pthread_mutex_unlock(&set->store->lock);
    return ok ? &set->items[number] : NULL;
}
