/* SPDX-License-Identifier: MPL-2.0 */
/* A word fits another if they are equal but for capitals and marks, if one of the paradigms gives
 * the form, or if a Hunspell dictionary has a stem for both: so an inflected term is found in any
 * language whose dictionary is installed. Acronyms do not inflect and keep their capitals. */
#include "rules/term_words.h"

#include "morph/ending.h"
#include "morph/inflect.h"
#include "scan/lists.h"
#include "text/key.h"
#include "text/script.h"

static tl_phrase
phrase_of(tl_pass *pass, const tl_words *words, tl_str text, tl_str language)
{
    tl_str *parts = tl_arena_alloc(pass->scratch, words->count, sizeof *parts);
    tl_str *separators = tl_arena_alloc(pass->scratch, words->count, sizeof *separators);
    for (size_t i = 0; i < words->count; i++) {
        parts[i] = tl_str_at(text, words->items[i].range);
        separators[i] = i + 1 < words->count ? tl_str_slice(text, words->items[i].range.end,
                                                            words->items[i + 1].range.begin)
                                             : (tl_str){NULL, 0};
    }
    return (tl_phrase){
        .words = parts, .separators = separators, .count = words->count, .language = language};
}

tl_term_words
tl_term_words_of(tl_pass *pass, const tl_term *term)
{
    tl_words words = {0};
    tl_words_find(&words, term->text);
    tl_str language = tl_language_primary(term->entry->language);
    tl_phrase phrase = phrase_of(pass, &words, term->text, language);
    tl_inflected_word *forms = tl_arena_alloc(pass->scratch, words.count, sizeof *forms);
    tl_term_word *items = tl_arena_alloc(pass->scratch, words.count, sizeof *items);
    tl_inflect_term(&phrase, pass->scratch, forms);
    for (size_t i = 0; i < words.count; i++) {
        tl_key key;
        unsigned flags = words.items[i].flags;
        items[i] = (tl_term_word){
            .text = phrase.words[i],
            .key = tl_arena_copy(pass->scratch, tl_key_of(phrase.words[i], &key)),
            .forms = &forms[i],
            .is_acronym = (flags & TL_WORD_ALL_CAPS) != 0,
        };
        items[i].is_function = tl_list_has(TL_LIST_FUNCTIONS, items[i].key);
    }
    tl_term_words made = {.items = items, .count = words.count, .language = language};
    tl_words_clear(&words);
    return made;
}

static bool
is_form(const tl_inflected_word *forms, tl_str word)
{
    for (size_t i = 0; i < forms->count; i++) {
        if (tl_keys_equal(forms->forms[i].text, word)) {
            return true;
        }
    }
    return false;
}

/* The dictionary has a stem of both: employ of employer, but of employee too. */
static bool
is_of_stem(tl_pass *pass, tl_str text, const tl_term_word *wanted, tl_str language)
{
    tl_key key;
    return !wanted->is_function && tl_pass_share_stem(pass, language, text, wanted->text) &&
           !tl_names_another(tl_key_of(text, &key), wanted->key);
}

bool
tl_term_word_fits(tl_pass *pass, const tl_scan *scan, uint32_t at, const tl_term_words *words,
                  size_t word)
{
    const tl_term_word *wanted = &words->items[word];
    tl_str text = tl_scan_text(scan, at, 1);
    bool is_equal = tl_keys_equal(text, wanted->text);
    if (wanted->is_acronym) {
        return is_equal && (scan->words.items[at].flags & TL_WORD_ALL_CAPS);
    }
    return is_equal || is_form(wanted->forms, text) ||
           is_of_stem(pass, text, wanted, words->language);
}

/* True if word `at` is a form of the other language for what the term has as an acronym. */
static bool
is_untranslated(const tl_unit_text *text, uint32_t at, const tl_term_words *words, size_t word)
{
    int32_t hit = tl_scan_hit_at(text->foreign, at);
    if (hit < 0 || !words->items[word].is_acronym) {
        return false;
    }
    const tl_term *term = text->foreign->hits[hit].pattern->term;
    const tl_entry *own = tl_concept_entry(term->concept, words->language);
    return own && own->acronym && tl_keys_equal(own->acronym->text, words->items[word].text);
}

bool
tl_term_words_stand(tl_pass *pass, const tl_unit_text *text, const tl_term_words *words,
                    uint32_t *first)
{
    const tl_scan *scan = text->scan;
    for (uint32_t at = 0; words->count && at + words->count <= scan->words.count; at++) {
        size_t word = 0;
        while (word < words->count &&
               (tl_term_word_fits(pass, scan, at + (uint32_t)word, words, word) ||
                is_untranslated(text, at + (uint32_t)word, words, word))) {
            word++;
        }
        if (word == words->count) {
            *first = at;
            return true;
        }
    }
    return false;
}
