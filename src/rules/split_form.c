/* SPDX-License-Identifier: MPL-2.0 */
/* Bridges forms, which are strings, and the inflector, which takes words. Knows nothing of any
 * language. */
#include "rules/split_form.h"

void
tl_split_form_init(tl_split_form *form, tl_str text, tl_str language)
{
    form->text = text;
    form->words = (tl_words){0};
    form->inflected = NULL;
    form->phrase =
        (tl_phrase){.words = form->texts, .separators = form->separators, .language = language};
    tl_words_find(&form->words, text);
    if (form->words.count > TL_PATTERN_MAX_WORDS) {
        return;
    }
    for (size_t i = 0; i < form->words.count; i++) {
        const tl_word *word = &form->words.items[i];
        form->texts[i] = tl_str_at(text, word->range);
        if (i > 0) {
            tl_range between = {word[-1].range.end, word->range.begin};
            form->separators[i - 1] = tl_str_at(text, between);
        }
    }
    form->phrase.count = form->words.count;
}

void
tl_split_form_clear(tl_split_form *form)
{
    tl_words_clear(&form->words);
}

void
tl_split_form_ask(tl_split_form *form, const tl_witness *witness)
{
    form->phrase.witness = witness;
    form->inflected = NULL;
}

static const tl_inflected_word *
inflect(tl_split_form *form, tl_arena *arena)
{
    if (form->inflected == NULL) {
        tl_inflected_word *words = tl_arena_alloc(arena, form->phrase.count, sizeof *words);
        tl_inflect_term(&form->phrase, arena, words);
        form->inflected = words;
    }
    return form->inflected;
}

static tl_str
put_in(tl_split_form *form, tl_cell cell, tl_form_of_word *form_in, tl_arena *arena)
{
    tl_str inflected = {NULL, 0};
    if (form->phrase.count) {
        inflected = tl_term_in(&form->phrase, inflect(form, arena), cell, form_in, arena);
    }
    if (inflected.len == 0) {
        return inflected;
    }
    tl_str before = tl_str_slice(form->text, 0, form->words.items[0].range.begin);
    size_t end = form->words.items[form->words.count - 1].range.end;
    tl_str behind = tl_str_slice(form->text, end, form->text.len);
    return tl_arena_format(arena, "%.*s%.*s%.*s", TL_STR_ARGS(before), TL_STR_ARGS(inflected),
                           TL_STR_ARGS(behind));
}

tl_str
tl_split_form_in(tl_split_form *form, tl_cell cell, tl_arena *arena)
{
    return put_in(form, cell, tl_form_in, arena);
}

tl_str
tl_split_form_guess(tl_split_form *form, tl_cell cell, tl_arena *arena)
{
    return put_in(form, cell, tl_form_guess, arena);
}

uint16_t
tl_split_form_cells(tl_split_form *form, tl_arena *arena)
{
    uint16_t cells = TL_CELLS_ALL;
    for (size_t i = 0; i < form->phrase.count; i++) {
        cells &= inflect(form, arena)[i].forms[0].usual;
    }
    return cells;
}
