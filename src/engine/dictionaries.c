/* SPDX-License-Identifier: MPL-2.0 */
/* Loads and asks dictionaries. A language may have several, en_US and en_GB: a word that any of
 * them has is known, and the next is only opened for a word that those before have not. All state
 * is under one lock; answers are kept, since the words asked for recur, also from run to run. What
 * is asked depends on the documents alone, so the notes do not depend on the number of threads. */
#include "engine/dictionaries.h"

#include "base/alloc.h"
#include "base/array.h"
#include "base/hash.h"
#include "base/map.h"
#include "engine/answers.h"
#include "engine/dictionary_places.h"

#include <pthread.h>
#include <stdlib.h>

enum { MAX_DICTIONARIES = 4, MAX_ANSWERS = 1 << 16 };

static const tl_question questions[] = {TL_QUESTION_IN_ANY_CAPITALS, TL_QUESTION_AS_WRITTEN};

/* The dictionaries of one language. */
typedef struct dictionary_shelf {
    tl_str language;
    tl_dictionary_place places[MAX_DICTIONARIES]; /* the first to be asked first */
    size_t place_count;
    size_t tried; /* places that have been opened, or cannot be */
    tl_dictionary *opened[MAX_DICTIONARIES];
    size_t opened_count;
    tl_buf failures; /* why some cannot be */
    tl_arena words;
    tl_map answers[2]; /* in any capitals, as written: word → a tl_known in `words` */
    tl_map stems;      /* word → its tl_stems in `stem_words`, which are never forgotten */
    tl_arena stem_words;
    tl_buf key;       /* what tells the dictionaries from all others; empty: nothing is kept */
    tl_answers *kept; /* by them in earlier runs, or NULL */
} dictionary_shelf;

struct tl_dictionaries {
    pthread_mutex_t lock;
    tl_arena arena;
    const char *folder;         /* where answers are kept; NULL: nowhere */
    dictionary_shelf **shelves; /* owned array, in order of language */
    size_t count, capacity;
    unsigned users;
};

tl_dictionaries *
tl_dictionaries_new(void)
{
    tl_dictionaries *dictionaries = tl_alloc_zero(1, sizeof *dictionaries);
    pthread_mutex_init(&dictionaries->lock, NULL);
    dictionaries->users = 1;
    return dictionaries;
}

tl_dictionaries *
tl_dictionaries_share(tl_dictionaries *dictionaries)
{
    dictionaries->users++;
    return dictionaries;
}

static void
forget_answers(dictionary_shelf *shelf)
{
    tl_map_clear(&shelf->answers[0]);
    tl_map_clear(&shelf->answers[1]);
    tl_arena_clear(&shelf->words);
}

static void
free_shelf(dictionary_shelf *shelf)
{
    for (size_t i = 0; i < shelf->opened_count; i++) {
        tl_dictionary_free(shelf->opened[i]);
    }
    forget_answers(shelf);
    tl_map_clear(&shelf->stems);
    tl_arena_clear(&shelf->stem_words);
    tl_buf_clear(&shelf->failures);
    tl_answers_free(shelf->kept);
    tl_buf_clear(&shelf->key);
    free(shelf);
}

void
tl_dictionaries_release(tl_dictionaries *dictionaries)
{
    if (dictionaries == NULL || --dictionaries->users > 0) {
        return;
    }
    for (size_t i = 0; i < dictionaries->count; i++) {
        free_shelf(dictionaries->shelves[i]);
    }
    free(dictionaries->shelves);
    tl_arena_clear(&dictionaries->arena);
    pthread_mutex_destroy(&dictionaries->lock);
    free(dictionaries);
}

/* The name of the file in which the answers of a shelf are kept. */
static const char *
name_of_answers(tl_dictionaries *dictionaries, const dictionary_shelf *shelf)
{
    uint64_t hash = tl_hash_bytes(shelf->language);
    for (size_t i = 0; i < shelf->place_count; i++) {
        hash = tl_hash_pair(hash, tl_hash_bytes(shelf->places[i].words));
    }
    return tl_arena_format(&dictionaries->arena, "%.*s-%016llx.words", TL_STR_ARGS(shelf->language),
                           (unsigned long long)hash)
        .ptr;
}

/* Takes what the dictionaries said in earlier runs, if they can be told to be the same. */
static void
open_kept(tl_dictionaries *dictionaries, dictionary_shelf *shelf)
{
    bool is_told = dictionaries->folder && shelf->place_count > 0;
    for (size_t i = 0; i < shelf->place_count && is_told; i++) {
        is_told = tl_answers_add_file(&shelf->key, shelf->places[i].affixes.ptr) &&
                  tl_answers_add_file(&shelf->key, shelf->places[i].words.ptr);
    }
    if (is_told) {
        shelf->kept = tl_answers_open(dictionaries->folder, name_of_answers(dictionaries, shelf),
                                      tl_buf_str(&shelf->key));
    } else {
        tl_buf_clear(&shelf->key);
    }
}

static dictionary_shelf *
add_shelf(tl_dictionaries *dictionaries, tl_str name, size_t at)
{
    dictionary_shelf *added = tl_alloc_zero(1, sizeof *added);
    added->language = tl_arena_copy(&dictionaries->arena, name);
    added->place_count = tl_dictionary_places_find(added->language, &dictionaries->arena,
                                                   added->places, MAX_DICTIONARIES);
    open_kept(dictionaries, added);
    dictionaries->shelves =
        tl_array_reserve(dictionaries->shelves, &dictionaries->capacity, dictionaries->count + 1,
                         sizeof *dictionaries->shelves);
    for (size_t i = dictionaries->count++; i > at; i--) {
        dictionaries->shelves[i] = dictionaries->shelves[i - 1];
    }
    dictionaries->shelves[at] = added;
    return added;
}

static dictionary_shelf *
find_shelf(tl_dictionaries *dictionaries, tl_str name)
{
    size_t at = 0;
    while (at < dictionaries->count &&
           tl_str_compare(dictionaries->shelves[at]->language, name) < 0) {
        at++;
    }
    bool is_there =
        at < dictionaries->count && tl_str_equal(dictionaries->shelves[at]->language, name);
    return is_there ? dictionaries->shelves[at] : add_shelf(dictionaries, name, at);
}

/* Opens the next dictionary that can be used; false if there is none. */
static bool
open_next(dictionary_shelf *shelf)
{
    while (shelf->tried < shelf->place_count) {
        const tl_dictionary_place *place = &shelf->places[shelf->tried++];
        tl_error error = {0};
        tl_dictionary *opened = tl_dictionary_open(place->affixes.ptr, place->words.ptr, &error);
        if (opened) {
            shelf->opened[shelf->opened_count++] = opened;
            return true;
        }
        tl_buf_add_cstr(&shelf->failures, shelf->failures.len ? "; " : "");
        tl_buf_add_cstr(&shelf->failures, error.message);
        tl_error_clear(&error);
    }
    return false;
}

static tl_known
ask_all(dictionary_shelf *shelf, tl_str word, bool as_written)
{
    tl_known known = TL_KNOWN_UNTOLD;
    for (size_t i = 0; i < shelf->opened_count || open_next(shelf); i++) {
        tl_known told = tl_dictionary_knows(shelf->opened[i], word, as_written);
        known = told > known ? told : known;
        if (known == TL_KNOWN_YES) {
            break;
        }
    }
    return known;
}

static tl_known
answer(dictionary_shelf *shelf, tl_str word, bool as_written)
{
    tl_map *answers = &shelf->answers[as_written];
    const tl_known *kept = tl_map_get(answers, word);
    if (kept) {
        return *kept;
    }
    if (answers->count >= MAX_ANSWERS) {
        forget_answers(shelf);
    }
    tl_answer asked = {.question = questions[as_written], .word = word};
    tl_known *known = tl_arena_alloc(&shelf->words, 1, sizeof *known);
    *known = shelf->kept && tl_answers_find(shelf->kept, &asked) ? asked.known
                                                                 : ask_all(shelf, word, as_written);
    tl_map_add(answers, tl_arena_copy(&shelf->words, word), known);
    return *known;
}

tl_known
tl_dictionaries_ask(tl_dictionaries *dictionaries, tl_str language, tl_str word, bool as_written)
{
    pthread_mutex_lock(&dictionaries->lock);
    tl_known known = answer(find_shelf(dictionaries, language), word, as_written);
    pthread_mutex_unlock(&dictionaries->lock);
    return known;
}

static void
unite(tl_stems *all, const tl_stems *more)
{
    for (size_t i = 0; i < more->count && all->count < TL_STEMS_MAX; i++) {
        all->items[all->count++] = more->items[i];
    }
}

static tl_stems
stems_of_all(dictionary_shelf *shelf, tl_str word)
{
    tl_stems all = {.count = 0};
    for (size_t i = 0; i < shelf->opened_count || open_next(shelf); i++) {
        tl_stems found = tl_dictionary_stems(shelf->opened[i], word, &shelf->stem_words);
        unite(&all, &found);
    }
    return all;
}

static const tl_stems *
find_stems(dictionary_shelf *shelf, tl_str word)
{
    tl_stems *stems = tl_map_get(&shelf->stems, word);
    if (stems == NULL) {
        tl_answer asked = {.question = TL_QUESTION_STEMS, .word = word};
        stems = tl_arena_alloc(&shelf->stem_words, 1, sizeof *stems);
        *stems = shelf->kept && tl_answers_find(shelf->kept, &asked) ? asked.stems
                                                                     : stems_of_all(shelf, word);
        tl_map_add(&shelf->stems, tl_arena_copy(&shelf->stem_words, word), stems);
    }
    return stems;
}

tl_stems
tl_dictionaries_stems(tl_dictionaries *dictionaries, tl_str language, tl_str word)
{
    pthread_mutex_lock(&dictionaries->lock);
    tl_stems stems = *find_stems(find_shelf(dictionaries, language), word);
    pthread_mutex_unlock(&dictionaries->lock);
    return stems;
}

tl_stems
tl_dictionaries_offers(tl_dictionaries *dictionaries, tl_str language, tl_str word, tl_arena *arena)
{
    tl_stems offers = {.count = 0};
    pthread_mutex_lock(&dictionaries->lock);
    dictionary_shelf *shelf = find_shelf(dictionaries, language);
    if (shelf->opened_count || open_next(shelf)) {
        offers = tl_dictionary_offers(shelf->opened[0], word, arena);
    }
    pthread_mutex_unlock(&dictionaries->lock);
    return offers;
}

/* -- for those who do not know them ----------------------------------------------------------- */

static tl_known
ask_them(void *dictionaries, tl_str language, tl_str word, bool as_written)
{
    return tl_dictionaries_ask(dictionaries, language, word, as_written);
}

static tl_stems
ask_them_for_stems(void *dictionaries, tl_str language, tl_str word)
{
    return tl_dictionaries_stems(dictionaries, language, word);
}

static tl_stems
ask_them_for_offers(void *dictionaries, tl_str language, tl_str word, tl_arena *arena)
{
    return tl_dictionaries_offers(dictionaries, language, word, arena);
}

tl_speller
tl_dictionaries_speller(tl_dictionaries *dictionaries)
{
    return (tl_speller){ask_them, ask_them_for_stems, ask_them_for_offers, dictionaries};
}

/* -- from run to run -------------------------------------------------------------------------- */

void
tl_dictionaries_keep_in(tl_dictionaries *dictionaries, const char *folder)
{
    dictionaries->folder = folder;
}

static void
list_answers(const dictionary_shelf *shelf, tl_answer_list *list)
{
    for (size_t q = 0; q < sizeof questions / sizeof *questions; q++) {
        for (size_t i = 0; i < shelf->answers[q].count; i++) {
            const tl_map_entry *entry = &shelf->answers[q].entries[i];
            const tl_answer answer = {.question = questions[q],
                                      .word = entry->key,
                                      .known = *(const tl_known *)entry->value};
            tl_answer_list_add(list, &answer);
        }
    }
    for (size_t i = 0; i < shelf->stems.count; i++) {
        const tl_map_entry *entry = &shelf->stems.entries[i];
        const tl_answer answer = {.question = TL_QUESTION_STEMS,
                                  .word = entry->key,
                                  .stems = *(const tl_stems *)entry->value};
        tl_answer_list_add(list, &answer);
    }
    if (shelf->kept) {
        tl_answer_list_add_all(list, shelf->kept);
    }
}

void
tl_dictionaries_keep(tl_dictionaries *dictionaries)
{
    for (size_t i = 0; i < dictionaries->count; i++) {
        const dictionary_shelf *shelf = dictionaries->shelves[i];
        if (shelf->key.len && shelf->opened_count && shelf->failures.len == 0) {
            tl_answer_list list = {0};
            list_answers(shelf, &list);
            tl_answer_list_write(&list, dictionaries->folder, name_of_answers(dictionaries, shelf),
                                 tl_buf_str(&shelf->key));
            tl_answer_list_clear(&list);
        }
    }
}

/* -- notes ------------------------------------------------------------------------------------ */

static tl_str
package_for(const dictionary_shelf *shelf, tl_arena *arena)
{
    bool is_english = tl_str_equal(shelf->language, TL_STR("en"));
    return tl_arena_format(arena, "hunspell-%.*s",
                           TL_STR_ARGS(is_english ? TL_STR("en-us") : shelf->language));
}

static tl_str
describe(const dictionary_shelf *shelf, tl_arena *arena)
{
    tl_str name = shelf->language, failures = tl_buf_str(&shelf->failures);
    if (shelf->opened_count) {
        return tl_arena_format(arena, "a Hunspell dictionary for %.*s is not used: %.*s",
                               TL_STR_ARGS(name), TL_STR_ARGS(failures));
    }
    tl_str reason = failures.len
                        ? tl_arena_format(arena, " can be used: %.*s", TL_STR_ARGS(failures))
                        : failures;
    tl_str package = package_for(shelf, arena);
    return tl_arena_format(arena,
                           "no Hunspell dictionary for %.*s%.*s; in single words of %.*s only "
                           "doubled and swapped letters are found, install %.*s",
                           TL_STR_ARGS(name), TL_STR_ARGS(reason), TL_STR_ARGS(name),
                           TL_STR_ARGS(package));
}

void
tl_dictionaries_each_note(tl_dictionaries *dictionaries,
                          void (*note)(void *context, const char *message), void *context)
{
    tl_arena arena = {0};
    pthread_mutex_lock(&dictionaries->lock);
    for (size_t i = 0; i < dictionaries->count; i++) {
        const dictionary_shelf *shelf = dictionaries->shelves[i];
        bool is_missing = shelf->opened_count == 0 && shelf->kept == NULL;
        if (is_missing || shelf->failures.len) {
            note(context, describe(shelf, &arena).ptr);
        }
    }
    pthread_mutex_unlock(&dictionaries->lock);
    tl_arena_clear(&arena);
}
