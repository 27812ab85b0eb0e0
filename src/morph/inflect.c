/* SPDX-License-Identifier: MPL-2.0 */
/* Terms: which language's rules apply, and how a whole term is put into a cell. Knows nothing of
 * any language. */
#include "morph/inflect.h"

#include "base/buf.h"
#include "morph/english.h"
#include "morph/forms.h"
#include "morph/russian.h"
#include "text/script.h"

tl_str
tl_form_in(const tl_inflected_word *word, tl_cell cell)
{
    for (size_t i = 0; i < word->count; i++) {
        if (word->forms[i].sure >> cell & 1) {
            return word->forms[i].text;
        }
    }
    return (tl_str){NULL, 0};
}

tl_str
tl_form_guess(const tl_inflected_word *word, tl_cell cell)
{
    tl_str guess = tl_form_in(word, cell);
    for (size_t i = 0; i < word->count && guess.len == 0; i++) {
        if (word->forms[i].usual >> cell & 1) {
            guess = word->forms[i].text;
        }
    }
    return guess;
}

/* True for "ru" and "ru-RU" alike. */
static bool
is_language(tl_str tag, tl_str language)
{
    return tl_str_equal_ascii_nocase(tl_language_primary(tag), language);
}

bool
tl_has_paradigms(tl_str language)
{
    return is_language(language, TL_STR("ru")) || is_language(language, TL_STR("en"));
}

void
tl_inflect_term(const tl_phrase *phrase, tl_arena *arena, tl_inflected_word *words_out)
{
    if (is_language(phrase->language, TL_STR("ru"))) {
        tl_inflect_russian_phrase(phrase, arena, words_out);
    } else if (is_language(phrase->language, TL_STR("en"))) {
        tl_inflect_english_phrase(phrase, arena, words_out);
    } else {
        for (size_t i = 0; i < phrase->count; i++) {
            words_out[i] = tl_forms_fixed(phrase->words[i], arena);
        }
    }
}

static bool
ends_in_one_of(tl_str word, const tl_str *endings, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (tl_str_ends_with(word, endings[i])) {
            return true;
        }
    }
    return false;
}

/* «два новых дома», but «две новые школы»: what declines as an adjective is in the plural. */
static tl_cell
cell_behind_few(const tl_inflected_word *word)
{
    static const tl_str plural[] = {TL_STR_INIT("ых"), TL_STR_INIT("их"), TL_STR_INIT("ЫХ"),
                                    TL_STR_INIT("ИХ")};
    static const tl_str feminine[] = {TL_STR_INIT("ая"), TL_STR_INIT("яя"), TL_STR_INIT("АЯ"),
                                      TL_STR_INIT("ЯЯ")};
    const tl_cell genitive = TL_CASE_COUNT + TL_CASE_GEN;
    if (!ends_in_one_of(tl_form_in(word, genitive), plural, sizeof plural / sizeof *plural)) {
        return TL_CASE_GEN;
    }
    bool is_feminine =
        ends_in_one_of(word->forms[0].text, feminine, sizeof feminine / sizeof *feminine);
    return is_feminine ? TL_CASE_COUNT + TL_CASE_NOM : genitive;
}

tl_str
tl_term_in(const tl_phrase *phrase, const tl_inflected_word *words, tl_cell cell,
           tl_form_of_word *form_in, tl_arena *arena)
{
    tl_buf text = {0};
    bool complete = true;
    for (size_t i = 0; i < phrase->count && complete; i++) {
        bool is_counted = cell == TL_CELL_COUNTED;
        tl_str form = form_in(&words[i], is_counted ? cell_behind_few(&words[i]) : cell);
        complete = form.len != 0;
        tl_buf_add(&text, form);
        if (i + 1 < phrase->count) {
            tl_buf_add(&text, phrase->separators ? phrase->separators[i] : TL_STR(" "));
        }
    }
    tl_str result = complete ? tl_arena_copy(arena, tl_buf_str(&text)) : (tl_str){NULL, 0};
    tl_buf_clear(&text);
    return result;
}

tl_str
tl_inflect_term_to(const tl_phrase *phrase, tl_cell cell, tl_arena *arena)
{
    tl_inflected_word *words = tl_arena_alloc(arena, phrase->count, sizeof *words);
    tl_inflect_term(phrase, arena, words);
    return tl_term_in(phrase, words, cell, tl_form_in, arena);
}

char
tl_term_agreement(const tl_phrase *phrase, tl_arena *arena)
{
    if (phrase->count == 0) {
        return 0;
    }
    if (is_language(phrase->language, TL_STR("ru"))) {
        return tl_russian_agreement(phrase, arena);
    }
    return is_language(phrase->language, TL_STR("en")) ? tl_english_number(phrase, arena) : '-';
}
