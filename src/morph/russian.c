/* SPDX-License-Identifier: MPL-2.0 */
/* Russian terms: finds the head noun and the adjectives that agree with it. Knows how a term is
 * built of groups, which are words joined by hyphens; what paradigm a word follows is the business
 * of the lexicons. Invariant: every word has forms, at least its own; what is not understood is
 * matched as widely as it may inflect and never sure. */
#include "morph/russian.h"

#include "base/utf8.h"
#include "morph/forms.h"
#include "morph/letters.h"

enum { LONGEST_ACRONYM = 5 }; /* letters; a longer word in capitals is an ordinary one */

typedef struct russian {
    const tl_phrase *phrase;
    tl_arena *arena;
    tl_inflected_word *out;
    bool in_capitals; /* the whole term is: capitals then make no acronym */
} russian;

/* Words joined by hyphens: [first, end). */
typedef struct group {
    size_t first, end;
} group;

/* What the adjectives before a noun demand of it. */
typedef struct agreement {
    bool known;
    char gender;
    bool plural;
} agreement;

/* A word folded, for look-ups. */
typedef struct folded_word {
    char bytes[TL_WORD_BYTES];
    size_t len;
} folded_word;

static tl_str
fold(tl_str word, folded_word *folded)
{
    folded->len = word.len <= sizeof folded->bytes ? word.len : 0;
    tl_letters_fold(tl_str_slice(word, 0, folded->len), folded->bytes);
    return (tl_str){folded->bytes, folded->len};
}

static const tl_lexicon_row *
row_of(const tl_lexicon *lexicon, tl_str word)
{
    folded_word folded;
    return tl_lexicon_find(lexicon, fold(word, &folded));
}

static bool
is_in(const tl_word_set *set, tl_str word)
{
    folded_word folded;
    return tl_word_set_has(set, fold(word, &folded));
}

static const tl_reading *
reading_of(const tl_lexicon_row *row, size_t i)
{
    return &tl_readings[row->first + i];
}

static bool
is_adjectival(const tl_lexicon_row *row)
{
    for (size_t i = 0; i < row->count; i++) {
        if (tl_paradigms[reading_of(row, i)->paradigm].adjective) {
            return true;
        }
    }
    return false;
}

static const tl_lexicon_row *
adjective_row(tl_str word)
{
    const tl_lexicon_row *noun = row_of(&tl_nouns, word);
    if (noun && tl_lexicon_row_is_word(noun) && !is_adjectival(noun)) {
        return NULL;
    }
    const tl_lexicon_row *row = row_of(&tl_adjectives, word);
    return row && row->count ? row : NULL;
}

static bool
agrees(const tl_reading *reading, const agreement *wanted)
{
    if (!wanted->known || reading->paradigm == TL_INDECLINABLE) {
        return true;
    }
    if (reading->plural || wanted->plural) {
        return reading->plural && wanted->plural;
    }
    return tl_paradigms[reading->paradigm].gender == wanted->gender;
}

static bool
has_agreeing(const tl_lexicon_row *row, const agreement *wanted)
{
    for (size_t i = 0; row && i < row->count; i++) {
        if (agrees(reading_of(row, i), wanted)) {
            return true;
        }
    }
    return false;
}

/* The animacy that all agreeing readings of the head share, else 0. */
static char
animacy_of(const tl_lexicon_row *row, const agreement *wanted)
{
    char animacy = 0;
    for (size_t i = 0; row && i < row->count; i++) {
        const tl_reading *reading = reading_of(row, i);
        if (!agrees(reading, wanted)) {
            continue;
        }
        if (reading->animacy == 0 || (animacy && animacy != reading->animacy)) {
            return 0;
        }
        animacy = reading->animacy;
    }
    return animacy;
}

/* Groups */

static group
group_at(const tl_phrase *phrase, size_t first)
{
    size_t end = first + 1;
    while (end < phrase->count && phrase->separators &&
           tl_str_equal(phrase->separators[end - 1], TL_STR("-"))) {
        end++;
    }
    return (group){first, end};
}

static tl_str
last_word(const russian *term, group words)
{
    return term->phrase->words[words.end - 1];
}

static bool
begins_with_digit(tl_str word)
{
    return word.len && word.ptr[0] >= '0' && word.ptr[0] <= '9';
}

/* "2-й", "5-я": the ending of an ordinal, which is an adjective only there. */
static bool
is_ordinal(const russian *term, group words)
{
    return words.end == words.first + 2 && begins_with_digit(term->phrase->words[words.first]);
}

static const tl_lexicon_row *
group_adjective(const russian *term, group words)
{
    tl_str word = last_word(term, words);
    bool is_letter = tl_utf8_length(word) == 1;
    return is_letter && !is_ordinal(term, words) ? NULL : adjective_row(word);
}

static bool
is_acronym(const russian *term, tl_str word)
{
    return tl_capitals_of(word) == TL_CAPITALS_ALL && !term->in_capitals;
}

/* "временно исполняющий": a word in -о that is no known noun, before an adjective. */
static bool
is_adverb(const russian *term, group words)
{
    tl_str word = last_word(term, words);
    const tl_lexicon_row *row = row_of(&tl_nouns, word);
    return words.end < term->phrase->count && row && !tl_lexicon_row_is_word(row) &&
           (tl_str_ends_with(word, TL_STR("о"))) &&
           group_adjective(term, group_at(term->phrase, words.end));
}

/* What may stand before the head without agreeing: adverbs, numbers, foreign words, "и" between
 * two adjectives. */
static bool
is_passed_over(const russian *term, group words, bool after_adjective)
{
    tl_str word = last_word(term, words);
    if (words.end == term->phrase->count) {
        return false;
    }
    if (is_in(&tl_conjunctions, word)) {
        return after_adjective && group_adjective(term, group_at(term->phrase, words.end));
    }
    return !tl_letters_russian(word) || is_adverb(term, words);
}

/* Forms */

static tl_inflected_word
inflect_by(const russian *term, size_t word, const tl_lexicon_row *row, const agreement *wanted,
           char animacy)
{
    tl_forms forms;
    tl_forms_start(&forms, term->phrase->words[word]);
    for (size_t i = 0; row && i < row->count; i++) {
        if (agrees(reading_of(row, i), wanted)) {
            tl_forms_add_reading(&forms, reading_of(row, i), animacy);
        }
    }
    return tl_forms_finish(&forms, term->arena);
}

/* A word that may inflect or not: its base form is right in all cells, other forms are matched. */
static tl_inflected_word
inflect_loosely(const russian *term, size_t word, const tl_lexicon_row *row, bool base_is_sure)
{
    tl_forms forms;
    tl_forms_start(&forms, term->phrase->words[word]);
    forms.all_capitals &= term->in_capitals;
    tl_forms_add(&forms, term->phrase->words[word], TL_CELLS_ALL);
    for (size_t i = 0; row && i < row->count; i++) {
        tl_forms_add_aside(&forms, reading_of(row, i), 0);
    }
    if (!base_is_sure) {
        tl_forms_dispute(&forms, TL_CELLS_ALL);
    }
    return tl_forms_finish(&forms, term->arena);
}

/* МИД, ОМОН may have МИДа, ОМОНа: a consonant behind a vowel, and no two vowels in a row, as in
 * what is spelled out. */
static bool
reads_as_word(tl_str acronym)
{
    folded_word bytes;
    tl_str folded = fold(acronym, &bytes);
    bool vowel_before = false, vowel = false;
    for (size_t at = 0; at < folded.len;) {
        size_t begin = at;
        tl_utf8_next(folded, &at);
        vowel_before = vowel;
        vowel = tl_letters_syllables(tl_str_slice(folded, begin, at)) == 1;
        if (vowel && vowel_before) {
            return false;
        }
    }
    return vowel_before && !vowel && tl_utf8_length(folded) > 2;
}

static void
inflect_acronym(const russian *term, size_t word)
{
    tl_str text = term->phrase->words[word];
    if (reads_as_word(text)) {
        term->out[word] = inflect_loosely(term, word, row_of(&tl_nouns, text), true);
    }
}

/* "Ростов-на-Дону": only the first part inflects. */
static bool
is_linked_place(const russian *term, group words)
{
    for (size_t i = words.first + 1; i + 1 < words.end; i++) {
        if (is_in(&tl_place_links, term->phrase->words[i])) {
            return true;
        }
    }
    return false;
}

/* A part before the last one of a compound: пресс-, государство-, or one not known. */
static void
inflect_early_part(const russian *term, size_t word, const agreement *wanted)
{
    tl_str text = term->phrase->words[word];
    const tl_lexicon_row *row = row_of(&tl_nouns, text);
    if (row == NULL || is_in(&tl_fixed_parts, text) || is_acronym(term, text) ||
        !tl_letters_russian(text)) {
        return;
    }
    if (is_in(&tl_inflected_parts, text)) {
        term->out[word] = inflect_by(term, word, row, wanted, 0);
    } else {
        term->out[word] = inflect_loosely(term, word, row, false);
    }
}

/* The head is where the adjectives want it to be, or else it is matched loosely. Returns its
 * animacy. */
static char
inflect_noun(const russian *term, size_t word, const agreement *wanted)
{
    const tl_lexicon_row *row = row_of(&tl_nouns, term->phrase->words[word]);
    if (!has_agreeing(row, wanted)) {
        term->out[word] = inflect_loosely(term, word, row, false);
        return 0;
    }
    term->out[word] = inflect_by(term, word, row, wanted, 0);
    return animacy_of(row, wanted);
}

static char
inflect_head(const russian *term, group words, const agreement *wanted)
{
    agreement number = {.known = false};
    size_t head = is_linked_place(term, words) ? words.first : words.end - 1;
    if (is_acronym(term, term->phrase->words[head])) {
        inflect_acronym(term, head);
        return 0;
    }
    for (size_t i = words.first; i < words.end - 1 && head != words.first; i++) {
        inflect_early_part(term, i, wanted->plural ? wanted : &number);
    }
    return inflect_noun(term, head, wanted);
}

/* A term whose last word is an adjective is headed by it ("рядовой"), unless the word is a noun
 * after all ("забой"). */
static void
inflect_adjective_head(const russian *term, size_t word)
{
    tl_str text = term->phrase->words[word];
    const tl_lexicon_row *noun = row_of(&tl_nouns, text), *adjective = adjective_row(text);
    if (noun && is_adjectival(noun)) {
        term->out[word] = inflect_by(term, word, noun, &(agreement){.known = false}, 0);
        return;
    }
    tl_forms forms;
    tl_forms_start(&forms, text);
    for (size_t i = 0; i < adjective->count; i++) {
        tl_forms_add_reading(&forms, reading_of(adjective, i), 0);
    }
    for (size_t i = 0; noun && i < noun->count; i++) {
        tl_forms_add_aside(&forms, reading_of(noun, i), 0);
    }
    term->out[word] = tl_forms_finish(&forms, term->arena);
}

static void
inflect_adjectives(const russian *term, size_t at, size_t end, char animacy)
{
    while (at < end) {
        group words = group_at(term->phrase, at);
        const tl_lexicon_row *row = group_adjective(term, words);
        if (row) {
            term->out[words.end - 1] =
                inflect_by(term, words.end - 1, row, &(agreement){.known = false}, animacy);
        }
        at = words.end;
    }
}

/* "Республика Армения", "город Москва": the name behind the noun may stay or inflect. */
static void
inflect_apposition(const russian *term, size_t head, size_t at)
{
    tl_str noun = term->phrase->words[head];
    if (at >= term->phrase->count || group_at(term->phrase, at).end != at + 1 ||
        tl_capitals_of(term->phrase->words[at]) != TL_CAPITALS_FIRST) {
        return;
    }
    bool stays = is_in(&tl_before_fixed_names, noun);
    if (stays || is_in(&tl_before_names, noun)) {
        term->out[at] =
            inflect_loosely(term, at, row_of(&tl_nouns, term->phrase->words[at]), stays);
    }
}

/* What stands before the head, as far as it was read. */
typedef struct modifiers {
    agreement wanted;
    group last; /* the last adjective */
    size_t end; /* one behind all of them */
} modifiers;

static modifiers
read_modifiers(const russian *term, size_t at)
{
    modifiers before = {.end = at};
    while (before.end < term->phrase->count) {
        group words = group_at(term->phrase, before.end);
        const tl_lexicon_row *adjective = group_adjective(term, words);
        if (adjective && has_agreeing(adjective, &before.wanted)) {
            const tl_reading *reading = reading_of(adjective, 0);
            before.wanted =
                (agreement){true, tl_paradigms[reading->paradigm].gender, reading->plural};
            before.last = words;
        } else if (!is_passed_over(term, words, before.wanted.known)) {
            break;
        }
        before.end = words.end;
    }
    return before;
}

/* True if the word behind the adjectives can be the noun that they go with. */
static bool
is_noun_of(const russian *term, group words, const agreement *wanted)
{
    tl_str word = last_word(term, words);
    if (is_acronym(term, word) || !wanted->known) {
        return true;
    }
    return has_agreeing(row_of(&tl_nouns, word), wanted);
}

/* Inflects one noun with its adjectives; returns where the next one may begin. */
static size_t
inflect_noun_phrase(const russian *term, size_t at)
{
    modifiers before = read_modifiers(term, at);
    char animacy = 0;
    size_t next = before.end;
    if (before.end < term->phrase->count) {
        group head = group_at(term->phrase, before.end);
        animacy = inflect_head(term, head, &before.wanted);
        inflect_apposition(term, head.end - 1, head.end);
        next = head.end;
    }
    bool noun = before.end < term->phrase->count &&
                is_noun_of(term, group_at(term->phrase, before.end), &before.wanted);
    if (!noun && before.wanted.known) {
        inflect_adjectives(term, at, before.last.first, 0);
        inflect_adjective_head(term, before.last.end - 1);
    } else {
        inflect_adjectives(term, at, before.end, animacy);
    }
    return next;
}

static bool
is_in_capitals(const tl_phrase *phrase)
{
    bool has_long = false;
    for (size_t i = 0; i < phrase->count; i++) {
        if (tl_capitals_of(phrase->words[i]) == TL_CAPITALS_ALL) {
            has_long |= tl_utf8_length(phrase->words[i]) > LONGEST_ACRONYM;
        } else if (tl_letters_russian(phrase->words[i]) && tl_utf8_length(phrase->words[i]) > 1) {
            return false;
        }
    }
    return has_long;
}

void
tl_inflect_russian_phrase(const tl_phrase *phrase, tl_arena *arena, tl_inflected_word *words_out)
{
    const russian term = {phrase, arena, words_out, is_in_capitals(phrase)};
    for (size_t i = 0; i < phrase->count; i++) {
        words_out[i] = tl_forms_fixed(phrase->words[i], arena);
    }
    size_t at = phrase->count ? inflect_noun_phrase(&term, 0) : 0;
    while (at + 1 < phrase->count && is_in(&tl_conjunctions, phrase->words[at])) {
        at = inflect_noun_phrase(&term, at + 1);
    }
}
