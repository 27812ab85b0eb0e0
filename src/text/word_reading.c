/* SPDX-License-Identifier: MPL-2.0 */
/* Reads one word. Most are runs of letters that the table of traits folds by itself (take_run);
 * whatever else a word may hold is taken code point by code point, and a word with marks or
 * ligatures is hashed again by fold.c; apostrophes are judged by apostrophe.c. Knows nothing of
 * what stands before the word but whether a quotation is open. */
#include "text/word_reading.h"

#include "text/apostrophe.h"
#include "text/fold.h"

/* A word as it is being read. */
typedef struct word_reading {
    tl_str text;
    bool quote_is_open; /* before the word, on its line */
    uint64_t hash;      /* of the letters and digits read, as the table folds them */
    uint32_t letters;   /* likewise */
    size_t begin, end;  /* of the letters, digits and marks read */
    size_t length;      /* of the key, in code points */
    size_t tail;        /* bytes of the possessive behind `end` */
    tl_trait last;      /* of the letters and digits */
    tl_trait seen;      /* all of them united */
    tl_trait skipped;   /* CHANGED if something invisible or an apostrophe came since `end` */
} word_reading;

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
take_run(word_reading *reading, size_t *at)
{
    const tl_str text = reading->text;
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
take_apostrophe(word_reading *reading, size_t at, size_t next, tl_trait_class class)
{
    bool follows_word = (reading->last & TL_TRAIT_WORD) != 0;
    if (follows_word && class != TL_CLASS_JOINER) {
        reading->tail =
            tl_apostrophe_possessive(reading->text, at, reading->last, reading->quote_is_open);
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
           tl_apostrophe_joins(reading->text, next);
}

/* Takes the code point at *at if it belongs to the word, and moves behind it. */
static bool
take_code_point(word_reading *reading, size_t *at)
{
    size_t next = *at;
    tl_trait trait = tl_trait_next(reading->text, &next);
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
        if (!take_apostrophe(reading, *at, next, class)) {
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

static unsigned
flags_of(tl_str word, const word_reading *reading)
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
    return flags;
}

/* Takes what take_run() leaves: the rest of a word with apostrophes, marks, rare letters. */
static void
take_rest(word_reading *reading, size_t at)
{
    bool ended = false;
    while (!ended && at < reading->text.len && take_code_point(reading, &at)) {
        ended = (reading->seen & TL_TRAIT_SINGLE) == 0 && take_run(reading, &at);
    }
}

size_t
tl_word_read(tl_word *word, tl_str text, size_t begin, bool quote_is_open)
{
    word_reading reading = {
        .text = text, .quote_is_open = quote_is_open, .begin = begin, .end = begin};
    size_t at = begin;
    if (!take_run(&reading, &at)) {
        take_rest(&reading, at);
    }
    tl_str bytes = {text.ptr + begin, reading.end - begin};
    if ((reading.seen & TL_TRAIT_COMPLEX) != 0) {
        fold_again(bytes, &reading);
    }
    *word = (tl_word){
        .range = {(uint32_t)begin, (uint32_t)reading.end},
        .hash = reading.hash,
        .letters = reading.letters,
        .length = reading.length < UINT16_MAX ? (uint16_t)reading.length : UINT16_MAX,
        .flags = (uint16_t)flags_of(bytes, &reading),
        .scripts = (uint8_t)(reading.seen >> TL_TRAIT_SCRIPT & 0xF),
        .tail = (uint8_t)reading.tail,
    };
    return reading.end + reading.tail;
}
