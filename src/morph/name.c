/* SPDX-License-Identifier: MPL-2.0 */
/* Forms of one word of a Russian name. Knows which lexicon a part and a gender ask for, and how the
 * halves of a hyphenated name go together; the rules themselves are dict/names. */
#include "morph/english.h"
#include "morph/forms.h"
#include "morph/letters.h"

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

/* The readings of `word` as the forms of a name, of which the plural is never sure. */
static void
gather(tl_forms *forms, tl_str word, const tl_lexicon *lexicon)
{
    tl_forms_start(forms, word);
    const tl_lexicon_row *row = tl_lexicon_find(lexicon, forms->folded);
    for (size_t i = 0; row && i < row->count; i++) {
        tl_forms_add_reading(forms, &tl_readings[row->first + i], 'a');
    }
    tl_forms_dispute(forms, TL_CELLS_PLURAL);
}

static tl_inflected_word
inflect_simple(tl_str word, const tl_lexicon *lexicon, tl_arena *arena)
{
    tl_forms forms;
    gather(&forms, word, lexicon);
    return tl_forms_finish(&forms, arena);
}

/* True if the half is itself a Russian family name, which always inflects: Римский-Корсаков. */
static bool
is_russian_family(const tl_forms *half)
{
    static const tl_str endings[] = {TL_STR_INIT("ов"), TL_STR_INIT("ев"), TL_STR_INIT("ин"),
                                     TL_STR_INIT("ын"), TL_STR_INIT("ий"), TL_STR_INIT("ой"),
                                     TL_STR_INIT("ый"), TL_STR_INIT("а"),  TL_STR_INIT("я")};
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
        if (tl_str_ends_with(half->folded, endings[i])) {
            return true;
        }
    }
    return false;
}

/* Half a name before a hyphen. Тер-, Нур-, Абдель- stay; of others that end in a consonant it is
 * not known. */
static tl_inflected_word
inflect_first_half(tl_str word, const tl_lexicon *lexicon, tl_arena *arena)
{
    tl_forms forms;
    gather(&forms, word, lexicon);
    if (forms.folded.len == 0 || tl_word_set_has(&tl_fixed_halves, forms.folded)) {
        return tl_forms_fixed(word, arena);
    }
    if (!is_russian_family(&forms)) {
        tl_forms_add_matched(&forms, word, TL_CELLS_ALL);
        tl_forms_dispute(&forms, TL_CELLS_ALL);
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

tl_inflected_word
tl_inflect_name(tl_str word, tl_part part, char gender, tl_arena *arena)
{
    if (!tl_letters_russian(word)) {
        return tl_inflect_english(word, arena);
    }
    const tl_lexicon *lexicon = lexicon_of(part, gender);
    size_t hyphen = tl_str_find_byte(word, '-', 0);
    if (hyphen == 0 || hyphen + 1 >= word.len) {
        return inflect_simple(word, lexicon, arena);
    }
    tl_inflected_word first = inflect_first_half(tl_str_slice(word, 0, hyphen), lexicon, arena);
    tl_inflected_word second =
        tl_inflect_name(tl_str_slice(word, hyphen + 1, word.len), part, gender, arena);
    return join_halves(word, &first, &second, arena);
}
