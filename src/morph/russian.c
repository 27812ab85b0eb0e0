/* SPDX-License-Identifier: MPL-2.0 */
/* Inflects Russian terms: the head noun, the adjectives that agree with it, the parts of a
 * compound, a name behind the noun, nouns joined by "и". Knows which words inflect; what the words
 * may be is told by groups.c. Invariant: every word has forms, at least its own; what is not
 * understood is matched as widely as it may inflect, and nothing of it is sure. */
#include "morph/russian.h"

#include "base/hash.h"
#include "base/utf8.h"
#include "morph/forms.h"
#include "morph/groups.h"
#include "morph/memo.h"
#include "morph/verb.h"

enum { MOST_READINGS = 8 }; /* of a word */

typedef struct russian {
    tl_russian_term term;
    tl_arena *arena;
    tl_inflected_word *out;
} russian;

static const tl_agreement anything = {.known = false};

static tl_str
text_of(const russian *ru, size_t word)
{
    return ru->term.phrase->words[word];
}

/* Words */

/* What a word may be: the readings of its row that agree. */
typedef struct readings {
    tl_reading items[MOST_READINGS];
    size_t count;
} readings;

static readings
agreeing_readings(const tl_lexicon_row *row, const tl_agreement *wanted)
{
    readings found = {.count = 0};
    for (size_t i = 0; row && i < row->count && found.count < MOST_READINGS; i++) {
        if (tl_reading_agrees(tl_lexicon_reading(row, i), wanted)) {
            found.items[found.count++] = *tl_lexicon_reading(row, i);
        }
    }
    return found;
}

/* Those for which the witness has at least so much evidence. */
static readings
confirmed_readings(const russian *ru, size_t word, const readings *all, tl_evidence least)
{
    readings found = {.count = 0};
    tl_forms forms;
    tl_forms_start(&forms, text_of(ru, word));
    for (size_t i = 0; i < all->count; i++) {
        tl_reading reading = all->items[i];
        if (reading.trust != TL_TRUST_ASIDE &&
            tl_forms_confirm(&forms, &reading, ru->term.phrase->witness) >= least) {
            found.items[found.count++] = reading;
        }
    }
    return found;
}

/* Of a word that only its ending tells, where there is a witness, the readings that it confirms
 * best, if any. */
static readings
best_confirmed(const russian *ru, size_t word, const tl_lexicon_row *row,
               const tl_agreement *wanted)
{
    readings confirmed = {.count = 0};
    if (row && ru->term.phrase->witness && !tl_lexicon_row_is_word(row)) {
        readings all = agreeing_readings(row, wanted);
        confirmed = confirmed_readings(ru, word, &all, TL_EVIDENCE_STRONG);
        confirmed =
            confirmed.count ? confirmed : confirmed_readings(ru, word, &all, TL_EVIDENCE_WEAK);
    }
    return confirmed;
}

/* The readings that count: those that are confirmed, else all that agree. */
static readings
read_word(const russian *ru, size_t word, const tl_lexicon_row *row, const tl_agreement *wanted)
{
    readings confirmed = best_confirmed(ru, word, row, wanted);
    return confirmed.count ? confirmed : agreeing_readings(row, wanted);
}

/* The ways in which the forms of a word are made. */
typedef enum way { BY_READINGS = 1, LOOSELY, AS_HEAD } way;

/* Takes the forms that were made of the word in this way before; false if they are not known. */
static bool
recall(const russian *ru, size_t word, tl_inflect_way how)
{
    const tl_inflect_memo *memo = ru->term.phrase->memo;
    tl_inflected_word known = {.count = 0};
    if (memo) {
        known = tl_inflect_memo_find(memo, text_of(ru, word), how);
    }
    if (known.count > 0) {
        ru->out[word] = known;
    }
    return known.count > 0;
}

static void
finish(const russian *ru, size_t word, tl_inflect_way how, const tl_forms *forms)
{
    tl_inflected_word made = tl_forms_finish(forms, ru->arena);
    ru->out[word] = ru->term.phrase->memo
                        ? tl_inflect_memo_keep(ru->term.phrase->memo, text_of(ru, word), how, made)
                        : made;
}

/* A row by what it says. Its key is the end of the word, so that its length tells it. */
static uint64_t
number_of(const tl_lexicon_row *row)
{
    return row ? (uint64_t)row->key.len << 32 | (uint64_t)row->first << 16 | row->count : 0;
}

static tl_inflect_way
way_of(way kind, const tl_lexicon_row *row, uint64_t rest)
{
    return tl_hash_pair(number_of(row), rest << 8 | kind);
}

static void
inflect_by(const russian *ru, size_t word, const tl_lexicon_row *row, const tl_agreement *wanted,
           char animacy)
{
    uint64_t rest = (uint64_t)(unsigned char)animacy << 16 |
                    (uint64_t)(unsigned char)wanted->gender << 8 | (wanted->plural ? 2u : 0u) |
                    (wanted->known ? 1u : 0u);
    tl_inflect_way how = way_of(BY_READINGS, row, rest);
    if (recall(ru, word, how)) {
        return;
    }
    readings found = read_word(ru, word, row, wanted);
    tl_forms forms;
    tl_forms_start(&forms, text_of(ru, word));
    for (size_t i = 0; i < found.count; i++) {
        tl_forms_add_reading(&forms, &found.items[i], animacy);
    }
    finish(ru, word, how, &forms);
}

/* A word that may inflect as a noun or not: its base form is right in all cells, which is sure or
 * not; other forms are matched. */
static void
inflect_loosely(const russian *ru, size_t word, bool base_is_sure)
{
    const tl_lexicon_row *row = ru->term.words[word].noun;
    tl_inflect_way how =
        way_of(LOOSELY, row, (base_is_sure ? 2u : 0u) | (ru->term.in_capitals ? 1u : 0u));
    if (recall(ru, word, how)) {
        return;
    }
    tl_forms forms;
    tl_forms_start(&forms, text_of(ru, word));
    forms.all_capitals &= ru->term.in_capitals;
    tl_forms_add(&forms, text_of(ru, word), TL_CELLS_ALL);
    for (size_t i = 0; row && i < row->count; i++) {
        tl_forms_add_aside(&forms, tl_lexicon_reading(row, i), 0);
    }
    if (!base_is_sure) {
        tl_forms_dispute(&forms, TL_CELLS_ALL);
    }
    finish(ru, word, how, &forms);
}

/* МИД and ОМОН have МИДа, ОМОНа; what is spelled out, as ООН and ОДКБ, has not: it ends in a
 * consonant behind a vowel, and has no two vowels in a row. */
static bool
reads_as_word(tl_str acronym)
{
    tl_folded bytes;
    tl_str folded = tl_letters_fold(acronym, &bytes);
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

/* The animacy that all readings share, else 0. */
static char
animacy_of(const readings *noun)
{
    char animacy = 0;
    for (size_t i = 0; i < noun->count; i++) {
        char other = noun->items[i].animacy;
        if (other == 0 || (animacy && animacy != other)) {
            return 0;
        }
        animacy = other;
    }
    return animacy;
}

/* Returns the animacy of the noun, 0 if it is not known. */
static char
inflect_noun(const russian *ru, size_t word, const tl_agreement *wanted)
{
    const tl_lexicon_row *noun = ru->term.words[word].noun;
    if (ru->term.words[word].acronym) {
        if (reads_as_word(text_of(ru, word))) {
            inflect_loosely(ru, word, true);
        }
        return 0;
    }
    if (tl_noun_fit_of(noun, wanted) != TL_NOUN_AGREES &&
        best_confirmed(ru, word, noun, wanted).count == 0) {
        inflect_loosely(ru, word, false);
        return 0;
    }
    inflect_by(ru, word, noun, wanted, 0);
    readings found = read_word(ru, word, noun, wanted);
    return animacy_of(&found);
}

/* Groups */

/* A part of a compound before the last one: пресс-, государство-, or one not known. */
static void
inflect_early_part(const russian *ru, size_t word, const tl_agreement *wanted)
{
    tl_str text = text_of(ru, word);
    if (ru->term.words[word].acronym || !tl_letters_russian(text) ||
        tl_word_set_has(&tl_fixed_parts, text)) {
        return;
    }
    if (tl_word_set_has(&tl_inflected_parts, text)) {
        inflect_by(ru, word, ru->term.words[word].noun, wanted->plural ? wanted : &anything, 0);
    } else {
        inflect_loosely(ru, word, false);
    }
}

/* Returns the animacy of the noun, 0 if it is not known. */
static char
inflect_head(const russian *ru, tl_group head, const tl_agreement *wanted)
{
    if (tl_group_is_linked_place(&ru->term, head)) {
        return inflect_noun(ru, head.first, wanted);
    }
    for (size_t i = head.first; i + 1 < head.end; i++) {
        inflect_early_part(ru, i, wanted);
    }
    return inflect_noun(ru, head.end - 1, wanted);
}

/* A term whose last word is an adjective is headed by it ("рядовой"), unless the word is a noun
 * after all ("забой"): endings that both have are in the nouns' lexicon with both readings. */
static void
inflect_adjective_head(const russian *ru, size_t word)
{
    const tl_lexicon_row *noun = ru->term.words[word].noun;
    const tl_lexicon_row *adjective = ru->term.words[word].adjective;
    if (noun && tl_row_is_adjectival(noun) && !tl_lexicon_row_is_word(adjective)) {
        inflect_by(ru, word, noun, &anything, 0);
        return;
    }
    tl_inflect_way how = way_of(AS_HEAD, noun, number_of(adjective));
    if (recall(ru, word, how)) {
        return;
    }
    tl_forms forms;
    tl_forms_start(&forms, text_of(ru, word));
    for (size_t i = 0; i < adjective->count; i++) {
        tl_forms_add_reading(&forms, tl_lexicon_reading(adjective, i), 0);
    }
    for (size_t i = 0; noun && i < noun->count; i++) {
        tl_forms_add_aside(&forms, tl_lexicon_reading(noun, i), 0);
    }
    finish(ru, word, how, &forms);
}

static void
inflect_adjectives(const russian *ru, size_t at, size_t end, char animacy)
{
    while (at < end) {
        tl_group group = tl_group_at(&ru->term, at);
        const tl_lexicon_row *row = tl_group_adjective(&ru->term, group);
        if (row) {
            inflect_by(ru, group.end - 1, row, &anything, animacy);
        }
        at = group.end;
    }
}

/* "Республика Армения", "город Москва": the name behind the noun may stay or inflect. */
static void
inflect_name_behind(const russian *ru, size_t noun, size_t at)
{
    if (at >= ru->term.phrase->count || tl_group_at(&ru->term, at).end != at + 1 ||
        tl_capitals_of(text_of(ru, at)) != TL_CAPITALS_FIRST) {
        return;
    }
    bool stays = tl_word_set_has(&tl_before_fixed_names, text_of(ru, noun));
    if (stays || tl_word_set_has(&tl_before_names, text_of(ru, noun))) {
        inflect_loosely(ru, at, stays);
    }
}

/* Noun phrases */

/* What stands before the head. */
typedef struct modifiers {
    tl_agreement wanted;
    tl_group last; /* the last adjective */
    size_t end;    /* one behind all of them */
} modifiers;

static bool
may_agree(const tl_lexicon_row *adjective, const tl_agreement *wanted)
{
    for (size_t i = 0; adjective && i < adjective->count; i++) {
        if (tl_reading_agrees(tl_lexicon_reading(adjective, i), wanted)) {
            return true;
        }
    }
    return false;
}

static modifiers
read_modifiers(const russian *ru, size_t at)
{
    modifiers before = {.end = at};
    while (before.end < ru->term.phrase->count) {
        tl_group group = tl_group_at(&ru->term, before.end);
        const tl_lexicon_row *adjective = tl_group_adjective(&ru->term, group);
        if (may_agree(adjective, &before.wanted)) {
            const tl_reading *reading = tl_lexicon_reading(adjective, 0);
            before.wanted = (tl_agreement){
                .known = true,
                .gender = tl_paradigms[reading->paradigm].gender,
                .plural = reading->number == TL_NUMBER_PLURAL,
            };
            before.last = group;
        } else if (!tl_group_is_passed_over(&ru->term, group, before.wanted.known)) {
            break;
        }
        before.end = group.end;
    }
    return before;
}

/* True if the group behind the adjectives is the noun that they go with, or may be. */
static bool
is_head(const russian *ru, tl_group group, const tl_agreement *wanted)
{
    const tl_russian_word *word = &ru->term.words[group.end - 1];
    return word->acronym || tl_noun_fit_of(word->noun, wanted) != TL_NOUN_NOT;
}

/* Inflects a noun with its adjectives; returns where the next one may begin. */
static size_t
inflect_noun_phrase(const russian *ru, size_t at)
{
    modifiers before = read_modifiers(ru, at);
    tl_group head = tl_group_at(&ru->term, before.end);
    if (before.end < ru->term.phrase->count && is_head(ru, head, &before.wanted)) {
        inflect_adjectives(ru, at, before.end, inflect_head(ru, head, &before.wanted));
        inflect_name_behind(ru, head.end - 1, head.end);
        return head.end;
    }
    if (before.wanted.known) {
        inflect_adjectives(ru, at, before.last.first, 0);
        inflect_adjective_head(ru, before.last.end - 1);
    }
    return before.end;
}

/* «нажать и удерживать», «открыть файл»: the verbs have their forms, the rest stays. */
static void
inflect_verbs(const tl_phrase *phrase, tl_arena *arena, tl_inflected_word *words_out)
{
    for (size_t i = 0; i < phrase->count; i++) {
        bool may_be_verb = i == 0 || tl_word_set_has(&tl_conjunctions, phrase->words[i - 1]);
        if (may_be_verb && tl_is_russian_verb(phrase->words[i])) {
            words_out[i] = tl_inflect_russian_verb(phrase->words[i], arena);
        }
    }
}

void
tl_inflect_russian_phrase(const tl_phrase *phrase, tl_arena *arena, tl_inflected_word *words_out)
{
    const russian ru = {tl_russian_term_read(phrase, arena), arena, words_out};
    for (size_t i = 0; i < phrase->count; i++) {
        words_out[i] = tl_forms_fixed(phrase->words[i], arena);
    }
    if (phrase->count && tl_is_russian_verb(phrase->words[0])) {
        inflect_verbs(phrase, arena, words_out);
        return;
    }
    size_t at = phrase->count ? inflect_noun_phrase(&ru, 0) : 0;
    while (at + 1 < phrase->count && tl_word_set_has(&tl_conjunctions, phrase->words[at])) {
        at = inflect_noun_phrase(&ru, at + 1);
    }
}

/* What all readings of a noun agree on. */
static char
gender_of(const readings *noun)
{
    char gender = 0;
    for (size_t i = 0; i < noun->count; i++) {
        const tl_reading *reading = &noun->items[i];
        if (reading->trust == TL_TRUST_ASIDE) {
            continue;
        }
        char other = reading->number == TL_NUMBER_PLURAL ? 'p'
                     : reading->paradigm == TL_INDECLINABLE
                         ? 0
                         : tl_paradigms[reading->paradigm].gender;
        if (other == 0 || (gender && other != gender)) {
            return 0;
        }
        gender = other;
    }
    return gender;
}

char
tl_russian_agreement(const tl_phrase *phrase, tl_arena *arena)
{
    const russian ru = {.term = tl_russian_term_read(phrase, arena), .arena = arena};
    if (phrase->count && tl_is_russian_verb(phrase->words[0])) {
        return 0;
    }
    modifiers before = read_modifiers(&ru, 0);
    if (before.wanted.known) {
        return before.wanted.plural ? 'p' : before.wanted.gender;
    }
    if (before.end == phrase->count) {
        return 0;
    }
    tl_group head = tl_group_at(&ru.term, before.end);
    bool is_place = tl_group_is_linked_place(&ru.term, head);
    size_t noun = is_place ? head.first : head.end - 1;
    readings found = read_word(&ru, noun, ru.term.words[noun].noun, &anything);
    return ru.term.words[noun].acronym ? 0 : gender_of(&found);
}
