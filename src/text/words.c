/* SPDX-License-Identifier: MPL-2.0 */
/* Finds the words of a text. Most are runs of plain letters that have been met before, and come out
 * of the lexicon whole; word_reading.c reads the others. What stands between words is judged by
 * gap.c, addresses by token.c. Invariant: the text before `at` has become words and gaps; only the
 * judging of addresses looks back at it, once. */
#include "text/words.h"

#include "base/array.h"
#include "text/abbreviation.h"
#include "text/gap.h"
#include "text/lexicon.h"
#include "text/plain_run.h"
#include "text/token.h"
#include "text/word_reading.h"

#include <stdlib.h>

typedef struct word_finder {
    tl_str text;
    tl_words *words;
    size_t judged;      /* tokens have been judged up to here */
    size_t address_end; /* words that begin before this are part of an address */
    tl_gap_content gap; /* the last one that was more than a space */
    tl_gap kind;        /* of the gap before the next word */
    bool sentence_start;
} word_finder;

void
tl_words_clear(tl_words *words)
{
    free(words->items);
    *words = (tl_words){0};
}

/* Flags that a word has by what stands around it. */
static inline unsigned
flags_of_place(const word_finder *finder, size_t begin)
{
    return (finder->sentence_start ? TL_WORD_SENTENCE_START : 0u) |
           (begin < finder->address_end ? TL_WORD_NOT_TEXT : 0u);
}

static inline tl_word *
new_word(tl_words *words)
{
    if (words->count == words->capacity) {
        words->items = tl_array_reserve(words->items, &words->capacity, words->count + 1,
                                        sizeof *words->items);
    }
    return &words->items[words->count++];
}

/* Takes the word that begins at `begin`; returns the place behind it and its possessive. */
static size_t
take_word(word_finder *finder, size_t begin)
{
    tl_word *word = new_word(finder->words);
    size_t end = tl_word_read(word, finder->text, begin, finder->gap.quote_is_open);
    if (finder->words->lexicon != NULL) {
        word->card = tl_lexicon_add(finder->words->lexicon, finder->text, word);
    }
    word->flags |= flags_of_place(finder, begin);
    word->gap = (uint8_t)finder->kind;
    return end;
}

static bool
is_abbreviation(const word_finder *finder, const tl_word *word)
{
    const tl_str text = tl_str_at(finder->text, word->range);
    if (!word->card) {
        return tl_is_abbreviation(text);
    }
    uint8_t *answer = &finder->words->lexicon->cards[word->card].abbreviation;
    if (*answer == TL_ANSWER_UNKNOWN) {
        *answer = tl_is_abbreviation(text) ? TL_ANSWER_YES : TL_ANSWER_NO;
    }
    return *answer == TL_ANSWER_YES;
}

static bool
is_abbreviated(const word_finder *finder)
{
    const tl_word *word = &finder->words->items[finder->words->count - 1];
    bool is_initial = word->length == 1 && (word->flags & TL_WORD_CAPITALISED) != 0;
    return is_initial || (word->length <= TL_ABBREVIATION_LONGEST && is_abbreviation(finder, word));
}

/* Marks the words of an address that have been found already, and remembers it for the others. */
static void
note_address(word_finder *finder, tl_token token)
{
    tl_words *words = finder->words;
    for (size_t i = words->count; i > 0 && words->items[i - 1].range.end > token.begin; i--) {
        words->items[i - 1].flags |= TL_WORD_NOT_TEXT;
    }
    finder->address_end = token.end;
}

/* Looks whether the gap from `begin` to `end` stands within or before an address. */
static void
judge_address(word_finder *finder, size_t begin, size_t end)
{
    static const uint32_t telling = 1u << TL_CLASS_DOT | 1u << TL_CLASS_AT | 1u << TL_CLASS_COLON;
    const tl_gap_content *gap = &finder->gap;
    tl_token token = {.is_text = true};
    if (end > begin && finder->text.ptr[end - 1] == '<') {
        token = tl_token_autolink(finder->text, end);
    } else if (begin > 0 && begin >= finder->judged && !gap->space && (gap->kinds & telling) != 0) {
        token = tl_token_around(finder->text, begin);
    }
    if (token.end > finder->judged) {
        finder->judged = token.end;
    }
    if (token.is_text && end > begin && end < finder->text.len && end >= finder->address_end &&
        tl_token_may_be_marked(finder->text.ptr[end - 1])) {
        token = tl_token_marked(finder->text, end);
    }
    if (!token.is_text) {
        note_address(finder, token);
    }
}

/* Passes all that is no word; returns where the next word begins. */
static size_t
skip_gap(word_finder *finder, size_t begin)
{
    tl_gap_content *gap = &finder->gap;
    size_t at = tl_gap_read(finder->text, begin, gap);
    bool is_first = finder->words->count == 0;
    finder->kind = is_first ? TL_GAP_NONE : tl_gap_of(gap);
    finder->sentence_start = is_first || (tl_gap_ends_sentence(gap) &&
                                          !(tl_gap_may_abbreviate(gap) && is_abbreviated(finder)));
    judge_address(finder, begin, at);
    return at;
}

/* Passes a space between two words, perhaps with a comma before it; returns false if there is
 * anything else. */
static inline bool
skip_space(word_finder *finder, size_t *at)
{
    tl_str text = finder->text;
    const unsigned char *bytes = (const unsigned char *)text.ptr;
    size_t next = *at;
    if (next == 0 || next + 4 > text.len) {
        return false;
    }
    next += bytes[next] == ',';
    if (bytes[next++] != ' ' || (tl_trait_of_alphabet(bytes + next) & TL_TRAIT_WORD) == 0) {
        return false;
    }
    finder->kind = next - *at == 1 ? TL_GAP_SPACE : TL_GAP_COMMA;
    finder->sentence_start = false;
    *at = next;
    return true;
}

/* Passes a full stop with a space, a hyphen or a line break between two words; returns false if
 * there is anything else. */
static bool
skip_mark(word_finder *finder, size_t *at)
{
    const unsigned char *bytes = (const unsigned char *)finder->text.ptr + *at;
    if (*at == 0 || *at + 4 > finder->text.len) {
        return false;
    }
    bool is_stop = bytes[0] == '.' && bytes[1] == ' ', is_hyphen = bytes[0] == '-';
    size_t size = is_stop ? 2 : 1;
    if ((!is_stop && !is_hyphen && bytes[0] != '\n') ||
        (tl_trait_of_alphabet(bytes + size) & TL_TRAIT_WORD) == 0) {
        return false;
    }
    finder->kind = is_stop ? TL_GAP_DOT : is_hyphen ? TL_GAP_HYPHEN : TL_GAP_SPACE;
    finder->sentence_start = is_stop && !is_abbreviated(finder);
    finder->gap.quote_is_open = finder->gap.quote_is_open && bytes[0] != '\n';
    *at += size;
    return true;
}

/* Passes what stands between two words; returns where the next one begins. */
static inline size_t
skip_to_word(word_finder *finder, size_t at)
{
    if (at == finder->text.len || skip_space(finder, &at) || skip_mark(finder, &at)) {
        return at;
    }
    return skip_gap(finder, at);
}

/* True if what stands at `end` ends a word of plain letters for sure. */
static inline bool
ends_for_sure(tl_str text, size_t end)
{
    return tl_trait_class_of(tl_trait_of_byte(text.ptr[end])) >= TL_CLASS_SPACE;
}

/* The card of the word that begins at `begin` if it has one, is all plain letters, and what follows
 * ends it for sure; else 0. Most are short. */
static inline uint32_t
find_known(const tl_lexicon *lexicon, tl_str text, size_t begin, size_t *end)
{
    if (text.len - begin > TL_PLAIN_BLOCK) {
        size_t size = tl_plain_run_in_block(text.ptr + begin);
        *end = begin + size;
        if (size < TL_PLAIN_BLOCK) {
            const tl_card_key key = tl_card_key_within(text.ptr + begin, size);
            return size > 0 && ends_for_sure(text, *end) ? tl_lexicon_find(lexicon, &key) : 0;
        }
    }
    *end = tl_plain_run_end(text, begin);
    if (*end == begin || *end == text.len || *end - begin > TL_CARD_LONGEST ||
        !ends_for_sure(text, *end)) {
        return 0;
    }
    const tl_card_key key = tl_card_key_of(text, begin, *end - begin);
    return tl_lexicon_find(lexicon, &key);
}

/* Takes the words from `at` on, where one begins, that have cards; returns where one begins that
 * has none, or the end of the text. */
static size_t
take_known_words(word_finder *finder, size_t at)
{
    const tl_lexicon lexicon = *finder->words->lexicon;
    const tl_str text = finder->text;
    size_t end;
    for (uint32_t card; at < text.len && (card = find_known(&lexicon, text, at, &end)) != 0;) {
        tl_word *word = new_word(finder->words);
        *word = lexicon.cards[card].word;
        word->range = (tl_range){(uint32_t)at, (uint32_t)end};
        word->flags |= flags_of_place(finder, at);
        word->gap = (uint8_t)finder->kind;
        at = skip_to_word(finder, end);
    }
    return at;
}

void
tl_words_find(tl_words *words, tl_str text)
{
    word_finder finder = {.text = text, .words = words};
    words->count = 0;
    if (words->lexicon != NULL) {
        tl_lexicon_limit(words->lexicon);
    }
    size_t at = skip_to_word(&finder, 0);
    while (at < text.len) {
        at = words->lexicon != NULL ? take_known_words(&finder, at) : at;
        if (at < text.len) {
            at = skip_to_word(&finder, take_word(&finder, at));
        }
    }
}
