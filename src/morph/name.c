/* SPDX-License-Identifier: MPL-2.0 */
/* Forms of one word of a Russian name. Knows which lexicon a part and a gender ask for, and how the
 * halves of a hyphenated name go together; the rules themselves are dict/names. */
#include "morph/english.h"
#include "morph/forms.h"

enum { HYPHENS_MAX = 3 }; /* a name with more is none, and has too many pairs of halves */

static const tl_lexicon *
lexicon_of(tl_part part, char gender)
{
    static const tl_lexicon *const lexicons[][3] = {
        [TL_PART_FAMILY] = {&tl_family_both, &tl_family_men, &tl_family_women},
        [TL_PART_GIVEN] = {&tl_given_both, &tl_given_men, &tl_given_women},
        [TL_PART_PATRONYMIC] = {&tl_patronymic_both, &tl_patronymic_men, &tl_patronymic_women},
    };
    return lexicons[part][gender == 'm' ? 1 : gender == 'f' ? 2 : 0];
}

/* A name without hyphens; its plural is never sure. */
static tl_inflected_word
inflect_simple(tl_str word, const tl_lexicon *lexicon, tl_arena *arena)
{
    tl_forms forms;
    tl_folded folded;
    tl_forms_start(&forms, word);
    const tl_lexicon_row *row = tl_lexicon_find(lexicon, tl_letters_fold(word, &folded));
    for (size_t i = 0; row && i < row->count; i++) {
        tl_forms_add_reading(&forms, tl_lexicon_reading(row, i), 'a');
    }
    tl_forms_dispute(&forms, TL_CELLS_PLURAL);
    return tl_forms_finish(&forms, arena);
}

/* Russian family names and all names in -а, -я inflect before a hyphen too: Римский-Корсаков,
 * Анна-Мария. */
static bool
always_inflects(tl_str folded)
{
    static const tl_str endings[] = {
        TL_STR_INIT("ов"), TL_STR_INIT("ев"), TL_STR_INIT("ин"),
        TL_STR_INIT("ын"), TL_STR_INIT("ий"), TL_STR_INIT("ой"),
        TL_STR_INIT("ый"), TL_STR_INIT("а"),  TL_STR_INIT("я"),
    };
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
        if (tl_str_ends_with(folded, endings[i])) {
            return true;
        }
    }
    return false;
}

/* The forms of the half, and its base form where it is met in other cells. */
static tl_inflected_word
with_base_matched(tl_str word, const tl_inflected_word *half, tl_arena *arena)
{
    tl_forms forms;
    tl_forms_start(&forms, word);
    for (size_t i = 0; i < half->count; i++) {
        tl_forms_add_form(&forms, &half->forms[i]);
    }
    tl_forms_add_matched(&forms, word, TL_CELLS_ALL);
    return tl_forms_finish(&forms, arena);
}

/* Half a name before a hyphen. Тер-, Нур-, Абдель- stay, and given names usually do (Ганс-Дитриха);
 * of a man's family name it inflects, though many leave it alone. */
static tl_inflected_word
inflect_first_half(tl_str word, tl_part part, char gender, tl_arena *arena)
{
    tl_forms forms;
    tl_folded folded;
    if (tl_word_set_has(&tl_fixed_halves, word)) {
        return tl_forms_fixed(word, arena);
    }
    tl_inflected_word half = inflect_simple(word, lexicon_of(part, gender), arena);
    if (always_inflects(tl_letters_fold(word, &folded))) {
        return half;
    }
    if (part == TL_PART_FAMILY && gender == 'm' && half.inflects) {
        return with_base_matched(word, &half, arena);
    }
    tl_forms_start(&forms, word);
    tl_forms_add(&forms, word, TL_CELLS_ALL);
    for (size_t i = 0; i < half.count; i++) {
        if (part == TL_PART_GIVEN) {
            tl_forms_add_matched(&forms, half.forms[i].text, half.forms[i].cells);
        } else {
            tl_forms_add(&forms, half.forms[i].text, half.forms[i].usual);
            tl_forms_add_matched(&forms, half.forms[i].text, half.forms[i].cells);
        }
    }
    return tl_forms_finish(&forms, arena);
}

/* "Салтыкова" + "Щедрина": pairs of forms that share a cell. */
static tl_inflected_word
join_halves(tl_str word, const tl_inflected_word *first, const tl_inflected_word *second,
            tl_arena *arena)
{
    tl_forms forms;
    tl_forms_start(&forms, word);
    for (size_t i = 0; i < first->count; i++) {
        for (size_t j = 0; j < second->count; j++) {
            const tl_form *a = &first->forms[i], *b = &second->forms[j];
            uint16_t cells = a->cells & b->cells;
            if (cells) {
                tl_str text =
                    tl_arena_format(arena, "%.*s-%.*s", TL_STR_ARGS(a->text), TL_STR_ARGS(b->text));
                tl_forms_add(&forms, text, a->sure & b->sure);
                tl_forms_add_matched(&forms, text, cells);
            }
        }
    }
    return tl_forms_finish(&forms, arena);
}

static size_t
count_hyphens(tl_str word)
{
    size_t count = 0;
    for (size_t i = 0; i < word.len; i++) {
        count += word.ptr[i] == '-';
    }
    return count;
}

tl_inflected_word
tl_inflect_name(tl_str word, tl_part part, char gender, tl_arena *arena)
{
    if (word.len > TL_WORD_BYTES || count_hyphens(word) > HYPHENS_MAX) {
        return tl_forms_fixed(word, arena);
    }
    if (!tl_letters_russian(word)) {
        return tl_inflect_latin_name(word, arena);
    }
    size_t hyphen = tl_str_find_byte(word, '-', 0);
    if (hyphen == 0 || hyphen + 1 >= word.len) {
        return inflect_simple(word, lexicon_of(part, gender), arena);
    }
    tl_inflected_word first =
        inflect_first_half(tl_str_slice(word, 0, hyphen), part, gender, arena);
    tl_inflected_word second =
        tl_inflect_name(tl_str_slice(word, hyphen + 1, word.len), part, gender, arena);
    return join_halves(word, &first, &second, arena);
}
