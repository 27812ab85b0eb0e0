/* SPDX-License-Identifier: MPL-2.0 */
/* Bodies and acronyms in the counts. Forms of one body have the same content words: their order,
 * "of", articles, possessives, plurals and British or American spelling may differ. An acronym
 * stands for the words that it was once put in brackets with, else for a body with its initials. */
#include "base/array.h"
#include "base/utf8.h"
#include "discover/find.h"
#include "discover/phrase_words.h"
#include "discover/phrases.h"
#include "scan/lists.h"
#include "text/key.h"

#include <stdlib.h>
#include <string.h>

enum {
    SCORE_EXPANSION = 900, /* in brackets */
    SCORE_VARIANTS = 800,
    SCORE_INITIALS = 600,
    SCORE_OTHER_VARIANTS = 400, /* of what no word tells to be a body */
    SCORE_BODY = 200,
    MOST_COUNTED = 99,
    LONGEST_KEY = 240,
    SHORTEST_ACRONYM = 3,
    FREQUENT = 3,
};

/* A part of a phrase that may be a body's name. */
typedef struct body {
    tl_str key; /* its content words, normal and in order */
    tl_str text;
    const tl_count *count;
} body;

typedef struct bodies {
    const tl_discovering *d;
    body *items; /* owned array */
    size_t count, capacity;
} bodies;

/* -- keys ------------------------------------------------------------------------------------- */

static bool
is_function_word(tl_str key)
{
    return tl_list_has(TL_LIST_FUNCTIONS, key);
}

/* The word as all its regular forms are written: singular, American, without a possessive. */
static tl_str
normal_word(tl_str key, char out[LONGEST_KEY])
{
    static const struct {
        tl_str british, american;
    } endings[] = {
        {TL_STR_INIT("isation"), TL_STR_INIT("ization")},
        {TL_STR_INIT("ise"), TL_STR_INIT("ize")},
        {TL_STR_INIT("our"), TL_STR_INIT("or")},
        {TL_STR_INIT("ence"), TL_STR_INIT("ense")},
        {TL_STR_INIT("tre"), TL_STR_INIT("ter")},
        {TL_STR_INIT("ogue"), TL_STR_INIT("og")},
        {TL_STR_INIT("amme"), TL_STR_INIT("am")},
    };
    size_t length = key.len < LONGEST_KEY - 8 ? key.len : LONGEST_KEY - 8;
    memcpy(out, key.ptr, length);
    tl_str word = {out, length};
    if (tl_str_ends_with(word, TL_STR("ies")) && length > 4) {
        memcpy(out + length - 3, "y", 1);
        word.len = length - 2;
    } else if (length > 3 && out[length - 1] == 's' && out[length - 2] != 's' &&
               out[length - 2] != 'u' && out[length - 2] != 'i') {
        word.len--;
    }
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        if (tl_str_ends_with(word, endings[i].british)) {
            size_t stem = word.len - endings[i].british.len;
            memcpy(out + stem, endings[i].american.ptr, endings[i].american.len);
            word.len = stem + endings[i].american.len;
        }
    }
    return word;
}

static int
compare_words(const void *left, const void *right)
{
    return tl_str_compare(*(const tl_str *)left, *(const tl_str *)right);
}

/* The content words of a text in byte order; empty if there is only one of them. */
static tl_str
key_of(tl_str text, tl_arena *arena)
{
    tl_phrase_words phrase;
    tl_str words[TL_PHRASE_WORDS * 2];
    size_t count = 0, room = sizeof words / sizeof *words, length = 0;
    for (size_t i = 0; tl_phrase_split(text, &phrase) && i < phrase.count; i++) {
        tl_str rest = phrase.words[i], part;
        while (count < room && tl_str_split(&rest, '-', &part)) {
            tl_key key;
            char normal[LONGEST_KEY];
            bool possessive = tl_str_ends_with(part, TL_STR("'s"));
            part.len -= possessive ? 2 : tl_str_ends_with(part, TL_STR("’s")) ? 4 : 0;
            tl_str folded = tl_key_of(part, &key);
            if (folded.len && !is_function_word(folded)) {
                words[count++] = tl_arena_copy(arena, normal_word(folded, normal));
            }
        }
    }
    if (count < 2) {
        return TL_STR("");
    }
    qsort(words, count, sizeof *words, compare_words);
    char *joined = tl_arena_alloc(arena, text.len * 2 + count + 16, 1);
    for (size_t i = 0; i < count; i++) {
        memcpy(joined + length, words[i].ptr, words[i].len);
        length += words[i].len;
        joined[length++] = ' ';
    }
    return (tl_str){joined, length};
}

/* -- parts of phrases ------------------------------------------------------------------------- */

static bool
is_acronym(tl_str word)
{
    tl_words words = {0};
    tl_words_find(&words, word);
    bool ok = words.count == 1 && (words.items[0].flags & TL_WORD_ALL_CAPS);
    tl_words_clear(&words);
    return ok;
}

/* False if the text has too few words to be a name. */
static bool
add_body(bodies *b, tl_str text, const tl_count *count)
{
    tl_str key = key_of(text, &b->d->candidates->arena);
    if (key.len) {
        b->items = tl_array_reserve(b->items, &b->capacity, b->count + 1, sizeof *b->items);
        b->items[b->count++] = (body){key, text, count};
    }
    return key.len > 0;
}

/* True for what no name of a body begins or ends with when it is told from its acronym: that, and
 * "of the" before it. */
static bool
is_margin(tl_str word)
{
    tl_key key;
    return is_acronym(word) || is_function_word(tl_key_of(word, &key));
}

/* Words [first, end), without acronyms at either end unless little is left then: of "CSTO Military
 * Committee" the last two words. */
static void
add_part(bodies *b, const tl_phrase_words *phrase, size_t first, size_t end, const tl_count *count)
{
    tl_str whole = tl_phrase_slice(phrase, first, end);
    while (first < end && is_margin(phrase->words[first])) {
        first++;
    }
    while (first < end && is_margin(phrase->words[end - 1])) {
        end--;
    }
    tl_str bare = tl_phrase_slice(phrase, first, end);
    if (bare.len && !add_body(b, bare, count)) {
        add_body(b, whole, count);
    }
}

static bool
is_of_the(const tl_phrase_words *phrase, size_t at)
{
    return at + 2 < phrase->count && tl_str_equal(phrase->words[at], TL_STR("of")) &&
           tl_str_equal(phrase->words[at + 1], TL_STR("the"));
}

/* The whole phrase, and what stands before, between and behind "of the". */
static void
read_phrase(bodies *b, const tl_count *count)
{
    tl_phrase_words phrase;
    if (!tl_phrase_split(count->text, &phrase)) {
        return;
    }
    tl_phrase_name name = tl_phrase_find_name(b->d->given, &phrase);
    if (name.end > name.first) {
        return;
    }
    size_t first = 0, parts = 1;
    for (size_t i = 1; i < phrase.count; i++) {
        if (is_of_the(&phrase, i)) {
            add_part(b, &phrase, first, i, count);
            first = i + 2;
            parts++;
        }
    }
    add_part(b, &phrase, first, phrase.count, count);
    if (parts == 2) {
        add_part(b, &phrase, 0, phrase.count, count);
    }
}

static int
compare_bodies(const void *left, const void *right)
{
    const body *a = left, *b = right;
    int order = tl_str_compare(a->key, b->key);
    order = order ? order : tl_str_compare(a->text, b->text);
    order = order ? order : (a->count->kind > b->count->kind) - (a->count->kind < b->count->kind);
    return order ? order : tl_str_compare(a->count->text, b->count->text);
}

/* -- candidates ------------------------------------------------------------------------------- */

static bool
differ_in_capitals(const tl_candidate *candidate)
{
    tl_key a, b;
    return tl_str_equal(tl_key_of(candidate->variants[0].text, &a),
                        tl_key_of(candidate->variants[1].text, &b));
}

/* True if the head of the name, the word before "of" or "for" or else the last, is one that bodies
 * have. */
static bool
is_headed_as_body(tl_str text)
{
    tl_phrase_words phrase;
    tl_key key;
    if (!tl_phrase_split(text, &phrase)) {
        return false;
    }
    size_t head = phrase.count - 1;
    for (size_t i = phrase.count; i-- > 1;) {
        head = is_function_word(tl_key_of(phrase.words[i], &key)) ? i - 1 : head;
    }
    return tl_list_has(TL_LIST_BODIES, tl_key_of(phrase.words[head], &key));
}

static uint32_t
score_of(const tl_candidate *candidate, uint64_t places)
{
    uint32_t counted = places < MOST_COUNTED ? (uint32_t)places : MOST_COUNTED;
    bool is_body = is_headed_as_body(candidate->variants[0].text);
    if (candidate->count > 1 && !differ_in_capitals(candidate)) {
        return (is_body ? SCORE_VARIANTS : SCORE_OTHER_VARIANTS) + counted;
    }
    return places >= FREQUENT && is_body ? SCORE_BODY + counted : 0;
}

/* The forms of one body; what says too little is taken back. */
static void
add_candidate(const bodies *b, size_t first, size_t end)
{
    tl_candidates *candidates = b->d->candidates;
    tl_candidate *candidate = tl_candidate_add(candidates, TL_CANDIDATE_BODY);
    uint64_t places = 0;
    for (size_t i = first; i < end; i++) {
        tl_candidate_count(candidates, candidate, b->items[i].text, b->items[i].count);
        places += b->items[i].count->places;
    }
    candidate->score = score_of(candidate, places);
    if (candidate->score == 0) {
        free(candidate->variants);
        candidates->count--;
    }
}

static void
add_candidates(const bodies *b)
{
    for (size_t begin = 0, end; begin < b->count; begin = end) {
        end = begin + 1;
        while (end < b->count && tl_str_equal(b->items[end].key, b->items[begin].key)) {
            end++;
        }
        add_candidate(b, begin, end);
    }
}

/* -- acronyms --------------------------------------------------------------------------------- */

/* The candidate of an acronym, a new one if there is none yet. Acronyms come in order. */
static tl_candidate *
acronym_candidate(tl_candidates *candidates, tl_str acronym)
{
    tl_candidate *last = candidates->count ? &candidates->items[candidates->count - 1] : NULL;
    if (last && last->kind == TL_CANDIDATE_ACRONYM && tl_str_equal(last->acronym, acronym)) {
        return last;
    }
    tl_candidate *added = tl_candidate_add(candidates, TL_CANDIDATE_ACRONYM);
    added->acronym = tl_arena_copy(&candidates->arena, acronym);
    return added;
}

static void
add_expansion(const bodies *b, const tl_count *count)
{
    size_t tab = tl_str_find_byte(count->text, '\t', 0);
    tl_str acronym = tl_str_slice(count->text, 0, tab);
    tl_str expansion = tl_str_slice(count->text, tab + 1, count->text.len);
    if (expansion.len && tl_is_expansion(acronym, expansion)) {
        tl_candidate *candidate = acronym_candidate(b->d->candidates, acronym);
        tl_candidate_count(b->d->candidates, candidate, expansion, count);
        uint64_t places = count->places < MOST_COUNTED ? count->places : MOST_COUNTED;
        candidate->score = SCORE_EXPANSION + (uint32_t)places;
    }
}

/* A body by the first letters of its words. */
typedef struct initials {
    tl_str letters; /* small */
    uint32_t body;
} initials;

typedef struct initials_list {
    initials *items; /* owned array */
    size_t count, capacity;
} initials_list;

static int
compare_initials(const void *left, const void *right)
{
    const initials *a = left, *b = right;
    int order = tl_str_compare(a->letters, b->letters);
    return order ? order : (a->body > b->body) - (a->body < b->body);
}

/* The first letters of all words, or of all but function words, in the arena. */
static tl_str
initials_of(tl_str text, bool all, tl_arena *arena)
{
    tl_phrase_words phrase;
    char letters[TL_PHRASE_WORDS * 2 * TL_UTF8_MAX];
    size_t length = 0;
    for (size_t i = 0; tl_phrase_split(text, &phrase) && i < phrase.count; i++) {
        tl_str rest = phrase.words[i], part;
        while (length + TL_UTF8_MAX <= sizeof letters && tl_str_split(&rest, '-', &part)) {
            tl_key key;
            size_t at = 0;
            tl_str folded = tl_key_of(part, &key);
            if (folded.len && (all || !is_function_word(folded))) {
                length += tl_utf8_encode(tl_utf8_next(folded, &at), letters + length);
            }
        }
    }
    return tl_arena_copy(arena, (tl_str){letters, length});
}

static void
add_initials(initials_list *list, const bodies *b, uint32_t number, bool all)
{
    tl_str letters = initials_of(b->items[number].text, all, &b->d->candidates->arena);
    list->items =
        tl_array_reserve(list->items, &list->capacity, list->count + 1, sizeof *list->items);
    list->items[list->count++] = (initials){letters, number};
}

static initials_list
list_initials(const bodies *b)
{
    initials_list list = {0};
    for (uint32_t i = 0; i < b->count; i++) {
        if (is_headed_as_body(b->items[i].text)) {
            add_initials(&list, b, i, false);
            add_initials(&list, b, i, true);
        }
    }
    if (list.count) {
        qsort(list.items, list.count, sizeof *list.items, compare_initials);
    }
    return list;
}

static size_t
first_initials(const initials_list *list, tl_str letters)
{
    size_t begin = 0, end = list->count;
    while (begin < end) {
        size_t middle = begin + (end - begin) / 2;
        if (tl_str_compare(list->items[middle].letters, letters) < 0) {
            begin = middle + 1;
        } else {
            end = middle;
        }
    }
    return begin;
}

/* The bodies whose initials an acronym is. */
static void
add_by_initials(const bodies *b, const initials_list *list, const tl_count *count)
{
    tl_candidate *candidate = NULL;
    tl_key key;
    tl_str letters = tl_key_of(count->text, &key);
    uint32_t last = UINT32_MAX;
    for (size_t i = first_initials(list, letters);
         i < list->count && tl_str_equal(list->items[i].letters, letters); i++) {
        const body *found = &b->items[list->items[i].body];
        if (list->items[i].body != last) {
            candidate = acronym_candidate(b->d->candidates, count->text);
            tl_candidate_count(b->d->candidates, candidate, found->text, found->count);
        }
        last = list->items[i].body;
    }
    if (candidate) {
        uint64_t places = count->places < MOST_COUNTED ? count->places : MOST_COUNTED;
        candidate->score = SCORE_INITIALS + (uint32_t)places;
    }
}

/* Acronyms that no brackets explain. */
static void
add_unexplained(const bodies *b)
{
    tl_map explained = {0};
    const tl_candidates *candidates = b->d->candidates;
    for (size_t i = 0; i < candidates->count; i++) {
        if (candidates->items[i].kind == TL_CANDIDATE_ACRONYM) {
            tl_map_add(&explained, candidates->items[i].acronym, &explained);
        }
    }
    initials_list list = list_initials(b);
    for (size_t i = 0; i < b->d->count; i++) {
        const tl_count *count = b->d->counts[i];
        if (count->kind == TL_COUNTED_ACRONYM && count->text.len >= SHORTEST_ACRONYM &&
            tl_map_get(&explained, count->text) == NULL) {
            add_by_initials(b, &list, count);
        }
    }
    free(list.items);
    tl_map_clear(&explained);
}

void
tl_discover_bodies(const tl_discovering *d)
{
    bodies b = {.d = d};
    for (size_t i = 0; i < d->count; i++) {
        if (d->counts[i]->kind <= TL_COUNTED_OPENING) {
            read_phrase(&b, d->counts[i]);
        } else if (d->counts[i]->kind == TL_COUNTED_EXPANSION) {
            add_expansion(&b, d->counts[i]);
        }
    }
    if (b.count) {
        qsort(b.items, b.count, sizeof *b.items, compare_bodies);
    }
    add_unexplained(&b);
    add_candidates(&b);
    free(b.items);
}
