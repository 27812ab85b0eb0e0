/* SPDX-License-Identifier: MPL-2.0 */
/* Russian terms: finds the head noun and the adjectives that agree with it. Knows how a term is
 * built of groups (words joined by hyphens); which paradigm a word follows is the lexicons'
 * business. Invariant: every word gets forms, at least its own. */
#include "morph/russian.h"

#include "morph/forms.h"
#include "morph/letters.h"

/* What the adjectives before a noun demand of it. */
typedef struct agreement {
    bool known;
    char gender;
    bool plural;
} agreement;

typedef struct tl_russian {
    const tl_phrase *phrase;
    tl_arena *arena;
    tl_inflected_word *out;
} russian;

static tl_lexicon_row const *
row_of(const tl_lexicon *lexicon, tl_str word)
{
    char folded[TL_WORD_BYTES];
    if (word.len > sizeof folded) {
        return NULL;
    }
    tl_letters_fold(word, folded);
    return tl_lexicon_find(lexicon, (tl_str){folded, word.len});
}

/* One behind the group that begins with word `first`: hyphens join. */
static size_t
group_end(const tl_phrase *phrase, size_t first)
{
    size_t end = first + 1;
    while (end < phrase->count && phrase->separators &&
           tl_str_equal(phrase->separators[end - 1], TL_STR("-"))) {
        end++;
    }
    return end;
}

static bool
is_noun_word(tl_str word)
{
    const tl_lexicon_row *row = row_of(&tl_nouns, word);
    return row && tl_lexicon_row_is_word(row) &&
           !tl_paradigms[tl_readings[row->first].paradigm].adjective;
}

static const tl_lexicon_row *
adjective_row(tl_str word)
{
    const tl_lexicon_row *row = is_noun_word(word) ? NULL : row_of(&tl_adjectives, word);
    return row && row->count ? row : NULL;
}

static bool
agrees(const tl_reading *reading, const agreement *wanted)
{
    if (!wanted->known || reading->paradigm == 0) {
        return true;
    }
    if (reading->plural != wanted->plural) {
        return false;
    }
    return wanted->plural || tl_paradigms[reading->paradigm].gender == wanted->gender;
}

static bool
has_agreeing(const tl_lexicon_row *row, const agreement *wanted)
{
    for (size_t i = 0; row && i < row->count; i++) {
        if (agrees(&tl_readings[row->first + i], wanted)) {
            return true;
        }
    }
    return false;
}

static tl_inflected_word
inflect_row(const russian *term, size_t word, const tl_lexicon_row *row, const agreement *wanted,
            char animacy)
{
    tl_forms forms;
    tl_forms_start(&forms, term->phrase->words[word]);
    for (size_t i = 0; row && i < row->count; i++) {
        if (agrees(&tl_readings[row->first + i], wanted)) {
            tl_forms_add_reading(&forms, &tl_readings[row->first + i], animacy);
        }
    }
    return tl_forms_finish(&forms, term->arena);
}

static bool
is_acronym(tl_str word)
{
    return tl_capitals_of(word) == TL_CAPITALS_ALL;
}

/* The animacy that all agreeing readings of the head share, else 0. */
static char
animacy_of(const tl_lexicon_row *row, const agreement *wanted)
{
    char animacy = 0;
    for (size_t i = 0; row && i < row->count; i++) {
        const tl_reading *reading = &tl_readings[row->first + i];
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

void
tl_inflect_russian_phrase(const tl_phrase *phrase, tl_arena *arena, tl_inflected_word *words_out)
{
    const russian term = {phrase, arena, words_out};
    agreement wanted = {0};
    const tl_lexicon_row *head = NULL;
    size_t at = 0, last = 0;
    for (size_t i = 0; i < phrase->count; i++) {
        words_out[i] = tl_forms_fixed(phrase->words[i], arena);
    }
    for (; at < phrase->count && head == NULL; at = group_end(phrase, at)) {
        last = group_end(phrase, at) - 1;
        tl_str word = phrase->words[last];
        const tl_lexicon_row *adjective = adjective_row(word);
        if (is_acronym(word) && phrase->count == 1) {
            return;
        }
        if (adjective) {
            const tl_reading *reading = &tl_readings[adjective->first];
            wanted = (agreement){true, tl_paradigms[reading->paradigm].gender, reading->plural};
            continue;
        }
        head = row_of(&tl_nouns, word);
        if (head == NULL || is_acronym(word)) {
            break;
        }
    }
    char animacy = 0;
    if (head && has_agreeing(head, &wanted)) {
        animacy = animacy_of(head, &wanted);
        words_out[last] = inflect_row(&term, last, head, &wanted, 0);
    }
    for (size_t i = 0; i < last || (i == last && head == NULL && i < phrase->count); i++) {
        const tl_lexicon_row *adjective = adjective_row(phrase->words[i]);
        if (adjective && group_end(phrase, i) == i + 1) {
            words_out[i] = inflect_row(&term, i, adjective, &(agreement){0}, animacy);
        }
    }
}
