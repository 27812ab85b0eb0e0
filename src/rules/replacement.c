/* SPDX-License-Identifier: MPL-2.0 */
/* Makes a good form fit the place of a bad one. What it cannot put there with certainty (a case
 * that reads two ways, an article that would have to change) it still offers, but not as a safe
 * fix. */
#include "rules/replacement.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "morph/inflect.h"
#include "text/compare.h"

#include <string.h>

bool
tl_replacement_is_all_caps(tl_str text)
{
    size_t at = 0, capitals = 0;
    while (at < text.len) {
        uint32_t letter = tl_utf8_next(text, &at);
        if (tl_letter_upper(letter) != letter) {
            return false;
        }
        capitals += tl_letter_lower(letter) != letter;
    }
    return capitals > 1;
}

static bool
starts_with_capital(tl_str text)
{
    size_t at = 0;
    uint32_t letter = text.len ? tl_utf8_next(text, &at) : 0;
    return letter && tl_letter_lower(letter) != letter;
}

static tl_str
raise_letters(tl_arena *arena, tl_str text, bool all)
{
    char *out = tl_arena_alloc(arena, text.len * 2 + TL_UTF8_MAX, 1);
    size_t at = 0, length = 0;
    while (at < text.len) {
        bool raise = all || at == 0;
        uint32_t letter = tl_utf8_next(text, &at);
        length += tl_utf8_encode(raise ? tl_letter_upper(letter) : letter, out + length);
    }
    return (tl_str){out, length};
}

tl_str
tl_replacement_capitals(tl_arena *arena, tl_str word, tl_str model)
{
    if (tl_replacement_is_all_caps(model)) {
        return raise_letters(arena, word, true);
    }
    return starts_with_capital(model) ? raise_letters(arena, word, false) : word;
}

/* The words of a form and what stands between them, as the inflector takes them. */
typedef struct split_form {
    tl_words words;
    tl_str texts[TL_PATTERN_MAX_WORDS], separators[TL_PATTERN_MAX_WORDS];
    size_t count;
} split_form;

static bool
split(tl_str form, split_form *parts)
{
    tl_words_find(&parts->words, form);
    parts->count = parts->words.count;
    if (parts->count == 0 || parts->count > TL_PATTERN_MAX_WORDS) {
        return false;
    }
    for (size_t i = 0; i < parts->count; i++) {
        const tl_word *word = &parts->words.items[i];
        parts->texts[i] = tl_str_at(form, word->range);
        if (i + 1 < parts->count) {
            tl_range between = {word->range.end, word[1].range.begin};
            parts->separators[i] = tl_str_at(form, between);
        }
    }
    return true;
}

static tl_phrase
phrase_of(const split_form *parts, tl_str language)
{
    return (tl_phrase){.words = parts->texts,
                       .separators = parts->separators,
                       .count = parts->count,
                       .language = language};
}

/* The gender to which the rest of a Russian sentence may agree, 0 if it is open. */
static char
gender_of(tl_pass *pass, tl_str form, tl_str language)
{
    split_form parts = {0};
    char gender = 0;
    if (split(form, &parts)) {
        const tl_phrase phrase = phrase_of(&parts, language);
        gender = tl_inflect_term_gender(&phrase, pass->arena);
    }
    tl_words_clear(&parts.words);
    return gender;
}

/* Endings come with ё where the stress is known; a text and a term that write е have е. */
static tl_str
write_yo_as(tl_pass *pass, tl_str inflected, tl_str form)
{
    const tl_str yo = TL_STR("ё"), ye = TL_STR("е");
    tl_str text = pass->scan->segment->text;
    if (tl_str_find(form, yo, 0) < form.len || tl_str_find(text, yo, 0) < text.len) {
        return inflected;
    }
    tl_buf out = {0};
    size_t at = 0;
    for (size_t next; (next = tl_str_find(inflected, yo, at)) < inflected.len; at = next + yo.len) {
        tl_buf_add(&out, tl_str_slice(inflected, at, next));
        tl_buf_add(&out, ye);
    }
    tl_buf_add(&out, tl_str_slice(inflected, at, inflected.len));
    tl_str result = tl_arena_copy(pass->arena, tl_buf_str(&out));
    tl_buf_clear(&out);
    return result;
}

/* The form in every cell that the hit may stand in; certain if they all come out alike. */
static tl_replacement
inflect(tl_pass *pass, tl_str form, tl_str language, uint16_t cells)
{
    split_form parts = {0};
    tl_replacement result = {.text = form, .certain = false};
    bool first = true;
    for (tl_cell cell = 0; split(form, &parts) && cell < TL_CELL_COUNT; cell++) {
        if (!(cells & 1u << cell)) {
            continue;
        }
        const tl_phrase phrase = phrase_of(&parts, language);
        tl_str inflected = tl_inflect_term_to(&phrase, cell, pass->arena);
        if (inflected.len == 0) {
            result.certain = false;
            break;
        }
        result.certain = first || (result.certain && tl_str_equal(result.text, inflected));
        result.text = first ? inflected : result.text;
        first = false;
    }
    tl_words_clear(&parts.words);
    result.text = write_yo_as(pass, result.text, form);
    return result;
}

/* The word with the capitals of the model, letter by letter; small letters behind its end. */
static void
add_with_capitals_of(tl_buf *out, tl_str word, tl_str model)
{
    bool all = tl_replacement_is_all_caps(model);
    size_t at = 0, model_at = 0;
    while (at < word.len) {
        uint32_t letter = tl_utf8_next(word, &at);
        uint32_t like = model_at < model.len ? tl_utf8_next(model, &model_at) : 0;
        bool raise = all || (like && tl_letter_lower(like) != like);
        char *to = tl_buf_reserve(out, TL_UTF8_MAX);
        out->len += tl_utf8_encode(raise ? tl_letter_upper(letter) : tl_letter_lower(letter), to);
    }
}

/* True if the hit is the form itself but for capitals and what stands between the words: then its
 * own words are kept, in whatever case they are. */
static bool
is_form_but_for_capitals(const tl_hit *hit, const tl_term *form)
{
    unsigned spelled = TL_DIFFER_MARKS | TL_DIFFER_YO | TL_DIFFER_APOSTROPHE | TL_DIFFER_SCRIPT;
    return hit->cells && tl_str_equal(form->text, hit->pattern->text) &&
           hit->count == hit->pattern->count && !(hit->differences & spelled);
}

/* The words of the text as the pattern capitalises and parts them; the word of `near`, which may be
 * NULL, as it is meant. */
static tl_replacement
respell(tl_pass *pass, const tl_hit *hit, const tl_near_hit *near)
{
    tl_buf out = {0};
    for (uint32_t i = 0; i < hit->count; i++) {
        const tl_pattern_word *word = &hit->pattern->words[i];
        if (i > 0) {
            tl_range between = {word[-1].range.end, word->range.begin};
            tl_buf_add(&out, tl_str_at(hit->pattern->text, between));
        }
        bool is_mistyped = near && near->expected == i;
        add_with_capitals_of(&out, is_mistyped ? near->meant : tl_pass_word(pass, hit->first + i),
                             tl_str_at(hit->pattern->text, word->range));
    }
    tl_replacement result = {.text = tl_arena_copy(pass->arena, tl_buf_str(&out)), .certain = true};
    tl_buf_clear(&out);
    return result;
}

static tl_str
gap_before(const tl_pass *pass, uint32_t word)
{
    const tl_word *items = pass->scan->words.items;
    tl_range between = {items[word - 1].range.end + items[word - 1].tail, items[word].range.begin};
    return tl_pass_text(pass, between);
}

/* The replacement with the white space of the text where both have white space. */
static tl_str
keep_white_space(tl_pass *pass, tl_str form, const tl_hit *hit)
{
    tl_words words = {0};
    tl_buf out = {0};
    tl_words_find(&words, form);
    size_t at = 0;
    for (size_t i = 0; i < words.count; i++) {
        bool both = i > 0 && i < hit->count && words.items[i].gap == TL_GAP_SPACE &&
                    pass->scan->words.items[hit->first + i].gap == TL_GAP_SPACE;
        if (both) {
            tl_buf_add(&out, gap_before(pass, hit->first + (uint32_t)i));
            at = words.items[i].range.begin;
        }
        tl_buf_add(&out, tl_str_slice(form, at, words.items[i].range.end + words.items[i].tail));
        at = words.items[i].range.end + words.items[i].tail;
    }
    tl_buf_add(&out, tl_str_slice(form, at, form.len));
    tl_str result = tl_arena_copy(pass->arena, tl_buf_str(&out));
    tl_buf_clear(&out);
    tl_words_clear(&words);
    return result;
}

static bool
begins_with_vowel_sound(tl_str text)
{
    static const char letters[] = "AEIOUaeiou", letter_names[] = "AEFHILMNORSX";
    tl_str first = tl_str_slice(text, 0, tl_str_find_byte(text, ' ', 0));
    const char *set = tl_replacement_is_all_caps(first) ? letter_names : letters;
    return first.len && strchr(set, first.ptr[0]) != NULL;
}

/* "a CSCO body" may not become "a OSCE body": the article would have to change with it. */
static bool
article_still_fits(const tl_pass *pass, const tl_hit *hit, tl_str replacement)
{
    if (hit->first == 0 || pass->scan->words.items[hit->first].gap != TL_GAP_SPACE) {
        return true;
    }
    tl_str before = tl_pass_word(pass, hit->first - 1);
    bool is_article = tl_str_equal_ascii_nocase(before, TL_STR("a")) ||
                      tl_str_equal_ascii_nocase(before, TL_STR("an"));
    return !is_article || begins_with_vowel_sound(replacement) ==
                              begins_with_vowel_sound(tl_pass_text(pass, hit->range));
}

/* "the U.N. Charter", "in the U.N. Then": whose full stop it is cannot be told. */
static bool
has_ambiguous_stop(const tl_pass *pass, const tl_hit *hit)
{
    const tl_words *words = &pass->scan->words;
    tl_str text = pass->scan->segment->text;
    uint32_t next = hit->first + hit->count;
    bool dotted = (hit->differences & TL_HIT_PUNCTUATION) ||
                  tl_str_ends_with(hit->pattern->text, TL_STR("."));
    return dotted && next < words->count && words->items[next].gap == TL_GAP_DOT &&
           text.ptr[hit->range.end] == '.' && !(words->items[next].flags & TL_WORD_SENTENCE_START);
}

/* A form with a full stop at its end, put before one, ends with that. */
static tl_str
share_stop(const tl_pass *pass, const tl_hit *hit, tl_str form)
{
    tl_str text = pass->scan->segment->text;
    bool stops = hit->range.end < text.len && text.ptr[hit->range.end] == '.';
    return stops && tl_str_ends_with(form, TL_STR(".")) ? tl_str_slice(form, 0, form.len - 1)
                                                        : form;
}

/* Gives a replacement the capitals and the white space of its place. */
static tl_replacement
fit(tl_pass *pass, const tl_hit *hit, tl_replacement result)
{
    tl_str text = tl_pass_text(pass, hit->range);
    bool had_capitals = tl_replacement_is_all_caps(hit->pattern->text);
    bool raised = starts_with_capital(text) && !starts_with_capital(hit->pattern->text);
    bool starts = pass->scan->words.items[hit->first].flags & TL_WORD_SENTENCE_START;
    if (tl_replacement_is_all_caps(text) && !had_capitals) {
        result.text = raise_letters(pass->arena, result.text, true);
    } else if ((raised || starts) && starts_with_capital(text)) {
        result.text = raise_letters(pass->arena, result.text, false);
    }
    result.text = share_stop(pass, hit, keep_white_space(pass, result.text, hit));
    result.certain = result.certain && article_still_fits(pass, hit, result.text) &&
                     !has_ambiguous_stop(pass, hit);
    return result;
}

tl_replacement
tl_replacement_for_hit(tl_pass *pass, const tl_hit *hit, const tl_term *form)
{
    tl_str language = form->entry->language;
    tl_replacement result = {.text = form->text, .certain = true};
    if (is_form_but_for_capitals(hit, form)) {
        result = respell(pass, hit, NULL);
    } else if (hit->cells) {
        char gender = gender_of(pass, hit->pattern->text, language);
        result = inflect(pass, form->text, language, hit->cells);
        result.certain = result.certain && gender == gender_of(pass, form->text, language);
    }
    return fit(pass, hit, result);
}

/* `meant` with the capitals of the word that it is put for. */
static tl_str
capitalise_as(tl_arena *arena, tl_str meant, tl_str written)
{
    if (tl_replacement_is_all_caps(written)) {
        return raise_letters(arena, meant, true);
    }
    if (starts_with_capital(written)) {
        return raise_letters(arena, meant, false);
    }
    char *out = tl_arena_alloc(arena, meant.len + TL_UTF8_MAX, 1);
    size_t at = 0;
    size_t length = tl_utf8_encode(tl_letter_lower(tl_utf8_next(meant, &at)), out);
    memcpy(out + length, meant.ptr + at, meant.len - at);
    return (tl_str){out, length + meant.len - at};
}

tl_replacement
tl_replacement_for_near(tl_pass *pass, const tl_near_hit *near)
{
    unsigned reshaped = TL_DIFFER_CASE | TL_HIT_SEPARATOR | TL_HIT_QUOTES | TL_HIT_PUNCTUATION;
    if ((near->hit.differences & reshaped) && near->hit.cells == 0) {
        return fit(pass, &near->hit,
                   (tl_replacement){.text = near->hit.pattern->text, .certain = true});
    }
    if (near->hit.differences & reshaped) {
        tl_replacement respelt = respell(pass, &near->hit, near);
        respelt.certain = !(near->hit.differences & TL_HIT_QUOTES);
        return fit(pass, &near->hit, respelt);
    }
    tl_range word = pass->scan->words.items[near->word].range;
    tl_range before = {near->hit.range.begin, word.begin}, behind = {word.end, near->hit.range.end};
    tl_str meant = capitalise_as(pass->arena, near->meant, tl_pass_word(pass, near->word));
    tl_replacement result = {.certain = true};
    result.text =
        tl_arena_format(pass->arena, "%.*s%.*s%.*s", TL_STR_ARGS(tl_pass_text(pass, before)),
                        TL_STR_ARGS(meant), TL_STR_ARGS(tl_pass_text(pass, behind)));
    result.certain = article_still_fits(pass, &near->hit, result.text);
    return result;
}
