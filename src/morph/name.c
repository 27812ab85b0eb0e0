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

static tl_inflected_word
inflect_simple(tl_str word, const tl_lexicon *lexicon, tl_arena *arena)
{
    tl_forms forms;
    tl_forms_start(&forms, word);
    const tl_lexicon_row *row = tl_lexicon_find(lexicon, forms.folded);
    for (size_t i = 0; row && i < row->count; i++) {
        tl_forms_add_reading(&forms, &tl_readings[row->first + i], 'a');
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
            uint16_t cells = a->cells & b->cells, sure = a->sure & b->sure;
            if (cells == 0) {
                continue;
            }
            tl_str text =
                tl_arena_format(arena, "%.*s-%.*s", TL_STR_ARGS(a->text), TL_STR_ARGS(b->text));
            tl_forms_add(&forms, text, sure);
            tl_forms_add_matched(&forms, text, cells);
        }
    }
    return tl_forms_finish(&forms, arena);
}

/* Half a name before a hyphen: Тер-, Нур-, Абдель- stay; of others it is not known. */
static tl_inflected_word
inflect_first_half(tl_str word, const tl_lexicon *lexicon, tl_arena *arena)
{
    tl_inflected_word half = inflect_simple(word, lexicon, arena);
    return half;
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
