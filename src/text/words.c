/* SPDX-License-Identifier: MPL-2.0 */
/* Finds the words of a text. Most are runs of letters that the table of traits folds by itself
 * (take_run); whatever else a word may hold is taken code point by code point, and a word with
 * marks or ligatures is hashed again by fold.c. What stands between words is judged by gap.c,
 * apostrophes by apostrophe.c, addresses by token.c. Invariant: the text before `at` has become
 * words and gaps; only the judging of addresses looks back at it, once. */
#include "text/words.h"

#include "base/array.h"
#include "text/abbreviation.h"
#include "text/apostrophe.h"
#include "text/fold.h"
#include "text/gap.h"
#include "text/lexicon.h"
#include "text/plain_run.h"
#include "text/token.h"

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

/* A word as it is being read. */
typedef struct word_reading {
    uint64_t hash;     /* of the letters and digits read, as the table folds them */
    uint32_t letters;  /* likewise */
    size_t begin, end; /* of the letters, digits and marks read */
    size_t length;     /* of the key, in code points */
    size_t tail;       /* bytes of the possessive behind `end` */
    tl_trait last;     /* of the letters and digits */
    tl_trait seen;     /* all of them united */
    tl_trait skipped;  /* CHANGED if something invisible or an apostrophe came since `end` */
} word_reading;

void
tl_words_clear(tl_words *words)
{
    free(words->items);
    *words = (tl_words){0};
}

/* Letters that are being taken. */
typedef struct letter_run {
    uint64_t hash;
    uint32_t letters;
    tl_trait last, seen;
} letter_run;

static inline void
add_letter(letter_run *run, tl_trait trait)
{
    run->hash = tl_fold_hash(run->hash, trait & TL_TRAIT_FOLDED);
    run->letters |= tl_fold_letter(trait);
    run->seen |= trait;
    run->last = trait;
}

/* Takes the letters and digits of the alphabets from *at on, and moves behind them. Returns true if
 * what comes next ends the word for sure. Stops before the last byte of the text, so that no lead
 * byte lacks its successor. */
static inline bool
take_run(tl_str text, size_t *at, word_reading *reading)
{
    const unsigned char *begin = (const unsigned char *)text.ptr + *at, *now = begin, *from;
    const unsigned char *last_byte = (const unsigned char *)text.ptr + text.len - 1;
    letter_run run = {.hash = reading->hash, .letters = reading->letters};
    tl_trait trait = 0;
    size_t wide = 0; /* letters of two bytes */
    do {
        from = now;
        for (; now < last_byte && *now < 0x80; now++) {
            trait = tl_trait_alphabets[*now];
            if ((trait & TL_TRAIT_WORD) == 0) {
                break;
            }
            add_letter(&run, trait);
        }
        for (; now < last_byte && tl_trait_is_wide(*now); now += 2, wide++) {
            trait = tl_trait_of_wide(now);
            if ((trait & TL_TRAIT_WORD) == 0) {
                break;
            }
            add_letter(&run, trait);
        }
    } while (now > from);
    if (now > begin) {
        reading->hash = run.hash;
        reading->letters = run.letters;
        reading->seen |= run.seen | reading->skipped;
        reading->last = run.last;
        reading->length += (size_t)(now - begin) - wide;
        reading->end = *at += (size_t)(now - begin);
    }
    return tl_trait_class_of(trait) >= TL_CLASS_SPACE;
}

static void
take_letter(word_reading *reading, tl_trait trait, size_t next)
{
    reading->hash = tl_fold_hash(reading->hash, trait & TL_TRAIT_FOLDED);
    reading->letters |= tl_fold_letter(trait);
    reading->seen |= trait | reading->skipped;
    reading->last = trait;
    reading->length++;
    reading->end = next;
}

/* Takes an apostrophe or its like at `at`; returns false if the word ends there. */
static bool
take_apostrophe(const word_finder *finder, size_t at, size_t next, tl_trait_class class,
                word_reading *reading)
{
    bool follows_word = (reading->last & TL_TRAIT_WORD) != 0;
    if (follows_word && class != TL_CLASS_JOINER) {
        reading->tail =
            tl_apostrophe_possessive(finder->text, at, reading->last, finder->gap.quote_is_open);
    }
    if (reading->tail > 0) {
        reading->seen |= reading->skipped;
        reading->end = at;
        return false;
    }
    if (class == TL_CLASS_MODIFIER) {
        reading->seen |= TL_TRAIT_CHANGED;
        reading->end = next;
        return true;
    }
    reading->skipped = TL_TRAIT_CHANGED;
    return (reading->last & TL_TRAIT_LETTER) != 0 && (reading->last & TL_TRAIT_SINGLE) == 0 &&
           tl_apostrophe_joins(finder->text, next);
}

/* Takes the code point at *at if it belongs to the word, and moves behind it. */
static bool
take_code_point(const word_finder *finder, size_t *at, word_reading *reading)
{
    size_t next = *at;
    tl_trait trait = tl_trait_next(finder->text, &next);
    tl_trait_class class = tl_trait_class_of(trait);
    switch (class) {
    case TL_CLASS_WORD:
        if (reading->length > 0 && ((reading->seen | trait) & TL_TRAIT_SINGLE) != 0) {
            return false;
        }
        take_letter(reading, trait, next);
        break;
    case TL_CLASS_MARK:
        reading->seen |= trait;
        reading->end = next;
        break;
    case TL_CLASS_IGNORABLE: reading->skipped = TL_TRAIT_CHANGED; break;
    case TL_CLASS_APOSTROPHE:
    case TL_CLASS_MODIFIER:
    case TL_CLASS_JOINER:
        if (!take_apostrophe(finder, *at, next, class, reading)) {
            return false;
        }
        break;
    default: return false;
    }
    *at = next;
    return true;
}

/* Hashes a word that the table alone cannot fold. */
static void
fold_again(tl_str word, word_reading *reading)
{
    tl_fold fold;
    tl_fold_init(&fold, word);
    reading->hash = 0;
    reading->letters = 0;
    reading->length = 0;
    for (uint32_t letter; (letter = tl_fold_next(&fold)) != 0; reading->length++) {
        reading->hash = tl_fold_hash(reading->hash, letter);
        reading->letters |= tl_fold_letter(letter);
    }
}

/* The traits of the first letter of a word that has one. */
static tl_trait
first_letter(tl_str word)
{
    size_t at = 0;
    tl_trait trait;
    do {
        trait = tl_trait_next(word, &at);
    } while ((trait & TL_TRAIT_LETTER) == 0);
    return trait;
}

static bool
has_two_letters(tl_str word)
{
    size_t letters = 0;
    for (size_t at = 0; at < word.len && letters < 2;) {
        letters += (tl_trait_next(word, &at) & TL_TRAIT_LETTER) != 0;
    }
    return letters == 2;
}

/* WEIß: two capitals at least, and no small letter but ß, which stands amid capitals too. */
static bool
is_in_capitals_with_sharp_s(tl_str word)
{
    enum { SHARP_S = 0xDF };
    size_t capitals = 0;
    for (size_t at = 0; at < word.len;) {
        uint32_t letter = tl_utf8_next(word, &at);
        tl_trait trait = letter == SHARP_S ? 0 : tl_trait_of(letter);
        if ((trait & TL_TRAIT_LOWER) != 0) {
            return false;
        }
        capitals += (trait & TL_TRAIT_UPPER) != 0;
    }
    return capitals > 1;
}

static unsigned
case_flags(tl_str word, tl_trait seen)
{
    unsigned flags = 0;
    if ((first_letter(word) & TL_TRAIT_UPPER) != 0) {
        flags |= TL_WORD_CAPITALISED;
    }
    if ((seen & TL_TRAIT_LOWER) == 0
            ? has_two_letters(word)
            : (seen & TL_TRAIT_COMPLEX) != 0 && is_in_capitals_with_sharp_s(word)) {
        flags |= TL_WORD_ALL_CAPS;
    }
    return flags;
}

/* Flags that a word has by what stands around it. */
static inline unsigned
flags_of_place(const word_finder *finder, size_t begin)
{
    return (finder->sentence_start ? TL_WORD_SENTENCE_START : 0u) |
           (begin < finder->address_end ? TL_WORD_NOT_TEXT : 0u);
}

static unsigned
flags_of(const word_finder *finder, tl_str word, const word_reading *reading)
{
    enum { SHARED = TL_WORD_HAS_UPPER | TL_WORD_HAS_DIGIT | TL_WORD_HAS_LETTER };
    _Static_assert(TL_TRAIT_UPPER >> TL_TRAIT_FLAGS == TL_WORD_HAS_UPPER &&
                       TL_TRAIT_DIGIT >> TL_TRAIT_FLAGS == TL_WORD_HAS_DIGIT &&
                       TL_TRAIT_LETTER >> TL_TRAIT_FLAGS == TL_WORD_HAS_LETTER,
                   "these traits are flags of the word, shifted");
    tl_trait seen = reading->seen;
    unsigned flags = seen >> TL_TRAIT_FLAGS & SHARED;
    if ((seen & TL_TRAIT_UPPER) != 0) {
        flags |= case_flags(word, seen);
    }
    flags |= (seen & (TL_TRAIT_CHANGED | TL_TRAIT_COMPLEX)) == 0 ? TL_WORD_PLAIN : 0;
    flags |= reading->tail > 0 ? TL_WORD_POSSESSIVE : 0;
    return flags | flags_of_place(finder, reading->begin);
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

static void
add_word(word_finder *finder, word_reading *reading)
{
    tl_str text = {finder->text.ptr + reading->begin, reading->end - reading->begin};
    if ((reading->seen & TL_TRAIT_COMPLEX) != 0) {
        fold_again(text, reading);
    }
    tl_word *word = new_word(finder->words);
    *word = (tl_word){
        .range = {(uint32_t)reading->begin, (uint32_t)reading->end},
        .hash = reading->hash,
        .letters = reading->letters,
        .length = reading->length < UINT16_MAX ? (uint16_t)reading->length : UINT16_MAX,
        .flags = (uint16_t)flags_of(finder, text, reading),
        .scripts = (uint8_t)(reading->seen >> TL_TRAIT_SCRIPT & 0xF),
        .gap = (uint8_t)finder->kind,
        .tail = (uint8_t)reading->tail,
    };
    if (finder->words->lexicon != NULL) {
        word->card = tl_lexicon_add(finder->words->lexicon, finder->text, word);
    }
}

/* Takes what take_run() leaves: the rest of a word with apostrophes, marks, rare letters. */
static void
take_rest(const word_finder *finder, size_t at, word_reading *reading)
{
    bool ended = false;
    while (!ended && at < finder->text.len && take_code_point(finder, &at, reading)) {
        ended = (reading->seen & TL_TRAIT_SINGLE) == 0 && take_run(finder->text, &at, reading);
    }
}

/* Takes the word that begins at `begin`; returns the place behind it and its possessive. */
static inline size_t
take_word(word_finder *finder, size_t begin)
{
    word_reading reading = {.begin = begin, .end = begin};
    size_t at = begin;
    if (!take_run(finder->text, &at, &reading)) {
        take_rest(finder, at, &reading);
    }
    add_word(finder, &reading);
    return reading.end + reading.tail;
}

static bool
is_abbreviated(const word_finder *finder)
{
    const tl_word *word = &finder->words->items[finder->words->count - 1];
    if (word->length > TL_ABBREVIATION_LONGEST) {
        return false;
    }
    bool is_initial = word->length == 1 && (word->flags & TL_WORD_CAPITALISED) != 0;
    return is_initial || tl_is_abbreviation(tl_str_at(finder->text, word->range));
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
    if (token.is_text && end > begin && end < finder->text.len && end >= finder->address_end) {
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

/* Passes what stands between two words; returns where the next one begins. */
static inline size_t
skip_to_word(word_finder *finder, size_t at)
{
    return at == finder->text.len || skip_space(finder, &at) ? at : skip_gap(finder, at);
}

/* The card of the word that begins at `begin` if it has one, is all plain letters, and what follows
 * ends it for sure; else 0. */
static inline uint32_t
find_known(const word_finder *finder, size_t begin, size_t *end)
{
    const tl_str text = finder->text;
    *end = tl_plain_run_end(text, begin);
    if (*end == begin || *end == text.len || *end - begin > TL_CARD_LONGEST ||
        tl_trait_class_of(tl_trait_of_byte(text.ptr[*end])) < TL_CLASS_SPACE) {
        return 0;
    }
    const tl_card_key key = tl_card_key_of(text, begin, *end - begin);
    return tl_lexicon_find(finder->words->lexicon, &key);
}

/* Takes the words from `at` on, where one begins, that have cards; returns where one begins that
 * has none, or the end of the text. */
static size_t
take_known_words(word_finder *finder, size_t at)
{
    const tl_lexicon *lexicon = finder->words->lexicon;
    size_t end;
    for (uint32_t card; at < finder->text.len && (card = find_known(finder, at, &end)) != 0;) {
        tl_word *word = new_word(finder->words);
        *word = lexicon->cards[card].word;
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
